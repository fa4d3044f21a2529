"""Modifiers and ranges: what moves the bounds of a number («نحو», «ما لا يقل عن», «على الأقل», «بين … و…»)."""

from __future__ import annotations

from typing import NamedTuple

from ..lexicon import Lexicon
from ..text import Match, Page, PhraseTable
from .cardinals import Cardinals, Numeral
from .vocabulary import word_set

# Proclitics that may stand before a modifier.
_PROCS = frozenset(["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك"])
_BARE = frozenset(["", "و", "ف"])
_AFTER_REACH = 4  # words of the counted noun between a number and «على الأقل»
_CHANGE_REACH = 10  # tokens back to a verb of change


class Modifier(NamedTuple):
    """``effect``: approx, least or most; ``article``: only in front of a number with ال."""

    effect: str
    row: str
    article: bool = False


class Opener(NamedTuple):
    """The first word of a range and the words that may stand between its ends; ``link``: و joins them."""

    row: str
    middle: frozenset[str]
    link: bool


class Bounds:
    """Matches modifiers and reads ranges."""

    def __init__(self, lexicon: Lexicon, cardinals: Cardinals) -> None:
        self._cardinals = cardinals
        self._before: PhraseTable[Modifier] = PhraseTable(_PROCS)
        self._after: PhraseTable[Modifier] = PhraseTable(frozenset([""]))
        self._openers: PhraseTable[Opener] = PhraseTable(_BARE)
        self._middles: dict[str, str] = {}
        self._change = word_set(lexicon.rows("numbers_modifiers", "change"))
        for row in lexicon.rows("numbers_modifiers", "modifiers"):
            address = f"numbers_modifiers/modifiers/{row['id']}"
            for phrase in row.get("before", ()):
                self._before.add(phrase, Modifier(row["effect"], address))
            for phrase in row.get("before_article", ()):
                self._before.add(phrase, Modifier(row["effect"], address, article=True))
            for phrase in row.get("after", ()):
                self._after.add(phrase, Modifier(row["effect"], address))
        for row in lexicon.rows("numbers_modifiers", "ranges"):
            address = f"numbers_modifiers/ranges/{row['id']}"
            middle = {fold_middle(word) for word in row["middle"]}
            for phrase in row.get("open", ()):
                self._openers.add(phrase, Opener(address, frozenset(middle), "و" in middle))
            if "open" not in row:
                self._middles.update(dict.fromkeys(middle, address))

    def before(self, page: Page, i: int) -> list[Match[Modifier]]:
        """Modifiers that begin at token ``i``."""
        return self._before.at(page, i)

    def opener(self, page: Page, i: int) -> list[Match[Opener]]:
        """Range openers that begin at token ``i``."""
        return self._openers.at(page, i)

    def after(self, page: Page, last: int) -> tuple[Match[Modifier], bool] | None:
        """The modifier behind the numeral that ends at token ``last``; whether it stands directly behind.

        Between them only words of the counted noun may stand: no sign, digit or new clause.
        """
        tokens = page.tokens
        for j in range(last + 1, min(len(tokens), last + 2 + _AFTER_REACH)):
            found = self._after.at(page, j)
            if found:
                return found[0], j == last + 1
            token = tokens[j]
            if (
                token.kind != "w"
                or (j > last + 1 and token.form[0] == "و")
                or "\n" in page.text[tokens[j - 1].end : token.start]
            ):
                return None
            if self._cardinals.at(page, j):
                return None
        return None

    def range_end(self, page: Page, low: Numeral, opener: Opener | None) -> tuple[Numeral, str] | None:
        """The other end of a range that begins with ``low``, and the row that joins them."""
        j = low.last + 1
        if j >= len(page.tokens):
            return None
        if opener is not None and opener.link:
            for end in self._linked(page, j):
                if rises(low, end):
                    return end, opener.row
        middle = self._middle(page, j)
        if middle is None:
            return None
        word, k = middle
        if word in ("الي", "حتي") and self.changes(page, low.first):
            return None
        row = opener.row if opener is not None and word in opener.middle else self._middles.get(word)
        if row is None:
            return None
        for end in self._ends(page, k):
            if rises(low, end):
                return end, row
        return None

    def changes(self, page: Page, i: int) -> bool:
        """A verb of change stands in the clause before token ``i``: «ارتفع من 20 إلى 30» is no range."""
        for j in range(i - 1, max(-1, i - 1 - _CHANGE_REACH), -1):
            form = page.tokens[j].form
            if form in ".،؛:!؟":
                return False
            if form in self._change or form.lstrip("وفل") in self._change:
                return True
        return False

    def _middle(self, page: Page, j: int) -> tuple[str, int] | None:
        tokens = page.tokens
        between = page.text[tokens[j - 1].end : tokens[j].start]
        if "ـ" in between:  # folding removes tatweel, which some write for a dash
            return "ـ", j
        form = tokens[j].form
        if form in self._middles or form == "حتي":
            return form, j + 1
        return None

    def _linked(self, page: Page, j: int) -> list[Numeral]:
        if page.tokens[j].form == "و":
            return self._ends(page, j + 1)
        return [end for end in self._cardinals.at(page, j) if end.conj]

    def _ends(self, page: Page, k: int) -> list[Numeral]:
        """Numerals at ``k``, a modifier before them passed over."""
        if k >= len(page.tokens):
            return []
        for match in self._before.at(page, k):
            k = match.last + 1
            break
        return self._cardinals.at(page, k) if k < len(page.tokens) else []


def fold_middle(word: str) -> str:
    """The folded middle of a range; the tatweel stays, it would fold to nothing."""
    from ..text import fold_word

    return word if word == "ـ" else fold_word(word)


def rises(low: Numeral, high: Numeral) -> bool:
    """Both ends make a range, the scale of the upper one holding for the lower («3 إلى 5 آلاف»)."""
    return scaled(low, high) < high.high


def scaled(low: Numeral, high: Numeral) -> float:
    """The lower end, with the scale it takes from the upper end."""
    if low.scale == 1 and high.scale >= 1000 and low.low < high.high / high.scale:
        return low.low * high.scale
    return low.low
