"""Weeks, months, years, seasons, decades, feasts and vague times, alone or with «مطلع», «الماضي», «هذا»."""

from __future__ import annotations

from .atoms import FEAST_HEADS, NUMBER, SAME, THIS
from .fulldates import Dates
from .lengths import Lengths
from .meanings import Meaning, Month, Turn, Year, Years
from .months import Months, YearTail, hijri_year_of
from .named import NamedPeriods
from .phrase import Phrase, longest
from .seasons import Edge, LastDay
from .spans import Earlier, Echo, Last, Next, Nth, OfDay, Vague
from .words import Words

_LENGTH_KINDS = frozenset(["units", "approximations", NUMBER])
_TURNABLE = ("week", "month", "year", "decade", "century", "day")


class Periods:
    """Reads stretches of the calendar."""

    def __init__(self, words: Words, months: Months, dates: Dates, lengths: Lengths) -> None:
        self._words = words
        self._months = months
        self._dates = dates
        self._lengths = lengths
        self._named = NamedPeriods(words, months)

    def at(self, i: int) -> Phrase | None:
        """The longest period that begins at token ``i``."""
        words = self._words
        kinds = words.kinds(i)
        found = self._whole(i)
        if "vague" in kinds:
            found = longest(self._vague(i), found)
        if "edges" in kinds:
            found = longest(found, self._edge(i), self._last_day(i))
        if "stretches" in kinds:
            found = longest(found, self._earlier(i))
        if not kinds.isdisjoint(_LENGTH_KINDS):
            found = longest(found, self._length(i), self._nth(i))
        return found

    def _whole(self, i: int) -> Phrase | None:
        """A period without edge: a month, year, season, decade or feast."""
        words = self._words
        kinds = words.kinds(i)
        this = words.form(i) in THIS
        found = None
        if this or "units" in kinds or SAME in kinds:
            found = longest(self._turned(i), self._month(i))
        if "month" in kinds:
            found = longest(self._month(i), found)
        if this or "seasons" in kinds:
            found = longest(found, self._named.season(i))
        if "prayers" in kinds:
            found = longest(found, self._prayer(i))
        if "decades" in kinds:
            found = longest(found, self._named.decade(i))
        if "feasts" in kinds or NUMBER in kinds or words.form(i) in FEAST_HEADS:
            found = longest(found, self._named.feast(i))
        if "year_heads" in kinds or NUMBER in kinds:
            found = longest(found, self._year(i))
        return found

    def _prayer(self, i: int) -> Phrase | None:
        """«صلاة الفجر» behind «بعد», «أداء» or the like."""
        words = self._words
        prayer = words.one(i, "prayers")
        led = words.follows(i) and (
            words.one(i - 1, "prayer_heads", procs=None) or words.one(i - 1, "prepositions", procs=None)
        )
        if prayer is None or not led:
            return None
        return Phrase(i, prayer.last, prayer.start, OfDay(), "prayer", (prayer.value.row,))

    def _edge(self, i: int) -> Phrase | None:
        """«مطلع آذار», «أواخر العام الماضي», «نهاية 2013», «بداية العام»."""
        words = self._words
        edge = words.one(i, "edges", procs=None)
        if edge is None or not words.follows(edge.last + 1):
            return None
        j = edge.last + 1
        whole = self._whole(j)
        inner = whole or self._bare_unit(j) or self._bare_year(j)
        if inner is None:
            return None
        row = edge.value.data
        month, year, decade, week = (tuple(row[part]) for part in ("month", "year", "decade", "week"))
        meaning = Edge(inner.meaning, month, year, decade, week, whole is None)
        return Phrase(i, inner.last, edge.start, meaning, "period", (edge.value.row, *inner.rows), turn=inner.turn)

    def _last_day(self, i: int) -> Phrase | None:
        """«آخر يوم من حزيران», «آخر أيام شهر رمضان»."""
        words = self._words
        day = words.one(i + 1, "units") if words.form(i) == "اخر" and words.follows(i + 1) else None
        if day is None or day.value.data["unit"] != "day":
            return None
        j = day.last + 1 + (words.form(day.last + 1) in ("من", "في"))
        inner = self._month(j) if words.follows(j) else None
        if inner is None:
            return None
        rows = (day.value.row, *inner.rows)
        return Phrase(i, inner.last, words.tokens[i].start, LastDay(inner.meaning), "date", rows, turn=inner.turn)

    def _earlier(self, i: int) -> Phrase | None:
        """«وقت سابق من هذا الشهر», «وقت لاحق من اليوم نفسه»."""
        words = self._words
        head = words.one(i, "stretches", procs=None)
        if head is None or head.value.row.endswith("/course"):
            return None
        j = head.last + 1 + (words.form(head.last + 1) == "من")
        inner = self._turned(j) if words.follows(j) else None
        if inner is None:
            return None
        meaning = inner.meaning
        if not (isinstance(meaning, Echo) and meaning.unit == "day"):
            if not head.value.row.endswith("/before"):
                return None
            meaning = Earlier(meaning)
        rows = (head.value.row, *inner.rows)
        return Phrase(i, inner.last, head.start, meaning, "period", rows, turn=inner.turn)

    def _bare_unit(self, i: int) -> Phrase | None:
        """«العام», «الشهر» behind an edge: the running one."""
        words = self._words
        unit = words.one(i, "units", procs=("ال",))
        if unit is None or unit.value.field != "one" or unit.value.data["unit"] not in ("week", "month", "year"):
            return None
        return Phrase(i, unit.last, words.start(unit), Turn(unit.value.data["unit"], 0), "period", (unit.value.row,))

    def _bare_year(self, i: int) -> Phrase | None:
        year = self._months.year(i)
        if year is None or year.number is None:
            return None
        return Phrase(i, year.last, self._words.tokens[i].start, Year(year.number, year.calendar), "year", year.rows)

    def _month(self, i: int) -> Phrase | None:
        month = self._months.name(i)
        if month is None:
            return None
        tail = self._months.tail(month.last + 1, month)
        rows, last = month.rows, month.last
        meaning = Month(month.number, calendar=month.calendar)
        if tail is not None:
            rows, last = rows + tail.rows, tail.last
            meaning = self._dated(meaning, tail)
        sure = month.company or (tail is not None and month.alef)
        return Phrase(i, last, month.start, meaning, "month", rows, sure, meaning.turn)

    def _dated(self, month: Month, tail: YearTail) -> Month:
        year = tail.number
        if year is not None and month.calendar == "hijri" and tail.calendar == "gregorian":
            year = hijri_year_of(year, month.number)
        return month._replace(year=year, turn=tail.turn, years=tail.years)

    def _year(self, i: int) -> Phrase | None:
        """«عام 2008», «حرب 2006», «1445 هـ»."""
        words = self._words
        head = words.one(i, "year_heads", procs=None)
        if head is None:
            year = self._months.year(i)
            if year is None or year.calendar != "hijri" or not year.rows or year.number is None:
                return None
            return Phrase(i, year.last, words.tokens[i].start, Year(year.number, "hijri"), "year", year.rows)
        event = not head.value.row.endswith(("/year", "/years"))
        j = head.last + 1
        if not words.follows(j):
            return None
        year = self._months.year(j) if event else self._months.year(head.first) or self._headed(j, head.value.row)
        if year is None or year.number is None:
            return None
        start = words.tokens[j].start if event else head.start
        meaning = Year(year.number, year.calendar)
        return Phrase(i, year.last, start, meaning, "year", (head.value.row, *year.rows))

    def _headed(self, j: int, row: str) -> YearTail | None:
        """A year whose head carries a proclitic or article that the table of months does not take («العام 2008»)."""
        year = self._months.year(j)
        return year if year is not None and year.number is not None else None

    def _turned(self, i: int) -> Phrase | None:
        """«الأسبوع الماضي», «الشهر الجاري», «هذا العام», «العام نفسه», «القرن التاسع عشر»."""
        words = self._words
        this = words.form(i) in THIS
        if SAME in words.kinds(i):
            return self._same(i)
        unit = words.one(i + this, "units", procs=("ال", "بال", "لل", "وال"))
        if unit is None or unit.value.field != "one" or unit.value.data["unit"] not in _TURNABLE:
            return None
        name, row, start = unit.value.data["unit"], unit.value.row, words.start(unit)
        j = unit.last + 1
        if this and words.follows(i + 1):
            if name == "day" or words.form(i)[-1] != ("ه" if row.endswith(("sana", "night")) else "ا"):
                return None
            return Phrase(i, unit.last, words.tokens[i].start, Turn(name, 0), "relative", (row,))
        if not words.follows(j):
            return None
        echo = words.one(j, "echoes")
        if echo is not None:
            meaning: Meaning = Echo(name, echo.value.data["step"])
            return Phrase(i, echo.last, start, meaning, "relative", (row, echo.value.row))
        if name == "century":
            number = words.number(j)
            if number is not None and number.article and 1 <= number.value <= 21:
                return Phrase(i, number.last, start, Years((number.value - 1) * 100 + 1, 100), "year", (row,))
        modifier = words.one(j, "modifiers")
        if modifier is None or name == "day":
            return None
        turn, rows = modifier.value.data["turn"], (row, modifier.value.row)
        told = self._bare_year(modifier.last + 1) if name == "year" and words.follows(modifier.last + 1) else None
        if told is not None:  # «العام الماضي 2021»
            return Phrase(i, told.last, start, told.meaning, "year", (*rows, *told.rows))
        meaning = Last(1, name) if modifier.value.data.get("recent") else Turn(name, turn)
        return Phrase(i, modifier.last, start, meaning, "relative", rows, turn=turn)

    def _same(self, i: int) -> Phrase | None:
        """«نفس اليوم», «في ذات الشهر»."""
        words = self._words
        unit = words.one(i + 1, "units", procs=("ال",)) if words.follows(i + 1) else None
        if unit is None or unit.value.field != "one" or unit.value.data["unit"] not in _TURNABLE:
            return None
        start = words.offset(i, words.form(i).startswith("ب"))
        return Phrase(i, unit.last, start, Echo(unit.value.data["unit"], 0), "relative", (unit.value.row,))

    def _length(self, i: int) -> Phrase | None:
        """«الأيام الثلاثة الماضية», «24 ساعة الأخيرة», «السنوات المقبلة», «اليومين الماضيين»."""
        words = self._words
        length = self._lengths.at(i)
        if length is None or not words.follows(length.last + 1):
            return None
        modifier = words.one(length.last + 1, "modifiers")
        if modifier is None or (length.size == 1 and not length.plural and length.bound == ""):
            return None
        turn = modifier.value.data["turn"]
        if turn == 0:
            return None
        meaning: Meaning = Last(length.size, length.unit, length.bound) if turn < 0 else Next(length.size, length.unit)
        rows = (*length.rows, modifier.value.row)
        return Phrase(i, modifier.last, length.start, meaning, "relative", rows, turn=turn)

    def _nth(self, i: int) -> Phrase | None:
        """«لليوم الرابع على التوالي», «للأسبوع الثاني»."""
        words = self._words
        unit = words.one(i, "units", procs=("لل", "ولل", "ل"))
        if unit is None or (unit.procs == "ل" and not words.form(i).startswith("لل")):
            return None
        if unit.value.field != "one" or not words.follows(unit.last + 1):
            return None
        number = words.number(unit.last + 1)
        if number is None or not number.article or number.value > 2000:
            return None
        last = number.last
        row_last = words.form(last + 1) == "علي" and words.form(last + 2) == "التوالي"
        start = words.page.folded.original(words.tokens[i].fstart + (1 if words.form(i)[0] == "و" else 0))
        meaning = Nth(number.value, unit.value.data["unit"])
        return Phrase(i, last + 2 * row_last, start, meaning, "relative", (unit.value.row,))

    def _vague(self, i: int) -> Phrase | None:
        words = self._words
        vague = words.one(i, "vague", procs=None)
        if vague is None:
            return None
        if vague.value.row.endswith("/a_moment_ago") and words.form(vague.last + 1) == "من":
            return None  # «قبل لحظات من الانفجار»: before an act, not before now
        if "آل" in words.written(i):
            return None  # «آلان», the name
        means, last = vague.value.data["means"], vague.last
        if vague.value.row.endswith("/until_writing") and words.follows(last + 1):
            last += 2 if words.form(last + 1) in THIS and words.follows(last + 2) else words.form(last + 1)[:2] == "ال"
        return Phrase(i, last, vague.start, Vague(means), "vague", (vague.value.row,))
