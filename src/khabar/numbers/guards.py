"""What has the shape of a number and is none: years, days of a month, times of day, numbers in names."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..text import Page, PhraseTable
from .cardinals import Numeral
from .units import Units
from .vocabulary import word_set

_BARE = frozenset(["", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "وب", "ول"])
_YEARS = range(1900, 2100)
_JOINERS = frozenset(["و", "-", "–", "/", "الي", "حتي", "،", ",", "او"])


class Guards:
    """Decides whether a numeral is to be left alone; the token behind what is left alone."""

    def __init__(self, lexicon: Lexicon, units: Units) -> None:
        file = "numbers_guards"
        self._units = units
        self._year_heads = word_set(lexicon.rows(file, "year_heads"))
        self._day_heads = word_set(lexicon.rows(file, "day_heads"))
        self._names = word_set(lexicon.rows(file, "names"))
        self._clock_before = word_set(lexicon.rows(file, "clock"), "before")
        self._months: PhraseTable[str] = PhraseTable(_BARE)
        self._clock_after: PhraseTable[str] = PhraseTable(frozenset([""]))
        for row in lexicon.rows(file, "months"):
            for word in row["words"]:
                self._months.add(word, row["id"])
        for row in lexicon.rows(file, "clock"):
            for word in row.get("after", ()):
                self._clock_after.add(word, row["id"])

    def refuses(self, page: Page, numeral: Numeral, *, modified: bool) -> bool:
        """``numeral`` is no quantity. ``modified``: a modifier stands before it, which a year or date has not."""
        return (
            self._named(page, numeral)
            or self._clock(page, numeral)
            or self._day(page, numeral)
            or (not modified and self._year(page, numeral))
        )

    def _previous(self, page: Page, numeral: Numeral) -> int:
        """Index of the token before the numeral and the proclitics, brackets and quotes that belong to it; or -1."""
        i = numeral.first - 1
        while i >= 0 and page.tokens[i].form in ("ال", "ب", "بال", "ل", "لل", "(", "-", "#", ":", '"', "«"):
            i -= 1
        return i

    def _form(self, page: Page, i: int) -> str:
        return page.tokens[i].form if 0 <= i < len(page.tokens) else ""

    def _named(self, page: Page, numeral: Numeral) -> bool:
        i = self._previous(page, numeral)
        form = self._form(page, i)
        if not form:
            return False
        if _in(form, self._names):
            return True
        return numeral.digits and page.tokens[i].kind == "l" and i == numeral.first - 1

    def _clock(self, page: Page, numeral: Numeral) -> bool:
        if numeral.low > 24 or numeral.vague:
            return False
        if self._form(page, self._previous(page, numeral)) in self._clock_before:
            return True
        i = numeral.last + 1
        return i < len(page.tokens) and bool(self._clock_after.at(page, i))

    def _day(self, page: Page, numeral: Numeral) -> bool:
        if numeral.vague or not 1 <= numeral.low <= 31 or numeral.low != int(numeral.low):
            return False
        i = numeral.last + 1
        if i < len(page.tokens) and self._months.at(page, i):
            return True
        if self._form(page, i) == "من" and i + 1 < len(page.tokens) and self._months.at(page, i + 1):
            return True
        if self._chained_to_month(page, i):
            return True
        return (
            self._form(page, self._previous(page, numeral)) in self._day_heads
            and self._units.behind(page, numeral.last) is None
        )

    def _chained_to_month(self, page: Page, i: int) -> bool:
        """«3 و5 مايو», «6 و7 و8 ماي», «من 8 الى 24 جوان»."""
        for _ in range(3):
            if self._form(page, i) not in _JOINERS:
                return False
            i += 1
            if self._form(page, i) == "ال":
                i += 1
            if i >= len(page.tokens) or page.tokens[i].kind != "d" or len(page.tokens[i].form) > 2:
                return False
            i += 1
            if i < len(page.tokens) and self._months.at(page, i):
                return True
        return False

    def _year(self, page: Page, numeral: Numeral) -> bool:
        low = numeral.low
        if (
            numeral.vague
            or not 1 <= low <= 2100
            or low != int(low)
            or (numeral.digits and numeral.last != numeral.first)
        ):
            return False
        i = self._previous(page, numeral)
        form = self._form(page, i)
        if low >= 1000 or self._units.behind(page, numeral.last) is None:
            if _in(form, self._year_heads):
                return True
            if i >= 0 and numeral.digits and self._month_before(page, i) and low >= 1000:
                return True
            if self._after_year(page, i):
                return True
        return numeral.digits and int(low) in _YEARS and not self._counts(page, numeral)

    def _month_before(self, page: Page, i: int) -> bool:
        return any(match.last == i for k in (i, i - 1) if k >= 0 for match in self._months.at(page, k))

    def _after_year(self, page: Page, i: int) -> bool:
        """«عامي 2016 و2017», «2011 و2012 و2013»."""
        form = self._form(page, i)
        if form not in _JOINERS or i < 1 or page.tokens[i - 1].kind != "d":
            return False
        value = page.tokens[i - 1].form
        return len(value) == 4 and int(value) in _YEARS

    def _counts(self, page: Page, numeral: Numeral) -> bool:
        """A noun behind the number looks counted: in the accusative, or feminine, and without article."""
        unit = self._units.behind(page, numeral.last)
        if unit is None:
            return False
        form = self._form(page, numeral.last + 1)
        return not form.startswith("ال") and form != "من" and (form.endswith(("ا", "ه")) or len(form) > 2)


def _in(form: str, words: dict[str, str]) -> bool:
    return form in words or (form[:1] in ("و", "ل", "ب", "ف") and form[1:] in words)
