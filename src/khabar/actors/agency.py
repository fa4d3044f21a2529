"""Whether a country, capital or people acts where it is named, and by which organ, or is only a place.

Verbs before or behind it, prepositions of agency and deeds speak for acting; prepositions of place, frontiers and
genitives behind other nouns speak against it.
"""

from __future__ import annotations

from .found import Found
from .lexis import Entry, Hit, Words
from .registry import Registry
from .survey import INTO

_PLACE = "place"
_PARTICLES = frozenset({"قد", "لم", "لن", "لا", "سوف", "ما", "كانت", "كان", "التي", "الذي"})
_ONTO = frozenset({"علي", "نحو", "من", "باتجاه", "تجاه", "الي"})
_OPENS = frozenset({"لم", "لن", "لا", "ان", "قد", "حيث", "التي", "بينما", "فيما", "كما"})
_NO_VERBS = frozenset({"تحت", "تجاه", "تلك", "تقريبا", "تماما", "تدريجيا", "يوم", "يناير", "يوليو", "يونيو", "تموز"})
_CLAUSE = frozenset(
    {
        "حيث",
        "اذ",
        "اذا",
        "حين",
        "التي",
        "الذي",
        "قد",
        "وقد",
        "اي",
        "هل",
        "كانت",
        "وكانت",
        "كان",
        "كما",
        "تزال",
        "يزال",
        "زالت",
        "مازالت",
        "باتت",
        "ظلت",
        "عادت",
    }
)
_TOPIC = frozenset({"ان", "لان", "بان", "لكن", "وان", "فان"})  # إنّ and its sisters put the subject first


