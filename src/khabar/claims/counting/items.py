"""What may be a count in a claim: numbers, nouns and tolls that are themselves one or two, and «one of them»."""

from __future__ import annotations

from itertools import pairwise

from ...model import NumberMention
from ...text import OTHERS, Page
from ..located import within
from ..nouns import NounMention
from ..story import Story
from ..triggers import Trigger
from .item import AMONG, ENDS, ONE, ONE_OF_THEM, TWO, Item, count_noun, definite, from_noun, procs_before
from .ones import another, duals, no_single, nouns, one_of

_CLOSE = 3  # words between two numbers that «و» joins
_AMONG_REACH = 6


def items(story: Story, first: int, stop: int) -> list[Item]:
    """What may be a count among tokens ``first`` to ``stop``, in order."""
    out: list[Item] = []
    taken: set[int] = set()
    for noun in duals(story, first, stop):  # «مسلحين اثنين» is one count
        taken.update(range(noun.first, noun.head_stop))
        out.append(from_noun(story, noun, 2))
    for i, j, number in within(story.numbers, first, stop):
        if i in taken or isinstance(number.min, float) or isinstance(number.max, float):
            continue
        if number.ordinal:
            if another(story, i, j):
                taken.update(range(i, j))
                out.append(Item(i, j, number.start, number.end, 1, 1, False, "another"))
            continue
        unit = _unit(story, i, j)
        if unit is not None and (unit.noun.kind == "measures" or _no_one(story, i, unit)):
            continue
        taken.update(range(i, j))
        out.append(_from_number(story, i, j, number, unit))
        if unit is not None:
            taken.update(range(unit.first, unit.head_stop))
    out += one_of(story, first, stop, taken)
    out += nouns(story, first, stop, taken)
    for sentence in story.sentences_between(first, stop):
        tolls = [t for t in sentence.triggers if first <= t.first < stop and t.sense.number]
        out += [_from_toll(t) for t in tolls if t.first not in taken and t.first - 1 not in taken]
    out.sort(key=lambda item: item.start)
    _link(story, out)
    return out


def _no_one(story: Story, i: int, unit: NounMention) -> bool:
    """Whether «واحد» at token ``i`` describes a noun that counts nobody («من عائلة واحدة», «الرجل الواحد»)."""
    return unit.first < i and story.page.tokens[i].form in ONE and no_single(story, unit)


def _unit(story: Story, first: int, stop: int) -> NounMention | None:
    """The noun counted by the number at tokens ``first`` to ``stop``: right behind it, or behind «من».

    Before it where the number describes it («الصواريخ التسعة», «رجلين اثنين»).
    """
    tokens = story.page.tokens
    described = story.nouns_between(max(0, first - 1), first)
    one = described[:1] if tokens[first].form in ONE else []
    if one and not one[0].definite:
        return one[0]
    if described:
        two = tokens[first].form in TWO
        fixed = described[0].definite or described[0].possessed
        if two or (fixed and definite(tokens[first].form)):
            return described[0]
    noun = story.noun_from(stop)
    if noun is None or noun.first - stop > 1 or noun.procs.strip("ال"):
        return None
    return noun if noun.first == stop or tokens[stop].form == "من" else None


def _from_number(story: Story, i: int, j: int, number: NumberMention, unit: NounMention | None) -> Item:
    low, high = number.min, number.max
    item = Item(
        i, j, number.start, number.end, low if low is None else int(low), high if high is None else int(high),
        number.approx, "number", procs=procs_before(story.page, i, number.start),
    )  # fmt: skip
    if unit is not None:
        count_noun(item, story.page, unit)
    elif j < len(story.page.tokens) and _some_noun(story, j):
        item.unit_kind = "unknown"
    return item


def _some_noun(story: Story, j: int) -> bool:
    """Whether the word at token ``j`` is most likely a noun, though the lexicon does not have it."""
    token = story.page.tokens[j]
    if token.kind != "w" or token.form in ENDS or token.form in OTHERS or token.form in AMONG:
        return False
    return token.form[0] not in "وبفل" and not story.is_verb(j)


def _from_toll(t: Trigger) -> Item:
    kind = f"toll noun {'definite' if t.definite else 'open'}"
    return Item(
        t.first, t.last + 1, t.start, t.end, t.sense.number, t.sense.number, False, kind, row=t.sense.row, procs=t.procs
    )


def _link(story: Story, found: list[Item]) -> None:
    """Tell every item which count before it includes it, or is added to it by «و»."""
    tokens = story.page.tokens
    for item in found:
        item.names = _named_by_number(story.page, item)
        item.subject = item.first > 0 and not item.procs and story.has_object(item.first - 1)
    for before, item in pairwise(found):
        reach = range(max(before.stop, item.first - _AMONG_REACH), item.first)
        of_them = tokens[item.first].form in ONE_OF_THEM or _of_them(story, item.stop)
        if of_them or any(tokens[i].form in AMONG for i in reach):
            item.whole = before
        elif item.procs.startswith("و") and 0 <= item.first - before.last <= _CLOSE:
            item.joined = before


def _named_by_number(page: Page, item: Item) -> bool:
    before = page.tokens[item.first - 1] if item.first else None
    return before is not None and page.tokens[item.first].kind == "d" and definite(before.form)


def _of_them(story: Story, stop: int) -> bool:
    return stop < len(story.page.tokens) and story.page.tokens[stop].form in _OF_THEM


_OF_THEM = frozenset("منهم منهما منها منهن".split())
