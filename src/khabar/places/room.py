"""Places of a page."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import Lexicon
from ..model import ActorMention, PlaceMention
from ..text import Page
from .gazetteer import Gazetteer


class PlaceRoom:
    """Finds the places that pages name and chooses among candidates. Built once."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._lexicon = lexicon
        self.gazetteer = gazetteer

    def find(
        self, page: Page, *, actors: Sequence[ActorMention] = (), country: str | None = None
    ) -> list[PlaceMention]:
        """The places of ``page`` in order, none overlapping another."""
        return []
