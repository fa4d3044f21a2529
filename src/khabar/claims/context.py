"""Context words: what stands around an act and tells how it is meant."""

from __future__ import annotations

from ..clauses.verbs import VERB_PROCS, pairs
from ..lexicon import Lexicon
from ..text import Page, PhraseTable, fold_word
from ..text.nouns import noun_forms
from ..text.phrases import Match
from ..text.verbs import conjugate
from .story import Cue


class ContextTable:
    """The context words: verbs with what may hang before a verb, other words with any clitics."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs: PhraseTable[tuple[str, str, str]] = PhraseTable(VERB_PROCS, enclitics=True)
        self._words: PhraseTable[tuple[str, str, str]] = PhraseTable(enclitics=True)
        self._silent: set[str] = set()  # forms met that begin none, of either table
        for section, rows in lexicon.sections("claims_context").items():
            for row in rows:
                address = f"claims_context/{section}/{row['id']}"
                value = (section, address, str(row.get("subject") or row.get("means") or row.get("holds") or row["id"]))
                left_out = {fold_word(word) for word in row.get("except", ())}
                verbs = {form.form for past, present in pairs(row) for form in conjugate(past, present)}
                for form in sorted(verbs - left_out):
                    self._verbs.add(form, value)
                for noun in row.get("nouns", []):
                    for form in noun_forms(noun):
                        self._words.add(form, value)
                for word in row.get("words", []):
                    self._words.add(word, value)

    def at(self, page: Page, i: int) -> list[Match[tuple[str, str, str]]]:
        """Every context word that begins at token ``i``: (section, row address, detail)."""
        form = page.forms[i]
        if not self._verbs.begins(form):
            return self._words.at(page, i)
        return self._verbs.at(page, i) + (self._words.at(page, i) if self._words.begins(form) else [])

    def beginnings(self, page: Page, first: int, stop: int) -> list[int]:
        """The tokens from ``first`` to ``stop`` (exclusive) that a context word may begin with."""
        forms, silent = page.forms, self._silent
        return [i for i in range(first, stop) if forms[i] not in silent and self._begins(forms[i])]

    def _begins(self, form: str) -> bool:
        if self._verbs.begins(form) or self._words.begins(form):
            return True
        if len(self._silent) > _MEMORY:
            self._silent.clear()
        self._silent.add(form)
        return False


_MEMORY = 100_000  # forms


def find_cues(page: Page, table: ContextTable, first: int, stop: int) -> list[Cue]:
    """The context words among tokens ``first`` to ``stop``; one token may have several."""
    out: list[Cue] = []
    for i in table.beginnings(page, first, stop):
        seen: set[str] = set()
        for match in table.at(page, i):
            section, row, detail = match.value
            if row not in seen and len(match.enclitic) != 1:
                seen.add(row)
                out.append(Cue(match.first, match.last, section, row, detail))
    return out
