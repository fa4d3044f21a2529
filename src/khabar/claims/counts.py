"""Numbers of a claim and the roles they take: by what they count, by the toll word beside them, by the act."""

from __future__ import annotations

import msgspec

from ..model import Count, NumberMention, Role, Span
from ..text import Page
from .arguments import Act
from .linear import Linear
from .nouns import NounMention
from .story import Story, within
from .triggers import Trigger

ROLES: tuple[Role, ...] = (
    "killed", "wounded", "casualties", "detained", "abducted", "surrendered", "released", "displaced", "missing",
    "returned", "deployed", "participants", "strikes", "projectiles", "vehicles", "buildings", "other",
)  # fmt: skip
# What a number of people is that no toll word governs, by the type of the act.
BY_TYPE: dict[str, Role] = {
    "arrest": "detained", "abduction": "abducted", "surrender": "surrendered", "release": "released",
    "displacement": "displaced", "deployment": "deployed", "protest": "participants", "riot": "participants",
    "withdrawal": "displaced", "execution": "killed", "assassination": "killed", "casualties": "killed",
    "armed_clash": "participants",
}  # fmt: skip
ANSWERS = (*ROLES, "none")
FALLBACK = {"ruled": 3.0, "one > none": 1.5}
_GOVERNED = 6


class Item(msgspec.Struct, gc=False):
    """Something that may be a count: a number, or a noun that is itself one or two."""

    first: int
    stop: int
    start: int
    end: int
    min: int | None
    max: int | None
    approx: bool
    kind: str
    unit: Span | None = None
    unit_kind: str = ""
    unit_role: str = ""
    row: str | None = None


def items(story: Story, first: int, stop: int) -> list[Item]:
    """The numbers, and the nouns and tolls that count themselves, among tokens ``first`` to ``stop``."""
    out: list[Item] = []
    taken: set[int] = set()
    for i, j, number in within(story.numbers, first, stop):
        if number.ordinal or isinstance(number.min, float) or isinstance(number.max, float):
            continue
        unit = _unit(story, i, j)
        if unit is not None and unit.noun.kind == "measures":
            continue
        taken.update(range(i, j))
        out.append(_from_number(story.page, i, j, number, unit))
        if unit is not None:
            taken.update(range(unit.first, unit.head_stop))
    for noun in story.nouns_between(first, stop):
        if noun.noun.number and noun.first not in taken:
            if noun.noun.kind == "measures" or (noun.noun.number == 1 and _no_single(story, noun)):
                continue
            if noun.noun.number == 2 and noun.head_stop in taken:  # «متطوعين اثنين»: the number counts
                continue
            taken.add(noun.first)
            out.append(_from_noun(story, noun))
    for sentence in story.sentences_between(first, stop):
        tolls = [t for t in sentence.triggers if first <= t.first < stop and t.sense.number]
        out += [_from_toll(t) for t in tolls if t.first not in taken]
    out += _one_of(story, first, stop)
    out.sort(key=lambda item: item.start)
    return out


def _one_of(story: Story, first: int, stop: int) -> list[Item]:
    """«أحد نشطاء …», «أحدهم»: one of them."""
    out = []
    for i in range(first, min(stop, len(story.page.tokens) - 1)):
        token = story.page.tokens[i]
        if token.form in _ONE_OF and (token.form.endswith("هم") or story.candidates_between(i + 1, i + 2)):
            out.append(Item(i, i + 1, token.start, token.end, 1, 1, False, "one of", unit_kind="people"))
    return out


_ONE_OF = frozenset(("احد", "احدي", "احدهم", "احدهما", "واحد"))


def _no_single(story: Story, noun: NounMention) -> bool:
    """Whether a singular noun is no count of one: definite, possessed, or behind «من» («من عائلة واحدة»)."""
    before = story.page.tokens[noun.first - 1].form if noun.first else ""
    return noun.definite or noun.possessed or before == "من"


def _unit(story: Story, first: int, stop: int) -> NounMention | None:
    """The noun counted by the number at tokens ``first`` to ``stop``: right behind it, or behind «من».

    Before it where the number describes it («الصواريخ التسعة»).
    """
    if story.page.tokens[first].form.startswith("ال"):
        described = story.nouns_between(first - 1, first)
        if described and described[0].definite:
            return described[0]
    noun = story.noun_from(stop)
    if noun is None or noun.first - stop > 1 or noun.procs.strip("ال"):
        return None
    return noun if noun.first == stop or story.page.tokens[stop].form == "من" else None


