"""What the scorers learn from: every decision of the claims room over annotated reports, with the right answer.

Only features of structure and of lexicon rows are taken, never a text's words. ``SCORE`` is the ``score.py`` beside the
gold file, which says whether two mentions are the same; `use_scorer` loads it.
"""

from __future__ import annotations

import json
import runpy
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from khabar import Context, Reader
from khabar.claims import arguments, boundary, grammar, heads, opening, settings, types
from khabar.claims.arguments import Act, Candidate, Memory
from khabar.claims.counting import counts
from khabar.claims.counting.items import items as counted
from khabar.claims.statements import Stated, Statements
from khabar.claims.story import Sentence, Story
from khabar.claims.triggers import Trigger
from khabar.lexicon import load
from khabar.model import Mention
from khabar.text import Page

SCORE: dict[str, Any] = {}


def use_scorer(gold: str | Path) -> None:
    """Take matching from the ``score.py`` beside a gold file."""
    SCORE.update(runpy.run_path(str(Path(gold).with_name("score.py"))))


class Example(NamedTuple):
    """One decision: the features that held, the answer ("yes" or "no", or a class), and the report it comes from."""

    features: list[str]
    label: str
    group: int


def yes(answer: object) -> str:
    """A binary answer as a label."""
    return "yes" if answer else "no"


class Annotated(NamedTuple):
    """A report as the room works on it, with its gold; ``number`` is its place in the file."""

    number: int
    story: Story
    gold: dict[str, Any]


def annotated(reader: Reader, path: str) -> list[Annotated]:
    """The reports of a gold file as stories."""
    out = []
    for index, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines()):
        gold = json.loads(line)
        page = Page(gold["text"])
        telling = reader._context.read(page, title=gold["title"], published=published(gold), context=context(gold))
        out.append(Annotated(index, reader._claims.story(reader.scene(page, telling)), gold))
    return out


def published(gold: dict[str, Any]) -> date | None:
    """The publication date of a gold report."""
    return date.fromisoformat(gold["published"]) if gold["published"] else None


def context(gold: dict[str, Any]) -> Context:
    """The context of a gold report."""
    return msgspec.convert(gold.get("context") or {}, Context)


def overlaps(trigger: Trigger, span: dict[str, int] | None) -> bool:
    """Whether the trigger shares characters with a gold span."""
    return span is not None and trigger.start < span["end"] and span["start"] < trigger.end


def paired(item: Annotated, *, optional: bool = False) -> list[tuple[Sentence, int, dict[str, Any]]]:
    """(sentence, index of trigger, gold claim) for the events of a report; a claim whose trigger the lexicon lacks
    takes the first trigger of its type inside its evidence."""
    out = []
    for claim in item.gold["claims"]:
        if claim["kind"] != "event" or bool(claim.get("optional")) != optional:
            continue
        every = [(s, k, t) for s in item.story.sentences for k, t in enumerate(s.triggers)]
        found = [(s, k) for s, k, t in every if overlaps(t, claim["trigger"])]
        if not found:
            start, end = claim["evidence"]["start"], claim["evidence"]["end"]
            inside = [(s, k, t) for s, k, t in every if start <= t.start < end]
            found = [(s, k) for s, k, t in inside if t.sense.type == claim["type"]][:1]
        if found:
            out.append((*found[0], claim))
    return out


def head_examples(items: Iterable[Annotated]) -> list[Example]:
    """Every trigger: does it carry a claim? Those of optional claims are left out."""
    out = []
    for item in items:
        heads_here = {(s.index, k) for s, k, _ in paired(item)}
        maybe = {(s.index, k) for s, k, _ in paired(item, optional=True)} - heads_here
        for sentence in item.story.sentences:
            if item.story.is_caption(sentence):
                continue
            chosen: list[Trigger] = []
            for k, trigger in enumerate(sentence.triggers):
                head = (sentence.index, k) in heads_here
                if (sentence.index, k) not in maybe:
                    features = heads.head_features(item.story, sentence, k, chosen)
                    out.append(Example(features, yes(head), item.number))
                if head or (sentence.index, k) in maybe:
                    chosen.append(trigger)
    return out


