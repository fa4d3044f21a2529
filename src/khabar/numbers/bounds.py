"""Modifiers and ranges: what moves the bounds of a number («نحو», «ما لا يقل عن», «على الأقل», «بين … و…»)."""

from __future__ import annotations

from typing import NamedTuple

from ..lexicon import Lexicon
from ..text import Match, Page, PhraseTable, fold_word
from .cardinals import new_line
from .numerals import Numeral, Numerals
from .vocabulary import word_map

# Proclitics that may stand before a modifier, and before the opener of a range.
_PROCS = frozenset(["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك"])
_CONJUNCTIONS = frozenset(["", "و", "ف"])
_LONGEST = 5  # words of a modifier
_AFTER_REACH = 4  # words of the counted noun between a number and «على الأقل»
_SUBJECT_REACH = 5  # tokens of a subject («عدد القتلى المدنيين») between a verb and its number
_CHANGE_REACH = 10  # tokens back to a verb of change
_TATWEEL = "ـ"


class Modifier(NamedTuple):
    """``effect``: approx, least or most; ``article``: only in front of a number with ال."""

    effect: str
    row: str
    article: bool = False


class Opener(NamedTuple):
    """The first words of a range, and the words that may stand between its ends; و is among them where it may."""

    row: str
    middle: frozenset[str]


class End(NamedTuple):
    """The upper end of a range and the row that joins it to the lower one; ``dash``: a sign alone joins them."""

    numeral: Numeral
    row: str
    dash: bool


