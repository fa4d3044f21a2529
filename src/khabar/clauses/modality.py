"""Modality: whether an act is told as happened, negated, planned or possible."""

from __future__ import annotations

from typing import NamedTuple

from ..lexicon import Lexicon
from ..model import Modality
from ..text import Page, PhraseTable
from ..text.verbs import conjugate
from .segments import Bond, Segment
from .verbs import pairs

REACH = {"next": 1, "near": 4, "clause": 40}


class Modal(NamedTuple):
    """What a modal word says, its row, and how many words may stand between it and the act."""

    modality: Modality
    row: str
    reach: int


ACTUAL = Modal("actual", "", 0)
FUTURE = Modal("planned", "", 0)  # the letter سـ before a verb


class ModalityReader:
    """Finds the modal word that holds for an act. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._table: PhraseTable[Modal] = PhraseTable()
        for section, rows in lexicon.sections("clauses_modality").items():
            for row in rows:
                modal = Modal(section, f"clauses_modality/{section}/{row['id']}", REACH[row["reach"]])  # type: ignore[arg-type]
                forms = {form.form for past, present in pairs(row) for form in conjugate(past, present)}
                for word in sorted(forms) + list(row.get("words", [])) + list(row.get("nouns", [])):
                    self._table.add(word, modal)

    def read(self, page: Page, segments: list[Segment], segment: int, trigger: int) -> Modal:
        """The modality of the act whose trigger begins at token ``trigger`` in ``segments[segment]``.

        The nearest modal word before it wins that reaches it; a clause that أن opens is under the words before أن.
        """
        home = segments[segment]
        first = home.first
        if home.bond is Bond.THAT and segment > 0:
            first = segments[segment - 1].first
        for i in range(trigger - 1, first - 1, -1):
            for match in self._table.at(page, i):
                if match.last >= trigger:
                    continue
                if trigger - match.last - 1 <= match.value.reach and not _crossed(page, match.last + 1, trigger, match.value):
                    return match.value
        return ACTUAL


def _crossed(page: Page, first: int, stop: int, modal: Modal) -> bool:
    """Whether a sign stands between that ends the reach of a modal word that is no clause-wide one."""
    if modal.reach >= REACH["clause"]:
        return False
    return any(page.tokens[i].form in "،.؛:" for i in range(first, stop))
