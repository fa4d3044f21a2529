"""The day that a report counts from, where its own words correct the date given with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from . import calendar
from .meanings import Weekday
from .phrase import Phrase

_WEEK = 7
_LEAD = 60  # tokens: the report's first sentences, which tell its news


def weekday_of_today(phrases: Sequence[Phrase]) -> int | None:
    """The weekday that all of «اليوم الاثنين», «أمس الأحد» agree on."""
    told = {
        (phrase.weekday - phrase.today) % _WEEK
        for phrase in phrases
        if phrase.today is not None and phrase.weekday is not None
    }
    return told.pop() if len(told) == 1 else None


def corrected(phrases: Sequence[Phrase], given: date) -> date | None:
    """The day near ``given`` that the text means by today; None where the text agrees with it.

    «اليوم الاثنين», «أمس الأحد» tell it.
    """
    today = weekday_of_today(phrases)
    if today is None or today == given.weekday():
        return None
    back = (given.weekday() - today) % _WEEK
    return calendar.shift(given, 1 if back == _WEEK - 1 else -back, "day")


def shows_next_day(phrases: Sequence[Phrase], given: date) -> bool:
    """Whether the report itself shows a later day than ``given``: it leads with a weekday that would be six days old
    and tells the given day by its own weekday too.

    A bare weekday is else the nearest on or before the report's date.
    """
    bare = [p for p in phrases if isinstance(p.meaning, Weekday) and p.meaning.turn is None and p.meaning.weeks is None]
    if not bare or bare[0].first > _LEAD or any(phrase.today is not None for phrase in phrases):
        return False
    told = {phrase.weekday for phrase in bare}
    return bare[0].weekday == (given.weekday() + 1) % _WEEK and given.weekday() in told
