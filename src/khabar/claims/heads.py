"""Heads: which triggers carry a claim, and which only repeat, describe, count or name an act.

Features are names of structure and of lexicon rows, never words of a text.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..clauses.segments import Bond, Segment
from ..text import readings
from .located import within
from .story import Sentence, Story
from .triggers import Trigger

# By hand, for installations without the learnt weights: a strong act or a toll that no act explains is a claim.
FALLBACK = {
    "toll": -0.3, "act": 0.6, "weak": -0.9, "definite noun": -0.8, "pronoun on noun": -0.3, "toll after act": -2.0,
    "toll before act": -2.5, "number in segment": 0.8, "place in segment": 0.7, "party in segment": 0.6,
    "cue before: refer": -1.6, "cue before: generic": -1.6, "cue near: figurative": -3.0, "cue before: light": 0.7,
    "verb past": 0.6, "same type before": -0.7, "act before in segment": -1.2,
}  # fmt: skip


def head_features(story: Story, sentence: Sentence, k: int, chosen: list[Trigger]) -> list[str]:
    """The features of trigger ``k`` of ``sentence``; ``chosen`` are the heads before it in the sentence."""
    trigger = sentence.triggers[k]
    out = _own(trigger)
    out += _chosen(sentence, trigger, chosen)
    out += _segment(story, sentence, trigger)
    out += _neighbours(sentence, k)
    out += _context(story, sentence, trigger)
    out += _report(story, sentence, trigger)
    return out


def _own(trigger: Trigger) -> list[str]:
    sense = trigger.sense
    kind = f"toll {sense.toll}" if sense.toll else "act"
    out = [f"row {sense.row}", f"type {sense.type}", f"part {sense.part}", "toll" if sense.toll else "act", kind]
    if sense.weak:
        out.append("weak")
    if sense.form:
        out += [f"verb {sense.form.tense}", f"voice {sense.voice}", f"verb {sense.form.number}{sense.form.person}"]
        if "ل" in trigger.procs:
            out.append("purpose")
        if "س" in trigger.procs:
            out.append("future")
    else:
        out.append("definite noun" if trigger.definite else f"noun {trigger.procs[-1:] or '-'}")
        out.append(f"{'definite' if trigger.definite else 'open'} {sense.part} {kind}")
        if trigger.enclitic:
            out.append("pronoun on noun")
    if trigger.enclitic:
        out.append("pronoun")
    out.append(f"lead {trigger.procs[:1] if trigger.procs[:1] in 'وف' else '-'} {sense.part}")
    return out


def _chosen(sentence: Sentence, trigger: Trigger, chosen: list[Trigger]) -> list[str]:
    """How the trigger stands to the heads already chosen in its sentence."""
    kind = "toll" if trigger.sense.toll else "act"
    if not chosen:
        return ["no head yet", f"no head yet {kind}", f"no head yet {kind} {trigger.sense.part}"]
    head = chosen[-1]
    there, here = sentence.segment_of(head.first), sentence.segment_of(trigger.first)
    between = _between(sentence.segments[there + 1 : here + 1])
    theirs = "toll" if head.sense.toll else "act"
    same = "same type" if head.sense.type == trigger.sense.type else "other type"
    gap = min((trigger.first - head.last) // 4, 4)
    out = [
        f"head {between}", f"head {theirs} {kind} {between}", f"head {kind} {same}", f"head {kind} {same} {between}",
        f"head gap {gap} {kind}", f"heads {min(len(chosen), 3)}",
    ]  # fmt: skip
    if trigger.sense.form:
        out.append(f"head verb {between} {'joined' if trigger.procs[:1] in ('و', 'ف') else 'bare'}")
    elif not trigger.definite:
        out.append(f"head open noun {between}")
    return out


def _segment(story: Story, sentence: Sentence, trigger: Trigger) -> list[str]:
    k = sentence.segment_of(trigger.first)
    segment = sentence.segments[k]
    kind = "toll" if trigger.sense.toll else "act"
    out = [f"bond {segment.bond.name}", f"bond {segment.bond.name} {kind} {trigger.sense.part}"]
    if k + 1 < len(sentence.segments):
        out.append(f"next bond {sentence.segments[k + 1].bond.name}")
    out.append(f"depth {min(trigger.first - segment.first, 6)}")
    for name, located in story.rooms:
        inside = within(located, segment.first, segment.stop)
        out.append(f"{name} in segment" if inside else f"no {name} in segment")
        if inside:
            out.append(f"{name} in segment {kind} {trigger.sense.part}")
            if any(0 < first - trigger.last <= 3 for first, _, _ in inside):
                out.append(f"{name} close behind")
    return out


def _neighbours(sentence: Sentence, k: int) -> list[str]:
    trigger = sentence.triggers[k]
    kind = "toll" if trigger.sense.toll else "act"
    out = [f"rank {min(k, 3)}"]
    here = sentence.segment_of(trigger.first)
    for side, j in (("before", k - 1), ("behind", k + 1)):
        if not 0 <= j < len(sentence.triggers):
            out.append(f"none {side}")
            continue
        other = sentence.triggers[j]
        theirs = "toll" if other.sense.toll else "act"
        there = sentence.segment_of(other.first)
        bonds = sentence.segments[min(here, there) + 1 : max(here, there) + 1]
        between = _between(bonds)
        out.append(f"{kind} {theirs} {side} {between}")
        out.append(f"{kind} {theirs} {side} {'same type' if other.sense.type == trigger.sense.type else 'other'}")
        if abs(other.first - trigger.first) <= 2:
            out.append(f"{kind} {theirs} {side} close")
        if not other.sense.weak and not other.sense.toll:
            out.append(f"{kind} strong act {side} {between}")
    acts = [t for t in sentence.triggers if not t.sense.toll and t is not trigger]
    out.append(f"{kind} acts in sentence {min(len(acts), 2)}")
    strong = [t for t in acts if not t.sense.weak]
    if trigger.sense.toll and strong:
        known = "known" if all(t.definite or t.enclitic for t in strong) else "new"
        out += ["toll beside strong act", f"toll beside {known} act"]
        behind = next((t for t in strong if t.first > trigger.last), None)
        if behind is not None:
            out.append(f"toll before {'known' if behind.definite or behind.enclitic else 'new'} act")
    same = [t for t in sentence.triggers[:k] if sentence.segment_of(t.first) == here and not t.sense.toll]
    if same and not trigger.sense.toll:
        out.append("act before in segment")
    return out


def _between(segments: Sequence[Segment]) -> str:
    bonds = {segment.bond for segment in segments}
    if not bonds:
        return "same segment"
    for bond in (Bond.THAT, Bond.NEW, Bond.RESULT, Bond.CAUSE, Bond.VERB, Bond.RELATIVE, Bond.COMMA):
        if bond in bonds:
            return bond.name
    return "sign"


def _context(story: Story, sentence: Sentence, trigger: Trigger) -> list[str]:
    out: list[str] = []
    tokens = story.page.tokens
    for cue in sentence.cues:
        if cue.section == "holder" or (cue.first <= trigger.last and cue.last >= trigger.first):
            continue
        distance = trigger.first - cue.last
        if 0 < distance <= (2 if cue.section in ("refer", "generic") else 5):
            out += [f"cue before: {cue.section}", f"cue before: {cue.row} {'at' if distance == 1 else 'near'}"]
        elif 0 < cue.first - trigger.last <= 5 and cue.section != "refer":
            out += [f"cue behind: {cue.section}", f"cue behind: {cue.row}"]
        if cue.section == "figurative" and abs(distance) <= 4:
            out.append("cue near: figurative")
    if trigger.first > sentence.first:
        previous = tokens[trigger.first - 1]
        if previous.form in _PARTICLES:
            out.append(f"after {previous.form}")
        elif previous.kind == "p":
            out.append("after sign")
        elif any(r.procs.endswith("ال") for r in readings(previous.form)[1:]):
            out.append("after definite")
    if trigger.last + 1 < sentence.stop:
        following = tokens[trigger.last + 1]
        if following.form in _PARTICLES:
            out.append(f"before {following.form}")
        elif following.kind == "d":
            out.append("before digits")
    return out


_PARTICLES = frozenset(
    "في من علي الي عن بعد قبل منذ خلال اثر بين ضد مع لم لن لا قد وقد "
    "ان كان كانت الذي التي اي كل عدم دون ب ل او ثم حتي ما مما".split()
)


def _report(story: Story, sentence: Sentence, trigger: Trigger) -> list[str]:
    same, row = trigger.type_before, trigger.row_before
    out = [f"sentence {min(sentence.index, 3)}", f"same type before {min(same, 3)}", f"same row before {min(row, 2)}"]
    if same:
        out.append("same type before")
        if trigger.definite:
            out.append("definite again")
    if not story.stopped(sentence) and sentence.stop - sentence.first < 25 and story.has_body:
        if not story.told_after(sentence):
            out.append("line behind body")
        else:
            out.append("headline" if sentence.index == 0 else "line without stop")
    if any(cue.section == "related" and cue.last < trigger.first for cue in sentence.cues):
        out.append("related headline")
    voice = story.voices.at(trigger.start)
    out.append(f"told {voice.frame}" if voice else "told by report")
    if voice and voice.quoted:
        out.append("in quotation")
    said = story.said(trigger.start)
    if said is not None:
        kind = "toll" if trigger.sense.toll else "act"
        out += [f"said {said.act}", f"said {said.act} {said.frame}", f"said {said.act} {kind} {trigger.sense.part}"]
        out.append(said.verb)
    if story.is_cue(trigger):
        out.append("word of saying")
    return out
