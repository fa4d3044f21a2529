"""Headlines of other reports inside a page («روابط ذات علاقة    …    …»), which are no part of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lexicon import Lexicon
from ..text import Page, PhraseTable

_GAP = re.compile("[ \u00a0]{4,}")


class Links:
    """Finds lists of headlines. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._openers: PhraseTable[str] = PhraseTable(frozenset(("",)))
        for row in lexicon.rows("claims_context", "related"):
            for phrase in row["words"]:
                self._openers.add(phrase, row["id"])

    def find(self, page: Page) -> list[tuple[int, int]]:
        """The lists of ``page``: each from its heading to the last run of blanks of its line, behind which the report
        goes on."""
        out = []
        for i, token in enumerate(page.tokens):
            if not self._openers.begins(token.form) or not self._openers.at(page, i):
                continue
            line = page.text.find("\n", token.start)
            gaps = list(_GAP.finditer(page.text, token.start, len(page.text) if line < 0 else line))
            gaps = [gap for gap in gaps if gap.end() < len(page.text) and not page.text[gap.end()].isspace()]
            if len(gaps) > 1:
                out.append((token.start, gaps[-1].start()))
        return out


def within(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether ``offset`` lies in one of ``spans``; there are hardly ever more than two."""
    return any(start <= offset < end for start, end in spans)
