"""What was considered for a claim, and what decided: the answers that lost beside the one that won."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..clauses import Scene
from . import arguments, casting, grammar, heads, settings, types
from .counting import counts, governing, owning
from .counting.items import items
from .linear import Linear, sigmoid
from .located import Located
from .room import HEAD_FLOOR, PLACE_FLOOR, TIME_FLOOR, ClaimRoom, Step
from .settings import M
from .story import Story
from .triggers import Trigger


class Considered(msgspec.Struct, frozen=True):
    """One possible answer for a slot of a claim.

    ``words`` are those of the report; ``answer`` what they might be; ``score`` from 0 to 1; ``decided`` the features
    with the greatest weights, for (+) or against (-).
    """

    slot: str
    words: str
    answer: str
    score: float
    kept: bool
    decided: tuple[str, ...] = ()


def considered(room: ClaimRoom, scene: Scene, trigger: int) -> list[Considered]:
    """What was considered for the act whose trigger begins at offset ``trigger``; nothing for a statement."""
    story = room.story(scene)
    for step in room.steps(story):
        if step.act.trigger.start == trigger:
            return [
                *_heads(room, story, step),
                *_types(room, story, step),
                *_parts(room, story, step),
                *_settings(room, story, step),
                *_roles(room, story, step),
            ]
    return []


def _heads(room: ClaimRoom, story: Story, step: Step) -> Iterator[Considered]:
    sentence = step.act.sentence
    chosen: list[Trigger] = []
    for k, trigger in enumerate(sentence.triggers):
        held = heads.head_features(story, sentence, k, chosen)
        score = room.scorers.head.probability(held)
        if score >= HEAD_FLOOR:
            chosen.append(trigger)
        words = story.page.text[trigger.start : trigger.end]
        reasons = _signed(room.scorers.head.heaviest(held))
        yield Considered("trigger", words, trigger.sense.row, score, score >= HEAD_FLOOR, reasons)


def _types(room: ClaimRoom, story: Story, step: Step) -> Iterator[Considered]:
    act, scorer = step.act, room.scorers.type
    held = types.context_features(story, act.sentence, act.trigger, (act.first, act.stop), "")
    ruled = types.rule(story, act.sentence, act.trigger, (act.first, act.stop), "")
    totals = scorer.scores([*held, f"row {act.trigger.sense.row}", act.trigger.sense.type])
    words = story.page.text[act.trigger.start : act.trigger.end]
    for kind in types.candidates(act.trigger):
        own = types.own_features(act.trigger.sense.type, ruled, kind)
        score = sigmoid(totals.get(kind, 0.0) + scorer.alone(own))
        yield Considered("type", words, kind, score, kind == act.type, _signed(scorer.heaviest(held, kind)))


def _parts(room: ClaimRoom, story: Story, step: Step) -> Iterator[Considered]:
    kept = {(m.start, "actor") for m in step.made.actors} | {(m.start, "target") for m in step.made.targets}
    scorer = room.scorers.part
    sides = grammar.sides(story, step.act)
    for c in arguments.candidates(story, step.act, step.memory):
        sure = casting.certain(step.act, c, sides)
        if sure:
            words = story.page.text[c.start : c.end]
            yield Considered(sure, words, c.actor_id or "-", 1.0, (c.start, sure) in kept, _GRAMMAR)
            continue
        held = arguments.features(story, step.act, c, step.memory)
        scores = scorer.scores(held)
        role = max(("actor", "target"), key=lambda r: scores.get(r, 0.0))
        score = sigmoid(scores.get(role, 0.0) - scores.get("none", 0.0))
        words = story.page.text[c.start : c.end]
        reasons = _signed(scorer.heaviest(held, role))
        yield Considered(role, words, c.actor_id or "-", score, (c.start, role) in kept, reasons)


def _settings(room: ClaimRoom, story: Story, step: Step) -> Iterator[Considered]:
    for m, score, reasons in _options(story, story.places, step, step.place, room.scorers.place):
        kept = step.made.place is not None and step.made.place.start == m.start and score >= PLACE_FLOOR
        yield Considered("place", m.text, m.name_en or "-", score, kept, reasons)
    for t, score, reasons in _options(story, story.times, step, step.time, room.scorers.time):
        kept = step.made.time is not None and step.made.time.start == t.start and score >= TIME_FLOOR
        yield Considered("time", t.text, f"{t.from_ or '…'} to {t.to or '…'}", score, kept, reasons)


def _options(
    story: Story, located: Located[M], step: Step, kept: M | None, scorer: Linear
) -> Iterator[tuple[M, float, tuple[str, ...]]]:
    for option in settings.options(story, located, step.act, kept):
        held = settings.features(story, step.act, option)
        yield option.mention, scorer.probability(held), _signed(scorer.heaviest(held))


def _roles(room: ClaimRoom, story: Story, step: Step) -> Iterator[Considered]:
    kept = {(c.start, c.role) for c in step.made.counts}
    for item in items(story, step.act.first, step.act.stop):
        if not owning.owns(story, step.act, item):
            continue
        role = counts.best_role(story, step.act, item, room.scorers.role)
        words = story.page.text[item.start : item.end]
        if governing.certain(step.act, item):
            reasons = _GRAMMAR
        else:
            reasons = _signed(room.scorers.role.heaviest(counts.features(story, step.act, item), role))
        yield Considered("count", words, role, float(role != "none"), (item.start, role) in kept, reasons)


# What decides where no scorer is asked.
_GRAMMAR: tuple[str, ...] = ("+ grammar",)


def _signed(weights: list[tuple[str, float]]) -> tuple[str, ...]:
    return tuple(f"{'+' if weight > 0 else '-'} {feature}" for feature, weight in weights)
