"""What time expressions mean: each meaning becomes an interval at an anchor, the report's own date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from ..model import TimePrecision
from . import calendar
from .calendar import Calendar, Interval, Unit, stretch, unknown

_SIX = 6


class Anchor(NamedTuple):
    """What expressions count from.

    ``reference``: the report's date; ``ahead``: the clause looks ahead; ``week``: the weekday a week begins with;
    ``echo``: the last dated time before; ``horizon``: earliest and latest day for what only a weekday dates;
    ``near``: ``echo`` stands in the same sentence; ``next_day``: the report was written on the day behind its date.
    """

    reference: date | None
    ahead: bool
    week: int
    echo: Interval | None
    horizon: tuple[date, date]
    near: bool = False
    next_day: bool = False


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
            own = calendar.hijri_year(reference) if self.calendar == "hijri" else reference.year
            return calendar.make(own + self.years, self.month, self.number, self.calendar)
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
    """«الأربعاء», «السبت الماضي», «الجمعة الأسبوع الماضي» (``weeks`` counts from the report's own week).

    ``fresh``: told with its hour («في ساعة مبكرة من فجر الأحد»), as one tells what is new. Then the day behind the
    report's is more likely than that of six days before: the date of a page may be a day older than its text.
    """

    number: int
    turn: int | None = None
    weeks: int | None = None
    fresh: bool = False

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
            back = (back or 7) + 7 * (self.turn < -1)
        elif back == _SIX and (self.fresh or anchor.next_day):
            back = -1
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
    """``size`` years from ``first`` on: «ثمانينيات القرن الماضي», «القرن التاسع عشر»."""

    first: int
    size: int

    def at(self, anchor: Anchor) -> Interval:
        return calendar.years(self.first, self.size)


class Turn(NamedTuple):
    """«الأسبوع الماضي», «الشهر الجاري», «العام المقبل»: whole units, ``size`` from the one that holds the report."""

    unit: Unit
    size: int

    def at(self, anchor: Anchor) -> Interval:
        precision: TimePrecision = self.unit if self.unit in ("day", "week", "month", "year") else "range"
        if anchor.reference is None:
            return unknown(precision)
        when = calendar.shift(anchor.reference, self.size, self.unit)
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
