"""Evidence: the clause that carries a claim, without its neighbours' clauses and without who says so."""

from __future__ import annotations

from itertools import pairwise

import pytest

from khabar.claims.carriers import cause
from khabar.claims.evidence import trimmed
from tests.claims.reading import act, claims, only, story


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "قصف الجيش السوري مدينة إدلب، ما أسفر عن مقتل خمسة مدنيين.",
            "قصف الجيش السوري مدينة إدلب، ما أسفر عن مقتل خمسة مدنيين",
        ),
        ("قال ناشطون إن الجيش السوري قصف مدينة إدلب.", "الجيش السوري قصف مدينة إدلب"),
        ("قصف الجيش السوري مدينة إدلب، بحسب ناشطين.", "قصف الجيش السوري مدينة إدلب"),
    ],
)
def test_how_far_a_claim_reaches(text: str, evidence: str) -> None:
    assert only(text).evidence.text == evidence


def test_neighbours_do_not_overlap() -> None:
    text = "قصف الجيش السوري بلدة حيان، فيما اقتحمت هيئة تحرير الشام قرية مجاورة، واعتقلت عشرة شبان."
    found = claims(text)
    assert len(found) >= 2
    assert all(one.evidence.end <= other.evidence.start for one, other in pairwise(found))
    assert all(c.trigger and c.evidence.start <= c.trigger.start < c.evidence.end for c in found)


def test_signs_at_the_ends_are_left_out() -> None:
    told = story("، قصف الجيش المدينة .")
    start, end = trimmed(told, 0, len(told.page.tokens))
    assert told.page.text[start:end] == "قصف الجيش المدينة"


class TestCause:
    def of(self, text: str, toll: str) -> str:
        """The words of the act that a toll's clause names as its cause, its own where there is none."""
        told = story(text)
        it = act(told, toll)
        found = cause(told, it.sentence, it.trigger, (it.first, it.stop), {it.trigger.first})
        return text[found.start : found.end]

    def test_an_act_behind_a_preposition(self) -> None:
        assert self.of("مقتل خمسة مدنيين في قصف على المدينة.", "مقتل") == "قصف"

    @pytest.mark.parametrize(
        ("text", "carrier"),
        [
            ("قتل جنديان في المعارك.", "قتل"),
            ("قتل جنديان خلال الهجوم.", "قتل"),
            ("قتل جنديان في معارك مع المسلحين.", "معارك"),
            ("قتل جنديان في المعارك الدائرة مع المسلحين.", "معارك"),
            ("قتل جنديان في القصف.", "قصف"),
        ],
    )
    def test_a_fight_with_the_article_only_recalls_one(self, text: str, carrier: str) -> None:
        assert self.of(text, "قتل") == carrier

    def test_none_is_made_up(self) -> None:
        assert self.of("مقتل خمسة مدنيين في المدينة.", "مقتل") == "مقتل"

    def test_an_act_has_none(self) -> None:
        assert self.of("قصف على المدينة بعد هجوم.", "قصف") == "قصف"
