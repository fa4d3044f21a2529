"""From an act with its arguments to a proposal, with the reason of every field."""

from __future__ import annotations

from ..clauses.attribution import Attribution
from ..clauses.modality import Modal
from ..model import Place, PlaceMention, Reason, Time, TimeMention
from .arguments import Act
from .casting import Part
from .counting.counts import Tally
from .evidence import trimmed
from .nouns import NounMention
from .proposal import QUOTED, Proposal
from .scorers import Scorers
from .story import Story

_INSTRUMENTS = ("ب", "وب", "بال", "وبال")
_BY = frozenset(("بواسطه", "باستخدام", "مستخدمه", "مستخدما", "عبر", "من"))


def proposal(
    story: Story,
    act: Act,
    *,
    probability: float,
    modal: Modal,
    voice: Attribution | None,
    actors: list[Part],
    targets: list[Part],
    tallies: list[Tally],
    place: PlaceMention | None,
    time: TimeMention | None,
    scorers: Scorers,
) -> Proposal:
    """The proposal of an act."""
    start, end = trimmed(story, act.first, act.stop)
    arms = weapons(story, act)
    quoted = story.voices.mostly_quoted(start, end)
    because = _reasons(act, modal, voice, scorers)
    for slot, parts in (("actors", actors), ("targets", targets)):
        because |= {f"{slot}.{k}": scorers.reason("part", part.row) for k, part in enumerate(parts)}
    because |= {f"counts.{k}": scorers.reason("role", tally.row) for k, tally in enumerate(tallies)}
    because |= {f"weapons.{k}": Reason("claims.weapons", arm.noun.row) for k, arm in enumerate(arms)}
    because |= {"quoted": QUOTED} if quoted else {}
    for slot, setting in (("place", place), ("time", time)):
        if setting is not None:
            because[slot] = scorers.reason(slot, setting.because[0].row if setting.because else None)
    return Proposal(
        kind="event",
        type=act.type,
        start=start,
        end=end,
        trigger=story.page.span(act.trigger.start, act.trigger.end),
        modality=modal.modality,
        actors=[part.mention for part in actors],
        targets=[part.mention for part in targets],
        place=as_place(place) if place else None,
        time=as_time(time) if time else None,
        counts=[tally.count for tally in tallies],
        sources=list(voice.sources) if voice else [],
        weapons=[story.page.span(arm.start, arm.end) for arm in arms],
        quoted=quoted,
        because=because,
        score=probability,
    )


def _reasons(act: Act, modal: Modal, voice: Attribution | None, scorers: Scorers) -> dict[str, Reason]:
    """Why the act is one, of its type, so far, in its modality and told by its sources."""
    sense = act.trigger.sense
    segment = act.sentence.segments[act.sentence.segment_of(act.trigger.first)]
    because = {
        "type": scorers.reason("type", sense.row),
        "trigger": Reason(f"claims.triggers {sense.part}", sense.row),
        "evidence": scorers.reason("boundary", segment.row or None),
    }
    if modal.modality != "actual":
        because["modality"] = Reason("clauses.modality", modal.row or None)
    if voice is not None and voice.sources:
        because["sources"] = voice.because[0] if voice.because else Reason("clauses.attribution", voice.verb_row)
    return because


def weapons(story: Story, act: Act) -> list[NounMention]:
    """The arms that an act is done with: nouns of arms and aircraft behind بـ, بواسطة or باستخدام in its clause."""
    return [noun for noun in story.nouns_between(act.first, act.stop) if _is_arm(noun) and _with(story, noun)]


def _is_arm(noun: NounMention) -> bool:
    return noun.noun.kind == "arms" or noun.noun.row.endswith("/aircraft_hit")


def _with(story: Story, noun: NounMention) -> bool:
    before = story.page.tokens[noun.first - 1].form if noun.first else ""
    return noun.procs in _INSTRUMENTS or before in _BY


def as_place(m: PlaceMention) -> Place:
    """The place of a claim from a mention."""
    return Place(m.start, m.end, m.text, m.name_en, m.lat, m.lon, m.precision)


def as_time(m: TimeMention) -> Time:
    """The time of a claim from a mention."""
    return Time(m.start, m.end, m.text, m.from_, m.to, m.precision)
