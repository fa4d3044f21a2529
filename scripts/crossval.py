"""Cross-validated figures of the whole reader: ``python scripts/crossval.py GOLD.jsonl``.

For each of five folds (by report) the scorers learn from the other four and the reader reads the fold; the fold's
claims are scored with the ``score.py`` beside the gold file. This is what the learnt parts are worth on reports they
have not seen.
"""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path
from typing import Any

import msgspec
import train

from khabar import Reader
from khabar.claims.linear import Linear, Weights, by_answer
from khabar.reader import Raw

FOLDS = 5


def learn(room: Any, examples: dict[str, list[train.Example]], held_out: set[int]) -> None:
    """Give ``room`` scorers that have not seen the reports ``held_out``."""
    for name, (_, strength, floor) in train.SCORERS.items():
        kept = [example for example in examples[name] if example.group not in held_out]
        weights = Weights(name, *train.fit(kept, strength, floor))
        setattr(room.scorers, name, Linear(by_answer(weights) if name in ("type", "role") else weights, learnt=True))


def main(arguments: list[str]) -> int:
    """Print the table of measures."""
    (path,) = arguments
    train.SCORE.update(runpy.run_path(str(Path(path).with_name("score.py"))))
    reader = Reader(strict=True)
    items = train.annotated(reader, path)
    examples = {name: collect(items) for name, (collect, _, _) in train.SCORERS.items()}
    tallies = []
    for fold in range(FOLDS):
        held_out = {item.index for item in items if item.index % FOLDS == fold}
        learn(reader._claims, examples, held_out)
        for item in items:
            if item.index in held_out:
                tallies.append(train.SCORE["tally"](item.gold, read(reader, item.gold)))
    total = train.SCORE["add"](tallies)
    for name in ("record", "found", *train.SCORE["SLOTS"], "relevant", "chain | found", "telling | found"):
        p, r, f = train.SCORE["f1"](total[name])
        print(f"{name:18} P {p:.3f}  R {r:.3f}  F1 {f:.3f}")
    return 0


def read(reader: Reader, gold: dict[str, Any]) -> dict[str, Any]:
    """The reader's report on the text of a gold report."""
    report = reader.read_raw(
        Raw(gold["text"], gold["title"], train.published(gold), gold["doc_id"], train.context(gold))
    )
    return dict(json.loads(msgspec.json.encode(report)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
