"""``khabar explain``: one claim of a report, its sentence, what put each of its fields there and what lost."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from ..claims.weigh import Considered
from ..errors import InputError
from ..intake import take
from ..model import Claim, Report
from ..reader import Reader
from ..text import Page
from .parser import Verbs, add_input_options, add_reader_options
from .pretty import Painter, claim_lines
from .read import with_defaults
from .terminal import Log, has_colours, shown


def register(verbs: Verbs) -> None:
    """Enter the verb."""
    parser = verbs.add_parser(
        "explain",
        help="show why a claim is as it is",
        description="Show one claim of a report: its sentence, the rule and lexicon row behind every field, and what "
        "else was considered, with what decided.",
    )
    parser.add_argument("file", metavar="FILE", help="the report; - is standard input")
    parser.add_argument("--claim", required=True, metavar="ID", help="the claim, for example c3")
    parser.add_argument("--doc", metavar="DOC_ID", help="which report of a file of JSON lines (default: the first)")
    add_input_options(parser)
    add_reader_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the claim; 1 when something of the file could not be read."""
    log = Log(progress=False)
    for taken in take([options.file], log.notice, form=options.input, encoding=options.encoding):
        raw = with_defaults(taken, options)
        if options.doc is None or raw.doc_id == options.doc:
            reader = Reader(options.gazetteer, options.actors)
            report = reader.read_raw(raw)
            claim = _claim(report, options.claim)
            paint = Painter(has_colours(sys.stdout))
            lines = [*claim_lines(claim, Page(report.text), paint, explain=True)]
            lines += weighed(reader.considered(raw, claim), paint)
            print("\n".join(lines))
            return 1 if log.lost else 0
    if not log.lost:
        raise InputError(f"{options.file} has no report {options.doc or ''}".rstrip())
    return 1


def weighed(options: list[Considered], paint: Painter) -> Iterator[str]:
    """What was considered, slot by slot, the likeliest first; what was kept is marked."""
    if options:
        yield paint("     considered (* kept; the weightiest features for + and against -)", "head")
    for slot in dict.fromkeys(option.slot for option in options):
        ranked = sorted((o for o in options if o.slot == slot), key=lambda o: (not o.kept, -o.score))
        for option in ranked:
            mark = "*" if option.kept else " "
            why = paint("; ".join(option.decided), "dim")
            yield f"     {mark} {slot:<8}{option.score:.2f}  {option.answer}  {why}  {shown(option.words)}"


def _claim(report: Report, claim_id: str) -> Claim:
    for claim in report.claims:
        if claim.id == claim_id:
            return claim
    known = ", ".join(claim.id for claim in report.claims) or "none"
    raise InputError(f"the report has no claim {claim_id!r}", f"its claims: {known}")
