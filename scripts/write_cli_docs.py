"""Write docs/cli.md from the command's own ``--help``; ``--check`` writes nothing and fails when it differs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from khabar.cli.main import build_parser

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
HEADING = "# The command\n\nWritten by `make docs` from `--help`; do not edit.\n"


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """``parser`` and the parsers of its verbs, each before its own."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for verb in action.choices.values():
                yield from parsers(verb)


def page() -> str:
    """The page as it should be."""
    parts = [f"## {parser.prog}\n\n```text\n{parser.format_help().rstrip()}\n```\n" for parser in parsers(build_parser())]
    return HEADING + "\n" + "\n".join(parts)


def main() -> int:
    """Write or compare."""
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
        print("docs/cli.md differs from --help: run `make docs`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
