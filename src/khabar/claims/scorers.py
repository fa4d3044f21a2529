"""The scorers of the claims room, learnt or by hand, in one place."""

from __future__ import annotations

import msgspec

from ..model import Reason
from . import arguments, boundary, heads, opening, settings, types
from .counting import counts
from .linear import Linear, load, load_pairs
from .statements import plain


class Scorers(msgspec.Struct):
    """What decides: ``head`` which words carry a claim, ``boundary`` how far its clause reaches, ``opening`` with
    which word it begins, ``type`` what it is, ``part`` who plays which part, ``role`` what a number counts, ``place``
    and ``time`` where and when, ``statement`` whether speech carries a statement."""

    head: Linear
    boundary: Linear
    opening: Linear
    type: Linear
    part: Linear
    role: Linear
    place: Linear
    time: Linear
    statement: Linear

    def reason(self, slot: str, row: str | None) -> Reason:
        """The reason of a field that the scorer of ``slot`` filled from the lexicon's ``row``."""
        scorer: Linear = getattr(self, slot)
        return Reason(f"claims.{slot} ({'learnt' if scorer.learnt else 'by hand'})", row)

    def learnt(self) -> tuple[str, ...]:
        """Names of the scorers whose weights are learnt."""
        return tuple(name for name in self.__struct_fields__ if getattr(self, name).learnt)


def shipped() -> Scorers:
    """The scorers that this installation has; by hand where no weights are shipped."""
    return Scorers(
        head=load("head", {"yes": heads.FALLBACK}),
        boundary=load("boundary", {"yes": boundary.FALLBACK}),
        opening=load("opening", {"yes": opening.FALLBACK}),
        type=load_pairs("type", types.FALLBACK),
        part=load("part", arguments.FALLBACK),
        role=load_pairs("role", counts.FALLBACK),
        place=load("place", {"yes": settings.PLACE_FALLBACK}),
        time=load("time", {"yes": settings.TIME_FALLBACK}),
        statement=load("statement", {"yes": plain.FALLBACK}),
    )
