"""Heads that tell one claim: a toll and its cause, an act and its outcome, an act and the verb that carries it.

The contract: deaths and wounds that belong to an act in the same clause are counts of that act; an attack with its toll
is one claim.
"""

from __future__ import annotations

from itertools import pairwise

from ..clauses.segments import Bond
from .evidence import causal
from .story import Sentence, Story
from .triggers import Trigger

Scored = tuple[Trigger, float]
_SUBJECT = 3  # words between a verb and the act that is its subject, at most
_CHAIN = (Bond.VERB, Bond.COMMA, Bond.RESULT, Bond.SIGN)


def merged(story: Story, sentence: Sentence, heads: list[Scored]) -> list[Scored]:
    """``heads`` of a sentence, in order, less those that another of them covers."""
    dropped: set[int] = set()
    for (before, _), (after, _) in pairwise(heads):
        lesser = _lesser(story, sentence, before, after)
        if lesser is not None:
            dropped.add(lesser.first)
    return [(trigger, score) for trigger, score in heads if trigger.first not in dropped]


def _is_act(trigger: Trigger) -> bool:
    """Whether a noun or phrase names an act without a preposition before it («استهدفت غارات»)."""
    return trigger.sense.form is None and not trigger.sense.toll and trigger.procs in ("", "ال")


def _lesser(story: Story, sentence: Sentence, before: Trigger, after: Trigger) -> Trigger | None:
    """The one of two neighbouring heads that the other's claim takes in; None where they are two claims."""
    here, there = sentence.segment_of(before.first), sentence.segment_of(after.first)
    bonds = [segment.bond for segment in sentence.segments[here + 1 : there + 1]]
    if before.sense.toll and not after.sense.toll:
        caused = (not bonds and causal(story, sentence, after)) or bonds[-1:] == [Bond.CAUSE]
        return before if caused and all(bond in _CHAIN for bond in bonds[:-1]) else None
    if after.sense.toll and not before.sense.toll:
        outcome = Bond.RESULT in bonds and all(bond in _CHAIN for bond in bonds)
        return after if outcome else None
    if before.sense.toll and after.sense.toll:
        return after if bonds in ([], [Bond.VERB], [Bond.COMMA, Bond.VERB]) else None
    if not bonds and before.sense.form is not None and before.sense.base == "attack" and _is_act(after):
        return before if after.first - before.last <= _SUBJECT else None
    carried = before.sense.form is None and after.sense.form is not None and after.sense.base == "attack"
    return after if carried and bonds in ([], [Bond.RELATIVE]) else None
