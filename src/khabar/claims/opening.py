"""Where a claim's clause begins inside its first segment: «أعلن الجيش | مقتل جنديين», «يأتي ذلك بعد | مداهمة منزل».

Segments begin at links, signs and joined verbs; a verbal noun behind a verb or preposition begins a clause of its own
without any of these. Every word up to the trigger is weighed as that beginning.
"""

from __future__ import annotations

from ..text import RELATIVES, readings
from .linear import Linear
from .located import within
from .story import Sentence, Story
from .triggers import Trigger

# By hand: a verbal noun or toll behind a preposition or verb of saying begins its own clause.
FALLBACK = {"bias": -3.0, "at own noun": 1.0, "at toll": 0.7, "before: saying": 1.5, "before: particle": 0.5}
_REACH = 14
FLOOR = 0.6


def choose(story: Story, sentence: Sentence, trigger: Trigger, first: int, heads: set[int], scorer: Linear) -> int:
    """The token, from ``first`` (the segment's) to the trigger's, at which the clause of ``trigger`` begins."""
    best, at = FLOOR, first
    for i in places(story, trigger, first):
        p = scorer.probability(features(story, sentence, trigger, first, i, heads))
        if p > best:
            best, at = p, i
    return at


def places(story: Story, trigger: Trigger, first: int) -> list[int]:
    """The words behind ``first``, up to the trigger's, at which its clause may begin."""
    lo = max(first + 1, trigger.first - _REACH)
    return [i for i in range(lo, trigger.first + 1) if story.page.tokens[i].kind != "p"]


def features(story: Story, sentence: Sentence, trigger: Trigger, first: int, i: int, heads: set[int]) -> list[str]:
    """What bears on the clause of ``trigger`` beginning at token ``i`` rather than at its segment's ``first``."""
    own = "verb" if trigger.sense.form else "toll" if trigger.sense.toll else "noun"
    what = _what(story, sentence, trigger, i)
    before = _word(story, i - 1)
    gap = trigger.first - i
    near = "0" if not gap else "1" if gap == 1 else "3" if gap <= 3 else "7" if gap <= 7 else "far"
    skipped = min((i - first) // 2, 4)
    out = [
        "bias", f"at {what}", f"at {what} {own}", f"before: {before}", f"before: {before} at {what}", f"gap {near}",
        f"gap {near} {own}", f"gap {near} {own} before: {before}", f"skipped {skipped}", f"skipped {skipped} {own}",
        f"bond {sentence.segments[sentence.segment_of(trigger.first)].bond.name} {own} {near}",
    ]  # fmt: skip
    if i - 2 >= first:
        out += [f"before two: {_word(story, i - 2)} {before}"]
    out.append(f"procs {story.page.tokens[i].form[:1] if story.page.tokens[i].form[:1] in 'وفبل' else '-'} {own}")
    return out + _skipped(story, sentence, first, i, heads, own)


def _skipped(story: Story, sentence: Sentence, first: int, i: int, heads: set[int], own: str) -> list[str]:
    """What the clause would leave out in front of it."""
    out = [
        f"leaves {name} {own}" if within(located, first, i) else f"leaves no {name} {own}"
        for name, located in story.rooms
    ]
    left = [t for t in sentence.triggers if first <= t.first < i]
    if any(t.first in heads for t in left):
        out += ["leaves head", f"leaves head {own}"]
    if any(t.first not in heads for t in left):
        out += [f"leaves {'toll' if t.sense.toll else 'act'} {own}" for t in left if t.first not in heads][:2]
    if any(first <= cue.first < i and cue.section == "light" for cue in sentence.cues):
        out += ["leaves light verb", f"leaves light verb {own}"]
    if any(story.is_cue(t) for t in left):
        out.append("leaves saying")
    return out


def _what(story: Story, sentence: Sentence, trigger: Trigger, i: int) -> str:
    """What stands at token ``i``."""
    if i == trigger.first:
        return "own toll" if trigger.sense.toll else "own verb" if trigger.sense.form else "own noun"
    for other in sentence.triggers:
        if other.first == i:
            return "toll" if other.sense.toll else "act verb" if other.sense.form else "act"
    for name, located in story.rooms:
        if any(j == i for j, _, _ in within(located, i, i + 1)):
            return name
    if any(noun.first == i for noun in story.nouns_between(i, i + 1)):
        return "thing"
    return _word(story, i)


def _word(story: Story, i: int) -> str:
    """A particle itself; a sign, digits, a word of saying, a definite word or another."""
    token = story.page.tokens[i]
    if token.kind == "p":
        return "sign"
    if token.kind == "d":
        return "digits"
    if story.says(i):
        return "saying"
    for reading in readings(token.form):
        if reading.stem in _PARTICLES:
            return f"particle {reading.stem}"
    if story.is_verb(i):
        return "verb"
    return "definite" if token.form.removeprefix("و").startswith("ال") else "word"


_PARTICLES = RELATIVES.union(
    "في من علي الي عن مع بين بعد قبل منذ خلال ان بان حين ذلك قد كما عقب اثر ثم حيث كل عدد احد".split()
)
