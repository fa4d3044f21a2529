"""Numbers of a page."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..model import NumberMention
from ..text import Page


class NumberRoom:
    """Reads the numbers of pages. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, page: Page) -> list[NumberMention]:
        """The numbers of ``page`` in order, none overlapping another."""
        return []
