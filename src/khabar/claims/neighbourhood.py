"""What bears on a place or time setting an act: where it stands to the act, what governs it, who had it before."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from ..model import PlaceMention, TimeMention
from ..text import readings
from .arguments import Act
from .linear import Group, named
from .story import Story

M = TypeVar("M", PlaceMention, TimeMention)


class Option(msgspec.Struct, Generic[M], gc=False):
    """A mention that may set an act, at tokens ``first`` to ``stop``; ``kept`` tells the claim before has it."""

    first: int
    stop: int
    mention: M
    kept: bool = False
    lead: bool = False


def features(story: Story, act: Act, option: Option[M]) -> list[str]:
    """What bears on ``option`` setting ``act``."""
    return named(groups(story, act, option))


def groups(story: Story, act: Act, option: Option[M]) -> list[Group]:
    """The same by groups."""
    first, mention = option.first, option.mention
    trigger, act_type = act.trigger, act.type
    inside = act.first <= first < act.stop
    where = "inside" if inside else _where(story, act, first)
    out: list[Group] = [(_of_kind, where, mention.precision or "unknown", act_type)]
    if isinstance(mention, TimeMention):
        out.append((_of_day, where, _day(story, mention)))
    if option.kept or option.lead:
        out.append((_told_before, where, option.kept, option.lead, act_type, trigger.definite))
    if inside:
        rank = min(story.settings_before(mention, act), 3)
        out.append((_beside, *_position(act, option), trigger.sense.part, rank, _governor(story, option)))
    else:
        kind = trigger.sense.toll or "act"
        out.append((_beyond, where, story.any_inside(mention, act), kind, trigger.sense.part))
    chained, chains = story.chained(mention), story.chains(mention)
    if chained or chains:
        out.append((_chain, where, chained, chains))
    return out


def _of_kind(where: str, kind: str, act_type: str) -> list[str]:
    return ["bias", where, f"{where} {kind}", f"{act_type} {where}", f"precision {kind}"]


def _of_day(where: str, day: str) -> list[str]:
    return [f"day {day}", f"{where} day {day}"]


def _told_before(where: str, kept: bool, lead: bool, act_type: str, definite: bool) -> list[str]:
    out = ["kept", f"kept {where}", f"kept {act_type}", "kept definite" if definite else "kept open"] if kept else []
    return [*out, "lead", f"lead {where}"] if lead else out


def _beside(side: str, near: str, own: bool, part: str, rank: int, prep: str) -> list[str]:
    segment = "own segment" if own else "other segment"
    out = [f"near {near}", f"{side} {near}", f"{side} {part} {near}", segment, f"rank {rank}"]
    return [*out, f"prep {prep}"] if prep else out


def _beyond(where: str, another: bool, kind: str, part: str) -> list[str]:
    return [f"{'another' if another else 'nothing'} inside {where}", f"{kind} {part} {where}"]


def _chain(where: str, chained: bool, chains: bool) -> list[str]:
    out = ["contained by next", f"contained by next {where}"] if chained else []
    return [*out, "contains the one before", f"contains the one before {where}"] if chains else out


def _where(story: Story, act: Act, first: int) -> str:
    distance = act.sentence.index - story.sentence_index(first)
    if distance == 0:
        return "same sentence before" if first < act.first else "same sentence behind"
    return f"back {min(distance, 3)}" if distance > 0 else "ahead"


def _position(act: Act, option: Option[M]) -> tuple[str, str, bool]:
    """On which side of the trigger a mention of the evidence stands, how near, and whether in the same segment."""
    first, trigger = option.first, act.trigger
    side = "before" if first < trigger.first else "behind"
    gap = trigger.first - option.stop if side == "before" else first - trigger.last - 1
    near = "0" if gap <= 0 else "2" if gap <= 2 else "6" if gap <= 6 else "far"
    return side, near, act.sentence.segment_of(first) == act.sentence.segment_of(trigger.first)


def _day(story: Story, mention: TimeMention) -> str:
    """How far before the report's own day a time lies; one of that day holds for the next act sooner than another."""
    reference = story.scene.telling.reference
    if mention.from_ is None:
        return f"unknown {mention.precision}"
    if reference is None or mention.precision != "day":
        return "dated"
    days = (reference.date - mention.from_).days
    return "ahead" if days < 0 else "0" if days == 0 else "1" if days == 1 else "6" if days <= 6 else "long ago"


def _governor(story: Story, option: Option[M]) -> str:
    """What the nearest preposition before a mention makes of it: on, from, to, people, or nothing.

    Fire comes from a place and falls on another; «قريبة من» and «40 كم من» are no origin.
    """
    first, mention = option.first, option.mention
    tokens = story.page.tokens
    if story.page.text[tokens[first].start : mention.start].lstrip("وف")[:1]:
        return ""
    for i in range(first - 1, max(-1, first - 4), -1):
        if tokens[i].kind == "p":
            break
        for stem in (r.stem for r in readings(tokens[i].form) if r.stem in _KINDS):
            # «قريبة من», «40 كم من»; «على بعد», «على مقربة».
            beside = (stem == "من" and i > 0 and _is_near(tokens[i - 1].form)) or _is_near(tokens[i + 1].form)
            return "" if beside else _KINDS[stem]
        if story.is_verb(i):
            break
    return ""


def _is_near(form: str) -> bool:
    return any(reading.stem in _NEAR for reading in readings(form))


_KINDS = {
    "علي": "on",
    **dict.fromkeys(("من", "عن"), "from"),
    **dict.fromkeys(("الي", "نحو", "باتجاه"), "to"),
    **dict.fromkeys(("اهالي", "سكان", "ابناء"), "people"),
}
_NEAR = frozenset("قرب قريب قريبه القريب القريبه مقربه بعد مسافه كم كلم كيلومتر كيلومترات كيلومترا متر امتار".split())
