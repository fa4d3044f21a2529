"""Words and their clitics.

A *token* is a run of Arabic letters, of Latin letters, of digits, or one other visible character. Its *readings* are
the ways its form may split into proclitics (و ف ب ك ل ال س, لل), stem and enclitic pronoun; which one holds is for the
room that knows the stem to say. :func:`segment` decides for display and for callers without a lexicon.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

from .fold import Folded

ARABIC = "\u0621-\u063f\u0641-\u064a\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u0750-\u077f"
_TOKEN = re.compile(rf"(?P<w>[{ARABIC}]+)|(?P<d>[0-9]+)|(?P<l>[^\W\d_{ARABIC}]+)|(?P<p>[^\s])")


class Token(msgspec.Struct, gc=False):
    """A word, number or sign: ``start``/``end`` in the original text, ``fstart`` in the folded one.

    ``kind``: ``w`` Arabic word, ``l`` other word, ``d`` digits, ``p`` any other sign. ``form`` is folded.
    """

    start: int
    end: int
    fstart: int
    form: str
    kind: str


class Reading(NamedTuple):
    """One split of a form: ``procs`` + ``stem`` + ``enclitic``; ``cut`` folded characters stand before the stem.

    For «للجيش» both (ل, الجيش) and (لل, جيش) are readings; the article that لل swallows is restored in the former.
    """

    procs: str
    stem: str
    enclitic: str
    cut: int


def tokenise(folded: Folded) -> list[Token]:
    """All tokens of a folded text, in order."""
    text = folded.text
    if folded.identical:
        return [
            Token(m.start(), m.end(), m.start(), m.group(), m.lastgroup or "p") for m in _TOKEN.finditer(text)
        ]
    original, original_end = folded.original, folded.original_end
    return [
        Token(original(m.start()), original_end(m.end()), m.start(), m.group(), m.lastgroup or "p")
        for m in _TOKEN.finditer(text)
    ]


_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ك", "ل", "س")
ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")


def _procs(form: str) -> list[tuple[str, str, int]]:
    """(proclitics, rest, cut) for every possible run of proclitics, the whole form first."""
    heads = [("", form, 0)]
    if len(form) > 2 and form[0] in _CONJUNCTIONS:
        heads.append((form[0], form[1:], 1))
    out = list(heads)
    for procs, rest, cut in heads:
        if len(rest) > 2 and rest[0] in _PREPOSITIONS:
            out.append((procs + rest[0], rest[1:], cut + 1))
            if rest.startswith("لل") and len(rest) > 3:
                out.append((procs + "ل", "ال" + rest[2:], cut + 1))
                out.append((procs + "لل", rest[2:], cut + 2))
            elif rest[1:3] == "ال" and len(rest) > 4:
                out.append((procs + rest[0] + "ال", rest[3:], cut + 3))
        if rest.startswith("ال") and len(rest) > 3:
            out.append((procs + "ال", rest[2:], cut + 2))
    return out


@lru_cache(maxsize=100_000)
def readings(form: str) -> tuple[Reading, ...]:
    """Every split of a folded form, the whole word first, then by shorter stems; without enclitics before with."""
    bare = [Reading(procs, rest, "", cut) for procs, rest, cut in _procs(form)]
    out = list(bare)
    for reading in bare:
        stem = reading.stem
        for enclitic in ENCLITICS:
            if len(stem) > len(enclitic) + 1 and stem.endswith(enclitic) and not reading.procs.endswith("ال"):
                short = stem[: -len(enclitic)]
                out.append(Reading(reading.procs, short, enclitic, reading.cut))
                if short.endswith("ت") and len(short) > 2:  # مدينته → مدينه
                    out.append(Reading(reading.procs, short[:-1] + "ه", enclitic, reading.cut))
                elif short.endswith("و"):  # قتلوه → قتلوا
                    out.append(Reading(reading.procs, short + "ا", enclitic, reading.cut))
                elif short.endswith("ا") and len(short) > 2:  # شنها stays شن; نفاها → نفي
                    out.append(Reading(reading.procs, short[:-1] + "ي", enclitic, reading.cut))
    return tuple(out)
