"""Noun phrases that name a party: a head («قوات»، «الناطق باسم»، «طائرات») with what says whose it is.

Grammar: a noun without article takes a genitive («جيش مصر»، «عناصر الشرطة»); a noun takes an adjective of its own
definiteness («قوات روسية»، «القوات الروسية»; behind a construct with a definite second part, a definite one: «وزير الدفاع
الأميركي»), after other adjectives («طائرات حربية روسية»); or it is linked by a preposition («عناصر من»، «مصدر في»، «مواقع لـ»,
«الناطق باسم»). Wright, *A Grammar of the Arabic Language* (3rd ed.), II §§ 75-93, 136.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..model import Reason
from .lexis import Entry, Hit, Words
from .registry import ORGANS, Registry

# Which prepositions link a noun of a rank to its party, as words or as proclitics.
_IN = frozenset({"في", "ب", "لدى", "ضمن"})
LINKS = {
    "body": _IN | {"ل"},
    "people": _IN | {"من", "ل"},
    "gunmen": _IN | {"من"},
    "some": frozenset({"من"}),
    "gear": frozenset({"ل", "من"}),
    "site": frozenset({"ل"}),
    "office": _IN | {"ل", "لدى"},
    "voice": _IN | {"باسم", "من", "ل", "بلسان"},
}
FORCE = frozenset({"people", "gunmen", "gear", "site", "body", "foe"})
GENITIVE = frozenset({"body", "people", "gear", "site", "office", "voice", "some"})
_PEACEFUL = frozenset({"organisation", "media", "monitor"})
_THEIRS = frozenset({"لها", "له", "لهم"})
# Words behind which a singular («مسلح») is a noun; behind another noun it is its adjective («هجوم مسلح»).
_BEFORE_NOUNS = frozenset({"من", "عن", "ان", "علي", "قبل", "يد", "كل", "اي", "بين", "مقتل", "مصرع", "اصابه", "", "ضد"})
MAX_MODIFIERS = 3


class Found(msgspec.Struct, gc=False):
    """A mention in the making. ``open`` says what the report must still settle: "" nothing, ``organ`` whose organ it
    is, ``short`` whom a short form means, ``owner`` whose a pronoun is, ``agent`` whether a country acts,
    ``licence`` whether a common word is a name, ``nation`` which organ of a nation without a state."""

    first: int
    last: int
    start: int
    actor_id: str | None
    entry: Entry
    reasons: list[Reason]
    country: str = ""
    organ: str = ""
    rank: str = ""
    loaded: str | None = None
    open: str = ""
    definite: bool = False
    noun: str = ""
    head: int = -1
    antecedent: Found | None = None
    others: tuple[Entry, ...] = ()


class Phrases:
    """Reads the noun phrase that begins at a word."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def at(self, words: Words, i: int, day: str, depth: int = 0) -> Found | None:
        """The longest party phrase that begins at word ``i``; None when there is none."""
        best: Found | None = None
        for hit in words.hits(i):
            found = self._of(words, hit, day, depth)
            if found is None:
                continue
            if best is None or _rank(found) > _rank(best):
                best = found
            elif (
                found.last == best.last
                and found.entry.kind == best.entry.kind == "party"
                and found.entry.target != best.entry.target
            ):
                best.open = "which"
                best.others = (*best.others, found.entry)
        return best

    def official(self, words: Words, deed: Hit, modifier: Hit) -> Found:
        """«قصف حكومي»: the adjective stands for the army of the report's country."""
        found = _found(words, modifier, None, organ=deed.entry.organ, rank="deed", open_="organ")
        found.reasons.insert(0, deed.entry.reason)
        return found

    def deed(self, words: Words, deed: Hit, adjective: Hit) -> Found:
        """The party that an adjective names behind a deed («غارة تركية»); only the adjective is its mention."""
        entry = adjective.entry
        found = _found(words, adjective, entry.target, organ=deed.entry.organ, rank="deed")
        if entry.nation:
            found.country = entry.target
            found.actor_id = self._registry.organ(entry.target, deed.entry.organ)
            found.open = "doubt" if entry.alone else "" if found.actor_id else "nation"
        found.reasons.insert(0, deed.entry.reason)
        return found

    def _of(self, words: Words, hit: Hit, day: str, depth: int) -> Found | None:
        entry = hit.entry
        kind = entry.kind
        if kind in ("noun", "weak", "party") and blocked(words, hit):
            return None
        if kind == "noun":
            return self._noun(words, hit, day, depth)
        if not entry.holds(day):
            return None
        if kind in ("party", "person", "weak"):
            open_ = "licence" if kind == "weak" else "which" if entry.alone == "local" else ""
            return self._tail(words, _found(words, hit, entry.target, open_=open_))
        if kind in ("country", "capital"):
            return _found(words, hit, entry.target, country=entry.target, open_="agent")
        if kind == "adjective" and (hit.definite or entry.rank) and hit.reading.stem.endswith(("ون", "ين")):
            open_ = "agent" if entry.nation else ""
            return _found(words, hit, entry.target, country=entry.target if entry.nation else "", open_=open_)
        if kind == "adjective" and entry.rank:
            return _found(words, hit, entry.target, country=entry.target, open_="agent")
        if kind == "short" and self._another(words, hit):
            return None
        if kind == "short":
            return self._tail(words, _found(words, hit, None, open_="short"))
        return None

    @staticmethod
    def _another(words: Words, hit: Hit) -> bool:
        """An adjective makes it something else: «الوكالة الدولية»، «المحكمة العليا»."""
        form = words.form(hit.last + 1)
        relative = form.startswith("ال") and form.endswith(("يه", "ي", "يا", "مه"))
        return relative and words.hit(hit.last + 1, "tail", "adjective") is None and words.joined(hit.last, hit.last + 1)

    def _tail(self, words: Words, found: Found) -> Found:
        """Abusive or glorifying words behind a name («تنظيم داعش الإرهابي») belong to it and make it loaded."""
        hit = words.hit(found.last + 1, "tail")
        plural = hit is not None and hit.reading.stem.endswith(("ين", "ون"))
        if plural and not words.form(found.last).endswith(("ين", "ون")):
            return found
        if hit is not None and hit.definite and words.joined(found.last, hit.last) and hit.reading.procs == "ال":
            found.last = hit.last
            if hit.entry.loaded:
                found.loaded = found.loaded or loaded_of(hit.entry.loaded, found.actor_id)
            found.reasons.append(hit.entry.reason)
        return found

    def _noun(self, words: Words, hit: Hit, day: str, depth: int) -> Found | None:
        entry = hit.entry
        if _adjectival(words, hit):
            return None
        if hit.reading.enclitic:
            if entry.rank == "office":  # «نظيره القطري»
                return self._adjective(words, hit._replace(definite=True), hit.last + 1)
            if entry.rank not in FORCE:
                return None
            return _found(words, hit, None, organ=entry.organ, rank=entry.rank, open_="owner")
        found = self._adjective(words, hit, hit.last + 1)
        if found is None and depth < 4:
            found = self._complement(words, hit, day, depth)
        if found is None:
            found = self._alone(words, hit)
        return self._tail(words, found) if found else None

    def _adjective(self, words: Words, hit: Hit, k: int) -> Found | None:
        """The noun with an adjective of belonging, after up to three other adjectives."""
        entry = hit.entry
        organ = entry.organ
        m = k
        for _ in range(MAX_MODIFIERS + 1):
            for other in words.hits(m):
                if other.entry.kind == "adjective" and other.definite == hit.definite and not other.reading.procs.strip("ال"):
                    if other.entry.rank or not words.joined(hit.first, m):
                        continue
                    if words.hits(m)[0].last > other.last:  # «شرطة غينيا الاستوائية» is no Guinean police
                        continue
                    found = self._belonging(words, hit, other, organ)
                    if found is not None:
                        return found
            modifier = words.hit(m, "modifier")
            if modifier is None or modifier.reading.procs.strip("ال"):
                return None
            if modifier.definite != hit.definite and modifier.entry.rank != "free":
                return None
            m = modifier.last + 1
            organ = modifier.entry.organ or organ
        return None

    def _belonging(self, words: Words, hit: Hit, other: Hit, organ: str) -> Found | None:
        entry, adjective = hit.entry, other.entry
        if adjective.nation and not organ:
            return None
        found = _found(words, hit, adjective.target, organ=organ, rank=entry.rank)
        found.last = other.last
        found.reasons.append(adjective.reason)
        if adjective.nation:
            found.country = adjective.target
            found.actor_id = entry.data.get(adjective.target) or self._registry.organ(adjective.target, organ)
            found.open = "doubt" if adjective.alone else ""
            if found.actor_id is None and organ == "-":
                found.open = "silent"
            elif found.actor_id is None and self._registry.countries[found.country].within:
                found.open = "nation"
        if entry.loaded:
            found.loaded = loaded_of(entry.loaded, found.actor_id)
        return found

    def _complement(self, words: Words, hit: Hit, day: str, depth: int) -> Found | None:
        """The noun with a genitive or a linked party."""
        entry = hit.entry
        k = hit.last + 1
        sound_plural = entry.rank in ("people", "voice") and hit.reading.stem.endswith(("ون", "ين", "ان"))
        if entry.rank in GENITIVE and not sound_plural and (not hit.definite or entry.rank == "voice"):
            owner = self.at(words, k, day, depth + 1)
            if owner is not None and not hit.definite and owner.rank != "deed" and _plain(words, k):
                found = self._owned(words, hit, owner)
                if found is not None:
                    return found
        linked = self._linked(words, hit, k)
        if linked is None:
            return None
        at, participle = linked
        if participle and entry.rank in ("gear", "site"):  # «عربة تابعة لقوات التحالف»: the force is the party
            return None
        if words.form(at) in _THEIRS and entry.rank in FORCE:  # «الفصائل الموالية لها»
            found = _found(words, hit, None, organ=entry.organ, rank=entry.rank, open_="owner")
            found.last = at
            return found
        owner = self.at(words, at, day, depth + 1)
        if owner is None or not words.joined(hit.first, owner.last):
            return None
        return self._owned(words, hit, owner) if participle or self._may_link(words, hit, owner, at) else None

    def _may_link(self, words: Words, hit: Hit, owner: Found, at: int) -> bool:
        """Whether a preposition makes the noun the party's: «الشرطة في تركيا» but not «مصدر لرويترز»."""
        entry = hit.entry
        if words.form(at)[:1] == "ل" or words.form(at - 1) == "ل":
            if self._registry.category(owner.actor_id) == "media" or (hit.definite and entry.rank == "body"):
                return False
        elif entry.rank == "body" and owner.entry.kind != "country":
            return False
        if words.form(at - 1) == "من" and owner.entry.kind == "country" and entry.rank == "people":
            return True
        return owner.open != "agent" or bool(entry.alone and hit.definite and entry.rank in ("body", "office"))

    def _linked(self, words: Words, hit: Hit, k: int) -> tuple[int, bool] | None:
        """The word where a linked party may begin and whether a participle links it; None without a link."""
        links = LINKS.get(hit.entry.rank, frozenset())
        for m in range(k, k + MAX_MODIFIERS + 1):
            link = words.hit(m, "link")
            if link is not None and link.definite == hit.definite:
                following = words.form(m + 1)
                return (m + 2 if following in ("الي", "من", "في", "عن") else m + 1), True
            form = words.form(m)
            if form in links:
                return m + 1, False
            if form[:1] in links and form[:1] in ("ل", "ب") and words.hits(m):
                if any(h.reading.procs[:1] == form[:1] for h in words.hits(m)):
                    return m, False
            modifier = words.hit(m, "modifier")
            if modifier is None or modifier.reading.procs not in ("", "ال"):
                return None
        return None

    def _owned(self, words: Words, hit: Hit, owner: Found) -> Found | None:
        entry = hit.entry
        if entry.rank == "site" and self._registry.category(owner.actor_id) in _PEACEFUL and not owner.open:
            return None
        found = _found(words, hit, owner.actor_id, organ=owner.organ or entry.organ, rank=entry.rank)
        found.last, found.country, found.open = owner.last, owner.country, owner.open
        found.reasons.extend(owner.reasons)
        found.loaded = owner.loaded
        found.entry = owner.entry if owner.open else entry
        found.noun = owner.noun
        found.others = owner.others
        found.head = hit.first
        registry = self._registry
        if owner.open in ("agent", "nation"):  # «جيش مصر»، «حكومة السودان»
            if not entry.organ:
                return None
            found.organ = entry.organ
            found.actor_id = registry.organ(owner.country, entry.organ)
            found.open = "" if found.actor_id else "nation"
        elif owner.open == "organ":
            found.organ = _force(entry, owner.organ)
        elif found.actor_id and found.actor_id.endswith(".government"):
            country = found.actor_id.partition(".")[0]
            found.actor_id = registry.organ(country, _force(entry, "government"))
            if entry.organ in ORGANS and entry.rank == "body" and entry.organ != "government":
                found.actor_id = registry.organ(country, entry.organ)
        if owner.country in entry.data:  # «ميليشيات إيران», «مرتزقة تركيا»
            found.actor_id, found.open = entry.data[owner.country], ""
        if entry.loaded:
            found.loaded = found.loaded or loaded_of(entry.loaded, found.actor_id)
        return found

    def _alone(self, words: Words, hit: Hit) -> Found | None:
        entry = hit.entry
        if not entry.alone or (entry.alone in ("definite", "antecedent") and not hit.definite):
            return None
        last = hit.last
        organ = entry.organ
        modifier = words.hit(last + 1, "modifier") if entry.rank in FORCE else None
        while modifier is not None and not words.hit(modifier.first, "noun") and modifier.definite == hit.definite and modifier.reading.procs in ("", "ال"):
            organ = modifier.entry.organ or organ
            last = modifier.last
            modifier = words.hit(last + 1, "modifier") if last < hit.last + MAX_MODIFIERS else None
        if entry.alone == "antecedent" and words.hit(hit.last + 1, "modifier") and hit.definite:
            return None
        open_ = {"unknown": "", "antecedent": "antecedent"}.get(entry.alone, "organ")
        if organ == "-":
            open_ = "silent"
        found = _found(words, hit, None, organ=organ, rank=entry.rank, open_=open_)
        found.last = last
        return found


