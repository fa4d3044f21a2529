"""Segments: the elementary clauses of a sentence, and what binds each to the one before.

A segment begins where a new clause may begin: at a link word (:mod:`khabar.lexicon` ``clauses_links``), at a comma or
other sign, at a verb that و or ف joins. Segments cover a sentence's tokens exactly; the claims room groups them.
"""

from __future__ import annotations

from enum import IntEnum

import msgspec

from ..lexicon import Lexicon
from ..text import Page, PhraseTable, fold_word, readings
from ..text.phrases import Match
from .verbs import VerbTable


class Bond(IntEnum):
    """What binds a segment to the one before it."""

    START = 0  # the sentence begins
    COMMA = 1  # a comma, nothing else
    VERB = 2  # و or ف with a verb: another act, as a rule
    NEW = 3  # a link word that opens another clause
    RESULT = 4  # outcome of what stands before
    CAUSE = 5  # cause of what stands before
    THAT = 6  # content of saying or thinking
    RELATIVE = 7  # describes the noun before
    SIGN = 8  # colon, dash, bracket, quotation mark, semicolon


class Segment(msgspec.Struct, gc=False):
    """Tokens ``first`` to ``stop`` (exclusive) of a page, and how they are bound to what stands before.

    ``row`` is the address of the link's lexicon row, "" where a sign or verb opens the segment; ``after_comma`` tells
    that a comma stands before the opening.
    """

    first: int
    stop: int
    bond: Bond
    row: str = ""
    after_comma: bool = False


_BONDS = {"new": Bond.NEW, "result": Bond.RESULT, "cause": Bond.CAUSE, "that": Bond.THAT, "relative": Bond.RELATIVE}
_LINK_PROCS = frozenset(("", "و", "ف", "ل", "ب"))
_MEMORY = 100_000  # forms
_COMMAS = frozenset("،,")
_SIGNS = frozenset(':؛;-–—()[]«»“”"…|')


class Segmenter:
    """Cuts sentences into segments. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon, verbs: VerbTable) -> None:
        self._verbs = verbs
        self._seen: dict[str, bool] = {}
        self._links: PhraseTable[tuple[Bond, str, frozenset[str]]] = PhraseTable(_LINK_PROCS)
        for section, bond in _BONDS.items():
            for row in lexicon.rows("clauses_links", section):
                bars = frozenset(fold_word(word) for word in row.get("not_before", ()))
                for word in row["words"]:
                    self._links.add(word, (bond, f"clauses_links/{section}/{row['id']}", bars))

    def sentence(self, page: Page, first: int, stop: int) -> list[Segment]:
        """The segments of the tokens ``first`` to ``stop`` (exclusive) of one sentence."""
        out: list[Segment] = []
        comma = False
        skip_to = first
        forms, seen = page.forms, self._seen
        for i in range(first, stop):
            form = forms[i]
            if form in _COMMAS:
                comma = True
                continue
            if i < skip_to:
                continue
            quiet = seen.get(form)
            if i > first and (self._quiet(form) if quiet is None else quiet):
                opening = (Bond.COMMA, "", i, True) if comma else None
            else:
                opening = self._opening(page, i, comma, at_start=i == first)
            comma = False
            if opening is not None:
                bond, row, last, after = opening
                _close(out, i)
                out.append(Segment(i, stop, bond, row, after))
                skip_to = last + 1
        return out

    def _quiet(self, form: str) -> bool:
        """A word that is no link, sign or joined verb; behind a comma alone a segment may begin with it."""
        found = self._seen.get(form)
        if found is None:
            if len(self._seen) > _MEMORY:
                self._seen.clear()
            found = self._seen[form] = not (self._links.begins(form) or form in _SIGNS or self._verbs.joined(form))
        return found

    def _opening(self, page: Page, i: int, comma: bool, *, at_start: bool) -> tuple[Bond, str, int, bool] | None:
        """(bond, row, last token of the link, comma before) when a segment begins at token ``i``."""
        links = [match for match in self._links.at(page, i) if not _barred(page, match)]
        if links:
            bond, row, _ = links[0].value
            return (Bond.START if at_start and bond is not Bond.NEW else bond), row, links[0].last, comma
        if at_start:
            return Bond.START, "", i, False
        token = page.tokens[i]
        if token.form in _SIGNS:
            return Bond.SIGN, "", i, comma
        if self._verbs.joined(token.form):
            return Bond.VERB, "", i, comma
        return (Bond.COMMA, "", i, True) if comma else None


def _barred(page: Page, match: Match[tuple[Bond, str, frozenset[str]]]) -> bool:
    """Whether a word behind a link makes it none: «خلال الأيام الماضية» is a time, «خلال القصف» an act."""
    bars = match.value[2]
    if not bars or match.last + 1 >= len(page.tokens):
        return False
    return any(reading.stem in bars for reading in readings(page.tokens[match.last + 1].form))


def _close(segments: list[Segment], stop: int) -> None:
    if segments:
        segments[-1].stop = stop
