"""Words that are numerals in some places only: whether the place is one.

Feminine units are also other words (ست "lady", سبع "lion", خمس "a fifth"), ألف a verb, واحد "the same", and ordinals
parts of names, titles and idioms.
"""

from __future__ import annotations

from ..lexicon import Lexicon
from ..text import Page, PhraseTable
from .cardinals import new_line
from .numerals import Numeral
from .units import Units
from .vocabulary import has_word, word_map

_THEM = frozenset(["منهم", "منها", "منهما", "منهن"])


class Senses:
    """Decides whether a weak numeral or an ordinal is meant as a number."""

    def __init__(self, lexicon: Lexicon, units: Units) -> None:
        self._units = units
        self._same = word_map(lexicon.rows("numbers_guards", "same"))
        self._ordinal_heads = word_map(lexicon.rows("numbers_guards", "ordinal_heads"))
        self._series = word_map(lexicon.rows("numbers_ordinals", "series"))
        self._tails: PhraseTable[str] = PhraseTable(frozenset([""]))
        for row in lexicon.rows("numbers_guards", "ordinal_tails"):
            for word in row["words"]:
                self._tails.add(word, row["id"])

    def is_number(self, page: Page, numeral: Numeral) -> bool:
        """A weak numeral that no modifier marks is meant as a number here."""
        if self._alone(page, numeral):
            return True
        if numeral.low == 1:
            return self._one(page, numeral)
        behind = numeral.last + 1
        if self._units.indefinite(page, behind):
            return numeral.scale == 1 or not self._units_is_object(page, behind)
        if self._form(page, behind) in _THEM:
            return True
        if self._form(page, behind) == "من" and self._form(page, behind + 1).startswith("ال"):
            return True
        return numeral.article and numeral.scale == 1 and self._units.before(page, numeral.first) is not None

    def in_series(self, page: Page, first: int) -> bool:
        """A definite noun of a series stands before token ``first``: «الذكرى الستين», «الدورة الـ13»."""
        return has_word(self._series, self._form(page, first - 1))

    def is_ordinal(self, page: Page, numeral: Numeral) -> bool:
        """An ordinal that says a place in a series."""
        i = numeral.first - 1
        head, behind = self._form(page, i), numeral.last + 1
        if behind < len(page.tokens) and self._tails.at(page, behind):
            return False
        if has_word(self._ordinal_heads, head) or self._form(page, i - 1).lstrip("وبلف") == "عبد":
            return False
        if self._alone(page, numeral):
            return True
        if numeral.article:
            return (
                self._units.before(page, numeral.first) is not None
                or (numeral.last > numeral.first and not self._units.is_noun(page, i))
                or self._form(page, behind) == "من"
            )
        if self.agrees(page, numeral):
            return True
        return not numeral.feminine and self._units.indefinite(page, behind) and not numeral.conj

    @staticmethod
    def _alone(page: Page, numeral: Numeral) -> bool:
        """Nothing else stands on the line."""
        behind = numeral.last + 1
        return new_line(page, numeral.first) and (behind == len(page.tokens) or new_line(page, behind))

    def agrees(self, page: Page, numeral: Numeral) -> bool:
        """An indefinite noun of the same gender stands before the ordinal: «جولة ثانية», «جندي ثالث»."""
        i = numeral.first - 1
        if numeral.conj or not self._units.indefinite_before(page, i):
            return False
        return self._form(page, i).endswith("ه") == numeral.feminine

    def _one(self, page: Page, numeral: Numeral) -> bool:
        """«جندي واحد», «واحد من المهاجمين», but «في آن واحد», «من عائلة واحدة», «واحدة من أهم المدن», «وأحد»."""
        token = page.tokens[numeral.first]
        if numeral.article or "أ" in page.text[token.start : token.end]:
            return False
        behind = self._form(page, numeral.last + 1)
        if behind in _THEM:
            return True
        if behind == "من":
            whole = self._form(page, numeral.last + 2)
            return self._units.is_noun(page, numeral.last + 2) and not _is_elative(whole)
        i = numeral.first - 1
        same = has_word(self._same, self._form(page, i))
        return self._units.indefinite_before(page, i) and not same and not numeral.conj

    def _units_is_object(self, page: Page, i: int) -> bool:
        """«ألف كتابا» is "wrote a book": the accusative behind ألف, which a counted noun has not."""
        return self._form(page, i).endswith("ا")

    @staticmethod
    def _form(page: Page, i: int) -> str:
        return page.tokens[i].form if 0 <= i < len(page.tokens) else ""


def _is_elative(form: str) -> bool:
    """The pattern أفعل of comparison: «أكبر», «أهم», «أبرز»."""
    return len(form) in (3, 4) and form[0] == "ا" and not form.startswith("ال")
