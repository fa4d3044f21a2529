"""HTML given as text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.intake import blank_markup
from khabar.text import fold

PLAIN = ["خبر بلا وسوم", "5 < 7 و8 > 3", "<المصدر> قال", "a <b", "<خبر>عاجل</خبر>", "&nbsp; وحدها"]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_left_alone(text: str) -> None:
    assert blank_markup(text) is None


def seen(text: str) -> str:
    blanked = blank_markup(text)
    assert blanked is not None
    assert len(blanked.text) == len(text)
    return " ".join(fold(blanked.text).text.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>قصف</p><p>نزوح</p>", "قصف نزوح"),
        ("<b>و</b>الجيش", "والجيش"),
        ("قال<br/>الجيش", "قال الجيش"),
        ('<a href="x">الوكالة</a> قالت', "الوكاله قالت"),
        ("<p>قال:&nbsp;&quot;نعم&quot; &amp; &#1604;&#x627;</p>", 'قال: "نعم" & لا'),
        ("<p>نعم</p><script>if (a<b) {'<p>لا</p>'}</script><p>بعد</p>", "نعم بعد"),
        ("<style>p{}</style><p>نعم</p><!-- <p>لا</p> -->", "نعم"),
        ("<p>نعم</p><script>لم يغلق", "نعم <script>لم يغلق"),
        ("<!DOCTYPE html><html dir=rtl><body><P CLASS='x'>نعم", "نعم"),
    ],
)
def test_what_a_browser_shows_is_what_is_read(text: str, words: str) -> None:
    assert seen(text) == words


def test_blocks_start_lines() -> None:
    blanked = blank_markup("<div>قصف</div><div>نزوح</div>")
    assert blanked is not None
    assert [line.strip() for line in blanked.text.split("\n") if line.strip()] == ["قصف", "نزوح"]
    assert blanked.tags == 4


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<script>", "</script>", "<!--", "-->", "&amp;", "&#9;", "<", ">", "خبر", "İ"])
    )
)
def test_offsets_hold_whatever_comes(parts: list[str]) -> None:
    text = "".join(parts)
    blanked = blank_markup(text)
    assert blanked is None or len(blanked.text) == len(text)


@pytest.mark.parametrize("piece", ["<script>", "<!--", "<p", "<", "&", "<a "])
def test_unclosed_pieces_cost_linear_time(piece: str) -> None:
    start = time.perf_counter()
    blank_markup("<p>" + piece * 100_000)
    assert time.perf_counter() - start < 5
