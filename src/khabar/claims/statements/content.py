"""What is said, read as a position: nouns that are the speech act, words that make one of plain saying."""

from __future__ import annotations

from typing import NamedTuple

from ...lexicon import Lexicon
from ...text import Page, PhraseTable, fold_word, readings

FILE = "claims_statements"


_FAR = 20  # words from a denial to what is denied
_ANY = frozenset(("اي", "ايه"))


class Expression(NamedTuple):
    """A noun that is the act («دعوته»، «مسؤوليتها»): the statement type, the row, whether it needs the pronoun."""

    act: str
    row: str
    own: bool


class Found(NamedTuple):
    """A type found in a stretch of tokens: the row that gives it and the token."""

    act: str
    row: str
    at: int


class Content:
    """Compiled rows of ``claims_statements``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._expressions: dict[str, Expression] = {}
        for row in lexicon.rows(FILE, "expressions"):
            value = Expression(row["act"], f"{FILE}/expressions/{row['id']}", bool(row.get("own")))
            for word in row["words"]:
                self._expressions[fold_word(word)] = value
        self._markers: PhraseTable[tuple[str, str]] = PhraseTable(
            frozenset(("", "و", "ف", "ل", "ال", "وال", "ب", "لل"))
        )
        for row in lexicon.rows(FILE, "markers"):
            for phrase in row["words"]:
                self._markers.add(phrase.removesuffix(" ب"), (row["act"], f"{FILE}/markers/{row['id']}"))
        self._deeds = self._phrases(lexicon, "own")
        self._untrue = self._phrases(lexicon, "untrue")
        self._denied = {
            fold_word(word): f"{FILE}/denied/{row['id']}"
            for row in lexicon.rows(FILE, "denied")
            for word in row["words"]
        }

    @staticmethod
    def _phrases(lexicon: Lexicon, section: str) -> PhraseTable[tuple[str, str]]:
        table: PhraseTable[tuple[str, str]] = PhraseTable(frozenset(("", "و", "ف")))
        for row in lexicon.rows(FILE, section):
            for phrase in row["words"]:
                table.add(phrase, (row["act"], f"{FILE}/{section}/{row['id']}"))
        return table

    def deed(self, page: Page, first: int, stop: int) -> Found | None:
        """The first words among the tokens that claim an attack when somebody says them of himself."""
        return _first(self._deeds, page, first, stop)

    def untrue(self, page: Page, first: int, stop: int) -> Found | None:
        """The first words among the tokens that call something untrue."""
        return _first(self._untrue, page, first, stop)

    def expression(self, page: Page, first: int, stop: int, *, own: bool) -> Found | None:
        """The first noun among the tokens that is an act; ``own``: also those that need the speaker's pronoun."""
        for i in range(first, stop):
            token = page.tokens[i]
            if token.kind != "w":
                continue
            for reading in readings(token.form):
                found = self._expressions.get(reading.stem)
                if found is None or reading.procs not in ("", "و", "ال", "ب", "ل", "وال"):
                    continue
                # «مسؤولية التنظيم»
                of_party = found.act == "claim_responsibility" and i + 1 < stop and page.tokens[i + 1].form[:2] == "ال"
                if found.own and not (own and (reading.enclitic or reading.procs == "ال" or of_party)):
                    continue
                return Found(found.act, found.row, i)
        return None

    def marker(self, page: Page, first: int, stop: int) -> Found | None:
        """The first word among the tokens that makes what is said a position."""
        return _first(self._markers, page, first, stop)

    def denied(self, page: Page, first: int, stop: int) -> str | None:
        """The row of a noun at the head of what is denied that makes denying it a position; «أي» may stand further on,
        behind what tells of the speaker («نفت الجماعة، التي …، أي تورط»)."""
        for i in range(first, min(stop, first + _FAR)):
            form = page.tokens[i].form
            if i >= first + 3 and form not in _ANY:
                continue
            for reading in readings(form):
                row = self._denied.get(reading.stem)
                if row is not None and reading.procs in ("", "ال", "ب"):
                    return row
        return None


def _first(table: PhraseTable[tuple[str, str]], page: Page, first: int, stop: int) -> Found | None:
    match = next(iter(table.find(page, first, stop)), None)
    return Found(match.value[0], match.value[1], match.first) if match is not None else None
