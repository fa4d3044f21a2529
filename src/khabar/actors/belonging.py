"""Whose a noun is: by an adjective of belonging, by a genitive, by a preposition or participle, or by the deed before.

Grammar: an adjective agrees with its noun in definiteness, also behind other adjectives («طائرات حربية روسية») and
behind a construct («وزير الدفاع الأميركي»); participles and prepositions link («عناصر من», «مصدر في», «الناطق باسم»).
Wright, *A Grammar of the Arabic Language* (3rd ed.), II §§ 75-93, 136.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .found import FORCE, MAX_MODIFIERS, Found, found_of, loaded_of
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
    "fixed": frozenset({"ل"}),
    "office": _IN | {"ل", "لدى"},
    "voice": _IN | {"باسم", "باسمه", "باسمها", "باسمهم", "من", "ل", "بلسان"},
}
_PEACEFUL = frozenset({"organisation", "media", "monitor"})


class Belonging:
    """Makes mentions of nouns and whom they belong to."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def adjective(self, words: Words, hit: Hit, k: int) -> Found | None:
        """The noun with an adjective of belonging, after up to three other adjectives."""
        entry = hit.entry
        organ = entry.organ
        m = k
        for _ in range(MAX_MODIFIERS + 1):
            for other in words.hits(m):
                if (
                    other.entry.kind == "adjective"
                    and other.definite == hit.definite
                    and not other.reading.procs.strip("ال")
                ):
                    if other.entry.rank or not words.joined(hit.first, m):
                        continue
                    if words.hits(m)[0].last > other.last:  # «شرطة غينيا الاستوائية» is no Guinean police
                        continue
                    found = self._of(words, hit, other, organ)
                    if found is not None:
                        return found
            modifier = words.hit(m, "modifier")
            if modifier is None or modifier.reading.procs.strip("ال"):
                return None
            if modifier.definite != hit.definite and modifier.entry.rank != "free":
                return None
            m = modifier.last + 1
            if organ in ("government", "army") or modifier.entry.organ == "-":  # «مسؤول أمني», «قوة بحرية»
                organ = modifier.entry.organ or organ
        return None

    def _of(self, words: Words, hit: Hit, other: Hit, organ: str) -> Found | None:
        entry, adjective = hit.entry, other.entry
        if adjective.nation and not organ:
            return None
        found = found_of(words, hit, adjective.target, organ=organ, rank=entry.rank)
        found.last = other.last
        found.reasons.append(adjective.reason)
        if adjective.nation:
            found.country = adjective.target
            found.actor_id = entry.data.get(adjective.target) or self._registry.organ(adjective.target, organ)
            found.open = "doubt" if adjective.alone else ""
            found.rivals = tuple(
                rival.entry.target
                for rival in words.hits(other.first)
                if rival.entry.kind == "adjective" and rival.entry.nation and rival.last == other.last
            )
            if len(found.rivals) > 1:
                found.open = "rivals"
            if found.actor_id is None and organ == "-":
                found.open = "silent"
            elif found.actor_id is None and self._registry.countries[found.country].within:
                found.open = "nation"
        if entry.loaded:
            found.loaded = loaded_of(entry.loaded, found.actor_id)
        return found

    def owned(self, words: Words, hit: Hit, owner: Found) -> Found | None:
        entry = hit.entry
        if entry.rank == "site" and self._registry.category(owner.actor_id) in _PEACEFUL and not owner.open:
            return None
        found = found_of(words, hit, owner.actor_id, organ=owner.organ or entry.organ, rank=entry.rank)
        found.last, found.country, found.open = owner.last, owner.country, owner.open
        found.reasons.extend(owner.reasons)
        found.loaded = owner.loaded
        found.entry = owner.entry if owner.open else entry
        found.noun = owner.noun
        found.others, found.rivals = owner.others, owner.rivals
        found.head = hit.first
        registry = self._registry
        if owner.open in ("agent", "nation"):  # «جيش مصر»، «حكومة السودان»
            if not entry.organ:
                return None
            found.organ = entry.organ
            found.actor_id = registry.organ(owner.country, entry.organ)
            if found.actor_id is None and owner.country not in entry.data:
                if owner.country not in registry.countries or not registry.countries[owner.country].within:
                    return None
                found.open = "nation"
            else:
                found.open = ""
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

    def loyal(self, words: Words, hit: Hit, owner: Found, participle: Entry) -> Found | None:
        """«القوات الموالية للحكومة»; a country's loyal or backed fighters are its proxies, not its army."""
        proxies = {**hit.entry.loyal, **hit.entry.data}
        country, _, organ = (owner.actor_id or owner.country).partition(".")
        ruled = participle.rank == "loyal" and organ == "government"
        if country in proxies and (owner.open == "agent" or ruled):
            found = found_of(words, hit, proxies[country], rank=hit.entry.rank)
            found.last = owner.last
            found.reasons.extend((participle.reason, *owner.reasons))
            return found
        return None if participle.rank == "backed" else self.owned(words, hit, owner)

    def may_link(self, words: Words, hit: Hit, owner: Found, at: int) -> bool:
        """Whether a preposition makes the noun the party's: «الشرطة في تركيا» but not «مصدر لرويترز»."""
        entry = hit.entry
        if words.form(at)[:1] == "ل" or words.form(at - 1) == "ل":
            if self._registry.category(owner.actor_id) == "media" or (hit.definite and entry.rank == "body"):
                return False
        elif entry.rank == "body" and owner.entry.kind != "country":
            return hit.definite and entry.organ == "government" and owner.entry.kind == "capital"
        if words.form(at - 1) == "من" and owner.entry.kind == "country" and entry.rank == "people":
            return True
        return owner.open != "agent" or bool(entry.alone and hit.definite and entry.rank in ("body", "office"))

    def official(self, words: Words, deed: Hit, modifier: Hit) -> Found:
        """«قصف حكومي»: the adjective stands for the army of the report's country."""
        found = found_of(words, modifier, None, organ=deed.entry.organ, rank="deed", open_="organ")
        found.reasons.insert(0, deed.entry.reason)
        return found

    def deed(self, words: Words, deed: Hit, adjective: Hit) -> Found:
        """The party that an adjective names behind a deed («غارة تركية»); only the adjective is its mention."""
        entry = adjective.entry
        found = found_of(words, adjective, entry.target, organ=deed.entry.organ, rank="deed")
        if entry.nation:
            found.country = entry.target
            found.actor_id = self._registry.organ(entry.target, deed.entry.organ)
            found.open = "doubt" if entry.alone else "" if found.actor_id else "nation"
        found.reasons.insert(0, deed.entry.reason)
        return found


