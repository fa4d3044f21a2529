"""``make eval``: the reader against every gold set, with the errors grouped by cause.

    python -m eval.run [--write]

``--write`` also keeps the figures in docs/accuracy-figures.md, with the machine and the day.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from khabar import Reader, __version__

from . import causes
from .gold import ABSENT, REPOSITORY, answer, gold, reports, scorer, shared
from .measures import relevant_share, rooms_alone

FIGURES = REPOSITORY / "docs" / "accuracy-figures.md"


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if shared() is None:
        print(ABSENT, file=sys.stderr)
        return 1
    blocks = []
    with tempfile.TemporaryDirectory() as folder:
        for title, table in tables(Path(folder)):
            print(f"## {title}\n{table.rstrip()}\n", flush=True)
            blocks.append(f"## {title}\n\n```\n{table.rstrip()}\n```\n")
    if options.write:
        FIGURES.write_text(_heading() + "\n".join(blocks), encoding="utf-8")
        print(f"written: {FIGURES.relative_to(REPOSITORY)}")
    return 0


def tables(folder: Path) -> Iterator[tuple[str, str]]:
    """(title, table) of every measurement; the answers stay in ``folder``."""
    reader = Reader(strict=True)
    for name in ("seed", "dev", "train"):
        answers = answer(reader, name, folder)
        yield f"{name}.jsonl", scorer("score.py", gold(name), answers)
        yield f"{name}.jsonl: errors by cause", causes.table(causes.causes(reports(name), _read(answers)))
    answers = answer(reader, "not_conflict", folder)
    number = len(reports("not_conflict"))
    yield (
        "not_conflict.jsonl",
        f"{relevant_share(answers):.1%} of {number} reports called relevant\n{_relevant(answers)}",
    )
    answers = answer(reader, "challenge", folder)
    yield "challenge.jsonl", scorer("challenge.py", gold("challenge"), answers)
    yield "the rooms alone, on dev.jsonl, with a gazetteer of seven countries", rooms_alone(folder)


def _relevant(answers: Path) -> str:
    """Which reports, and the types of what was read in them; no words, for these texts may not be passed on."""
    return "\n".join(
        f"{report['doc_id']} {', '.join(claim['type'] for claim in report['claims'])}"
        for report in _read(answers)
        if report["relevant"]
    )


def _read(answers: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]


def _heading() -> str:
    return (
        "# Accuracy: the figures\n\n"
        f"Written by `make figures` on {date.today()}, khabar {__version__}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}.\n"
        "The gold texts may not be redistributed; the figures can be made again by whoever has them.\n\n"
    )


if __name__ == "__main__":
    sys.exit(main())
