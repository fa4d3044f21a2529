"""Quotation spans in every style, and broken ones."""

from __future__ import annotations

import pytest

from khabar.text import Page

# [ ] stand around what is a quotation, { } around a broken one.
QUOTES = [
    "قال [«نعم»] ثم [“لا”] و[„ربما“] و[\"كلا\"] و[''أجل''] و[‹حسنا›]",
    "كتب [<<لن نعود>>] و[``سنعود´´]",
    "قال ['لن نستسلم'] أمس",
    # typed right to left, or both the same
    "في [”درع الفرات“] و[”قسد”] و[“داعش“] و[»نبع السلام«]",
    'لـ [“الجولاني”] و[”التحالف الدولي”] بـ["القوة"] وال["حشد"]',
    # nested: the outermost
    '[«قال إن "داعش" انتهى»] ثم مضى',
    '["قال إن "داعش" انتهى"] ثم مضى',
    '["قضت بصاروخ من قوات "قسد" وقوات النظام، على القرية"]، وفق المصدر',
    "[«قال 'نعم' وقال “لا”»]",
    # over sentences and paragraphs
    "قال: [«انتهت الحرب. عاد الناس.»] ثم سكت",
    "قال: [«انتهت الحرب.\nعاد الناس»] ثم سكت",
    # mixed marks
    'قال [«نعم"] ثم',
    'قال ["نعم»] ثم',
    'قال [“نعم"] ثم [«لا”] ثم',
    # broken
    "قال {«انتهت الحرب}\nعاد الناس",
    'قال {"انتهت الحرب.} ثم عاد الناس',
    'وأضافت الوزارة: {انتهت الحرب"}. ثم',
    "{عاد الناس»} كما قال",
    'قال {"انتهت الحرب} ["قسد"] ذكرت',
    # blanks on the wrong side of straight marks
    'مع[" فيرا دي برشلونة"]، اليوم',
    'قال [" نعم "] ثم',
    'قال ["نعم "]ثم',
    # no quotation
    'مشى 5\' ثم 10" وقاس شاشة 55" بسعر',
    "Syria's army لا don't",
    "د'Artagnan كان ’ هنا",
    "٣″ فقط",
    "قال &lt; و > و <b>",
    # dashes
    "وقال: [–لن نستسلم أبدا–] ثم مضى",
    "وقال –وهو قائد– إنه سيعود",
    "- بند أول\n- بند ثان",
    # entities
    "قال [&quot;نعم&quot;] و[&#34;لا&#34;]",
    # a sign for seconds typed for a mark
    'مؤتمر ["المدن الذكية 2022″]، أمس',
]


@pytest.mark.parametrize("marked", QUOTES)
def test_quotes(marked: str) -> None:
    text = marked
    for char in "[]{}":
        text = text.replace(char, "")
    page = Page(text)
    out, done = [], 0
    for quote in page.quotes:
        left, right = "{}" if quote.broken else "[]"
        out += [text[done : quote.start], left, text[quote.start : quote.end], right]
        done = quote.end
    assert "".join(out) + text[done:] == marked


def test_names_are_told_from_speech() -> None:
    page = Page('أعلن تنظيم "داعش" في "درع الفرات" أن "الحرب لم تنته بعد".')
    assert [quote.short for quote in page.quotes] == [True, True, False]
    assert [quote.words for quote in page.quotes] == [1, 2, 4]


def test_inner_is_what_stands_between_the_marks() -> None:
    text = "قال &quot;نعم يا سيدي&quot; و''لا'' و«غدا"
    assert [text[slice(*quote.inner)] for quote in Page(text).quotes] == ["نعم يا سيدي", "لا", "غدا"]


def test_in_quote() -> None:
    text = "قال «نعم» ثم"
    page = Page(text)
    inside = [i for i in range(len(text)) if page.in_quote(i)]
    assert inside == list(range(4, 9))


def test_asides() -> None:
    text = (
        "وأدى القصف -وفق الدفاع المدني- إلى إصابة رجل، على طريق دمشق-عمان عند باب الهوى- سرمدا –قرب الحدود–، بين 3 -5."
    )
    page = Page(text)
    assert [text[start:end] for start, end in page.asides] == ["-وفق الدفاع المدني-", "–قرب الحدود–"]
