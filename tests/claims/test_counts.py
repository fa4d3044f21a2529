"""Numbers of a claim: what they count, how exactly, and which part of another they are."""

from __future__ import annotations

import pytest

from khabar import Claim
from khabar.claims.arguments import Act
from khabar.claims.counting.governing import governing, rule
from khabar.claims.counting.item import Item
from khabar.claims.counting.items import items
from khabar.claims.counting.owning import owns, set_rivals
from khabar.claims.reach import widen
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


def found(text: str) -> list[tuple[int | None, str]]:
    """How many each item of a text is, and of what kind."""
    told = story(text)
    return [(i.min, i.kind) for i in items(told, 0, len(told.page.tokens))]


def ruled(text: str, word: str) -> list[tuple[int | None, str]]:
    """How many each item of a text is, and its role by grammar in the act ``word``."""
    told = story(text)
    return [(i.min, rule(act(told, word), i)) for i in items(told, 0, len(told.page.tokens))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خطف مجهولون موظفتين أجنبيتين", [(2, "two")]),  # a dual that no row lists
        ("سقطت قذيفتا هاون", [(2, "two")]),
        ("مقتل حارسين اثنين", [(2, "number")]),
        ("إن يمنيين أصيبا", [(2, "two")]),  # the verb tells two from many
        ("إصابة العاملين في المصنع", []),
        ("قتل ضابط المخابرات", []),  # definite by its genitive
        ("قتل ضابط شرطة وجندي", [(1, "one"), (1, "one")]),
        ("مقتل نيجيري", [(1, "one")]),
        ("هجوم نيجيري", []),
        ("مقتل جندي وإصابة ثالث بشظايا", [(1, "one"), (1, "another")]),
        ("جرح أحد المارة", [(1, "one of")]),
        ("قتل مسلحون طفلا", [(1, "one")]),  # no genitive behind a noun with its nun
        ("بلغ القتلى 9 والجرحى 30", [(9, "number"), (30, "number")]),
    ],
)
def test_what_counts_without_or_with_a_number(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("أربعة عمال قتلوا وأكثر من 9 آخرين أصيبوا في انفجار", "انفجار", [(4, "killed"), (9, "wounded")]),
        ("مقتل وإصابة 14 شخصا في القصف", "قصف", [(14, "casualties")]),
        ("ثلاثون مدنيا استشهدوا وأصيبوا في القصف", "قصف", [(30, "casualties")]),
        ("سقط 8 من العمال بين قتيل وجريح في القصف", "قصف", [(8, "casualties")]),
        ("مقتل 7 مدنيين من حي واحد بينهم ممرضة وصبيان في القصف", "قصف", [(7, "killed"), (1, "killed"), (2, "killed")]),
        ("خلف القصف 17 إصابة", "قصف", [(17, "wounded")]),
        ("هجوم شنه خمسة مسلحين", "هجوم", [(5, "participants")]),
        ("انفجار ثلاث عبوات", "انفجار", [(3, "other")]),
        ("قصف اللواء بثلاث قنابل", "قصف", [(3, "projectiles")]),
        ("ضبطت الشرطة بندقيتين مع ستة مهربين", "ضبطت", [(2, "other"), (6, "detained")]),
        ("قصف أب لتسعة أطفال", "قصف", [(9, "none")]),
    ],
)
def test_what_grammar_says(text: str, word: str, expected: list[tuple[int, str]]) -> None:
    assert ruled(text, word) == expected


def over(text: str, word: str, first: str, last: str) -> tuple[Act, str]:
    """The act ``word`` whose clause runs from the word ``first`` to ``last``, and how far it reaches when widened."""
    told = story(text)
    told_act = act(told, word)
    told_act.first = told.page.token_at(text.index(first))
    told_act.stop = told.page.token_at(text.index(last)) + 1
    widen(told, [told_act])
    return told_act, text[told.page.tokens[told_act.first].start : told.page.tokens[told_act.stop - 1].end]


class TestReach:
    def test_a_toll_joins_its_cause(self) -> None:
        text = "قتل رجل وجرح ستة آخرون، مساء الجمعة، في قصف على الميناء"
        assert over(text, "قصف", "في", "الميناء")[1] == text

    def test_an_outcome_joins_its_act(self) -> None:
        text = "قصفت القوات البلدة ثم انسحبت، مما أدى إلى إصابة ثلاثة رعاة"
        assert over(text, "قصفت", "قصفت", "البلدة")[1] == text

    def test_a_number_is_not_cut_from_its_noun(self) -> None:
        assert over("نفذ الطيران 4 غارات على القرية", "غارات", "غارات", "القرية")[1].startswith("4")

    def test_a_toll_of_no_cause_stays_outside(self) -> None:
        text = "قتل رجل في حلب، وشن الجيش هجوما على إدلب"
        assert over(text, "هجوما", "وشن", "إدلب")[1].startswith("وشن")


class TestOwning:
    def owners(self, text: str, *words: str) -> list[list[int | None]]:
        """The numbers that each of the acts ``words`` counts when all have the whole sentence."""
        told = story(text)
        acts = [act(told, word) for word in words]
        set_rivals(acts)
        every: list[Item] = items(told, 0, len(told.page.tokens))
        return [[i.min for i in every if owns(told, one, i)] for one in acts]

    def test_between_two_acts_it_belongs_to_the_first(self) -> None:
        assert self.owners("قصف الجيش القرية وقتل 3 رجال، ثم اعتقل صحفيا", "قصف", "اعتقل")[0] == [3]

    def test_unless_the_second_is_its_cause(self) -> None:
        assert self.owners("بعد هجوم على الحاجز أصيب 5 جنود بقصف", "هجوم", "قصف") == [[], [5]]

    def test_each_is_counted_once(self) -> None:
        told = self.owners("قتل 4 في قصف على حمص و6 في هجوم على حماة", "قصف", "هجوم")
        assert sorted(number or 0 for numbers in told for number in numbers) == [4, 6]
