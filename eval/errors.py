"""The errors behind docs/accuracy.md: ``python -m eval.errors [dev|train|seed]``.

Prints, as Markdown tables and without a word of the gold's texts:

- by type: claims of the gold (optional ones aside), found with that type, found as another type, missed, invented;
- by outlet: the scores of those with five reports or more, and of the others together;
- why a claim was missed, and what an invented one is made of;
- by slot: what became of the gold's values, and what else was filled;
- by reach: how many values were got in claims that were found, as the words stand inside the evidence or elsewhere.
"""

from __future__ import annotations

import json
import runpy
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from khabar import Reader

from .gold import answer, gold, reports

Claim = dict[str, Any]
SLOTS = ("type", "actors", "targets", "place", "time", "counts", "source")
_NEAR = 0.8  # this share of one evidence inside the other makes the other too long
_MANY = 5  # reports of an outlet that make it a row of its own


class Judged(NamedTuple):
    """One report: the pairs (gold, system), the required gold claims missed, the system claims invented."""

    gold: Claim
    system: Claim
    pairs: list[tuple[Claim, Claim]]
    missed: list[Claim]
    invented: list[Claim]


class Errors:
    """The errors of a system file against a gold file, counted with the functions of score.py beside the gold."""

    def __init__(self, name: str, answers: Path) -> None:
        self._score = runpy.run_path(str(gold("dev").with_name("score.py")))
        system = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
        self.judged = [self._judge(g, s) for g, s in zip(reports(name), system, strict=True)]

    def _judge(self, wanted: Claim, got: Claim) -> Judged:
        """Pairs as score.py makes them: the required claims first, then what only optional ones explain."""
        align = self._score["align"]
        required = [c for c in wanted["claims"] if not c.get("optional")]
        optional = [c for c in wanted["claims"] if c.get("optional")]
        pairs = align(required, got["claims"])
        hit = {id(c) for pair in pairs for c in pair}
        left = [c for c in got["claims"] if id(c) not in hit]
        explained = {id(s) for _, s in align(optional, left)}
        missed = [c for c in required if id(c) not in hit]
        return Judged(wanted, got, pairs, missed, [c for c in left if id(c) not in explained])

    def by_type(self) -> Iterator[Sequence[object]]:
        """(type, gold, found with this type, found as another, missed, invented), the most frequent first."""
        rows: dict[str, Counter[str]] = defaultdict(Counter)
        for report in self.judged:
            for wanted, got in report.pairs:
                rows[wanted["type"]].update(("gold", "right" if got["type"] == wanted["type"] else "other"))
            for claim in report.missed:
                rows[claim["type"]].update(("gold", "missed"))
            for claim in report.invented:
                rows[claim["type"]]["invented"] += 1
        for kind, row in sorted(rows.items(), key=lambda item: (-item[1]["gold"], item[0])):
            yield kind, *(row[column] for column in ("gold", "right", "other", "missed", "invented"))

    def by_outlet(self) -> Iterator[Sequence[object]]:
        """(outlet, reports, gold claims, F1 of record, found, type, source)."""
        number = Counter(_outlet(report.gold) for report in self.judged)
        groups: dict[str, list[Judged]] = defaultdict(list)
        for report in self.judged:
            outlet = _outlet(report.gold)
            groups[outlet if number[outlet] >= _MANY else "others"].append(report)
        for outlet, group in sorted(groups.items(), key=lambda item: (item[0] == "others", -len(item[1]))):
            total = self._score["add"]([self._score["tally"](r.gold, r.system) for r in group])
            scores = (f"{self._score['f1'](total[name])[2]:.2f}" for name in ("record", "found", "type", "source"))
            yield outlet, len(group), total["found"]["gold"], *scores

    def why(self) -> Iterator[Sequence[object]]:
        """(missed or invented, what is the matter, claims)."""
        counts: dict[str, Counter[str]] = {"missed": Counter(), "invented": Counter()}
        for report in self.judged:
            wanted, got = [g for g, _ in report.pairs], [s for _, s in report.pairs]
            for claim in report.missed:
                counts["missed"][self._cause(claim, got, report.invented, "the reader's")] += 1
            for claim in report.invented:
                counts["invented"][self._cause(claim, wanted, report.missed, "the gold's", ours=True)] += 1
        for side, counter in counts.items():
            for cause, n in counter.most_common():
                yield side, cause, n

    def _cause(self, claim: Claim, paired: list[Claim], left: list[Claim], whose: str, *, ours: bool = False) -> str:
        """``paired`` and ``left`` are the other side's claims that are in a pair and that are not."""
        if any(self._score["likeness"](claim, other) for other in paired):
            return f"{whose} one claim there is paired with another: told as two on one side, as one on the other"
        best = max(left, key=lambda other: _shared(claim, other), default=None)
        if best is not None and _shared(claim, best):
            system, wanted = (claim, best) if ours else (best, claim)
            return f"evidence {_fault(wanted['evidence'], system['evidence'])}"
        if any(_shared(claim, other) for other in paired):
            return f"inside or around the evidence of another claim of {whose}"
        return f"nothing of {whose} is near"

    def by_slot(self) -> Iterator[Sequence[object]]:
        """(slot, gold values, got, another in its place, left empty, of claims not found; filled beyond the gold, and
        in invented claims)."""
        values, matched, same = self._score["slot_values"], self._score["matched"], self._score["SAME"]
        for slot in SLOTS:
            row: Counter[str] = Counter()
            for report in self.judged:
                for wanted, got in report.pairs:
                    want, have = values(wanted, slot), values(got, slot)
                    hits = matched(want, have, same[slot])
                    lacking, extra = len(want) - hits, len(have) - hits
                    other = min(lacking, extra)
                    row.update(got=hits, other=other, empty=lacking - other, more=extra - other)
                row["lost"] += sum(len(values(c, slot)) for c in report.missed)
                row["invented"] += sum(len(values(c, slot)) for c in report.invented)
            all_ = row["got"] + row["other"] + row["empty"] + row["lost"]
            yield slot, all_, *(row[k] for k in ("got", "other", "empty", "lost", "more", "invented"))

    def by_reach(self) -> Iterator[Sequence[object]]:
        """(slot, values inside the evidence, share got, values elsewhere, share got), of claims found."""
        for slot in ("actors", "targets", "place", "time", "source"):
            seen: Counter[bool] = Counter()
            right: Counter[bool] = Counter()
            for report in self.judged:
                for wanted, got in report.pairs:
                    have = list(self._score["slot_values"](got, slot))
                    for value in self._score["slot_values"](wanted, slot):
                        inside = _inside(value, wanted["evidence"])
                        seen[inside] += 1
                        hit = next((h for h in have if self._score["SAME"][slot](value, h)), None)
                        if hit is not None:
                            have.remove(hit)
                            right[inside] += 1
            yield slot, *(x for k in (True, False) for x in (seen[k], f"{right[k] / max(1, seen[k]):.2f}"))


