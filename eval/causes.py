"""Errors grouped by cause: what is missed and invented by type, which types are confused, and how slots go wrong."""

from __future__ import annotations

import runpy
from collections import Counter
from collections.abc import Iterator
from typing import Any

from .gold import gold

Claims = list[dict[str, Any]]


def causes(gold_reports: list[dict[str, Any]], system_reports: list[dict[str, Any]]) -> dict[str, Counter[str]]:
    """Counts by cause under "missed", "invented", "type" and each slot; optional gold claims aside."""
    score = runpy.run_path(str(gold("dev").with_name("score.py")))
    out: dict[str, Counter[str]] = {name: Counter() for name in ("missed", "invented", "type", *_SLOTS)}
    system = {report["doc_id"]: report["claims"] for report in system_reports}
    for report in gold_reports:
        found: Claims = system.get(report["doc_id"], [])
        pairs = score["align"](report["claims"], found)
        hit = {id(claim) for pair in pairs for claim in pair}
        out["missed"].update(_types(c for c in report["claims"] if id(c) not in hit and not c.get("optional")))
        out["invented"].update(_types(c for c in found if id(c) not in hit))
        for wanted, got in pairs:
            if wanted["type"] != got["type"]:
                out["type"][f"{wanted['type']} as {got['type']}"] += 1
            for slot in _SLOTS:
                out[slot].update(_slot_causes(score, slot, wanted, got))
    return out


_SLOTS = ("actors", "targets", "place", "time", "counts", "source")


def _types(claims: Iterator[dict[str, Any]]) -> Iterator[str]:
    return (claim["type"] for claim in claims)


def _slot_causes(score: dict[str, Any], slot: str, wanted: dict[str, Any], got: dict[str, Any]) -> Iterator[str]:
    """For each value of one slot that did not match: another in its place, left empty, or filled without need."""
    want, have = score["slot_values"](wanted, slot), score["slot_values"](got, slot)
    hits = score["matched"](want, have, score["SAME"][slot])
    lacking, extra = len(want) - hits, len(have) - hits
    other = min(lacking, extra)
    yield from ["another"] * other
    yield from ["left empty"] * (lacking - other)
    yield from ["not in gold"] * (extra - other)


def table(counts: dict[str, Counter[str]], most: int = 12) -> str:
    """The causes as lines, the most frequent first."""
    return "\n".join(
        f"{name:9} " + (", ".join(f"{cause} {n}" for cause, n in counter.most_common(most)) or "none")
        for name, counter in counts.items()
    )
