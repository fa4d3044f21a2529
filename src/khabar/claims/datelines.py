"""Places that only tell where a report was written: «بغداد (رويترز) - …», «حلب – وكالة»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Span

# Behind the places of a dateline, or a country that is read as a party: the outlet in brackets and a dash, or a dash
# and the outlet to the line's end.
_OUTLET = re.compile(
    r"\s*(?:[،,][^()\n.:–—-]{1,40})?(?:\([^()\n]{1,30}\)\s*[-–—]|[-–—]\s*\S+(?:[ \t]+\S+){0,2}[ \t]*(?:\n|$))"
)
# Before them on the line: nothing, or a town of which the gazetteer knows none («…، الأردن (رويترز) -»).
_TOWN = re.compile(r"[ \t#\u200f]*(?:\w+(?: \w+)?[،,] ?)?")


def datelined(text: str, places: Sequence[Span]) -> set[int]:
    """Offsets of the places that stand in a dateline: at a line's start, before the outlet's name and a dash."""
    out: set[int] = set()
    end = 0
    for place in sorted(places, key=lambda p: p.start):
        if place.start >= end:
            begin = text.rfind("\n", 0, place.start) + 1
            found = _OUTLET.match(text, place.end) if _TOWN.fullmatch(text, begin, place.start) else None
            if found is None:
                continue
            end = found.end()
        out.add(place.start)
    return out
