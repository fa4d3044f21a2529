"""``khabar schema``: the JSON Schema of the claims contract, generated from the model."""

from __future__ import annotations

import argparse
import json
from typing import Any

import msgspec

from ..model import SCHEMA, Report
from .parser import Verbs


def register(verbs: Verbs) -> None:
    """Enter the verb."""
    parser = verbs.add_parser(
        "schema",
        help="print the JSON Schema of the output",
        description="Print the JSON Schema (2020-12) of one line of `khabar read --format jsonl`.",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print it."""
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a report."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A report with its claims ({SCHEMA})",
        **msgspec.json.schema(Report),
    }
