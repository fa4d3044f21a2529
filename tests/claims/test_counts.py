"""Numbers of a claim: what they count, how exactly, and which part of another they are."""

from __future__ import annotations

import pytest

from khabar import Claim
from khabar.claims.counts import governing, items, rule
from tests.claims.reading import act, only, story


def counted(claim: Claim) -> list[tuple[str, int | None, int | None]]:
    return [(c.role, c.min, c.max) for c in claim.counts]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("أسفر هجوم لحركة الشباب في مقديشو عن مقتل أكثر من 50 جنديا.", [("killed", 50, None)]),
        ("أسفر هجوم لحركة الشباب في مقديشو عن مقتل 20 جنديا وإصابة 11.", [("killed", 20, 20), ("wounded", 11, 11)]),
        ("أسفر هجوم لحركة الشباب في مقديشو عن مقتل عشرات الجنود.", [("killed", 20, 99)]),
        ("أسفر هجوم لحركة الشباب في مقديشو عن مقتل ما بين 20 و30 جنديا.", [("killed", 20, 30)]),
        ("أسفر هجوم لحركة الشباب في مقديشو عن مقتل جنديين.", [("killed", 2, 2)]),
        ("أسفر هجوم لحركة الشباب في مقديشو عن مقتل جندي.", [("killed", 1, 1)]),
        ("اعتقلت الشرطة العراقية عشرة مسلحين في كركوك.", [("detained", 10, 10)]),
        ("خطف تنظيم الدولة الإسلامية ثلاثة صحفيين في الرقة.", [("abducted", 3, 3)]),
        ("شن التحالف العربي خمس غارات على مدينة صعدة.", [("strikes", 5, 5)]),
        ("دمر القصف خمسة منازل في بلدة حيان.", [("buildings", 5, 5)]),
        ("قصف الجيش السوري مدينة إدلب لليوم الثالث.", []),
    ],
)
def test_the_role_of_a_number(text: str, counts: list[tuple[str, int | None, int | None]]) -> None:
    assert counted(only(text)) == counts


def test_about_is_no_exact_number() -> None:
    (count,) = only("أسفر هجوم لحركة الشباب في مقديشو عن مقتل نحو ثلاثين جنديا.").counts
    assert (count.text, count.approx) == ("نحو ثلاثين", True)
    assert count.unit is not None and count.unit.text.startswith("جنديا")


def test_some_of_those_counted_before() -> None:
    whole, part = only("أسفر قصف الجيش السوري لمدينة إدلب عن مقتل 12 مدنيا بينهم 3 أطفال.").counts
    assert (whole.part_of, part.part_of) == (None, 0)


def test_a_toll_that_rises_is_a_running_one() -> None:
    (count,) = only("ارتفع عدد القتلى في قطاع غزة إلى 320 قتيلا منذ بدء الحرب.").counts
    assert (count.role, count.min, count.toll) == ("killed", 320, "cumulative")


class TestItems:
    def test_what_may_be_a_count(self) -> None:
        told = story("قتل 5 جنود وجندي سابع على بعد 3 كيلومترات، وأصيب شخصان.")
        found = [(i.min, i.kind) for i in items(told, 0, len(told.page.tokens))]
        assert (5, "number") in found
        assert (2, "two") in found
        assert (3, "number") not in found

    def test_a_singular_with_the_article_counts_nobody(self) -> None:
        told = story("قتل الجندي في القصف.")
        assert items(told, 0, len(told.page.tokens)) == []

    def test_each_stands_once_and_in_order(self) -> None:
        told = story("قتل خمسة جنود وجرح جنديان وأسر أحد القادة.")
        starts = [i.start for i in items(told, 0, len(told.page.tokens))]
        assert starts == sorted(set(starts))


class TestGrammar:
    def test_a_toll_before_governs(self) -> None:
        told = story("أسفر القصف عن مقتل خمسة مدنيين وإصابة عشرة.")
        bombing = act(told, "قصف")
        five, ten = items(told, 0, len(told.page.tokens))
        assert (rule(bombing, five), rule(bombing, ten)) == ("killed", "wounded")

    def test_a_noun_of_toll_behind_governs(self) -> None:
        told = story("خلف القصف سبعة قتلى.")
        (seven,) = items(told, 0, len(told.page.tokens))
        toll = governing(act(told, "قصف"), seven)
        assert toll is not None and toll.sense.toll == "killed"

    def test_things_are_what_they_are(self) -> None:
        told = story("قتل القصف أسرة ودمر ثلاثة منازل.")
        bombing = act(told, "قصف")
        assert "buildings" in {rule(bombing, i) for i in items(told, 0, len(told.page.tokens))}

    def test_people_of_no_toll_take_the_act(self) -> None:
        told = story("اعتقل الجيش عشرة شبان.")
        (ten,) = items(told, 0, len(told.page.tokens))
        assert rule(act(told, "اعتقل"), ten) == "detained"