class Bounds:
    """Matches modifiers and reads ranges."""

    def __init__(self, lexicon: Lexicon, numerals: Numerals) -> None:
        self._numerals = numerals
        self._before: PhraseTable[Modifier] = PhraseTable(_PROCS)
        self._after: PhraseTable[Modifier] = PhraseTable(frozenset([""]))
        self._heads: PhraseTable[tuple[Modifier, frozenset[str]]] = PhraseTable(_CONJUNCTIONS)
        self._subjects = word_map(lexicon.rows("numbers_modifiers", "subjects"))
        self._openers: PhraseTable[Opener] = PhraseTable(_CONJUNCTIONS)
        self._middles: dict[str, str] = {}
        self._change = word_map(lexicon.rows("numbers_modifiers", "change"))
        for row in lexicon.rows("numbers_modifiers", "modifiers"):
            modifier = Modifier(row["effect"], f"numbers_modifiers/modifiers/{row['id']}")
            for phrase in row.get("before", ()):
                self._before.add(phrase, modifier)
            for phrase in row.get("before_article", ()):
                self._before.add(phrase, modifier._replace(article=True))
            for phrase in row.get("head", ()):
                self._heads.add(phrase, (modifier, frozenset(fold_word(word) for word in row.get("tail", ()))))
            for phrase in row.get("after", ()):
                self._after.add(phrase, modifier)
        for row in lexicon.rows("numbers_modifiers", "ranges"):
            address = f"numbers_modifiers/ranges/{row['id']}"
            # Folding takes tatweel away; some write it for a dash.
            middle = frozenset(word if word == _TATWEEL else fold_word(word) for word in row["middle"])
            for phrase in row.get("open", ()):
                self._openers.add(phrase, Opener(address, middle))
            if "open" not in row:
                self._middles.update(dict.fromkeys(middle, address))

    def before(self, page: Page, last: int, free: int, *, article: bool) -> Match[Modifier] | None:
        """The modifier that ends at token ``last`` and does not begin before token ``free``."""
        for i in range(max(free, last - _LONGEST + 1), last + 1):
            for match in self._before.at(page, i):
                if match.last == last and (article or not match.value.article):
                    return match
        return None

    def around_subject(self, page: Page, last: int, free: int) -> Modifier | None:
        """A verb whose subject stands between it and the number behind token ``last``: «يزيد عددهم على 50»."""
        tokens = page.tokens
        for i in range(last, max(free, last - _SUBJECT_REACH), -1):
            if tokens[i].kind != "w":
                return None
            if tokens[i].form not in self._subjects:
                continue
            for k in (i - 2, i - 1):
                for match in self._heads.at(page, k) if k >= free else ():
                    modifier, tail = match.value
                    if match.last == i - 1 and (tokens[last].form in tail or not tail):
                        return modifier
        return None

    def opener(self, page: Page, last: int, free: int) -> Match[Opener] | None:
        """The range opener that ends at token ``last``; none behind a verb of change («ارتفع من 20 إلى 30»)."""
        for i in range(max(free, last - 1), last + 1):
            for match in self._openers.at(page, i):
                if match.last == last and not ("الي" in match.value.middle and self._changes(page, i)):
                    return match
        return None

    def after(self, page: Page, last: int) -> tuple[Match[Modifier], bool] | None:
        """The modifier behind the numeral that ends at token ``last``; whether it stands directly behind.

        Between them only words of the counted noun may stand: no sign, number or new clause.
        """
        tokens = page.tokens
        for j in range(last + 1, min(len(tokens), last + 2 + _AFTER_REACH)):
            found = self._after.at(page, j)
            if found:
                return found[0], j == last + 1
            token = tokens[j]
            if token.kind != "w" or (j > last + 1 and token.form[0] == "و") or self._numerals.begins(page, j):
                return None
            if new_line(page, j):
                return None
        return None

    def end(self, page: Page, low: Numeral, opener: Opener | None) -> End | None:
        """The other end of a range that begins with ``low``."""
        j = low.last + 1
        if j >= len(page.tokens) or low.ordinal:
            return None
        if opener is not None and "و" in opener.middle:
            numeral = self._linked(page, j)
            if numeral is not None and _rises(low, numeral):
                return End(numeral, opener.row, dash=False)
        word, k = self._middle(page, j)
        row = opener.row if opener is not None and word in opener.middle else self._middles.get(word)
        if row is None or (word == "الي" and self._changes(page, low.first)):
            return None
        numeral = self._upper(page, k)
        if numeral is None or not _rises(low, numeral):
            return None
        return End(numeral, row, dash=not word.isalpha())

    def _changes(self, page: Page, i: int) -> bool:
        """A verb of change stands in the clause before token ``i``."""
        for j in range(i - 1, max(-1, i - 1 - _CHANGE_REACH), -1):
            form = page.tokens[j].form
            if form in ".،؛:!؟":
                return False
            if form in self._change or (form[0] in "وفلب" and form[1:] in self._change):
                return True
        return False

    def _middle(self, page: Page, j: int) -> tuple[str, int]:
        """The word between the ends of a range that begins at token ``j``, and the token behind it."""
        tokens = page.tokens
        if _TATWEEL in page.text[tokens[j - 1].end : tokens[j].start]:
            return _TATWEEL, j
        return tokens[j].form, j + 1

    def _linked(self, page: Page, j: int) -> Numeral | None:
        if page.tokens[j].form == "و":
            return self._upper(page, j + 1)
        numeral = self._numerals.longest(page, j)
        return numeral if numeral is not None and numeral.conj else None

    def _upper(self, page: Page, k: int) -> Numeral | None:
        """The numeral at ``k``, the article or a modifier before it passed over."""
        tokens = page.tokens
        if k < len(tokens) and (matches := self._before.at(page, k)):
            k = matches[0].last + 1
        if k < len(tokens) and tokens[k].form == "ال":
            k += 1
        numeral = self._numerals.longest(page, k) if k < len(tokens) else None
        return None if numeral is None or numeral.ordinal else numeral


def scaled(low: Numeral, high: Numeral) -> float:
    """The lower end of a range, with the scale that it takes from the upper end («3 إلى 5 آلاف»)."""
    if low.scale == 1 and high.scale >= 1000 and low.low < high.high / high.scale:
        return low.low * high.scale
    return low.low


def _rises(low: Numeral, high: Numeral) -> bool:
    return scaled(low, high) < high.high
