"""Standard output and error as they are: a terminal or a pipe, with colours or without."""

from __future__ import annotations

import os
import re
import sys
from typing import IO

from ..intake import Notice

# Control characters of a text could steer the terminal (an escape sequence in a post): they are shown, not sent.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def is_terminal(stream: IO[str]) -> bool:
    """Whether somebody sits behind ``stream``."""
    return stream.isatty()


def has_colours(stream: IO[str]) -> bool:
    """Whether colours may be written: to a terminal that can, unless NO_COLOR is set (https://no-color.org)."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def shown(text: str) -> str:
    """``text`` safe to print: control characters as their pictures, lone surrogates as U+FFFD, all else untouched."""
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub(_picture, text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x0D:
        return ""
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


class Log:
    """Notices and progress on standard error; remembers whether anything was lost."""

    def __init__(self, *, progress: bool) -> None:
        self.lost = 0
        self._progress = progress and is_terminal(sys.stderr)
        self._line = ""

    def notice(self, notice: Notice) -> None:
        """Tell of one input what could not be taken as it stands."""
        self.lost += notice.lost
        self._clear()
        hint = f"\n  {notice.hint}" if notice.hint else ""
        print(shown(f"khabar: {notice.where}: {notice.what}{hint}"), file=sys.stderr)

    def count(self, reports: int) -> None:
        """Show how many reports were read, on a terminal."""
        if self._progress:
            self._clear()
            self._line = f"{reports:,} reports read"
            print(self._line, end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Take the progress line away."""
        self._clear()

    def _clear(self) -> None:
        if self._line:
            print("\r" + " " * len(self._line) + "\r", end="", file=sys.stderr, flush=True)
            self._line = ""
