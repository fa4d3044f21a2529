"""A page on any text: tokens, sentences, words and quotations hold what they promise, in linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.text import Page, fold_word

from .texts import any_text, arabic_text

ODD = {
    "empty": "",
    "blank": " \n\t \u00a0 ",
    "only marks": "\u064b" * 100,
    "100,000 marks": "قتل" + "\u0301" * 50_000 + "\u064e" * 50_000 + " طفل.",
    "surrogates": "قتل \ud800 طفل\udfff.",
    "nul": "قتل\x00طفل. نعم\x00.",
    "mixed directions": "\u202eقتل 3 soldiers\u202c في \u2067Mosul\u2069.",
    "another script": "Убито трое солдат. 三人の兵士が死亡した。",
    "html": "<p>قتل &quot;طفل&quot;</p><script>a.b()</script>",
    "tatweel": "ـ" * 1000,
    "stops": "." * 1000,
    "quotes": '"' * 1000,
}


def check(text: str) -> None:
    page = Page(text)
    last = 0
    for token in page.tokens:
        assert last <= token.start < token.end <= len(text)
        assert fold_word(text[token.start : token.end]).strip() == token.form
        last = token.end
    assert "".join(text[start:end] for start, end in page.sentences) == text
    assert all(start < end for start, end in page.sentences)
    last = 0
    for quote in page.quotes:
        assert last <= quote.start <= quote.inner[0] <= quote.inner[1] <= quote.end <= len(text)
        assert quote.start < quote.end
        assert page.in_quote(quote.start) == quote
        assert page.in_quote(quote.end - 1) == quote
        last = quote.end
    for word in page.words:
        token = page.tokens[word.token]
        assert token.start <= word.start <= word.end <= token.end
        assert word.stem
    for start, end in page.asides:
        assert 0 <= start < end <= len(text)


@settings(max_examples=200)
@given(any_text)
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=400)
@given(arabic_text)
def test_arabic_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize("name", ODD)
def test_odd_text(name: str) -> None:
    check(ODD[name])


@given(arabic_text, st.integers(0, 400))
def test_look_ups(text: str, offset: int) -> None:
    page = Page(text)
    if offset < len(text):
        start, end = page.sentences[page.sentence_at(offset)]
        assert start <= offset < end
        at = page.token_at(offset)
        assert at == -1 or page.tokens[at].start <= offset
        assert at + 1 == len(page.tokens) or page.tokens[at + 1].start > offset
    first, stop = page.token_range(0, offset)
    assert [token.start < offset for token in page.tokens] == [True] * stop + [False] * (len(page.tokens) - stop)
    assert first == 0


def seconds(text: str, times: int) -> float:
    """Processor time of one reading, the best of ``times``: other work on the machine does not count."""
    best = 9e9
    for _ in range(times):
        start = time.process_time()
        page = Page(text)
        assert page.sentences
        assert page.quotes is not None
        assert page.asides is not None
        best = min(best, time.process_time() - start)
    return best


# What a careless expression would take quadratic time on.
LONG = [
    "قتل ثلاثة جنود في قصف على بلدة ",
    "قتل ثلاثة جنود. ",
    'قال «نعم» و"لا" ثم ',
    "«",
    "»",
    "«'",
    "«\"' ",
    "» ",
    "«\n",
    '" ',
    "'",
    ".",
    "1. ",
    "ا.",
    "ق.ص",
    ". . ",
    " ",
    "\n",
    "ـ",
    "ـ ـ",
    "قـ ـ",
    "ً",
    "& ",
    "-",
    " -ا",
    "ا- ",
    "https://a.",
    ':"',
    "(.)",
    "ﷺ",
]


@pytest.mark.parametrize("piece", LONG)
def test_time_is_linear(piece: str) -> None:
    short = piece * (10_000 // len(piece))
    long = piece * (80_000 // len(piece))
    assert seconds(long, 2) < 8 * 3 * max(seconds(short, 3), 0.003)


def test_five_megabytes_without_a_sentence_end() -> None:
    text = "قتل ثلاثة جنود في قصف على بلدة " * 160_000
    start = time.process_time()
    page = Page(text)
    assert "".join(text[first:last] for first, last in page.sentences) == text
    assert max(last - first for first, last in page.sentences) < 2_000
    assert page.quotes == []
    assert time.process_time() - start < 30  # 3 s on an idle core; a quadratic step would take hours
