"""Confidence: between 0 and 1, higher for higher scores, the score itself where nothing was measured."""

from __future__ import annotations

import pytest

from khabar.claims.confidence import Confidence, logit
from khabar.claims.linear import Weights, sigmoid
from khabar.model import Kind

BY_SCORE = Weights("none", {"event": {"logit": 1.0}, "statement": {"logit": 1.0}}, {})


@pytest.mark.parametrize("score", [0.02, 0.5, 0.77, 0.98])
def test_uncalibrated_it_is_the_score(score: float) -> None:
    assert Confidence(BY_SCORE).of("event", score) == score


@pytest.mark.parametrize("kind", ["event", "statement"])
def test_a_higher_score_is_no_less_sure(kind: Kind) -> None:
    shown = [Confidence().of(kind, step / 50) for step in range(51)]
    assert shown == sorted(shown)
    assert 0 <= shown[0] <= shown[-1] <= 1


def test_each_kind_has_its_own_line() -> None:
    told = Confidence(Weights("c", {"event": {"logit": 0.0}, "statement": {"logit": 1.0}}, {"event": 2.0}))
    assert told.of("event", 0.1) == told.of("event", 0.9) == round(sigmoid(2.0), 2)
    assert told.of("statement", 0.5) == 0.5


def test_certainty_has_its_limits() -> None:
    assert logit(0.0) == pytest.approx(-logit(1.0))
    assert Confidence(BY_SCORE).of("event", 1.0) <= 1.0
