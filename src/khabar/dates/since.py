"""«منذ» with an event: «منذ بدء الحملة», «منذ اندلاع الحرب في 15 نيسان 2023»."""

from __future__ import annotations

from collections.abc import Callable

from .meanings import Year
from .phrase import Phrase
from .spans import Since, SinceEvent
from .words import Found, Words

_REACH = 14
_DEFINITE = ("ال", "هذا", "هذه", "تلك")
_POINTERS = frozenset(["اليه", "اليها", "اليهم", "الي"])  # they only look definite
_CLAUSES = frozenset(["ان", "انه", "انها", "ما", "متي"])  # behind them stands a clause, not a noun
_SUFFIXES = ("ها", "هم", "هما", "هن")
_APART = ("since", "until", "before", "after")  # what stands behind them dates something else
_YEARS = range(1900, 2101)


class SinceClauses:
    """Reads «منذ» with the event behind it; ``time`` reads the date of the event."""

    def __init__(self, words: Words, time: Callable[[int], Phrase | None]) -> None:
        self._words = words
        self._time = time

    def at(self, link: Found) -> Phrase | None:
        """The stretch since an event, named by its noun and what belongs to it.

        Where its clause dates the event the stretch begins then; the date itself is a time of its own.
        """
        words, first = self._words, link.last + 1
        if words.tokens[first].kind != "w":
            return None
        clause = words.form(first) in _CLAUSES
        dated = self.dated(first + 1)
        if dated is not None:
            at, found = dated
            rows = (link.value.row, *found.rows)
            return Phrase(link.first, at - 1, link.start, Since(found.meaning), "span", rows)
        if words.one(link.first, "vague", procs=None) is not None:
            return None  # «منذ فترة», «منذ زمن بعيد»
        if clause or self._time(first) is not None or self._opens(first):
            return None
        return Phrase(link.first, self._end(first), link.start, SinceEvent(), "span", (link.value.row,))

    def _opens(self, i: int) -> bool:
        """A word of time or a preposition, which is no event («منذ متى», «منذ نحو …»)."""
        words = self._words
        return words.number(i) is not None or any(words.one(i, kind) for kind in ("approximations", "prepositions"))

    def _end(self, first: int) -> int:
        """The last word of the event: its noun, what that is construed with, and adjectives."""
        words, last = self._words, first
        construct = not words.form(first).startswith(_DEFINITE) and not words.form(first).endswith(_SUFFIXES)
        head = words.one(first + 1, "event_heads") if construct and words.follows(first + 1) else None
        for step in range(1 + 2 * construct + 2):
            k = last + 1
            if not words.follows(k) or words.tokens[k].kind != "w" or self._time(k) is not None:
                break
            definite = words.form(k).startswith(_DEFINITE) and words.form(k) not in _POINTERS
            governed = construct and (step == 0 or (step == 1 and head is not None))
            if not definite and not (governed and self._noun(k)):
                break
            last = k
        return last

    def _noun(self, k: int) -> bool:
        """Not a preposition, nor a verb of the present («منذ مقتله يطالب …»)."""
        return not self._opens(k) and not self._words.form(k).startswith(("ي", "لل")) and len(self._words.form(k)) > 2

    def dated(self, j: int) -> tuple[int, Phrase] | None:
        """The time behind the event in its clause, and the token with which it or its preposition begins."""
        words = self._words
        for k in range(j, min(j + _REACH, words.count)):
            if not words.follows(k) or words.tokens[k].kind == "p":
                return None
            link = words.one(k, "prepositions")
            if link is not None and link.value.data["means"] in _APART:
                return None
            at = link.last + 1 if link is not None else k
            found = self._time(at) if words.follows(at) else None
            if found is None and link is not None and words.follows(at):
                found = self._bare_year(at)
            if found is not None and link is not None and link.value.data["means"] != "in":
                return None
            if found is not None and found.sure and found.kind not in ("vague", "part", "relative", "span", "prayer"):
                return k, found
        return None

    def _bare_year(self, at: int) -> Phrase | None:
        words = self._words
        if not words.digits(at) or len(words.form(at)) != 4 or int(words.form(at)) not in _YEARS:
            return None
        return Phrase(at, at, words.tokens[at].start, Year(int(words.form(at))), "year")
