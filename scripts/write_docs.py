"""Write what the docs show of the command: docs/cli.md from ``--help``, and the example of README.md from a real run.

``--check`` writes nothing and fails when a page differs.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from khabar import Raw, Reader
from khabar.cli.main import build_parser
from khabar.cli.pretty import Painter, pretty

ROOT = Path(__file__).resolve().parent.parent
HEADING = "# The command\n\nWritten by `make docs` from `--help`; do not edit.\n"
EXAMPLE = "docs/example.txt"
PUBLISHED = date(2019, 6, 12)
_SLOT = re.compile(r"(<!-- example: written by `make docs` -->\n).*?(<!-- end of example -->)", re.DOTALL)


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """``parser`` and the parsers of its verbs, each before its own."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for verb in action.choices.values():
                yield from parsers(verb)


def command_page() -> str:
    """docs/cli.md as it should be."""
    parts = [f"## {p.prog}\n\n```text\n{p.format_help().rstrip()}\n```\n" for p in parsers(build_parser())]
    return HEADING + "\n" + "\n".join(parts)


def readme(now: str) -> str:
    """README.md with its example read anew."""
    raw = Raw((ROOT / EXAMPLE).read_text(encoding="utf-8"), published=PUBLISHED)
    shown = pretty(Reader().read_raw(raw), EXAMPLE, Painter(False)).rstrip()
    shell = f"$ khabar read {EXAMPLE} --published {PUBLISHED}\n"
    return _SLOT.sub(lambda slot: f"{slot[1]}```text\n{shell}{shown}\n```\n{slot[2]}", now)


def pages() -> Iterator[tuple[Path, str]]:
    """Every page with what it should be."""
    yield ROOT / "docs" / "cli.md", command_page()
    yield ROOT / "README.md", readme((ROOT / "README.md").read_text(encoding="utf-8"))


def stale() -> list[str]:
    """The names of the pages that differ from what they should be."""
    return [path.name for path, page in pages() if not path.exists() or path.read_text(encoding="utf-8") != page]


def main() -> int:
    """Write or compare."""
    if "--check" in sys.argv[1:]:
        old = stale()
        if old:
            print(f"{', '.join(old)}: not what the command says now; run `make docs`", file=sys.stderr)
        return 1 if old else 0
    for path, page in pages():
        path.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
