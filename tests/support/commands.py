"""The command as a user runs it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


def command(*arguments: str) -> list[str]:
    """The words that start ``khabar`` with this Python."""
    return [sys.executable, "-c", "import sys; from khabar.cli.main import main; sys.exit(main())", *arguments]


def khabar(*arguments: str, stdin: bytes = b"", **environment: str) -> Ran:
    """Run ``khabar``; no traceback may ever be seen."""
    done = subprocess.run(
        command(*arguments), input=stdin, capture_output=True, env={**os.environ, **environment}, timeout=900
    )
    err = done.stderr.decode("utf-8")
    assert "Traceback" not in err, err
    return Ran(done.returncode, done.stdout.decode("utf-8"), err)
