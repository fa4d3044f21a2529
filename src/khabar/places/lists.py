"""Names under one noun in the dual or plural («قريتي كذا وكذا») are one mention: one act fell on all of them."""

from __future__ import annotations

from ..model import PlaceMention, Reason
from ..text import Page
from .merge import kilometres
from .types import coarser

_MOST_CANDIDATES = 5
_APART_KM = 150.0


def join(page: Page, members: list[PlaceMention]) -> PlaceMention:
    """One mention of ``members`` in order: in their middle where they are neighbours, else at the first of them.

    Its precision is an ``area`` or coarser; its candidates are the best one of each name.
    """
    first, last = members[0], members[-1]
    lat, lon = _middle(members)
    precision = first.precision
    for member in members:
        if member.precision is not None:
            precision = coarser(precision or "area", coarser("area", member.precision))
    names = [member.name_en for member in members if member.name_en]
    best = [candidate for member in members for candidate in member.candidates[:1]]
    reasons = dict.fromkeys((*(reason for member in members for reason in member.because), Reason("places.list")))
    return PlaceMention(
        first.start, last.end, page.text[first.start : last.end], ", ".join(names) or None, lat, lon, precision,
        tuple(best[:_MOST_CANDIDATES]), tuple(reasons),
    )  # fmt: skip


def _middle(members: list[PlaceMention]) -> tuple[float | None, float | None]:
    points = list(dict.fromkeys((m.lat, m.lon) for m in members if m.lat is not None and m.lon is not None))
    if not points:
        return None, None
    lat, lon = points[0]
    if any(kilometres(lat, lon, other, at) > _APART_KM for other, at in points):
        return lat, lon
    return round(sum(p[0] for p in points) / len(points), 4), round(sum(p[1] for p in points) / len(points), 4)
