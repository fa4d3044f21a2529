"""Quotation spans in every style in use («», “”, "", '', dashes), broken ones included."""

from __future__ import annotations

from typing import NamedTuple

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "❝": "❞"}
_CLOSERS = frozenset(_PAIRS.values())
_STRAIGHT = '"'


class Quote(NamedTuple):
    """A quotation: ``start``/``end`` with its marks; ``broken`` when one of them is missing."""

    start: int
    end: int
    broken: bool


def quotations(text: str, sentences: list[tuple[int, int]]) -> list[Quote]:
    """The quotation spans of ``text``, in order; an unclosed one ends with its sentence."""
    out: list[Quote] = []
    open_at: int | None = None
    closer = ""
    ends = iter(end for _, end in sentences)
    sentence_end = next(ends, len(text))
    for i, char in enumerate(text):
        if i >= sentence_end:
            sentence_end = next(ends, len(text))
        if open_at is None:
            if char in _PAIRS:
                open_at, closer = i, _PAIRS[char]
            elif char == _STRAIGHT:
                open_at, closer = i, _STRAIGHT
        elif char == closer or (char in _CLOSERS and closer != _STRAIGHT):
            out.append(Quote(open_at, i + 1, False))
            open_at = None
        elif char == "\n":
            out.append(Quote(open_at, i, True))
            open_at = None
    if open_at is not None:
        out.append(Quote(open_at, len(text), True))
    return out
