"""Segments of sentences: where they begin, what binds them, that they cover all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from khabar.clauses.segments import Bond, Segment, Segmenter
from khabar.text import Page
from tests.support.claims import whole_verbs
from tests.support.examples import lexicon

SEGMENTER = Segmenter(lexicon(), whole_verbs())


def segments(text: str) -> list[tuple[str, str]]:
    """(text, bond) of every segment."""
    page = Page(text)
    return [
        (text[page.tokens[s.first].start : page.tokens[s.stop - 1].end], s.bond.name)
        for s in SEGMENTER.sentence(page, 0, len(page.tokens))
    ]


def test_one_clause_is_one_segment() -> None:
    assert segments("قصفت المدفعية القرية") == [("قصفت المدفعية القرية", "START")]


def test_a_joined_verb_opens_a_segment() -> None:
    assert segments("قصفوا القرية ونزح أهلها") == [("قصفوا القرية", "START"), ("ونزح أهلها", "VERB")]


def test_a_joined_noun_opens_none() -> None:
    assert segments("مقتل جندي ووزير") == [("مقتل جندي ووزير", "START")]


def test_outcome_and_cause() -> None:
    bonds = [bond for _, bond in segments("قتل طفل جراء قصف أدى إلى دمار")]
    assert bonds == ["START", "CAUSE", "RESULT"]


def test_a_time_is_no_cause() -> None:
    assert len(segments("قتل ثلاثة خلال الأيام الماضية")) == 1
    assert len(segments("قتل ثلاثة خلال القصف")) == 2


def test_content_of_speech() -> None:
    assert segments("قال إن الجيش انسحب")[1] == ("إن الجيش انسحب", "THAT")


def test_a_comma_and_a_sign() -> None:
    assert [bond for _, bond in segments("قال، أمس: عادوا")] == ["START", "COMMA", "SIGN"]


def test_a_link_at_the_head_keeps_its_row() -> None:
    page = Page("بينما انسحب الحرس")
    (segment,) = SEGMENTER.sentence(page, 0, len(page.tokens))
    assert (segment.bond, segment.row) == (Bond.NEW, "clauses_links/new/while")


def test_a_comma_before_a_link_is_told() -> None:
    page = Page("قصفوا القرية، فيما صمد الجسر")
    assert [s.after_comma for s in SEGMENTER.sentence(page, 0, len(page.tokens))] == [False, True]


@given(st.text(alphabet="قصف وانسحبأدىإلىفيما،.:«» ", max_size=80))
def test_segments_cover_the_sentence_exactly(text: str) -> None:
    page = Page(text)
    if not page.tokens:
        return
    found: list[Segment] = SEGMENTER.sentence(page, 0, len(page.tokens))
    if not found:
        assert all(token.form in "،," for token in page.tokens)
        return
    covered = [i for s in found for i in range(s.first, s.stop)]
    assert covered == list(range(covered[0], len(page.tokens)))
    assert all(page.tokens[i].form in "،," for i in range(covered[0]))
