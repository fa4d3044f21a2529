"""How a report tells its date: given, on a dateline, or fixed by its text; and what it costs when it tells none."""

from __future__ import annotations

from datetime import date

import pytest

from khabar.context import ContextRoom, Telling
from khabar.dates import DateRoom
from khabar.lexicon import load
from khabar.model import Context, ReferenceDate
from khabar.text import Page

LEXICON = load()
ROOM = ContextRoom(LEXICON, DateRoom(LEXICON))
BODY = "قصفت المدفعية أطراف البلدة وأصيب ثلاثة مدنيين بجروح، وفق ما أفاد به مراسلنا في المنطقة صباح اليوم."


def read(text: str, published: date | None = None, **context: str) -> Telling:
    return ROOM.read(Page(text), title=None, published=published, context=Context(**context))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"2024-02-07\n\nحمص-سانا\n\n{BODY}", date(2024, 2, 7)),
        (f"مركز الأخبار\n\nالسبت, ١٨ مايو ٢٠٢٤, ١٥:١٠\n\n{BODY}", date(2024, 5, 18)),
        (f"Post\n\nمراسل@account{BODY}10:16 AM · Oct 31, 2024355Views2", date(2024, 10, 31)),
        (f"صفحة البلدة's Post\n\nصفحة البلدةFebruary 25, 2025 · Shared with Public{BODY}", date(2025, 2, 25)),
        (f"دمشق - 12 آذار 2019 - {BODY}", date(2019, 3, 12)),
        (f"{BODY}\n\nدمشق في 12 آذار 2019\nالمكتب الإعلامي", date(2019, 3, 12)),
        (f"{BODY}\n\nالمكتب الإعلامي\n12 آذار 2019", date(2019, 3, 12)),
        (f"حصاد يوم الجمعة 23-09-2022\n{BODY}", date(2022, 9, 23)),
    ],
)
def test_datelines(text: str, day: date) -> None:
    assert read(text).reference == ReferenceDate(day, "dateline")


def test_what_is_given_comes_first() -> None:
    assert read(f"12 آذار 2019\n{BODY}", date(2020, 1, 1)).reference == ReferenceDate(date(2020, 1, 1), "given")


def test_what_is_given_gives_way_to_todays_weekday() -> None:
    told = read("قتل جنديان أمس الأحد، وأصيب ثالث اليوم الاثنين.", date(2009, 11, 20))
    assert told.reference == ReferenceDate(date(2009, 11, 16), "inferred")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("توفي شاب، اليوم الاثنين 14 تشرين الثاني، متأثرا بجراحه.", date(2022, 11, 14)),
        ("استهدفت الطائرات البلدة أمس 12 آذار 2019.", date(2019, 3, 13)),
        ("انفجر لغم يوم الثلاثاء 30 أيار، وشيع القتلى اليوم الخميس.", date(2023, 6, 1)),
    ],
)
def test_the_text_fixes_it(text: str, day: date) -> None:
    assert read(text).reference == ReferenceDate(day, "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        "وقعت الحادثة بتاريخ ١-٩-٢٠٢٣ وراح ضحيتها خمسة أطفال من عائلة واحدة كانوا في منزلهم وقت القصف على القرية.",
        "10:16 AM · Feb 31, 2024",
        "في 30 شباط 2019",
    ],
)
def test_no_date_is_invented(text: str) -> None:
    assert read(text).reference is None


def test_country_of_the_outlet() -> None:
    assert read(BODY, outlet="SANA news").country == "SY"
    assert read(BODY, outlet="Jawhara FM (Tunisia)").country == "TN"
    assert read(BODY, outlet="BBC Arabic").country is None
    assert read(BODY, outlet="BBC Arabic", outlet_country="IQ").country == "IQ"
    assert read(BODY, outlet_country="Atlantis").country is None


def test_what_was_not_understood_is_told() -> None:
    told = read("اقتحمت القوات الحي في 12 فورار 2019.", outlet="جريدة الضفاف")
    assert [unread.reason for unread in told.unread] == ["unknown outlet: جريدة الضفاف", "unknown month word"]
    assert told.unread[1].text == "فورار"
    assert read(BODY, outlet="@account").unread == ()
