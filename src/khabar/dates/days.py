"""Expressions of one day."""

from __future__ import annotations

from .atoms import BEFORE_HOUR, DAY_KINDS, SAME_DAY
from .clock import Clock
from .frame import Frame
from .fulldates import Dates
from .phrase import Phrase
from .words import Words


class Days:
    """Reads expressions of one day."""

    def __init__(self, words: Words, dates: Dates) -> None:
        self._words = words
        self._dates = dates
        self._clock = Clock(words)

    def at(self, i: int) -> Phrase | None:
        """The expression that begins at token ``i``."""
        words = self._words
        if not words.has(i, DAY_KINDS) and words.form(i) not in SAME_DAY and words.form(i) not in BEFORE_HOUR:
            return None
        frame = Frame(self._words, self._dates, self._clock, i)
        return frame.read()
