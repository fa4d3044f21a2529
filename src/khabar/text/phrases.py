"""Tables of words and phrases, looked up over the tokens of a page with the clitics that Arabic attaches to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from .fold import fold_word
from .letters import LETTER, SISTERS
from .page import Page
from .words import Reading, Token, readings

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """A phrase found: tokens ``first``..``last`` (inclusive), original offsets without proclitics, and its value.

    ``reading`` is the split of the first token; ``enclitic`` the pronoun behind the last one ("" if none).
    """

    first: int
    last: int
    start: int
    end: int
    value: T
    reading: Reading
    enclitic: str


class PhraseTable(Generic[T]):
    """Phrases (folded on entry) with values; looked up token by token, longest first, clitics allowed.

    ``procs`` says which strings of proclitics may stand before a phrase (None: any); ``enclitics`` whether a pronoun
    may hang on a one-word phrase.
    """

    def __init__(self, procs: frozenset[str] | None = None, *, enclitics: bool = False) -> None:
        self._procs = procs
        self._enclitics = enclitics
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._cache: dict[str, tuple[tuple[Reading, list[tuple[tuple[str, ...], T]]], ...]] = {}

    def add(self, phrase: str, value: T) -> None:
        """Enter ``phrase`` with ``value``; a phrase may have several values."""
        forms = phrase_forms(phrase)
        if not forms:
            raise ValueError(f"an empty phrase for {value!r}")
        entries = self._by_first.setdefault(forms[0], [])
        entries.append((forms[1:], value))
        if len(forms) > 1:
            entries.sort(key=lambda entry: -len(entry[0]))
        self._cache.clear()

    def __contains__(self, phrase: str) -> bool:
        forms = phrase_forms(phrase)
        return any(rest == forms[1:] for rest, _ in self._by_first.get(forms[0], ()))

    def at(self, page: Page, i: int) -> list[Match[T]]:
        """Every phrase that begins at token ``i``, longest first; of equal length, the fewest clitics first."""
        token = page.tokens[i]
        entries = self._cache.get(token.form)
        if entries is None:
            entries = self._entries(token.form)
            self._cache[token.form] = entries
        if not entries:
            return []
        found = [
            self._match(page, i, reading, rest, value)
            for reading, rows in entries
            for rest, value in rows
            if self._continues(page, i, reading, rest) and not (reading.enclitic == "ه" and _marbuta(page, token))
        ]
        if len(found) > 1:
            found.sort(key=lambda m: (m.first - m.last, len(m.reading.procs) + len(m.enclitic)))
        return found

    def find(self, page: Page, first: int = 0, last: int | None = None) -> Iterator[Match[T]]:
        """Leftmost longest matches that do not overlap, among tokens ``first`` to ``last`` (exclusive)."""
        i = first
        stop = len(page.tokens) if last is None else last
        while i < stop:
            found = self.at(page, i)
            if found:
                yield found[0]
                i = found[0].last + 1
            else:
                i += 1

    def _entries(self, form: str) -> tuple[tuple[Reading, list[tuple[tuple[str, ...], T]]], ...]:
        return tuple(
            (reading, self._by_first[reading.stem])
            for reading in readings(form)
            if reading.stem in self._by_first
            and (self._procs is None or reading.procs in self._procs)
            and (not reading.enclitic or self._enclitics)
        )

    @staticmethod
    def _continues(page: Page, i: int, reading: Reading, rest: tuple[str, ...]) -> bool:
        if not rest:
            return True
        if reading.enclitic or i + len(rest) >= len(page.tokens):
            return False
        tokens = page.tokens
        return all(tokens[i + 1 + k].form == form for k, form in enumerate(rest))

    @staticmethod
    def _match(page: Page, i: int, reading: Reading, rest: tuple[str, ...], value: T) -> Match[T]:
        last = i + len(rest)
        token = page.tokens[i]
        start = page.folded.original(token.fstart + reading.cut) if reading.cut else token.start
        return Match(i, last, start, page.tokens[last].end, value, reading, reading.enclitic)


def _marbuta(page: Page, token: Token) -> bool:
    """Whether the word is written with ta marbuta, which folding makes a ه that no pronoun is."""
    return "ة" in page.text[token.start : token.end][-2:]


def phrase_forms(phrase: str) -> tuple[str, ...]:
    """The folded token forms of a phrase of the lexicon."""
    if _PLAIN.fullmatch(phrase):
        return tuple(phrase.translate(SISTERS).split())
    return tuple(token.form for token in Page(phrase).tokens)


_PLAIN = re.compile(f"[{LETTER} ]+")


def table(rows: Iterable[tuple[str, T]], procs: frozenset[str] | None = None) -> PhraseTable[T]:
    """A table of (phrase, value) pairs."""
    out: PhraseTable[T] = PhraseTable(procs)
    for phrase, value in rows:
        out.add(phrase, value)
    return out


__all__ = ["Match", "PhraseTable", "fold_word", "phrase_forms", "table"]
