"""Words: the tokens of a folded text.

A *token* is a run of Arabic letters, of Latin letters, of digits, or one other visible character. Its *readings* are
the ways its form may split into proclitics, stem and enclitic pronoun (:mod:`.clitics`); which one holds is for the
room that knows the stem to say. :func:`.segment.segment` decides for display and for callers without a lexicon.
"""

from __future__ import annotations

import re

import msgspec

from .clitics import ENCLITICS, Reading, readings
from .fold import Folded
from .letters import LETTER

_TOKEN = re.compile(rf"(?P<w>[{LETTER}]+)|(?P<d>[0-9]+)|(?P<l>[^\W\d_{LETTER}]+)|(?P<p>[^\s])")


class Token(msgspec.Struct, gc=False):
    """A word, number or sign: ``start``/``end`` in the original text, ``fstart`` in the folded one.

    ``kind``: ``w`` Arabic word, ``l`` other word, ``d`` digits, ``p`` any other sign. ``form`` is folded; the words
    of a ligature (ﷺ) are one token, with blanks in its form.
    """

    start: int
    end: int
    fstart: int
    form: str
    kind: str


def tokenise(folded: Folded) -> list[Token]:
    """All tokens of a folded text, in order, none overlapping another."""
    found = [(*m.span(), m[0], m.lastgroup or "p") for m in _TOKEN.finditer(folded.text)]
    if folded.identical:
        return [Token(start, end, start, form, kind) for start, end, form, kind in found]
    tokens: list[Token] = []
    last = 0
    spans = folded.spans((start, end) for start, end, _, _ in found)
    for (start, end), (fstart, _, form, kind) in zip(spans, found, strict=True):
        if start < last:  # another word of the same ligature
            tokens[-1].form += " " + form
            continue
        last = end
        tokens.append(Token(start, end, fstart, form, kind))
    return tokens


__all__ = ["ENCLITICS", "Reading", "Token", "readings", "tokenise"]
