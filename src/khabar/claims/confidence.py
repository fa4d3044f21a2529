"""Confidence: what share of claims with such a score hold, as measured on reports the scorers had not seen.

A claim's raw score is the probability of its head (acts) or the strength of its rule (statements). Platt scaling maps
it to the share of such claims that a careful reader lists too (J. Platt, "Probabilistic outputs for support vector
machines", 1999); ``scripts/crossval.py --fit`` measures it, and ``docs/reliability.md`` shows how well it holds.
"""

from __future__ import annotations

import math

from ..model import Kind
from .linear import Weights, shipped, sigmoid

_UNCALIBRATED = Weights("confidence", {"event": {"logit": 1.0}, "statement": {"logit": 1.0}}, {})


class Confidence:
    """Maps raw scores to confidences; the identity where no calibration is shipped."""

    def __init__(self, weights: Weights | None = None) -> None:
        self._weights = weights or shipped("confidence") or _UNCALIBRATED

    def of(self, kind: Kind, score: float) -> float:
        """The confidence of a claim of ``kind`` with raw ``score``, to two places."""
        slope = self._weights.classes[kind]["logit"]
        return round(sigmoid(slope * logit(score) + self._weights.bias.get(kind, 0.0)), 2)


def logit(score: float) -> float:
    """The log-odds of a score, kept from 0 and 1."""
    p = min(max(score, 0.001), 0.999)
    return math.log(p / (1 - p))
