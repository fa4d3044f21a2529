"""Days of a month: figures («١-٩-٢٠٢٣»), with a name («12 آذار 2019»), of a month («16 من الشهر الجاري»)."""

from __future__ import annotations

from typing import NamedTuple

from .calendar import make
from .meanings import Day
from .months import HIJRI, YEARS, MonthName, Months, YearTail, hijri_year_of
from .words import Found, Number, Words

_SIGNS = frozenset("/-.–\\")
_OF = "من"
_DAYS = 31


class Date(NamedTuple):
    """A day of a month at tokens ``first``..``last``; ``day`` has what the words tell of it."""

    day: Day
    first: int
    last: int
    start: int
    rows: tuple[str, ...]


class Dates:
    """Reads days of a month."""

    def __init__(self, words: Words, months: Months, month_first: bool) -> None:
        self._words = words
        self._months = months
        self._month_first = month_first

    def at(self, i: int, *, after_day: bool = False) -> Date | None:
        """The date that begins at token ``i``. ``after_day``: a weekday or «يوم» stands before it."""
        words = self._words
        number = words.number(i)
        if number is not None:
            found = self._in_figures(number, after_day) if number.digits and not number.article else None
            return found or self._named(number) or self._of_month(number, after_day) or self._english_day(number)
        return self._first_of(i) or self._month_before(i) or self._english(i)

    def _first_of(self, i: int) -> Date | None:
        """«فاتح ماي», «غرة رمضان»."""
        words = self._words
        first = words.one(i, "firsts", procs=None)
        month = self._months.name(first.last + 1) if first is not None and words.follows(first.last + 1) else None
        if first is None or month is None:
            return None
        found = self._with_year(Number(first.value.data["day"], i, first.last, first.start), month)
        return found._replace(rows=(first.value.row, *found.rows))

    def day_number(self, i: int) -> Number | None:
        """A number at ``i`` that may be a day of a month."""
        number = self._words.number(i)
        if number is None or number.vague or not 1 <= number.value <= _DAYS:
            return None
        return number if not number.digits or len(self._words.form(number.last)) <= 2 else None

    def _in_figures(self, number: Number, after_day: bool) -> Date | None:
        """d/m/y, y-m-d, m/d/y where the country writes so; d/m only behind a weekday or «يوم»."""
        words, i = self._words, number.first
        sign = words.form(i + 1)
        if sign not in _SIGNS or not words.digits(i + 2) or not words.follows(i + 1) or not words.follows(i + 2):
            return None
        parts = [words.form(i), words.form(i + 2)]
        if words.form(i + 3) == sign and words.digits(i + 4) and words.follows(i + 4):
            parts.append(words.form(i + 4))
            if words.form(i + 5) == sign and words.glued(i + 6) and words.digits(i + 6):
                return None  # a version, an address, a telephone number
            ordered = self._ordered(parts, sign, words.glued(i + 1) and words.glued(i + 2))
            if ordered is None:
                return None
            day, month, year = ordered
            era = words.one(i + 5, "eras") if words.follows(i + 5) else None
            last = era.last if era is not None else i + 4
            hijri = (era is not None and era.value.data["calendar"] == "hijri") or HIJRI[0] <= year <= HIJRI[1]
            if (not hijri and make(year, month, day) is None) or month > 12:
                return None
            found = Day(day, month, year, calendar="hijri" if hijri else "gregorian")
            return Date(found, i, last, number.start, (era.value.row,) if era is not None else ())
        if not after_day or sign not in "/-" or not words.glued(i + 1) or not words.glued(i + 2):
            return None
        if not all(len(part) <= 2 for part in parts) or make(2000, int(parts[1]), int(parts[0])) is None:
            return None
        return Date(Day(int(parts[0]), int(parts[1])), i, i + 2, number.start, ())

    def _ordered(self, parts: list[str], sign: str, tight: bool) -> tuple[int, int, int] | None:
        """(day, month, year) of three figures."""
        values = [int(part) for part in parts]
        if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
            year, month, day = values
            if month > 12 >= day:
                month, day = day, month
        elif len(parts[0]) <= 2 and len(parts[1]) <= 2 and len(parts[2]) in (2, 4):
            day, month, year = values
            if (self._month_first and day <= 12) or (month > 12 >= day):
                day, month = month, day
            if len(parts[2]) == 2:
                if not tight or sign == ".":
                    return None
                year += 2000 if year < 50 else 1900
        else:
            return None
        fits = YEARS[0] <= year <= YEARS[1] or HIJRI[0] <= year <= HIJRI[1]
        return (day, month, year) if fits and 1 <= month <= 12 and 1 <= day <= _DAYS else None

    def _named(self, number: Number) -> Date | None:
        """«12 آذار», «الثالث والعشرين من مارس 2011», «الـ8 من حزيران»."""
        words = self._words
        if self.day_number(number.first) is None:
            return None
        j = number.last + 1
        if (words.form(j) == _OF and words.follows(j)) or self._joins(j):
            j += 1
        if not words.follows(j):
            return None
        month = self._months.name(j)
        if month is None or not (month.alef or number.digits or number.ordinal):
            return None
        return self._with_year(number, month)

    def _joins(self, j: int) -> bool:
        """A stroke, with spaces or without («8 / شباط / 2025»), or a dash without."""
        words = self._words
        tight = words.glued(j) and words.glued(j + 1)
        return (words.form(j) == "/" and words.follows(j)) or (words.form(j) == "-" and tight)

    def _with_year(self, number: Number, month: MonthName) -> Date:
        j = month.last + 1
        words = self._words
        if self._joins(j) and words.digits(j + 1) and len(words.form(j + 1)) == 4:
            tail = self._months.year(j + 1, hijri=month.calendar == "hijri")
        else:
            tail = self._months.tail(j, month)
        rows = month.rows + (tail.rows if tail is not None else ())
        last = tail.last if tail is not None else month.last
        day = dated(number.value, month, tail)
        named = words.one(number.first - 1, "memorials", procs=None) if tail is None else None
        if named is not None and (named.value.data["day"], named.value.data["month"]) == (day.number, day.month):
            day, rows = day._replace(year=named.value.data["year"]), (*rows, named.value.row)
        return Date(day, number.first, last, number.start, rows)

    def _of_month(self, number: Number, after_day: bool) -> Date | None:
        """«16 من الشهر الجاري», «الخامس من هذا الشهر», «يوم 15 الجاري»."""
        words = self._words
        if self.day_number(number.first) is None:
            return None
        j = number.last + 1
        if words.form(j) == _OF and words.follows(j):
            j += 1
        if not words.follows(j):
            return None
        rows: tuple[str, ...] = ()
        after_day = after_day or words.form(number.first - 1) == "في"
        this = words.form(j) == "هذا"
        unit = words.one(j + this, "units", procs=("ال", ""))
        if unit is not None and unit.value.data["unit"] == "month" and unit.value.field == "one":
            rows = (unit.value.row,)
            if this:
                return Date(Day(number.value, months=0), number.first, unit.last, number.start, rows)
            j = unit.last + 1
        elif this or not (after_day or number.ordinal or number.article) or words.form(number.last + 1) == _OF:
            return None
        modifier = words.one(j, "modifiers") if words.follows(j) else None
        if modifier is None or modifier.value.data.get("recent") or (not rows and modifier.value.data["turn"] != 0):
            return None
        rows += (modifier.value.row,)
        day = Day(number.value, months=modifier.value.data["turn"])
        return Date(day, number.first, modifier.last, number.start, rows)

    def _month_before(self, i: int) -> Date | None:
        """«أكتوبر 7, 2023»."""
        words = self._words
        month = self._months.name(i)
        if month is None or not words.follows(month.last + 1):
            return None
        number = self.day_number(month.last + 1)
        if number is None or not number.digits or words.form(number.last + 1) not in ("،", ","):
            return None
        year = self._months.year(number.last + 2) if words.follows(number.last + 2) else None
        if year is None:
            return None
        return Date(dated(number.value, month, year), i, year.last, month.start, month.rows + year.rows)

    def _english(self, i: int) -> Date | None:
        """ "October 31, 2024"."""
        words = self._words
        month = words.one(i, "english")
        number = self.day_number(month.last + 1) if month is not None else None
        if month is None or number is None or not number.digits:
            return None
        return self._english_year(month, number, first=i, start=month.start, behind=number.last + 1)

    def _english_day(self, number: Number) -> Date | None:
        """ "31 October 2024"."""
        words = self._words
        month = words.one(number.last + 1, "english") if words.follows(number.last + 1) else None
        if month is None or self.day_number(number.first) is None:
            return None
        return self._english_year(month, number, first=number.first, start=number.start, behind=month.last + 1)

    def _english_year(self, month: Found, number: Number, *, first: int, start: int, behind: int) -> Date | None:
        """The year at token ``behind``, a comma aside, completes an English day."""
        j = behind + (self._words.form(behind) == ",")
        year = self._months.year(j) if self._words.follows(j) else None
        if year is None:
            return None
        day = Day(number.value, month.value.data["month"], year.number)
        return Date(day, first, year.last, start, (month.value.row,))


def dated(number: int, month: MonthName, tail: YearTail | None) -> Day:
    """The day ``number`` of a month, with what the year's words tell."""
    if tail is None:
        return Day(number, month.number, calendar=month.calendar)
    year = tail.number
    if year is not None and month.calendar == "hijri" and tail.calendar == "gregorian":
        year = hijri_year_of(year, month.number, number)
    return Day(number, month.number, year, turn=tail.turn, calendar=month.calendar, years=tail.years)
