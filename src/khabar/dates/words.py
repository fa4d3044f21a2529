"""The words of one page as the grammar of dates reads them: lexicon atoms, numbers and signs at a token."""

from __future__ import annotations

from typing import NamedTuple

from ..lexicon import Lexicon, Row
from ..numbers.numerals import Numerals
from ..numbers.vocabulary import Vocabulary as NumberWords
from ..text import Match, Page, PhraseTable

_PROCS = frozenset(["", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل", "ال", "وال", "بال", "لل", "ولل", "فال", "وبال"])
_FILES = ("dates_months", "dates_days", "dates_periods", "dates_links")
# Lists of words in a row, and the kind of atom that each makes where it is not the section's name.
_FIELDS = {"construct": "construct", "adverb": "adverb", "definite": "definite", "behind": "behind", "weak": "weak"}
_UNIT_FIELDS = ("one", "two", "many")
_ARTICLES = {"ال": 0, "وال": 1, "بال": 1, "لل": 0, "فال": 1}


class Atom(NamedTuple):
    """A lexicon entry at a token: ``kind`` is its section (or the field that lists it), ``data`` the row."""

    kind: str
    row: str
    data: Row
    field: str = ""


class Number(NamedTuple):
    """A number at a token: ``article`` when it has ال, ``digits`` when it is written in figures."""

    value: int
    first: int
    last: int
    start: int
    ordinal: bool = False
    article: bool = False
    digits: bool = False
    vague: bool = False


class Vocabulary:
    """The rows of the dates files, ready to look up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.table: PhraseTable[Atom] = PhraseTable(_PROCS)
        self.numerals = Numerals(NumberWords(lexicon))
        for file in _FILES:
            for section, rows in lexicon.sections(file).items():
                for row in rows:
                    self._add(file, section, row)

    def _add(self, file: str, section: str, row: Row) -> None:
        kind = "month" if file == "dates_months" else section
        address = f"{file}/{section}/{row['id']}"
        data = {**row, "calendar": "hijri" if section == "hijri" else "gregorian"} if kind == "month" else row
        if section == "english":
            kind = "english"
        for field, words in row.items():
            if not isinstance(words, list) or not words or not isinstance(words[0], str):
                continue
            for word in words:
                name = _FIELDS.get(field, kind) if kind in ("parts", "today") else kind
                self.table.add(word, Atom(name, address, data, field if field in _UNIT_FIELDS else ""))


class Words:
    """A cursor over the tokens of a page."""

    def __init__(self, page: Page, vocabulary: Vocabulary) -> None:
        self.page = page
        self.tokens = page.tokens
        self.count = len(page.tokens)
        self._vocabulary = vocabulary
        self._atoms: dict[int, list[Match[Atom]]] = {}
        self._numbers: dict[int, Number | None] = {}

    def atoms(self, i: int) -> list[Match[Atom]]:
        """Every entry that begins at token ``i``, longest first."""
        found = self._atoms.get(i)
        if found is None:
            found = self._vocabulary.table.at(self.page, i) if 0 <= i < self.count else []
            found = [m for m in found if self._whole_line(m)]
            self._atoms[i] = found
        return found

    def one(self, i: int, kind: str, *, procs: tuple[str, ...] | None = ("",)) -> Match[Atom] | None:
        """The longest entry of ``kind`` at ``i`` with one of ``procs`` before it (None: any but a lone article)."""
        for match in self.atoms(i):
            if match.value.kind == kind and (
                match.reading.procs in procs if procs is not None else not match.reading.procs.endswith("ال")
            ):
                return match
        return None

    def may_begin(self, i: int) -> bool:
        """An expression may begin at token ``i``."""
        token = self.tokens[i]
        if token.kind == "d":
            return len(token.form) <= 4
        return token.kind != "p" and (bool(self.atoms(i)) or token.form in _ARTICLES or self.number(i) is not None)

    def form(self, i: int) -> str:
        """The folded form of token ``i``; empty outside the page."""
        return self.tokens[i].form if 0 <= i < self.count else ""

    def follows(self, i: int) -> bool:
        """Token ``i`` stands on the line of the one before it."""
        return 0 < i < self.count and "\n" not in self.page.text[self.tokens[i - 1].end : self.tokens[i].start]

    def glued(self, i: int) -> bool:
        """Token ``i`` touches the one before it."""
        return 0 < i < self.count and self.tokens[i - 1].end == self.tokens[i].start

    def written(self, i: int) -> str:
        """Token ``i`` as the text writes it."""
        return self.page.text[self.tokens[i].start : self.tokens[i].end]

    def start(self, match: Match[Atom]) -> int:
        """Where a match begins in the text, its proclitics outside but for the article."""
        procs = match.reading.procs
        if procs.endswith("ال"):
            return self.page.folded.original(self.tokens[match.first].fstart + len(procs) - 2)
        return match.start

    def number(self, i: int) -> Number | None:
        """The number that begins at token ``i``: figures, also behind a written-out article («الـ 24»), or words."""
        if i not in self._numbers:
            self._numbers[i] = self._number(i)
        return self._numbers[i]

    def _number(self, i: int) -> Number | None:
        if not 0 <= i < self.count:
            return None
        token = self.tokens[i]
        if token.kind == "d":
            return self._figures(i, i, token.start, False)
        if token.kind != "w":
            return None
        if token.form in _ARTICLES and i + 1 < self.count and self.tokens[i + 1].kind == "d":
            cut = _ARTICLES[token.form]
            return self._figures(i, i + 1, self.page.folded.original(token.fstart + cut), True)
        if not self._vocabulary.numerals.begins(self.page, i):
            return None
        found = self._vocabulary.numerals.at(self.page, i)
        if not found or found[0].low != int(found[0].low):
            return None
        best = found[0]
        article_cut = 2 if best.article else 0
        cut = best.cut - article_cut if best.article and best.cut >= 2 else best.cut
        start = self.page.folded.original(token.fstart + cut) if cut else token.start
        return Number(
            int(best.low), i, best.last, start, best.ordinal, best.article, False, best.approx or best.low != best.high
        )

    def _figures(self, first: int, at: int, start: int, article: bool) -> Number | None:
        form = self.tokens[at].form
        return Number(int(form), first, at, start, False, article, True) if len(form) <= 4 else None

    def _whole_line(self, match: Match[Atom]) -> bool:
        return all(self.follows(k) for k in range(match.first + 1, match.last + 1))
