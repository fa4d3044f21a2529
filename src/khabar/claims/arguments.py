"""Who did it and to whom: every party and noun near an act is weighed as its actor, its target or neither."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..model import Mention
from ..text import readings
from . import ties
from .linear import Group, named
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
    governed_by: str = ""  # what preposition() found, "" before it was asked


class Act(msgspec.Struct, gc=False):
    """An act on the way to a claim: its trigger, sentence, type and evidence tokens, and the grammatical ``parts`` of
    candidates by first token (:mod:`khabar.claims.grammar`), ``own`` those with the trigger itself; ``rivals`` are acts
    that share some of the evidence."""

    sentence: Sentence
    trigger: Trigger
    type: str
    first: int
    stop: int
    parts: dict[int, str] = {}
    own: dict[int, str] = {}
    rivals: list[Act] = []


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
    return named(groups(story, act, c, memory))


def groups(story: Story, act: Act, c: Candidate, memory: Memory) -> list[Group]:
    """The same by groups."""
    inside = act.first <= c.first < act.stop
    what = "party" if c.party else c.category
    where = "inside" if inside else "outside"
    actor_id, act_type = c.actor_id, act.type
    out: list[Group] = [(_who, what, where, c.category, act_type, c.party, actor_id is not None)]
    nameless = c in memory.nameless
    before = (actor_id in memory.actors, actor_id in memory.seen, actor_id in memory.targets)
    if nameless or any(before):
        same = "same" if memory.type == act_type else "other"
        kind = act.trigger.sense.toll or "act"
        out.append((_told_before, where, same, kind, nameless, *before))
    if c.row and not c.party:
        out.append((_of_row, c.row, act_type))
    if story.speaks(c):
        out.append((_speaker, where, act_type))
    if inside:
        return out + _inside(story, act, c, what) + ties.inside(story, act, c, what)
    return out + _outside(story, act, c) + ties.outside(story, act, c)


def _who(what: str, where: str, category: str, act_type: str, party: bool, known: bool) -> list[str]:
    out = [what, where, f"{what} {where}", f"category {category}", f"{act_type} {what} {where}"]
    out.append("who" if party else "noun")
    if party:
        out += [f"{act_type} category {category}", "known" if known else "unknown"]
    return out


def _told_before(
    where: str, same: str, kind: str, nameless: bool, was_actor: bool, acted: bool, was_target: bool
) -> list[str]:
    out = ["was actor", f"was actor {where}", f"was actor {where} {same} type"] if was_actor else []
    if nameless:
        out += ["nameless before", f"nameless before {same} type"]
    if acted:
        out += ["acted before", f"acted before {where}", f"acted before {where} {kind}"]
    return [*out, "was target", f"was target {where}"] if was_target else out


def _of_row(row: str, act_type: str) -> list[str]:
    return [f"{row} {act_type}"]


def _speaker(where: str, act_type: str) -> list[str]:
    return ["speaker", f"speaker {where}", f"speaker {act_type}"]


def _inside(story: Story, act: Act, c: Candidate, what: str) -> list[Group]:
    trigger, sense = act.trigger, act.trigger.sense
    side = "before" if c.first < trigger.first else "behind" if c.first > trigger.last else "at"
    gap = trigger.first - c.stop if side == "before" else c.first - trigger.last - 1
    near = "0" if gap <= 0 else "1" if gap <= 1 else "3" if gap <= 3 else "7" if gap <= 7 else "far"
    kind = sense.toll or "act"
    prep = preposition(story, c)
    same = act.sentence.segment_of(c.first) == act.sentence.segment_of(trigger.first)
    out: list[Group] = [
        (_where, what, side, near, sense.part, sense.frame),
        (_governed, what, side, prep, sense.part, sense.frame),
        (_ranked, what, side, story.rank_between(act, c), kind, same, sense.voice),
        (_near_kind, what, side, near, kind, prep),
        (_of_type, act.type, side, prep, what),
        (_of_lemma, sense.row, side, prep, what),
        (_part, act.parts.get(c.first, "none"), what, act.type, c.category),
    ]
    beside = gap == 0 and side == "behind" and c.party
    if c.nested or c.counted or c.definite or beside:
        out.append((_marks, what, side, kind, sense.part, c.nested, c.counted, c.definite, beside))
    return out + _governor(act, c, what)


def _where(what: str, side: str, near: str, part: str, frame: str) -> list[str]:
    return [f"{what} {side} {near}", f"{what} {side} {part} {frame}", f"{what} {side} {part} {frame} {near}"]


def _governed(what: str, side: str, prep: str, part: str, frame: str) -> list[str]:
    out = [f"prep {prep}", f"{what} prep {prep}", f"{what} prep {prep} {part} {frame}", f"{side} {prep} {part} {frame}"]
    return [*out, "by agent"] if prep in _AGENT else out


_AGENT = ("قبل", "يد", "ايدي", "جانب", "نيران")


def _ranked(what: str, side: str, rank: int, kind: str, same: bool, voice: str) -> list[str]:
    segment = "same" if same else "other"
    return [
        f"rank {side} {rank} {what}", f"{side} {kind} {what}", f"{segment} segment {side} {what}",
        f"voice {voice} {side} {what}",
    ]  # fmt: skip


def _near_kind(what: str, side: str, near: str, kind: str, prep: str) -> list[str]:
    return [f"{side} {kind} {what} {near} {prep}"]


def _of_type(act_type: str, side: str, prep: str, what: str) -> list[str]:
    return [f"{act_type} {side} {prep} {what}"]


def _of_lemma(row: str, side: str, prep: str, what: str) -> list[str]:
    return [f"{row.rsplit('/', 1)[1]} {side} {what} {prep}"]


def _part(role: str, what: str, act_type: str, category: str) -> list[str]:
    return [f"part {role}", f"part {role} {what}", f"part {role} {act_type}", f"part {role} {category}"]


def _marks(
    what: str, side: str, kind: str, part: str, nested: bool, counted: bool, definite: bool, beside: bool
) -> list[str]:
    out = ["nested", f"nested {what}"] if nested else []
    if counted:
        out += [f"counted {what}", f"counted {side} {kind}"]
    if beside:
        out.append("adjective of act" if part in ("noun", "phrase") else "subject of act")
    return [*out, f"definite {what}"] if definite else out


def _governor(act: Act, c: Candidate, what: str) -> list[Group]:
    """The trigger nearest before the candidate, the one behind it, and the light verb near it."""
    out: list[Group] = []
    before = behind = None
    for t in act.sentence.triggers:
        if t.last < c.first:
            before = t
        elif t.first >= c.stop:
            behind = t
            break
    if before is not None:
        name = before.sense.toll or ("own" if before is act.trigger else "act")
        out.append((_behind_trigger, name, before.sense.part, min(c.first - before.last, 4), what))
    if behind is not None:
        name = behind.sense.toll or ("own" if behind is act.trigger else "act")
        out.append((_before_trigger, name, behind.sense.part, min(behind.first - c.stop, 4), what))
    for cue in act.sentence.cues:
        if cue.section == "light" and act.first <= cue.first < act.stop:
            side = "behind" if c.first > cue.last else "before"
            if abs(c.first - cue.last) <= 4 or abs(cue.first - c.stop) <= 4:
                out.append((_light, cue.detail, side, what))
    return out


def _behind_trigger(name: str, part: str, gap: int, what: str) -> list[str]:
    return [f"governed {name} {what}", f"governed {name} {part} {gap} {what}"]


def _before_trigger(name: str, part: str, gap: int, what: str) -> list[str]:
    return [f"governs {name} {part} {gap} {what}"]


def _light(detail: str, side: str, what: str) -> list[str]:
    return [f"light {detail} {side} {what}"]


def _outside(story: Story, act: Act, c: Candidate) -> list[Group]:
    trigger, sense = act.trigger, act.trigger.sense
    distance = act.sentence.index - story.sentence_index(c.first)
    here = "" if distance else "before" if c.first < act.first else "behind"
    alone = not any(x.party for x in story.candidates_between(act.first, act.stop))
    number = sense.form.number if sense.form and sense.voice != "passive" else ""
    return [
        (_back, min(distance, 2), act.type, here, trigger.definite, alone),
        (_of_act, sense.toll or "act", sense.part, sense.frame, number),
    ]


def _back(distance: int, act_type: str, here: str, definite: bool, alone: bool) -> list[str]:
    out = [f"sentences back {distance}", f"{act_type} back {distance}"]
    if here:
        out.append(f"same sentence {here}")
    if definite:
        out.append("outside definite act")
    return [*out, "no party inside"] if alone else out


def _of_act(kind: str, part: str, frame: str, number: str) -> list[str]:
    out = [f"outside {kind} {part}"]
    return [*out, f"outside verb {frame} {number}"] if number else out


def preposition(story: Story, c: Candidate) -> str:
    """What governs the candidate: a proclitic or the word before, "-" for none that matters."""
    if not c.governed_by:
        c.governed_by = _preposition(story, c)
    return c.governed_by


def _preposition(story: Story, c: Candidate) -> str:
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
