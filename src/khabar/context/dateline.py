"""Datelines: a date on a line of its own near the top or the end, behind a place («دمشق - 12 آذار 2019»), or in the
furniture of a saved page ("10:16 AM · Oct 31, 2024", "February 25, 2025 · Shared with Public")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from ..dates.phrase import Phrase
from ..text import Page, fold_word
from .infer import full_date, has_year

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_X = re.compile(rf"[AP]M · ({_MONTH})[a-z]* (\d{{1,2}}), (\d{{4}})")
_FACEBOOK = re.compile(
    rf"({_MONTH})[a-z]* (\d{{1,2}}), (\d{{4}})(?: at \d{{1,2}}:\d\d\W[AP]M)?\s*·\s*(?:Shared with|\S)"
)
_ALONE = re.compile(r"[^\w]*(?:\d{1,2}:\d\d(?::\d\d)?\W*)?(?:[AP]M|صباحا?ً?|مساءً?|ص|م)?[^\w]*")
_WORD = re.compile(r"\w+")
_PARTS = "-–—،,|/("
_TOP_LINES, _END_LINES = 12, 4
_LINE = 110  # characters: a longer line is a paragraph
_HEADLINE_LINES = 6
_PLACE_WORDS = 3


def page_date(text: str) -> date | None:
    """The date that a saved page of X or Facebook prints beside its post."""
    for pattern in (_X, _FACEBOOK):
        match = pattern.search(text)
        if match is not None:
            try:
                return datetime.strptime(" ".join(match.groups()), "%b %d %Y").date()
            except ValueError:
                continue
    return None


def dateline(
    page: Page, phrases: Sequence[Phrase], labels: frozenset[str], horizon: tuple[date, date], year: int | None
) -> date | None:
    """The date of the report's dateline; None when it has none.

    ``phrases`` are the times of the page; ``labels`` words that may stand beside the date («نشر في»); ``year`` that of
    a weekday with day and month.
    """
    lines = _lines(page.text)
    own = {k for k in range(len(lines)) if k < _TOP_LINES or k >= len(lines) - _END_LINES}
    at = 0
    for phrase in phrases:
        when = full_date(phrase, horizon, year) if phrase.today is None else None
        end = page.tokens[phrase.last].end
        while at < len(lines) and lines[at][1] < end:
            at += 1
        if when is None or at not in own or at == len(lines) or lines[at][0] > phrase.start:
            continue
        before, after = page.text[lines[at][0] : phrase.start], page.text[end : lines[at][1]]
        if _is_dateline(before, after, labels):
            return when
        if at < _HEADLINE_LINES and has_year(phrase) and _ends_headline(before, after):
            return when
    return None


def _lines(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that are not blank."""
    out, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append((start, start + len(line)))
        start += len(line) + 1
    return out


def _is_dateline(before: str, after: str, labels: frozenset[str]) -> bool:
    """A label and the hour stand beside it, or a place before a dash; or a place before and a dash or colon behind."""
    words = [word for word in _WORD.findall(before) if fold_word(word) not in labels]
    if len(words) > _PLACE_WORDS or len(before) > _LINE:
        return False
    if _ALONE.fullmatch(after):
        return not words or before.rstrip()[-1:] in _PARTS
    return bool(words) and before.rstrip()[-1:] in _PARTS and after.lstrip()[:1] in "-–—:)"


def _ends_headline(before: str, after: str) -> bool:
    """A headline that ends with its date: «حصاد الأحداث ليوم الجمعة 23-09-2022»."""
    return not after.strip(" .") and len(before) < _LINE and not any(stop in before for stop in ".؟!")
