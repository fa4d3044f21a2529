"""The grammar of cardinals: numerals in words, in digits, mixed and vague.

A number is a sum of segments linked by و, each smaller than the round figure before it; a segment is a group below a
thousand times a scale (ألف, مليون, …); a group is hundreds and what is below a hundred, where units come before tens
(Wright, I §§ 318-327; Ryding, ch. 15). Digits may stand for a group («3 آلاف», «12 ألفا و500»).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..text import Page
from . import digits as figures
from .vocabulary import (
    DUAL,
    EITHER,
    FEW,
    FRACTION,
    HEAD,
    HUNDRED,
    HUNDREDS,
    ODD,
    PLURAL,
    SCALE,
    TEEN,
    TEN,
    TENS,
    UNIT,
    ZERO,
    Atom,
    Vocabulary,
)


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


class Numeral(NamedTuple):
    """A number read at tokens ``first``..``last``.

    ``low``/``high`` differ for vague ones, which are ``approx``; ``cut`` folded characters of the first token stay
    outside; ``scale``: its last scale word; ``digits``: written in digits alone; ``weak``: its one word also means
    something else; ``article``: it has ال; ``open``: as in :class:`Part`.
    """

    low: float
    high: float
    first: int
    last: int
    cut: int
    scale: float
    rows: tuple[str, ...]
    approx: bool = False
    digits: bool = False
    weak: bool = False
    article: bool = False
    conj: bool = False
    open: float = 0
    feminine: bool = False

    @property
    def vague(self) -> bool:
        return self.low != self.high


class Cardinals:
    """Reads numerals from the tokens of a page."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def at(self, page: Page, i: int) -> list[Numeral]:
        """Every numeral that begins at token ``i``, longest first; a conjunction may stand before it in the token."""
        if page.tokens[i].kind == "d":
            return self._from_digits(page, i)
        out: list[Numeral] = []
        for atom in self._vocabulary.atoms(page, i):
            out += self._vague(page, i, atom)
            for part in self._sums(page, i, atom, float("inf")):
                alone = part.last == i
                out.append(
                    Numeral(
                        part.value, part.value, i, part.last, atom.cut, part.scale, part.rows,
                        weak=alone and atom.word.weak, article=atom.article, conj=atom.conj,
                        open=part.open, feminine=atom.word.feminine,
                    )
                )  # fmt: skip
        out.sort(key=lambda numeral: -numeral.last)
        return [self._with_odd(page, numeral) for numeral in out]

    def _from_digits(self, page: Page, i: int) -> list[Numeral]:
        group = self._digits(page, i)
        if group is None:
            return []
        out = []
        for part in self._with_scales(page, group, float("inf")):
            for total in self._continue(page, part):
                out.append(
                    Numeral(total.value, total.value, i, total.last, 0, total.scale, total.rows, digits=not total.words)
                )
        return [self._with_odd(page, numeral) for numeral in out]

    def _digits(self, page: Page, i: int) -> Part | None:
        found = figures.read(page.folded.text, page.tokens[i].fstart)
        if found.value is None:
            return None
        last = i
        while last + 1 < len(page.tokens) and page.tokens[last + 1].fstart < found.end:
            last += 1
        return Part(found.value, last, 1, ("digits",), words=False)

    # Sums of segments.

    def _sums(self, page: Page, i: int, atom: Atom, below: float) -> Iterator[Part]:
        """Numbers that begin with ``atom`` at ``i``, longest first, with segments smaller than ``below``."""
        for part in self._segments(page, i, atom, below):
            if part.value < below:
                yield from self._continue(page, part)

    def _continue(self, page: Page, part: Part) -> Iterator[Part]:
        """``part`` with what و adds to it, longest first, then ``part`` alone."""
        room = _magnitude(part.value)
        if room >= 100 and part.words:
            for j, atom in self._linked(page, part.last + 1):
                if atom is None:
                    group = self._digits(page, j)
                    more = self._with_scales(page, group, room) if group else iter(())
                    tails = (t for segment in more if segment.value < room for t in self._continue(page, segment))
                else:
                    tails = self._sums(page, j, atom, room)
                for tail in tails:
                    rows = part.rows + tail.rows
                    yield Part(part.value + tail.value, tail.last, tail.scale, rows, open=tail.open)
        yield part

    def _linked(self, page: Page, i: int) -> Iterator[tuple[int, Atom | None]]:
        """Numeral atoms joined by و at token ``i``; None for digits."""
        if i >= len(page.tokens):
            return
        if page.tokens[i].form == "و":
            j = i + 1
            if j < len(page.tokens):
                if page.tokens[j].kind == "d":
                    yield j, None
                for atom in self._vocabulary.atoms(page, j):
                    if atom.bare:
                        yield j, atom
            return
        for atom in self._vocabulary.atoms(page, i):
            if atom.conj and not atom.prep:
                yield i, atom

    def _plain(self, page: Page, i: int) -> Iterator[Atom]:
        """Atoms of token ``i`` that continue a numeral without و."""
        if i < len(page.tokens):
            for atom in self._vocabulary.atoms(page, i):
                if atom.bare:
                    yield atom

    def _segments(self, page: Page, i: int, atom: Atom, below: float) -> Iterator[Part]:
        """Group times scale, longest first."""
        kind, value, row = atom.word.kind, atom.word.value, (atom.word.row,)
        if kind == ZERO:
            yield Part(0, i, 1, row)
        elif kind in (SCALE, EITHER):
            bare = Part(value, i, value, row, open=value if kind == EITHER else 0)
            yield from self._with_scales(page, bare, below)
        elif kind == DUAL:
            yield from self._with_scales(page, Part(2 * value, i, value, row), below)
        elif kind == FRACTION:
            yield from self._fraction_of_scale(page, i, value, row)
        else:
            for group in self._groups(page, i, atom):
                yield from self._with_scales(page, group, below)

    def _with_scales(self, page: Page, group: Part, below: float) -> Iterator[Part]:
        """``group`` times the scale words behind it, with «ونصف» behind those; then ``group`` alone."""
        for atom in self._plain(page, group.last + 1):
            if atom.word.kind in (SCALE, EITHER, PLURAL) and atom.word.value >= 1000 and atom.word.value > group.scale:
                value = _clean(group.value * atom.word.value)
                scaled = Part(value, group.last + 1, atom.word.value, (*group.rows, atom.word.row))
                yield from self._with_scales(page, scaled, below)
                break
        if group.value < below:
            yield from self._with_fraction(page, group)

    def _with_fraction(self, page: Page, part: Part) -> Iterator[Part]:
        """«مليون ونصف», «3 ملايين ونصف المليون», «2 ونصف مليون»."""
        for j, atom in self._linked(page, part.last + 1):
            if atom is None or atom.word.kind != FRACTION or atom.word.feminine:
                continue
            scale = next((a for a in self._plain(page, j + 1) if a.word.kind in (SCALE, EITHER)), None)
            rows = (*part.rows, atom.word.row)
            if part.scale >= 1000:
                last = j + 1 if scale is not None and scale.word.value == part.scale else j
                yield Part(_clean(part.value + atom.word.value * part.scale), last, part.scale, rows)
            elif scale is not None and part.value < 1000:
                value = _clean((part.value + atom.word.value) * scale.word.value)
                yield Part(value, j + 1, scale.word.value, (*rows, scale.word.row))
        yield part

    def _fraction_of_scale(self, page: Page, i: int, value: float, rows: tuple[str, ...]) -> Iterator[Part]:
        """«نصف مليون»."""
        for atom in self._plain(page, i + 1):
            if atom.word.kind in (SCALE, EITHER) and atom.word.value >= 1000:
                scale = atom.word.value
                yield Part(_clean(value * scale), i + 1, scale, (*rows, atom.word.row))

    # Groups below a thousand.

    def _groups(self, page: Page, i: int, atom: Atom) -> Iterator[Part]:
        for hundreds in self._hundreds(page, i, atom):
            for j, link in self._linked(page, hundreds.last + 1):
                if link is None:
                    group = self._digits(page, j)
                    below = [group] if group is not None and group.value < 100 else []
                else:
                    below = list(self._below_hundred(page, j, link))
                for part in below:
                    yield Part(hundreds.value + part.value, part.last, 1, hundreds.rows + part.rows)
            yield hundreds
        yield from self._below_hundred(page, i, atom)
        if atom.word.kind == UNIT:
            yield from self._parts_of_scale(page, i, atom)

    def _hundreds(self, page: Page, i: int, atom: Atom) -> Iterator[Part]:
        word = atom.word
        if word.kind in (HUNDRED, HUNDREDS):
            yield Part(word.value, i, 1, (word.row,))
        elif word.kind == UNIT and word.value >= 3:
            for hundred in self._plain(page, i + 1):
                if hundred.word.kind == HUNDRED or (hundred.word.kind == PLURAL and hundred.word.value == 100):
                    yield Part(100 * word.value, i + 1, 1, (word.row, hundred.word.row))

    def _below_hundred(self, page: Page, i: int, atom: Atom) -> Iterator[Part]:
        word = atom.word
        if word.kind in (TEN, TEEN, TENS):
            yield Part(word.value, i, 1, (word.row,))
            return
        if word.kind not in (UNIT, HEAD):
            return
        for ten in self._plain(page, i + 1):
            if ten.word.kind == TEN and not ten.article:
                yield Part(10 + word.value, i + 1, 1, (word.row, ten.word.row))
        if word.kind == UNIT or word.value == 1:  # «إحدى وعشرون»
            for j, link in self._linked(page, i + 1):
                if link is not None and link.word.kind == TENS:
                    yield Part(link.word.value + word.value, j, 1, (word.row, link.word.row))
        if word.kind == UNIT:
            yield Part(word.value, i, 1, (word.row,))

    def _parts_of_scale(self, page: Page, i: int, atom: Atom) -> Iterator[Part]:
        """«ثلاثة أرباع المليون»."""
        for part in self._plain(page, i + 1):
            if part.word.kind == FRACTION and part.word.feminine:
                rows = (atom.word.row, part.word.row)
                yield from self._fraction_of_scale(page, i + 1, atom.word.value * part.word.value, rows)

    # Vague quantities.

    def _vague(self, page: Page, i: int, atom: Atom) -> list[Numeral]:
        """«عشرات الآلاف», «بضعة عشر», «نيف وعشرون»; bounds as the contract has them."""
        word = atom.word
        if word.kind == PLURAL:
            return [self._plural(page, i, i, atom, 2 * word.value, 10 * word.value, (word.row,))]
        if word.kind == FEW:
            return [self._few(page, i, atom)]
        if word.kind == ODD:
            for j, link in self._linked(page, i + 1):
                if link is not None:
                    for part in self._sums(page, j, link, float("inf")):
                        low, high = part.value + 1, part.value + _magnitude(part.value) - 1
                        rows = (word.row, *part.rows)
                        return [_vague_numeral(low, high, i, part.last, atom, part.scale, rows)]
        return []

    def _plural(
        self, page: Page, i: int, last: int, atom: Atom, low: float, end: float, rows: tuple[str, ...]
    ) -> Numeral:
        scale = atom.word.value if last == i and atom.word.value >= 1000 else 1.0
        for more in self._plain(page, last + 1):
            if more.word.kind in (PLURAL, SCALE) and more.word.value >= 1000 and more.word.value > scale:
                scale = more.word.value
                low, end, last, rows = low * scale, end * scale, last + 1, (*rows, more.word.row)
                break
        return _vague_numeral(low, end - 1, i, last, atom, scale, rows)

    def _few(self, page: Page, i: int, atom: Atom) -> Numeral:
        row = (atom.word.row,)
        for more in self._plain(page, i + 1):
            if more.word.kind == TEN:
                return _vague_numeral(13, 19, i, i + 1, atom, 1, (*row, more.word.row))
            if more.word.kind == PLURAL:
                unit = more.word.value
                scale = unit if unit >= 1000 else 1.0
                return _vague_numeral(3 * unit, 9 * unit, i, i + 1, atom, scale, (*row, more.word.row))
        for j, link in self._linked(page, i + 1):
            if link is not None and link.word.kind == TENS:
                tens = link.word.value
                return _vague_numeral(tens + 3, tens + 9, i, j, atom, 1, (*row, link.word.row))
        return _vague_numeral(3, 9, i, i, atom, 1, row)

    def _with_odd(self, page: Page, numeral: Numeral) -> Numeral:
        """«عشرون ونيف»."""
        if numeral.vague or numeral.low < 10:
            return numeral
        for j, link in self._linked(page, numeral.last + 1):
            if link is not None and link.word.kind == ODD:
                return numeral._replace(
                    low=numeral.low + 1, high=numeral.low + _magnitude(numeral.low) - 1, last=j, approx=True,
                    rows=(*numeral.rows, link.word.row),
                )  # fmt: skip
        return numeral


def _vague_numeral(
    low: float, high: float, first: int, last: int, atom: Atom, scale: float, rows: tuple[str, ...]
) -> Numeral:
    return Numeral(low, high, first, last, atom.cut, scale, rows, approx=True, article=atom.article, conj=atom.conj)


def _magnitude(value: float) -> float:
    """The largest power of ten that divides ``value``: what و may add is smaller."""
    if value <= 0 or value != int(value):
        return 0
    whole, power = int(value), 1
    while whole % 10 == 0:
        whole //= 10
        power *= 10
    return power


def _clean(value: float) -> float:
    """A product with a third or a quarter, without the dust of binary fractions."""
    return float(round(value)) if abs(value - round(value)) < 1e-3 * max(1.0, value / 1e6) else value