def _outlet(report: Claim) -> str:
    return str((report.get("context") or {}).get("outlet") or "unknown")


def _inside(value: Claim, evidence: Claim) -> bool:
    return value.get("start") is not None and evidence["start"] <= value["start"] < evidence["end"]


def _shared(a: Claim, b: Claim) -> int:
    """Characters that the evidence of both has."""
    x, y = a["evidence"], b["evidence"]
    return int(max(0, min(x["end"], y["end"]) - max(x["start"], y["start"])))


def _fault(wanted: Claim, got: Claim) -> str:
    """What is wrong with evidence that shares too little with the gold's."""
    shared = min(wanted["end"], got["end"]) - max(wanted["start"], got["start"])
    if shared >= _NEAR * (wanted["end"] - wanted["start"]):
        return "too long"
    return "too short" if shared >= _NEAR * (got["end"] - got["start"]) else "shifted"


TABLES = (
    ("By type", "by_type", "type | gold | right | as another type | missed | invented"),
    ("By outlet", "by_outlet", "outlet | reports | gold claims | record | found | type | source"),
    ("Why missed, why invented", "why", "side | cause | claims"),
    (
        "By slot",
        "by_slot",
        "slot | gold | got | another | left empty | claim not found | not in gold | of invented claims",
    ),
    ("By reach, in claims found", "by_reach", "slot | inside the evidence | got | elsewhere | got"),
)


def main(arguments: Sequence[str]) -> int:
    """Print the tables of a gold file, ``dev`` unless another is named."""
    name = arguments[0] if arguments else "dev"
    with tempfile.TemporaryDirectory() as folder:
        errors = Errors(name, answer(Reader(strict=True), name, Path(folder)))
    for title, method, heading in TABLES:
        print(f"### {title}, {name}.jsonl\n\n| {heading} |\n|{' --- |' * (heading.count('|') + 1)}")
        for row in getattr(errors, method)():
            print(f"| {' | '.join(map(str, row))} |")
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
