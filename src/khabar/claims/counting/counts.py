"""Numbers of a claim and the roles they take: by what they count, by the toll word beside them, by the act."""

from __future__ import annotations

import msgspec

from ...model import Count, Role
from ..arguments import Act
from ..linear import Linear
from ..story import Story
from .governing import certain, governed, inherited, rule
from .item import AMONG, Item
from .items import items
from .owning import owns

ROLES: tuple[Role, ...] = (
    "killed", "wounded", "casualties", "detained", "abducted", "surrendered", "released", "displaced", "missing",
    "returned", "deployed", "participants", "strikes", "projectiles", "vehicles", "buildings", "other",
)  # fmt: skip
ANSWERS = (*ROLES, "none")
FALLBACK = {"ruled": 3.0, "one > none": 1.5}


def features(story: Story, act: Act, item: Item) -> list[str]:
    """What bears on the role of ``item`` in ``act``."""
    unit = item.unit_kind or "no unit"
    ruled = rule(act, item)
    out = [
        item.kind, f"unit {item.unit_role or unit}", f"{item.kind} {unit}",
        f"type {act.type}", f"{act.type} {unit}", f"{act.type} {item.kind} {unit}",
        f"ruled {ruled}", f"ruled {ruled} {item.kind}", f"ruled {ruled} {unit}",
    ]  # fmt: skip
    if item.row:
        out.append(item.row)
    before_it = item.whole or item.joined
    if before_it is not None:
        tie = "part" if item.whole else "joined"
        out += [f"{tie}", f"{tie} {item.kind}", f"{tie} {item.kind} {unit}"]
        out.append(f"{tie} {'held' if inherited(act, item) else 'cut'} {rule(act, before_it)}")
    if item.procs.strip("وف"):
        out.append(f"procs {item.procs.strip('وف')[:1]}")
    part = act.parts.get(item.unit_first, "none") if item.unit_first >= 0 else "no noun"
    out += [f"noun is {part}", f"noun is {part} {act.type}", f"noun is {part} {item.kind} {unit}"]
    if story.follows_ordinal_word(item.stop):
        out.append("others")
    out += _tolls(act, item, unit)
    before = story.page.tokens[item.first - 1].form if item.first else ""
    if before in _BEFORE:
        out.append(f"after {before} {item.kind}")
    following = story.page.tokens[item.stop].form if item.stop < len(story.page.tokens) else ""
    if following in _BEHIND:
        out.append(f"before {following}")
    side = "before" if item.first < act.trigger.first else "behind"
    out.append(f"{side} trigger {act.trigger.sense.part} {unit}")
    return out


_BEFORE = frozenset("من منذ بعد علي الي عن في بين بينهم منهم خلال قبل مقابل اكثر".split())
_BEHIND = frozenset("من اخرين اخرون علي عاما سنه سنوات كم كيلومتر كلم متر في بالمائه بالمئه %".split())


def _tolls(act: Act, item: Item, unit: str) -> list[str]:
    """The toll words nearest on either side in the sentence."""
    out: list[str] = []
    tolls = [t for t in act.sentence.triggers if t.sense.toll]
    before = [t for t in tolls if t.last < item.first]
    behind = [t for t in tolls if t.first >= item.stop]
    if before:
        t = before[-1]
        gap = min(item.first - t.last - 1, 5)
        name = f"toll before {t.sense.toll}"
        out += [name, f"{name} {gap}", f"{name} {t.sense.part} {unit}", f"{name} {item.kind}"]
    else:
        out.append("no toll before")
    if behind:
        t = behind[0]
        gap = min(t.first - item.stop, 5)
        name = f"toll behind {t.sense.toll}"
        out += [name, f"{name} {gap}", f"{name} {t.sense.part} {gap}"]
        if t.sense.people:
            out.append(f"toll people behind {t.sense.toll} {gap}")
    else:
        out.append("no toll behind")
    nearest = [t for t in act.sentence.triggers if t.last < item.first]
    if nearest:
        t = nearest[-1]
        out.append(f"last trigger {t.sense.toll or t.sense.type} {unit}")
        out.append(f"last trigger {t.sense.row}")
    return out


class Tally(msgspec.Struct, frozen=True, gc=False):
    """A count of a claim with the lexicon row that gave its role."""

    count: Count
    row: str | None


def choose(story: Story, act: Act, scorer: Linear) -> list[Tally]:
    """The counts of an act with their roles, in order of the text."""
    out: list[Tally] = []
    roles: dict[int, str] = {}
    for item in items(story, act.first, act.stop):
        if act.rivals and not owns(story, act, item):
            continue
        before = None if certain(act, item) else inherited(act, item)
        role = roles.get(before.first, "none") if before is not None else "none"
        if role == "none":
            role = best_role(story, act, item, scorer)
        if role == "none":
            continue
        roles[item.first] = role
        found = governed(act, item)
        row = found[0].sense.row if found and found[1] == role else item.row or act.trigger.sense.row
        out.append(Tally(_count(story, act, item, role, [tally.count for tally in out]), row))
    return out


def best_role(story: Story, act: Act, item: Item, scorer: Linear) -> str:
    """The role of ``item``, "none" where it is no count of the act."""
    ruled = rule(act, item)
    if certain(act, item):
        return ruled
    totals = scorer.scores(features(story, act, item))
    totals[ruled] = totals.get(ruled, 0.0) + scorer.alone(own_features(ruled, item, ruled))
    return max(ANSWERS, key=lambda kind: totals.get(kind, 0.0))


def pair_features(story: Story, act: Act, item: Item, kind: str) -> list[str]:
    """Features of ``item`` having role ``kind``."""
    return [f"{held} > {kind}" for held in features(story, act, item)] + own_features(rule(act, item), item, kind)


def own_features(ruled: str, item: Item, kind: str) -> list[str]:
    """Features of the pair alone: whether ``kind`` is what grammar says."""
    return ["ruled", f"ruled {item.kind}"] if kind == ruled else []


def _count(story: Story, act: Act, item: Item, role: str, before: list[Count]) -> Count:
    return Count(
        item.start,
        item.end,
        story.page.text[item.start : item.end],
        role=role,  # type: ignore[arg-type]
        min=item.min,
        max=item.max,
        approx=item.approx,
        unit=item.unit,
        part_of=len(before) - 1 if before and _among(story, item) else None,
        toll="cumulative" if role in ("killed", "wounded", "casualties") and _running(act) else None,
    )


def _among(story: Story, item: Item) -> bool:
    """Whether «بينهم» or «منهم» stands right before the number: it counts a part of the one before."""
    return any(story.page.tokens[i].form in AMONG for i in range(max(0, item.first - 2), item.first))


def _running(act: Act) -> bool:
    """Whether the clause tells a toll that rises or adds up («ارتفع إلى», «حصيلة»)."""
    return any(c.row.endswith("/rise") and act.first <= c.first < act.stop for c in act.sentence.cues)
