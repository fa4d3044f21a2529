"""Modality: whether an act is told as happened, negated, planned or possible."""

from __future__ import annotations

from typing import NamedTuple

from ..lexicon import Lexicon
from ..model import Modality
from ..text import Page, PhraseTable
from ..text.verbs import conjugate
from .segments import Bond, Segment
from .verbs import pairs

REACH = {"next": 1, "short": 2, "near": 4, "clause": 40}


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

    def read(self, page: Page, segments: list[Segment], segment: int, trigger: int, *, verb: bool) -> Modal:
        """The modality of the act whose trigger begins at token ``trigger`` in ``segments[segment]``.

        The nearest modal word before it wins that reaches it. A clause that أن opens is under the words before أن, and
        what commas set apart does not end a verb's reach. ``verb`` tells that the act is said by a verb, which «قد»
        before a present makes possible.
        """
        first = _first(segments, segment)
        for i in range(trigger - 1, first - 1, -1):
            if page.tokens[i].form in _MAYBE and _present(page.tokens[i + 1].form) and (verb or trigger - i <= 4):
                return MAY
            for match in self._table.at(page, i):
                if match.last >= trigger or match.value.reach < trigger - match.last - 1:
                    continue
                if not _crossed(page, match.last + 1, trigger, match.value):
                    return match.value
        return ACTUAL


_MAYBE = frozenset(("قد", "وقد", "فقد"))
MAY = Modal("possible", "", 0)  # «قد» before a present verb


def _present(form: str) -> bool:
    """Whether a word looks like a present verb of the third person."""
    return form[0] in "يت" and len(form) > 3


def _first(segments: list[Segment], segment: int) -> int:
    """The first token whose words may bear on a segment: back over أن, commas and signs."""
    k = segment
    while k > 0 and segments[k].bond in (Bond.THAT, Bond.COMMA, Bond.SIGN) and segment - k < 3:
        k -= 1
    return segments[k].first


def _crossed(page: Page, first: int, stop: int, modal: Modal) -> bool:
    """Whether a sign stands between that ends the reach of a modal word that is no clause-wide one."""
    if modal.reach >= REACH["clause"]:
        return any(page.tokens[i].form in ".؛:" for i in range(first, stop))
    return any(page.tokens[i].form in "،.؛:" for i in range(first, stop))
