"""What only the report can settle: whose «الجيش» it is, whom «التنظيم» means, whose «عناصره» are.

Antecedents are taken as close as they come: the nearest mention before that fits, as anaphora in news text goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Reason
from .agency import Agency
from .agreement import agrees, pronoun_of
from .found import FORCE, Found
from .lexis import Words
from .names import Names
from .registry import Registry
from .survey import survey

# How far back an antecedent may lie: in mentions, and in words for the owner of a pronoun or of an office.
_REACH = 150
_OWNER_REACH = 45
_OFFICE_REACH = 30
_ARMED = frozenset({"armed_group", "armed_forces", "security_force", "coalition", "political_group", "government"})


class Resolver:
    """Settles the open mentions of one page, in order."""

    def __init__(self, words: Words, registry: Registry, told_in: str | None) -> None:
        self._words = words
        self._registry = registry
        self._told_in = told_in
        self._about: str | None = None
        self._named: frozenset[str] = frozenset()
        self.done: list[Found] = []
        self._ahead: Sequence[Found] = ()
        self._agency = Agency(words, registry, self.done)
        self._names = Names(words, registry)

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
        named = {f.actor_id for f in all_found if f.actor_id and not f.open}
        for i, found in enumerate(all_found):
            self._ahead = all_found[i + 1 : i + 1 + _REACH] if found.open == "short" else ()
            if self._settle(found, named):
                self.done.append(found)
        return [found for found in self.done if found.open != "silent"]

    def _settle(self, found: Found, named: set[str]) -> bool:
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
                return self._names.which(found, named, self.about)
            case "rivals":
                return self._rivals(found)
            case "doubt":
                return self._doubt(found)
            case "nation":
                return self._nation(found)
            case "licence":
                return self._names.licensed(found, named)
        return True

    def _organ(self, found: Found) -> bool:
        """«الجيش»: the nearest organ of that noun before, else the report's country's."""
        elsewhere = found.entry.alone not in ("local", "place")  # a governor is no office of who acts in the sentence
        if elsewhere and (self._same_noun(found) or (found.rank in FORCE and self._near(found)) or self._office(found)):
            return True
        if not self.about:
            return False
        found.actor_id = self._registry.organ(self.about, found.organ, self.about, bare=True)
        found.country = self.about
        self._because(found, "actors.country_of_report")
        return found.actor_id is not None

    def _earlier(self) -> Iterator[Found]:
        """The mentions before, nearest first; so many that a text of any length takes linear time."""
        return reversed(self.done[-_REACH:])

    def _same_noun(self, found: Found) -> bool:
        for earlier in self._earlier():
            same = earlier.entry.row == found.entry.row and earlier.organ == found.organ and earlier.rank == found.rank
            if same and (found.rank != "office" or found.noun == earlier.noun or found.open == "antecedent"):
                if earlier.open == "silent":
                    return False
                self._take(found, earlier)
                return True
        return found.rank == "voice" and self._speaker(found)

    def _speaker(self, found: Found) -> bool:
        """«المتحدث»، «المصدر»: the nearest source or spokesman before."""
        if not found.definite:
            return False
        for earlier in self._earlier():
            if earlier.rank == "voice" and (earlier.organ or not found.organ):
                if earlier.open == "silent" or earlier.actor_id is None:
                    return False
                self._take(found, earlier)
                return True
        return False

    def _office(self, found: Found) -> bool:
        """«وأكدت تونس وفق بلاغ لوزارة الخارجية»: an office is that of the government acting in the sentence."""
        if found.rank != "office":
            return False
        for earlier in self._earlier():
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
        for earlier in self._earlier():
            if self._sentence(earlier) != sentence:
                return False
            if earlier.actor_id and earlier.actor_id.endswith("." + found.organ):
                self._take(found, earlier)
                return True
        return False

    def _short(self, found: Found) -> bool:
        """«التنظيم»: the nearest party that bears such a name; else the report's; else the nearest of the kind."""
        heads, types, within = found.entry.data
        registry = self._registry
        loose: Found | None = None
        for earlier in self._earlier():
            if earlier.actor_id is None:
                if earlier.open != "silent" and "unknown" in types and earlier.noun[:4] == found.noun[:4]:
                    found.antecedent = earlier
                    return True
            elif earlier.noun.partition(" ")[0] in heads or (
                registry.fits(earlier.actor_id, found.entry.target, heads)
                and (earlier.entry.kind != "short" or earlier.entry.target == found.entry.target)
            ):
                return self._stand_for(found, earlier)
            elif loose is None and registry.category(earlier.actor_id) in types:
                loose = earlier
        if self.about in within:
            found.actor_id = within[self.about]
            self._because(found, "actors.country_of_report")
            self._upgrade(found)
            return True
        if loose is not None:
            return self._stand_for(found, loose)
        elsewhere = [country for country in within if country in self.countries_named]
        if len(elsewhere) == 1:
            found.actor_id = within[elsewhere[0]]
            self._because(found, "actors.country_named")
            return True
        later = {actor for actor in self._names_ahead() if registry.fits(actor, found.entry.target, heads)}
        if len(later) == 1:
            found.actor_id = later.pop()
            self._because(found, "actors.name_ahead")
            return True
        return "unknown" in types

    def _stand_for(self, found: Found, earlier: Found) -> bool:
        self._take(found, earlier)
        self._upgrade(found)
        return True

    def _names_ahead(self) -> set[str]:
        """Ids of parties that the report names in full after a short form."""
        return {f.actor_id for f in self._ahead if f.actor_id and not f.open}

    def _upgrade(self, found: Found) -> None:
        """A government that fights does so by its army."""
        country, _, organ = (found.actor_id or "").partition(".")
        if organ == "government" and (found.rank in FORCE or self._deed_organ(found) == "army"):
            found.actor_id = self._registry.organ(country, "army")

    def _agent(self, found: Found) -> bool:
        organ = self._agency.organ(found, self.about)
        if organ is None:
            return False
        found.actor_id = self._registry.organ(found.country, organ, self.about)
        found.organ = organ
        self._because(found, "actors.agent")
        return found.actor_id is not None

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
        earlier = self._possessor(found)
        if earlier is None or earlier.actor_id is None:
            return False
        self._take(found, earlier)
        country, _, organ = earlier.actor_id.partition(".")
        staff = found.rank in ("people", "some") and not found.organ and earlier.rank == "office"  # a ministry's own
        if country not in self._registry.countries or staff:
            return True
        if found.rank != "voice":
            found.actor_id = self._theirs(found, country, organ)
        elif earlier.open == "agent":  # «الولايات المتحدة … رئيسها»
            found.actor_id = self._registry.organ(country, found.organ or "government", self.about)
        return found.actor_id is not None

    def _possessor(self, found: Found) -> Found | None:
        """The nearest that the pronoun agrees with, else the nearest at all."""
        pronoun = pronoun_of(self._words, found)
        nearest: Found | None = None
        for earlier in self._earlier():
            if found.first - earlier.last > _OWNER_REACH:
                break
            if earlier.actor_id is None or earlier.open == "silent":
                continue
            if self._registry.category(earlier.actor_id) in _ARMED or "." in earlier.actor_id or earlier.country:
                if agrees(self._words, pronoun, earlier):
                    return earlier
                nearest = nearest or earlier
        return nearest

    def _theirs(self, found: Found, country: str, organ: str) -> str | None:
        """What a country's people, guns or militias are: its proxies, or its organ."""
        proxies = found.entry.data or {}
        if country in proxies:
            return str(proxies[country])
        wanted = found.organ if organ in ("", "government") else organ
        return self._registry.organ(country, wanted or "army", self.about)

    def _rivals(self, found: Found) -> bool:
        """«نيجيري» is Nigerian and Nigerien: the country that the report is about or names, else the first."""
        named = [country for country in found.rivals if country in self.countries_named]
        found.country = self.about if self.about in found.rivals else (named or found.rivals)[0]
        found.actor_id = self._registry.organ(found.country, found.organ)
        return True

    def _doubt(self, found: Found) -> bool:
        """«مالي» is "financial" too: it is Mali's where the report names the country otherwise."""
        return found.country in self.countries_named

    def _nation(self, found: Found) -> bool:
        """«القوات الكردية»: the party of a nation without a state in the report's country."""
        found.actor_id = self._registry.organ(found.country, found.organ or "army", self.about)
        self._because(found, "actors.country_of_report")
        return found.actor_id is not None or found.rank in ("people", "body")

    def _take(self, found: Found, earlier: Found) -> None:
        found.actor_id = earlier.actor_id
        found.country = earlier.country
        found.antecedent = earlier
        self._because(found, "actors.antecedent")

    def _because(self, found: Found, rule: str) -> None:
        found.reasons.append(Reason(rule))

    def _sentence(self, found: Found) -> int:
        return self._words.page.sentence_at(found.start)
