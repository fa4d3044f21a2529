"""The reference dates of real reports, where the gold lies beside the project."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from khabar.context import ContextRoom
from khabar.dates import DateRoom
from khabar.lexicon import load
from khabar.model import Context
from khabar.text import Page

SHARED = Path(os.environ.get("KHABAR_SHARED") or Path(__file__).parents[3] / "shared")
FLOOR = 0.95


@pytest.mark.parametrize("name", ["train", "dev"])
def test_reference_dates(name: str) -> None:
    path = SHARED / "gold" / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"no gold at {path}: set KHABAR_SHARED to the folder that holds it")
    room = ContextRoom(load(), DateRoom(load()))
    right = []
    for line in path.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        gold = report["reference_date"] or {}
        published = report["published"] if gold.get("basis") != "dateline" else None
        context = Context(outlet=report["context"].get("outlet"))
        told = room.read(
            Page(report["text"]),
            title=report["title"],
            published=date.fromisoformat(published) if published else None,
            context=context,
        )
        found = (str(told.reference.date), told.reference.basis) if told.reference else (None, None)
        right.append(found == (gold.get("date"), gold.get("basis")))
    assert sum(right) / len(right) >= FLOOR
