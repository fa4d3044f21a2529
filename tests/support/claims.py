"""How the examples of the act, context and clause files are run: what one table finds in a sentence.

Tables of the whole lexicon are built once; one without a row is the same table with that row's entries passed over,
which is what leaving the row out gives, and cheap enough to be done for every row.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Generic, TypeVar

from khabar.claims.context import ContextTable, find_cues
from khabar.claims.lexis import Sense, act_table
from khabar.claims.nouns import Noun, NounFinder, noun_table
from khabar.claims.triggers import find_triggers
from khabar.clauses.modality import ModalityReader
from khabar.clauses.segments import Segmenter
from khabar.clauses.verbs import VerbTable
from khabar.lexicon import Lexicon
from khabar.text import Page, PhraseTable
from khabar.text.phrases import Match

from .examples import Example, Run
from .examples import lexicon as whole_lexicon

V = TypeVar("V", Sense, Noun)


class Without(PhraseTable[V], Generic[V]):
    """A table as it is without the rows ``gone``."""

    def __init__(self, table: PhraseTable[V], gone: set[str]) -> None:
        super().__init__()
        self._table: PhraseTable[V] = table
        self._gone = gone

    def at(self, page: Page, i: int) -> list[Match[V]]:
        """What the table has at token ``i``, less what the rows gave."""
        return [match for match in self._table.at(page, i) if match.value.row not in self._gone]

    def beginnings(self, page: Page, first: int, last: int) -> list[int]:
        """Where the table has anything, gone or not."""
        return list(self._table.beginnings(page, first, last))


def gone(lexicon: Lexicon, *files: str) -> set[str]:
    """The rows of ``files`` that ``lexicon`` lacks of the whole one."""
    return {
        address for file in files for address in set(whole_lexicon().addresses(file)) - set(lexicon.addresses(file))
    }


@cache
def whole_acts() -> PhraseTable[Sense]:
    """The table of acts of the whole lexicon."""
    return act_table(whole_lexicon())


@cache
def whole_verbs() -> VerbTable:
    """The verbs of the whole lexicon."""
    return VerbTable(whole_lexicon())


@cache
def whole_nouns() -> PhraseTable[Noun]:
    """The table of nouns of the whole lexicon."""
    return noun_table(whole_lexicon())


def acts(lexicon: Lexicon) -> Run:
    """The triggers: ``text``, ``row`` (its id), ``type``, ``toll``, and ``with``, what completes a compound."""
    table = Without(whole_acts(), gone(lexicon, "claims_acts", "claims_compounds", "claims_tolls"))

    def run(example: Example) -> list[dict[str, str]]:
        page = Page(example.text)
        return [
            {
                "text": page.text[t.start : t.end],
                "row": t.sense.lemma,
                "type": t.sense.type,
                "toll": t.sense.toll,
                "with": page.text[page.tokens[t.partner].start : page.tokens[t.partner].end] if t.partner >= 0 else "",
            }
            for t in find_triggers(page, table, 0, len(page.tokens))
        ]

    return run


def context(lexicon: Lexicon) -> Run:
    """The cues: ``text``, ``section``, ``row`` (its id) and ``detail``."""
    table = ContextTable(lexicon)

    def run(example: Example) -> list[dict[str, str]]:
        page = Page(example.text)
        return [
            {
                "text": words(page, cue.first, cue.last),
                "section": cue.section,
                "row": cue.row.rsplit("/", 1)[1],
                "detail": cue.detail,
            }
            for cue in find_cues(page, table, 0, len(page.tokens))
        ]

    return run


def words(page: Page, first: int, last: int) -> str:
    """The text of tokens ``first`` to ``last``."""
    return page.text[page.tokens[first].start : page.tokens[last].end]


def nouns(lexicon: Lexicon) -> Run:
    """The nouns with what describes them: ``text``, ``row`` (its id), ``kind``, ``number`` (1 or 2 for a count)."""
    finder = NounFinder(lexicon, whole_verbs(), whole_acts())

    def run(example: Example) -> list[dict[str, Any]]:
        page = Page(example.text)
        return [
            {
                "text": page.text[noun.start : noun.end],
                "row": noun.noun.row.rsplit("/", 1)[1],
                "kind": noun.noun.kind,
                "number": noun.noun.number,
            }
            for noun in finder.find(page, 0, len(page.tokens))
        ]

    return run


def segments(lexicon: Lexicon) -> Run:
    """The segments: ``text``, ``bond`` and the ``row`` (its id) of the link that opens them."""
    segmenter = Segmenter(lexicon, whole_verbs())

    def run(example: Example) -> list[dict[str, str]]:
        page = Page(example.text)
        return [
            {
                "text": words(page, segment.first, segment.stop - 1),
                "bond": segment.bond.name,
                "row": segment.row.rsplit("/", 1)[-1],
            }
            for segment in segmenter.sentence(page, 0, len(page.tokens))
        ]

    return run


def modality(lexicon: Lexicon) -> Run:
    """The acts: ``text`` of the trigger, ``modality``, and the ``row`` (its id) of the word that says so."""
    segmenter = Segmenter(whole_lexicon(), whole_verbs())
    reader = ModalityReader(lexicon, whole_verbs())

    def run(example: Example) -> list[dict[str, str]]:
        page = Page(example.text)
        parts = segmenter.sentence(page, 0, len(page.tokens))
        out = []
        for t in find_triggers(page, whole_acts(), 0, len(page.tokens)):
            home = next(k for k, part in enumerate(parts) if t.first < part.stop)
            modal = reader.read(page, parts, home, t.first, verb=t.sense.form is not None)
            out.append(
                {"text": page.text[t.start : t.end], "modality": modal.modality, "row": modal.row.rsplit("/", 1)[-1]}
            )
        return out

    return run


def verbs(lexicon: Lexicon) -> Run:
    """The words that read as verbs of the file: ``text``, ``tense``, and ``joined`` where و or ف binds them."""
    table = VerbTable(lexicon)

    def run(example: Example) -> list[dict[str, Any]]:
        page = Page(example.text)
        found = [(page.text[t.start : t.end], t.form, table.read(t.form)) for t in page.tokens if t.kind == "w"]
        return [{"text": text, "tense": v.form.tense, "joined": table.joined(form)} for text, form, v in found if v]

    return run
