"""Times of day: «الساعة العاشرة والربع صباحاً», «الساعة 00:30», «15:10 بتوقيت دمشق»."""

from __future__ import annotations

from typing import NamedTuple

from .atoms import BEFORE_HOUR, NUMBER
from .words import Words

_FRACTIONS = frozenset(["والنصف", "ونصف", "والربع", "وربع", "والثلث", "وثلث"])
_HOURS = 12
_MINUTES = frozenset(["دقيقه", "دقايق"])


class Hour(NamedTuple):
    """A time of day at tokens ``first``..``last``."""

    last: int
    start: int
    rows: tuple[str, ...]


class Clock:
    """Reads times of day; the hour itself is not kept, only that it belongs to the expression."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def at(self, i: int, day: bool) -> Hour | None:
        """The time of day that begins at token ``i``. ``day``: it stands behind a day, so «15:10» may do."""
        words = self._words
        kinds = words.kinds(i)
        if "clock" not in kinds and words.form(i) not in BEFORE_HOUR and NUMBER not in kinds:
            return None
        k = i
        while words.form(k) in BEFORE_HOUR and words.follows(k + 1) and k - i < 3:
            k += 1
        head = words.one(k, "clock", procs=None)
        start = words.tokens[i].start
        if head is not None and head.value.row.endswith("/hour") and words.follows(head.last + 1):
            last = self._reading(head.last + 1)
            if last is None or (words.form(k) == "ساعه" and words.form(last - 1) != ":"):
                return None
            if k == i:
                start = head.start
            return self._with_zone(last, start, (head.value.row,))
        if day and k == i and self._colon(i):
            return self._with_zone(i + 2, start, ())
        last = self._named(k)
        return None if last is None else Hour(last, start, ())

    def _named(self, k: int) -> int | None:
        """«السادسة مساء», «الثالثة من فجر الأحد»: an hour without «الساعة», known by the part of the day behind it."""
        words = self._words
        number = words.number(k)
        if number is None or not number.ordinal or not number.article or not 1 <= number.value <= _HOURS:
            return None
        if not words.form(k).endswith("ه"):
            return None  # hours are feminine: «الثالث» is of a month, «الثاني» of a unit
        last = number.last + (words.form(number.last + 1) in _FRACTIONS)
        of = words.form(last + 1) == "من" and words.follows(last + 2) and "construct" in words.kinds(last + 2)
        return last if of or (words.follows(last + 1) and words.one(last + 1, "adverb")) else None

    def _colon(self, i: int) -> bool:
        words = self._words
        return (
            words.form(i + 1) == ":" and words.form(i).isdigit() and words.form(i + 2).isdigit() and words.glued(i + 1)
        )

    def _reading(self, j: int) -> int | None:
        """The last token of the hour's figures or words."""
        words = self._words
        if self._colon(j):
            return j + 2
        number = words.number(j)
        if number is None or not 0 <= number.value <= 24 or (not number.digits and not number.article):
            return None
        last = number.last
        if words.form(last + 1) in _FRACTIONS:
            return last + 1
        if words.form(last + 1) == "الا" and words.follows(last + 2):
            return last + 2
        minutes = words.number(last + 1)
        if minutes is not None and words.form(minutes.last + 1) in _MINUTES:
            return minutes.last + 1
        return last

    def _with_zone(self, last: int, start: int, rows: tuple[str, ...]) -> Hour:
        end, zone = self.zone(last)
        return Hour(end, start, rows + zone)

    def zone(self, last: int) -> tuple[int, tuple[str, ...]]:
        """The last token of «بتوقيت دمشق», «بالتوقيت المحلي» behind token ``last``, and its rows."""
        words = self._words
        zone = words.one(last + 1, "clock") if words.follows(last + 1) else None
        if zone is None or not zone.value.row.endswith("/zone"):
            return last, ()
        named = words.form(zone.first).startswith("بتوقيت") and words.follows(zone.last + 1)
        return zone.last + (named and words.tokens[zone.last + 1].kind == "w"), (zone.value.row,)