class Agency:
    """Reads what stands around the countries of a page; ``done`` are the mentions settled so far."""

    def __init__(self, words: Words, registry: Registry, done: list[Found]) -> None:
        self._words = words
        self._registry = registry
        self._done = done

    def organ(self, found: Found, about: str) -> str | None:
        """The organ by which a country acts here; "" when it acts and the words do not say; None when it is a place."""
        words = self._words
        procs = {hit.reading.procs for hit in words.hits(found.first) if hit.entry is found.entry}
        before = words.form(found.first - 1)
        if self._done and procs & {"و", "وال"} and self._done[-1].last == found.first - 1 and self._done[-1].actor_id:
            return self._beside(self._done[-1])
        if before in INTO:
            return None
        led = self._ending(found.first - 1, "licence") is not None
        if not procs & {"", "و", "ف", "ال", "وال"} or (before in _ONTO and not led):
            return self._onto(found, 1 + (before in _ONTO))
        told = self._led(found, procs)
        if told is not None:
            return None if told == _PLACE else told
        return self._followed(found, before, procs, about)

    def _led(self, found: Found, procs: set[str]) -> str | None:
        """The organ that the word before tells of: a verb, a preposition of agency, a deed."""
        words = self._words
        if not procs & {"", "ال"}:
            return None
        back = self._behind_verb(found.first - 1)
        for kind in ("verb", "licence", "deed"):
            hit = self._ending(back if kind == "verb" else found.first - 1, kind)
            if hit is None:
                continue
            if kind == "deed" and (hit.definite or not self._theirs_by(hit.entry, found)):
                continue
            if kind == "licence" and hit.entry.rank == "media":
                continue  # «إذاعة بغداد»
            if kind == "licence" and self._frontier(found.first - 2):
                return _PLACE
            if kind == "verb" and found.entry.kind == "adjective" and not hit.entry.rank:
                continue  # «قتل الإسرائيليين»
            return hit.entry.organ
        before = words.form(found.first - 1)
        opened = words.form(found.first - 2) in _OPENS and _present_verb(before)
        verb = (opened or _past_verb(self._as_verb(found.first - 1)) or _verb_with_object(before)) and not words.hits(
            found.first - 1
        )
        return "" if verb else None

    def _followed(self, found: Found, before: str, procs: set[str], about: str) -> str | None:
        """The organ that the verb behind tells of, where the country stands as its subject or object."""
        words = self._words
        following = found.last + 1
        if words.form(following) == ":" and found.country != about and not self._inside(found):
            return "government"  # a headline's speaker: «واشنطن: لا تغيير في موقفنا»
        if self._lists(found):
            return ""
        particle = words.form(following) in _PARTICLES
        if not self._subject(found, before, procs):
            return self._object(found)
        hit = words.hit(following + particle, "verb")
        if hit is not None and hit.reading.procs in ("", "س") and words.joined(found.last, hit.first):
            return hit.entry.organ
        if particle or before in _TOPIC or self._verb_behind(following):
            return ""
        return self._object(found)

    @staticmethod
    def _theirs_by(deed: Entry, found: Found) -> bool:
        """The genitive behind the deed does it: «رفض إسرائيل»; a capital's raids are on it."""
        return deed.rank == "theirs" or (deed.rank == "attacks" and found.entry.kind == "country")

    def _onto(self, found: Found, back: int) -> str | None:
        """«هجوم على إسرائيل», «تحذير لإيران», «بدعم من تركيا»: whom a deed is aimed at or comes from."""
        before = self._words.form(found.first - 1)
        if any("ب" in hit.reading.procs for hit in self._words.hits(found.first) if hit.entry is found.entry):
            return "" if self._words.hit(found.first - 1, "link") else None  # «المرتبطة بإيران»
        for i in range(found.first - back, found.first - 2 * back - 1, -1):
            hit = self._words.hit(i, "deed", "link")
            if hit is None or hit.last >= found.first:
                continue
            if (
                before != "من"
                or hit.entry.kind == "link"
                or (hit.entry.organ == "government" and found.entry.kind == "country")
            ):
                return ""  # «دعم من تركيا», but «انسحاب من أفغانستان»
        if before == "علي" and self._words.form(found.last + 1) == "ان":
            return "government"  # «إن على إسرائيل أن تنسحب»
        verb = self._words.hit(self._before_subject(found.first - back), "verb")
        return "" if verb is not None and verb.entry.rank else None

    def _verb_behind(self, i: int) -> bool:
        """A word that the lexicon does not know has the shape of a verb: «تركيا ترجئ», «روسيا هدفت»."""
        form = self._words.form(i)
        return (_present_verb(form) and not self._words.hit(i, "noun")) or (
            _past_verb(self._as_verb(i)) and not self._words.hits(i)
        )

    def _as_verb(self, i: int) -> str:
        """The form of a word, whose first letter is shown not to be the article's where it has a hamza («ألقت»)."""
        form = self._words.form(i)
        hamza = form.startswith("ال") and self._words.page.text[self._words.tokens[i].start] in "أإ"
        return "أ" + form[1:] if hamza else form

    def _behind_verb(self, i: int) -> int:
        """Word ``i``, or the verb before it that only an adverb or a preposition's pronoun parts from what follows."""
        return i - 1 if self._words.hit(i, "between") and self._words.hit(i - 1, "verb") else i

    def _ending(self, i: int, kind: str) -> Hit | None:
        """The entry of a kind whose last word is ``i``: «من قبل», «كل من»."""
        for first in (i, i - 1, i - 2):
            for hit in self._words.hits(first):
                if hit.entry.kind == kind and hit.last == i:
                    return hit
        return None

    def _inside(self, found: Found) -> bool:
        """A word stands before it on its line."""
        i = found.first - 1
        return i >= 0 and self._words.tokens[i].kind == "w" and self._words.joined(i, found.first)

    def _lists(self, found: Found) -> bool:
        """«… الضامنة (روسيا وتركيا وإيران)»: countries listed behind a sign are parties."""
        more = self._words.hit(found.last + 1, "country", "capital")
        if more is None or more.reading.procs != "و":
            return False
        return not self._inside(found) or self._words.page.text[found.start - 1] == "("

    def _before_subject(self, i: int) -> int:
        """The word before the mention or short noun that ends at word ``i``, else ``i``."""
        if self._done and self._done[-1].last == i:
            return self._done[-1].first - 1
        return i - 1 if self._words.hit(i, "noun", "short", "person") else i

    def _frontier(self, i: int) -> bool:
        """«الحدود مع تركيا»: a frontier's country is a place."""
        return any(self._words.hit(k, "frontier") for k in range(i, i - 3, -1))

    def _beside(self, earlier: Found) -> str:
        """The organ of a country named behind another party: an army's beside fighters («قوات النظام وروسيا»)."""
        if earlier.open == "agent":
            return earlier.organ
        armed = {"armed_group", "armed_forces", "coalition"}
        return "army" if self._registry.category(earlier.actor_id) in armed else "government"

    def _subject(self, found: Found, before: str, procs: set[str]) -> bool:
        """Whether a country stands where a subject before its verb does: «جامعة دمشق أعلنت» is not about Damascus."""
        if not self._inside(found):
            return True
        return bool(procs & {"و", "ف", "وال"}) or before in _TOPIC or before in _CLAUSE or before.endswith(("ما", "ان"))

    def _object(self, found: Found) -> str | None:
        """«اتهمت واشنطن طهران»: the object of a verb of addressing, right behind it or behind its subject."""
        behind = found.first - 1
        if self._words.hit(behind, "between"):
            behind -= 1
        hit = self._words.hit(self._before_subject(behind), "verb")
        return "government" if hit is not None and hit.entry.rank == "object" else None


def _past_verb(form: str) -> bool:
    """A past verb in the feminine, as countries take it («أرجأت تركيا»): by its ending."""
    return len(form) > 3 and form.endswith("ت") and not form.endswith(("ات", "يت", "وت", "موقت")) and form[:2] != "ال"


def _verb_with_object(form: str) -> bool:
    """A verb with its object before a country («تشنها تركيا», «فرضتها تركيا»): by prefix and pronoun."""
    if form.startswith(("زيار", "مغادر", "رحل", "هجر", "عود", "ال")):
        return False
    return len(form) > 4 and (form.endswith(("تها", "ته")) or (form[0] in "تي" and form.endswith(("ها", "هم"))))


def _present_verb(form: str) -> bool:
    """A present verb behind a country («تركيا ترجئ», «لبنان يتسلم»): by its prefix."""
    return len(form) > 2 and form[0] in "تي" and form not in _NO_VERBS and not form.endswith(("ه", "ات"))
