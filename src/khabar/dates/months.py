"""Names of months, years behind them, and dates that consist of both («12 آذار 2019», «الثالث والعشرين من مارس»)."""

from __future__ import annotations

from typing import NamedTuple

from . import calendar
from .calendar import Calendar
from .words import Number, Words

_OF = ("من", "في")
_PAIRING = ("/", "\\", "-", "–", "|", "ـ")
_COMMAS = ("،", ",")
YEARS = (1900, 2100)
HIJRI = (1300, 1500)


class MonthName(NamedTuple):
    """A month at tokens ``first``..``last``. ``company``: what stands beside shows that the word is no other."""

    number: int
    calendar: Calendar
    first: int
    last: int
    start: int
    rows: tuple[str, ...]
    company: bool
    alef: bool  # it is written with the letter that tells it from another word


class YearTail(NamedTuple):
    """A year: a number, or ``years`` from the report's own (``turn`` of a bare «الماضي»)."""

    last: int
    rows: tuple[str, ...]
    number: int | None = None
    calendar: Calendar = "gregorian"
    years: int | None = None
    turn: int | None = None


class Months:
    """Reads month names, years and the modifiers behind them."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def name(self, i: int) -> MonthName | None:
        """The month that begins at token ``i``, a second name of it included, «شهر» before it too."""
        words = self._words
        head = words.one(i, "units", procs=("", "ال", "و", "ف", "ب", "ل", "بال", "لل"))
        if (
            head is not None
            and head.value.data["unit"] == "month"
            and head.value.field == "one"
            and words.follows(i + 1)
        ):
            found = self._plain(i + 1, ("",))
            if found is not None:
                rows = (head.value.row, *found.rows)
                return found._replace(first=i, start=words.start(head), rows=rows, company=True, alef=True)
        return self._plain(i, None)

    def _plain(self, i: int, procs: tuple[str, ...] | None) -> MonthName | None:
        words = self._words
        match = words.one(i, "month", procs=procs)
        if match is None:
            return None
        row = match.value.data
        alef = "written" not in row or row["written"] in words.written(i)
        found = MonthName(
            row["month"], row["calendar"], i, match.last, match.start, (match.value.row,), not row.get("weak"), alef
        )
        last = self._second(match.last + 1, found)
        if last is not None:
            return found._replace(last=last[0], rows=(*found.rows, last[1]), company=True, alef=True)
        return self._misspelt(found)

    def _second(self, j: int, first: MonthName) -> tuple[int, str] | None:
        """The end of a second name of the same month: «/ تموز», «(ديسمبر)», or just beside it."""
        words = self._words
        bracket = words.form(j) in ("(", "[")
        k = j + 1 if bracket or words.form(j) in _PAIRING else j
        if not words.follows(k):
            return None
        match = words.one(k, "month")
        if match is None or match.value.data["month"] != first.number or match.value.data["calendar"] != first.calendar:
            return None
        last = match.last
        if bracket:
            if words.form(last + 1) not in (")", "]"):
                return None
            last += 1
        return last, match.value.row

    def _misspelt(self, found: MonthName) -> MonthName:
        """«فبراير/شاط 2004»: a second name that is misspelt stands between the stroke and a year or modifier."""
        words, j = self._words, found.last + 1
        if words.form(j) == "/" and words.follows(j + 2) and words.tokens[j + 1].kind == "w":
            behind = words.tokens[j + 2]
            year = behind.kind == "d" and len(behind.form) == 4
            if (year or words.one(j + 2, "modifiers")) and not words.one(j + 1, "month"):
                return found._replace(last=j + 1, company=True, alef=True)
        return found

    def tail(self, j: int, month: MonthName | None) -> YearTail | None:
        """The year, or the modifier, that stands at token ``j`` behind a month or a day."""
        words = self._words
        if not words.follows(j):
            return None
        hijri = month is not None and month.calendar == "hijri"
        k = j
        if (words.form(j) in _COMMAS and words.follows(j + 1) and len(words.form(j + 1)) == 4) or (
            words.form(j) in _OF and words.follows(j + 1) and not words.digits(j + 1)
        ):
            k = j + 1
        return self.year(k, hijri=hijri, headless=k == j or words.form(j) in _COMMAS) or self._relative(k, k == j)

    def year(self, i: int, *, hijri: bool = False, headless: bool = True) -> YearTail | None:
        """A year in figures (four of them) or, behind «عام», in words; with the sign of its calendar."""
        words = self._words
        head = words.one(i, "year_heads", procs=("", "ل", "ب", "و", "ف"))
        rows: tuple[str, ...] = ()
        k = i
        if head is not None and head.value.row.endswith("/year"):
            k, rows = head.last + 1, (head.value.row,)
            if not words.follows(k):
                return None
        elif not headless:
            return None
        number = words.number(k)
        if number is None or number.article or number.ordinal or (not number.digits and not rows):
            return None
        if (number.digits and len(words.form(number.last)) != 4) or number.vague:
            return None
        era = words.one(number.last + 1, "eras")
        if era is not None and not (words.follows(number.last + 1) and self._ends_year(era.last, number)):
            era = None
        if era is not None:
            rows += (era.value.row,)
        islamic = (era is not None and era.value.data["calendar"] == "hijri") or (hijri and number.value <= HIJRI[1])
        bounds = HIJRI if islamic else ((1000, YEARS[1]) if rows else YEARS)
        if not bounds[0] <= number.value <= bounds[1]:
            return None
        last = era.last if era is not None else number.last
        return YearTail(last, rows, number.value, "hijri" if islamic else "gregorian")

    def _ends_year(self, last: int, number: Number) -> bool:
        """The sign of an era is a word of its own, not the first letter of a list («2011 م. حمد»)."""
        return number.digits or len(self._words.form(last)) > 1

    def _relative(self, i: int, bare: bool) -> YearTail | None:
        """«العام الماضي», «هذا العام», or «الماضي» alone."""
        words = self._words
        if words.form(i) in ("هذا", "هذه") and words.follows(i + 1):
            unit = words.one(i + 1, "units", procs=("ال",))
            if unit is not None and unit.value.data["unit"] == "year":
                return YearTail(unit.last, (unit.value.row,), years=0)
        unit = words.one(i, "units", procs=("ال",))
        if unit is not None and unit.value.data["unit"] == "year" and words.follows(unit.last + 1):
            modifier = words.one(unit.last + 1, "modifiers")
            if modifier is not None:
                rows = (unit.value.row, modifier.value.row)
                return YearTail(modifier.last, rows, years=modifier.value.data["turn"])
        modifier = words.one(i, "modifiers") if bare else None
        if modifier is not None and not modifier.value.data.get("recent"):
            return YearTail(modifier.last, (modifier.value.row,), turn=modifier.value.data["turn"])
        return None


def hijri_year_of(year: int, month: int, number: int = 1) -> int | None:
    """The Hijri year in which a Hijri day of a Gregorian year lies («رمضان 2019»)."""
    guess = round((year - 622) * 33 / 32)
    for hijri in (guess - 1, guess, guess + 1):
        when = calendar.make(hijri, month, number, "hijri")
        if when is not None and when.year == year:
            return hijri
    return None
