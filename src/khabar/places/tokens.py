"""What every reader of a page's tokens needs: marks passed over, ends of lines, sides and what closes a mention."""

from __future__ import annotations

from ..text import Page
from .draft import Draft
from .look import NOTHING, Lookup

MARKS = frozenset("\"«»“”„'’‘#\u0640")


class TokenReader:
    """Tokens of one page with the words of the room."""

    def __init__(self, look: Lookup, page: Page) -> None:
        self._look = look
        self._words = look.words
        self._places = look.places
        self._page = page
        self._tokens = page.tokens

    def _stem(self, i: int) -> str:
        form = self._tokens[i].form
        return "ال" + form[2:] if form.startswith("لل") else form[1:] if form[1:3] == "ال" else form

    def _skip(self, j: int) -> int:
        while j < len(self._tokens) and self._tokens[j].form in MARKS and not self._closing(j):
            j += 1
        return j

    def _closing(self, j: int) -> bool:
        """A quotation mark that closes: joined to the word before it and not to the one behind."""
        token, text = self._tokens[j], self._page.text
        return not text[max(0, token.start - 1)].isspace() and not text[token.end : token.end + 1].strip()

    def _breaks(self, j: int) -> bool:
        """A line ends before token ``j``, or a sign other than quotation marks and hashes stands there."""
        tokens = self._tokens
        if tokens[j].kind != "w":
            return True
        return "\n" in self._page.text[tokens[j - 1].end : tokens[j].start]

    def _loose(self, j: int) -> bool:
        """A word that a name follows with «لـ»: one with its article («الأطراف الشرقية لمدينة»)."""
        return self._tokens[j].form.startswith("ال") or self._tokens[j].form[1:3] == "ال"

    def _ends_at(self, j: int) -> bool:
        return j >= len(self._tokens) or self._breaks(j) or self._look.form(self._tokens[j].form) is not NOTHING

    def _sides(self, draft: Draft, j: int) -> int:
        while j < len(self._tokens):
            form = self._tokens[j].form
            side = self._words.sides.get(form) or (self._words.sides.get(form[1:]) if form[0] == "و" else None)
            if side is None:
                break
            draft.ways.append(side.way)
            j += 1
        return j

    def _plainly(self, k: int) -> bool:
        """«السوق الشعبي»: an adjective that describes what an echo stands for."""
        form = self._tokens[k].form
        return form.startswith("ال") and not self._breaks(k) and form[2:] in self._words.followers

    def _close(self, draft: Draft, last: int) -> Draft:
        """Take what belongs to a mention behind its name: the closing mark, sides, «وريفها»."""
        tokens = self._tokens
        end = last
        stretches = any(part.kind == "countryside" for part in draft.parts) or any(
            entry.type in ("region", "area", "district", "country") for entry, _ in draft.entries[:3]
        )
        if stretches:
            end = self._sides(draft, last + 1) - 1
        if (
            end + 1 < len(tokens)
            and tokens[end + 1].form.startswith("و")
            and tokens[end + 1].form.endswith(("ها", "ه", "هما"))
        ):
            stem = tokens[end + 1].form[1:].removesuffix("هما").removesuffix("ها").removesuffix("ه")
            if stem in self._words.parts:
                end += 1
        draft.last = end
        draft.end = tokens[end].end
        opened = self._page.text[draft.start : draft.end].count('"') % 2 == 1
        if opened and end + 1 < len(tokens) and tokens[end + 1].form == '"':
            draft.last, draft.end = end + 1, tokens[end + 1].end
        return draft
