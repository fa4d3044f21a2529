"""Counts without a number: nouns whose form is one or two, «one of them», «a third»."""

from __future__ import annotations

from collections.abc import Iterator

from ...text import Page
from ..located import within
from ..nouns import NounMention
from ..story import Story
from .item import AMONG, DONE_TO, ENDS, ONE_OF_THEM, TWO, Item, count_noun, definite, from_noun


def duals(story: Story, first: int, stop: int) -> Iterator[NounMention]:
    """Nouns that a word for two stands behind («متطوعين اثنين»), whether or not the lexicon has both as one."""
    tokens = story.page.tokens
    for noun in story.nouns_between(first, stop):
        if noun.noun.kind == "measures":
            continue
        if tokens[noun.head_stop - 1].form in TWO and noun.head_stop - noun.first > 1:
            yield noun


def nouns(story: Story, first: int, stop: int, taken: set[int]) -> Iterator[Item]:
    """Nouns that are counts of one or two by their form."""
    previous: NounMention | None = None
    for noun in story.nouns_between(first, stop):
        describes = previous is not None and _describes(story.page, previous, noun)
        previous = noun
        if noun.first in taken or noun.noun.kind == "measures" or describes or "ك" in noun.procs:
            continue
        number = noun.noun.number or (2 if _vowelled_dual(story, noun) or _dual_by_verb(story, noun) else 0)
        if number == 0 or (number == 1 and no_single(story, noun)):
            continue
        if number == 1 and noun.noun.row.endswith("/nationals") and not _person(story, noun):
            continue
        if number == 2 and noun.head_stop in taken:  # «متطوعين اثنين»: the number counts
            continue
        taken.add(noun.first)
        yield from_noun(story, noun, number)


def _describes(page: Page, before: NounMention, noun: NounMention) -> bool:
    """Whether a noun only says more of the one right before it: it agrees with it, or is its genitive («سائق سيارة»).

    An indefinite noun does not describe a definite one, and a noun that keeps its nun governs no genitive.
    """
    if noun.procs or not _next_to(page, before.head_stop, noun.first):
        return False
    if (before.definite or before.possessed) and not noun.definite:
        return False
    if before.noun.number == noun.noun.number:
        return before.noun.kind == noun.noun.kind or noun.noun.number == 1
    governs = not page.tokens[before.head_stop - 1].form.endswith(("ون", "ين", "ان"))
    return governs and noun.noun.number == 1 and not page.tokens[noun.head_stop - 1].form.endswith("ا")


def _person(story: Story, noun: NounMention) -> bool:
    """Whether a word for somebody's nation is no adjective: behind a toll or an act done to people, or one of many."""
    if noun.procs == "و" or story.page.tokens[noun.first - 1].form in AMONG:
        return True
    sentence = story.sentences[story.sentence_index(noun.first)]
    return any(t.last == noun.first - 1 and (t.sense.toll or t.sense.type in DONE_TO) for t in sentence.triggers)


def _next_to(page: Page, stop: int, first: int) -> bool:
    """Whether nothing but a quotation mark stands between tokens ``stop`` and ``first``."""
    return first == stop or (first == stop + 1 and page.tokens[stop].form in _QUOTES)


def _vowelled_dual(story: Story, noun: NounMention) -> bool:
    """Whether the vowel marks make a dual of what else is a plural («مسلحيْن», «مسلحَين»)."""
    token = story.page.tokens[noun.head_stop - 1]
    written = story.page.text[token.start : token.end]
    return written.endswith(("يْن", "َين", "َيْن", "يْنِ", "َينِ"))


def _dual_by_verb(story: Story, noun: NounMention) -> bool:
    """Whether a toll verb in the dual behind makes two of what may be many («إن فلسطينيين أصيبا»)."""
    if not story.page.tokens[noun.head_stop - 1].form.endswith("ين"):
        return False
    sentence = story.sentences[story.sentence_index(noun.first)]
    return any(
        t.sense.form is not None and t.sense.form.number == "d" and t.sense.form.tense == "past" and t.sense.toll
        for t in sentence.triggers
        if 0 <= t.first - noun.stop <= 1
    )


def another(story: Story, i: int, j: int) -> bool:
    """Whether an ordinal stands for a person by itself: behind a toll («إصابة ثالث»), no noun before or behind it."""
    tokens = story.page.tokens
    sentence = story.sentences[story.sentence_index(i)]
    if not any(t.last == i - 1 and t.sense.toll and not t.sense.people for t in sentence.triggers):
        return False
    return j >= len(tokens) or tokens[j].kind != "w" or tokens[j].form in ENDS or tokens[j].form[0] in "بفو"


def one_of(story: Story, first: int, stop: int, taken: set[int]) -> Iterator[Item]:
    """«أحد نشطاء …», «أحدهم»: one of them."""
    tokens = story.page.tokens
    for i in range(first, min(stop, len(tokens))):
        token = tokens[i]
        if token.form not in _ONE_OF or i in taken:
            continue
        item = Item(i, i + 1, token.start, token.end, 1, 1, False, "one of", unit_kind="people")
        if token.form not in ONE_OF_THEM and i + 1 == len(tokens):
            continue
        if token.form not in ONE_OF_THEM:
            i_noun = i + 1 + (tokens[i + 1].kind == "p" and i + 2 < len(tokens))  # «أحد "المتمردين"»
            behind = tokens[i_noun]
            if behind.kind != "w" or behind.form in ENDS or story.is_verb(i_noun):
                continue
            noun = story.noun_from(i_noun)
            if noun is not None and noun.first == i_noun:
                count_noun(item, story.page, noun)
            elif not story.candidates_between(i_noun, i_noun + 1) and not behind.form.startswith("ابرز"):
                item.unit_kind = "unknown"
        taken.add(i)
        yield item


_ONE_OF = ONE_OF_THEM | frozenset(("احد", "احدي"))
_QUOTES = frozenset("\"«“”'‘’")


def no_single(story: Story, noun: NounMention) -> bool:
    """Whether a singular noun is no count of one: definite, also by what follows («ضابط المخابرات», «محافظ حلب»),
    possessed, or behind «من» («من عائلة واحدة»)."""
    tokens = story.page.tokens
    before = tokens[noun.first - 1].form if noun.first else ""
    if noun.definite or noun.possessed or before == "من":
        return True
    if noun.noun.kind == "others" and story.nouns_between(noun.first - 1, noun.first):
        return True
    if noun.head_stop >= len(tokens):
        return False
    i = noun.head_stop
    return definite(tokens[i].form) and not story.is_verb(i) and not within(story.times, i, i + 1)
