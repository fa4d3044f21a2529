"""The command ``khabar``: one verb a room.

Exit status: 0 all was read; 1 something could not be (a file, a line, a field; the others went on); 2 the command
cannot run (options, a gazetteer or actors file that cannot be used); 130 Ctrl-C; 141 the reader of a pipe went away.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Callable, Sequence

from .. import __version__
from ..errors import KhabarError
from . import doctor, explain, gazetteer, read, schema
from .parser import Parser
from .terminal import use_utf8

CLOSED_PIPE = 141
INTERRUPTED = 130


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command."""
    parser = Parser(
        prog="khabar",
        description="Read Arabic conflict reports into attributed claims: who did what to whom, where, when, how many, "
        "and who says so.",
        epilog="Exit status: 0 all was read; 1 something could not be read, the rest was; 2 the command cannot run.",
    )
    parser.add_argument("--version", action="version", version=f"khabar {__version__}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    for module in (read, explain, schema, gazetteer, doctor):
        module.register(verbs)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status. Errors are told on standard error, never as a traceback."""
    use_utf8()
    try:
        options = build_parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], int] = options.run
        status = run(options)
        sys.stdout.flush()
        return status
    except KhabarError as error:
        print(f"khabar: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Python would flush standard output once more at exit and complain; give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        print("khabar: interrupted", file=sys.stderr, flush=True)
        if threading.active_count() > 1:  # the pool's own thread may wait for ever for workers that are gone
            os._exit(INTERRUPTED)
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
