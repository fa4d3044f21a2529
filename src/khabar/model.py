"""The records of the contract (schema ``khabar/1``): what one Arabic report becomes.

Only vocabulary, no logic. Every record is frozen and goes to and from JSON without loss
(:func:`khabar.to_json`, :func:`khabar.from_json`). Offsets are counted in Unicode code points of the
report's text exactly as given; ``text[start:end]`` always equals the span's ``text``.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

SCHEMA = "khabar/1"

Kind = Literal["event", "statement"]
Modality = Literal["actual", "negated", "planned", "possible"]
EventType = Literal[
    "air_strike", "shelling", "explosion", "suicide_attack", "chemical_attack", "armed_clash", "armed_attack",
    "assassination", "execution", "territory_taken", "withdrawal", "surrender", "deployment", "interception",
    "seizure", "siege", "arrest", "abduction", "release", "displacement", "destruction", "violence_other",
    "casualties", "ceasefire", "negotiation", "aid", "protest", "riot", "legal", "publication", "event_other",
]  # fmt: skip
StatementType = Literal[
    "claim_responsibility", "accuse", "condemn", "deny", "threaten", "appeal", "pledge", "assess", "support",
    "announce",
]  # fmt: skip
ClaimType = EventType | StatementType
PlacePrecision = Literal["exact", "town", "area", "region", "country"]
TimePrecision = Literal["day", "week", "month", "year", "range"]
SourceType = Literal["party", "official", "organisation", "media", "witness", "anonymous", "person"]
Stance = Literal["neutral", "confirming", "distancing", "denying"]
Role = Literal[
    "killed", "wounded", "casualties", "detained", "abducted", "surrendered", "released", "displaced", "missing",
    "returned", "deployed", "participants", "strikes", "projectiles", "vehicles", "buildings", "other",
]  # fmt: skip
Toll = Literal["new", "cumulative"]
Basis = Literal["given", "dateline", "inferred"]


class Record(msgspec.Struct, frozen=True, gc=False):
    """Base of everything that goes to JSON; frozen records form no cycles, so the collector need not look for any."""


class Span(Record, frozen=True):
    """``text[start:end]`` of a report, in code points."""

    start: int
    end: int
    text: str


class Mention(Span, frozen=True):
    """A party or a victim; ``actor_id`` is an id of the registry, or None for somebody who is not in it."""

    actor_id: str | None = None


class Place(Span, frozen=True):
    """Where it happened; degrees WGS 84, None where unknown. ``precision`` never claims more than the words say."""

    name_en: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None


class Time(Span, frozen=True):
    """When it happened; both dates inclusive, None where the expression needs a report date that is unknown."""

    from_: date | None = msgspec.field(default=None, name="from")
    to: date | None = None
    precision: TimePrecision | None = None


class Count(Span, frozen=True):
    """A number of people, arms, vehicles or buildings. ``part_of`` indexes the same list."""

    role: Role
    min: int | None
    max: int | None
    approx: bool = False
    unit: Span | None = None
    part_of: int | None = None
    toll: Toll | None = None


class Source(Span, frozen=True):
    """Who says so. ``cue`` is the word that attributes."""

    actor_id: str | None = None
    type: SourceType = "anonymous"
    cue: Span | None = None
    stance: Stance = "neutral"


class Speech(Record, frozen=True):
    """How a statement was spoken: the cue and the reporter's stance to it."""

    cue: Span | None = None
    stance: Stance = "neutral"


class Reason(Record, frozen=True):
    """Why a field holds what it holds: the rule, and the lexicon row ("file/section/id") that fired it."""

    rule: str
    row: str | None = None


class Claim(Record, kw_only=True, frozen=True):
    """One act (``event``) or one position taken (``statement``) as the report tells it."""

    id: str
    evidence: Span
    kind: Kind
    type: ClaimType
    trigger: Span | None = None
    modality: Modality = "actual"
    actors: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    place: Place | None = None
    time: Time | None = None
    counts: tuple[Count, ...] = ()
    sources: tuple[Source, ...] = ()
    speech: Speech | None = None
    weapons: tuple[Span, ...] = ()
    because: dict[str, Reason] = {}
    quoted: bool = False
    confidence: float = 1.0


class Unread(Span, frozen=True):
    """Something met and not understood, with the reason."""

    reason: str


class ReferenceDate(Record, frozen=True):
    """The day that relative expressions count from."""

    date: date
    basis: Basis


class Context(Record, frozen=True):
    """What is known of the telling."""

    outlet: str | None = None
    outlet_country: str | None = None
    author: str | None = None
    platform: str | None = None
    url: str | None = None
    captured_at: str | None = None


class MadeBy(Record, frozen=True):
    """Which code and data made a report's claims."""

    khabar: str
    lexicon: str
    gazetteer: str
    models: tuple[str, ...] = ()


class Report(Record, kw_only=True, frozen=True):
    """One report with its claims, in the order of their evidence."""

    schema: str = SCHEMA
    doc_id: str
    sha256: str
    title: str | None = None
    published: date | None = None
    reference_date: ReferenceDate | None = None
    context: Context = Context()
    relevant: bool = False
    text: str
    claims: tuple[Claim, ...] = ()
    unread: tuple[Unread, ...] = ()
    made_by: MadeBy


# Mentions of the four rooms before `claims`. Each keeps the reasons of its reading in `because`.


class NumberMention(Span, frozen=True):
    """A number of a text: both bounds inclusive and equal unless the words give a range; None is open."""

    min: int | float | None
    max: int | float | None
    approx: bool = False
    ordinal: bool = False
    unit: Span | None = None
    because: tuple[Reason, ...] = ()


class TimeMention(Span, frozen=True):
    """A date or stretch of time; both ends inclusive. ``ahead`` marks what looks forward ("غدا", "المقبل")."""

    from_: date | None = msgspec.field(default=None, name="from")
    to: date | None = None
    precision: TimePrecision | None = None
    ahead: bool = False
    because: tuple[Reason, ...] = ()


class ActorMention(Span, frozen=True):
    """A party. ``loaded`` names the side that a partisan term betrays, None for a plain name.

    ``category`` is the registry's type (armed_group, government, media, ...); ``antecedent`` is the span that a short
    form stands for.
    """

    actor_id: str | None
    category: str = ""
    loaded: str | None = None
    antecedent: Span | None = None
    because: tuple[Reason, ...] = ()


class PlaceCandidate(Record, frozen=True):
    """One place of the gazetteer that a mention may mean, with its score and the reasons for it."""

    place_id: str
    name_en: str | None
    lat: float
    lon: float
    type: str
    country: str | None
    score: float
    reasons: tuple[str, ...] = ()


class PlaceMention(Span, frozen=True):
    """A place; coordinates are those of the best candidate, or of what contains it when the gazetteer lacks it."""

    name_en: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None
    candidates: tuple[PlaceCandidate, ...] = ()
    because: tuple[Reason, ...] = ()
