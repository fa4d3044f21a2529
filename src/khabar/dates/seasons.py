"""What seasons, feasts and edges mean («صيف 2014», «ثاني أيام عيد الأضحى», «مطلع آذار»)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from . import calendar
from .calendar import Calendar, Interval, stretch, unknown
from .meanings import Anchor, Meaning

_NEAR = timedelta(14)


class Season(NamedTuple):
    """«صيف 2014», «الشتاء الماضي»; ``months`` are the first and the last."""

    months: tuple[int, int]
    year: int | None = None
    turn: int | None = None
    years: int | None = None

    def at(self, anchor: Anchor) -> Interval:
        if self.year is not None:
            return self._of(self.year)
        reference = anchor.reference
        if reference is None:
            return unknown("range")
        if self.years is not None:
            return self._of(reference.year + self.years)
        around = [self._of(reference.year + step) for step in (1, 0, -1, -2)]
        if (self.turn is not None and self.turn > 0) or (anchor.ahead and self.turn is None):
            return next((s for s in reversed(around) if s.from_ and s.from_ > reference), unknown("range"))
        if self.turn == -1:
            around = [s for s in around if s.to and s.to < reference]
        return next((s for s in around if s.from_ and s.from_ <= reference), unknown("range"))

    def _of(self, number: int) -> Interval:
        first, last = self.months
        start, end = calendar.month(number, first), calendar.month(number + (last < first), last)
        return Interval(start.from_, end.to, "range")


class Feast(NamedTuple):
    """A religious or national day: ``number`` and ``days`` after the first; ``nth`` picks one («ثاني أيام العيد»).

    Bare it is the last one, or the next where that is near: reports tell of its eve («قبيل عيد الأضحى»).
    """

    calendar: Calendar
    month: int
    number: int
    days: int
    nth: int | None = None
    year: int | None = None
    turn: int | None = None

    def at(self, anchor: Anchor) -> Interval:
        reference = anchor.reference
        if self.year is not None:
            if self.calendar == "hijri" and self.year > calendar.HIJRI_YEARS[1]:
                own = calendar.hijri_year(date(self.year, 1, 1))
                starts = [s for s in self._starts(range(own, own + 2)) if s.year == self.year]
            else:
                starts = list(self._starts([self.year]))
            return self._from(starts[0]) if starts else unknown("day")
        if reference is None:
            return unknown("day" if self.days == 1 or self.nth else "range")
        own = calendar.hijri_year(reference) if self.calendar == "hijri" else reference.year
        starts = list(self._starts(range(own - 2, own + 3)))
        if self.turn == 1 or (anchor.ahead and self.turn is None):
            starts = [s for s in starts if s > reference][:1]
        else:
            near = reference + _NEAR if self.turn is None else reference
            starts = [s for s in starts if s <= near][-1:]
        return self._from(starts[0]) if starts else unknown("day")

    def _starts(self, numbers: range | list[int]) -> Iterator[date]:
        for number in numbers:
            start = calendar.make(number, self.month, self.number, self.calendar)
            if start is not None:
                yield start

    def _from(self, start: date) -> Interval:
        if self.nth is not None:
            return calendar.day(start + timedelta(self.nth - 1))
        return stretch(start, start + timedelta(self.days - 1))


class Edge(NamedTuple):
    """«مطلع», «منتصف», «أواخر» of a time; the bounds are those of the lexicon's row, by what they are a part of."""

    of: Meaning
    month: tuple[int, int]
    year: tuple[int, int]
    decade: tuple[int, int]
    week: tuple[int, int]
    bare: bool = False  # nothing says which («نهاية الأسبوع»)

    def at(self, anchor: Anchor) -> Interval:
        found = self._at(anchor)
        coming = found.from_ is not None and anchor.reference is not None and found.from_ > anchor.reference
        if not (self.bare and coming) or anchor.ahead or anchor.reference is None:
            return found
        whole = self.of.at(anchor)
        if whole.precision != "week":
            return found
        return self._at(anchor._replace(reference=calendar.shift(anchor.reference, -1, "week")))

    def _at(self, anchor: Anchor) -> Interval:
        whole = self.of.at(anchor)
        if whole.from_ is None or whole.to is None:
            return Interval(None, None, "month" if whole.precision == "year" else "range")
        if whole.precision == "year":
            first = calendar.shift(whole.from_, self.year[0] - 1, "month")
            last = calendar.shift(whole.from_, self.year[1], "month") - timedelta(1)
            return Interval(first, last, "month" if self.year[0] == self.year[1] else "range")
        if whole.precision == "range" and (whole.to - whole.from_).days > 3000:
            first = calendar.shift(whole.from_, self.decade[0] - 1, "year")
            return Interval(first, calendar.shift(whole.from_, self.decade[1], "year") - timedelta(1), "range")
        if whole.precision not in ("week", "month"):
            return whole
        bounds = self.week if whole.precision == "week" else self.month
        last = whole.from_ + timedelta(bounds[1] - 1) if bounds[1] else whole.to
        return stretch(whole.from_ + timedelta(bounds[0] - 1), min(last, whole.to))


class LastDay(NamedTuple):
    """«آخر يوم من حزيران»."""

    of: Meaning

    def at(self, anchor: Anchor) -> Interval:
        last = self.of.at(anchor).to
        return unknown("day") if last is None else calendar.day(last)
