"""Where and when: the place and time mention that an act takes, in its clause or from what stands near."""

from __future__ import annotations

from bisect import bisect_left
from typing import Generic, TypeVar

import msgspec

from ..model import PlaceMention, TimeMention
from ..text import DIRECTIONS, readings
from .arguments import Act
from .linear import Linear
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
    first = option.first
    trigger = act.trigger
    inside = act.first <= first < act.stop
    where = "inside" if inside else _where(story, act, first)
    kind = option.mention.precision or "unknown"
    prep = _preposition(story, first)
    out = [
        "bias", where, f"{where} {kind}", f"prep {prep}", f"{where} prep {prep}", f"{act.type} {where}",
        f"precision {kind}",
    ]  # fmt: skip
    if option.kept:
        out += ["kept", f"kept {where}", f"kept {act.type}", "kept definite" if trigger.definite else "kept open"]
    if option.lead:
        out += ["lead", f"lead {where}"]
    if inside:
        side = "before" if first < trigger.first else "behind"
        gap = trigger.first - option.stop if side == "before" else first - trigger.last - 1
        near = "0" if gap <= 0 else "2" if gap <= 2 else "6" if gap <= 6 else "far"
        own = act.sentence.segment_of(first) == act.sentence.segment_of(trigger.first)
        out += [f"near {near}", f"{side} {near}", f"{side} {trigger.sense.part} {near}"]
        out.append("own segment" if own else "other segment")
        out.append(f"rank {min(story.settings_before(option.mention, act), 3)}")
    else:
        out.append(f"{'another' if story.any_inside(option.mention, act) else 'nothing'} inside {where}")
        out.append(f"{trigger.sense.toll or 'act'} {trigger.sense.part} {where}")
    if story.chained(option.mention):
        out += ["contained by next", f"contained by next {where}"]
    if story.chains(option.mention):
        out += ["contains the one before", f"contains the one before {where}"]
    return out


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
    for option in options(story, located, act, kept):
        p = scorer.probability(features(story, act, option))
        if best is None or p > best[0]:
            best = (p, option)
    return (best[1].mention, best[0]) if best is not None and best[0] >= floor else None
