"""Context words: what stands around an act and tells how it is meant."""

from __future__ import annotations

from ..clauses.verbs import pairs
from ..lexicon import Lexicon
from ..text import Page, PhraseTable
from ..text.verbs import conjugate
from .story import Cue


def context_table(lexicon: Lexicon) -> PhraseTable[tuple[str, str, str]]:
    """(section, row address, detail) of every context word."""
    table: PhraseTable[tuple[str, str, str]] = PhraseTable(enclitics=True)
    for section, rows in lexicon.sections("claims_context").items():
        for row in rows:
            address = f"claims_context/{section}/{row['id']}"
            value = (section, address, str(row.get("subject") or row.get("means") or row["id"]))
            forms = {form.form for past, present in pairs(row) for form in conjugate(past, present)}
            for word in sorted(forms) + list(row.get("nouns", [])) + list(row.get("words", [])):
                table.add(word, value)
    return table


def find_cues(page: Page, table: PhraseTable[tuple[str, str, str]], first: int, stop: int) -> list[Cue]:
    """The context words among tokens ``first`` to ``stop``; one token may have several."""
    out: list[Cue] = []
    for i in range(first, stop):
        seen: set[str] = set()
        for match in table.at(page, i):
            section, row, detail = match.value
            if row not in seen and len(match.enclitic) != 1:
                seen.add(row)
                out.append(Cue(match.first, match.last, section, row, detail))
    return out
