"""Who did it and to whom: every party and noun near an act is weighed as its actor, its target or neither."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from ..model import Mention
from ..text import readings
from .linear import Linear
from .story import Sentence, Story
from .triggers import Trigger

ROLES = ("actor", "target", "none")
# By hand: the party before an active verb or right behind it acts; what follows على or hangs on a toll suffers.
FALLBACK: dict[str, dict[str, float]] = {
    "actor": {"party": 1.0, "inside": 0.5, "by agent": 2.0, "prep علي": -1.5, "adjective of act": 2.0, "noun": -3.0},
    "target": {"people inside": 1.5, "prep علي": 1.5, "noun": 0.3, "inside": 0.5, "outside": -2.0},
    "none": {"outside": 0.8, "speaker": 0.5},
}
_BACK = 2
# A part is given when its score reaches that of none less this; the first of its kind in an act needs less than the
# others, for most acts have one (chosen for F1 in cross-validation).
FIRST_MARGIN = {"actor": 0.4, "target": 0.5}
MARGIN = 0.3


class Candidate(msgspec.Struct, gc=False):
    """A party or noun that may take part in an act, at tokens ``first`` to ``stop``."""

    first: int
    stop: int
    start: int
    end: int
    actor_id: str | None
    category: str
    row: str | None
    party: bool
    procs: str = ""
    counted: bool = False
    definite: bool = False
    nested: bool = False


class Act(msgspec.Struct, gc=False):
    """An act on the way to a claim: its trigger, sentence, type and evidence tokens, and the grammatical ``parts`` of
    candidates by first token (:mod:`khabar.claims.grammar`)."""

    sentence: Sentence
    trigger: Trigger
    type: str
    first: int
    stop: int
    parts: dict[int, str] = {}


class Memory(msgspec.Struct):
    """What the claims before this one in the report had: parties of the last, its ``nameless`` actors, and the actors
    ``seen`` in any."""

    actors: set[str] = set()
    targets: set[str] = set()
    type: str = ""
    nameless: tuple[Candidate, ...] = ()
    seen: frozenset[str] = frozenset()


def memory_after(
    story: Story, before: Memory, kind: str, actors: Sequence[Mention], targets: Sequence[Mention]
) -> Memory:
    """The memory after a claim of type ``kind`` with these parties."""
    named = {m.actor_id for m in actors if m.actor_id}
    starts = sorted({m.start for m in actors if not m.actor_id})
    nameless = tuple(c for start in starts for c in story.candidates_at(start) if c.party and not c.actor_id)
    return Memory(named, {m.actor_id for m in targets if m.actor_id}, kind, nameless, before.seen | frozenset(named))


def candidates(story: Story, act: Act, memory: Memory) -> list[Candidate]:
    """The parties and nouns of the evidence, then the parties of the sentence and of those before it, and the nameless
    ones who acted in the claim before."""
    out = story.candidates_between(act.first, act.stop)
    seen: set[str | None] = {c.actor_id for c in out}
    lo = story.sentences[max(0, act.sentence.index - _BACK)].first
    for c in reversed([c for c in story.candidates_between(lo, act.sentence.stop) if c.party and c.actor_id]):
        if not act.first <= c.first < act.stop and c.actor_id not in seen:
            seen.add(c.actor_id)
            out.append(c)
    out += [c for c in memory.nameless if not act.first <= c.first < act.stop]
    return out


def features(story: Story, act: Act, c: Candidate, memory: Memory) -> list[str]:
    """What bears on the part that ``c`` plays in ``act``."""
    inside = act.first <= c.first < act.stop
    what = "party" if c.party else c.category
    where = "inside" if inside else "outside"
    out = [
        what, where, f"{what} {where}", f"category {c.category}", f"{act.type} {what} {where}",
        "who" if c.party else "noun",
    ]  # fmt: skip
    if c.party:
        out.append(f"{act.type} category {c.category}")
        out.append("known" if c.actor_id else "unknown")
    if c.actor_id and c.actor_id in memory.actors:
        same = "same" if memory.type == act.type else "other"
        out += ["was actor", f"was actor {where}", f"was actor {where} {same} type"]
    if c in memory.nameless:
        out += ["nameless before", f"nameless before {'same' if memory.type == act.type else 'other'} type"]
    if c.actor_id and c.actor_id in memory.seen:
        out += ["acted before", f"acted before {where}", f"acted before {where} {act.trigger.sense.toll or 'act'}"]
    if c.row and not c.party:
        out.append(f"{c.row} {act.type}")
    if c.actor_id and c.actor_id in memory.targets:
        out += ["was target", f"was target {where}"]
    if story.speaks(c):
        out += ["speaker", f"speaker {where}", f"speaker {act.type}"]
    return [*out, *(_inside(story, act, c, what) if inside else _outside(story, act, c))]


def _inside(story: Story, act: Act, c: Candidate, what: str) -> list[str]:
    trigger, sense = act.trigger, act.trigger.sense
    side = "before" if c.first < trigger.first else "behind" if c.first > trigger.last else "at"
    gap = trigger.first - c.stop if side == "before" else c.first - trigger.last - 1
    near = "0" if gap <= 0 else "1" if gap <= 1 else "3" if gap <= 3 else "7" if gap <= 7 else "far"
    part = f"{sense.part} {sense.frame}"
    prep = preposition(story, c)
    rank = story.rank_between(act, c)
    same = act.sentence.segment_of(c.first) == act.sentence.segment_of(trigger.first)
    out = [
        f"{what} {side} {near}", f"{what} {side} {part}", f"{what} {side} {part} {near}", f"prep {prep}",
        f"{what} prep {prep}", f"{what} prep {prep} {part}", f"{side} {prep} {part}", f"rank {side} {rank} {what}",
        f"{side} {sense.toll or 'act'} {what}", f"{side} {sense.toll or 'act'} {what} {near} {prep}",
        f"{act.type} {side} {prep} {what}", f"{'same' if same else 'other'} segment {side} {what}",
        f"voice {sense.voice} {side} {what}", f"{sense.lemma} {side} {what} {prep}",
    ]  # fmt: skip
    role = act.parts.get(c.first, "none")
    out += [f"part {role}", f"part {role} {what}", f"part {role} {act.type}", f"part {role} {c.category}"]
    if c.nested:
        out += ["nested", f"nested {what}"]
    if c.counted:
        out += [f"counted {what}", f"counted {side} {sense.toll or 'act'}"]
    if gap == 0 and side == "behind" and c.party:
        out.append("adjective of act" if sense.part in ("noun", "phrase") else "subject of act")
    if prep in ("قبل", "يد", "ايدي", "جانب", "نيران"):
        out.append("by agent")
    if c.definite:
        out.append(f"definite {what}")
    out += _governor(story, act, c, what)
    return out


def _governor(story: Story, act: Act, c: Candidate, what: str) -> list[str]:
    """The trigger nearest before the candidate and the light verb near it."""
    out: list[str] = []
    before = [t for t in act.sentence.triggers if t.last < c.first]
    if before:
        t = before[-1]
        name = t.sense.toll or ("own" if t is act.trigger else "act")
        out += [f"governed {name} {what}", f"governed {name} {t.sense.part} {min(c.first - t.last, 4)} {what}"]
    behind = [t for t in act.sentence.triggers if t.first >= c.stop]
    if behind:
        t = behind[0]
        name = t.sense.toll or ("own" if t is act.trigger else "act")
        out.append(f"governs {name} {t.sense.part} {min(t.first - c.stop, 4)} {what}")
    for cue in act.sentence.cues:
        if cue.section == "light" and act.first <= cue.first < act.stop:
            side = "behind" if c.first > cue.last else "before"
            if abs(c.first - cue.last) <= 4 or abs(cue.first - c.stop) <= 4:
                out.append(f"light {cue.detail} {side} {what}")
    return out


def _outside(story: Story, act: Act, c: Candidate) -> list[str]:
    distance = act.sentence.index - story.sentence_index(c.first)
    out = [f"sentences back {min(distance, 2)}", f"{act.type} back {min(distance, 2)}"]
    if distance == 0:
        out.append("same sentence before" if c.first < act.first else "same sentence behind")
    if act.trigger.definite:
        out.append("outside definite act")
    if act.trigger.sense.form and act.trigger.sense.voice != "passive":
        out.append(f"outside verb {act.trigger.sense.frame} {act.trigger.sense.form.number}")
    if not any(x.party for x in story.candidates_between(act.first, act.stop)):
        out.append("no party inside")
    out.append(f"outside {act.trigger.sense.toll or 'act'} {act.trigger.sense.part}")
    return out


def preposition(story: Story, c: Candidate) -> str:
    """What governs the candidate: a proclitic or the word before, "-" for none that matters."""
    if c.procs and c.procs not in ("ال", "و", "ف", "وال", "فال"):
        letter = c.procs.replace("و", "").replace("ف", "")[:1]
        return letter or "-"
    if c.first == 0:
        return "-"
    token = story.page.tokens[c.first - 1]
    if c.procs[:1] == "و" or token.form in ("و", "او"):
        return "و"
    for reading in readings(token.form):
        if reading.stem in _PREPOSITIONS:
            return reading.stem
    return "sign" if token.kind == "p" else "number" if token.kind == "d" else "-"


_PREPOSITIONS = frozenset(
    "في من علي الي عن بين ضد مع قبل يد ايدي جانب نيران بحق تجاه نحو لدي "
    "قرب داخل باتجاه بينهم بعد منذ عناصر مواقع صفوف".split()
)


class Part(msgspec.Struct, frozen=True, gc=False):
    """A mention that takes part in an act, with the lexicon row that knows it."""

    mention: Mention
    row: str | None


def choose(story: Story, act: Act, memory: Memory, scorer: Linear) -> tuple[list[Part], list[Part]]:
    """(actors, targets) of an act, in order of the text; a party stands once.

    Who acts is looked for in the clause first; only where nobody acts there, one (of a clash, both) is taken from what
    stands before.
    """
    best: dict[str, dict[str, tuple[float, Candidate]]] = {"actor": {}, "target": {}}
    outside: list[tuple[float, Candidate]] = []
    for c in candidates(story, act, memory):
        scores = scorer.scores(features(story, act, c, memory))
        role = "actor" if scores.get("actor", 0.0) >= scores.get("target", 0.0) else "target"
        gain = scores.get(role, 0.0) - scores.get("none", 0.0)
        if gain < -FIRST_MARGIN[role]:
            continue
        if role == "actor" and not act.first <= c.first < act.stop:
            outside.append((gain, c))
            continue
        key = party_key(c)
        kept = best[role].get(key)
        if kept is None or gain > kept[0]:
            best[role][key] = (gain, c)
    for found in best.values():
        _drop_faint(found)
        _join_coordinated(story, act, found)
    mutual = act.trigger.sense.frame == "mutual"
    room = (2 if mutual else 1) - len(best["actor"])
    outside.sort(key=lambda pair: (-pair[0], pair[1].first))
    for gain, c in outside[: max(0, room)]:
        if party_key(c) not in best["target"]:
            best["actor"].setdefault(party_key(c), (gain, c))
    return _parts(story, best["actor"]), _parts(story, best["target"])


def _join_coordinated(story: Story, act: Act, found: dict[str, tuple[float, Candidate]]) -> None:
    """What «و» joins to a party plays its part too («منازل المدنيين ومحطة وقود ومكتبا»)."""
    inside = [c for c in story.candidates_between(act.first, act.stop) if not c.nested]
    chosen = {c.first: gain for gain, c in found.values()}
    for before, c in pairwise(inside):
        if before.first in chosen and c.first not in chosen and _coordinated(story, before, c):
            chosen[c.first] = chosen[before.first]
            found.setdefault(party_key(c), (chosen[before.first], c))


def _coordinated(story: Story, before: Candidate, c: Candidate) -> bool:
    things = before.party == c.party and "people" not in (before.category, c.category)
    return things and c.first - before.stop <= 1 and preposition(story, c) == "و"


def _drop_faint(found: dict[str, tuple[float, Candidate]]) -> None:
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


def _parts(story: Story, found: dict[str, tuple[float, Candidate]]) -> list[Part]:
    ordered = sorted((c for _, c in found.values()), key=lambda c: c.start)
    return [Part(Mention(c.start, c.end, story.page.text[c.start : c.end], c.actor_id), c.row) for c in ordered]
