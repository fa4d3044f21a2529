"""How a report tells when and where it was written."""

from __future__ import annotations

from datetime import date

import msgspec

from ..dates import DateRoom
from ..dates.today import corrected
from ..lexicon import Lexicon
from ..model import Context, ReferenceDate, Unread
from ..text import Page, fold_word
from .dateline import dateline, page_date
from .eras import Eras
from .infer import inferred, likely_year, undated
from .outlets import Outlets


class Telling(msgspec.Struct, frozen=True):
    """What is known of who tells a report, where from and when."""

    context: Context
    reference: ReferenceDate | None
    country: str | None = None
    unread: tuple[Unread, ...] = ()


class ContextRoom:
    """Reads a report's own date and outlet. Built once."""

    def __init__(self, lexicon: Lexicon, dates: DateRoom) -> None:
        self._dates = dates
        self._outlets = Outlets(lexicon)
        self._eras = Eras(lexicon)
        self._labels = frozenset(fold_word(word) for row in lexicon.rows("context", "labels") for word in row["words"])

    def read(self, page: Page, *, title: str | None, published: date | None, context: Context) -> Telling:
        """The telling of ``page``.

        Its date is the one given (``published``), corrected where the text's «اليوم الاثنين» contradicts it; else that
        of a dateline; else what the text fixes («اليوم الثلاثاء 19 تشرين الأول»). None when nothing tells it.
        """
        country = self._outlets.country(context)
        reference = self._reference(page, published, country)
        return Telling(
            context, reference, country, (*self._outlets.unread(context), *self._dates.unread(page, country))
        )

    def _reference(self, page: Page, published: date | None, country: str | None) -> ReferenceDate | None:
        phrases = [phrase for phrase, _ in self._dates.phrases(page, country)]
        if published is not None:
            better = corrected(phrases, published)
            return ReferenceDate(better, "inferred") if better else ReferenceDate(published, "given")
        horizon = self._dates.horizon
        year = likely_year(phrases, horizon, self._eras.limit(page)) if undated(phrases) else None
        found = page_date(page.text) or dateline(page, phrases, self._labels, horizon, year)
        if found is not None:
            return ReferenceDate(found, "dateline")
        found = inferred(phrases, horizon, year)
        return ReferenceDate(found, "inferred") if found is not None else None
