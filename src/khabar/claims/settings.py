"""Where and when: the place and time mention that an act takes, in its clause or from what stands near."""

from __future__ import annotations

from bisect import bisect_left
from typing import Generic, TypeVar

import msgspec

from ..model import PlaceMention, TimeMention
from ..text import DIRECTIONS, readings
from .arguments import Act
from .linear import Group, Linear, named
from .story import Located, Story

M = TypeVar("M", PlaceMention, TimeMention)
PLACE_FALLBACK = {
    "inside": 2.0, "near 0": 0.5, "kept": 0.6, "same sentence before": 0.2, "same sentence behind": 0.2, "bias": -1.0,
    "prep من": -1.0, "contained by next": 0.8,
}  # fmt: skip
TIME_FALLBACK = {
    "inside": 2.5, "kept": 0.4, "same sentence before": 0.3, "same sentence behind": 0.3, "bias": -1.2,
}  # fmt: skip
_BACK = 3
SURE = 0.7


class Option(msgspec.Struct, Generic[M], gc=False):
    """A mention that may set an act, at tokens ``first`` to ``stop``; ``kept`` tells the claim before has it."""

    first: int
    stop: int
    mention: M
    kept: bool = False
    lead: bool = False


def options(story: Story, located: Located[M], act: Act, kept: M | None) -> list[Option[M]]:
    """The mentions of the sentence and of the ones before it, that of the claim before, and the report's first."""
    lo = story.sentences[max(0, act.sentence.index - _BACK)].first
    if not located:
        return []
    near = range(bisect_left(located.firsts, lo), bisect_left(located.firsts, act.sentence.stop))
    far = {0} if kept is None else {0, story.place_in_order(kept)}
    return [Option(i, j, m, m is kept, k == 0) for k in sorted(far.union(near)) for i, j, m in (located[k],)]


def features(story: Story, act: Act, option: Option[M]) -> list[str]:
    """What bears on ``option`` setting ``act``."""
    return named(groups(story, act, option))


def groups(story: Story, act: Act, option: Option[M]) -> list[Group]:
    """The same by groups."""
    first, mention = option.first, option.mention
    trigger, act_type = act.trigger, act.type
    inside = act.first <= first < act.stop
    where = "inside" if inside else _where(story, act, first)
    out: list[Group] = [
        (_of_kind, where, mention.precision or "unknown", act_type),
        (_governed, where, _preposition(story, first)),
    ]
    if option.kept or option.lead:
        out.append((_told_before, where, option.kept, option.lead, act_type, trigger.definite))
    if inside:
        side = "before" if first < trigger.first else "behind"
        gap = trigger.first - option.stop if side == "before" else first - trigger.last - 1
        near = "0" if gap <= 0 else "2" if gap <= 2 else "6" if gap <= 6 else "far"
        own = act.sentence.segment_of(first) == act.sentence.segment_of(trigger.first)
        out.append((_beside, side, near, trigger.sense.part, own, min(story.settings_before(mention, act), 3)))
    else:
        out.append((_beyond, where, story.any_inside(mention, act), trigger.sense.toll or "act", trigger.sense.part))
    chained, chains = story.chained(mention), story.chains(mention)
    if chained or chains:
        out.append((_chain, where, chained, chains))
    return out


def _of_kind(where: str, kind: str, act_type: str) -> list[str]:
    return ["bias", where, f"{where} {kind}", f"{act_type} {where}", f"precision {kind}"]


def _governed(where: str, prep: str) -> list[str]:
    return [f"prep {prep}", f"{where} prep {prep}"]


def _told_before(where: str, kept: bool, lead: bool, act_type: str, definite: bool) -> list[str]:
    out = ["kept", f"kept {where}", f"kept {act_type}", "kept definite" if definite else "kept open"] if kept else []
    return [*out, "lead", f"lead {where}"] if lead else out


def _beside(side: str, near: str, part: str, own: bool, rank: int) -> list[str]:
    segment = "own segment" if own else "other segment"
    return [f"near {near}", f"{side} {near}", f"{side} {part} {near}", segment, f"rank {rank}"]


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


def _preposition(story: Story, first: int) -> str:
    if first == 0:
        return "-"
    previous = story.page.tokens[first - 1]
    for reading in readings(previous.form):
        if reading.stem in _PREPOSITIONS:
            return reading.stem
    return "sign" if previous.kind == "p" else "-"


_PREPOSITIONS = DIRECTIONS.union(
    "في من علي الي عن بين قرب داخل باتجاه نحو مع قبل بعد منذ حتي خلال ان محيط اهالي سكان ابناء".split()
)


def choose(
    story: Story, located: Located[M], act: Act, kept: M | None, scorer: Linear, floor: float
) -> tuple[M, float] | None:
    """The mention that sets ``act`` with its probability, None where none is likely enough."""
    best: tuple[float, Option[M]] | None = None
    ordered = sorted(options(story, located, act, kept), key=lambda o: not act.first <= o.first < act.stop)
    for option in ordered:
        if best is not None and best[0] >= SURE and not act.first <= option.first < act.stop:
            break  # what stands outside the clause does not outweigh what surely sets it
        p = scorer.probability_of(groups(story, act, option))
        if best is None or p > best[0]:
            best = (p, option)
    return (best[1].mention, best[0]) if best is not None and best[0] >= floor else None
