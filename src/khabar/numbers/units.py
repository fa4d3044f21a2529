"""The counted noun of a number: directly behind it, behind «من», or before a number with the article."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..model import Span
from ..text import Page
from .cardinals import new_line
from .vocabulary import word_map

_DEFINITE = ("ال", "لل", "بال", "وال", "فال", "كال")
_OPENING = frozenset('"«“(')


class Units:
    """Finds what is counted, as well as word forms alone allow."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._none = word_map(lexicon.rows("numbers_units", "not_units"))
        self._waw = word_map(lexicon.rows("numbers_units", "waw_nouns"))
        self._percent = word_map(lexicon.rows("numbers_units", "percent"))

    def is_noun(self, page: Page, i: int) -> bool:
        """Token ``i`` can be a counted noun."""
        if not 0 <= i < len(page.tokens):
            return False
        token = page.tokens[i]
        if token.kind != "w" or len(token.form) < 2 or token.form in self._none:
            return False
        if token.form[0] == "و":
            return token.form in self._waw
        if token.form[0] in "فبل" and token.form[1:] in self._none:
            return False
        return not token.form.startswith(("لل", "بال"))

    def indefinite(self, page: Page, i: int) -> bool:
        """Token ``i`` can be a counted noun without the article, on the same line as the token before it."""
        return self.is_noun(page, i) and not page.tokens[i].form.startswith("ال")

    def indefinite_before(self, page: Page, i: int) -> bool:
        """Token ``i`` can be a noun without the article that an adjective follows; a conjunction may stand on it."""
        if i < 0 or page.tokens[i].kind != "w":
            return False
        form = page.tokens[i].form
        bare = form[1:] if form[0] == "و" and form not in self._waw else form
        return len(bare) > 1 and not {form, bare} & self._none.keys() and not bare.startswith(("ال", "لل", "بال"))

    def percent(self, page: Page, i: int) -> int | None:
        """The last token of «بالمئة», «في المئة» or «%» at token ``i``."""
        tokens = page.tokens
        if i >= len(tokens):
            return None
        form = tokens[i].form
        if form in "%٪" or (form[0] == "ب" and form[1:] in self._percent):
            return i
        if form in ("في", "ب") and i + 1 < len(tokens) and tokens[i + 1].form in self._percent:
            return i + 1
        return None

    def is_percent(self, page: Page, i: int) -> bool:
        """Token ``i`` is the hundred of "per cent"."""
        return self.percent(page, i) == i or (i > 0 and self.percent(page, i - 1) == i)

    def behind(self, page: Page, last: int) -> Span | None:
        """The unit of the number that ends at token ``last``."""
        tokens = page.tokens
        i = last + 1
        if i >= len(tokens) or new_line(page, i):
            return None
        end = self.percent(page, i)
        if end is not None:
            return page.span(tokens[i].start, tokens[end].end)
        if tokens[i].form == "من":
            i += 1
        if i < len(tokens) and tokens[i].form in _OPENING:
            i += 1
        return page.span(tokens[i].start, tokens[i].end) if self.is_noun(page, i) else None

    def before(self, page: Page, first: int) -> Span | None:
        """The noun that an adjectival number follows («الجنود الثلاثة», «أطفالها الأربعة»)."""
        if first < 1 or page.tokens[first - 1].kind != "w" or page.tokens[first - 1].form in self._none:
            return None
        token = page.tokens[first - 1]
        if not token.form.startswith(_DEFINITE) and not token.form.endswith(("ه", "ها", "هم", "نا")):
            return None
        return page.span(token.start, token.end)
