"""What the grammar hands on: a stretch of tokens with a meaning."""

from __future__ import annotations

from typing import NamedTuple

from .meanings import Meaning


class Phrase(NamedTuple):
    """Tokens ``first``..``last`` that tell a time; ``start`` is where it begins in the text.

    ``kind``: weekday, today, date, month, year, relative, vague … (what guards go by); ``rows``: addresses of the
    lexicon rows it was read with; ``sure``: nothing of it could be another word; ``turn``: it looks ahead itself (1);
    ``today``: days from the report's own that «اليوم», «أمس» tell; ``weekday``: the weekday it names;
    ``core``: the first token of the time itself where a preposition stands before it.
    """

    first: int
    last: int
    start: int
    meaning: Meaning
    kind: str
    rows: tuple[str, ...] = ()
    sure: bool = True
    turn: int | None = None
    today: int | None = None
    weekday: int | None = None
    core: int = -1

    @property
    def head(self) -> int:
        """The first token of the time itself, behind its preposition."""
        return self.core if self.core >= 0 else self.first


def longest(*phrases: Phrase | None) -> Phrase | None:
    """The phrase with most tokens, the first of equals; None when there is none."""
    best: Phrase | None = None
    for phrase in phrases:
        if phrase is not None and (best is None or phrase.last > best.last):
            best = phrase
    return best
