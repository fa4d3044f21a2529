"""The grammar of cardinals: how numeral words and digits add up.

A number is a sum of segments linked by و, each smaller than the round figure before it; a segment is a group below a
thousand times a scale (ألف, مليون, …); a group is hundreds and what is below a hundred, where units come before tens
(Wright, *Grammar*, I §§ 318-327; Ryding, *Reference Grammar*, ch. 15). Digits may stand for a group («3 آلاف»,
«12 ألفا و500»). Every reading is yielded, longest first, so that a caller can fall back («بين ثلاثة وعشرين»).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..text import Page
from . import digits as figures
from .vocabulary import Atom, Kind, Vocabulary

_SCALES = (Kind.SCALE, Kind.EITHER)


class Part(NamedTuple):
    """A stretch of tokens with a value: up to token ``last`` (inclusive); ``scale`` of its last scale word, or 1.

    ``words``: not of digits alone; ``open``: what is to be added when a noun shows that its last word, «ألفا», is a
    dual in the construct ("two thousand") rather than an accusative ("a thousand").
    """

    value: float
    last: int
    scale: float
    rows: tuple[str, ...]
    words: bool = True
    open: float = 0


class Cardinals:
    """Adds up the numerals of a page."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def sums(self, page: Page, i: int, atom: Atom | None, below: float = float("inf")) -> Iterator[Part]:
        """Numbers under ``below`` that begin at token ``i`` with ``atom``, or with digits when it is None."""
        if atom is None:
            group = self._digits(page, i)
            segments = self._with_scales(page, group) if group is not None else iter(())
        else:
            segments = self._segments(page, i, atom)
        for part in segments:
            if part.value < below:
                yield from self._continued(page, part)

    def linked(self, page: Page, i: int) -> Iterator[tuple[int, Atom | None]]:
        """Numerals that و joins at token ``i``: their token and atom; None for digits."""
        if i >= len(page.tokens) or new_line(page, i):
            return
        if page.tokens[i].form != "و":
            yield from ((i, atom) for atom in self._vocabulary.atoms(page, i) if atom.conj and not atom.prep)
        elif i + 1 < len(page.tokens) and not new_line(page, i + 1):
            if page.tokens[i + 1].kind == "d":
                yield i + 1, None
            yield from ((i + 1, atom) for atom in self._vocabulary.atoms(page, i + 1) if atom.bare)

    def plain(self, page: Page, i: int) -> Iterator[Atom]:
        """Atoms of token ``i`` that continue a numeral without و."""
        if i < len(page.tokens) and not new_line(page, i):
            yield from (atom for atom in self._vocabulary.atoms(page, i) if atom.bare)

    def _digits(self, page: Page, i: int) -> Part | None:
        found = figures.read(page.folded.text, page.tokens[i].fstart)
        if found.value is None:
            return None
        last = i
        while last + 1 < len(page.tokens) and page.tokens[last + 1].fstart < found.end:
            last += 1
        return Part(found.value, last, 1, ("digits",), words=False)

    def _continued(self, page: Page, part: Part) -> Iterator[Part]:
        """``part`` with what و adds to it, then ``part`` alone; what is added is less than its last round figure."""
        room = magnitude(part.value)
        if room >= 100 and part.words:
            for j, atom in self.linked(page, part.last + 1):
                for tail in self.sums(page, j, atom, room):
                    rows = part.rows + tail.rows
                    yield Part(part.value + tail.value, tail.last, tail.scale, rows, open=tail.open)
        yield part

    def _segments(self, page: Page, i: int, atom: Atom) -> Iterator[Part]:
        """A group times its scale."""
        kind, value, row = atom.word.kind, atom.word.value, (atom.word.row,)
        if kind is Kind.ZERO:
            yield Part(0, i, 1, row)
        elif kind in _SCALES:
            yield from self._with_scales(page, Part(value, i, value, row, open=value if kind is Kind.EITHER else 0))
        elif kind is Kind.DUAL:
            yield from self._with_scales(page, Part(2 * value, i, value, row))
        elif kind is Kind.FRACTION:
            yield from self._of_scale(page, i, value, row)
        else:
            for group in self._groups(page, i, atom):
                yield from self._with_scales(page, group)

    def _with_scales(self, page: Page, group: Part) -> Iterator[Part]:
        """``group`` times the scale words behind it, with «ونصف» behind those; then ``group`` alone."""
        for atom in self.plain(page, group.last + 1):
            scale = atom.word.value
            if atom.word.kind in (*_SCALES, Kind.PLURAL) and scale >= 1000 and scale > group.scale:
                rows = (*group.rows, atom.word.row)
                yield from self._with_scales(page, Part(_clean(group.value * scale), group.last + 1, scale, rows))
                break
        yield from self._with_fraction(page, group)

    def _with_fraction(self, page: Page, part: Part) -> Iterator[Part]:
        """«مليون ونصف», «3 ملايين ونصف المليون», «2 ونصف مليون»."""
        for j, atom in self.linked(page, part.last + 1):
            if atom is None or atom.word.kind is not Kind.FRACTION:
                continue
            scale = next((a.word for a in self.plain(page, j + 1) if a.word.kind in _SCALES), None)
            rows = (*part.rows, atom.word.row)
            if part.scale >= 1000:
                last = j + 1 if scale is not None and scale.value == part.scale else j
                yield Part(_clean(part.value + atom.word.value * part.scale), last, part.scale, rows)
            elif scale is not None:
                value = _clean((part.value + atom.word.value) * scale.value)
                yield Part(value, j + 1, scale.value, (*rows, scale.row))
        yield part

    def _of_scale(self, page: Page, i: int, value: float, rows: tuple[str, ...]) -> Iterator[Part]:
        """«نصف مليون»."""
        for atom in self.plain(page, i + 1):
            if atom.word.kind in _SCALES:
                scale = atom.word.value
                yield Part(_clean(value * scale), i + 1, scale, (*rows, atom.word.row))

    def _groups(self, page: Page, i: int, atom: Atom) -> Iterator[Part]:
        """Numbers below a thousand."""
        for hundreds in self._hundreds(page, i, atom):
            for j, link in self.linked(page, hundreds.last + 1):
                if link is None:
                    group = self._digits(page, j)
                    below = [group] if group is not None and group.value < 100 else []
                else:
                    below = list(self._below_hundred(page, j, link))
                for part in below:
                    yield Part(hundreds.value + part.value, part.last, 1, hundreds.rows + part.rows)
            yield hundreds
        if atom.word.kind is Kind.UNIT:  # «ثلاثة أرباع المليون»
            for part_of in self.plain(page, i + 1):
                if part_of.word.kind is Kind.FRACTIONS:
                    rows = (atom.word.row, part_of.word.row)
                    yield from self._of_scale(page, i + 1, atom.word.value * part_of.word.value, rows)
        yield from self._below_hundred(page, i, atom)

    def _hundreds(self, page: Page, i: int, atom: Atom) -> Iterator[Part]:
        word = atom.word
        if word.kind in (Kind.HUNDRED, Kind.HUNDREDS):
            yield Part(word.value, i, 1, (word.row,))
        elif word.kind is Kind.UNIT and word.value >= 3:
            for hundred in self.plain(page, i + 1):
                if hundred.word.value == 100:
                    yield Part(100 * word.value, i + 1, 1, (word.row, hundred.word.row))

    def _below_hundred(self, page: Page, i: int, atom: Atom) -> Iterator[Part]:
        word = atom.word
        if word.kind in (Kind.TEN, Kind.TEEN, Kind.TENS):
            yield Part(word.value, i, 1, (word.row,))
            return
        if word.kind not in (Kind.UNIT, Kind.HEAD):
            return
        for ten in self.plain(page, i + 1):
            if ten.word.kind is Kind.TEN and not ten.article:
                yield Part(10 + word.value, i + 1, 1, (word.row, ten.word.row))
        if word.kind is Kind.UNIT or word.value == 1:  # «إحدى وعشرون»
            for j, link in self.linked(page, i + 1):
                if link is not None and link.word.kind is Kind.TENS:
                    yield Part(link.word.value + word.value, j, 1, (word.row, link.word.row))
        if word.kind is Kind.UNIT:
            yield Part(word.value, i, 1, (word.row,))


def new_line(page: Page, i: int) -> bool:
    """Token ``i`` begins a line: what stands before it on another line belongs to another number."""
    tokens = page.tokens
    return i == 0 or "\n" in page.text[tokens[i - 1].end : tokens[i].start]


def magnitude(value: float) -> float:
    """The largest power of ten that divides ``value``; 0 for zero and for fractions."""
    if value <= 0 or value != int(value):
        return 0
    whole, power = int(value), 1
    while whole % 10 == 0:
        whole //= 10
        power *= 10
    return power


def _clean(value: float) -> float:
    """A product of a decimal or a fraction and a scale, to the nearest whole («ثلث مليون», 2.7 million)."""
    return float(round(value))
