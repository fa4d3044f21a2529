"""The report's date from what its text says of today and yesterday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ..dates.meanings import Anchor, Day
from ..dates.phrase import Phrase
from ..dates.spans import Both

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
    undated: list[date] = []
    for phrase in phrases:
        when = full_date(phrase, horizon)
        if when is None:
            continue
        if phrase.today is not None:
            return when - timedelta(phrase.today)
        if phrase.weekday is not None and isinstance(phrase.meaning, Day) and phrase.meaning.year is None:
            undated.append(when)
    if not undated:
        return None
    latest = max(undated)
    today = _weekday_of_today(phrases)
    return latest if today is None else latest + timedelta((today - latest.weekday()) % _WEEK)


def corrected(phrases: Sequence[Phrase], published: date) -> date | None:
    """The day near ``published`` that the text's «اليوم الاثنين», «أمس الأحد» mean; None where they agree with it."""
    today = _weekday_of_today(phrases)
    if today is None or today == published.weekday():
        return None
    back = (published.weekday() - today) % _WEEK
    return published + timedelta(1) if back == _WEEK - 1 else published - timedelta(back)


def _weekday_of_today(phrases: Sequence[Phrase]) -> int | None:
    """The weekday that all of «اليوم الاثنين», «أمس الأحد» agree on."""
    told = {
        (phrase.weekday - phrase.today) % _WEEK
        for phrase in phrases
        if phrase.today is not None and phrase.weekday is not None
    }
    return told.pop() if len(told) == 1 else None
