"""The counted noun of a number: directly behind it, behind «من», or before a number with the article."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..model import Span
from ..text import Page
from .vocabulary import word_set

_PROCLITICS = ("و", "ف", "ب", "ل", "ك")


class Units:
    """Finds what is counted, as well as word forms alone allow."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._none = word_set(lexicon.rows("numbers_units", "not_units"))
        self._percent = word_set(lexicon.rows("numbers_units", "percent"))

    def is_noun(self, page: Page, i: int) -> bool:
        """Token ``i`` can be a counted noun."""
        if i >= len(page.tokens):
            return False
        token = page.tokens[i]
        if token.kind != "w" or len(token.form) < 2 or token.form in self._none:
            return False
        return not (token.form[0] in "وف" and token.form[1:] in self._none)

    def behind(self, page: Page, last: int) -> Span | None:
        """The unit of the number that ends at token ``last``."""
        tokens = page.tokens
        i = last + 1
        if i >= len(tokens) or "\n" in page.text[tokens[last].end : tokens[i].start]:
            return None
        if tokens[i].form in ("%", "٪") or tokens[i].form in self._percent:
            return page.span(tokens[i].start, tokens[i].end)
        if tokens[i].form == "في" and i + 1 < len(tokens) and "ب" + tokens[i + 1].form in self._percent:
            return page.span(tokens[i].start, tokens[i + 1].end)
        if tokens[i].form == "من" and i + 1 < len(tokens):
            i += 1
        if tokens[i].form in ('"', "«", "“") and i + 1 < len(tokens):
            i += 1
        return page.span(tokens[i].start, tokens[i].end) if self.is_noun(page, i) else None

    def before(self, page: Page, first: int) -> Span | None:
        """The definite noun that an adjectival number follows («الجنود الثلاثة»)."""
        i = first - 1
        if i < 0 or page.tokens[i].kind != "w":
            return None
        token = page.tokens[i]
        if not token.form.startswith("ال") and token.form[-1:] not in "هامن":
            return None
        return page.span(token.start, token.end) if self.is_noun(page, i) else None
