"""Periods with a name of their own: seasons, decades, feasts and their days."""

from __future__ import annotations

from .atoms import FEAST_HEADS, THIS
from .fulldates import dated
from .meanings import Years
from .months import Months
from .phrase import Phrase
from .seasons import Feast, Season
from .words import Number, Words

_AGE = ("عمر", "العمر")


class NamedPeriods:
    """Reads seasons, decades and feasts."""

    def __init__(self, words: Words, months: Months) -> None:
        self._words = words
        self._months = months

    def season(self, i: int) -> Phrase | None:
        """«صيف 2014», «الصيف الماضي», «هذا الشتاء», «شتاء العام الماضي»."""
        words = self._words
        this = words.form(i) in THIS
        season = words.one(i + this, "seasons", procs=("", "ال", "و", "ب", "ل", "بال"))
        if season is None:
            return None
        article = season.procs.endswith("ال")
        months = (season.value.data["months"][0], season.value.data["months"][1])
        start = words.tokens[i].start if this else words.start(season)
        if this and words.follows(i + 1) and article:
            return Phrase(i, season.last, start, Season(months, turn=0), "season", (season.value.row,))
        tail = self._months.tail(season.last + 1, None)
        if tail is None or (article and tail.turn is None) or (not article and tail.turn is not None):
            in_it = article and words.form(i - 1) in ("في", "خلال", "طوال", "منذ")
            return Phrase(i, season.last, start, Season(months), "season", (season.value.row,)) if in_it else None
        rows = (season.value.row, *tail.rows)
        if tail.years is not None:
            return Phrase(i, tail.last, start, Season(months, years=tail.years), "season", rows)
        last = tail.last
        if words.form(last + 1) in ("/", "-") and words.glued(last + 1) and len(words.form(last + 2)) == 4:
            last += 2
        return Phrase(i, last, start, Season(months, tail.number, tail.turn), "season", rows, turn=tail.turn)

    def decade(self, i: int) -> Phrase | None:
        """«ثمانينيات القرن الماضي», «التسعينيات»."""
        words = self._words
        decade = words.one(i, "decades", procs=None)
        if decade is None:
            return None
        last, century = decade.last, 1900
        rows: tuple[str, ...] = (decade.value.row,)
        unit = words.one(last + 1, "units", procs=("ال",)) if words.follows(last + 1) else None
        if unit is not None and unit.value.data["unit"] == "century":
            number = words.number(unit.last + 1)
            modifier = words.one(unit.last + 1, "modifiers")
            if modifier is not None:
                century = 1900 + 100 * (modifier.value.data["turn"] + 1)
                last, rows = modifier.last, (*rows, unit.value.row, modifier.value.row)
            elif number is not None and number.article:
                century, last, rows = 100 * (number.value - 1), number.last, (*rows, unit.value.row)
        elif decade.value.data["from"] < 50 or not words.form(i).lstrip("وب").startswith("ال"):
            return None
        if words.form(last + 1) == "من" and words.form(last + 2).startswith(_AGE):
            return None  # «في الخمسينيات من عمره»
        start = decade.start
        return Phrase(i, last, start, Years(century + decade.value.data["from"], 10), "year", rows)

    def feast(self, i: int) -> Phrase | None:
        """«عيد الأضحى», «ثاني أيام عيد الفطر», «عاشوراء 2019»."""
        words = self._words
        j, nth, start = i, None, -1
        number = words.number(i)
        if number is not None and number.ordinal and words.follows(number.last + 1):
            days = words.one(number.last + 1, "units", procs=("",))
            if days is not None and days.value.data["unit"] == "day" and words.follows(days.last + 1):
                j, nth, start = days.last + 1, number.value, number.start
        elif words.form(i) in FEAST_HEADS and words.follows(i + 1):
            j, start = i + 1, words.tokens[i].start
        feast = words.one(j, "feasts", procs=None if j == i else ("",))
        if feast is None:
            return self._nth_day(i, j, number) if nth is not None and number is not None else None
        row = feast.value.data
        tail = self._months.tail(feast.last + 1, None)
        last = feast.last
        rows: tuple[str, ...] = (feast.value.row,)
        meaning = Feast(row["calendar"], row["month"], row["day"], row["days"], nth)
        if tail is not None and (tail.number is not None or tail.turn is not None):
            last, rows = tail.last, rows + tail.rows
            meaning = meaning._replace(year=tail.number, turn=tail.turn)
        return Phrase(i, last, start if start >= 0 else feast.start, meaning, "feast", rows, turn=meaning.turn)

    def _nth_day(self, i: int, j: int, number: Number) -> Phrase | None:
        """«ثالث أيام رمضان», «أول أيام شهر رمضان من العام الفائت»."""
        month = self._months.name(j)
        if month is None:
            return None
        tail = self._months.tail(month.last + 1, month)
        last, rows = (month.last, month.rows) if tail is None else (tail.last, month.rows + tail.rows)
        day = dated(number.value, month, tail)
        return Phrase(i, last, number.start, day, "date", rows, turn=day.turn)
