"""What has the shape of a number and is none: years, days of a month, times of day, numbers in names."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..text import Page, PhraseTable
from .cardinals import new_line
from .numerals import Numeral
from .units import Units
from .vocabulary import has_word, word_map

_BARE = frozenset(["", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "وب", "ول"])
_MODERN = range(1900, 2100)
LAST_YEAR = 2100
_JOINERS = frozenset(["و", "-", "–", "/", "الي", "حتي", "،", ",", "او"])
_SKIPPED = frozenset(["ال", "ب", "بال", "ل", "لل", "(", "-", "–", ":", '"', "«", "“"])
_DASHES = frozenset(["-", "–", "—"])
_SCORE = 100
_YEARS_IN_A_ROW = 8
_LATIN_UNITS = frozenset(["mm", "km", "kg", "cm", "m", "kw", "gb", "usd"])


class Guards:
    """Decides whether a numeral is to be left alone."""

    def __init__(self, lexicon: Lexicon, units: Units) -> None:
        file = "numbers_guards"
        self._units = units
        self._year_heads = word_map(lexicon.rows(file, "year_heads"))
        self._year_prepositions = word_map(lexicon.rows(file, "year_prepositions"))
        self._eras = word_map(lexicon.rows(file, "eras"))
        self._day_heads = word_map(lexicon.rows(file, "day_heads"))
        self._names = word_map(lexicon.rows(file, "names"))
        self._products = word_map(lexicon.rows(file, "products"))
        self._definite_names = word_map(lexicon.rows(file, "definite_names"))
        self._other_words = word_map(lexicon.rows(file, "other_words"))
        self._sure_day_heads = word_map(lexicon.rows(file, "day_heads"), "sure")
        self._hours = word_map(lexicon.rows(file, "clock"), "before")
        self._clock_leads = word_map(lexicon.rows(file, "clock"), "lead")
        self._day_parts = word_map(lexicon.rows(file, "clock"), "after")
        self._zones = word_map(lexicon.rows(file, "clock"), "zone")
        self._months: PhraseTable[str] = PhraseTable(_BARE)
        for row in lexicon.rows(file, "months"):
            for word in row["words"]:
                self._months.add(word, row["id"])

    def refuses(self, page: Page, numeral: Numeral, *, modified: bool) -> bool:
        """``numeral`` is no quantity. ``modified``: a modifier stands before it, which a year or a date has not."""
        return (
            self._in_month(page, numeral)
            or self._named(page, numeral)
            or self._clock(page, numeral)
            or self._day(page, numeral)
            or (not modified and self._year(page, numeral))
        )

    @staticmethod
    def _form(page: Page, i: int) -> str:
        return page.tokens[i].form if 0 <= i < len(page.tokens) else ""

    @staticmethod
    def _previous(page: Page, i: int) -> int:
        """Index of the token before ``i`` on its line, past proclitics, brackets and quotation marks; or -1."""
        while i > 0 and not new_line(page, i):
            i -= 1
            if page.tokens[i].form not in _SKIPPED:
                return i
        return -1

    def _month_at(self, page: Page, i: int) -> bool:
        return 0 <= i < len(page.tokens) and bool(self._months.at(page, i))

    def _in_month(self, page: Page, numeral: Numeral) -> bool:
        """The numeral is part of a month's name («كانون الأول», «صفر» behind a day)."""
        i = numeral.first
        if numeral.ordinal and i and any(match.last == i for match in self._months.at(page, i - 1)):
            return True
        return numeral.low == 0 and i > 0 and (page.tokens[i - 1].kind == "d" or self._form(page, i - 1) == "شهر")

    # Names.

    def _named(self, page: Page, numeral: Numeral) -> bool:
        form = self._form(page, numeral.first)
        if form in self._other_words and not self._form(page, numeral.last + 1).endswith("ات"):
            return True
        if numeral.digits and self._latin_neighbour(page, numeral):
            return True
        i = self._previous(page, numeral.first)
        head = self._form(page, i)
        if not head or numeral.ordinal:
            return False
        if numeral.article and not numeral.digits:
            return has_word(self._definite_names, head)
        if not numeral.digits and not numeral.low == 2 * numeral.scale >= 2000:  # «الفان» is also the car
            return False
        described = head.startswith("ال") and head != "الي"
        if has_word(self._names, head) or (described and has_word(self._names, self._form(page, i - 1))):
            return True
        if has_word(self._products, head):
            return not self._units.is_noun(page, numeral.last + 1)
        return self._glued(page, numeral)

    @staticmethod
    def _latin_neighbour(page: Page, numeral: Numeral) -> bool:
        """«iPhone 12», «12 Likes»."""
        tokens, i, j = page.tokens, numeral.first - 1, numeral.last + 1
        if i >= 0 and tokens[i].kind == "p" and tokens[i].form in "-‑" and i:
            i -= 1
        if i >= 0 and tokens[i].kind == "l" and "\n" not in page.text[tokens[i].end : tokens[numeral.first].start]:
            return True
        return j < len(tokens) and tokens[j].kind == "l" and tokens[j].form.lower() not in _LATIN_UNITS

    @staticmethod
    def scored(page: Page, numeral: Numeral) -> bool:
        """«2 - 1»: small digits on both sides of a dash that do not rise, so that they make no range."""
        tokens, i, j = page.tokens, numeral.first, numeral.last
        if not numeral.digits or numeral.low >= _SCORE:
            return False
        if j + 2 < len(tokens) and tokens[j + 1].form in _DASHES and tokens[j + 2].form.isdigit():
            return numeral.low >= int(tokens[j + 2].form)
        if i > 1 and tokens[i - 1].form in _DASHES and tokens[i - 2].form.isdigit():
            return int(tokens[i - 2].form) >= numeral.low
        return False

    def _glued(self, page: Page, numeral: Numeral) -> bool:
        """«كوردستان24»: digits on a word that is no proclitic, with nothing counted behind."""
        i = numeral.first - 1
        if i < 0 or page.tokens[i].kind != "w" or page.tokens[i].end != page.tokens[numeral.first].start:
            return False
        return len(page.tokens[i].form) > 3 and not self._units.is_noun(page, numeral.last + 1)

    # Times of day.

    def _clock(self, page: Page, numeral: Numeral) -> bool:
        if numeral.low > 24 or numeral.approx:
            return False
        head = self._form(page, self._previous(page, numeral.first))
        if head in self._hours:
            return True
        behind = self._form(page, numeral.last + 1)
        if behind not in self._day_parts:
            return numeral.digits and behind in self._zones
        return numeral.ordinal or (numeral.digits and has_word(self._clock_leads, head))

    # Days and years.

    def _day(self, page: Page, numeral: Numeral) -> bool:
        if numeral.approx or not 1 <= numeral.low <= 31 or numeral.low != int(numeral.low):
            return False
        i = numeral.last + 1
        if self._month_at(page, i) or (self._form(page, i) == "من" and self._month_at(page, i + 1)):
            return True
        if numeral.digits and self._leads_to_month(page, i):
            return True
        head = self._form(page, self._previous(page, numeral.first))
        if not numeral.digits:
            return False
        return head in self._sure_day_heads or (head in self._day_heads and not self._units.is_noun(page, i))

    def _leads_to_month(self, page: Page, i: int) -> bool:
        """«3 و5 مايو», «6 و7 و8 ماي», «من 8 الى 24 جوان»."""
        for _ in range(3):
            if self._form(page, i) not in _JOINERS:
                return False
            i += 2 if self._form(page, i + 1) == "ال" else 1
            if not self._form(page, i).isdigit() or len(self._form(page, i)) > 2:
                return False
            i += 1
            if self._month_at(page, i):
                return True
        return False

    def _year(self, page: Page, numeral: Numeral) -> bool:
        low, i = numeral.low, numeral.last + 1
        if numeral.approx or not 1 <= low <= LAST_YEAR or low != int(low) or numeral.scale > 1000:
            return False
        if numeral.digits and numeral.last > numeral.first:  # grouped or decimal
            return False
        counted = self._units.is_noun(page, i)
        if (low >= 1000 or not counted) and self._behind_year_word(page, numeral.first, low):
            return True
        if not numeral.digits or len(self._form(page, numeral.first)) < 3:
            return False
        if self._form(page, i) in self._eras:
            return True
        if int(low) not in _MODERN:
            return False
        head = self._form(page, self._previous(page, numeral.first))
        return not counted or has_word(self._year_prepositions, head) or not self._looks_counted(page, i)

    def _behind_year_word(self, page: Page, first: int, value: float) -> bool:
        """«عام 2014», «عامي 2016 و2017», «مايو 2013», «Oct 31, 2024»."""
        i = self._previous(page, first)
        for _ in range(_YEARS_IN_A_ROW):
            if i < 1 or self._form(page, i) not in _JOINERS or not self._form(page, i - 1).isdigit():
                break
            if len(self._form(page, i - 1)) < 4:
                return i > 1 and page.tokens[i - 2].kind == "l"
            i = self._previous(page, i - 1)
        if has_word(self._year_heads, self._form(page, i)):
            return True
        return value >= 1000 and any(
            match.last == i for k in (i - 1, i) if k >= 0 for match in self._months.at(page, k)
        )

    def _looks_counted(self, page: Page, i: int) -> bool:
        """A noun behind what may be a year: without article or proclitic, and no verb of the present; «فلسطيني» and
        «بيتا» only look as if they had one."""
        form = page.tokens[i].form
        return self._units.indefinite(page, i) and (form[0] not in "بلوفيت" or form.endswith(("ا", "ي")))
