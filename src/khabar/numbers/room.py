"""The numbers room: from a page to its number mentions."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from ..lexicon import Lexicon
from ..model import NumberMention, Reason, Span
from ..text import Page
from . import digits
from .bounds import Bounds, End, Modifier, Opener, scaled
from .cardinals import new_line
from .guards import LAST_YEAR, Guards
from .numerals import Numeral, Numerals
from .senses import Senses
from .units import Units
from .vocabulary import Vocabulary

# Proclitics that stand as a word of their own before digits («بـ30», «الـ24»); with the article, how many letters
# stand before it.
_ARTICLES = {"ال": 0, "بال": 1, "وال": 1, "فال": 1, "كال": 1, "لل": 0, "ولل": 1, "وبال": 2}
_PROCLITICS = frozenset(["و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", *_ARTICLES])
_RULES = {"modifiers": "modifier", "ranges": "range", "ordinals": "ordinal"}
_TANWIN = "\u064b"
_MONDAY = 2  # «الاثنين», the second day, is a number only without the article
_SCORE = 100  # «2 - 1» below this, with nothing counted, is a score or a label


class _Lead(NamedTuple):
    """What stands before a number: the start of its mention, its modifiers, the opener of a range."""

    start: int
    modifiers: tuple[Modifier, ...]
    opener: Opener | None


class NumberRoom:
    """Reads the numbers of pages. Built once from the lexicon (files ``numbers*``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numerals = Numerals(Vocabulary(lexicon))
        self._bounds = Bounds(lexicon, self._numerals)
        self._units = Units(lexicon)
        self._guards = Guards(lexicon, self._units)
        self._senses = Senses(lexicon, self._units)

    def find(self, page: Page) -> list[NumberMention]:
        """The numbers of ``page`` in order, none overlapping another.

        A mention holds the number with its modifiers and article, without other proclitics («نحو ألفين», «20» of
        «بـ20»); ``min`` and ``max`` are the contract's. Years, dates, times of day and numbers in names are left out.
        """
        out: list[NumberMention] = []
        go_on = free = 0
        for i in self._numerals.beginnings(page):
            if i < go_on:
                continue
            mention, go_on = self._read(page, i, free)
            if mention is not None:
                out.append(mention)
                free = go_on
        return out

    def _read(self, page: Page, i: int, free: int) -> tuple[NumberMention | None, int]:
        """The mention whose numeral begins at token ``i``, and the token to go on from."""
        if self._units.is_percent(page, i):
            return None, i + 1
        numeral = self._numerals.longest(page, i)
        if numeral is None:
            return None, self._behind_digits(page, i)
        lead = self._lead(page, numeral, free)
        end = self._bounds.end(page, numeral, lead.opener)
        if end is None and lead.opener is not None:  # «بين ثلاثة وعشرين» is no 23
            for shorter in self._numerals.at(page, i)[1:]:
                end = self._bounds.end(page, shorter, lead.opener)
                if end is not None:
                    numeral = shorter
                    break
        behind = (end.numeral if end else numeral).last + 1
        if not self._holds(page, numeral, end, lead):
            return None, behind
        return self._mention(page, numeral, end, lead)

    @staticmethod
    def _behind_digits(page: Page, i: int) -> int:
        """The token behind digits that are no number."""
        stop = digits.read(page.folded.text, page.tokens[i].fstart).end if page.tokens[i].kind == "d" else 0
        i += 1
        while i < len(page.tokens) and page.tokens[i].fstart < stop:
            i += 1
        return i

    def _holds(self, page: Page, numeral: Numeral, end: End | None, lead: _Lead) -> bool:
        """The numeral, or the range, is a number here."""
        modified = bool(lead.modifiers)
        beyond_years = end is not None and end.numeral.low > LAST_YEAR
        if self._guards.refuses(page, numeral, modified=modified or beyond_years):
            return False
        if end is not None:
            if self._guards.refuses(page, end.numeral, modified=modified):
                return False
            counted = lead.opener is not None or modified or self._units.is_noun(page, end.numeral.last + 1)
            return counted or not end.dash or end.numeral.high >= _SCORE
        if self._guards.scored(page, numeral):
            return False
        if numeral.ordinal:
            return self._senses.is_ordinal(page, numeral)
        if numeral.low == _MONDAY and numeral.article and not numeral.digits and numeral.first == numeral.last:
            return not page.tokens[numeral.first].form.endswith("ين")
        return modified or not numeral.weak or self._marked(page, numeral) or self._senses.is_number(page, numeral)

    def _marked(self, page: Page, numeral: Numeral) -> bool:
        """A modifier stands directly behind: «واحد على الأقل»."""
        after = self._bounds.after(page, numeral.last)
        return after is not None and after[1]

    def _lead(self, page: Page, numeral: Numeral, free: int) -> _Lead:
        """Modifiers and openers directly before ``numeral``, not before token ``free``."""
        first, start = self._start(page, numeral)
        modifiers: list[Modifier] = []
        opener: Opener | None = None
        article = numeral.article or self._has_article(page, numeral)
        while first > free and not numeral.ordinal:
            modifier = self._bounds.before(page, first - 1, free, article=article)
            if modifier is not None:
                modifiers.append(modifier.value)
                first, start = modifier.first, modifier.start
                continue
            found = None if opener else self._bounds.opener(page, first - 1, free)
            if found is None:
                break
            opener, first, start = found.value, found.first, found.start
        if not modifiers and not numeral.ordinal and first > free:
            modifier_around = self._bounds.around_subject(page, first - 1, free)
            if modifier_around is not None:
                modifiers.append(modifier_around)
        return _Lead(start, tuple(reversed(modifiers)), opener)

    @staticmethod
    def _has_article(page: Page, numeral: Numeral) -> bool:
        """Digits with the article before them: «الـ24»."""
        i = numeral.first - 1
        return i >= 0 and page.tokens[numeral.first].kind == "d" and page.tokens[i].form in _ARTICLES

    def _start(self, page: Page, numeral: Numeral) -> tuple[int, int]:
        """First token and start offset of a numeral: with the article, without other proclitics."""
        first, token = numeral.first, page.tokens[numeral.first]
        start = page.folded.original(token.fstart + numeral.cut) if numeral.cut else token.start
        if first and token.kind == "d" and page.tokens[first - 1].form in _PROCLITICS:
            first -= 1
            before = page.tokens[first]
            if before.form in _ARTICLES:
                start = page.folded.original(before.fstart + _ARTICLES[before.form])
        return first, start

    def _mention(self, page: Page, numeral: Numeral, end: End | None, lead: _Lead) -> tuple[NumberMention, int]:
        low: float | None = numeral.low
        high: float | None = numeral.high
        last, rows, approx = numeral.last, list(numeral.rows), numeral.approx
        if end is not None:
            low, high = scaled(numeral, end.numeral), end.numeral.high
            last, approx = end.numeral.last, approx or end.numeral.approx
            rows += [end.row, *end.numeral.rows]
        elif numeral.open and self._is_dual(page, last):
            low = high = numeral.low + numeral.open
        modifiers, stop, behind = list(lead.modifiers), page.tokens[last].end, last + 1
        after = None if numeral.ordinal else self._bounds.after(page, last)
        direct = False
        if after is not None:
            match, direct = after
            modifiers.append(match.value)
            behind = match.last + 1
            stop = page.tokens[match.last].end if direct else stop
        for modifier in modifiers:
            rows.append(modifier.row)
            approx = approx or modifier.effect == "approx"
            low = None if modifier.effect == "most" else low
            high = None if modifier.effect == "least" else high
        stop = _behind_marks(page.text, stop)
        start = lead.start if lead.modifiers or end is not None else self._start(page, numeral)[1]
        mention = NumberMention(
            start=start, end=stop, text=page.text[start:stop], min=_number(low), max=_number(high), approx=approx,
            ordinal=numeral.ordinal or self._is_ordinal(page, numeral),
            unit=self._unit(page, numeral, lead, behind - 1 if direct else last),
            because=tuple(_reason(row) for row in dict.fromkeys(rows)),
        )  # fmt: skip
        percent = self._units.percent(page, behind)
        return mention, behind if percent is None else percent + 1

    def _is_dual(self, page: Page, last: int) -> bool:
        """«ألفا» is two thousand: a noun stands behind, or nothing at all, and it has no tanwin."""
        token = page.tokens[last]
        if _TANWIN in page.text[token.start : token.end]:
            return False
        return last + 1 == len(page.tokens) or new_line(page, last + 1) or self._units.indefinite(page, last + 1)

    def _is_ordinal(self, page: Page, numeral: Numeral) -> bool:
        """A cardinal with the article behind a noun of a series: «الذكرى الستين»."""
        article = numeral.article or self._has_article(page, numeral)
        return article and self._senses.in_series(page, self._start(page, numeral)[0])

    def _unit(self, page: Page, numeral: Numeral, lead: _Lead, last: int) -> Span | None:
        first = self._start(page, numeral)[0]
        if not lead.modifiers and (numeral.article or self._has_article(page, numeral)):
            before = self._units.before(page, first)
            if before is not None:
                return before
        elif self._follows_noun(page, numeral):
            return page.span(page.tokens[first - 1].start, page.tokens[first - 1].end)
        return self._units.behind(page, last)

    def _follows_noun(self, page: Page, numeral: Numeral) -> bool:
        """The numeral is an adjective: «جندي واحد», «جنديين اثنين», «قتيل ثالث»."""
        if numeral.first < numeral.last or numeral.digits or numeral.conj:
            return False
        if numeral.ordinal:
            return self._senses.agrees(page, numeral)
        i = numeral.first - 1
        if numeral.low not in (1, 2) or not self._units.indefinite_before(page, i):
            return False
        return numeral.low == 1 or page.tokens[i].form.endswith(("ان", "ين"))


def _behind_marks(text: str, stop: int) -> int:
    """``stop`` moved past vowel marks, which folding takes away («ألفاً»)."""
    while stop < len(text) and unicodedata.combining(text[stop]):
        stop += 1
    return stop


def _number(value: float | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else value


def _reason(row: str) -> Reason:
    if row == "digits":
        return Reason("digits")
    return Reason(_RULES.get(row.split("/")[1], "numeral"), row)
