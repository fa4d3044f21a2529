"""Which word carries a claim: the cause that a toll names, the act noun that a relative clause describes; and where the
clauses of two acts in one segment part.
"""

from __future__ import annotations

from typing import NamedTuple

from ..clauses.segments import Bond
from .located import within
from .story import Sentence, Story
from .triggers import Trigger


def cause(story: Story, sentence: Sentence, trigger: Trigger, span: tuple[int, int], heads: set[int]) -> Trigger:
    """The act that a toll's own clause names as its cause («مقتل … في قصف»), else ``trigger`` itself."""
    if not trigger.sense.toll:
        return trigger
    acts = [
        t
        for t in sentence.triggers
        if not t.sense.toll
        and span[0] <= t.first < span[1]
        and t.first not in heads
        and not recalled(story, t, trigger)
    ]
    for act in acts:
        if causal(story, sentence, act):
            return act
    return next((act for act in acts if not act.sense.weak and act.first < trigger.first), trigger)


def recalled(story: Story, act: Trigger, toll: Trigger | None = None) -> bool:
    """Whether an act only recalls one told before: «خلال الهجوم», «جراء هذه الغارات»; behind a ``toll`` also a fight
    that readers know of («قتل جنديان في المعارك»)."""
    if act.sense.form is not None or not act.definite:
        return False
    before = story.page.tokens[act.first - 1].form if act.first else ""
    known = act.type_before or (toll is not None and toll.last < act.first and act.sense.type in _FIGHTS)
    if before not in _THESE and not known:
        return False
    behind = act.last + 1, act.last + (_OWN if act.type_before else _OWN_OF_FIGHT)
    return not within(story.actors, *behind) and not within(story.places, *behind)


# The tokens behind an act among which a party or place makes it one of its own.
_OWN, _OWN_OF_FIGHT = 4, 6
_FIGHTS = frozenset(("armed_clash", "armed_attack"))
_THESE = frozenset("هذا هذه تلك ذلك هذين نفس ذات".split())


def causal(story: Story, sentence: Sentence, act: Trigger) -> bool:
    """Whether the words before an act make it the cause of what stands before («في قصف», «جراء انفجار», «بغارة»)."""
    before = story.page.tokens[act.first - 1].form if act.first > sentence.first else ""
    if sentence.segments[sentence.segment_of(act.first)].bond is Bond.CAUSE:
        return True
    return act.procs[:1] in ("ب", "ل") or before in _CAUSAL or before in _WHEN


_CAUSAL = frozenset("في اثر جراء بسبب نتيجه بعد عقب خلال اثناء سلسله وقوع بفعل".split())
_WHEN = frozenset("عندما حين حينما بعدما لدي".split())


def antecedent(story: Story, sentence: Sentence, trigger: Trigger) -> Trigger | None:
    """The act noun that the relative clause of a verb describes («الهجوم الذي استهدف …»)."""
    k = sentence.segment_of(trigger.first)
    segment = sentence.segments[k]
    if trigger.sense.form is None or trigger.sense.toll or segment.bond is not Bond.RELATIVE or k == 0:
        return None
    if trigger.first - segment.first > 2:
        return None
    before = [t for t in sentence.triggers if sentence.segments[k - 1].first <= t.first < segment.first]
    if not before or before[-1].sense.form is not None or before[-1].sense.toll:
        return None
    noun = before[-1]
    return noun if segment.first - noun.last <= _DESCRIBED and trigger.sense.base == "attack" else None


_DESCRIBED = 4  # words of an act noun and its adjectives before «الذي», at most


class Clause(NamedTuple):
    """The clause of an act: the ``head`` that was chosen with its probability, the word that carries its type, its
    evidence tokens."""

    head: Trigger
    probability: float
    carrier: Trigger
    first: int
    stop: int


def parted(story: Story, clauses: list[Clause]) -> list[Clause]:
    """The clauses of a sentence, each less what «و» adds as another act: «فرض طوق أمني | ومداهمة منازل»."""
    return [_before_next(story, clause, clauses[k + 1 :]) for k, clause in enumerate(clauses)]


def _before_next(story: Story, clause: Clause, later: list[Clause]) -> Clause:
    for other in later:
        start = other.first
        if clause.head.last < start < clause.stop and start <= other.head.first and _added(story, start):
            return clause._replace(stop=start)
    return clause


def _added(story: Story, i: int) -> bool:
    """Whether «و» stands before token ``i``, on itself or on the preposition before it."""
    tokens = story.page.tokens
    return tokens[i].form[:1] == "و" or (i > 0 and tokens[i - 1].form in ("و", "وعن", "والي", "وعلي", "وفي"))
