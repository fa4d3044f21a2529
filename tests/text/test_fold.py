"""Folding: what each spelling becomes, and where every folded character came from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.text import Folded, fold, fold_word

from .texts import any_text, arabic_text

SPELLINGS = [
    ("قُتِلَ مدنيٌّ", "قتل مدني"),
    ("عاجـــــل", "عاجل"),
    ("أحمد إلى آخر ٱلآن", "احمد الي اخر الان"),
    ("مستشفى فتوى على", "مستشفي فتوي علي"),
    ("مدرسة مسؤول بيئة", "مدرسه مسوول بييه"),
    ("ا\u0653 ا\u0654 ا\u0655 ي\u0654", "ا ا ا ي"),  # decomposed: آ أ إ ئ
    ("ﻗﺼﻒ ﻻ ﷲ بﷲ ﷼", "قصف لا الله بالله ريال"),
    ("النبي ﷺ قال", "النبي  صلي الله عليه وسلم  قال"),
    ("١٢٣٤٥٦٧٨٩٠ ۱۲۳۴۵۶۷۸۹۰", "1234567890 1234567890"),
    ("کتاب گروه یک", "كتاب كروه يك"),
    ("ڨفصة أڭادير چاي پاريس ڤيتو", "قفصه اكادير جاي باريس فيتو"),
    ("ڡلسطىں", "فلسطين"),
    ("قا\u200cل\u200f \u202bنعم\u202c\ufeff", "قال نعم"),
    ("ق\u0336ص\u0336ف\u0336", "قصف"),
    ("1\ufe0f\u20e3", "1"),
    ("تقـ ـتل", "تقتل"),
    ("الإرهـ ـابية", "الارهابيه"),
    ("هـ ـيـ ـئـ ـة تـ ـحـ ـريـ ـر", "هييه تحرير"),
    ("تقـَ ـتل", "تقتل"),
    ("قـ.ـصـ*ـف", "قصف"),
    ("شهي.داً", "شهيدا"),
    ("ق.ص.ف", "قصف"),
    ("بالق..صف", "بالقصف"),
    ("20 ـ 30", "20 - 30"),
    ("20ـ30", "20-30"),
    ("بـ 22 والـ 24", "ب 22 وال 24"),
    ("لـ «داعش»", "ل «داعش»"),
    ("&quot;نعم&#34; &laquo;لا&raquo;", '"نعم" «لا»'),
    ("AT&T &amp; &nonsense;", "AT&T &amp; &nonsense;"),
    ("a\u00a0b\u2009c\u3000d", "a b c d"),
    ("Café HTML", "Café HTML"),
]
KEPT = [
    "بغداد.وافادت",  # two sentences
    "ا.ف.ب",  # an agency
    "يوليو/تموز",
    "شهداء_الثوره",
    "القصف.قتل",  # the stop parts two words that are both listed
    "3.5",
]


@pytest.mark.parametrize(("given_", "expected"), SPELLINGS)
def test_spelling(given_: str, expected: str) -> None:
    assert fold_word(given_).strip() == expected


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    assert fold_word(text) == text


def test_map_of_a_split_word() -> None:
    text = "قال: تقـ ـتل ثم"
    folded = fold(text)
    start = folded.text.index("تقتل")
    assert text[folded.original(start) : folded.original_end(start + 4)] == "تقـ ـتل"


def test_map_of_an_entity() -> None:
    text = "قال &quot;نعم&quot;."
    folded = fold(text)
    at = folded.text.index('"')
    assert text[folded.original(at) : folded.original_end(at + 1)] == "&quot;"


def test_map_of_a_ligature() -> None:
    folded = fold("بﷲ نعم")
    assert [folded.original(i) for i in range(len(folded.text))] == [0, 1, 1, 1, 1, 2, 3, 4, 5]


def check_map(text: str, folded: Folded) -> None:
    offsets = [folded.original(i) for i in range(len(folded.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)
    assert folded.original(len(folded.text)) == len(text)
    for i, char in enumerate(folded.text):
        start, end = folded.original(i), folded.original_end(i + 1)
        assert start < end <= len(text)
        assert char in fold(text[start:end]).text or text[start] == "ـ"  # a lone tatweel may be a dash


@given(any_text)
def test_every_offset_maps_back(text: str) -> None:
    check_map(text, fold(text))


@given(arabic_text)
def test_every_offset_of_arabic_maps_back(text: str) -> None:
    check_map(text, fold(text))


@settings(max_examples=300)
@given(any_text | arabic_text)
def test_folding_what_was_folded_changes_nothing(text: str) -> None:
    once = fold_word(text)
    assert fold_word(once) == once


@given(st.text(alphabet="قصفشهيد ابو", max_size=30))
def test_marks_do_not_matter(text: str) -> None:
    assert fold_word("".join(char + "\u0650\u200f" for char in text)) == fold_word(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=50))
def test_normal_forms_fold_alike_in_arabic(text: str) -> None:
    arabic = "".join(char for char in text if "\u0621" <= char <= "\u064a")
    assert fold_word(unicodedata.normalize("NFD", arabic)) == fold_word(arabic)