def _from_number(page: Page, i: int, j: int, number: NumberMention, unit: NounMention | None) -> Item:
    low, high = number.min, number.max
    item = Item(
        i, j, number.start, number.end, low if low is None else int(low), high if high is None else int(high),
        number.approx, "number",
    )  # fmt: skip
    if unit is not None:
        item.unit_kind, item.unit_role, item.row = unit.noun.kind, unit.noun.role, unit.noun.row
        item.unit = Span(unit.start, unit.end, page.text[unit.start : unit.end])
    return item


def _from_noun(story: Story, noun: NounMention) -> Item:
    n = noun.noun.number
    stop = noun.head_stop
    at_least = [token.form for token in story.page.tokens[stop : stop + 2]] == ["علي", "الاقل"]
    stop += 2 * at_least
    token = story.page.tokens[stop - 1]
    return Item(
        noun.first, stop, noun.start, token.end, n, None if at_least else n, False, "one" if n == 1 else "two",
        unit_kind=noun.noun.kind, unit_role=noun.noun.role, row=noun.noun.row,
    )  # fmt: skip


def _from_toll(t: Trigger) -> Item:
    kind = f"toll noun {'definite' if t.definite else 'open'}"
    return Item(t.first, t.last + 1, t.start, t.end, t.sense.number, t.sense.number, False, kind, row=t.sense.row)


def rule(act: Act, item: Item) -> str:
    """The role by grammar: of the unit where it is a thing, of the toll word that governs it, else of the act."""
    if item.kind.startswith("toll noun"):
        return next((t.sense.toll for t in act.sentence.triggers if t.first == item.first), "none")
    if item.unit_role and item.unit_kind != "people":
        return item.unit_role
    toll = governing(act, item)
    if toll is not None:
        return toll.sense.toll
    if item.kind in ("one", "one of") and act.type not in BY_TYPE:
        return "none"
    if act.trigger.sense.lemma == "return_home":
        return "returned"
    return BY_TYPE.get(act.type, "none") if item.unit_kind in ("people", "others", "") else "none"


def governing(act: Act, item: Item) -> Trigger | None:
    """The toll word that governs a number: the noun it counts right behind it, else the nearest before it with no other
    act between, else a verb close behind («شخصين قتلا»)."""
    tolls = [t for t in act.sentence.triggers if t.sense.toll]
    behind = next((t for t in tolls if t.first >= item.stop), None)
    if behind is not None and behind.sense.people and behind.first - item.stop <= 1:
        return behind
    before = next((t for t in reversed(tolls) if t.last < item.first), None)
    if before is not None and not before.sense.people:
        between = [t for t in act.sentence.triggers if before.last < t.first < item.first and not t.sense.toll]
        if not between and item.first - before.last <= _GOVERNED:
            return before
    if behind is not None and behind.sense.form is not None and behind.first - item.stop <= _GOVERNED:
        return behind
    return None


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
    for item in items(story, act.first, act.stop):
        role = best_role(story, act, item, scorer)
        if role == "none":
            continue
        toll = governing(act, item)
        row = toll.sense.row if toll and toll.sense.toll == role else item.row or act.trigger.sense.row
        out.append(Tally(_count(story, act, item, role, [tally.count for tally in out]), row))
    return out


def best_role(story: Story, act: Act, item: Item, scorer: Linear) -> str:
    """The role of ``item``, "none" where it is no count of the act."""
    totals = scorer.scores(features(story, act, item))
    ruled = rule(act, item)
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
    return any(story.page.tokens[i].form in _AMONG for i in range(max(0, item.first - 2), item.first))


_AMONG = frozenset(("بينهم", "وبينهم", "بينهن", "منهم", "ومنهم", "ضمنهم", "بينها", "منها"))


def _running(act: Act) -> bool:
    """Whether the clause tells a toll that rises or adds up («ارتفع إلى», «حصيلة»)."""
    return any(c.row.endswith("/rise") and act.first <= c.first < act.stop for c in act.sentence.cues)
