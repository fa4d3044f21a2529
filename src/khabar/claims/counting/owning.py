"""Whose a number is that stands in the clauses of two acts of one sentence: it is counted once."""

from __future__ import annotations

from ...clauses.segments import Bond
from ..arguments import Act
from ..carriers import causal
from ..story import Story
from .governing import rule
from .item import Item


def set_rivals(acts: list[Act]) -> None:
    """Tell the acts of one sentence which others share some of their words; copies, so that none holds another."""
    for act in acts:
        act.rivals = [
            Act(other.sentence, other.trigger, other.type, other.first, other.stop, other.parts, other.own)
            for other in acts
            if other is not act and act.first < other.stop and other.first < act.stop
        ]


def owns(story: Story, act: Act, item: Item) -> bool:
    """Whether ``item`` is a count of ``act`` and of none of its rivals."""
    rivals = [other for other in act.rivals if other.first <= item.first < other.stop]
    return all(_owner(story, act, rival, item) is act for rival in rivals)


def _owner(story: Story, one: Act, other: Act, item: Item) -> Act:
    """Of two acts whose clauses hold ``item``, the one that it counts for.

    A number before both belongs to the first, one behind both to the second, unless that is but the verb of the first
    («هجوم استهدف …»); one between them to the first, unless the second is its cause («إصابة ستة، جراء قصف») or the noun
    that it counts («بأربع غارات»), or alone gives it a role.
    """
    before, after = sorted((one, other), key=lambda act: act.trigger.first)
    if item.first < before.trigger.first:
        return before
    if item.first > after.trigger.first and _carried(before, after):
        return before
    if item.first > after.trigger.first or item.stop == after.trigger.first or item.unit_first == after.trigger.first:
        return after
    if _causes(story, after, item) or (rule(before, item) == "none" and rule(after, item) != "none"):
        return after
    return before


def _causes(story: Story, act: Act, item: Item) -> bool:
    """Whether the act is named as the cause of what the clause of ``item`` tells."""
    sentence, trigger = act.sentence, act.trigger
    if not causal(story, sentence, trigger):
        return False
    if any(item.stop <= t.first < trigger.first and not t.sense.toll for t in sentence.triggers):
        return False
    here, there = sentence.segment_of(item.first), sentence.segment_of(trigger.first)
    between = sentence.segments[here + 1 : there + 1]
    if any(segment.bond not in (Bond.COMMA, Bond.CAUSE) for segment in between):
        return False
    return not between or between[-1].bond is Bond.CAUSE or between[-1].first >= trigger.first - 1


def _carried(noun: Act, verb: Act) -> bool:
    """Whether the second act is the verb that the first, a noun, is the subject of."""
    return noun.type == verb.type and noun.trigger.sense.form is None and verb.trigger.sense.form is not None
