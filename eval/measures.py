"""Every measure that the gate holds, by name ("dev.record", "challenge.denial"), as one mapping."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from khabar import Reader

from .gold import REPORTS, answer, gold, scorer, seven_countries

# Of score.py's measures, those that steer; F1 each.
SLOTS = ("record", "found", "type", "actors", "targets", "place", "time", "counts", "source", "telling | found")
CEILINGS = frozenset({"not_conflict.relevant"})  # here less is better
_COMPONENT = re.compile(r"^(.+?)\s+recall\s+([0-9.]+)", re.MULTILINE)
_CATEGORY = re.compile(r"^(\S+)\s+(\d+)/(\d+)$", re.MULTILINE)


def measure(folder: Path) -> dict[str, float]:
    """Read all gold files, leaving the answers in ``folder``; the measures by name.

    The rooms alone use a gazetteer of all seven countries, as issue 3 asks; claims are read with the embedded one.
    """
    reader = Reader(strict=True)
    found: dict[str, float] = {}
    for name in REPORTS:
        answers = answer(reader, name, folder)
        if name == "not_conflict":
            found["not_conflict.relevant"] = relevant_share(answers)
        else:
            scores = json.loads(scorer("score.py", gold(name), answers, "--json"))
            found |= {f"{name}.{slot}": scores[slot]["f1"] for slot in SLOTS if slot in scores}
    found |= challenge(scorer("challenge.py", gold("challenge"), answer(reader, "challenge", folder)))
    return found | components(rooms_alone(folder))


def relevant_share(answers: Path) -> float:
    """The share of the reports of a file that were called relevant."""
    relevant: list[bool] = [json.loads(line)["relevant"] for line in answers.read_text(encoding="utf-8").splitlines()]
    return sum(relevant) / len(relevant)


def challenge(table: str) -> dict[str, float]:
    """The measures of challenge.py's table."""
    return {f"challenge.{name}": int(passed) / int(all_) for name, passed, all_ in _CATEGORY.findall(table)}


def rooms_alone(folder: Path) -> str:
    """components.py's table."""
    return scorer("components.py", gold("dev"), "--gazetteer", seven_countries(folder))


def components(table: str) -> dict[str, float]:
    """The measures of components.py's table."""
    return {f"components.{name}": float(recall) for name, recall in _COMPONENT.findall(table)}


def undercut(found: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """What is worse in ``found`` than ``floors`` allow, a line each."""
    worse = []
    for name, floor in floors.items():
        value = found.get(name)
        if value is None:
            worse.append(f"{name}: pinned at {floor}, not measured any more")
        elif value > floor if name in CEILINGS else value < floor:
            worse.append(f"{name}: {value:.4f}, pinned at {floor}")
    return worse
