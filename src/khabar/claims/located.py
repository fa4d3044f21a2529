"""Mentions with the tokens that they stand at, to be looked up by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeVar

from ..model import Span
from ..text import Page

S = TypeVar("S", bound=Span)


class Located(list[tuple[int, int, S]]):
    """Mentions with the tokens that they stand at, in order; ``firsts`` are their first tokens."""

    def __init__(self, located: Iterable[tuple[int, int, S]]) -> None:
        super().__init__(located)
        self.firsts = [first for first, _, _ in self]


_START = attrgetter("start")


def locate(page: Page, mentions: Sequence[S]) -> Located[S]:
    """(first token, stop token, mention) of each mention, in order of the text."""
    out = []
    starts = page.starts
    for mention in sorted(mentions, key=_START):
        first = bisect_right(starts, mention.start) - 1
        stop = bisect_left(starts, mention.end)
        first = first if first > 0 else 0
        out.append((first, stop if stop > first else first + 1, mention))
    return Located(out)


def tokens_of(located: Located[S]) -> set[int]:
    """The tokens that any of the mentions stands at."""
    return {i for first, stop, _ in located for i in range(first, stop)}


def within(located: Located[S], first: int, stop: int) -> Sequence[tuple[int, int, S]]:
    """The located mentions that begin among tokens ``first`` to ``stop`` (exclusive)."""
    firsts = located.firsts
    lo = bisect_left(firsts, first)
    return located[lo : bisect_left(firsts, stop, lo)] if lo < len(firsts) and firsts[lo] < stop else ()
