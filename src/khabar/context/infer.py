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


def full_date(phrase: Phrase, horizon: tuple[date, date]) -> date | None:
    """The date of a phrase that needs no reference."""
    meaning = phrase.meaning.exact if isinstance(phrase.meaning, Both) else phrase.meaning
    if not isinstance(meaning, Day):
        return None
    return meaning.at(Anchor(None, False, 0, None, horizon)).from_


def has_year(phrase: Phrase) -> bool:
    """The phrase tells its year."""
    meaning = phrase.meaning.exact if isinstance(phrase.meaning, Both) else phrase.meaning
    return isinstance(meaning, Day) and meaning.year is not None


def inferred(phrases: Sequence[Phrase], horizon: tuple[date, date]) -> date | None:
    """The day that «اليوم الثلاثاء 19 تشرين الأول» or «أمس 12 آذار 2019» fix; or a weekday with day and month, whose
    year it fixes, corrected by «اليوم الجمعة» elsewhere."""
    year = _year(phrases, horizon)
    undated: list[date] = []
    for phrase in phrases:
        when = _in_year(phrase, year) or full_date(phrase, horizon)
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


def _year(phrases: Sequence[Phrase], horizon: tuple[date, date]) -> int | None:
    """The year in which most of such days fall on their weekdays, the last of equals.

    A day that the text elsewhere tells with its year counts for that year, whatever its weekday.
    """
    days = [phrase.meaning for phrase in phrases if _lacks_year(phrase) and isinstance(phrase.meaning, Day)]
    told = {(d.number, d.month): d.year for d in _days(phrases) if d.year is not None}
    votes: Counter[int] = Counter()
    for day in days:
        full = told.get((day.number, day.month))
        if full is not None:
            return full
        for year in range(horizon[0].year, horizon[1].year + 1):
            when = day._replace(year=year).at(Anchor(None, False, 0, None, horizon)).from_
            if when is not None and when.weekday() == day.weekday and horizon[0] <= when <= horizon[1]:
                votes[year] += 1
    return max(votes, key=lambda year: (votes[year], year), default=None)


def _days(phrases: Sequence[Phrase]) -> Iterator[Day]:
    for phrase in phrases:
        if isinstance(phrase.meaning, Day) and phrase.meaning.month is not None:
            yield phrase.meaning


def _in_year(phrase: Phrase, year: int | None) -> date | None:
    """The day of ``phrase`` in ``year``; None where it needs none."""
    if year is None or not _lacks_year(phrase) or not isinstance(phrase.meaning, Day):
        return None
    return phrase.meaning._replace(year=year).at(Anchor(None, False, 0, None, (date.min, date.max))).from_
