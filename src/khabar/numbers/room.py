"""Numbers of a page."""

from __future__ import annotations

from typing import NamedTuple

from ..lexicon import Lexicon
from ..model import NumberMention, Reason, Span
from ..text import Match, Page
from .bounds import Bounds, Modifier, Opener, scaled
from .cardinals import Cardinals, Numeral
from .guards import Guards
from .units import Units
from .vocabulary import Vocabulary

_ARTICLES = {"ال": 0, "بال": 1, "وال": 1, "فال": 1, "لل": 0, "وبال": 2, "كال": 1, "ولل": 1}
_PROCLITICS = frozenset(["و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", *_ARTICLES])


class _Lead(NamedTuple):
    """What stands before a number: modifiers and range opener, first token and start offset."""

    first: int
    start: int
    modifiers: tuple[Modifier, ...]
    opener: Opener | None


class NumberRoom:
    """Reads the numbers of pages. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._vocabulary = Vocabulary(lexicon)
        self._cardinals = Cardinals(self._vocabulary)
        self._bounds = Bounds(lexicon, self._cardinals)
        self._units = Units(lexicon)
        self._guards = Guards(lexicon, self._units)

    def find(self, page: Page) -> list[NumberMention]:
        """The numbers of ``page`` in order, none overlapping another."""
        out: list[NumberMention] = []
        tokens = page.tokens
        i, free = 0, 0
        while i < len(tokens):
            if tokens[i].kind == "d" or (tokens[i].kind == "w" and self._vocabulary.atoms(page, i)):
                mention, i = self._read(page, i, free)
                if mention is not None:
                    out.append(mention)
                    free = i
            else:
                i += 1
        return out

    def _read(self, page: Page, i: int, free: int) -> tuple[NumberMention | None, int]:
        """The mention whose numeral begins at token ``i``, and the token to go on from."""
        candidates = self._cardinals.at(page, i)
        if not candidates:
            return None, self._past_digits(page, i)
        numeral = candidates[0]
        lead = self._lead(page, numeral, free)
        end: tuple[Numeral, str] | None = None
        for candidate in candidates:
            end = self._bounds.range_end(page, candidate, lead.opener)
            if end is not None:
                numeral = candidate
                break
        modified = bool(lead.modifiers)
        if self._guards.refuses(page, end[0] if end else numeral, modified=modified) or (
            end is not None and self._guards.refuses(page, numeral, modified=modified)
        ):
            return None, (end[0] if end else numeral).last + 1
        if end is None and numeral.weak and not modified and not self._counts(page, numeral):
            return None, numeral.last + 1
        return self._mention(page, numeral, end, lead)

    def _past_digits(self, page: Page, i: int) -> int:
        if page.tokens[i].kind != "d":
            return i + 1
        from . import digits

        stop = digits.read(page.folded.text, page.tokens[i].fstart).end
        j = i + 1
        while j < len(page.tokens) and page.tokens[j].fstart < stop:
            j += 1
        return j

    def _lead(self, page: Page, numeral: Numeral, free: int) -> _Lead:
        """Modifiers and openers directly before ``numeral``, not before token ``free``."""
        first, start = self._start(page, numeral)
        modifiers: list[Modifier] = []
        opener: Opener | None = None
        article = numeral.article or self._has_article(page, numeral)
        moved = True
        while moved:
            moved = False
            match = self._ending_at(page, first - 1, free, article)
            if match is not None:
                modifiers.insert(0, match.value)
                first, start, moved = match.first, self._match_start(match), True
                continue
            found = self._opener_at(page, first - 1, free)
            if found is not None and opener is None:
                opener = found.value
                if not (opener.row.endswith("from_to") and self._bounds.changes(page, found.first)):
                    first, start, moved = found.first, found.start, True
                else:
                    opener = None
        return _Lead(first, start, tuple(modifiers), opener)

    @staticmethod
    def _match_start(match: Match[Modifier]) -> int:
        return match.start

    def _ending_at(self, page: Page, last: int, free: int, article: bool) -> Match[Modifier] | None:
        for i in range(max(free, last - 5), last + 1):
            for match in self._bounds.before(page, i):
                if match.last == last and (article or not match.value.article):
                    return match
        return None

    def _opener_at(self, page: Page, last: int, free: int) -> Match[Opener] | None:
        for i in range(max(free, last - 1), last + 1):
            for match in self._bounds.opener(page, i):
                if match.last == last:
                    return match
        return None

    def _has_article(self, page: Page, numeral: Numeral) -> bool:
        i = numeral.first - 1
        return i >= 0 and page.tokens[i].form in _ARTICLES

    def _start(self, page: Page, numeral: Numeral) -> tuple[int, int]:
        """First token and start offset of a numeral: with the article, without other proclitics."""
        token = page.tokens[numeral.first]
        start = page.folded.original(token.fstart + numeral.cut) if numeral.cut else token.start
        first = numeral.first
        if first and token.kind == "d" and page.tokens[first - 1].form in _PROCLITICS:
            before = page.tokens[first - 1]
            first -= 1
            if before.form in _ARTICLES:
                cut = _ARTICLES[before.form]
                start = page.folded.original(before.fstart + cut) if cut else before.start
        return first, start

    def _counts(self, page: Page, numeral: Numeral) -> bool:
        return self._units.behind(page, numeral.last) is not None or (
            numeral.first == 0 and numeral.last == len(page.tokens) - 1
        )

    def _mention(
        self, page: Page, numeral: Numeral, end: tuple[Numeral, str] | None, lead: _Lead
    ) -> tuple[NumberMention, int]:
        low: float | None = numeral.low
        high: float | None = numeral.high
        last, rows, approx = numeral.last, list(numeral.rows), numeral.approx
        if end is not None:
            low, high = scaled(numeral, end[0]), end[0].high
            last, approx = end[0].last, approx or end[0].approx
            rows += [end[1], *end[0].rows]
        elif numeral.open and self._units.is_noun(page, last + 1):
            low = high = numeral.low + numeral.open
        effects = list(lead.modifiers)
        text_last = stop_token = last
        after = self._bounds.after(page, last)
        if after is not None:
            match, direct = after
            effects.append(match.value)
            stop_token = match.last
            if direct:
                text_last = match.last
        for modifier in effects:
            rows.append(modifier.row)
            if modifier.effect == "approx":
                approx = True
            elif modifier.effect == "least":
                high = None
            else:
                low = None
        unit = self._unit(page, numeral, last)
        start = lead.start if (lead.modifiers or (lead.opener and end)) else self._start(page, numeral)[1]
        stop = page.tokens[text_last].end
        mention = NumberMention(
            start, stop, page.text[start:stop], _number(low), _number(high), approx, False, unit,
            tuple(Reason("number", None if row == "digits" else row) for row in rows),
        )  # fmt: skip
        return mention, stop_token + 1

    def _unit(self, page: Page, numeral: Numeral, last: int) -> Span | None:
        if numeral.article or self._has_article(page, numeral):
            before = self._units.before(page, self._start(page, numeral)[0])
            if before is not None:
                return before
        return self._units.behind(page, last)


def _number(value: float | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else value
