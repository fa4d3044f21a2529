"""Relevance: whether a report tells of armed conflict or political violence at all.

A war of words, a market that collapses and a team that attacks use the same verbs. What tells them apart is how thick
such words stand and in what company: the measure is words of violence per hundred words, less the words of sport,
market, art and weather («figurative» in the lexicon), with something for parties that bear arms.
"""

from __future__ import annotations

from .story import Story
from .types import VIOLENCE

_HARD = frozenset((*VIOLENCE, "abduction", "siege", "surrender", "interception"))
_ARMED = frozenset(("armed_group", "armed_forces", "security_force", "coalition", "unknown"))
# Chosen on the training reports and on half of the reports that are not of conflict; the other half agrees.
WEIGHTS = {"hard": 1.0, "toll": 1.0, "soft": 0.3, "armed": 0.12, "elsewhere": -0.5}
# In a post of a line or two a word with everyday senses says something too.
POST, WEAK_IN_POST = 60, 0.3
FLOOR = 0.9


def density(story: Story) -> float:
    """Weighed words of conflict per hundred words of the report."""
    hard = toll = soft = weak = 0
    for sentence in story.sentences:
        for trigger in sentence.triggers:
            if trigger.sense.weak:
                weak += 1
                continue
            toll += bool(trigger.sense.toll)
            hard += not trigger.sense.toll and trigger.sense.type in _HARD
            soft += not trigger.sense.toll and trigger.sense.type not in _HARD
    armed = sum(actor.category in _ARMED for _, _, actor in story.actors)
    elsewhere = sum(cue.section == "figurative" for sentence in story.sentences for cue in sentence.cues)
    score = (
        WEIGHTS["hard"] * hard + WEIGHTS["toll"] * toll + WEIGHTS["soft"] * soft
        + WEIGHTS["armed"] * armed + WEIGHTS["elsewhere"] * elsewhere
    )  # fmt: skip
    words = sum(sentence.stop - sentence.first for sentence in story.sentences)
    if words < POST:
        score += WEAK_IN_POST * weak
    return 100 * score / max(20, words)


def relevant(story: Story) -> bool:
    """Whether the report is one whose claims are read."""
    return density(story) >= FLOOR