def _found(
    words: Words, hit: Hit, actor_id: str | None, *, country: str = "", organ: str = "", rank: str = "", open_: str = ""
) -> Found:  # fmt: skip
    entry = hit.entry
    return Found(
        first=hit.first,
        last=hit.last,
        start=words.start(hit),
        actor_id=actor_id,
        entry=entry,
        reasons=[entry.reason],
        country=country,
        organ=organ,
        rank=rank,
        loaded=entry.loaded,
        open=open_,
        definite=hit.definite,
        noun=" ".join([hit.reading.stem, *(words.form(i) for i in range(hit.first + 1, hit.last + 1))]),
    )


def blocked(words: Words, hit: Hit) -> bool:
    """What stands beside the word shows that it is no party: «القاعدة العسكرية»، «القضاء على»، «صاروخ القسام»."""
    name = hit.entry.target or hit.entry.row.rpartition("/")[2]
    after = words.hit(hit.last + 1, "block")
    if after is not None and name in after.entry.data and words.joined(hit.last, after.last):
        return True
    before = words.hit(hit.first - 1, "block_before")
    return before is not None and name in before.entry.data


def loaded_of(how: str, actor_id: str | None) -> str:
    """«hostile» of a word, with whom it is hostile to once that is known."""
    if actor_id is None:
        return how
    return f"{how} to {actor_id}" if how == "hostile" else f"{how} {actor_id}"


