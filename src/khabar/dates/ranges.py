"""Two times that make one: «بين 3 و5 مايو», «من السبت إلى الاثنين», «2011-2013», «شهري يناير وفبراير»."""

from __future__ import annotations

from collections.abc import Callable

from .atoms import LINK
from .fulldates import Dates
from .meanings import Day, Meaning, Month, Year
from .months import Months
from .phrase import Phrase, longest
from .spans import Between
from .words import Found, Words

_DASHES = ("-", "–", "—")
_SEVERAL = ("pairs/days", "pairs/months", "pairs/years", "year_heads/years")
_LIST = "pairs/list"
_COMMAS = ("،", ",")
_JOINTS = ("و", *_COMMAS)


class Ranges:
    """Reads ranges; ``time`` reads one end."""

    def __init__(self, words: Words, months: Months, dates: Dates, time: Callable[[int], Phrase | None]) -> None:
        self._words = words
        self._months = months
        self._dates = dates
        self._time = time

    def at(self, i: int) -> Phrase | None:
        """A range without opener: «3-5 مايو», «2011-2013», «السبت حتى الاثنين», «يومي السبت والأحد»."""
        words = self._words
        pair = words.one(i, "pairs", procs=None) or words.one(i, "year_heads", procs=None)
        if pair is not None and pair.value.row.endswith(_LIST) and words.follows(pair.last + 1):
            listed = self.listed(pair.last + 1)
            return listed._replace(first=i, start=pair.start, rows=(pair.value.row, *listed.rows)) if listed else None
        if pair is not None and pair.value.row.endswith(_SEVERAL) and words.follows(i + 1):
            found = self._joined(i + 1, "and", True) or self._joined(i + 1, "to", True)
            return found._replace(first=i, start=pair.start, rows=(pair.value.row, *found.rows)) if found else None
        return longest(self._joined(i, "to", False), self._months_of_one(i)) if self._may_join(i) else None

    def listed(self, i: int) -> Phrase | None:
        """«6 و7 و8 شباط», «2، 3، 4 و5 آذار»: from the first to the last of them."""
        words, j = self._words, i
        first = self._dates.day_number(i)
        if first is None or not first.digits:
            return None
        while words.follows(j + 2) and words.form(j + 1) in _JOINTS and words.digits(j + 2):
            j += 2
            last = self._dates.at(j)
            if last is not None and last.day.month is not None and last.day.number > first.value:
                meaning = Between(last.day._replace(number=first.value), last.day)
                return Phrase(i, last.last, first.start, meaning, "date", last.rows, turn=last.day.turn)
        return None

    def _may_join(self, i: int) -> bool:
        """Behind the time or number at token ``i`` stands what may join it to another."""
        words = self._words
        first = self._time(i) or words.number(i)
        j = first.last + 1 if first is not None else i
        return words.form(j)[:1] == "و" or words.form(j) in _DASHES or LINK in words.kinds(j)

    def _months_of_one(self, i: int) -> Phrase | None:
        """«يونيو ويوليو الماضيين», «يناير وفبراير 2012»: two months with one year or modifier."""
        first = self._time(i)
        if first is None or not isinstance(first.meaning, Month) or first.meaning[1:3] != (None, None):
            return None
        found = self._full(i, "and", True)
        second = self._time(first.last + 1) if found is None else found
        if found is None or second is None or not isinstance(found.meaning, Between):
            return None
        last = found.meaning.second
        told = isinstance(last, Month) and (last.year is not None or last.turn is not None)
        following = isinstance(last, Month) and last.number == first.meaning.number % 12 + 1
        return found if told or following else None

    def linked(self, link: Found) -> Phrase | None:
        """A range behind «من» or «بين»."""
        words, j = self._words, link.last + 1
        means = link.value.data["means"]
        head = words.one(j, "year_heads", procs=("", "ال"))
        several = words.one(j, "pairs") or (head if head is not None and head.value.row.endswith(_SEVERAL) else None)
        rows: tuple[str, ...] = (link.value.row,)
        if several is not None and words.follows(j + 1):
            j, rows = j + 1, (link.value.row, several.value.row)
        found = self._joined(j, "and" if means == "between" else "to", True)
        if found is None and means == "between":
            found = self._joined(j, "to", True)
        if found is None:
            return None
        return found._replace(first=link.first, start=link.start, rows=rows + found.rows)

    def _joined(self, i: int, by: str, opened: bool) -> Phrase | None:
        return longest(self._short(i, by, opened), self._full(i, by, opened))

    def _middle(self, j: int, by: str, opened: bool) -> tuple[int, tuple[str, ...], int] | None:
        """(token of the second time, rows, folded characters of it to leave out) when token ``j`` joins two times."""
        words = self._words
        if words.form(j) in _COMMAS and by == "to" and opened:
            j += 1
        if not words.follows(j):
            return None
        if by == "and":
            if words.form(j) == "و" and words.follows(j + 1):
                return j + 1, (), 0
            return (j, (), 1) if words.form(j).startswith("و") and words.tokens[j].kind == "w" else None
        if words.form(j) in _DASHES and words.follows(j + 1):
            return j + 1, (), 0
        link = words.one(j, "prepositions", procs=("", "و"))
        if link is None or link.value.data["means"] not in ("to", "until") or not words.follows(link.last + 1):
            return None
        return link.last + 1, (link.value.row,), 0

    def _short(self, i: int, by: str, opened: bool) -> Phrase | None:
        """The first end lacks what the second tells: «3 و5 مايو», «بين يناير ومارس 2015», «2011 و2013»."""
        words = self._words
        number = words.number(i)
        if number is None or not number.digits:
            return None
        middle = self._middle(number.last + 1, by, opened)
        if middle is None:
            return None
        j, rows, cut = middle
        if cut:
            return None
        if len(words.form(number.last)) == 4:
            return self._years(i, j, rows, opened)
        first = self._dates.day_number(i)
        second = self._dates.at(j) if first is not None else None
        if first is None or second is None or (second.day.month is None and second.day.months is None):
            return None
        meaning = Between(second.day._replace(number=first.value), second.day)
        return Phrase(i, second.last, number.start, meaning, "date", (*rows, *second.rows), turn=second.day.turn)

    def _years(self, i: int, j: int, rows: tuple[str, ...], opened: bool) -> Phrase | None:
        words = self._words
        first, second = self._months.year(i), self._months.year(j)
        if first is None or second is None or first.number is None or second.number is None:
            return None
        if first.number >= second.number or not (opened or self._headed(i)):
            return None
        calendar = second.calendar
        meaning = Between(Year(first.number, calendar), Year(second.number, calendar))
        return Phrase(i, second.last, words.tokens[i].start, meaning, "year", rows + second.rows)

    def _headed(self, i: int) -> bool:
        """A preposition or «أعوام» stands before a bare pair of years."""
        return any(m.value.kind in ("prepositions", "year_heads") for m in self._words.atoms(i - 1))

    def _full(self, i: int, by: str, opened: bool) -> Phrase | None:
        """Both ends are times: «من السبت إلى الاثنين», «يناير وفبراير 2012»."""
        words = self._words
        first = self._time(i) or (self._year(i) if opened else None)
        if (
            first is None
            or first.kind in ("vague", "part")
            or (not opened and first.kind not in ("weekday", "date", "month"))
        ):
            return None
        middle = self._middle(first.last + 1, by, opened)
        if middle is None:
            return None
        j, rows, cut = middle
        second = self._time(j) or (self._year(j) if opened else None)
        if second is None or second.kind in ("vague", "part"):
            return None
        if cut and second.start != words.offset(j, 1):
            return None
        if not opened and second.kind != first.kind:
            return None
        meaning = Between(_completed(first.meaning, second.meaning), second.meaning)
        all_rows = (*first.rows, *rows, *second.rows)
        return Phrase(i, second.last, first.start, meaning, second.kind, all_rows, True, second.turn)

    def _year(self, i: int) -> Phrase | None:
        year = self._months.year(i)
        if year is None or year.number is None:
            return None
        return Phrase(i, year.last, self._words.tokens[i].start, Year(year.number, year.calendar), "year", year.rows)


def _completed(first: Meaning, second: Meaning) -> Meaning:
    """The first end with the year or modifier that only the second tells."""
    if isinstance(first, Month) and first.year is None and first.years is None and first.turn is None:
        if isinstance(second, Month):
            earlier = second.year is not None and first.number > second.number
            year = second.year - 1 if second.year is not None and earlier else second.year
            return first._replace(year=year, turn=second.turn, years=second.years)
        if isinstance(second, Day):
            return first._replace(year=second.year, years=second.years)
    if isinstance(first, Day) and first.month is not None and first.year is None and first.turn is None:
        if isinstance(second, Day) and second.month is not None and second.year is not None:
            earlier = (first.month, first.number) > (second.month, second.number)
            return first._replace(year=second.year - earlier)
        if isinstance(second, Day):
            return first._replace(turn=second.turn, years=second.years)
        if isinstance(second, Month) and second.year is not None:
            return first._replace(year=second.year)
    return first
