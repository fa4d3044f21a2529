"""Claims of a report."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..model import Claim
from ..clauses import Scene


class ClaimRoom:
    """Reads the claims of scenes. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, scene: Scene) -> list[Claim]:
        """The claims of ``scene`` in the order of their evidence."""
        return []
