"""The rows of the dates files as atoms, looked up at a token with the clitics that Arabic attaches."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from ..lexicon import Lexicon, Row
from ..numbers.numerals import Numerals
from ..numbers.vocabulary import Vocabulary as NumberWords
from ..text import Page, readings
from ..text.phrases import phrase_forms

T = TypeVar("T")
NUMBER = "number"
ARTICLES = {"ال": 0, "وال": 1, "بال": 1, "لل": 0, "فال": 1}
UNIT_FIELDS = ("one", "two", "many")
# Words of grammar that may open an expression, beside what the lexicon lists.
SAME_DAY = frozenset(["يوم", "ليوم", "ليله", "بيوم", "اليوم"])
THIS = frozenset(["هذا", "هذه"])
SAME = "same"  # a kind: «نفس», «ذات»
SAMES = frozenset(["نفس", "ذات", "بنفس", "بذات"])
FEAST_HEADS = frozenset(["ايام", "خلال"])
BEFORE_HOUR = frozenset(["عند", "تمام", "حدود", "نحو", "حوالي", "قرابه", "زهاء"])
_OPENERS = SAME_DAY | THIS | SAMES | FEAST_HEADS | BEFORE_HOUR
DAY_KINDS = frozenset(
    [
        "stretches",
        "construct",
        "adverb",
        "definite",
        "today",
        "weak",
        "weekdays",
        "clock",
        "month",
        "firsts",
        "english",
        NUMBER,
    ]
)
PERIOD_KINDS = frozenset(
    [
        "vague",
        "edges",
        "stretches",
        "month",
        "units",
        "seasons",
        "decades",
        "feasts",
        "prayers",
        "year_heads",
        "approximations",
    ]
) | {NUMBER}
LINK = "prepositions"
RANGE_KINDS = frozenset(["pairs", "year_heads", NUMBER])
BEGINS = "begins"  # a kind that every form has which may begin an expression
OPEN = "open"  # one that every preposition's form has which more than a time may follow
TIME = "time"  # one that every form has which may begin a time, a preposition aside
_PROCS = frozenset(["", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل", "ال", "وال", "بال", "لل", "ولل", "فال", "وبال"])
_FILES = ("dates_months", "dates_days", "dates_periods", "dates_links")
_OWN_KIND = ("construct", "adverb", "definite", "behind", "weak")  # fields whose words are a kind of their own
_MEMORY = 50_000


class Atom(NamedTuple):
    """A lexicon entry.

    ``kind`` is its section (or the field that lists it), ``data`` the row; ``field`` a unit's number.
    """

    kind: str
    row: str
    data: Row
    field: str = ""


class Found(NamedTuple):
    """An atom at tokens ``first``..``last``; ``procs`` stand before it, ``start`` is its offset without them."""

    first: int
    last: int
    start: int
    value: Atom
    procs: str


class _Split(NamedTuple):
    """One split of a word form with the atoms that begin with its stem: of one word, and by their second word."""

    procs: str
    cut: int
    single: tuple[Atom, ...]
    longer: dict[str, list[tuple[tuple[str, ...], Atom]]]


class _Entry(NamedTuple):
    single: list[Atom]
    longer: dict[str, list[tuple[tuple[str, ...], Atom]]]


class Vocabulary:
    """The rows of the dates files, ready to look up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.numerals = Numerals(NumberWords(lexicon))
        self._entries: dict[str, _Entry] = {}
        self._splits: dict[str, tuple[_Split, ...]] = {}
        self._kinds: dict[str, frozenset[str]] = {}
        for file in _FILES:
            for section, rows in lexicon.sections(file).items():
                for row in rows:
                    self._add(file, section, row)

    def _add(self, file: str, section: str, row: Row) -> None:
        kind, data = section, row
        if file == "dates_months" and section != "firsts":
            kind = "english" if section == "english" else "month"
            data = {**row, "calendar": "hijri" if section == "hijri" else "gregorian"}
        address = f"{file}/{section}/{row['id']}"
        for field, words in row.items():
            if isinstance(words, list) and words and isinstance(words[0], str):
                name = field if section in ("parts", "today") and field in _OWN_KIND else kind
                atom = Atom(name, address, data, field if field in UNIT_FIELDS else "")
                for word in words:
                    self._enter(phrase_forms(word), atom)

    def _enter(self, forms: tuple[str, ...], atom: Atom) -> None:
        entry = self._entries.setdefault(forms[0], _Entry([], {}))
        if len(forms) == 1:
            entry.single.append(atom)
        else:
            entry.longer.setdefault(forms[1], []).append((forms[2:], atom))

    def splits(self, form: str) -> tuple[_Split, ...]:
        """Every split of a word form that begins an entry."""
        found = self._splits.get(form)
        if found is None:
            found = tuple(
                _Split(r.procs, r.cut, tuple(entry.single), entry.longer)
                for r in readings(form)
                if not r.enclitic and r.procs in _PROCS and (entry := self._entries.get(r.stem)) is not None
            )
            self._remember(self._splits, form, found)
        return found

    def all_kinds(self, page: Page) -> list[frozenset[str]]:
        """The kinds of atoms that may begin with the form of each token, "number" among them."""
        known = self._kinds
        return [
            found if (found := known.get(token.form)) is not None else self._new_kinds(page, i)
            for i, token in enumerate(page.tokens)
        ]

    def _new_kinds(self, page: Page, i: int) -> frozenset[str]:
        found = frozenset(self._find_kinds(page, i))
        self._remember(self._kinds, page.tokens[i].form, found)
        return found

    def _find_kinds(self, page: Page, i: int) -> set[str]:
        token = page.tokens[i]
        if token.kind == "d":
            return {NUMBER, BEGINS, OPEN, TIME}
        kinds = {atom.kind for split in self.splits(token.form) for atom in split.single}
        for split in self.splits(token.form):
            kinds |= {atom.kind for entries in split.longer.values() for _, atom in entries}
        if token.kind == "w" and (token.form in ARTICLES or self.numerals.begins(page, i)):
            kinds.add(NUMBER)
        if token.form in SAMES:
            kinds.add(SAME)
        opener = token.form in _OPENERS
        if opener or kinds & (DAY_KINDS | PERIOD_KINDS):
            kinds.add(TIME)
        if TIME in kinds or LINK in kinds or kinds & RANGE_KINDS:
            kinds.add(BEGINS)
        if TIME in kinds or kinds & RANGE_KINDS or any(self._open(split) for split in self.splits(token.form)):
            kinds.add(OPEN)
        return kinds

    @staticmethod
    def _open(split: _Split) -> bool:
        """A preposition that may open an expression whatever follows: of several words, «منذ», «الفترة من»."""
        if any(atom.kind == LINK for entries in split.longer.values() for _, atom in entries):
            return True
        return any(atom.kind == LINK and atom.data["means"] in ("since", "period") for atom in split.single)

    @staticmethod
    def _remember(memory: dict[str, T], form: str, value: T) -> None:
        if len(memory) > _MEMORY:
            memory.clear()
        memory[form] = value
