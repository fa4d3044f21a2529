"""The gold files and their scorers, which lie beside the project and never in it.

``../shared`` seen from the repository, or the folder that the variable ``KHABAR_SHARED`` names.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from khabar import Reader, to_json
from khabar.cli.main import main as khabar_command
from khabar.intake import Line, read_lines

REPOSITORY = Path(__file__).resolve().parent.parent
REPORTS = ("seed", "dev", "train", "not_conflict")
ABSENT = "the gold is not here: put it at ../shared, or name its folder in KHABAR_SHARED"


def shared() -> Path | None:
    """The shared folder; None where it is absent."""
    folder = Path(os.environ.get("KHABAR_SHARED") or REPOSITORY.parent / "shared")
    return folder if (folder / "gold" / "score.py").exists() else None


def gold(name: str) -> Path:
    """The file of the gold set ``name``.

    Raises:
        SystemExit: the gold is not here.
    """
    folder = shared()
    if folder is None:
        sys.exit(ABSENT)
    return folder / "gold" / f"{name}.jsonl"


def fingerprint(name: str) -> str:
    """SHA-256 of a gold file."""
    return hashlib.sha256(gold(name).read_bytes()).hexdigest()


def reports(name: str) -> list[dict[str, Any]]:
    """The reports of a gold file, with their claims."""
    with gold(name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def lines(name: str) -> Iterator[Line]:
    """The reports of a gold file as intake takes them, without their claims."""
    with gold(name).open("rb") as stream:
        yield from (line for line in read_lines(stream) if isinstance(line, Line))


def answer(reader: Reader, name: str, folder: Path) -> Path:
    """Read a gold file's texts; the file of what was read."""
    path = folder / f"{name}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(to_json(reader.read_raw(line.raw), because=False) + "\n" for line in lines(name))
    return path


def seven_countries(folder: Path) -> Path:
    """A gazetteer of all the tables of ../shared/gazetteer, built into ``folder``.

    Raises:
        SystemExit: it could not be built.
    """
    path = folder / "seven.gaz"
    tables = sorted(map(str, (gold("dev").parent.parent / "gazetteer").glob("*.tsv")))
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
        status = khabar_command(["gazetteer", "build", str(path), *tables])
    if status:
        sys.exit(said.getvalue())
    return path


def scorer(script: str, *arguments: str | Path) -> str:
    """What a script beside the gold prints.

    Raises:
        SystemExit: it failed; with what it said.
    """
    path = gold("dev").with_name(script)
    done = subprocess.run([sys.executable, path, *arguments], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{script} failed: {done.stderr.strip()}")
    return done.stdout
