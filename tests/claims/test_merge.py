"""Which words of a sentence tell one act, which word carries it, and with which word its clause begins."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims


def acts(text: str) -> list[str]:
    """The trigger words of the acts of ``text``."""
    return [c.trigger.text for c in claims(text) if c.kind == "event" and c.trigger]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت المدفعية بلدة التل، ما أدى إلى دمار في المنازل.",  # an outcome
        "قصفت طائرات حربية بلدة التل، وأسفر القصف عن مقتل أربعة مدنيين.",  # the same act again
        "استهدفت الطائرات بلدة التل بأربع غارات جوية.",  # the means
        "قتل أربعة مدنيين عندما انفجرت عبوة ناسفة في سوق التل.",  # a toll before its cause
        "قتل ستة جنود، وجرح أربعة، في هجوم على حاجز قرب التل.",  # two tolls
    ],
)
def test_one_act(text: str) -> None:
    assert len(acts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قصفت المدفعية بلدة التل، فيما اعتقلت الشرطة عشرة شبان في حمص.",
        "انفجرت سيارة مفخخة في بلدة التل، كما قتل جنديان في هجوم على حاجز في دوما.",
    ],
)
def test_two_acts(text: str) -> None:
    assert len(acts(text)) == 2


def test_an_accusation_is_no_act_of_its_own() -> None:
    found = claims("اتهمت الحكومة السورية تركيا بقصف قرية التل.")
    assert [c.type for c in found] == ["accuse"]


def test_a_headline_is_told_by_its_report() -> None:
    headline = "مقتل أربعة مدنيين في قصف على بلدة التل"
    body = "قتل أربعة مدنيين وأصيب سبعة آخرون، اليوم، في قصف مدفعي للجيش السوري على بلدة التل بريف دمشق."
    found = claims(f"{headline}\n\n{body}")
    assert [c.evidence.start > len(headline) for c in found] == [True]


def test_the_items_of_a_list_are_no_headlines() -> None:
    found = claims("حصيلة اليوم في ريف حلب قتلى وجرحى.\n- مقتل أربعة جنود في قصف مدفعي على قرية التل\n")
    assert any("مقتل" in c.evidence.text for c in found)


def test_comments_on_a_post_are_not_read() -> None:
    post = "قصف مدفعي على قرية التل يوقع أربعة قتلى"
    text = f"صوت الواديMarch 3, 2025 · Shared with Public{post}All reactions:12 commentsسميرقصفوا بيتنا في حمص أمس"
    assert {text.index(post) <= c.evidence.start < text.index("All") for c in claims(text)} == {True}


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("أعلنت الوزارة مقتل أربعة جنود في انفجار لغم قرب التل.", "مقتل أربعة جنود في انفجار لغم قرب التل"),
        ("قصفت القوات التركية، بالمدفعية الثقيلة، منازل المدنيين في قرية التل.", None),
    ],
)
def test_where_the_clause_begins_and_ends(text: str, evidence: str | None) -> None:
    (found,) = [c for c in claims(text) if c.kind == "event"]
    assert found.evidence.text == (evidence or text.rstrip("."))