def boundary_examples(items: Iterable[Annotated]) -> list[Example]:
    """Every step from a trigger's segment outwards: is the next segment in the gold evidence?"""
    out = []
    for item in items:
        pairs = paired(item) + paired(item, optional=True)
        first_tokens = {s.triggers[k].first for s, k, _ in paired(item)}
        for sentence, k, claim in pairs:
            trigger = sentence.triggers[k]
            home = sentence.segment_of(trigger.first)
            for step in (-1, 1):
                at = home
                while 0 <= at + step < len(sentence.segments) and abs(at + step - home) <= 8:
                    beyond = at + step
                    edge = at if step < 0 else beyond
                    label = covered(item.story, sentence, beyond, claim["evidence"])
                    features = boundary.features(item.story, sentence, trigger, edge, beyond, first_tokens)
                    out.append(Example(features, yes(label), item.number))
                    if not label:
                        break
                    at = beyond
    return out


def opening_examples(items: Iterable[Annotated]) -> list[Example]:
    """Every word from the start of a trigger's segment to the trigger: does the gold evidence begin with it?"""
    out = []
    for item in items:
        first_tokens = {s.triggers[k].first for s, k, _ in paired(item)}
        for sentence, k, claim in paired(item) + paired(item, optional=True):
            trigger = sentence.triggers[k]
            segment = sentence.segments[sentence.segment_of(trigger.first)]
            first, stop = item.story.page.token_range(claim["evidence"]["start"], claim["evidence"]["end"])
            if not segment.first <= first <= trigger.first < stop:
                continue
            for i in opening.places(item.story, trigger, segment.first):
                features = opening.features(item.story, sentence, trigger, segment.first, i, first_tokens)
                out.append(Example(features, yes(i == first), item.number))
    return out


def covered(story: Story, sentence: Sentence, k: int, span: dict[str, int]) -> bool:
    """Whether at least half of segment ``k`` stands in the span."""
    segment = sentence.segments[k]
    start, end = story.page.tokens[segment.first].start, story.page.tokens[segment.stop - 1].end
    return (min(end, span["end"]) - max(start, span["start"])) * 2 >= end - start


def type_examples(items: Iterable[Annotated]) -> list[Example]:
    """Every act and every type it may have."""
    out = []
    for item in items:
        told = ""
        for act, claim in acts_of(item):
            held = types.context_features(item.story, act.sentence, act.trigger, (act.first, act.stop), told)
            ruled = types.rule(item.story, act.sentence, act.trigger, (act.first, act.stop), told)
            for kind in types.candidates(act.trigger):
                features = types.pair_features(act.trigger, held, ruled, kind)
                out.append(Example(features, yes(kind == claim["type"]), item.number))
            told = claim["type"]
    return out


def acts_of(item: Annotated) -> list[tuple[Act, dict[str, Any]]]:
    """The gold events of a report as acts, in order, with their gold claims."""
    out = []
    for sentence, k, claim in paired(item) + paired(item, optional=True):
        first, stop = item.story.page.token_range(claim["evidence"]["start"], claim["evidence"]["end"])
        act = Act(sentence, sentence.triggers[k], claim["type"], first, stop)
        grammar.read(item.story, act)
        out.append((act, claim))
    return sorted(out, key=lambda pair: (pair[1]["evidence"]["start"], pair[1]["evidence"]["end"]))


