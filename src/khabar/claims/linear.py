"""Linear scorers: weights of named features, from hand or learnt, small enough to read.

A scorer sums the weights of the features that hold. Learnt weights lie in ``models/*.json`` (made by ``make train``,
from features of our own lexicon and structure only); without them a scorer falls back on weights set by hand.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

import msgspec

# A function with its arguments, few and discrete: it names the same features whenever the arguments are the same, so a
# scorer remembers their weight.
Group = tuple[Any, ...]


def named(groups: Iterable[Group]) -> list[str]:
    """The features that ``groups`` name, in order."""
    return [feature for name, *facts in groups for feature in name(*facts)]


class Weights(msgspec.Struct, frozen=True):
    """Weights by class and feature. A binary scorer has the one class ``yes``."""

    name: str
    classes: dict[str, dict[str, float]]
    bias: dict[str, float]
    note: str = ""


_MEMORY = 50_000  # groups


class Linear:
    """Scores sets of features."""

    def __init__(self, weights: Weights, *, learnt: bool) -> None:
        self.name = weights.name
        self.learnt = learnt
        self._bias = {kind: weights.bias.get(kind, 0.0) for kind in weights.classes}
        self._yes = weights.classes.get("yes", {})
        self._yes_bias = weights.bias.get("yes", 0.0)
        self._own = weights.classes.get("", {})
        self._weights = weights.classes
        self._kinds = tuple(weights.classes)
        by_feature: dict[str, list[float]] = {}
        for k, of_kind in enumerate(weights.classes.values()):
            for feature, weight in of_kind.items():
                by_feature.setdefault(feature, [0.0] * len(self._kinds))[k] = weight
        # Of each feature its weights in every class, so that sums are taken by columns.
        self._rows = {feature: tuple(row) for feature, row in by_feature.items()}
        self._bias_row = tuple(self._bias.values())
        self._known: dict[Group, tuple[float, ...]] = {}

    def probability(self, features: Iterable[str]) -> float:
        """Probability of ``yes`` for a set of features."""
        get = self._yes.get
        return sigmoid(self._yes_bias + sum(filter(None, map(get, features))))

    def probability_of(self, groups: Iterable[Group]) -> float:
        """Probability of ``yes`` for the features of ``groups``."""
        known = self._known
        total = self._yes_bias
        for group in groups:
            row = known.get(group)
            if row is None:
                row = self._remember(group)
            if row:
                total += row[0]
        return sigmoid(total)

    def scores_of(self, groups: Iterable[Group]) -> dict[str, float]:
        """The sum of weights for each class of the features of ``groups``."""
        known = self._known
        rows = [row if (row := known.get(group)) is not None else self._remember(group) for group in groups]
        columns = zip(self._bias_row, *filter(None, rows), strict=True)
        return dict(zip(self._kinds, map(sum, columns), strict=True))

    def _remember(self, group: Group) -> tuple[float, ...]:
        """The weights of a group by class; () where none of its features has any."""
        if len(self._known) >= _MEMORY:
            self._known.clear()
        name, *facts = group
        rows = [row for feature in name(*facts) if (row := self._rows.get(feature)) is not None]
        found = self._known[group] = tuple(map(sum, zip(*rows, strict=True))) if rows else ()
        return found

    def alone(self, features: Iterable[str]) -> float:
        """The weights of a pair's own features (see :func:`by_answer`)."""
        get = self._own.get
        return sum(filter(None, map(get, features)))

    def scores(self, features: Iterable[str]) -> dict[str, float]:
        """The sum of weights for each class."""
        columns = zip(self._bias_row, *filter(None, map(self._rows.get, features)), strict=True)
        return dict(zip(self._kinds, map(sum, columns), strict=True))

    def heaviest(self, features: Iterable[str], kind: str = "yes", most: int = 3) -> list[tuple[str, float]]:
        """The features that weighed most for or against ``kind``."""
        weights = self._weights.get(kind, {})
        held = [(feature, weights[feature]) for feature in dict.fromkeys(features) if feature in weights]
        return sorted(held, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


def sigmoid(total: float) -> float:
    """The logistic function, safe at both ends."""
    return 1.0 / (1.0 + math.exp(-(30.0 if total > 30.0 else -30.0 if total < -30.0 else total)))


def by_answer(weights: Weights) -> Weights:
    """Weights of a scorer of pairs, whose features read "feature > answer", as weights of each answer's features.

    Features of the pair alone ("ruled") stay under the class "".
    """
    classes: dict[str, dict[str, float]] = {"": {}}
    for name, weight in weights.classes["yes"].items():
        feature, sign, answer = name.rpartition(" > ")
        classes.setdefault(answer if sign else "", {})[feature if sign else name] = weight
    return Weights(weights.name, classes, {}, weights.note)


def load(name: str, fallback: Mapping[str, Mapping[str, float]]) -> Linear:
    """The learnt scorer ``name``, or one with the weights of ``fallback`` (by class) where none is shipped."""
    weights = shipped(name)
    if weights is not None:
        return Linear(weights, learnt=True)
    return Linear(Weights(name, {kind: dict(of_kind) for kind, of_kind in fallback.items()}, {}), learnt=False)


def load_pairs(name: str, fallback: Mapping[str, float]) -> Linear:
    """The same for a scorer of pairs (see :func:`by_answer`)."""
    weights = shipped(name)
    by_hand = Weights(name, {"yes": dict(fallback)}, {})
    return Linear(by_answer(weights or by_hand), learnt=weights is not None)


def shipped(name: str) -> Weights | None:
    """The learnt weights ``name`` that this installation ships, None without them."""
    path = resources.files("khabar.claims").joinpath("models", f"{name}.json")
    try:
        return msgspec.json.decode(path.read_bytes(), type=Weights)
    except FileNotFoundError:
        return None
