"""A claim on its way, before it has its id and its confidence."""

from __future__ import annotations

import msgspec

from ..model import Count, Kind, Mention, Modality, Place, Reason, Source, Span, Speech, Time

# Why a claim is quoted: most of its evidence stands in direct speech.
QUOTED = Reason("attribution.quotation")


class Proposal(msgspec.Struct):
    """Mirrors :class:`khabar.model.Claim` without an id; rules fill it step by step.

    ``start``/``end`` is the evidence in offsets of the text; ``because`` names for every filled field the rule and row;
    ``score`` is the probability of an act's word, or the strength of a statement's rule.
    """

    kind: Kind
    type: str
    start: int
    end: int
    trigger: Span | None = None
    modality: Modality = "actual"
    actors: list[Mention] = []
    targets: list[Mention] = []
    place: Place | None = None
    time: Time | None = None
    counts: list[Count] = []
    sources: list[Source] = []
    speech: Speech | None = None
    weapons: list[Span] = []
    quoted: bool = False
    because: dict[str, Reason] = {}
    score: float = 0.0
