"""Heads that tell one claim: a toll and its cause, an act and its outcome, an act and the verb that carries it.

The contract: deaths and wounds that belong to an act in the same clause are counts of that act; an attack with its toll
is one claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..clauses.segments import Bond, Segment
from .carriers import causal, recalled
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
    between = sentence.segments[here + 1 : there + 1]
    bonds = [segment.bond for segment in between]
    if before.sense.toll and not after.sense.toll:
        caused = (not bonds and causal(story, sentence, after)) or bonds[-1:] == [Bond.CAUSE]
        if len(between) == 1 and between[0].row in _WHEN and after.sense.type in _VIOLENT:
            return before  # «قتلا بعد أن أطلقت المدفعية …»
        return before if caused and all(bond in _CHAIN for bond in bonds[:-1]) else None
    if after.sense.toll and not before.sense.toll:
        outcome = Bond.RESULT in bonds and all(bond in _CHAIN for bond in bonds)
        told = len(between) == 1 and between[0].row == _WHERE_AS and before.sense.type in _VIOLENT
        return after if outcome or told else None
    if before.sense.toll and after.sense.toll:
        listed = bonds == [Bond.COMMA] and after.procs[:1] == "و"
        return after if listed or bonds in ([], [Bond.VERB], [Bond.COMMA, Bond.VERB]) else None
    if before.sense.type == after.sense.type and recalled(story, after):
        return after  # «قصفت …، وأسفر القصف عن …»
    return _of_acts(sentence, before, after, between)


def _of_acts(sentence: Sentence, before: Trigger, after: Trigger, between: Sequence[Segment]) -> Trigger | None:
    """The same of two acts."""
    bonds = [segment.bond for segment in between]
    if not bonds and before.sense.form is not None and before.sense.base == "attack" and _is_act(after):
        return before if after.first - before.last <= _SUBJECT else None
    if before.sense.form is None and after.sense.form is not None and after.sense.base == "attack":
        plain = after.procs == "" and bonds in ([Bond.COMMA], [Bond.SIGN], [Bond.RELATIVE, Bond.COMMA])
        return after if plain or bonds in ([], [Bond.RELATIVE]) else None
    if not bonds and before.sense.form is None and after.sense.form is not None:
        return before if before.sense.type == after.sense.type else None  # «قنبلة انفجرت»
    if after.sense.form is None and after.procs[:1] == "ل" and bonds in ([], [Bond.COMMA]):
        return after if before.sense.type in _VIOLENT else None  # the aim: «داهمت … لاعتقال …»
    if before.sense.type in _VIOLENT and after.sense.type == "destruction":
        told = Bond.RESULT in bonds and all(bond in _CHAIN for bond in bonds)
        return after if told or _follows_outcome(sentence, after) else None
    if before.sense.type in _VIOLENT and after.sense.type in _VIOLENT:
        if bonds in ([], [Bond.COMMA]) and after.sense.form is None and after.procs.removeprefix("و").startswith("ب"):
            return after  # the means: «استهدفت … بأربع غارات»
        elaborated = len(between) == 1 and between[0].row == _WHERE_AS and _alike(before, after)
        return after if elaborated else None
    return None


# What follows «حيث» says more of the act before it.
_WHERE_AS = "clauses_links/new/where_as"
_WHEN = frozenset(("clauses_links/new/after_that", "clauses_links/new/when"))
_VIOLENT = frozenset(("air_strike", "shelling", "explosion", "suicide_attack", "chemical_attack", "armed_attack"))


def _alike(before: Trigger, after: Trigger) -> bool:
    return after.sense.type == before.sense.type or after.sense.base == "attack"


def _follows_outcome(sentence: Sentence, after: Trigger) -> bool:
    """Whether a word of outcome stands right before a damage: «دون أن تسفر عن أضرار», «وتسببت بحدوث أضرار»."""
    return any(cue.row == _OUTCOME and 0 < after.first - cue.last <= _NEAR for cue in sentence.cues)


_OUTCOME = "claims_context/light/outcome"
_NEAR = 4
