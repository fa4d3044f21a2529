"""The report's date from what its text says of today and yesterday."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..dates.meanings import Anchor, Day
from ..dates.phrase import Phrase
from ..dates.spans import Both
from ..dates.today import weekday_of_today

_WEEK = 7


def full_date(phrase: Phrase, horizon: tuple[date, date], year: int | None = None) -> date | None:
    """The date of a phrase that needs no reference; ``year`` is that of a weekday with day and month."""
    if year is not None and _lacks_year(phrase):
        return _on(phrase.meaning, year) if isinstance(phrase.meaning, Day) else None
    meaning = phrase.meaning.exact if isinstance(phrase.meaning, Both) else phrase.meaning
    if not isinstance(meaning, Day):
        return None
    return meaning.at(Anchor(None, False, 0, None, horizon)).from_


def has_year(phrase: Phrase) -> bool:
    """The phrase tells its year."""
    meaning = phrase.meaning.exact if isinstance(phrase.meaning, Both) else phrase.meaning
    return isinstance(meaning, Day) and meaning.year is not None


def inferred(phrases: Sequence[Phrase], horizon: tuple[date, date], year: int | None) -> date | None:
    """The day that «اليوم الثلاثاء 19 تشرين الأول» or «أمس 12 آذار 2019» fix; or a weekday with day and month, whose
    ``year`` is the likely one, corrected by «اليوم الجمعة» elsewhere."""
    undated: list[date] = []
    for phrase in phrases:
        when = full_date(phrase, horizon, year)
        if when is None:
            continue
        if phrase.today is not None:
            return when - timedelta(phrase.today)
        if _lacks_year(phrase):
            undated.append(when)
    if not undated:
        return None
    latest = max(undated)
    today = weekday_of_today(phrases)
    return latest if today is None else latest + timedelta((today - latest.weekday()) % _WEEK)


def _lacks_year(phrase: Phrase) -> bool:
    """A weekday with day and month and without year: «الخميس 26 آب»."""
    meaning = phrase.meaning
    return (
        phrase.weekday is not None and isinstance(meaning, Day) and meaning.month is not None and meaning.year is None
    )


def undated(phrases: Sequence[Phrase]) -> bool:
    """A phrase tells a weekday with day and month, of which only the year is open."""
    return any(_lacks_year(phrase) for phrase in phrases)


def likely_year(phrases: Sequence[Phrase], horizon: tuple[date, date], limit: date) -> int | None:
    """The year in which most of such days fall on their weekdays: the last of equals that is not behind ``limit``.

    A day that the text elsewhere tells with its year, and that fits its weekday, is of that year.
    """
    days = [phrase.meaning for phrase in phrases if _lacks_year(phrase) and isinstance(phrase.meaning, Day)]
    told = {(d.number, d.month, d.year) for d in _days(phrases)}
    votes: Counter[int] = Counter()
    late: set[int] = set()
    sure: set[int] = set()
    for day in days:
        for year in range(horizon[0].year, horizon[1].year + 1):
            when = _on(day, year)
            if when is None or when.weekday() != day.weekday or not horizon[0] <= when <= horizon[1]:
                continue
            votes[year] += 1
            if when > limit:
                late.add(year)
            if (day.number, day.month, year) in told:
                sure.add(year)
    return max(votes, key=lambda year: (year in sure, votes[year], year not in late, year), default=None)


def _days(phrases: Sequence[Phrase]) -> Iterator[Day]:
    for phrase in phrases:
        if isinstance(phrase.meaning, Day) and phrase.meaning.month is not None:
            yield phrase.meaning


def _on(day: Day, year: int) -> date | None:
    return day._replace(year=year).at(Anchor(None, False, 0, None, (date.min, date.max))).from_
