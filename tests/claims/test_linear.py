"""Linear scorers: sums of weights, by class or by answer, and an installation that has none learnt."""

from __future__ import annotations

import math

import pytest

from khabar import Reader
from khabar.claims import confidence, linear
from khabar.claims.linear import Linear, Weights, by_answer, load, load_pairs, sigmoid
from khabar.lexicon import load as lexicon

BINARY = Weights("b", {"yes": {"near": 2.0, "far": -3.0}}, {"yes": -1.0})
CLASSES = Weights("c", {"actor": {"before": 1.0}, "target": {"before": -1.0, "behind": 2.0}}, {"actor": 0.5})
PAIRS = Weights("p", {"yes": {"ruled": 2.0, "gun > attack": 1.0, "gun > raid": -1.0}}, {})


def test_a_probability_is_of_the_sum() -> None:
    scorer = Linear(BINARY, learnt=True)
    assert scorer.probability(["near", "not known"]) == pytest.approx(sigmoid(1.0))
    assert scorer.probability([]) == pytest.approx(sigmoid(-1.0))


def test_classes_each_have_their_sum() -> None:
    scores = Linear(CLASSES, learnt=True).scores(["before", "behind", "not known"])
    assert scores == {"actor": 1.5, "target": 1.0}
    assert Linear(CLASSES, learnt=True).scores([]) == {"actor": 0.5, "target": 0.0}


def test_pairs_are_weighed_by_answer() -> None:
    scorer = Linear(by_answer(PAIRS), learnt=True)
    assert scorer.scores(["gun"])["attack"] == 1.0
    assert scorer.scores(["gun"])["raid"] == -1.0
    assert scorer.alone(["ruled", "gun"]) == 2.0


def test_the_heaviest_are_told_first() -> None:
    scorer = Linear(BINARY, learnt=True)
    assert scorer.heaviest(["near", "far", "near", "not known"]) == [("far", -3.0), ("near", 2.0)]
    assert scorer.heaviest(["near", "far"], most=1) == [("far", -3.0)]


def test_sigmoid_is_safe_at_both_ends() -> None:
    assert 0 < sigmoid(-math.inf) < 0.001
    assert 0.999 < sigmoid(math.inf) < 1


def none_shipped(name: str) -> None:
    """An installation without learnt weights."""


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader whose weights are all set by hand."""
    monkeypatch.setattr(linear, "shipped", none_shipped)
    monkeypatch.setattr(confidence, "shipped", none_shipped)
    return Reader(strict=True)


class TestWithoutLearntWeights:
    def test_a_scorer_falls_back_on_what_is_set_by_hand(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(linear, "shipped", none_shipped)
        assert load("any", {"yes": {"near": 1.0}}).probability(["near"]) == pytest.approx(sigmoid(1.0))
        assert load_pairs("any", {"ruled": 1.0}).alone(["ruled"]) == 1.0
        assert not load("any", {}).learnt

    def test_claims_are_read_all_the_same(self, bare: Reader) -> None:
        text = (
            "قصفت مدفعية الجيش السوري بلدة خان شيخون صباح اليوم، ما أدى إلى مقتل خمسة مدنيين. "
            "وفي كابل، هاجمت حركة طالبان قاعدة للجيش الأفغاني."
        )
        report = bare.read(text, published="2019-06-12")
        first, *_, last = report.claims
        assert (first.type, last.type) == ("shelling", "armed_attack")
        assert [m.actor_id for m in first.actors] == ["syria.army"]
        assert [(c.role, c.min) for c in first.counts] == [("killed", 5)]
        assert first.place is not None and first.place.name_en == "Khan Shaykhun"
        assert first.time is not None
        assert last.place is not None and last.place.name_en == "Kabul"

    def test_it_says_so(self, bare: Reader) -> None:
        report = bare.read("قصف الجيش السوري مدينة إدلب.")
        assert report.made_by.models == ()
        (claim,) = report.claims
        assert "by hand" in claim.because["type"].rule

    def test_the_shipped_ones_say_so_too(self) -> None:
        assert Reader(lexicon=lexicon()).read("خبر").made_by.models == (
            "head", "boundary", "opening", "type", "part", "role", "place", "time", "statement",
        )  # fmt: skip
