"""Calendar arithmetic: intervals, and Hijri days as Gregorian ones.

Hijri dates are converted by ``hijridate``, that is by the Umm al-Qura calendar of Saudi Arabia; elsewhere the month may
begin a day earlier or later, so a Hijri date is sure to a day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from ..model import TimePrecision

Calendar = Literal["gregorian", "hijri"]
Unit = Literal["minute", "hour", "day", "week", "month", "year", "decade", "century"]

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
HIJRI_YEARS = (1343, 1500)  # what hijridate converts


class Interval(NamedTuple):
    """Days from ``from_`` to ``to``, both in it; None where it is open or not known."""

    from_: date | None
    to: date | None
    precision: TimePrecision

    @property
    def known(self) -> bool:
        """At least one end is known."""
        return self.from_ is not None or self.to is not None


def day(when: date) -> Interval:
    """One day."""
    return Interval(when, when, "day")


def stretch(from_: date | None, to: date | None) -> Interval:
    """A stretch of days; a single one is a day."""
    return Interval(from_, to, "day" if from_ is not None and from_ == to else "range")


def unknown(precision: TimePrecision) -> Interval:
    """A time whose dates are not known."""
    return Interval(None, None, precision)


def make(year: int, month: int, number: int, calendar: Calendar = "gregorian") -> date | None:
    """The day, None when there is no such day."""
    try:
        if calendar == "gregorian":
            return date(year, month, number)
        if not HIJRI_YEARS[0] <= year <= HIJRI_YEARS[1]:
            return None
        from hijridate import Hijri

        converted = Hijri(year, month, number).to_gregorian()
        return date(converted.year, converted.month, converted.day)
    except (ValueError, OverflowError):
        return None


def month(year: int, number: int, calendar: Calendar = "gregorian") -> Interval:
    """All days of a month."""
    if calendar == "gregorian":
        if not 1 <= year <= 9999:
            return unknown("month")
        return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")
    first = make(year, number, 1, calendar)
    following = make(year + number // 12, number % 12 + 1, 1, calendar)
    if first is None or following is None:
        return unknown("month")
    return Interval(first, following - timedelta(1), "month")


def year(number: int, calendar: Calendar = "gregorian") -> Interval:
    """All days of a year."""
    first, last = month(number, 1, calendar), month(number, 12, calendar)
    return Interval(first.from_, last.to, "year")


def years(first: int, count: int) -> Interval:
    """``count`` Gregorian years from ``first`` on."""
    if not 1 <= first <= 9999 - count:
        return unknown("range")
    return Interval(date(first, 1, 1), date(first + count - 1, 12, 31), "range")


def week(when: date, begins: int) -> Interval:
    """The week that holds ``when``; ``begins`` is the weekday (Monday 0) it begins with."""
    first = shift(when, -((when.weekday() - begins) % 7), "day")
    return Interval(first, shift(first, 6, "day"), "week")


def hijri_year(when: date) -> int:
    """The Hijri year that holds ``when``, to within a day."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(when.year, when.month, when.day).to_hijri().year)
    except (ValueError, OverflowError):
        return round((when.year - 622) * 33 / 32)


def shift(when: date, count: int, unit: Unit) -> date:
    """``count`` units from ``when`` on (back when negative); a day that the month lacks is its last.

    Dates stay within the years 1 to 9999. Hours and minutes are less than a day each and shift by whole days.
    """
    try:
        if unit in _MONTHS:
            months = when.year * 12 + when.month - 1 + count * _MONTHS[unit]
            number = months % 12 + 1
            return date(months // 12, number, min(when.day, monthrange(months // 12, number)[1]))
        if unit in ("hour", "minute"):
            whole = -(-abs(count) // (24 if unit == "hour" else 1440))
            return when + timedelta(whole if count > 0 else -whole)
        return when + timedelta(count * (7 if unit == "week" else 1))
    except (ValueError, OverflowError):
        return date.max if count > 0 else date.min
