"""``khabar read``: reports in, claims out."""

from __future__ import annotations

import argparse
import sys
import time
from collections import deque
from collections.abc import Iterator

import msgspec

from ..intake import STDIN, Notice, Raw, Taken, take
from ..model import Report
from ..reader import ROOM_FAILED, Reader
from ..records import to_json
from .parser import Verbs, add_input_options, add_reader_options
from .pretty import Painter, pretty
from .terminal import Log, has_colours, is_terminal

_PROGRESS_SECONDS = 0.2


def register(verbs: Verbs) -> None:
    """Enter the verb."""
    parser = verbs.add_parser(
        "read",
        help="read reports and print their claims",
        description="Read Arabic reports and print their claims.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a report; - or nothing is standard input")
    add_input_options(parser)
    parser.add_argument(
        "--format",
        choices=("pretty", "jsonl"),
        default="pretty",
        help="for people (default), or the claims contract khabar/1, one report a line",
    )
    add_reader_options(parser)
    parser.add_argument("--explain", action="store_true", help="name the rule and lexicon row behind every field")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes (default: 1)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read all files; 1 when something could not be read."""
    reader = Reader(options.gazetteer, options.actors)
    log = Log(progress=not is_terminal(sys.stdout))
    write = Writer(options)
    origins: deque[str] = deque()
    last = time.monotonic()
    done = 0
    try:
        for report in reader.read_many(_raws(options, log, origins), workers=options.workers):
            origin = origins.popleft()
            write(report, origin)
            for unread in report.unread:
                if unread.reason.startswith(ROOM_FAILED):
                    log.notice(Notice(origin, unread.reason))
            done += 1
            if time.monotonic() - last > _PROGRESS_SECONDS:
                last = time.monotonic()
                log.count(done)
    finally:
        log.close()
    return 1 if log.lost else 0


def with_defaults(taken: Taken, options: argparse.Namespace) -> Raw:
    """The report of ``taken``, with the date and outlet of the command line where it brings none."""
    raw = taken.raw
    if raw.published is None and options.published is not None:
        raw = msgspec.structs.replace(raw, published=options.published)
    if raw.context.outlet is None and options.outlet is not None:
        raw = msgspec.structs.replace(raw, context=msgspec.structs.replace(raw.context, outlet=options.outlet))
    return raw


def _raws(options: argparse.Namespace, log: Log, origins: deque[str]) -> Iterator[Raw]:
    files = options.files or [STDIN]
    for taken in take(files, log.notice, form=options.input, encoding=options.encoding):
        origins.append(taken.origin)
        yield with_defaults(taken, options)


class Writer:
    """Writes reports in the form that the options ask for."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._explain: bool = options.explain
        self._jsonl = options.format == "jsonl"
        self._painter = Painter(has_colours(sys.stdout))

    def __call__(self, report: Report, origin: str) -> None:
        if self._jsonl:
            sys.stdout.write(to_json(report, because=self._explain) + "\n")
        else:
            sys.stdout.write(pretty(report, origin, self._painter, explain=self._explain))
        if is_terminal(sys.stdout):
            sys.stdout.flush()
