"""Datelines: a date on a line of its own near the top or the end, behind a place («دمشق - 12 آذار 2019»), or in the
furniture of a saved page ("10:16 AM · Oct 31, 2024", "February 25, 2025 · Shared with Public")."""

from __future__ import annotations

import re
from datetime import date, datetime

from ..dates import DateRoom
from ..dates.calendar import Interval
from ..text import Page

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_X = re.compile(rf"[AP]M · ({_MONTH})[a-z]* (\d{{1,2}}), (\d{{4}})")
_FACEBOOK = re.compile(
    rf"({_MONTH})[a-z]* (\d{{1,2}}), (\d{{4}})(?: at \d{{1,2}}:\d\d\W[AP]M)?\s*·\s*(?:Shared with|\S)"
)
_ALONE = re.compile(r"[^\w]*(?:\d{1,2}:\d\d(?::\d\d)?\W*)?(?:[AP]M|صباحا?ً?|مساءً?|ص|م)?[^\w]*")
_WORD = re.compile(r"\w+")
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


def dateline(page: Page, dates: DateRoom, country: str | None, labels: frozenset[str]) -> date | None:
    """The date of the report's dateline; None when it has none.

    ``labels`` are words that may stand beside it («نشر في»).
    """
    lines = _lines(page.text)
    full = [(s, e, i.from_) for s, e, i in _full_dates(page, dates, country)]
    for k, (start, end) in enumerate(lines):
        top = k < _TOP_LINES
        if not top and k < len(lines) - _END_LINES:
            continue
        for first, last, when in full:
            if start <= first and last <= end and when is not None:
                before, after = page.text[start:first], page.text[last:end]
                if _is_dateline(before, after, labels) or (k < _HEADLINE_LINES and _ends_headline(before, after)):
                    return when
    return None


def _full_dates(page: Page, dates: DateRoom, country: str | None) -> list[tuple[int, int, Interval]]:
    return [(m.start, m.end, Interval(m.from_, m.to, "day")) for m in dates.find(page, country=country)
            if m.precision == "day" and m.from_ is not None]  # fmt: skip


def _lines(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that are not blank."""
    out, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append((start, start + len(line)))
        start += len(line) + 1
    return out


def _is_dateline(before: str, after: str, labels: frozenset[str]) -> bool:
    """Only a place, a label and the hour stand beside it; or a place before it and a dash or colon behind."""
    words = [word for word in _WORD.findall(before) if word not in labels]
    if len(words) > _PLACE_WORDS or len(before) > _LINE:
        return False
    if _ALONE.fullmatch(after):
        return not words or before.rstrip()[-1:] in "-–—،,:|/" or (len(words) < _PLACE_WORDS and len(before) < 40)
    return bool(words) and before.rstrip()[-1:] in "-–—،,(" and after.lstrip()[:1] in "-–—:)"


def _ends_headline(before: str, after: str) -> bool:
    """A headline that ends with its date: «حصاد الأحداث ليوم الجمعة 23-09-2022»."""
    return not after.strip(" .") and len(before) < _LINE and not any(stop in before for stop in ".؟!")
