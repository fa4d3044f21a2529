"""The words of one page as the grammar of dates reads them: lexicon atoms, numbers and signs at a token."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from ..text import Page
from .atoms import ARTICLES, BEGINS, NUMBER, OPEN, Atom, Found, Vocabulary

_NO_KINDS: frozenset[str] = frozenset()
_NONE: tuple[Found, ...] = ()
_DECIMAL = (".", ",", "٫")
_LENGTH = attrgetter("last")


class Number(NamedTuple):
    """A number at tokens ``first``..``last``: ``article`` when it has ال, ``digits`` when it is written in figures."""

    value: int
    first: int
    last: int
    start: int
    ordinal: bool = False
    article: bool = False
    digits: bool = False
    vague: bool = False


class Words:
    """A cursor over the tokens of a page."""

    def __init__(self, page: Page, vocabulary: Vocabulary) -> None:
        self.page = page
        self.tokens = page.tokens
        self.count = len(page.tokens)
        self._vocabulary = vocabulary
        self._kinds = vocabulary.all_kinds(page)
        self._atoms: dict[int, tuple[Found, ...]] = {}
        self._numbers: dict[int, Number | None] = {}

    def atoms(self, i: int) -> tuple[Found, ...]:
        """Every entry that begins at token ``i``, longest first, then those with fewest clitics."""
        if not 0 <= i < self.count or not self._kinds[i]:
            return _NONE
        found = self._atoms.get(i)
        if found is None:
            found = self._atoms[i] = self._look_up(i)
        return found

    def _look_up(self, i: int) -> tuple[Found, ...]:
        token = self.tokens[i]
        out: list[Found] = []
        following = self.tokens[i + 1].form if self.follows(i + 1) else ""
        for split in self._vocabulary.splits(token.form):
            start = self.page.folded.original(token.fstart + split.cut) if split.cut else token.start
            out += [Found(i, i, start, atom, split.procs) for atom in split.single]
            for rest, atom in split.longer.get(following, ()):
                last = i + 1 + len(rest)
                if not rest or all(self.follows(k) and self.form(k) == rest[k - i - 2] for k in range(i + 2, last + 1)):
                    out.append(Found(i, last, start, atom, split.procs))
        if len(out) > 1:
            out.sort(key=_LENGTH, reverse=True)
        return tuple(out)

    def one(self, i: int, kind: str, *, procs: tuple[str, ...] | None = ("",)) -> Found | None:
        """The longest entry of ``kind`` at ``i`` with one of ``procs`` before it (None: any without article)."""
        if not 0 <= i < self.count or kind not in self._kinds[i]:
            return None
        for match in self.atoms(i):
            if match.value.kind == kind and (
                match.procs in procs if procs is not None else not match.procs.endswith(("ال", "لل"))
            ):
                return match
        return None

    def has(self, i: int, kinds: frozenset[str]) -> bool:
        """One of ``kinds`` may begin at token ``i``."""
        return 0 <= i < self.count and not kinds.isdisjoint(self._kinds[i])

    def beginnings(self) -> list[int]:
        """The tokens that an expression may begin with."""
        kinds, last = self._kinds, self.count - 1
        return [
            i
            for i, here in enumerate(kinds)
            if BEGINS in here and (OPEN in here or (i < last and BEGINS in kinds[i + 1]))
        ]

    def kinds(self, i: int) -> frozenset[str]:
        """The kinds of atoms that may begin at token ``i``."""
        return self._kinds[i] if 0 <= i < self.count else _NO_KINDS

    def form(self, i: int) -> str:
        """The folded form of token ``i``; empty outside the page."""
        return self.tokens[i].form if 0 <= i < self.count else ""

    def follows(self, i: int) -> bool:
        """Token ``i`` stands on the line of the one before it."""
        if not 0 < i < self.count:
            return False
        end, start = self.tokens[i - 1].end, self.tokens[i].start
        return (end + 1 >= start and self.page.text[end:start] != "\n") or "\n" not in self.page.text[end:start]

    def glued(self, i: int) -> bool:
        """Token ``i`` touches the one before it."""
        return 0 < i < self.count and self.tokens[i - 1].end == self.tokens[i].start

    def digits(self, i: int) -> bool:
        """Token ``i`` is written in figures."""
        return 0 <= i < self.count and self.tokens[i].kind == "d"

    def written(self, i: int) -> str:
        """Token ``i`` as the text writes it."""
        return self.page.text[self.tokens[i].start : self.tokens[i].end]

    def offset(self, i: int, cut: int) -> int:
        """Where token ``i`` begins in the text without its first ``cut`` letters."""
        return self.page.folded.original(self.tokens[i].fstart + cut) if cut else self.tokens[i].start

    def start(self, match: Found) -> int:
        """Where a match begins in the text, with its article but without other proclitics."""
        if match.procs.endswith("ال"):
            return self.offset(match.first, len(match.procs) - 2)
        return match.start

    def number(self, i: int) -> Number | None:
        """The number that begins at token ``i``: figures, also behind a written-out article («الـ 24»), or words."""
        if not 0 <= i < self.count or NUMBER not in self._kinds[i]:
            return None
        if i not in self._numbers:
            self._numbers[i] = self._number(i)
        return self._numbers[i]

    def _number(self, i: int) -> Number | None:
        token = self.tokens[i]
        if token.kind == "d":
            return self._figures(i, i, token.start, False)
        if token.form in ARTICLES and self.digits(i + 1):
            return self._figures(i, i + 1, self.offset(i, ARTICLES[token.form]), True)
        found = self._vocabulary.numerals.at(self.page, i)
        if not found or found[0].low != int(found[0].low):
            return None
        best = found[0]
        start = self.offset(i, best.cut - 2 if best.article and best.cut >= 2 else best.cut)
        vague = best.approx or best.low != best.high
        return Number(int(best.low), i, best.last, start, best.ordinal, best.article, False, vague)

    def _figures(self, first: int, at: int, start: int, article: bool) -> Number | None:
        form = self.tokens[at].form
        if self.form(at - 1) in _DECIMAL and self.glued(at) and self.glued(at - 1) and self.digits(at - 2):
            return None  # the decimals of a number
        return Number(int(form), first, at, start, False, article, True) if len(form) <= 4 else None


__all__ = ["NUMBER", "Atom", "Found", "Number", "Words"]