def _plain(words: Words, k: int) -> bool:
    """Word ``k`` has a reading without conjunction or preposition: a genitive follows its noun directly."""
    return any(hit.bare for hit in words.hits(k))


def _adjectival(words: Words, hit: Hit) -> bool:
    """The word is an adjective here: «العمليات البحرية»، «الصراع المسلح»، «إسلاميين مسلحين»."""
    if hit.last > hit.first or hit.reading.procs not in ("", "ال") or not words.hits(hit.first):
        return False
    before = words.form(hit.first - 1)
    stem = hit.reading.stem
    if hit.entry.rank != "gunmen" and not (hit.definite and stem.endswith("يه")):
        return False
    if words.hit(hit.first - 1, "verb"):
        return False
    if hit.definite:
        return before.startswith("ال") and len(before) > 4
    if stem.endswith(("ين", "ون")):
        return before.endswith(("ين", "ون"))
    counted = before.isdigit() or before.endswith(("ون", "ين", "عشر", "مءه", "ميه", "مايه", "الف", "الاف"))
    return not (before in _BEFORE_NOUNS or counted)


def _rank(found: Found) -> tuple[int, int]:
    """Longer first; then names, then what is settled, then what is open; a short form before somebody unknown."""
    if found.entry.kind == "short":
        return found.last, 2
    if found.open == "which":
        return found.last, 3
    return found.last, 1 if found.open else 3 if found.actor_id else 1


