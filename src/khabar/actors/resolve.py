"""What only the report can settle: whose «الجيش» it is, whom «التنظيم» means, whether a country acts.

Antecedents are taken as close as they come: the nearest mention before that fits, as anaphora in news text goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..model import Reason
from .lexis import Entry, Hit, Words
from .phrases import FORCE, Found
from .registry import Registry

_INTO = frozenset({"في", "داخل", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط"})
_OWNER_REACH = 45
_OFFICE_REACH = 30
_PARTICLES = frozenset({"قد", "لم", "لن", "لا", "سوف", "ما", "كانت", "كان", "التي", "الذي"})
_ONTO = frozenset({"علي", "ضد", "نحو", "من", "باتجاه", "تجاه", "الي"})
_NO_VERBS = frozenset({"تحت", "تجاه", "تلك", "تقريبا", "تماما", "تدريجيا", "يوم", "يناير", "يوليو", "يونيو", "تموز"})
_TOPIC = frozenset({"ان", "لان", "بان", "لكن", "وان", "فان"})  # إنّ and its sisters put the subject first
_ARMED = frozenset({"armed_group", "armed_forces", "security_force", "coalition", "political_group", "government"})


def survey(words: Words, registry: Registry, told_in: str | None) -> tuple[str, frozenset[str]]:
    """The country that a report is about, by the countries, towns and parties it names ("" when it names none), and
    the countries that it names by more than an adjective.

    ``told_in`` is the outlet's country (an ISO code or an English name), a weak sign.
    """
    votes: Counter[str] = Counter()
    names: set[str] = set()
    first_stop = words.page.sentences[0][1] if words.page.sentences else 0
    for i in range(len(words)):
        for hit in words.hits(i):
            vote = _vote(words, hit, registry)
            if vote:
                country, weight = vote
                if hit.entry.kind in ("country", "capital", "cue"):
                    names.add(country)
                votes[country] += weight * (2 if words.tokens[i].start < first_stop else 1)
                break
    if told_in and (named := _named(told_in, registry)):
        votes[named] += 2
    best = votes.most_common(1)
    return (best[0][0] if best else ""), frozenset(names)


def _named(told_in: str, registry: Registry) -> str:
    name = told_in.strip().lower().replace(" ", "_")
    if name in registry.countries:
        return name
    return registry.codes.get(name, "")


def _vote(words: Words, hit: Hit, registry: Registry) -> tuple[str, int] | None:
    entry = hit.entry
    if entry.kind in ("country", "capital", "cue"):
        there = hit.reading.procs.endswith("ب") or words.form(hit.first - 1) in _INTO
        return entry.target, 3 if there else 2 if entry.kind == "cue" else 1
    if entry.kind == "adjective":
        country = entry.target if entry.nation else registry.country_of(entry.target)
        return (country, 1) if country and not registry.countries[country].within else None
    if entry.kind in ("party", "person") and entry.alone != "local" and not any(
        other.entry.target != entry.target and other.last == hit.last for other in words.hits(hit.first)
    ):
        country = registry.country_of(entry.target)
        return (country, 1) if country else None
    return None


def _past_verb(form: str) -> bool:
    """A past verb in the feminine, as countries take it («أرجأت تركيا»): by its ending."""
    return len(form) > 3 and form.endswith("ت") and not form.endswith(("ات", "يت", "وت", "قت")) and form[:2] != "ال"


def _present_verb(form: str) -> bool:
    """A present verb behind a country («تركيا ترجئ», «لبنان يتسلم»): by its prefix."""
    return len(form) > 3 and form[0] in "تي" and form not in _NO_VERBS and not form.endswith(("ه", "ات"))


class Resolver:
    """Settles the open mentions of one page, in order."""

    def __init__(self, words: Words, registry: Registry, told_in: str | None) -> None:
        self._words = words
        self._registry = registry
        self._told_in = told_in
        self._about: str | None = None
        self._named: frozenset[str] = frozenset()
        self.done: list[Found] = []
        self._all: Sequence[Found] = ()

    @property
    def about(self) -> str:
        """The country that the report is about."""
        self._survey()
        return self._about or ""

    @property
    def countries_named(self) -> frozenset[str]:
        """The countries that the report names by more than an adjective."""
        self._survey()
        return self._named

    def _survey(self) -> None:
        if self._about is None:
            self._about, self._named = survey(self._words, self._registry, self._told_in)

    def settle(self, all_found: Sequence[Found]) -> list[Found]:
        """The mentions that hold, with their ids."""
        self._all = all_found
        named = {f.actor_id for f in all_found if f.actor_id and not f.open}
        for found in all_found:
            if self._settle(found, named):
                self.done.append(found)
        return [found for found in self.done if found.open != "silent"]

    def _settle(self, found: Found, named: set[str | None]) -> bool:
        match found.open:
            case "organ":
                return self._organ(found)
            case "antecedent":
                return self._same_noun(found)
            case "short":
                return self._short(found)
            case "agent":
                return self._agent(found)
            case "owner":
                return self._owner(found)
            case "which":
                return self._which(found, named)
            case "doubt":
                return self._doubt(found)
            case "nation":
                return self._nation(found)
            case "licence":
                return self._licence(found, named)
        return True

    def _organ(self, found: Found) -> bool:
        """«الجيش»: the nearest organ of that noun before, else the report's country's."""
        if self._same_noun(found) or (found.rank in FORCE and self._near(found)) or self._office(found):
            return True
        if not self.about:
            return False
        found.actor_id = self._registry.organ(self.about, found.organ, self.about, bare=True)
        found.country = self.about
        self._because(found, "actors.country_of_report")
        return found.actor_id is not None

    def _same_noun(self, found: Found) -> bool:
        for earlier in reversed(self.done):
            same = earlier.entry.row == found.entry.row and earlier.organ == found.organ and earlier.rank == found.rank
            if same and (found.rank != "office" or found.noun == earlier.noun or found.open == "antecedent"):
                if earlier.open == "silent":
                    return False
                self._take(found, earlier)
                return True
        return found.rank == "voice" and self._speaker(found)

    def _speaker(self, found: Found) -> bool:
        """«المتحدث»، «المصدر»: the nearest source or spokesman before."""
        for earlier in reversed(self.done):
            if earlier.rank == "voice":
                if earlier.open == "silent" or earlier.actor_id is None:
                    return False
                self._take(found, earlier)
                return True
        return False

    def _office(self, found: Found) -> bool:
        """«وأكدت تونس وفق بلاغ لوزارة الخارجية»: an office is that of the government acting in the sentence."""
        if found.rank != "office":
            return False
        for earlier in reversed(self.done):
            if found.first - earlier.last > _OFFICE_REACH:
                return False
            joined = earlier.rank == "office" and self._words.form(found.first).startswith("و")
            if earlier.country and (earlier.open == "agent" or joined):
                found.actor_id = self._registry.organ(earlier.country, found.organ)
                found.country, found.antecedent = earlier.country, earlier
                self._because(found, "actors.antecedent")
                return True
        return False

    def _near(self, found: Found) -> bool:
        """People of an organ («جنديين») behind that organ in the same sentence."""
        if found.definite:
            return False
        sentence = self._sentence(found)
        for earlier in reversed(self.done):
            if self._sentence(earlier) != sentence:
                return False
            if earlier.actor_id and earlier.actor_id.endswith("." + found.organ):
                self._take(found, earlier)
                return True
        return False

    def _short(self, found: Found) -> bool:
        heads, types, within = found.entry.data
        registry = self._registry
        loose: Found | None = None
        for earlier in reversed(self.done):
            if earlier.open == "silent":
                continue
            if earlier.actor_id is None:
                if "unknown" in types and earlier.noun[:4] == found.noun[:4]:
                    found.antecedent = earlier
                    return True
                continue
            if registry.fits(earlier.actor_id, found.entry.target, heads) or earlier.noun in heads:
                self._take(found, earlier)
                self._upgrade(found)
                return True
            if loose is None and registry.category(earlier.actor_id) in types:
                loose = earlier
        later = {a for a in self._names_ahead(found) if registry.fits(a, found.entry.target, heads)}
        if loose is None and self.about not in within and len(later) == 1:
            found.actor_id = later.pop()
            self._because(found, "actors.name_ahead")
        elif self.about in within:
            found.actor_id = within[self.about]
            self._because(found, "actors.country_of_report")
        elif loose is not None:
            self._take(found, loose)
        else:
            return "unknown" in types
        self._upgrade(found)
        return True

    def _names_ahead(self, found: Found) -> set[str]:
        """Ids of parties that the report names in full after a short form."""
        return {f.actor_id for f in self._all if f.first > found.first and f.actor_id and not f.open}

    def _upgrade(self, found: Found) -> None:
        """A government that fights does so by its army."""
        if found.actor_id and found.actor_id.endswith(".government"):
            if found.rank in FORCE or self._deed_organ(found) == "army":
                country = found.actor_id.partition(".")[0]
                found.actor_id = self._registry.organ(country, "army")

    def _agent(self, found: Found) -> bool:
        organ = self._agency(found)
        if organ is None:
            return False
        found.actor_id = self._registry.organ(found.country, organ, self.about)
        found.organ = organ
        self._because(found, "actors.agent")
        return found.actor_id is not None

    def _agency(self, found: Found) -> str | None:
        """The organ by which a country acts here; "" when it acts and the words do not say; None when it is a place."""
        words = self._words
        procs = {hit.reading.procs for hit in words.hits(found.first) if hit.entry is found.entry}
        before = words.form(found.first - 1)
        if self.done and procs & {"و", "وال"} and self.done[-1].last == found.first - 1 and self.done[-1].actor_id:
            return self._beside(self.done[-1])
        if before in _INTO:
            return None
        if not procs & {"", "و", "ف", "ال", "وال"} or before in _ONTO:
            return self._onto(found, 1 + (before in _ONTO))
        for kind in ("verb", "licence", "deed"):
            hit = words.hit(found.first - 1, kind)
            if hit is None or hit.last != found.first - 1 or not procs & {"", "ال"}:
                continue
            if kind == "deed" and (hit.definite or not self._theirs_by(hit.entry, found)):
                continue
            if kind == "licence" and self._frontier(found.first - 2):
                return None
            if kind == "verb" and found.entry.kind == "adjective" and not hit.entry.rank:
                continue  # «قتل الإسرائيليين»
            return hit.entry.organ
        if _past_verb(before) and not words.hits(found.first - 1) and procs & {"", "ال"}:
            return ""
        following = found.last + 1
        if found.entry.kind == "capital" and words.form(following) == ":" and found.country != self.about:
            return "government"  # a headline's speaker: «واشنطن: لا تغيير في موقفنا»
        particle = words.form(following) in _PARTICLES
        hit = words.hit(following + particle, "verb")
        if hit is not None and hit.reading.procs in ("", "س") and words.joined(found.last, hit.first):
            return hit.entry.organ
        if particle or before in _TOPIC or (_present_verb(words.form(following)) and not words.hit(following, "noun")):
            return ""
        return self._object(found)

    @staticmethod
    def _theirs_by(deed: Entry, found: Found) -> bool:
        """The genitive behind the deed does it: «رفض إسرائيل», «غارات إسرائيل»; a capital's raids are on the capital."""
        return deed.rank == "theirs" or (deed.rank == "attacks" and found.entry.kind == "country")

    def _onto(self, found: Found, back: int) -> str | None:
        """«هجوم على إسرائيل», «تحذير لإيران», «بدعم من تركيا»: whom a deed is aimed at or comes from."""
        for i in (found.first - back, found.first - back - 1):
            hit = self._words.hit(i, "deed", "link")
            if hit is not None and hit.last < found.first:
                return ""
        verb = self._words.hit(found.first - back, "verb")
        return "" if verb is not None and verb.entry.rank else None

    def _frontier(self, i: int) -> bool:
        """«الحدود مع تركيا»: a frontier's country is a place."""
        return any(self._words.hit(k, "frontier") for k in range(i, i - 3, -1))

    def _beside(self, earlier: Found) -> str:
        """The organ of a country named behind another party: an army's beside fighters («قوات النظام وروسيا»)."""
        if earlier.open == "agent":
            return earlier.organ
        armed = {"armed_group", "armed_forces", "coalition"}
        return "army" if self._registry.category(earlier.actor_id) in armed else "government"

    def _object(self, found: Found) -> str | None:
        """«اتهمت واشنطن طهران»: the object of a verb of addressing, right behind it or behind its subject."""
        i = found.first - 1
        if self.done and self.done[-1].last == i:
            i = self.done[-1].first - 1
        hit = self._words.hit(i, "verb")
        return "government" if hit is not None and hit.entry.rank == "object" else None

    def _deed_organ(self, found: Found) -> str:
        """The organ that the verb or deed beside a mention tells of."""
        for i in (found.first - 1, found.last + 1):
            for hit in self._words.hits(i):
                if hit.entry.kind in ("verb", "deed"):
                    return "army" if hit.entry.organ in ("army", "airforce") else hit.entry.organ
        return ""

    def _owner(self, found: Found) -> bool:
        """«عناصره»: the nearest armed party or state organ before."""
        owner = self._words.hit(found.first - 1, "country", "capital")
        if owner is not None:  # «إيران وميليشياتها»
            found.country = owner.entry.target
            found.actor_id = self._theirs(found, found.country, "army")
            return found.actor_id is not None
        for earlier in reversed(self.done):
            if found.first - earlier.last > _OWNER_REACH:
                return False
            if earlier.actor_id is None or earlier.open == "silent":
                continue
            if self._registry.category(earlier.actor_id) in _ARMED or "." in earlier.actor_id or earlier.country:
                self._take(found, earlier)
                country, _, organ = earlier.actor_id.partition(".")
                if country in self._registry.countries:
                    found.actor_id = self._theirs(found, country, organ)
                return found.actor_id is not None
        return False

    def _theirs(self, found: Found, country: str, organ: str) -> str | None:
        """What a country's people, guns or militias are: its proxies, or its organ."""
        proxies = found.entry.data or {}
        if country in proxies:
            return str(proxies[country])
        wanted = found.organ if organ in ("", "government") else organ
        return self._registry.organ(country, wanted or "army", self.about)

    def _which(self, found: Found, named: set[str | None]) -> bool:
        """A name that several parties bear: the one of the report's country, else one that is named in full."""
        entries = (found.entry, *found.others)
        there = [e for e in entries if self._registry.country_of(e.target) == self.about]
        chosen = [*there, *(e for e in entries if e.target in named), *(e for e in entries if e.alone != "local")]
        if not chosen:
            return len(entries) == 1 and self._licence(found, named)
        if chosen[0] is not found.entry:
            found.actor_id, found.loaded = chosen[0].target, chosen[0].loaded
            found.reasons[-1] = chosen[0].reason
        if len(entries) > 1:
            self._because(found, "actors.country_of_report")
        return True

    def _doubt(self, found: Found) -> bool:
        """«مالي» is "financial" too: it is Mali's where the report names the country otherwise."""
        return found.country in self.countries_named

    def _nation(self, found: Found) -> bool:
        """«القوات الكردية»: the party of a nation without a state in the report's country."""
        found.actor_id = self._registry.organ(found.country, found.organ or "army", self.about)
        self._because(found, "actors.country_of_report")
        return found.actor_id is not None or found.rank in ("people", "body")

    def _licence(self, found: Found, named: set[str | None]) -> bool:
        """A name that is a common word too («الجزيرة»، «القاعدة») counts where something speaks for it."""
        words = self._words
        if found.head >= 0 or found.actor_id in named:
            return self._case(found)
        before = words.hit(found.first - 1, "verb", "licence")
        if before is not None and before.entry.organ in ("government", ""):
            return self._case(found)
        after = words.hit(found.last + 1, "verb")
        if after is not None and after.reading.procs in ("", "س") and words.joined(found.last, after.first):
            return self._case(found)
        return self._quoted(found)

    def _case(self, found: Found) -> bool:
        """No preposition that puts it in a place («في الجزيرة») or makes it a manner («بحماس»)."""
        before = self._words.form(found.first - 1)
        procs = {hit.reading.procs for hit in self._words.hits(found.first) if hit.entry is found.entry}
        return found.head >= 0 or (before not in _INTO and bool(procs & {"", "و", "ال", "وال", "ل", "ف"}))

    def _quoted(self, found: Found) -> bool:
        text = self._words.page.text
        end = self._words.tokens[found.last].end
        return text[found.start - 1 : found.start] in "\"«“'" and text[end : end + 1] in "\"»”'" and found.start > 0

    def _take(self, found: Found, earlier: Found) -> None:
        found.actor_id = earlier.actor_id
        found.country = earlier.country
        found.antecedent = earlier
        self._because(found, "actors.antecedent")

    def _because(self, found: Found, rule: str) -> None:
        found.reasons.append(Reason(rule))

    def _sentence(self, found: Found) -> int:
        return self._words.page.sentence_at(found.start)
