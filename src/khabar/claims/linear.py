"""Linear scorers: weights of named features, from hand or learnt, small enough to read.

A scorer sums the weights of the features that hold. Learnt weights lie in ``models/*.json`` (made by ``make train``,
from features of our own lexicon and structure only); without them a scorer falls back on weights set by hand.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from importlib import resources

import msgspec


class Weights(msgspec.Struct, frozen=True):
    """Weights by class and feature. A binary scorer has the one class ``yes``."""

    name: str
    classes: dict[str, dict[str, float]]
    bias: dict[str, float]
    note: str = ""


class Linear:
    """Scores sets of features."""

    def __init__(self, weights: Weights, *, learnt: bool) -> None:
        self.name = weights.name
        self.learnt = learnt
        self._classes = weights.classes
        self._bias = weights.bias
        self._yes = weights.classes.get("yes", {})
        self._yes_bias = weights.bias.get("yes", 0.0)

    def probability(self, features: Iterable[str]) -> float:
        """Probability of ``yes`` for a set of features."""
        get = self._yes.get
        total = self._yes_bias + sum(get(feature, 0.0) for feature in features)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def scores(self, features: Iterable[str], classes: Iterable[str] | None = None) -> dict[str, float]:
        """The sum of weights for each class."""
        held = list(features)
        return {
            name: self._bias.get(name, 0.0) + sum(weights.get(feature, 0.0) for feature in held)
            for name, weights in self._classes.items()
            if classes is None or name in classes
        }


def load(name: str, fallback: Mapping[str, Mapping[str, float]]) -> Linear:
    """The learnt scorer ``name``, or one with the weights of ``fallback`` (by class) where none is shipped."""
    path = resources.files("khabar.claims").joinpath("models", f"{name}.json")
    try:
        return Linear(msgspec.json.decode(path.read_bytes(), type=Weights), learnt=True)
    except FileNotFoundError:
        return Linear(Weights(name, {kind: dict(weights) for kind, weights in fallback.items()}, {}), learnt=False)