def _force(entry: Entry, organ: str) -> str:
    """Soldiers, guns and sites of a government are its army's."""
    fights = entry.rank in FORCE and entry.rank != "site" and entry.organ != "government"
    return "army" if organ == "government" and fights else organ


def coordinated(words: Words, found: Found, registry: Registry) -> Iterator[Found]:
    """Parties that share the noun before them: «الجيشان السوري والروسي»، «وزراء خارجية قطر ومصر»، «محادثات روسية تركية»."""
    k = found.last + 1
    kind = "adjective" if found.reasons[-1].rule == "actors.adjective" else "country"
    while found.rank and found.country and found.open != "organ":
        dash = words.form(k) in ("-", "–") and found.rank == "deed"
        hit = words.hit(k + dash, kind)
        if hit is None or hit.entry.rank or hit.entry.target == found.country or not hit.entry.nation == (kind == "adjective"):
            return
        joined = hit.reading.procs in ("و", "وال") or (found.rank == "deed" and hit.bare)
        if not joined or (kind == "adjective" and hit.definite != found.definite):
            return
        actor = registry.organ(hit.entry.target, found.organ)
        more = _found(words, hit, actor, country=hit.entry.target, organ=found.organ, rank=found.rank)
        more.reasons = [*found.reasons[:-1], hit.entry.reason]
        more.open = "" if actor else "nation"
        yield more
        k = hit.last + 1
