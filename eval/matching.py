"""The gold's own ``score.py`` as a module, for figures that it does not print itself."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any


def score_module(folder: Path) -> Any:
    """``score.py`` of a gold folder.

    Raises:
        SystemExit: it is not there.
    """
    path = folder / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"no score.py beside the gold in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def f1(hits: int, gold: int, found: int) -> str:
    """Precision, recall and F1 as one line."""
    p, r = hits / max(1, found), hits / max(1, gold)
    return f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  (gold {gold}, found {found})"
