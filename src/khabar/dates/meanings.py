"""What time expressions mean: each meaning becomes an interval at an anchor, the report's own date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from ..model import TimePrecision
from . import calendar
from .calendar import Calendar, Interval, Unit, stretch, unknown

_NEAR = timedelta(14)


class Anchor(NamedTuple):
    """What expressions count from.

    ``reference``: the report's date; ``ahead``: the clause looks ahead; ``week``: the weekday a week begins with;
    ``echo``: the last dated time before; ``horizon``: earliest and latest day for what only a weekday dates.
    """

    reference: date | None
    ahead: bool
    week: int
    echo: Interval | None
    horizon: tuple[date, date]


class Meaning(Protocol):
    """A time that an anchor makes an interval."""

    def at(self, anchor: Anchor) -> Interval:
        """The interval at ``anchor``; its dates None when it needs what the anchor lacks."""


class Day(NamedTuple):
    """A day of a month: «12 آذار», «الخميس 26 آب», «16 من الشهر الجاري».

    ``turn`` -1 past, 0 running, 1 to come, None bare; ``months``/``years`` count from the report's own month or year.
    """

    number: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    turn: int | None = None
    calendar: Calendar = "gregorian"
    months: int | None = None
    years: int | None = None

    def at(self, anchor: Anchor) -> Interval:
        found = self._date(anchor)
        return unknown("day") if found is None else calendar.day(self._on_weekday(found))

    def _on_weekday(self, when: date) -> date:
        """A Hijri date is sure to a day only: the weekday tells which."""
        if self.calendar == "hijri" and self.weekday is not None:
            for step in (0, 1, -1):
                if (when + timedelta(step)).weekday() == self.weekday:
                    return when + timedelta(step)
        return when

    def _date(self, anchor: Anchor) -> date | None:
        reference = anchor.reference
        if self.month is None:
            if reference is None:
                return None
            first = calendar.shift(reference.replace(day=1), self.months or 0, "month")
            return calendar.make(first.year, first.month, self.number)
        if self.year is not None:
            return calendar.make(self.year, self.month, self.number, self.calendar)
        if reference is None:
            return self._by_weekday(*anchor.horizon)
        if self.years is not None:
            return calendar.make(reference.year + self.years, self.month, self.number, self.calendar)
        return self._nearest(reference, anchor.ahead)

    def _in_years(self, first: int, stop: int, step: int) -> Iterator[date]:
        for number in range(first, stop, step):
            when = calendar.make(number, self.month or 1, self.number, self.calendar)
            if when is not None:
                yield when

    def _by_weekday(self, earliest: date, latest: date) -> date | None:
        """The last year in which the day falls on the weekday."""
        if self.weekday is None or self.calendar != "gregorian":
            return None
        for when in self._in_years(latest.year, earliest.year - 1, -1):
            if earliest <= when <= latest and when.weekday() == self.weekday:
                return when
        return None

    def _nearest(self, reference: date, ahead: bool) -> date | None:
        own = calendar.hijri_year(reference) if self.calendar == "hijri" else reference.year
        around = list(self._in_years(own + 5, own - 6, -1))
        if self.weekday is not None and self.calendar == "gregorian":
            # The report's date may be a few days older than what it tells, where it is the page's.
            limit = reference + timedelta(400 if self.turn == 1 or ahead else 7)
            fitting = [when for when in around if when <= limit and when.weekday() == self.weekday]
            if fitting and reference - fitting[0] < timedelta(4 * 366):
                return fitting[0]
        if self.turn == 0:
            return min(around, key=lambda when: abs(when - reference), default=None)
        if self.turn == 1 or (ahead and self.turn is None):
            return next((when for when in reversed(around) if when >= reference), None)
        return next((when for when in around if when <= reference), None)


class Weekday(NamedTuple):
    """«الأربعاء», «السبت الماضي», «الجمعة الأسبوع الماضي» (``weeks`` counts from the report's own week)."""

    number: int
    turn: int | None = None
    weeks: int | None = None

    def at(self, anchor: Anchor) -> Interval:
        reference = anchor.reference
        if reference is None:
            return unknown("day")
        if self.weeks is not None or self.turn == 0:
            first = calendar.week(calendar.shift(reference, self.weeks or 0, "week"), anchor.week).from_
            return calendar.day(_first_on(first or reference, self.number))
        if (self.turn is not None and self.turn > 0) or (anchor.ahead and self.turn is None):
            later = timedelta(0 if self.turn is None else 1)
            return calendar.day(_first_on(reference + later, self.number))
        back = (reference.weekday() - self.number) % 7
        if self.turn is not None:
            back = back or 7
        return calendar.day(reference - timedelta(back))


def _first_on(when: date, weekday: int) -> date:
    """The first day from ``when`` on that is a ``weekday``."""
    return calendar.shift(when, (weekday - when.weekday()) % 7, "day")


class Nights(NamedTuple):
    """«ليل الأربعاء الخميس»: from the one weekday to the next."""

    first: int
    second: int

    def at(self, anchor: Anchor) -> Interval:
        last = Weekday(self.second).at(anchor).to
        return unknown("range") if last is None else stretch(last - timedelta((self.second - self.first) % 7), last)


class FromToday(NamedTuple):
    """«اليوم», «أمس», «غدا»; with a weekday («أمس الأحد») that corrects an older or newer date of the report."""

    offset: int
    weekday: int | None = None
    span: int = 1

    def at(self, anchor: Anchor) -> Interval:
        if anchor.reference is None:
            return unknown("day" if self.span == 1 else "range")
        when = calendar.shift(anchor.reference, self.offset, "day")
        if self.weekday is not None and when.weekday() != self.weekday:
            tomorrow = calendar.shift(when, 1, "day")
            back = (when.weekday() - self.weekday) % 7
            when = tomorrow if tomorrow.weekday() == self.weekday else calendar.shift(when, -back, "day")
        return stretch(when, calendar.shift(when, self.span - 1, "day"))


class Month(NamedTuple):
    """«آذار 2019», «يوليو الماضي», «رمضان»."""

    number: int
    year: int | None = None
    turn: int | None = None
    calendar: Calendar = "gregorian"
    years: int | None = None

    def at(self, anchor: Anchor) -> Interval:
        if self.year is not None:
            return calendar.month(self.year, self.number, self.calendar)
        reference = anchor.reference
        if reference is None:
            return unknown("month")
        own = calendar.hijri_year(reference) if self.calendar == "hijri" else reference.year
        if self.years is not None:
            return calendar.month(own + self.years, self.number, self.calendar)
        around = [calendar.month(own + step, self.number, self.calendar) for step in (1, 0, -1, -2)]
        found = [m for m in around if m.from_ is not None and m.to is not None]
        ahead = (self.turn is not None and self.turn > 0) or (anchor.ahead and self.turn is None)
        if ahead:
            coming = [m for m in found if m.from_ is not None and m.from_ > reference]
            return coming[-1] if coming else unknown("month")
        if self.turn is not None and self.turn < 0:
            found = [m for m in found if m.to is not None and m.to < reference]
        return next((m for m in found if m.from_ is not None and m.from_ <= reference), unknown("month"))


class Year(NamedTuple):
    """«عام 2008», «1445 هـ»."""

    number: int
    calendar: Calendar = "gregorian"

    def at(self, anchor: Anchor) -> Interval:
        return calendar.year(self.number, self.calendar)


class Years(NamedTuple):
    """``count`` years from ``first`` on: «ثمانينيات القرن الماضي», «القرن التاسع عشر»."""

    first: int
    count: int

    def at(self, anchor: Anchor) -> Interval:
        return calendar.years(self.first, self.count)


class Turn(NamedTuple):
    """«الأسبوع الماضي», «الشهر الجاري», «العام المقبل»: whole units, ``count`` from the one that holds the report."""

    unit: Unit
    count: int

    def at(self, anchor: Anchor) -> Interval:
        precision: TimePrecision = self.unit if self.unit in ("day", "week", "month", "year") else "range"  # type: ignore[assignment]
        if anchor.reference is None:
            return unknown(precision)
        when = calendar.shift(anchor.reference, self.count, self.unit)
        if self.unit == "week":
            return calendar.week(when, anchor.week)
        if self.unit == "month":
            return calendar.month(when.year, when.month)
        if self.unit == "year":
            return calendar.year(when.year)
        if self.unit == "decade":
            return calendar.years(when.year - when.year % 10, 10)
        if self.unit == "century":
            return calendar.years((when.year - 1) // 100 * 100 + 1, 100)
        return calendar.day(when)


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

    def at(self, anchor: Anchor) -> Interval:
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
