"""Tolls that no claim tells, taken into the clause of their cause: «قتل شخص وأصيب اثنان، الخميس، في قصف»."""

from __future__ import annotations

from ..clauses.segments import Bond
from ..text import OTHERS
from .arguments import Act
from .carriers import causal
from .counting.governing import governed
from .counting.item import Item
from .counting.items import items
from .story import Story


def widen(story: Story, acts: list[Act]) -> None:
    """Widen the evidence of the acts of one sentence, in order, over the tolls between them that are theirs.

    The number before a noun is never cut from it.
    """
    for k, act in enumerate(acts):
        lower = max([act.sentence.first, *(other.stop for other in acts[:k])])
        upper = min([act.sentence.stop, *(other.first for other in acts[k + 1 :])])
        if lower < act.first:
            act.first = _first(story, act, lower)
        if act.stop < upper:
            act.stop = _stop(story, act, upper)


def _first(story: Story, act: Act, lower: int) -> int:
    """Where the evidence begins when the tolls before it from ``lower`` on are its own."""
    first = act.first
    if lower > act.sentence.first:  # what stands further back is the outcome of the act before
        lower = max(lower, act.sentence.segments[act.sentence.segment_of(first)].first)
    whole = Act(act.sentence, act.trigger, act.type, lower, act.stop)
    for item in reversed(items(story, lower, act.stop)):
        if item.first >= first:
            continue
        start = item.first if item.first < first < item.last else _toll_before(story, whole, item)
        if start is None:
            break
        first = min(first, start)
    return first


def _toll_before(story: Story, act: Act, item: Item) -> int | None:
    """The first token of ``item`` with its toll, where the act is the cause or the toll itself; None for others."""
    found = governed(act, item)
    if found is None or found[0].sense.weak:
        return None
    toll = found[0]
    if story.voices.at(toll.start) is not story.voices.at(act.trigger.start):
        return None
    if toll is not act.trigger and not causal(story, act.sentence, act.trigger):
        return None
    return min(item.first, toll.first)


def _stop(story: Story, act: Act, upper: int) -> int:
    """Where the evidence ends when the tolls behind it up to ``upper`` are its outcome."""
    stop = act.stop
    whole = Act(act.sentence, act.trigger, act.type, act.first, upper)
    for item in items(story, act.stop, upper):
        found = governed(whole, item)
        if found is None or found[0].first < act.stop or found[0].sense.weak:
            continue
        toll = found[0]
        bond = act.sentence.segments[act.sentence.segment_of(toll.first)].bond
        more = item.stop < len(story.page.tokens) and story.page.tokens[item.stop].form in OTHERS
        if (bond is Bond.RESULT or more) and story.voices.at(toll.start) is story.voices.at(act.trigger.start):
            stop = max(stop, min(upper, act.sentence.segments[act.sentence.segment_of(item.first)].stop))
    return stop
