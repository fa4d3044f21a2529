"""Whether a clause looks ahead: «سيصل الأربعاء», «من المقرر أن … يوم الخميس»."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..text import RELATIVES, Page, PhraseTable, fold_word, segment
from .words import Words

_REACH = 12
_STOPS = frozenset('.؛!؟:\n«»"“”')
# Relative pronouns begin a clause with a tense of its own; «بعد» and «منذ» what lies behind.
_BARRIERS = RELATIVES.union("بعدما حيث وقال واضاف قال وذلك".split())


class Ahead:
    """Reads the direction of clauses."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues: PhraseTable[str] = PhraseTable()
        for row in lexicon.rows("dates_ahead", "cues"):
            for word in row["words"]:
                self._cues.add(word, f"dates_ahead/cues/{row['id']}")

        self._past = {
            fold_word(word): f"dates_ahead/past_acts/{row['id']}"
            for row in lexicon.rows("dates_ahead", "past_acts")
            for word in row["words"]
        }

    def row(self, words: Words, first: int, last: int) -> str | None:
        """The row of what looks ahead before tokens ``first``..``last`` in their clause.

        "" for a verb with سـ; None when nothing looks ahead.
        """
        if words.follows(first) and words.form(first - 1) in self._past:
            return None
        for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
            if not words.follows(i + 1) or words.form(i) in _STOPS or words.form(i) in _BARRIERS:
                break
            cue = self._at(words.page, i)
            if cue is not None:
                return cue
        if words.follows(last + 1) and _future(words.page, last + 1):
            return ""
        return None

    def _at(self, page: Page, i: int) -> str | None:
        token = page.tokens[i]
        if token.kind != "w":
            return None
        if _future(page, i):
            return ""
        found = self._cues.at(page, i)
        return found[0].value if found else None


def _future(page: Page, i: int) -> bool:
    """A verb with سـ of the future."""
    form = page.tokens[i].form.lstrip("وف")
    if len(form) < 4 or form[0] != "س" or form[1] not in "يتنا":
        return False
    written = page.text[page.tokens[i].start : page.tokens[i].end]
    return segment(page.tokens[i].form, written).procs.endswith("س")
