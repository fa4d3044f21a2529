"""Quotation spans in every style in use («», “”, "", '', ‹›, dashes behind a colon), broken ones included."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .letters import BREAK
from .marks import Marks

_SHORT = 2
_DASHES = re.compile(f"[-–—]+|[{BREAK}]")
_DASHED_SPEECH = re.compile(r":\s?[-–—](?=[^\s\d–—-])")
_INDENT = 12
_REACH = 300
_STOPS = frozenset(".،,؛;:!؟?)")


class Quote(NamedTuple):
    """A quotation: ``start``/``end`` with its marks; ``broken`` when one of them is missing.

    ``words`` is the number of words in it; ``inner`` are the offsets of what stands between the marks.
    """

    start: int
    end: int
    broken: bool
    words: int = 0
    inner: tuple[int, int] = (0, 0)

    @property
    def short(self) -> bool:
        """One or two words: a name or a scare quote ("داعش", "درع الفرات") rather than direct speech."""
        return self.words <= _SHORT


class Quoted(NamedTuple):
    """A quotation in offsets of the folded text: with its marks, and what stands between them."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    broken: bool = False


def quoted(text: str, marks: Marks, sentence_starts: Sequence[int]) -> list[Quoted]:
    """The outermost quotations of a folded text, in order and apart from each other.

    An unclosed one ends with its sentence; one that lost its opening mark begins behind the last colon of its
    sentence, or with the sentence.
    """
    spans = [Quoted(a.start, a.end, b.start, b.end) for a, b in marks.pairs]
    spans += [Quoted(start, start + 1, end - 1, end) for start, end in _dashed_speech(text)]
    for mark in marks.unclosed:
        after = bisect_right(sentence_starts, mark.start)
        stop = sentence_starts[after] if after < len(sentence_starts) else len(text)
        spans.append(Quoted(mark.start, mark.end, stop, stop, True))
    # What lost its opening mark stands at its closing one until its beginning is known.
    spans += [Quoted(mark.start, mark.start, mark.start, mark.end, True) for mark in marks.unopened]
    spans.sort(key=lambda span: (span.start, -span.end))
    return list(_apart(text, spans, sentence_starts))


def _apart(text: str, spans: list[Quoted], sentence_starts: Sequence[int]) -> Iterator[Quoted]:
    floor = 0
    for i, span in enumerate(spans):
        if span.start < floor:
            continue
        if span.broken:
            if span.inner_end == span.start:
                sentence = sentence_starts[max(0, bisect_right(sentence_starts, span.start) - 1)]
                start = _behind_colon(text, max(floor, sentence), span.start)
                span = Quoted(start, start, span.inner_end, span.end, True)
            else:
                stop = min(span.end, spans[i + 1].start) if i + 1 < len(spans) else span.end
                stop = span.inner_start + len(text[span.inner_start : stop].rstrip())
                span = Quoted(span.start, span.inner_start, stop, stop, True)
            if span.inner_start >= span.inner_end:
                continue
        yield span
        floor = span.end


def _behind_colon(text: str, start: int, end: int) -> int:
    start = max(start, text.rfind(":", start, end) + 1)
    while start < end and text[start].isspace():
        start += 1
    return start


def _dashed_speech(text: str) -> Iterator[tuple[int, int]]:
    """What stands between dashes behind a colon («وقال: –لن نستسلم–»)."""
    if _DASHED_SPEECH.search(text):
        for start, end in asides(text):
            if text[max(0, start - 2) : start].rstrip().endswith(":"):
                yield start, end


def asides(text: str) -> list[tuple[int, int]]:
    """What stands between dashes in a folded text («–وفق الدفاع المدني–»), with them.

    A dash with a blank before and a word behind it opens, one with a word before and a blank or stop behind it closes,
    in one paragraph. Dashes that begin a line are bullets, dashes between words hyphens, dashes between blanks part.
    """
    out: list[tuple[int, int]] = []
    opened, line = -1, 0
    for match in _DASHES.finditer(text):
        start, end = match.span()
        if text[start] not in "-–—":
            opened, line = -1, end
            continue
        before = text[start - 1] if start else "\n"
        behind = text[end] if end < len(text) else " "
        if before.isspace():
            if not (behind.isspace() or behind.isdigit()) and text[line : min(start, line + _INDENT)].strip():
                opened = start
        elif opened >= 0 and (behind.isspace() or behind in _STOPS):
            if start - opened < _REACH:
                out.append((opened, end))
            opened = -1
    return out
