"""Does an act of speaking carry a statement claim? What the scorer ``statement`` weighs.

What a rule knows by its verb or noun («اتهم»، «دعا») stands; plain saying stands when the scorer thinks it likely, for
a careful reader lists some of it as positions and passes over what only tells of facts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from ...clauses import Scene
from ...clauses.attribution import Utterance
from ...clauses.verbs import VerbTable
from ...model import Span
from ...text import Token
from ..linear import Linear
from ..proposal import Proposal

# How much a rule alone says for a statement.
STRENGTHS = {"sure": 2.0, "likely": 1.1, "marked": 0.4, "plain": 0.0, "faint": -1.2}
FALLBACK: dict[str, float] = {f"strength {name}": weight for name, weight in STRENGTHS.items()}
STANDS = 0.5  # the least score of what a rule knows
_WEAK = frozenset(("plain", "faint"))
_NOT = frozenset("لا لن لم ليس ليست غير عدم".split())
_WILL = frozenset(("لن", "سوف"))
_WE = frozenset(("نحن", "اننا", "لدينا"))
_OPENING = 5  # words of what is said in which its verb stands


def weighed(scorer: Linear, strength: str, held: list[str]) -> float:
    """The score of a statement: its probability, for what a rule knows at least ``STANDS``."""
    probability = scorer.probability(held)
    return probability if strength in _WEAK else max(STANDS, probability)


def features(
    scene: Scene, verbs: VerbTable, said: tuple[Utterance, Utterance | None], made: Proposal, strength: str
) -> list[str]:
    """What holds of a statement: its rule and words of speech, the speaker, and the shape of what is said. ``said`` is
    the act of speaking and the one before it."""
    u, before = said
    start = u.cue.end if u.frame in ("object", "none") else u.start
    first, stop = scene.page.token_range(start, made.end)
    reason = made.because["type"]
    goes_on = before is not None and before.speaker.actor_id == u.speaker.actor_id
    return [
        f"rule {reason.rule}",
        f"type {made.type}",
        f"rule {reason.rule} {made.type}",
        f"strength {strength}",
        f"verb {u.verb}",
        f"row {reason.row}",
        f"frame {u.frame}",
        f"form {u.form}",
        f"speaker {u.speaker.type}",
        f"speaker known {u.speaker.actor_id is not None}",
        f"speaker named {u.explicit}",
        f"passed on {len(u.speakers) > 1}",
        f"goes on {goes_on}",
        f"sibling {u.sibling}",
        f"quoted {made.quoted}",
        f"sentence {_upto(u.sentence, (0, 1, 3, 8))}",
        f"numbers {_upto(_within(scene.numbers, start, made.end), (0, 1))}",
        f"places {_upto(_within(scene.places, start, made.end), (0, 1, 2))}",
        f"times {_upto(_within(scene.times, start, made.end), (0,))}",
        f"actors {_upto(_within(scene.actors, start, made.end), (0, 1, 2))}",
        f"words {_upto(stop - first, (4, 8, 14, 22))}",
        f"that with pronoun {u.frame == 'that' and scene.page.tokens[first - 1].form[-1:] in 'هامن'}",
        *_shape(verbs, scene.page.tokens[first:stop]),
    ]


def _shape(verbs: VerbTable, tokens: Sequence[Token]) -> list[str]:
    """Of the words that are said: negation, future, «we», the first verb."""
    forms = [token.form for token in tokens]
    found = (verbs.read(form) for form in forms[:_OPENING])
    verb = next((v for v in found if v is not None), None)
    ours = any(form in _WE or (len(form) > 4 and form.endswith("نا")) for form in forms)
    return [
        f"negation {any(form in _NOT for form in forms)}",
        f"will {any(form in _WILL for form in forms)}",
        f"we {ours}",
        f"begins with noun {bool(forms) and forms[0].startswith('ال')}",
        f"first verb {verb.form.tense if verb else 'none'}",
        f"first verb ahead {verb is not None and 'س' in verb.procs}",
    ]


def _within(spans: Sequence[Span], start: int, end: int) -> int:
    """How many of ``spans``, which are in order, begin between the offsets."""
    return bisect_left(spans, end, key=attrgetter("start")) - bisect_left(spans, start, key=attrgetter("start"))


def _upto(number: int, steps: Iterable[int]) -> str:
    """The first of ``steps`` that ``number`` does not pass, as a class."""
    steps = tuple(steps)
    return next((f"<={step}" for step in steps if number <= step), f">{steps[-1]}")
