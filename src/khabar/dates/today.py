"""The day that a report counts from, where its own words correct the date given with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from . import calendar
from .phrase import Phrase

_WEEK = 7


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
