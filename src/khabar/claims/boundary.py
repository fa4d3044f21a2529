"""What bears on the evidence of an act reaching into the next segment; :mod:`.evidence` asks, step by step."""

from __future__ import annotations

from .located import within
from .story import Sentence, Story
from .triggers import Trigger

# By hand: outcome and cause belong to the act; another verb, another link and what is said are claims of their own.
FALLBACK = {
    "open RESULT": 3.0, "open CAUSE": 2.0, "open RELATIVE": 1.5, "open COMMA": 0.3, "open VERB": -1.0, "open NEW": -2.0,
    "open THAT": -4.0, "open SIGN": -0.3, "beyond act": -1.0, "beyond toll": 1.0, "beyond head": -2.0,
}  # fmt: skip


def features(story: Story, sentence: Sentence, trigger: Trigger, edge: int, beyond: int, heads: set[int]) -> list[str]:
    """Features of taking in segment ``beyond`` across the opening of segment ``edge``."""
    opening = sentence.segments[edge]
    segment = sentence.segments[beyond]
    home = sentence.segment_of(trigger.first)
    side = "left" if beyond < home else "right"
    kind = "toll" if trigger.sense.toll else "act"
    bond = opening.bond.name
    out = [
        f"open {bond}", f"{side} {bond}", f"{side} {bond} {kind}", f"steps {side} {min(abs(beyond - home), 3)}",
        f"{side} size {min((segment.stop - segment.first) // 4, 5)}",
    ]  # fmt: skip
    if opening.after_comma:
        out.append(f"{side} {bond} comma")
    if opening.row:
        out.append(f"{side} {opening.row}")
    home_voice = story.voices.at(trigger.start)
    beyond_voice = story.voices.at(_middle(story, segment.first, segment.stop))
    if home_voice is not beyond_voice:
        out += [f"other voice {side}", f"other voice {side} {bond}", f"voice {'in' if home_voice else 'out'} {side}"]
    out += _beyond(story, sentence, trigger, segment.first, segment.stop, heads, side, bond)
    first = _first_word(story, segment.first, segment.stop)
    at_end = beyond + 1 == len(sentence.segments)
    out += [f"{side} {bond} first {first}", f"{side} {bond} {'last' if at_end else 'inner'}"]
    span = sentence.segments[min(home, edge)].first, sentence.segments[max(home, edge - 1)].stop
    for name, located in story.rooms:
        if within(located, segment.first, segment.stop):
            out.append(f"{side} {bond} {name} {'more' if within(located, *span) else 'new'}")
    later = any(head > segment.first if side == "right" else head < segment.first for head in heads)
    out.append(f"{side} {bond} {'another head further' if later else 'no head further'}")
    if side == "left":
        out.append(f"left beyond opens {segment.bond.name}")
        out.append(f"left home {sentence.segments[home].bond.name} {bond}")
    elif beyond + 1 < len(sentence.segments):
        out.append(f"right then {sentence.segments[beyond + 1].bond.name}")
    return out


def _first_word(story: Story, first: int, stop: int) -> str:
    """What the first word of a segment is: a particle itself, a definite or indefinite word, digits."""
    for token in story.page.tokens[first:stop]:
        if token.kind == "p":
            continue
        if token.form in OPENERS:
            return token.form
        if token.kind == "d":
            return "digits"
        form = token.form.removeprefix("و")
        return "definite" if form.startswith("ال") else f"{form[0]}-" if form[:1] in ("ب", "ل", "ف") else "word"
    return "nothing"


OPENERS = frozenset(
    "في من علي الي عن مع بين بعد قبل منذ خلال حسب بحسب وفق وفقا دون بينهم "
    "وذلك وهو وهي كما حيث ما مما وفي ومن وعلي قال اليوم امس يوم صباح مساء".split()
)


def _beyond(
    story: Story, sentence: Sentence, trigger: Trigger, first: int, stop: int, heads: set[int], side: str, bond: str
) -> list[str]:
    """What stands in the segment beyond the boundary."""
    out: list[str] = []
    inside = [t for t in sentence.triggers if first <= t.first < stop]
    kinds = {"toll" if t.sense.toll else "act" for t in inside}
    out += [f"beyond {kind}" for kind in sorted(kinds)] or ["beyond nothing"]
    out += [f"{side} {bond} beyond {kind}" for kind in sorted(kinds)] or [f"{side} {bond} beyond nothing"]
    if any(t.first in heads for t in inside):
        out += ["beyond head", f"{side} {bond} beyond head"]
        if any(t.first in heads and t.sense.type == trigger.sense.type for t in inside):
            out.append("beyond same type head")
    for name, located in story.rooms:
        if within(located, first, stop):
            out.append(f"{side} beyond {name}")
    if any(cue.section == "light" and first <= cue.first < stop for cue in sentence.cues):
        out.append(f"{side} beyond light")
    return out


def _middle(story: Story, first: int, stop: int) -> int:
    """The offset of the token in the middle of ``first`` to ``stop``."""
    return story.page.tokens[(first + stop - 1) // 2].start
