"""Names of private people: how far they reach, and what they are not."""

from __future__ import annotations

import pytest

from khabar.claims.nouns import NounFinder
from khabar.text import Page
from tests.support.claims import whole_acts, whole_verbs
from tests.support.examples import lexicon


@pytest.fixture(scope="module")
def finder() -> NounFinder:
    return NounFinder(lexicon(), whole_verbs(), whole_acts())


def found(finder: NounFinder, text: str) -> list[str]:
    page = Page(text)
    return [text[noun.start : noun.end] for noun in finder.find(page, 0, len(page.tokens))]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("أصابوا الحارس ثامر بن جلول الفقيه بحجر", ["حارس ثامر بن جلول الفقيه"]),
        ("بائع اسمه وصفي كان نائما", ["بائع اسمه وصفي"]),
        ("حفيدة السيدة (شهيرة) في البيت", ["حفيدة السيدة", "سيدة", "بيت"]),
        ("ميساء: غادة نبهان (61 عاما)، ثم سراج", ["غادة نبهان", "عاما"]),
        ("وجدوا الراعي على التل", ["راعي"]),
    ],
)
def test_a_name_reaches_as_far_as_names_do(finder: NounFinder, text: str, mentions: list[str]) -> None:
    assert found(finder, text) == mentions


@pytest.mark.parametrize("text", ["شارع سفيان الضيق", "مضى رجب كله", "عليها أن تصبر", "من وداد قديم"])
def test_one_first_name_alone_is_nobody(finder: NounFinder, text: str) -> None:
    assert found(finder, text) == []


def test_who_did_and_who_suffered_stay_two(finder: NounFinder) -> None:
    assert found(finder, "سلب ملثمون مسافرين") == ["ملثمون", "مسافرين"]