def statement_examples(items: Iterable[Annotated]) -> list[Example]:
    """Every act of speaking that a rule takes for a statement: does the gold list one there? Also saying that tells of
    acts is shown, so that the scorer learns what facts look like; where it answers an optional claim it is left out."""
    room = Statements(load())
    out = []
    for item in items:
        stated = list(room.stated(item.story.scene, item.story.voices))
        claims = [said_as_dict(s, item.gold["text"]) for s in stated]
        answers = {id(said): gold for gold, said in SCORE["align"](item.gold["claims"], claims)}
        for s, claim in zip(stated, claims, strict=True):
            gold = answers.get(id(claim), {})
            if not gold.get("optional"):
                out.append(Example(s.held, yes(gold.get("kind") == "statement"), item.number))
    return out


def said_as_dict(stated: Stated, text: str) -> dict[str, Any]:
    """A proposed statement as a claim of the contract."""
    made = stated.made
    evidence = {"start": made.start, "end": made.end, "text": text[made.start : made.end]}
    return {**msgspec.to_builtins(made), "evidence": evidence}


def as_dict(c: Candidate, text: str) -> dict[str, Any]:
    """A candidate as a mention of the contract."""
    return {"start": c.start, "end": c.end, "text": text[c.start : c.end], "actor_id": c.actor_id}


def as_mentions(mentions: list[dict[str, Any]]) -> list[Mention]:
    """Gold mentions as records."""
    return [msgspec.convert(m, Mention) for m in mentions]


def answering(item: Annotated, act: Act, near: list[Candidate], gold: dict[str, Any]) -> list[Candidate]:
    """The candidates that answer a gold mention: all of its id, of a nameless one the nearest in words."""
    found = [c for c in near if SCORE["same_mention"](gold, as_dict(c, item.gold["text"]))]
    if gold.get("actor_id") or not found:
        return found
    return [min(found, key=lambda c: (not act.first <= c.first < act.stop, abs(c.start - gold["start"])))]


def part_examples(items: Iterable[Annotated]) -> list[Example]:
    """Every party and noun near an act: actor, target or neither."""
    out = []
    for item in items:
        memory = Memory()
        for act, claim in acts_of(item):
            near = arguments.candidates(item.story, act, memory)
            hits: dict[tuple[int, bool], str] = {}
            for role, slot in (("actor", "actors"), ("target", "targets")):
                for gold in claim[slot]:
                    for c in answering(item, act, near, gold):
                        hits.setdefault((c.first, act.first <= c.first < act.stop), role)
            for c in near:
                inside = act.first <= c.first < act.stop
                label = hits.get((c.first, inside), "none")
                out.append(Example(arguments.features(item.story, act, c, memory), label, item.number))
            memory = arguments.memory_after(
                item.story, memory, claim["type"], as_mentions(claim["actors"]), as_mentions(claim["targets"])
            )
    return out


def role_examples(items: Iterable[Annotated]) -> list[Example]:
    """Every number and counting noun of a claim: its role, or none."""
    out = []
    for item in items:
        for act, claim in acts_of(item):
            for number in counted(item.story, act.first, act.stop):
                label = "none"
                for gold in claim["counts"]:
                    if number.start < gold["end"] and gold["start"] < number.end:
                        label = gold["role"]
                for kind in counts.ANSWERS:
                    features = counts.pair_features(item.story, act, number, kind)
                    out.append(Example(features, yes(kind == label), item.number))
    return out


def setting_examples(slot: str) -> Callable[[Iterable[Annotated]], list[Example]]:
    """Every place (time) near an act: does it set the act?"""

    def collect(items: Iterable[Annotated]) -> list[Example]:
        same = SCORE["same_place" if slot == "place" else "same_time"]
        out = []
        for item in items:
            located: Any = item.story.places if slot == "place" else item.story.times
            kept = None
            for act, claim in acts_of(item):
                gold = claim[slot]
                chosen = None
                for option in settings.options(item.story, located, act, kept):
                    mention = msgspec.to_builtins(option.mention)
                    hit = bool(gold) and same(gold, mention)
                    features = settings.features(item.story, act, option)
                    out.append(Example(features, yes(hit), item.number))
                    if hit and (chosen is None or mention["start"] == gold["start"]):
                        chosen = option.mention
                kept = chosen or kept
        return out

    return collect
