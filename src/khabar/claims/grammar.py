"""Subjects and objects: the part that word order and prepositions give a candidate in an act.

Verbal sentences put the subject behind the verb and the object behind the subject; nominal ones begin with the subject.
A verbal noun takes its agent or its object in the genitive, the object also behind على, the agent behind لـ، من قبل or
على يد (Wright, *A Grammar of the Arabic Language*, II §§ 26-30, 118-120).
"""

from __future__ import annotations

from itertools import pairwise

from ..text import RELATIVES
from .arguments import Act, Candidate, preposition
from .story import Story
from .triggers import Trigger

_JOINED = 3  # tokens that may stand between the first side and «و»: an adjective, closing quotation marks
_BARE = frozenset(("-", "number", "و", "sign"))
_AGENT = frozenset(("قبل", "يد", "ايدي", "جانب", "نيران"))
ARMED = frozenset(("armed_group", "armed_forces", "security_force", "coalition", "unknown", "state", "government"))
# Verbal nouns of these acts take the one who suffers in the genitive.
_SUFFERED = frozenset(
    "arrest abduction release execution assassination destruction seizure displacement siege interception "
    "violence_other".split()
)


def read(story: Story, act: Act) -> None:
    """Give ``act`` the grammatical parts of its candidates by their first token: subject, object, patient, agent, on
    (behind على); ``own`` those with its trigger, ``parts`` those with any trigger of the clause."""
    act.own = own(story, act, act.trigger)
    act.parts = {}
    for trigger in act.sentence.triggers:
        if act.first <= trigger.first < act.stop:
            found = act.own if trigger is act.trigger else own(story, act, trigger)
            for first, part in found.items():
                act.parts.setdefault(first, part)


def own(story: Story, act: Act, trigger: Trigger) -> dict[int, str]:
    """The grammatical part of candidates with one trigger of the act."""
    return _of_toll(story, act, trigger) if trigger.sense.toll else _of_act(story, act, trigger)


def sides(story: Story, act: Act) -> set[int]:
    """First tokens of the sides of a mutual act: what stands behind بين and what «و» joins to it."""
    out: set[int] = set()
    if act.trigger.sense.frame == "mutual":
        _, behind = _near(story, act, act.trigger)
        for c, other in pairwise(behind):
            joined = preposition(story, other) == "و" and other.first - c.stop <= _JOINED
            if joined and preposition(story, c) == "بين":
                out |= {c.first, other.first}
    return out


def _near(story: Story, act: Act, trigger: Trigger) -> tuple[list[Candidate], list[Candidate]]:
    """Candidates of the trigger's clause before it and behind it, up to the next trigger with a bare verb."""
    segment = act.sentence.segments[act.sentence.segment_of(trigger.first)]
    behind = next(
        (t.first for t in act.sentence.triggers if t.first > trigger.last and t.sense.form is not None), act.stop
    )
    before = story.candidates_between(max(act.first, segment.first), trigger.first)
    return before, story.candidates_between(trigger.last + 1, min(behind, act.stop))


def _of_act(story: Story, act: Act, trigger: Trigger) -> dict[int, str]:
    before, behind = _near(story, act, trigger)
    if trigger.sense.form is not None:
        return _of_verb(story, trigger, before, behind, led=_led(story, act, trigger))
    out: dict[int, str] = {}
    for c in behind:
        prep = preposition(story, c)
        gap = c.first - trigger.last - 1
        if prep in _AGENT or (prep == "ل" and c.category in ARMED):
            out[c.first] = "agent"
        elif prep == "علي":
            out.setdefault(c.first, "on")
        elif gap == 0:
            out[c.first] = "agent" if c.category in ARMED and trigger.sense.type not in _SUFFERED else "patient"
        elif gap <= 3 and prep in _BARE and trigger.sense.type in _SUFFERED:
            out.setdefault(c.first, "patient")
    return out


def _led(story: Story, act: Act, trigger: Trigger) -> bool:
    """Whether the verb's subject is no party: a relative pronoun or an act («الهجوم الذي استهدف», «القصف استهدف»)."""
    segment = act.sentence.segments[act.sentence.segment_of(trigger.first)]
    if trigger.first > 0 and story.page.tokens[trigger.first - 1].form in _WHO:
        return True
    return any(
        segment.first <= t.first < trigger.first and t.sense.form is None and not t.sense.toll
        for t in act.sentence.triggers
    )


_WHO = RELATIVES | {"ما", "مما"}


def _of_verb(
    story: Story, trigger: Trigger, before: list[Candidate], behind: list[Candidate], *, led: bool
) -> dict[int, str]:
    out: dict[int, str] = {}
    bare = [c for c in behind if preposition(story, c) in _BARE]
    joined = trigger.procs[:1] in ("و", "ف")
    leading = [c for c in before if preposition(story, c) in _BARE]
    passive = trigger.sense.voice == "passive"
    if passive:
        if bare:
            out[bare[0].first] = "patient"
        elif leading:
            out[leading[0].first] = "patient"
    elif led:
        if bare:
            out[bare[0].first] = "object"
    elif leading and not joined:
        out[leading[0].first] = "subject"
        if bare:
            out[bare[0].first] = "object"
    elif trigger.enclitic and bare:
        out[bare[0].first] = "subject"
    elif bare:
        out[bare[0].first] = "subject" if bare[0].category in ARMED or len(bare) > 1 else "first"
        if len(bare) > 1:
            out[bare[1].first] = "object"
    for c in behind:
        prep = preposition(story, c)
        if prep == "علي":
            out.setdefault(c.first, "on")
        elif prep in _AGENT:
            out.setdefault(c.first, "agent")
    return out


def _of_toll(story: Story, act: Act, trigger: Trigger) -> dict[int, str]:
    before, behind = _near(story, act, trigger)
    out: dict[int, str] = {}
    bare = [
        c
        for c in behind
        if preposition(story, c) in _BARE or (preposition(story, c) == "من" and c.first - trigger.last <= 4)
    ]
    if trigger.sense.form is not None and len(bare) > 1 and bare[0].category in ARMED and not bare[0].counted:
        out[bare[0].first] = "subject"
        out[bare[1].first] = "sufferer"
    elif bare and bare[0].first - trigger.last <= 6:
        out[bare[0].first] = "sufferer"
    elif trigger.sense.form is not None and before:
        leading = [c for c in before if preposition(story, c) in _BARE]
        if leading:
            out[leading[0].first] = "sufferer"
    for c in behind:
        if preposition(story, c) in _AGENT:
            out.setdefault(c.first, "agent")
    return out
