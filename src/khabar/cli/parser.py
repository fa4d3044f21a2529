"""What the verbs share: the parser's form, and options that several of them take."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from ..intake import publication_date

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Verbs = Any

_WIDTH = 100


class Parser(argparse.ArgumentParser):
    """An argument parser whose help has the same width everywhere, so that the docs can hold it."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _formatter)
        options.setdefault("allow_abbrev", False)
        super().__init__(**options)


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=_WIDTH, max_help_position=28)


def add_input_options(parser: argparse.ArgumentParser) -> None:
    """How files are taken in, and what is known of their reports."""
    parser.add_argument(
        "--input",
        choices=("text", "jsonl"),
        help="what the files hold: one text each, or a JSON object a line (default: jsonl for *.jsonl and *.ndjson)",
    )
    parser.add_argument("--encoding", metavar="NAME", help="of the files (default: recognised)")
    parser.add_argument(
        "--published", type=_date, metavar="DATE", help="publication date of reports that bring none, YYYY-MM-DD"
    )
    parser.add_argument("--outlet", metavar="NAME", help="who published the reports that do not say")


def add_reader_options(parser: argparse.ArgumentParser) -> None:
    """What the reader is built from."""
    parser.add_argument(
        "--gazetteer", metavar="PATH", help="made by `khabar gazetteer build` (default: the embedded one)"
    )
    parser.add_argument("--actors", metavar="PATH", help="your own actors, YAML or CSV")


def _date(text: str) -> date:
    try:
        day = publication_date(text)
    except InputError as error:
        raise argparse.ArgumentTypeError(f"{error.message}; {error.hint}") from None
    assert day is not None
    return day
