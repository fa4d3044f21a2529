"""Modality: whether an act is told as happened, negated, planned or possible."""

from __future__ import annotations

from typing import NamedTuple

from ..lexicon import Lexicon
from ..model import Modality
from ..text import Page, PhraseTable, fold_word
from ..text.nouns import noun_forms
from ..text.phrases import Match
from ..text.verbs import conjugate
from .segments import Bond, Segment
from .verbs import VERB_PROCS, VerbTable, pairs

REACH = {"next": 1, "short": 2, "near": 4, "clause": 40}


class Modal(NamedTuple):
    """What a modal word says, its row, and how many words may stand between it and the act."""

    modality: Modality
    row: str
    reach: int


_LONGEST = 3  # words of the longest phrase less one
_WORD, _PHRASE = 1, 2
_MEMORY = 100_000  # forms
ACTUAL = Modal("actual", "", 0)
FUTURE = Modal("planned", "", 0)  # the letter سـ before a verb


class ModalityReader:
    """Finds the modal word that holds for an act. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon, known: VerbTable) -> None:
        self._known = known
        self._seen: dict[str, int] = {}
        self._words: PhraseTable[Modal] = PhraseTable()
        self._nouns: PhraseTable[Modal] = PhraseTable(enclitics=True)
        self._verbs: PhraseTable[Modal] = PhraseTable(VERB_PROCS, enclitics=True)
        for section, rows in lexicon.sections("clauses_modality").items():
            for row in rows:
                modal = Modal(section, f"clauses_modality/{section}/{row['id']}", REACH[row["reach"]])  # type: ignore[arg-type]
                for word in row.get("words", []):
                    self._words.add(word, modal)
                for noun in row.get("nouns", []):
                    for form in noun_forms(noun):
                        self._nouns.add(form, modal)
                left_out = {fold_word(word) for word in row.get("except", ())}
                for past, present in pairs(row):
                    for verb in {form.form for form in conjugate(past, present)} - left_out:
                        self._verbs.add(verb, modal)

    def read(self, page: Page, segments: list[Segment], segment: int, trigger: int, *, verb: bool) -> Modal:
        """The modality of the act whose trigger begins at token ``trigger`` in ``segments[segment]``.

        The nearest modal word before it wins that reaches it. A clause that أن opens is under the words before أن, and
        what commas set apart does not end a verb's reach. ``verb`` tells that the act is said by a verb, which «قد»
        before a present makes possible.
        """
        first = _first(segments, segment)
        # What each token may begin, from three before the first on, which a phrase may reach over.
        from_ = first - _LONGEST
        forms, seen = page.forms, self._seen
        begun = [
            (found if (found := seen.get(forms[k])) is not None else self._begun(forms[k])) if k >= 0 else 0
            for k in range(from_, trigger)
        ]
        for i in range(trigger - 1, first - 1, -1):
            k = i - from_
            if not begun[k] and not (begun[k - 1] | begun[k - 2] | begun[k - 3]) & _PHRASE:
                continue
            if page.tokens[i].form in _MAYBE and self._present(page, i + 1) and (verb or trigger - i <= 4):
                return MAY
            if self._conditional(page, i):
                return MAY
            if self._ahead(page.tokens[i].form) and not _crossed(page, i + 1, trigger, FUTURE):
                return FUTURE
            for match in self._at(page, i):
                if match.last >= trigger or match.value.reach < trigger - match.last - 1:
                    continue
                if not _crossed(page, match.last + 1, trigger, match.value):
                    return self._under_negation(page, match, first)
        return ACTUAL

    def _begun(self, form: str) -> int:
        """Whether something that bears on modality may begin at a word of this form, and whether a phrase may."""
        found = self._seen.get(form)
        if found is None:
            if len(self._seen) > _MEMORY:
                self._seen.clear()
            tables = (self._words, self._verbs, self._nouns)
            says = form in _MAYBE or form == "ان" or self._ahead(form) or any(table.begins(form) for table in tables)
            found = self._seen[form] = (_WORD if says else 0) | (_PHRASE if self._words.longer_begins(form) else 0)
        return found

    def _conditional(self, page: Page, i: int) -> bool:
        """«إن» of condition: a past verb stands behind it; of emphasis it is a noun."""
        token = page.tokens[i]
        if token.form != "ان" or page.text[token.start : token.start + 1] != "إ" or i + 1 >= len(page.tokens):
            return False
        verb = self._known.read(page.tokens[i + 1].form)
        if verb is None or verb.procs or verb.enclitic:
            return False
        return verb.form.tense == "past" and verb.form.person == 3

    def _ahead(self, form: str) -> bool:
        """Whether a word is a verb with سـ of the future: «ستباشر … سحب جنودها»."""
        if form[0] not in "سوف":
            return False
        verb = self._known.read(form)
        return verb is not None and "س" in verb.procs and verb.form.tense == "present"

    def _present(self, page: Page, i: int) -> bool:
        """Whether the word behind «قد» is, or looks like, a present verb of the third person.

        «تحركت» is past. What may be either is past behind «وقد» and «كان قد», present behind a subject:
        «إسرائيل قد توجه».
        """
        form = page.tokens[i].form
        verb = self._known.read(form)
        if verb is not None and verb.form.tense == "past" and self._known.present(form):
            before = page.tokens[i - 2].form if i > 1 else ""
            return page.tokens[i - 1].form == "قد" and before not in _WAS and before.isalpha()
        if verb is not None:
            return verb.form.tense == "present"
        return len(form) > 3 and (form[0] == "ي" or (form[0] == "ت" and not form.endswith(("ت", "وا"))))

    def _at(self, page: Page, i: int) -> list[Match[Modal]]:
        """The modal words that end at token ``i`` or behind it: a phrase that covers it, or what begins there."""
        forms = page.forms
        for k in range(max(0, i - _LONGEST), i):
            if self._begun(forms[k]) & _PHRASE:
                covering = [match for match in self._words.at(page, k) if match.last >= i]
                if covering:
                    return covering
        if not self._begun(forms[i]):
            return []
        return self._words.at(page, i) + self._verbs.at(page, i) + self._nouns.at(page, i)

    def _under_negation(self, page: Page, match: Match[Modal], first: int) -> Modal:
        """What a modal word says, negated where what negates stands right before a plan: «إحباط محاولة تفجير»."""
        i = match.first - 1
        if match.value.modality == "planned" and i >= first:
            for before in self._at(page, i):
                if before.value.modality == "negated" and before.last == i:
                    return before.value
        return match.value


_MAYBE = frozenset(("قد", "وقد", "فقد"))
_WAS = frozenset(("كان", "كانت", "كانوا", "وكان", "وكانت", "يكون", "تكون", "ان"))
MAY = Modal("possible", "", 0)  # «قد» before a present verb


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
