"""Cross-validated figures of the whole reader: ``python scripts/crossval.py GOLD.jsonl [--fit] [--write FILE]``.

For each of five folds (by report) the scorers learn from the other four and the reader reads the fold; the fold's
claims are scored with the ``score.py`` beside the gold file. This is what the learnt parts are worth on reports they
have not seen. ``--fit`` writes the calibration of confidence from these claims, ``--write`` the table of reliability.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import train
from examples import SCORE, Example, annotated, context, published, use_scorer
from sklearn.linear_model import LogisticRegression

from khabar import Reader
from khabar.claims.confidence import Confidence, logit
from khabar.claims.linear import Linear, Weights, by_answer
from khabar.claims.scorers import Scorers
from khabar.model import Kind
from khabar.reader import Raw

FOLDS = 5
PAIRS = ("type", "role")
KINDS: tuple[Kind, Kind] = ("event", "statement")


class Said(NamedTuple):
    """A claim of the reader: its kind, raw score, and whether the gold lists it."""

    kind: Kind
    score: float
    right: bool


def learn(scorers: Scorers, examples: dict[str, list[Example]], held_out: set[int]) -> None:
    """Give ``scorers`` weights that have not seen the reports ``held_out``."""
    for name, (_, strength, floor) in train.SCORERS.items():
        kept = [example for example in examples[name] if example.group not in held_out]
        weights = Weights(name, *train.fit(kept, strength, floor))
        setattr(scorers, name, Linear(by_answer(weights) if name in PAIRS else weights, learnt=True))


def read(reader: Reader, gold: dict[str, Any]) -> dict[str, Any]:
    """The reader's report on the text of a gold report."""
    raw = Raw(gold["text"], gold["title"], published(gold), gold["doc_id"], context(gold))
    return dict(json.loads(msgspec.json.encode(reader.read_raw(raw))))


def judged(gold: dict[str, Any], report: dict[str, Any]) -> list[Said]:
    """The claims of a report, each with whether the gold has it, required or optional."""
    listed = {id(claim) for _, claim in SCORE["align"](gold["claims"], report["claims"])}
    return [Said(claim["kind"], claim["confidence"], id(claim) in listed) for claim in report["claims"]]


def calibrated(said: list[Said]) -> Weights:
    """Platt scaling of the raw scores of each kind."""
    classes: dict[str, dict[str, float]] = {}
    bias: dict[str, float] = {}
    for kind in KINDS:
        of_kind = [s for s in said if s.kind == kind]
        raw = np.array([[logit(s.score)] for s in of_kind])
        model = LogisticRegression(C=10.0).fit(raw, [s.right for s in of_kind])
        slope, start = float(model.coef_[0][0]), float(model.intercept_[0])
        if slope < 0:  # Scores that tell nothing: all are as sure as their kind is right.
            slope, start = 0.0, logit(sum(s.right for s in of_kind) / len(of_kind))
        classes[kind], bias[kind] = {"logit": round(slope, 3)}, round(start, 3)
    return Weights("confidence", classes, bias, "Platt scaling, scripts/crossval.py")


def reliability(said: list[Said], weights: Weights) -> list[str]:
    """Rows of a Markdown table: confidence, claims, share that the gold lists."""
    confidence = Confidence(weights)
    rows = ["| kind | confidence | claims | mean confidence | listed by the gold |", "| --- | --- | --- | --- | --- |"]
    for kind in KINDS:
        scored = [(confidence.of(kind, s.score), s.right) for s in said if s.kind == kind]
        for low in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
            high = 0.5 if low == 0 else round(low + 0.1, 1)
            inside = [(c, right) for c, right in scored if low <= c < high or (high == 1.0 and c == 1.0)]
            if inside:
                mean = sum(c for c, _ in inside) / len(inside)
                share = sum(right for _, right in inside) / len(inside)
                rows.append(f"| {kind} | {low} to {high} | {len(inside)} | {mean:.2f} | {share:.2f} |")
    return rows


def main(arguments: list[str]) -> int:
    """Print the table of measures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold")
    parser.add_argument("--fit", action="store_true", help="write the calibration of confidence")
    parser.add_argument("--write", metavar="FILE", help="write the table of reliability")
    options = parser.parse_args(arguments)
    use_scorer(options.gold)
    reader = Reader(strict=True)
    reader._claims.confidence = Confidence(Weights("none", {k: {"logit": 1.0} for k in KINDS}, {}))
    items = annotated(reader, options.gold)
    examples = {name: collect(items) for name, (collect, _, _) in train.SCORERS.items()}
    tallies, said = [], []
    for fold in range(FOLDS):
        held_out = {item.number for item in items if item.number % FOLDS == fold}
        learn(reader._claims.scorers, examples, held_out)
        for item in items:
            if item.number in held_out:
                report = read(reader, item.gold)
                tallies.append(SCORE["tally"](item.gold, report))
                said += judged(item.gold, report)
    total = SCORE["add"](tallies)
    for name in ("record", "found", *SCORE["SLOTS"], "relevant", "chain | found", "telling | found"):
        p, r, f = SCORE["f1"](total[name])
        print(f"{name:18} P {p:.3f}  R {r:.3f}  F1 {f:.3f}")
    weights = calibrated(said)
    rows = reliability(said, weights)
    print("\n".join(rows))
    if options.fit:
        written = msgspec.json.format(msgspec.json.encode(weights), indent=0)
        (train.MODELS / "confidence.json").write_bytes(written + b"\n")
    if options.write:
        Path(options.write).write_text("\n".join((*_PREFACE, *rows)) + "\n", encoding="utf-8")
    return 0


_PREFACE = (
    "# How far confidence can be trusted",
    "",
    "Claims that the reader gave on the training reports in five-fold cross-validation (by report), by the confidence",
    "it showed, beside the share of them that the annotated file lists too, required or optional. The annotations are",
    "made by language-model readers, not by people.",
    "Made by `python scripts/crossval.py GOLD --write docs/reliability.md`.",
    "",
)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
