"""People whom the report itself gives to a party: «أبو عبيدة، الناطق باسم كتائب القسام», then «أبو عبيدة».

A name stands behind an office or before it, with or without a comma; it begins with a first name or a rank, or its last
part comes again in the report. What is learnt so, and every full name of the registry, is known by its last part later.
"""

from __future__ import annotations

from collections import Counter

import msgspec

from ..model import Reason
from ..text import RELATIVES
from .found import Found
from .lexis import Words

_MAX_PARTS = 5
# Parts of names that join what follows to what stands before.
_JOINERS = frozenset({"بن", "ابن", "ابو", "عبد", "ال", "ولد", "دي", "فون", "بنت", "الله", "الدين", "ذو"})
# Words that no name goes over: particles and prepositions, also of time.
_ENDS = RELATIVES.union(
    "ان انه انها انهم في من علي الي عن مع قد لقد خلال قوله قولها بان بانه امس اليوم ما لا لم لن هو هي كما بعد قبل "
    "حيث او ثم حول ضد عند لدي منذ حتي كان كانت هذا هذه ذلك هناك اي كل".split()
)


class Name(msgspec.Struct, frozen=True):
    """A person of the report: the mention that gave the party."""

    actor_id: str
    given_by: Found


class People:
    """Finds the names of a page's people once its other mentions are settled."""

    def __init__(self, words: Words, found: list[Found]) -> None:
        self._words = words
        self._found = found
        self._taken = {i for one in found for i in range(one.first, one.last + 1)}
        self._names: dict[tuple[str, ...], Name] = {}
        self._counts: Counter[str] | None = None

    def read(self) -> list[Found]:
        """All mentions in order: those given, with the names behind offices taken in, and the people found anew."""
        new: list[Found] = []
        for one in self._found:
            if one.actor_id is None or one.open == "silent":
                continue
            if one.entry.kind == "person" and one.head < 0:
                self._learn(one, one.first, one.last)
            elif one.rank in ("office", "voice"):
                new.extend(self._around(one))
        if self._names:
            new.extend(self._again())
        return sorted([*self._found, *new], key=lambda one: one.first) if new else self._found

    def _around(self, office: Found) -> list[Found]:
        words = self._words
        k, certain = self._behind_place(office.last + 1)
        comma = words.form(k) in ("،", ",", "-", "–")
        last = self._name(k + comma, certain=comma or certain)
        if last is not None:
            self._learn(office, k + comma, last)
            office.last = last
            self._taken.update(range(k, last + 1))
            office.reasons.append(Reason("actors.name_behind_office"))
            return []
        return self._before(office)

    def _behind_place(self, k: int) -> tuple[int, bool]:
        """The word behind the place that an office is of («قائد شرطة ديالى», «المبعوث الخاص إلى اليمن»), else ``k``;
        and whether only a sure name may stand there: an envoy's place tells that one follows, another's does not."""
        words = self._words
        i = k
        for _ in range(2):
            modifier = words.hit(i, "modifier")
            if modifier is None or not modifier.definite:
                break
            i = modifier.last + 1
        envoy = words.form(i) in ("الي", "لدي")
        i += envoy or words.form(i) == "في"
        place = words.hit(i, "cue", "country", "capital", "ground")
        if place is not None and place.entry.kind == "ground" and not place.definite:  # «في محافظة ديالى»
            place = words.hit(place.last + 1, "cue")
        return (k, False) if place is None or place.last in self._taken else (place.last + 1, not envoy)

    def _before(self, office: Found) -> list[Found]:
        """«محمد عبد السلام، المتحدث باسم …»: the name ends right before a definite office."""
        words = self._words
        stop = office.first - 1
        if words.form(stop) in ("،", ","):
            stop -= 1
        for first in range(max(0, stop - _MAX_PARTS), stop):
            if (
                words.hit(first, "title", "given")
                and first not in self._taken
                and self._name(first, certain=True) == stop
            ):
                return [self._person(office, first, stop, "actors.name_before_office")]
        return []

    def _name(self, first: int, *, certain: bool) -> int | None:
        """The last word of a person's name that begins at ``first``; None when there is no name.

        ``certain``: only a first name or a rank may begin it.
        """
        words = self._words
        i = first
        title = words.hit(i, "title")
        if title is not None and title.reading.procs == "":
            i = title.last + 1
        start = i
        known = self._given(i)
        parts = 0
        while parts < _MAX_PARTS and self._part(i, parts):
            if words.form(i) not in _JOINERS:
                parts += 1
            i += 1
            if parts >= 2 and not self._goes_on(i, parts):
                break
        last = i - 1
        if last < start or not words.joined(first, last):
            return None
        if known or title is not None:
            return last if parts >= 2 or title is not None or self._comes_again(last) else None
        if certain or parts < 1:
            return None
        if any(words.form(k).startswith(("ال", "بال", "لل", "وال")) for k in range(start, last)):
            return None
        return last if self._comes_again(last) else None

    def _goes_on(self, i: int, parts: int) -> bool:
        """A name of two parts goes on with «بن», a first name, or a family name in «ال»."""
        form = self._words.form(i)
        if self._words.form(i - 1) in _JOINERS or form in _JOINERS or self._given(i):
            return True
        return form.startswith("ال") and len(form) > 4 and parts == 2 and self._part(i, parts)

    def _part(self, i: int, parts: int) -> bool:
        words = self._words
        if not 0 <= i < len(words) or i in self._taken:
            return False
        token = words.tokens[i]
        if token.kind != "w" or len(token.form) < 2 or token.form in _ENDS:
            return False
        if self._given(i) or token.form in _JOINERS:
            return True
        if parts == 0 and token.form.startswith("ال"):
            return False
        return all(hit.entry.kind in ("adjective", "cue", "person", "given") for hit in words.hits(i))

    def _given(self, i: int) -> bool:
        hit = self._words.hit(i, "given")
        return hit is not None and hit.reading.procs == ""

    def _comes_again(self, i: int) -> bool:
        """The word is told twice or more, once at least behind a verb."""
        if self._counts is None:
            self._counts = Counter(
                words_form
                for k, words_form in enumerate(token.form for token in self._words.tokens)
                if k and self._words.hit(k - 1, "verb", "title")
            )
        form = self._words.form(i)
        return len(form) > 2 and self._counts[form] >= 1

    def _learn(self, giver: Found, first: int, last: int) -> None:
        words = self._words
        while first < last and words.hit(first, "title"):
            first += 1
        forms = tuple(words.form(i) for i in range(first, last + 1))
        name = Name(str(giver.actor_id), giver)
        self._names.setdefault(forms, name)
        if len(forms) > 1 and len(forms[-1]) > 2 and forms[-1] not in _JOINERS:
            self._names.setdefault(forms[-1:], name)
            if forms[-1].startswith("ال"):
                self._names.setdefault((forms[-1][2:],), name)
        if len(forms) > 2 and forms[-2] in _JOINERS:
            self._names.setdefault(forms[-2:], name)

    def _person(self, giver: Found, first: int, last: int, rule: str) -> Found:
        words = self._words
        self._learn(giver, first, last)
        self._taken.update(range(first, last + 1))
        entry = giver.entry
        found = Found(first, last, words.tokens[first].start, giver.actor_id, entry, [*giver.reasons, Reason(rule)])
        found.rank, found.country, found.antecedent = "person", giver.country, giver
        return found

    def _again(self) -> list[Found]:
        """Later tellings of the names learnt: whole ones anywhere, a last part behind a verb, rank or preposition."""
        words = self._words
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for forms in self._names:
            by_first.setdefault(forms[0], []).append(forms)
        out = []
        for known in by_first.values():
            known.sort(key=len, reverse=True)
        for i, form in enumerate(words.forms(0, len(words))):
            for forms in by_first.get(form, ()):
                last = i + len(forms) - 1
                name = self._names[forms]
                if last >= len(words) or self._taken & set(range(i, last + 1)) or i <= name.given_by.first:
                    continue
                if tuple(words.forms(i, last + 1)) == forms and self._told(i, len(forms)):
                    title = words.hit(i - 1, "title") is not None and i - 1 not in self._taken
                    out.append(self._person(name.given_by, i - title, last, "actors.name_again"))
                    break
        return out

    def _told(self, i: int, parts: int) -> bool:
        """A lone last part needs a verb, a rank or a preposition before it; «وقال التركي إن»."""
        words = self._words
        if parts > 1:
            return True
        before = words.hit(i - 1, "verb", "title", "licence")
        after = words.hit(i + 1, "verb")
        return before is not None or words.form(i - 1) in ("عن", "ان") or (after is not None and after.bare)
