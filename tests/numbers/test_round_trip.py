"""Every number that is written in words reads back."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import cache

import pytest

from khabar.numbers import NumberRoom
from khabar.text import Page
from tests.support.examples import lexicon
from tests.support.numerals import Style, noun, single_styles, spell, styles

STYLES = list(styles())


@cache
def room() -> NumberRoom:
    return NumberRoom(lexicon())


def lines_that_fail(pairs: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """The (number, words) whose line, among all of them on one page, does not read as that number."""
    wanted = list(pairs)
    page = Page("\n".join(words for _, words in wanted))
    found = {(mention.text, mention.min, mention.max) for mention in room().find(page)}
    return [(number, words) for number, words in wanted if (words, number, number) not in found]


def random_numbers(count: int) -> list[int]:
    """Numbers up to 10^12, as many short as long."""
    source = random.Random(20261125)
    return [source.randrange(10 ** source.randint(1, 12)) for _ in range(count)]


def written(numbers: Iterable[int], options: list[Style]) -> list[tuple[int, str]]:
    """Each number in every distinct form of it."""
    return [(n, words) for n in numbers for words in dict.fromkeys(spell(n, style) for style in options)]


@pytest.mark.parametrize("thousand", range(10))
def test_to_ten_thousand(thousand: int) -> None:
    numbers = range(1000 * thousand, 1000 * (thousand + 1) + (thousand == 9))
    wrong = lines_that_fail(written(numbers, list(single_styles())))
    assert not wrong, f"{len(wrong)} do not read back: {wrong[:5]}"


def test_random_to_a_trillion() -> None:
    source = random.Random(5)
    pairs = [pair for n in random_numbers(5000) for pair in written([n], source.sample(STYLES, 4))]
    wrong = lines_that_fail(pairs)
    assert not wrong, f"{len(wrong)} do not read back: {wrong[:5]}"


@pytest.mark.parametrize("feminine", [False, True])
@pytest.mark.parametrize("oblique", [False, True])
def test_in_a_sentence(feminine: bool, oblique: bool) -> None:
    style = Style(oblique=oblique, feminine=feminine)
    wrong = []
    for n in [*range(3, 1200), *(n for n in random_numbers(1000) if n > 2)]:
        words = spell(n, style, construct=True)
        sentence = f"ذكر البيان أن {words} {noun(n, feminine=feminine)} في المحصلة النهائية، دون تفاصيل."
        found = [(m.text, m.min, m.max) for m in room().find(Page(sentence))]
        if found != [(words, n, n)]:
            wrong.append((n, words, found))
    assert not wrong, f"{len(wrong)} do not read back: {wrong[:5]}"


def test_num2words() -> None:
    """The reading of num2words, where its forms are grammatical (it writes «مائة و ألف ألف» for 101,000)."""
    num2words = pytest.importorskip("num2words").num2words
    numbers = [n for n in [*range(10_001), *random_numbers(5000)] if not _ungrammatical(n)]
    wrong = lines_that_fail([(n, num2words(n, lang="ar")) for n in numbers])
    assert not wrong, f"{len(wrong)} do not read back: {wrong[:5]}"


def _ungrammatical(number: int) -> bool:
    """A count of thousands, millions or milliards above 100 that ends in 1 or 2."""
    while number:
        number //= 1000
        if number % 1000 > 100 and number % 100 in (1, 2):
            return True
    return False
