"""Words: the tokens of a folded text.

A *token* is a run of Arabic letters, of Latin letters, of digits, or one other visible character. Its *readings* are
the ways its form may split into proclitics, stem and enclitic pronoun (:mod:`.clitics`); which one holds is for the
room that knows the stem to say. :func:`.segment.segment` decides for display and for callers without a lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from .clitics import ENCLITICS, Reading, readings
from .fold import Folded
from .letters import LETTER

_TOKEN = re.compile(rf"[{LETTER}]+|[0-9]+|[^\W\d_{LETTER}]+|\S")
_WORD = re.compile(f"[{LETTER}]")
_OTHER_WORD = re.compile(r"[^\W\d_]")


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
    found = list(_found(folded.text))
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


def _found(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, form, kind) of each token: only blanks part them, so that each is the next of its form."""
    end = 0
    find = text.find
    for form in _TOKEN.findall(text):
        start = find(form, end)
        end = start + len(form)
        yield start, end, form, _kind(form[0])


@cache
def _kind(char: str) -> str:
    """The kind of a token by its first character."""
    if _WORD.match(char):
        return "w"
    return "d" if "0" <= char <= "9" else "l" if _OTHER_WORD.match(char) else "p"


__all__ = ["ENCLITICS", "Reading", "Token", "readings", "tokenise"]
