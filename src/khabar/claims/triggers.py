"""Triggers: the words of a page that may say what happened."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from ..text import Page, PhraseTable, readings
from ..text.phrases import Match
from .lexis import Sense


class Trigger(msgspec.Struct, gc=False):
    """A word or phrase that may say an act or a toll: tokens ``first``..``last``, offsets without proclitics.

    ``definite`` tells that the article stands before a noun; ``enclitic`` the pronoun that hangs on it; ``procs`` what
    hangs before it; ``partner`` the token that completes a compound, -1 for others; ``type_before`` and ``row_before``
    how often its type and row stood earlier in the report.
    """

    first: int
    last: int
    start: int
    end: int
    sense: Sense
    procs: str
    enclitic: str
    partner: int = -1
    type_before: int = 0
    row_before: int = 0

    @property
    def definite(self) -> bool:
        """The article stands before it."""
        return self.procs.endswith(("ال", "لل"))


def find_triggers(
    page: Page, table: PhraseTable[Sense], first: int, stop: int, passed: frozenset[int] | set[int] = frozenset()
) -> list[Trigger]:
    """The triggers among tokens ``first`` to ``stop`` (exclusive), in order, none overlapping another.

    What completes a compound is no act of the same type again: «انفجرت عبوة ناسفة» is one explosion.
    ``passed`` are tokens that begin none, such as those of dates («فجر اليوم»).
    """
    out: list[Trigger] = []
    completes: dict[int, str] = {}
    free = first
    for i in table.beginnings(page, first, stop):
        if i < free or i in passed or (trigger := _best(page, table.at(page, i), stop)) is None:
            continue
        if completes.get(i) != trigger.sense.type:
            out.append(trigger)
            if trigger.partner > i and not trigger.sense.toll:
                completes[trigger.partner] = trigger.sense.type
        free = trigger.last + 1
    return out


def _best(page: Page, matches: list[Match[Sense]], stop: int) -> Trigger | None:
    """The reading to keep at a token: longest, then compounds that are complete, then verbs before nouns."""
    if not matches:
        return None
    found = [t for m in matches if _grammatical(m) and (t := _complete(page, m, stop)) is not None]
    if len(found) < 2:
        return found[0] if found else None
    return min(found, key=lambda t: (-(t.last - t.first), t.partner < 0, len(t.procs) + len(t.enclitic), _order(t)))


def _order(trigger: Trigger) -> int:
    return {"phrase": 0, "verb": 1, "noun": 2, "word": 3}[trigger.sense.part]


def _grammatical(match: Match[Sense]) -> bool:
    """A verb takes no article or preposition (but لـ of purpose), a noun no سـ."""
    procs, sense = match.reading.procs, match.value
    if match.enclitic in ("ني", "ك", "كم", "ي", "نا") and sense.part != "phrase":
        return False
    if sense.form is not None:
        if match.enclitic in ("ي", "ك"):
            return False
        if procs.endswith("ال") or "ب" in procs or "ك" in procs:
            return False
        if "س" in procs and sense.form.tense != "present":
            return False
        return not ("ل" in procs and sense.form.tense != "present")
    return "س" not in procs


def _complete(page: Page, match: Match[Sense], stop: int) -> Trigger | None:
    """The trigger of a match, None when the words it needs are not near or one that bars it is."""
    sense = match.value
    if sense.left_out and page.tokens[match.first].form in sense.left_out:
        return None
    if sense.not_after and _is_any(page, _word_before(page, match.first), sense.not_after):
        return None
    if sense.not_before and match.last + 1 < stop and _is_any(page, match.last + 1, sense.not_before):
        return None
    if sense.not_near and _partner(page, match.last, stop, sense.not_near, _NEAR) >= 0:
        return None
    trigger = Trigger(match.first, match.last, match.start, match.end, sense, match.reading.procs, match.enclitic)
    if sense.companions:
        trigger.partner = _partner(page, match.last, stop, sense.companions, sense.gap)
        if trigger.partner < 0 and sense.form is not None and not match.reading.procs:
            trigger.partner = _partner_before(page, match.first, sense.companions)
        if trigger.partner == match.last + 1:
            trigger.end = page.tokens[trigger.partner].end
        return trigger if trigger.partner >= 0 else None
    if sense.needs and _partner(page, match.last, stop, sense.needs, _NEEDS_GAP, ".؛؟!") < 0:
        return None
    return trigger


_NEEDS_GAP = 7
_BEFORE = 3
_NEAR = 4


def _word_before(page: Page, first: int) -> int:
    """The token before ``first``, an opening quotation mark aside; -1 if none."""
    return first - 2 if first > 0 and page.tokens[first - 1].form in _OPENING else first - 1


_OPENING = frozenset("«“\"'")


def _is_any(page: Page, i: int, words: frozenset[str]) -> bool:
    """Whether token ``i``, clitics aside, is one of ``words``."""
    return i >= 0 and not words.isdisjoint(_stems(page.tokens[i].form))


@lru_cache(maxsize=50_000)
def _stems(form: str) -> frozenset[str]:
    return frozenset(reading.stem for reading in readings(form))


def _partner(page: Page, last: int, stop: int, words: frozenset[str], gap: int, ends: str = "،,.؛") -> int:
    """The first token within ``gap`` words behind ``last`` and before any of the signs ``ends`` that is one of
    ``words``, clitics aside; -1 if none."""
    passed = 0
    for i in range(last + 1, stop):
        token = page.tokens[i]
        if token.kind == "p":
            if token.form in ends:
                return -1
            continue
        if _is_any(page, i, words):
            return i
        passed += 1
        if passed > gap:
            return -1
    return -1


def _partner_before(page: Page, first: int, words: frozenset[str]) -> int:
    """The last token within three words before a verb that is one of ``words``: «أن صاروخا أطلق»; -1 if none."""
    for i in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if page.tokens[i].kind == "p":
            return -1
        if _is_any(page, i, words):
            return i
    return -1
