"""Actors of a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..lexicon import Lexicon
from ..model import ActorMention
from ..text import Page


class ActorRoom:
    """Finds the parties that pages name. Built once from the lexicon and a user's own file (YAML or CSV)."""

    def __init__(self, lexicon: Lexicon, extra: str | Path | None = None) -> None:
        self._lexicon = lexicon

    def find(self, page: Page, *, reference: date | None = None, country: str | None = None) -> list[ActorMention]:
        """The actors of ``page`` in order, none overlapping another."""
        return []
