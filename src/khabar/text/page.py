"""A page: a text as the rooms see it. Built once; every room reads from it and none changes it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from ..model import Span
from .fold import Folded, fold
from .quotes import Quote, quotations
from .sentences import split
from .words import Token, tokenise


class Page:
    """A text with its folded copy, tokens, sentences and quotations. Offsets are the original text's."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded: Folded = fold(text)
        self.tokens: list[Token] = tokenise(self.folded)

    @cached_property
    def starts(self) -> list[int]:
        """Start offsets of the tokens."""
        return [token.start for token in self.tokens]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """(start, end) offsets of the sentences; they cover the text exactly."""
        return split(self.text)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Start offsets of the sentences."""
        return [start for start, _ in self.sentences]

    @cached_property
    def quotes(self) -> list[Quote]:
        """Quotation spans in order."""
        return quotations(self.text, self.sentences)

    def span(self, start: int, end: int) -> Span:
        """The span of the original text from ``start`` to ``end``."""
        return Span(start=start, end=end, text=self.text[start:end])

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """(first, stop) of the tokens that begin in ``text[start:end]``."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def token_at(self, offset: int) -> int:
        """Index of the token that holds ``offset``, or of the last before it; -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds ``offset``."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)
