"""What holds of every text: order, spans, null dates without a reference, survival."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.dates import DateRoom
from khabar.lexicon import load
from khabar.text import Page

ROOM = DateRoom(load())
WORDS = (
    "في من إلى حتى منذ قبل بعد بين خلال يوم اليوم أمس غدا فجر صباح مساء ليل الأحد الاثنين الثلاثاء الجمعة آذار يناير "
    "رمضان كانون الأول الثاني العشرين 3 12 31 2019 1445 هـ / - ، ( ) : . \n الشهر العام الأسبوع الماضي الجاري المقبل "
    "الفترة مطلع نهاية عام شهر و ثلاثة أيام ساعة الساعة العاشرة يومين عامين عيد الأضحى صيف القرن التاسع عشر هذا وقت "
    "سابق الموافق الـ 24 حرب شهري يومي سنوات"
).split(" ")
RELATIVE = (
    "اليوم",
    "أمس",
    "الأسبوع الماضي",
    "قبل يومين",
    "الأحد",
    "12 آذار",
    "الشهر الجاري",
    "منذ ثلاثة أيام",
    "عيد الأضحى",
)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=25),
    st.sampled_from([None, date.min, date(2020, 2, 29), date(1990, 1, 1), date(2099, 12, 31), date.max]),
)
def test_any_words_in_any_order(words: list[str], reference: date | None) -> None:
    text = " ".join(words)
    end = 0
    for mention in ROOM.find(Page(text), reference=reference):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text
        assert mention.because
        if mention.from_ is not None and mention.to is not None:
            assert mention.from_ <= mention.to
        end = mention.end


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_string(text: str) -> None:
    for mention in ROOM.find(Page(text), reference=date(2020, 1, 1)):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("text", RELATIVE)
def test_no_reference_no_dates(text: str) -> None:
    (mention,) = ROOM.find(Page(text))
    assert (mention.from_, mention.to) == (None, None)


def test_every_mention_names_its_rows() -> None:
    lexicon = load()
    known = {address for file in lexicon.files() if file.startswith("dates") for address in lexicon.addresses(file)}
    for mention in ROOM.find(Page("قصفت البلدة مساء أمس الأحد ومنذ 3 آذار الجاري"), reference=date(2019, 3, 11)):
        assert {reason.row for reason in mention.because} <= known


def test_the_country_decides_what_is_ambiguous() -> None:
    page = Page("تاريخ الحادث 3/4/2019")
    assert ROOM.find(page)[0].from_ == date(2019, 4, 3)
    assert ROOM.find(page, country="US")[0].from_ == date(2019, 3, 4)
    week = Page("هذا الأسبوع")
    begins = {c: ROOM.find(week, reference=date(2019, 8, 14), country=c)[0].from_ for c in ("SY", "SA", "TN")}
    assert begins == {"SY": date(2019, 8, 10), "SA": date(2019, 8, 11), "TN": date(2019, 8, 12)}


def test_time_grows_with_the_length() -> None:
    sentence = "قصفت الطائرات البلدة مساء الأحد 12 آذار 2019 وقتل 7 مدنيين منذ مطلع الشهر. الفترة الفترة من من في في "
    spent = []
    for copies in (100, 1000):
        page = Page(sentence * copies)
        start = time.process_time()
        ROOM.find(page, reference=date(2019, 3, 20))
        spent.append((time.process_time() - start) / copies)
    assert spent[1] < 3 * spent[0]


def test_an_event_without_date_is_open() -> None:
    reference = date(2023, 11, 20)
    (mention,) = ROOM.find(Page("منذ بدء القصف"), reference=reference)
    assert (mention.from_, mention.to, mention.precision) == (None, reference, "range")
    (mention,) = ROOM.find(Page("قبل عدة أيام"), reference=reference)
    assert mention.from_ == reference - timedelta(7)
