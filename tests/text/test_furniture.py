"""Furniture of saved pages: posts with author, date and comments glued to them; crossheads and links in the line."""

from __future__ import annotations

import pytest

from khabar.text import Page

TWEET = "Post\n\nصوت الوادي@sawt_wadi#عاجل قصف على قرية التل9:05 PM · Mar 3, 20251.2KViews17"
FACEBOOK = (
    "صوت الوادي - قصف على قرية...\nFacebookصوت الوادي's Post\n\nصوت الواديMarch 3, 2025 · Shared with Public"
    "قصف على قرية التلAll reactions:12 commentsسمير الأحمدالله يرحمهم"
)
NEWS = "توقف القتال."


@pytest.mark.parametrize(("text", "post"), [(TWEET, "#عاجل قصف على قرية التل"), (FACEBOOK, "قصف على قرية التل")])
def test_a_post_is_told_from_what_the_page_prints_around_it(text: str, post: str) -> None:
    page = Page(text)
    start, end = page.report
    assert text[start:end] == post
    assert post in [text[a:b] for a, b in page.sentences]


@pytest.mark.parametrize(
    "text", ["", NEWS, "راسلونا على a@b.org. وقع الهجوم ليلا.", "كتب على حسابه @sawt_wadi أن القتال توقف."]
)
def test_other_texts_are_whole(text: str) -> None:
    page = Page(text)
    assert page.report == (0, len(text))
    assert not page.seams


def sentences(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in Page(text).sentences]


def test_a_crosshead_is_a_line_of_its_own() -> None:
    gap = " " * 15
    text = f"انتهى الاجتماع.{gap}غارة جوية{gap}وفي تطور آخر سقطت قذيفة."
    assert sentences(text) == ["انتهى الاجتماع.", "غارة جوية", "وفي تطور آخر سقطت قذيفة."]


def test_blanks_inside_a_sentence_are_no_crosshead() -> None:
    gap = " " * 15
    assert len(sentences(f"قال شهود إن خمسة{gap}من السكان{gap}غادروا القرية.")) == 1


def test_links_between_paragraphs_are_lines_apart() -> None:
    text = "روابط ذات علاقة    هدوء في التل    عودة السكان إلى الوادي     وقال المتحدث إن القصف توقف."
    assert sentences(text) == [
        "روابط ذات علاقة", "هدوء في التل", "عودة السكان إلى الوادي", "وقال المتحدث إن القصف توقف.",
    ]  # fmt: skip
