"""Until when a report can have been written at the latest, from what is told of only until then."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..lexicon import Lexicon
from ..text import Page, PhraseTable


class _Era(NamedTuple):
    """What ends with ``until``: told by one of its words, and by one of its ``beside`` where it has such."""

    until: date
    beside: bool
    excepted: bool


class Eras:
    """Knows what reports tell of only until some day: rule of a government, terms of office, missions."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: PhraseTable[tuple[str, str]] = PhraseTable()
        self._eras: dict[str, _Era] = {}
        for row in lexicon.rows("context", "eras"):
            until = row["until"] if isinstance(row["until"], date) else date.fromisoformat(str(row["until"]))
            self._eras[row["id"]] = _Era(until, "beside" in row, "unless" in row)
            for field in ("words", "beside", "unless"):
                for word in row.get(field, ()):
                    self._words.add(word, (row["id"], field))

    def limit(self, page: Page) -> date:
        """The last day that ``page`` can have been written on; ``date.max`` where nothing tells."""
        told = {match.value for i in range(len(page.tokens)) for match in self._words.at(page, i)}
        return min(
            (
                era.until
                for name, era in self._eras.items()
                if (name, "words") in told
                and (not era.beside or (name, "beside") in told)
                and not (era.excepted and (name, "unless") in told)
            ),
            default=date.max,
        )
