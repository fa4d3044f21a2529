"""What ties a party or noun to an act beyond its place in the clause: what governs it, whose pronoun or verb it stands for.

«مناطق سيطرة قوات النظام» names who holds a place and not who acts; «سيطرتها» and «وسيطرت» say that somebody named before
acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.segments import Bond
from ..text import readings
from .linear import Group

if TYPE_CHECKING:
    from .arguments import Act, Candidate
    from .story import Story

_BACK = 3


def inside(story: Story, act: Act, c: Candidate, what: str) -> list[Group]:
    """Features of a candidate in the clause: its part with the act's own word, what holds it, whose clause it is in."""
    out: list[Group] = [(_own, act.own.get(c.first, "none"), what, act.trigger.sense.voice or act.trigger.sense.part)]
    holder = _holder(story, c)
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


def _holder(story: Story, c: Candidate) -> str:
    """The noun within three words before a candidate that makes it the holder, origin or fellow of something else."""
    for i in range(c.first - 1, max(-1, c.first - 1 - _BACK), -1):
        token = story.page.tokens[i]
        if token.kind == "p" and token.form not in "\"«“(،":
            return ""
        for reading in readings(token.form):
            if reading.stem in _HOLDERS:
                return _HOLDERS[reading.stem]
    return ""


_HOLDERS = {
    **dict.fromkeys("سيطره نفوذ انتشار تواجد مناطق منطقه تسيطر يسيطر خاضعه".split(), "area"),
    **dict.fromkeys("مصدره مصدرها انطلقت انطلق جهه اتجاه قاعده قواعد".split(), "origin"),
    **dict.fromkeys("تابع تابعه تابعين التابع التابعه موال مواليه مواليه حليفه حليف دعم مدعومه مدعوم المدعوم".split(), "of"),
    **dict.fromkeys("بمشاركه مشاركه بالتعاون التعاون بالاشتراك بدعم باسناد جانب".split(), "with"),
    **dict.fromkeys("محاوله محاولات".split(), "attempt"),
    **dict.fromkeys("احتجاجا ردا مطالبين للمطالبه تضامنا".split(), "why"),
}
