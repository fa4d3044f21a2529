"""What ties a party or noun to an act beyond its place in the clause: what governs it, what word asks for it.

«مناطق سيطرة قوات النظام» names who holds a place and not who acts; «سيطرتها» and «وسيطرت» say that somebody named
before acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.segments import Bond
from .linear import Group

if TYPE_CHECKING:
    from .arguments import Act, Candidate
    from .story import Story

_BACK = 3


def inside(story: Story, act: Act, c: Candidate, what: str) -> list[Group]:
    """Features of a candidate in the clause: its part with the act's own word, what holds it, whose clause it is in."""
    out: list[Group] = [(_own, act.own.get(c.first, "none"), what, act.trigger.sense.voice or act.trigger.sense.part)]
    holder = _holder(story, act, c)
    if holder:
        out.append((_held, holder, what))
    k = act.sentence.segment_of(c.first)
    bond = act.sentence.segments[k].bond
    if k != act.sentence.segment_of(act.trigger.first) and bond is Bond.RELATIVE:
        out.append((_relative, what))
    return out


def outside(story: Story, act: Act, c: Candidate) -> list[Group]:
    """Features of a candidate before the clause: whether the act asks for somebody named before."""
    trigger = act.trigger
    form = trigger.sense.form
    if trigger.enclitic and form is None:
        wish = "pronoun"
    elif form is not None and trigger.sense.voice != "passive" and "subject" not in act.own.values():
        wish = "verb joined" if trigger.procs[:1] in ("و", "ف") else "verb"
    elif form is not None and "subject" in act.own.values():
        wish = "served"
    else:
        wish = "agent there" if "agent" in act.own.values() else "none"
    near = "same sentence" if act.sentence.first <= c.first < act.sentence.stop else "before"
    return [(_asked, wish, near, story.speaks(c), trigger.sense.toll or "act")]


def _own(part: str, what: str, voice: str) -> list[str]:
    return [f"own {part}", f"own {part} {what}", f"own {part} {what} {voice}"]


def _held(holder: str, what: str) -> list[str]:
    return [f"held {holder}", f"held {holder} {what}"]


def _relative(what: str) -> list[str]:
    return ["in relative clause", f"in relative clause {what}"]


def _asked(wish: str, near: str, speaks: bool, kind: str) -> list[str]:
    out = [f"asks {wish}", f"asks {wish} {near}", f"asks {wish} {kind}"]
    return [*out, f"asks {wish} speaker", f"asks {wish} speaker {near}"] if speaks else out


def _holder(story: Story, act: Act, c: Candidate) -> str:
    """What the word within three words before a candidate makes of it: holder of an area, origin, owner, fellow."""
    found = ""
    for cue in act.sentence.cues:
        if cue.section == "holder" and 0 < c.first - cue.last <= _BACK and _open(story, cue.last + 1, c.first):
            found = cue.detail
    return found


def _open(story: Story, first: int, stop: int) -> bool:
    """Whether no sign but an opening quotation mark, bracket or comma stands among the tokens."""
    return all(t.kind != "p" or t.form in _PASSED for t in story.page.tokens[first:stop])


_PASSED = frozenset('"«“(،')
