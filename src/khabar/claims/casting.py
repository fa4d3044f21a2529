"""Casting: of the candidates that were weighed, those who play a part in an act."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise

import msgspec

from ..model import Mention
from . import grammar
from .arguments import Act, Candidate, Memory, candidates, groups, preposition
from .linear import Linear
from .story import Story

# A part is given when its score reaches that of none less this; the first of its kind in an act needs less than the
# others, for most acts have one (chosen for F1 in cross-validation).
FIRST_MARGIN = {"actor": 0.4, "target": 0.5}
MARGIN = 0.3
_CERTAIN = 1.0
_SUFFERING = frozenset(("people", "buildings"))
_Found = dict[str, tuple[float, Candidate]]


class Part(msgspec.Struct, frozen=True, gc=False):
    """A mention that takes part in an act, with the lexicon row that knows it."""

    mention: Mention
    row: str | None


def choose(story: Story, act: Act, memory: Memory, scorer: Linear) -> tuple[list[Part], list[Part]]:
    """(actors, targets) of an act, in order of the text; a party stands once.

    Who acts is looked for in the clause first; only where nobody acts there, one (of a clash, both) is taken from what
    stands before.
    """
    best: dict[str, _Found] = {"actor": {}, "target": {}}
    inside, outside = _apart(act, candidates(story, act, memory))
    sides = grammar.sides(story, act)
    for gain, role, c in _weighed(story, act, inside, memory, scorer, sides):
        key = party_key(c)
        kept = best[role].get(key)
        if kept is None or gain > kept[0]:
            best[role][key] = (gain, c)
    for role, other in (("actor", "target"), ("target", "actor")):
        _drop_faint(best[role])
        _join_coordinated(story, act, best[role], best[other])
    room = (2 if act.trigger.sense.frame == "mutual" else 1) - len(best["actor"])
    if room > 0:
        from_before = [
            (gain, c) for gain, role, c in _weighed(story, act, outside, memory, scorer, ()) if role == "actor"
        ]
        from_before.sort(key=lambda pair: (-pair[0], pair[1].first))
        for gain, c in from_before[:room]:
            if party_key(c) not in best["target"]:
                best["actor"].setdefault(party_key(c), (gain, c))
        _join_fellows(act, memory, outside, best["actor"], best["target"])
    _drop_inner(best)
    for found in best.values():
        _drop_named_again(found)
    return _parts(story, best["actor"]), _parts(story, best["target"])


def _apart(act: Act, found: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates of the clause, and the others."""
    inside = [c for c in found if act.first <= c.first < act.stop]
    return inside, [c for c in found if not act.first <= c.first < act.stop]


def _weighed(
    story: Story, act: Act, found: list[Candidate], memory: Memory, scorer: Linear, sides: Container[int]
) -> Iterator[tuple[float, str, Candidate]]:
    """(gain over playing none, part, candidate) of those that may play a part; ``sides`` begin at these tokens."""
    for c in found:
        sure = certain(act, c, sides)
        if sure:
            yield _CERTAIN, sure, c
            continue
        scores = scorer.scores_of(groups(story, act, c, memory))
        role = "actor" if scores.get("actor", 0.0) >= scores.get("target", 0.0) else "target"
        if act.parts.get(c.first) == "sufferer" and act.trigger.sense.frame != "mutual":
            role = "target"  # «قتل جنديان في قصف»: who dies in an act does not do it
        gain = scores.get(role, 0.0) - scores.get("none", 0.0)
        if gain >= -FIRST_MARGIN[role]:
            yield gain, role, c


def certain(act: Act, c: Candidate, sides: Container[int]) -> str:
    """The part that is certain: a side of a clash acts, so does who blows himself up; people and buildings that an act
    is done to suffer."""
    if not act.first <= c.first < act.stop:
        return ""
    if c.first in sides and (c.party or c.category == "people"):
        return "actor"
    if act.type == "suicide_attack" and c.row == _BOMBER:
        return "actor"
    done_to = act.own.get(c.first) in ("object", "patient", "on") and c.category in _SUFFERING
    return "target" if done_to and act.trigger.sense.frame != "mutual" else ""


_BOMBER = "claims_nouns/people/bomber"


def _join_fellows(act: Act, memory: Memory, outside: list[Candidate], found: _Found, taken: Container[str]) -> None:
    """Where one who did the like in the claim before is taken, those who did it with him are («القصف طال القرية»)."""
    taken_up = any(c.actor_id in memory.actors and not act.first <= c.first < act.stop for _, c in found.values())
    if memory.type == act.type and taken_up:
        for c in outside:
            if c.actor_id in memory.actors and party_key(c) not in taken:
                found.setdefault(party_key(c), (0.0, c))


def _drop_inner(best: dict[str, _Found]) -> None:
    """Of a phrase and one within it («مركز لقوات الأمن»), the phrase plays the part."""
    chosen = [c for found in best.values() for _, c in found.values()]
    for found in best.values():
        for key, (_, c) in list(found.items()):
            if c.nested and any(o is not c and o.start <= c.start and c.end <= o.end for o in chosen):
                del found[key]


def _drop_named_again(found: _Found) -> None:
    """People told of once more with the article («أصيب عامل… ونقل العامل») are those before."""
    rows: set[str] = set()
    for key, (_, c) in sorted(found.items(), key=lambda item: item[1][1].start):
        if c.actor_id is None and c.row and c.category == "people":
            if c.definite and c.row in rows:
                del found[key]
            rows.add(c.row)


def _join_coordinated(story: Story, act: Act, found: _Found, taken: Container[str]) -> None:
    """What «و» joins to a party plays its part too («منازل المدنيين ومحطة وقود ومكتبا»)."""
    inside = [c for c in story.candidates_between(act.first, act.stop) if not c.nested]
    chosen = {c.first: gain for gain, c in found.values()}
    for before, c in pairwise(inside):
        if before.first in chosen and c.first not in chosen and _coordinated(story, before, c):
            chosen[c.first] = chosen[before.first]
            found.setdefault(party_key(c), (chosen[before.first], c))
    for c, before in pairwise(reversed(inside)):  # and the first of two parties that act together
        joined = c.party and before.party and c.first in chosen and before.first not in chosen
        if joined and _coordinated(story, before, c) and party_key(before) not in taken:
            chosen[before.first] = chosen[c.first]
            found.setdefault(party_key(before), (chosen[c.first], before))


def _coordinated(story: Story, before: Candidate, c: Candidate) -> bool:
    things = before.party == c.party and "people" not in (before.category, c.category)
    return things and c.first - before.stop <= 1 and preposition(story, c) == "و"


def _drop_faint(found: _Found) -> None:
    """Keep the likeliest, and of the others those that are likely on their own."""
    first = max(found, key=lambda key: found[key][0], default=None)
    for key in [k for k in found if k != first and found[k][0] < -MARGIN]:
        del found[key]


def party_key(c: Candidate) -> str:
    """What makes two mentions one party: its id, with a state's forces as one; a nameless one is itself."""
    if c.actor_id is None:
        return f"@{c.first}"
    state, _, organ = c.actor_id.partition(".")
    return f"{state}.army" if organ in ("airforce", "navy") else c.actor_id


def _parts(story: Story, found: _Found) -> list[Part]:
    ordered = sorted((c for _, c in found.values()), key=lambda c: c.start)
    return [Part(Mention(c.start, c.end, story.page.text[c.start : c.end], c.actor_id), c.row) for c in ordered]
