"""What the examples beside the rules do not show: units, offsets, order, odd input and cost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.numbers import NumberRoom
from khabar.text import Page
from tests.support.examples import lexicon

ROOM = NumberRoom(lexicon())
PIECES = "5,12,2014,،, و,ألف,ألفا,مئة,ثلاثة,عشر,نحو,بين,إلى,-,من,\n,%,قتيل,ـ,ً,عام".split(",")
WORDS = st.lists(st.sampled_from(PIECES))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("قُتل 6 من عناصره", "عناصره"),
        ("مقتل الجنود الثلاثة في الكمين", "الجنود"),
        ("أطفالها الأربعة نجوا", "أطفالها"),
        ("أصيب جنديان اثنان", "جنديان"),
        ("قتل جندي واحد", "جندي"),
        ("نحو 40 آخرين", None),
        ("سقط 5 وأصيب كثيرون", None),
        ("بنسبة 20 في المئة من السكان", "في المئة"),
        ("قرابة الـ50 قتيلا", "قتيلا"),
        ('سبعة من "الانفصاليين"', "الانفصاليين"),
        ("ثلاثة على الأقل من المهاجرين", "المهاجرين"),
    ],
)
def test_unit(text: str, unit: str | None) -> None:
    (mention,) = ROOM.find(Page(text))
    assert (mention.unit.text if mention.unit else None) == unit


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("بـ30 صاروخا", "30"),
        ("بأكثر من 20 قذيفة", "أكثر من 20"),
        ("وبالـ24 ساعة", "الـ24"),
        ("لثلاثة جنود", "ثلاثة"),
        ("وصل ١٢ ألفاً منهم", "١٢ ألفاً"),
        ("خَمْسَةٌ وَعِشْرُونَ", "خَمْسَةٌ وَعِشْرُونَ"),
        ("\u200fقُتل \u200f7\u200f جنود", "7"),
    ],
)
def test_span_in_the_text_as_given(text: str, span: str) -> None:
    (mention,) = ROOM.find(Page(text))
    assert mention.text == text[mention.start : mention.end] == span


def test_reading_leaves_no_trace() -> None:
    text = "مئة و3 جنود، ثم 3 آلاف، ثم ميتا ومئتا قتيل، ثم 3"
    room = NumberRoom(lexicon())
    first = room.find(Page(text))
    assert room.find(Page(text)) == first
    assert [mention.min for mention in first] == [103, 3000, 200, 3]


def test_reasons_name_rows() -> None:
    (mention,) = ROOM.find(Page("ما لا يقل عن خمسين جنديا"))
    assert [(r.rule, r.row) for r in mention.because] == [
        ("numeral", "numbers/tens/fifty"),
        ("modifier", "numbers_modifiers/modifiers/la_yaqill"),
    ]


@given(st.one_of(st.text(), WORDS.map(" ".join), WORDS.map("".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for mention in ROOM.find(Page(text)):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.min is None or mention.max is None or mention.min <= mention.max
        end = mention.end


@pytest.mark.parametrize(
    "piece", ["ألف و", "5 ", "2012 و", "من 3 إلى ", "مليون ", "5 كلمة كلمة على الأقل ", "ا5", "1,"]
)
def test_time_grows_with_the_text(piece: str) -> None:
    def cost(length: int) -> float:
        page = Page(piece * (length // len(piece)))
        begin = time.process_time()
        ROOM.find(page)
        return time.process_time() - begin

    cost(2_000)
    assert cost(40_000) < 12 * cost(10_000) + 0.05  # four times, with room for a busy machine