class Link(NamedTuple):
    """The word where a linked party may begin, and the participle that links it if one does («الموالية لـ»)."""

    at: int
    participle: Entry | None


def linked(words: Words, hit: Hit) -> Link | None:
    """The link behind a noun, after adjectives; None without one."""
    k = hit.last + 1
    links = LINKS.get(hit.entry.rank, frozenset())
    for m in range(k, k + MAX_MODIFIERS + 1):
        link = words.hit(m, "link")
        if link is not None and link.definite == hit.definite:
            following = words.form(m + 1)
            return Link(m + 2 if following in ("الي", "من", "في", "عن", "ل") else m + 1, link.entry)
        form = words.form(m)
        if form in links:
            return Link(m + 1, None)
        if form[:1] in links and any(h.reading.procs[:1] == form[:1] for h in words.hits(m)):
            return Link(m, None)
        modifier = words.hit(m, "modifier", "adjective")
        if modifier is None or modifier.reading.procs not in ("", "ال"):
            return None
    return None


def _force(entry: Entry, organ: str) -> str:
    """Soldiers, guns and sites of a government are its army's."""
    fights = entry.rank in FORCE and entry.rank != "site" and entry.organ != "government"
    return "army" if organ == "government" and fights else organ


def coordinated(words: Words, found: Found, registry: Registry) -> Iterator[Found]:
    """Parties that share the noun before them: «الجيشان السوري والروسي»، «محادثات روسية تركية»."""
    k = found.last + 1
    kind = "adjective" if found.reasons[-1].rule == "actors.adjective" else "country"
    while found.rank and found.country and found.open != "organ":
        dash = words.form(k) in ("-", "–") and found.rank == "deed"
        hit = words.hit(k + dash, kind)
        if hit is None or hit.entry.rank or hit.entry.target == found.country:
            return
        if kind == "adjective" and not hit.entry.nation:
            return
        joined = hit.reading.procs in ("و", "وال") or (found.rank == "deed" and hit.bare)
        if not joined or (kind == "adjective" and hit.definite != found.definite):
            return
        actor = registry.organ(hit.entry.target, found.organ)
        more = found_of(words, hit, actor, country=hit.entry.target, organ=found.organ, rank=found.rank)
        more.reasons = [*found.reasons[:-1], hit.entry.reason]
        more.open = "" if actor else "nation"
        yield more
        k = hit.last + 1
