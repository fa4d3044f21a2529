"""Learn the weights of the claims room's scorers from an annotated file: ``python scripts/train.py GOLD.jsonl``.

Gives ``src/khabar/claims/models/*.json``. Seeded and reproducible; prints cross-validated figures (folds by report).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
from examples import (
    Annotated,
    Example,
    annotated,
    boundary_examples,
    head_examples,
    opening_examples,
    part_examples,
    role_examples,
    setting_examples,
    statement_examples,
    type_examples,
    use_scorer,
    yes,
)
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from khabar import Reader
from khabar.claims.linear import Linear, Weights

MODELS = Path(__file__).resolve().parents[1] / "src" / "khabar" / "claims" / "models"


def fit(examples: list[Example], strength: float, floor: int) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """Weights and bias by class; features seen fewer than ``floor`` times are left out."""
    seen = Counter(feature for example in examples for feature in set(example.features))
    rows = [{f: 1.0 for f in e.features if seen[f] >= floor} for e in examples]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=strength, max_iter=3000, random_state=0)
    model.fit(matrix, [e.label for e in examples])
    names = [str(name) for name in vectorizer.get_feature_names_out()]
    classes = ["yes"] if len(model.classes_) == 2 else [str(c) for c in model.classes_]
    weights = {
        kind: {n: round(float(w), 3) for n, w in sorted(zip(names, row, strict=True)) if abs(w) >= FAINT}
        for kind, row in zip(classes, model.coef_, strict=True)
    }
    return weights, {kind: round(float(b), 3) for kind, b in zip(classes, model.intercept_, strict=True)}


def cross_validated(examples: list[Example], strength: float, floor: int) -> str:
    """Precision, recall and F1 of all labels but "no" and "none", over folds by report."""
    groups = np.array([e.group for e in examples])
    hit = said = gold = right = 0
    for train, test in GroupKFold(5).split(groups, groups=groups):
        weights, bias = fit([examples[i] for i in train], strength, floor)
        scorer = Linear(Weights("", weights, bias), learnt=True)
        for i in test:
            if list(weights) == ["yes"]:
                answer = yes(scorer.probability(examples[i].features) > 0.5)
            else:
                scores = scorer.scores(examples[i].features)
                answer = max(scores, key=lambda kind: scores[kind])
            label = examples[i].label
            hit += answer == label and label not in ("no", "none")
            said += answer not in ("no", "none")
            gold += label not in ("no", "none")
            right += answer == label
    p, r = hit / max(1, said), hit / max(1, gold)
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} accuracy {right / len(examples):.3f}"


# Weights fainter than this are left out: they change no answer and cost time.
FAINT = 0.05
SCORERS: dict[str, tuple[Callable[[list[Annotated]], list[Example]], float, int]] = {
    "head": (head_examples, 0.3, 3),
    "boundary": (boundary_examples, 0.3, 3),
    "opening": (opening_examples, 0.3, 3),
    "type": (type_examples, 0.3, 2),
    "part": (part_examples, 0.5, 3),
    "role": (role_examples, 0.5, 2),
    "place": (setting_examples("place"), 0.1, 3),
    "time": (setting_examples("time"), 0.1, 3),
    "statement": (statement_examples, 0.3, 3),
}


def main(arguments: list[str]) -> int:
    """Train all scorers, or those named behind the file."""
    path, *names = arguments
    use_scorer(path)
    items = annotated(Reader(strict=True), path)
    MODELS.mkdir(exist_ok=True)
    for name, (collect, strength, floor) in SCORERS.items():
        if names and name not in names:
            continue
        examples = collect(items)
        print(f"{name:10} {len(examples):6} examples  {cross_validated(examples, strength, floor)}")
        record = Weights(name, *fit(examples, strength, floor), note="learnt by scripts/train.py")
        (MODELS / f"{name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(record), indent=0) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
