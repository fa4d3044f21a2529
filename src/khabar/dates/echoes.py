"""Times that count from what the text named before: «بعد ذلك بيومين», «بعدها بساعات», «بعيد ذلك»."""

from __future__ import annotations

from .lengths import Lengths
from .meanings import Meaning
from .phrase import Phrase
from .spans import Echo, OfDay
from .words import Found, Words

_SHORT = frozenset(["بقليل", "مباشره", "فورا", "بلحظات"])
_WHILES = frozenset(["بوقت", "بفتره", "بمده", "بزمن"])
_BRIEF = frozenset(["قصير", "قصيره", "وجيز", "وجيزه"])
_NEAR = frozenset(["بعيد", "قبيل"])


class EchoLengths:
    """Reads how far behind or before the time named last something lies."""

    def __init__(self, words: Words, lengths: Lengths) -> None:
        self._words = words
        self._lengths = lengths

    def at(self, link: Found, last: int, sign: int) -> Phrase | None:
        """The time whose preposition is ``link``; token ``last`` («ذلك», «بعدها») points back."""
        words, j = self._words, last + 1
        meaning: Meaning | None = OfDay() if words.form(link.first) in _NEAR else None
        rows: tuple[str, ...] = (link.value.row,)
        if words.follows(j):
            length = self._lengths.at(j) if words.form(j).startswith("ب") else None
            if length is not None and length.unit in ("hour", "minute"):
                meaning, last, rows = OfDay(), length.last, (*rows, *length.rows)
            elif length is not None and length.size is not None:
                meaning, last, rows = Echo(length.unit, sign * length.size), length.last, (*rows, *length.rows)
            elif words.form(j) in _SHORT:
                meaning, last = OfDay(), j
            elif words.form(j) in _WHILES and words.follows(j + 1) and words.form(j + 1) in _BRIEF:
                meaning, last = OfDay(), j + 1
        return None if meaning is None else Phrase(link.first, last, link.start, meaning, "length", rows)
