"""A claim that a rule proposes, before the report's scorer decides which proposals stand."""

from __future__ import annotations

import msgspec

from ..model import Count, Kind, Mention, Modality, Place, Reason, Source, Span, Speech, Time


class Proposal(msgspec.Struct):
    """Mirrors :class:`khabar.model.Claim` without an id; rules fill it step by step.

    ``start``/``end`` is the evidence in offsets of the text; ``because`` names for every filled field the rule and
    row; ``features`` is what the scorer weighs.
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
    features: dict[str, float] = {}
    score: float = 0.0
