"""Compile ``lexicon/ar/*.yml`` into the artefact that the wheel ships: ``python -m khabar.lexicon.build [--check]``.

``--check`` writes nothing and fails when the artefact differs from its sources.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import yaml

from ..errors import LexiconError
from .store import ARTEFACT, Artefact

HERE = Path(__file__).parent


def read_yaml(path: Path) -> Any:
    """The content of one YAML file.

    Raises:
        LexiconError: it does not parse; the message has the file and line.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise LexiconError(f"{path.name}: {error}") from error


def compile_files(folder: Path) -> Artefact:
    """The artefact of all rule files in ``folder`` (``*.examples.yml`` aside).

    Raises:
        LexiconError: a file that does not parse, a section that is no list, a row without id or with one used twice.
    """
    files: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for path in sorted(folder.glob("*.yml")):
        if not path.name.endswith(".examples.yml"):
            files[path.stem] = {name: _section(path, name, rows) for name, rows in (read_yaml(path) or {}).items()}
    digest = hashlib.sha256(msgspec.msgpack.encode(files)).hexdigest()
    return Artefact(sha256=digest, files=files)


def _section(path: Path, name: str, rows: Any) -> list[dict[str, Any]]:
    if not isinstance(rows, list):
        raise LexiconError(f"{path.name}: section {name!r} is no list of rows")
    seen: set[str] = set()
    for row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise LexiconError(f"{path.name}: {name}: a row without an id: {row!r}")
        if row["id"] in seen:
            raise LexiconError(f"{path.name}: {name}: the id {row['id']!r} is used twice")
        seen.add(row["id"])
    return rows


def main(arguments: list[str]) -> int:
    """Build, or with ``--check`` compare; the exit status."""
    try:
        data = msgspec.msgpack.encode(compile_files(HERE / "ar"))
    except LexiconError as error:
        print(error, file=sys.stderr)
        return 1
    target = HERE / ARTEFACT
    if "--check" in arguments:
        if not target.exists() or target.read_bytes() != data:
            print("the lexicon's artefact differs from its sources: run `make lexicon`", file=sys.stderr)
            return 1
        return 0
    with tempfile.NamedTemporaryFile(dir=HERE, delete=False) as aside:
        aside.write(data)
    os.chmod(aside.name, 0o644)
    os.replace(aside.name, target)
    print(f"{target.name}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
