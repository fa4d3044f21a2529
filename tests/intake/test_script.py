"""Whether a text can be Arabic."""

from __future__ import annotations

import pytest

from khabar.intake import why_not_arabic


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "١٢٣ 456 !",
        "قصف",
        "Reuters: قصف على البلدة, sources said",
        "ﻗﺼﻒ",
        "هجوم على قرية گرميان",
        "عہلہى الہطہريہق",  # letters of Urdu as ornaments
    ],
)
def test_may_be_arabic(text: str) -> None:
    assert why_not_arabic(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The army shelled the town.", "no Arabic letters"),
        ("Армия обстреляла город", "no Arabic letters"),
        ("در پی انفجار یک بمب در پایتخت چند نفر کشته و زخمی شدند و پلیس گفت بیمارستان‌ها پر شده‌اند", "another language"),
        ("دھماکے میں پانچ افراد ہلاک ہوئے، پولیس نے بتایا کہ زخمیوں کو ہسپتال منتقل کر دیا گیا ہے", "another language"),
        ("لە ئەنجامی تەقینەوەیەک لە شارۆچکەکە پێنج کەس گیانیان لەدەستدا و چەند کەسێک بریندار بوون", "another language"),
        ("الجيش يقصف البلدة".encode().decode("cp1252", "replace"), "Windows-1252"),
    ],
)
def test_is_not_arabic(text: str, said: str) -> None:
    assert said in (why_not_arabic(text) or "")
