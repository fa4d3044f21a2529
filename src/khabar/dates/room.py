"""Dates of a page."""

from __future__ import annotations

from datetime import date

from ..lexicon import Lexicon
from ..model import TimeMention
from ..text import Page


class DateRoom:
    """Reads the dates of pages. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, page: Page, *, reference: date | None = None, country: str | None = None) -> list[TimeMention]:
        """The time expressions of ``page`` in order, none overlapping another."""
        return []
