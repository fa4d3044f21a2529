"""Strategies: any Unicode string, and strings of what Arabic reports and those who write them are made of."""

from __future__ import annotations

from hypothesis import strategies as st

any_text = st.text(alphabet=st.characters(exclude_categories=()), max_size=200)  # lone surrogates, NUL, all of it

PIECES = [
    "قصف", "شهيد", "شهي.د", "ق.ص.ف", "ق", "ب", "و", "ال", "د.", "ا.ف.ب", "بغداد.وقال", "تقـ ـتل", "ـ", "ـ ـ", "هـ",
    "مدينة", "إلى", "ً", "َّ", "\u200f", "\u202b", "\ufeff", "ﷺ", "ﷲ", "ﻻ", "٣", "3", "3.5", "10.30", ".", "..", "...",
    "؟", "!", "…", "،", ":", "\n", "\r\n", "\u2028", " ", "   ", "\u00a0", '"', "«", "»", "“", "”", "'", "''", "‹", "›",
    "<<", ">>", "″", "-", "–", "(", ")", "[", "]", "/", "_", "*", "&quot;", "&#34;", "&", ";", "http://x.y/z", "a.b",
    "Dr.", "U.S.", "\x00", "\ud800", "😀", "é",
]  # fmt: skip
arabic_text = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
