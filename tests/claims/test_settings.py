"""Where and when an act happened: in its clause, else from what stands near; not where the report was written."""

from __future__ import annotations

import pytest

from khabar.claims.datelines import datelined
from khabar.claims.neighbourhood import features
from khabar.claims.settings import options
from khabar.model import Span
from tests.claims.reading import act, claims, only, story


def spans(text: str, *words: str) -> list[Span]:
    return [Span(start=text.index(w), end=text.index(w) + len(w), text=w) for w in words]


@pytest.mark.parametrize(
    ("text", "words", "barred"),
    [
        ("نيروبي، كينيا (رويترز) -- هاجم مسلحون مركزا للشرطة.", ("نيروبي", "كينيا"), ("نيروبي", "كينيا")),
        ("الدوحة، دولة قطر (د ب أ) - بدأت المحادثات.", ("الدوحة",), ("الدوحة",)),
        ("عنوان الخبر\nالرقة – صدى الشام\nانفجرت عبوة في تل أبيض.", ("الرقة", "تل أبيض"), ("الرقة",)),
        ("صنعاء، اليمن - سبأ\nقصفت الطائرات عمران.", ("صنعاء", "اليمن", "عمران"), ("صنعاء", "اليمن")),
        ("حمص: قصفت الطائرات تلبيسة.", ("حمص", "تلبيسة"), ()),
        ("قتل جندي في طرابلس (شمال) - بيروت تدين.", ("طرابلس",), ()),
        ("الحسكة - انفجار عبوة ناسفة قرب دوار في المدينة.", ("الحسكة",), ()),
    ],
)
def test_where_the_report_was_written(text: str, words: tuple[str, ...], barred: tuple[str, ...]) -> None:
    assert datelined(text, spans(text, *words)) == {text.index(word) for word in barred}


def test_a_dateline_sets_no_act() -> None:
    text = "عمان، الأردن (CNN) -- أطلق مسلحون النار على دورية للشرطة وقتلوا ضابطا."
    assert all(claim.place is None for claim in claims(text))


LATER = "قتل أربعة جنود في هجوم شمالي مالي.\nوقال الجيش إن الهجوم وقع في بلدة كيدال.\nواجتمع الوزراء في باماكو."


def test_places_of_sentences_behind_that_tell_the_same_act() -> None:
    told = story(LATER)
    first = act(told, "هجوم")
    words = [told.page.text[o.mention.start : o.mention.end] for o in options(told, told.places, first, None)]
    assert any("كيدال" in word for word in words)
    assert not any("باماكو" in word for word in words)


def test_times_of_sentences_behind_are_not_looked_for() -> None:
    told = story("قتل أربعة جنود أمس في هجوم شمالي مالي.\nوقال الجيش إن هجوما آخر وقع يوم الأحد.")
    assert [o.mention.text for o in options(told, told.times, act(told, "هجوم"), None)] == ["أمس"]


def held(text: str, trigger: str, word: str) -> list[str]:
    told = story(text)
    chosen = act(told, trigger)
    of_places = [features(told, chosen, o) for o in options(told, told.places, chosen, None) if word in o.mention.text]
    of_times = [features(told, chosen, o) for o in options(told, told.times, chosen, None) if word in o.mention.text]
    (found,) = of_places + of_times
    return found


@pytest.mark.parametrize(
    ("text", "word", "tie"),
    [
        ("قصف الجيش من قاعدته في تدمر مدينة الرقة.", "الرقة", ""),
        ("قصف الجيش بالصواريخ من حماة مدينة الرقة.", "حماة", "prep from"),
        ("قصف الجيش بالصواريخ مواقع قريبة من حماة.", "حماة", ""),
        ("قصف الجيش موقعا على بعد 10 كم من حماة.", "حماة", ""),
        ("قصف الجيش بالمدافع على بلدة الأتارب.", "الأتارب", "prep on"),
        ("قصف الجيش بالمدافع نحو بلدة الأتارب.", "الأتارب", "prep to"),
    ],
)
def test_where_fire_comes_from_and_where_it_falls(text: str, word: str, tie: str) -> None:
    assert [f for f in held(text, "قصف", word) if f.startswith("prep ")] == ([tie] if tie else [])


@pytest.mark.parametrize(
    ("when", "day"),
    [("اليوم", "0"), ("أمس", "1"), ("يوم السبت", "6"), ("في 2 آذار 2018", "long ago"), ("عام 2016", "dated")],
)
def test_how_far_back_a_time_lies(when: str, day: str) -> None:
    assert f"day {day}" in held(f"قصف الجيش مدينة الرقة {when}.", "قصف", when.split()[-1])


def test_a_time_in_the_clause_sets_the_act() -> None:
    claim = only("قصف الجيش السوري مدينة سراقب أمس.")
    assert claim.place is not None
    assert claim.place.text == "مدينة سراقب"
    assert claim.time is not None
    assert str(claim.time.from_) == "2019-06-11"
