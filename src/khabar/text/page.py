"""A page: a text as the rooms see it. Built once; every room reads from it and none changes it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from ..model import Span
from .fold import Folded, fold
from .furniture import links, post, seams
from .marks import Marks, find_marks
from .quotes import Quote, Quoted, asides, quoted
from .segment import Word, segment
from .sentences import split
from .spelling import Spelling, shipped
from .words import Token, tokenise

# A text of so many words without one ta marbuta writes ه for it.
_TELLING = 200


class Page:
    """A text with its folded copy, tokens, sentences and quotations. Offsets are the original text's.

    ``spelling`` is what the lexicon knows of spelling (default: the lexicon shipped).
    """

    def __init__(self, text: str, spelling: Spelling | None = None) -> None:
        self.text = text
        self._spelling = spelling
        self.folded: Folded = fold(text, spelling)
        self.tokens: list[Token] = tokenise(self.folded)

    @cached_property
    def forms(self) -> list[str]:
        """The folded forms of the tokens."""
        return [token.form for token in self.tokens]

    @cached_property
    def starts(self) -> list[int]:
        """Start offsets of the tokens."""
        return [token.start for token in self.tokens]

    @cached_property
    def words(self) -> list[Word]:
        """The Arabic words with their clitics, each in its likeliest split."""
        spelling = self._spelling or shipped()
        words = []
        dotted = len(self.tokens) < _TELLING or "ة" in self.text
        for i, token in enumerate(self.tokens):
            if token.kind == "w":
                written = self.text[token.start : token.end] if dotted else None
                reading = segment(token.form, written, spelling)
                first = token.fstart + reading.cut
                start, end = self.folded.original(first), self.folded.original_end(first + len(reading.stem))
                words.append(Word(i, start, end, reading.procs, reading.stem, reading.enclitic))
        return words

    @cached_property
    def _marks(self) -> Marks:
        return find_marks(self.folded.text)

    @cached_property
    def _sentences(self) -> list[int]:
        """Starts of the sentences in the folded text."""
        return split(self.folded.text, self._marks, self._spelling or shipped())

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """(start, end) offsets of the sentences; they cover the text exactly."""
        starts = self.sentence_starts
        return list(zip(starts, [*starts[1:], len(self.text)], strict=True)) if starts else []

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Start offsets of the sentences."""
        starts = sorted({self.folded.original(start) for start in self._sentences})
        return [0, *starts[1:]] if self.text else []

    @cached_property
    def seams(self) -> frozenset[int]:
        """Offsets at which the words of a saved post begin or end."""
        return frozenset(map(self.folded.original, seams(self.folded.text)))

    @cached_property
    def report(self) -> tuple[int, int]:
        """(start, end) of the report: of a saved post without its author, date and the comments on it."""
        start, end = post(self.folded.text)
        return (self.folded.original(start) if start else 0), self.folded.original(end)

    @cached_property
    def links(self) -> list[tuple[int, int]]:
        """(start, end) of the lists of headlines of other reports inside the page, where nobody speaks or acts."""
        found = links(self.folded.text, (self._spelling or shipped()).link_headings)
        return [(self.folded.original(start), self.folded.original(end)) for start, end in found]

    def tells(self, offset: int) -> bool:
        """Whether ``offset`` lies in the report itself: in its post, and in no list of headlines of others."""
        start, end = self.report
        k = bisect_right(self.links, (offset, len(self.text))) - 1
        return start <= offset < end and (k < 0 or offset >= self.links[k][1])

    @cached_property
    def quotes(self) -> list[Quote]:
        """The outermost quotations, in order and apart from each other."""
        return [self._quote(span) for span in quoted(self.folded.text, self._marks, self._sentences)]

    @cached_property
    def asides(self) -> list[tuple[int, int]]:
        """(start, end) of what stands between dashes, with them: «الدفاع المدني –وفق بيان له– إن»."""
        return [(self.folded.original(start), self.folded.original_end(end)) for start, end in asides(self.folded.text)]

    def in_quote(self, offset: int) -> Quote | None:
        """The quotation that ``offset`` stands in, its marks counted in; None outside."""
        at = bisect_right(self._quote_starts, offset) - 1
        return self.quotes[at] if at >= 0 and offset < self.quotes[at].end else None

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

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    def _quote(self, span: Quoted) -> Quote:
        original, end = self.folded.original, self.folded.original_end
        start = original(span.inner_start)
        stop = max(start, end(span.inner_end))
        first, last = self.token_range(start, stop)
        words = sum(token.kind != "p" for token in self.tokens[first:last])
        return Quote(original(span.start), end(span.end), span.broken, words, (start, stop))
