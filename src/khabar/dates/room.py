"""Dates of a page."""

from __future__ import annotations

from datetime import date

from ..lexicon import Lexicon
from ..model import Reason, TimeMention, Unread
from ..text import Page, fold_word
from .ahead import Ahead
from .atoms import Vocabulary
from .calendar import Interval, unknown
from .guards import Guards
from .links import Links
from .meanings import Anchor
from .phrase import Phrase
from .spans import Later
from .today import corrected, shows_next_day
from .words import Words

_YEARS = (1900, 2100)
_MONDAY = 0  # where the country is not known: the week of ISO 8601


class DateRoom:
    """Reads the dates of pages. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._vocabulary = Vocabulary(lexicon)
        self._guards = Guards(lexicon)
        self._ahead = Ahead(lexicon)
        horizon = {row["id"]: row["date"] for row in lexicon.rows("dates_calendar", "horizon")}
        self.horizon = (_as_date(horizon.get("earliest")), _as_date(horizon.get("latest")))
        self._weeks = {
            country: row["begins"] for row in lexicon.rows("dates_calendar", "weeks") for country in row["countries"]
        }
        self._month_first = {
            country for row in lexicon.rows("dates_calendar", "month_first") for country in row["countries"]
        }
        self._before_day = frozenset(
            fold_word(word)
            for section, rows in (("dates_links", "prepositions"), ("dates_days", "weekdays"))
            for row in lexicon.rows(section, rows)
            if row.get("means", "in") == "in"
            for word in row["words"]
        )
        self._last: tuple[Page, bool, list[tuple[Phrase, str | None]]] | None = None

    def find(self, page: Page, *, reference: date | None = None, country: str | None = None) -> list[TimeMention]:
        """The time expressions of ``page`` in order, none overlapping another.

        ``reference`` is the day that relative ones count from, corrected where «اليوم الاثنين» shows another. Without
        it what needs one has null dates, but for a weekday with day and month, which fixes its year. ``country`` (ISO
        3166, two letters) tells which day a week begins with and whether «3/4/2019» puts the month first.
        """
        week = self._weeks.get(country or "", _MONDAY)
        echo: Interval | None = None
        out: list[TimeMention] = []
        phrases = self.phrases(page, country)
        told, next_day = 0, False
        if reference is not None:
            bare = [phrase for phrase, _ in phrases]
            reference = corrected(bare, reference) or reference
            next_day = shows_next_day(bare, reference)
        for phrase, cue in phrases:
            ahead = cue is not None and phrase.turn is None
            near = echo is not None and page.sentence_at(told - 1) == page.sentence_at(phrase.start)
            found = _resolved(phrase, Anchor(reference, ahead, week, echo, self.horizon, near, next_day))
            behind = isinstance(phrase.meaning, Later) and phrase.meaning.news  # of what went before, not of the news
            if found.from_ is not None and found.to is not None and phrase.kind != "vague" and not behind:
                echo, told = found, page.tokens[phrase.last].end
            rows = phrase.rows + ((cue,) if ahead and cue else ())
            end = page.tokens[phrase.last].end
            out.append(
                TimeMention(
                    phrase.start, end, page.text[phrase.start : end], found.from_, found.to, found.precision,
                    ahead or (phrase.turn or 0) > 0,
                    tuple(Reason(f"date:{phrase.kind}", row) for row in rows or (None,)),
                )
            )  # fmt: skip
        return out

    def phrases(self, page: Page, country: str | None = None) -> list[tuple[Phrase, str | None]]:
        """The time expressions of ``page`` with what looks ahead before each, before any is given dates."""
        month_first = country in self._month_first
        last = self._last
        if last is None or last[0] is not page or last[1] != month_first:
            last = (page, month_first, self._read(page, month_first))
            self._last = last
        return last[2]

    def unread(self, page: Page, country: str | None = None) -> tuple[Unread, ...]:
        """Words that stand where a month would («في 12 فورار 2019») and are none that the lexicon knows."""
        covered = {k for phrase, _ in self.phrases(page, country) for k in range(phrase.first, phrase.last + 1)}
        out = []
        tokens = page.tokens
        for i in range(3, len(tokens)):
            if tokens[i].kind == "d" and len(tokens[i].form) == 4 and _YEARS[0] <= int(tokens[i].form) <= _YEARS[1]:
                before, number, word = tokens[i - 3 : i]
                day = number.kind == "d" and len(number.form) <= 2 and 1 <= int(number.form) <= 31
                if day and word.kind == "w" and before.form in self._before_day and i - 1 not in covered:
                    span = page.text[word.start : word.end]
                    out.append(Unread(word.start, word.end, span, "unknown month word"))
        return tuple(out)

    def _read(self, page: Page, month_first: bool) -> list[tuple[Phrase, str | None]]:
        words = Words(page, self._vocabulary)
        grammar = Links(words, month_first=month_first)
        out: list[tuple[Phrase, str | None]] = []
        free = 0
        for i in words.beginnings():
            if i < free:
                continue
            phrase = grammar.at(i)
            if phrase is None or not phrase.sure:
                continue
            if not self._guards.refuses(words, phrase):
                out.append((phrase, self._ahead.row(words, phrase.first, phrase.last)))
            free = phrase.last + 1
        return out


def _resolved(phrase: Phrase, anchor: Anchor) -> Interval:
    """The interval of ``phrase``; an end that the calendar does not hold, or that precedes its beginning, is open."""
    try:
        found = phrase.meaning.at(anchor)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return unknown("range")
    if found.from_ is not None and found.to is not None and found.from_ > found.to:
        return Interval(None, found.to, "range")
    return found


def _as_date(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value)) if value else date.min
