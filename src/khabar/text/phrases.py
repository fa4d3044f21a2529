"""Tables of words and phrases, looked up over the tokens of a page with the clitics that Arabic attaches to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Generic, NamedTuple, TypeVar

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
        self._cache: dict[str, _Entries[T] | None] = {}

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
        try:
            entries = self._cache[token.form]
        except KeyError:
            entries = self._remember(token.form)
        if entries is None:
            return []
        single, longer = entries
        found: list[Match[T]] = []
        for reading, value in single:
            if reading[2] != "ه" or not _marbuta(page, token):
                cut = reading[3]
                start = page.folded.original(token.fstart + cut) if cut else token.start
                found.append(_new(Match, (i, i, start, token.end, value, reading, reading[2])))
        if longer and i + 1 < len(page.tokens):
            following = longer.get(page.tokens[i + 1].form)
            if following is not None:
                for reading, rest, value in following:
                    if self._continues(page, i, rest):
                        found.append(self._match(page, i, reading, len(rest), value))
        if len(found) > 1:
            found.sort(key=lambda m: (m.first - m.last, len(m.reading.procs) + len(m.enclitic)))
        return found

    def beginnings(self, page: Page, first: int, stop: int) -> list[int]:
        """The tokens from ``first`` to ``stop`` (exclusive) that a phrase may begin with."""
        known, forms = self._cache, page.forms
        return [
            i
            for i in range(first, stop)
            if (known[forms[i]] if forms[i] in known else self._remember(forms[i])) is not None
        ]

    def begins(self, form: str) -> bool:
        """Whether any phrase may begin at a word of this form."""
        try:
            return self._cache[form] is not None
        except KeyError:
            return self._remember(form) is not None

    def longer_begins(self, form: str) -> bool:
        """Whether a phrase of several words may begin at a word of this form."""
        entries = self._cache[form] if form in self._cache else self._remember(form)
        return entries is not None and bool(entries.longer)

    def find(self, page: Page, first: int = 0, last: int | None = None) -> Iterator[Match[T]]:
        """Leftmost longest matches that do not overlap, among tokens ``first`` to ``last`` (exclusive)."""
        i = first
        tokens = page.tokens
        cache = self._cache
        stop = len(tokens) if last is None else last
        while i < stop:
            if cache.get(tokens[i].form, _UNKNOWN) is not None and (found := self.at(page, i)):
                yield found[0]
                i = found[0].last + 1
            else:
                i += 1

    def _remember(self, form: str) -> _Entries[T] | None:
        if len(self._cache) >= _MEMORY:
            self._cache.clear()
        entries = self._cache[form] = self._entries(form)
        return entries

    def _entries(self, form: str) -> _Entries[T] | None:
        """What may begin at a word of this form, None where nothing does."""
        single: list[tuple[Reading, T]] = []
        longer: dict[str, list[tuple[Reading, tuple[str, ...], T]]] = {}
        for reading in readings(form):
            if reading.stem not in self._by_first or (self._procs is not None and reading.procs not in self._procs):
                continue
            if reading.enclitic and not self._enclitics:
                continue
            for rest, value in self._by_first[reading.stem]:
                if not rest:
                    single.append((reading, value))
                elif not reading.enclitic:
                    longer.setdefault(rest[0], []).append((reading, rest, value))
        return _Entries(single, longer) if single or longer else None

    @staticmethod
    def _continues(page: Page, i: int, rest: tuple[str, ...]) -> bool:
        tokens = page.tokens
        if i + len(rest) >= len(tokens):
            return False
        return all(tokens[i + 1 + k].form == form for k, form in enumerate(rest))

    @staticmethod
    def _match(page: Page, i: int, reading: Reading, more: int, value: T) -> Match[T]:
        token = page.tokens[i]
        cut = reading[3]
        start = page.folded.original(token.fstart + cut) if cut else token.start
        end = page.tokens[i + more].end if more else token.end
        return _new(Match, (i, i + more, start, end, value, reading, reading[2]))


class _Entries(NamedTuple, Generic[T]):
    """What may begin at a word: values of the word alone, and longer phrases by their second word."""

    single: list[tuple[Reading, T]]
    longer: dict[str, list[tuple[Reading, tuple[str, ...], T]]]


# Stands for what the cache does not hold; it is no entry and so never None.
_UNKNOWN: Any = object()
_MEMORY = 100_000  # forms; a corpus has no end of them
_new = tuple.__new__


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
