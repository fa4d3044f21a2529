"""The type of an act: what its word declares, corrected by its means, its toll and who suffered it.

«قصف» alone is shelling, «قصف … بالطائرات» an air strike; «هجوم … بسيارة مفخخة» an explosion; a ranked person killed by
gunmen an assassination (the gold's decisions, and ACLED's codebook on sub-event types).
"""

from __future__ import annotations

from .linear import Linear
from .story import Sentence, Story, within
from .triggers import Trigger

VIOLENCE = (
    "air_strike", "shelling", "explosion", "suicide_attack", "chemical_attack", "armed_clash", "armed_attack",
    "assassination", "execution", "casualties", "violence_other",
)  # fmt: skip
# What a declared type may turn out to be, beside itself.
_TURNS = {
    **{kind: VIOLENCE for kind in VIOLENCE},
    "territory_taken": ("armed_attack", "seizure", "release"),
    "arrest": ("abduction",),
    "abduction": ("arrest",),
    "protest": ("riot",),
    "riot": ("armed_clash", "protest"),
    "displacement": ("release", "withdrawal"),
    "withdrawal": ("displacement", "deployment"),
    "deployment": ("withdrawal",),
    "destruction": ("explosion", "air_strike", "shelling"),
    "interception": ("air_strike", "shelling"),
}
FALLBACK = {
    "declared": 2.0,
    **{f"means {means} > {kind}": 3.0 for means, kind in (
        ("air", "air_strike"), ("suicide", "suicide_attack"), ("gas", "chemical_attack"),
    )},
    "base attack means artillery > shelling": 3.0, "base attack means bomb > explosion": 3.0,
    "base attack means gun > armed_attack": 3.0, "toll means gun > armed_attack": 2.5,
    "toll means bomb > explosion": 2.5, "toll means artillery > shelling": 2.5,
}  # fmt: skip
_NEAR = 12


def choose(story: Story, sentence: Sentence, trigger: Trigger, span: tuple[int, int], scorer: Linear) -> str:
    """The type of the act at ``trigger`` with evidence tokens ``span``."""
    declared = trigger.sense.type
    held = context_features(story, sentence, trigger, span)
    best, best_score = declared, float("-inf")
    for kind in candidates(trigger):
        score = scorer.probability(pair_features(trigger, held, kind))
        if score > best_score:
            best, best_score = kind, score
    return best


def candidates(trigger: Trigger) -> tuple[str, ...]:
    """The types that the act may have, the declared one first."""
    declared = trigger.sense.type
    return (declared, *(kind for kind in _TURNS.get(declared, ()) if kind != declared))


def pair_features(trigger: Trigger, held: list[str], kind: str) -> list[str]:
    """Features of the act having type ``kind``."""
    declared = trigger.sense.type
    out = [f"{feature} > {kind}" for feature in held]
    out.append(f"row {trigger.sense.row} > {kind}")
    if kind == declared:
        out += ["declared", f"declared {declared}"]
    else:
        out.append(f"{declared} > {kind}")
    return out


def context_features(story: Story, sentence: Sentence, trigger: Trigger, span: tuple[int, int]) -> list[str]:
    """What stands around the act and bears on its type."""
    first, stop = span
    base = f"base {trigger.sense.base}" if trigger.sense.base else "toll" if trigger.sense.toll else "plain"
    out = [base, f"part {trigger.sense.part} {base}"]
    for cue in sentence.cues:
        if cue.section not in ("means", "rank") or not (first <= cue.first < stop):
            continue
        name = f"means {cue.detail}" if cue.section == "means" else "rank"
        near = trigger.first - 3 <= cue.first <= trigger.last + _NEAR
        out += [name, f"{base} {name}"]
        if near:
            out += [f"near {name}", f"near {base} {name}"]
        if cue.first <= trigger.last and cue.last >= trigger.first - 1:
            out.append(f"within {name}")
    for other in sentence.triggers:
        if other is not trigger and first <= other.first < stop:
            out.append(f"beside {'toll ' + other.sense.toll if other.sense.toll else other.sense.type}")
    for _, _, actor in within(story.actors, first, stop):
        out.append(f"party {actor.category}")
        if actor.actor_id and "." in actor.actor_id:
            out.append(f"organ {actor.actor_id.rsplit('.', 1)[1]}")
    if trigger.definite and sentence.index:
        out += [f"after {kind}" for kind in _told(story, sentence)]
    return sorted(set(out))


def _told(story: Story, sentence: Sentence) -> set[str]:
    """Types of acts in the sentence before: what a definite «الهجوم» may point back to."""
    return {t.sense.type for t in story.sentences[sentence.index - 1].triggers if not t.sense.weak}
