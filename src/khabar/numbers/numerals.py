"""Numerals of a page: cardinals, vague quantities and ordinals, each with its bounds.

Bounds of vague quantities are the contract's: the plural of a round figure is two to ten of it («عشرات» 20 to 99), بضعة
is three to nine (*Lisān al-ʿArab* s.v. بضع), نيف what lies between two round figures (ibid., s.v. نوف).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..text import Page
from .cardinals import Cardinals, Part, magnitude
from .vocabulary import Atom, Kind, Vocabulary


class Numeral(NamedTuple):
    """A number read at tokens ``first``..``last``.

    ``low``/``high`` differ for vague ones, which are ``approx``; ``cut`` folded characters of the first token stay
    outside; ``scale``: its last scale word, or 1; ``digits``: in digits alone; ``weak``: its one word also means
    something else; ``article``: it has ال; ``conj``: و or ف stands before it in its token; ``open``: what a noun behind
    adds («ألفا جندي»).
    """

    low: float
    high: float
    first: int
    last: int
    rows: tuple[str, ...]
    cut: int = 0
    scale: float = 1
    approx: bool = False
    digits: bool = False
    weak: bool = False
    article: bool = False
    conj: bool = False
    open: float = 0
    feminine: bool = False
    ordinal: bool = False


class Numerals:
    """Reads the numerals that begin at a token."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._cardinals = Cardinals(vocabulary)

    def begins(self, page: Page, i: int) -> bool:
        """A numeral may begin at token ``i``."""
        kind = page.tokens[i].kind
        return kind == "d" or (kind == "w" and bool(self._vocabulary.atoms(page, i)))

    def beginnings(self, page: Page) -> Iterator[int]:
        """The tokens where a numeral may begin."""
        silent = self._vocabulary.silent
        for i, token in enumerate(page.tokens):
            if token.form not in silent and self.begins(page, i):
                yield i

    def longest(self, page: Page, i: int) -> Numeral | None:
        """The longest numeral that begins at token ``i``."""
        found: Numeral | None = None
        for atom in self._atoms(page, i):
            numeral = next(self._of(page, i, atom), None)  # they come longest first
            if numeral is not None and (found is None or numeral.last > found.last):
                found = numeral
        return found if found is None else self._with_odd(page, found)

    def at(self, page: Page, i: int) -> list[Numeral]:
        """Every numeral that begins at token ``i``, longest first."""
        out = [numeral for atom in self._atoms(page, i) for numeral in self._of(page, i, atom)]
        out.sort(key=lambda numeral: -numeral.last)
        return out

    def _atoms(self, page: Page, i: int) -> tuple[Atom | None, ...]:
        return (None,) if page.tokens[i].kind == "d" else self._vocabulary.atoms(page, i)

    def _of(self, page: Page, i: int, atom: Atom | None) -> Iterator[Numeral]:
        """The numerals that begin with ``atom``, or with digits when it is None; longest first."""
        if atom is None:
            for part in self._cardinals.sums(page, i, None):
                yield _exact(i, part, digits=not part.words)
            return
        kind = atom.word.kind
        if kind is Kind.PLURAL:
            yield self._plural(page, i, atom)
        elif kind is Kind.FEW:
            yield self._few(page, i, atom)
        elif kind is Kind.ODD:
            yield from self._odd_and(page, i, atom)
        elif kind in (Kind.ORDINAL, Kind.ORDINAL_HEAD):
            yield from self._ordinals(page, i, atom)
        else:
            for part in self._cardinals.sums(page, i, atom):
                yield _exact(i, part, atom)

    def _plural(self, page: Page, i: int, atom: Atom) -> Numeral:
        """«عشرات», «عشرات الآلاف», «مئات الملايين»."""
        unit, row = atom.word.value, atom.word.row
        for more in self._cardinals.plain(page, i + 1):
            scale = more.word.value
            if more.word.kind in (Kind.PLURAL, Kind.SCALE) and scale >= 1000 and scale > unit:
                rows = (row, more.word.row)
                return _vague(i, i + 1, atom, 2 * unit * scale, 10 * unit * scale - 1, rows, scale)
        return _vague(i, i, atom, 2 * unit, 10 * unit - 1, (row,), unit if unit >= 1000 else 1)

    def _few(self, page: Page, i: int, atom: Atom) -> Numeral:
        """«بضعة», «بضعة عشر», «بضع مئات», «بضعة وعشرون»."""
        row = (atom.word.row,)
        for more in self._cardinals.plain(page, i + 1):
            rows, unit = (*row, more.word.row), more.word.value
            if more.word.kind is Kind.TEN:
                return _vague(i, i + 1, atom, 13, 19, rows)
            if more.word.kind is Kind.PLURAL:
                return _vague(i, i + 1, atom, 3 * unit, 9 * unit, rows, unit if unit >= 1000 else 1)
        for j, link in self._cardinals.linked(page, i + 1):
            if link is not None and link.word.kind is Kind.TENS:
                return _vague(i, j, atom, link.word.value + 3, link.word.value + 9, (*row, link.word.row))
        return _vague(i, i, atom, 3, 9, row)

    def _odd_and(self, page: Page, i: int, atom: Atom) -> Iterator[Numeral]:
        """«نيف وعشرون»."""
        for j, link in self._cardinals.linked(page, i + 1):
            for part in self._cardinals.sums(page, j, link):
                high = part.value + magnitude(part.value) - 1
                rows = (atom.word.row, *part.rows)
                yield _vague(i, part.last, atom, part.value + 1, high, rows, part.scale)

    def _with_odd(self, page: Page, numeral: Numeral) -> Numeral:
        """«عشرون ونيف»."""
        if numeral.approx or numeral.ordinal or magnitude(numeral.low) < 10:
            return numeral
        for j, link in self._cardinals.linked(page, numeral.last + 1):
            if link is not None and link.word.kind is Kind.ODD:
                high = numeral.low + magnitude(numeral.low) - 1
                rows = (*numeral.rows, link.word.row)
                return numeral._replace(low=numeral.low + 1, high=high, last=j, approx=True, rows=rows)
        return numeral

    def _ordinals(self, page: Page, i: int, atom: Atom) -> Iterator[Numeral]:
        """«الثالث», «الثالثة عشرة», «الحادي والعشرون»."""
        word = atom.word
        last, value = i, word.value
        rows: tuple[str, ...] = (word.row,)
        for ten in self._cardinals.plain(page, i + 1):
            if ten.word.kind is Kind.TEN and word.value < 10 and not ten.article:
                last, value, rows = i + 1, word.value + 10, (word.row, ten.word.row)
        for j, link in self._cardinals.linked(page, i + 1):
            if link is not None and link.word.kind is Kind.TENS and link.article == atom.article and word.value < 10:
                last, value, rows = j, word.value + link.word.value, (word.row, link.word.row)
        if word.kind is Kind.ORDINAL or last > i:
            yield _numeral(i, last, atom, value, value, rows, weak=last == i, ordinal=True)


def _numeral(
    i: int, last: int, atom: Atom, low: float, high: float, rows: tuple[str, ...], *, scale: float = 1,
    approx: bool = False, weak: bool = False, open: float = 0, ordinal: bool = False,
) -> Numeral:  # fmt: skip
    return Numeral(
        low, high, i, last, rows, atom.cut, scale, approx, False, weak, atom.article, atom.conj, open,
        atom.word.feminine, ordinal,
    )  # fmt: skip


def _exact(i: int, part: Part, atom: Atom | None = None, *, digits: bool = False) -> Numeral:
    if atom is None:
        return Numeral(part.value, part.value, i, part.last, part.rows, scale=part.scale, digits=digits)
    weak = part.last == i and atom.word.weak
    value, last, scale, rows = part.value, part.last, part.scale, part.rows
    return _numeral(i, last, atom, value, value, rows, scale=scale, weak=weak, open=part.open)


def _vague(i: int, last: int, atom: Atom, low: float, high: float, rows: tuple[str, ...], scale: float = 1) -> Numeral:
    return _numeral(i, last, atom, low, high, rows, scale=scale, approx=True)
