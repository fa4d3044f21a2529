"""«منذ» with an event: «منذ بدء الحملة», «منذ اندلاع الحرب في 15 نيسان 2023»."""

from __future__ import annotations

from collections.abc import Callable

from .phrase import Phrase
from .spans import Since, SinceEvent
from .words import Found, Words

_REACH = 14
_DEFINITE = ("ال", "هذا", "هذه", "تلك")


class SinceClauses:
    """Reads «منذ» with the event behind it; ``time`` reads the date of the event."""

    def __init__(self, words: Words, time: Callable[[int], Phrase | None]) -> None:
        self._words = words
        self._time = time

    def at(self, link: Found) -> Phrase | None:
        """The stretch since an event, up to the date that the clause tells for it, or else with the event's noun."""
        words = self._words
        event = words.one(link.last + 1, "event_nouns")
        if event is None:
            return None
        rows = (link.value.row, event.value.row)
        dated = self._dated(event.last + 1)
        if dated is not None:
            return Phrase(
                link.first, dated.last, link.start, Since(dated.meaning), "span", rows + dated.rows, True
            )  # fmt: skip
        if event.value.row.endswith("/clause"):
            return None
        last = event.last
        while last - event.last < 3 and words.follows(last + 1) and words.form(last + 1).startswith(_DEFINITE):
            if self._time(last + 1) is not None:
                break
            last += 1
        return Phrase(link.first, last, link.start, SinceEvent(), "span", rows)

    def _dated(self, j: int) -> Phrase | None:
        """The time that stands behind the event, in its clause."""
        words = self._words
        for k in range(j, min(j + _REACH, words.count)):
            if not words.follows(k) or words.tokens[k].kind == "p":
                return None
            link = words.one(k, "prepositions")
            at = link.last + 1 if link is not None else k
            found = self._time(at) if words.follows(at) else None
            if found is None and link is not None and words.follows(at) and words.tokens[at].kind == "d":
                from .meanings import Year

                if len(words.form(at)) == 4 and 1900 <= int(words.form(at)) <= 2100:
                    found = Phrase(at, at, words.tokens[at].start, Year(int(words.form(at))), "year")
            if found is not None and link is not None and link.value.data["means"] != "in":
                return None
            if found is not None and found.sure and found.kind not in ("vague", "part", "relative", "span"):
                return found
        return None
