"""The gazetteer as the rooms see it: a compiled file, opened fast."""

from __future__ import annotations

from pathlib import Path


class Gazetteer:
    """Places by folded name."""

    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256

    @classmethod
    def open(cls, path: str | Path | None = None) -> Gazetteer:
        """Open the gazetteer at ``path``, or the embedded one."""
        return cls("none")
