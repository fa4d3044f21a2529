"""Keys of names, and the cleaning of what gazetteers call names."""

from __future__ import annotations

import pytest

from khabar.lexicon import load
from khabar.places.build import cleaner
from khabar.places.names import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("دير الزور", "ديرالزور"),
        ("الرقة", "رقة"),
        ("صنعاء", "صنعا"),
        ("حماة", "حماه"),
        ("إدلب", "ادلب"),
        ("كفر نبل", "كفرنبل"),
        ("أبو ظبي", "ابوظبي"),
        ("مـــأرب", "مارب"),
        ("الأعظميّة", "الاعظمية"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    a, b = name_key(one), name_key(other)
    assert a is not None and b is not None and a.key == b.key


@pytest.mark.parametrize(("one", "other"), [("حلب", "حمص"), ("اللواء 93", "اللواء 17"), ("الباب", "باب الهوى")])
def test_different_names_do_not(one: str, other: str) -> None:
    a, b = name_key(one), name_key(other)
    assert a is not None and b is not None and a.key != b.key


def test_no_arabic_no_key() -> None:
    assert name_key("Aleppo") is None and name_key("") is None


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("محافظة الأنبار", ["الانبار"]),
        ("مطار الموصل", ["مطار الموصل", "الموصل"]),
        ("كوباني / عين العرب", ["كوباني", "عين العرب"]),
        ("قرية المثال السورية", ["المثال"]),
        ("Lībiyā", []),
        ("پشاور", ["بشاور"]),
        ("السورية", []),
        ("المدينة", []),
        ("و", []),
        ("بلدة 12 ب", []),
    ],
)
def test_cleaning(raw: str, clean: list[str]) -> None:
    assert cleaner(load()).clean([raw]) == clean
