"""Files and streams: the reports in them, with a notice of everything that could not be taken as it stands."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

from ..errors import InputError
from .encoding import decode
from .lines import BadLine, read_lines
from .raw import Raw

Form = Literal["text", "jsonl"]
STDIN = "-"
_JSONL = (".jsonl", ".ndjson")


class Notice(NamedTuple):
    """Something to tell about an input. ``lost``: something in it could not be read."""

    where: str
    what: str
    hint: str = ""
    lost: bool = True


class Taken(NamedTuple):
    """A report taken in, and where it came from ("FILE", or "FILE:LINE")."""

    raw: Raw
    origin: str


def take(
    names: Iterable[str],
    notify: Callable[[Notice], None],
    *,
    form: Form | None = None,
    encoding: str | None = None,
) -> Iterator[Taken]:
    """The reports of the files ``names`` ("-" is standard input) in order, lazily.

    ``form`` None goes by the name: ``.jsonl`` and ``.ndjson`` hold JSON lines, all else is one text. What cannot be
    read is told to ``notify`` and passed over; the others go on.
    """
    for name in names:
        shown = "standard input" if name == STDIN else name
        try:
            with _open(name) as stream:
                if (form or form_of(name)) == "jsonl":
                    yield from _take_lines(stream, shown, notify, encoding)
                else:
                    yield _take_text(stream, shown, notify, encoding)
        except InputError as error:
            notify(Notice(shown, error.message, error.hint))
        except OSError as error:
            notify(Notice(shown, error.strerror or str(error)))


def form_of(name: str) -> Form:
    """What a file holds, by its name."""
    return "jsonl" if name.lower().endswith(_JSONL) else "text"


def _open(name: str) -> BufferedReader:
    if name == STDIN:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    if Path(name).is_dir():
        raise InputError("it is a directory", f"give the files in it: khabar read {name.rstrip('/')}/*")
    try:
        return open(name, "rb")
    except FileNotFoundError:
        raise InputError("there is no such file") from None
    except ValueError as error:  # a NUL in the name
        raise InputError(str(error)) from None


def _take_text(stream: BufferedReader, shown: str, notify: Callable[[Notice], None], encoding: str | None) -> Taken:
    decoded = decode(stream.read(), encoding)
    if decoded.note:
        notify(Notice(shown, decoded.note, lost=decoded.lossy))
    if not decoded.text.strip():
        notify(Notice(shown, "there is no text in it", lost=False))
    return Taken(Raw(decoded.text), shown)


def _take_lines(
    stream: BufferedReader, shown: str, notify: Callable[[Notice], None], encoding: str | None
) -> Iterator[Taken]:
    for line in read_lines(_as_utf8(stream, encoding)):
        where = f"{shown}:{line.number}"
        if isinstance(line, BadLine):
            notify(Notice(where, line.error.message, line.error.hint))
            continue
        for lost in line.lost:
            notify(Notice(where, lost))
        if line.note:
            notify(Notice(where, line.note, lost=False))
        yield Taken(line.raw, where)


def _as_utf8(stream: BufferedReader, encoding: str | None) -> Iterable[bytes]:
    """The lines of ``stream`` in UTF-8; other encodings are converted when a byte-order mark or ``encoding`` tells."""
    head = stream.peek(4)[:4]
    if encoding is None and head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-32" if head.startswith(codecs.BOM_UTF32_LE) else "utf-16"
    if encoding is None or codecs_name(encoding) == "utf-8":
        return stream
    text = decode(stream.read(), encoding).text.removeprefix("\ufeff")
    return BytesIO(text.encode("utf-8", "surrogatepass"))


def codecs_name(encoding: str) -> str:
    """The standard name of an encoding.

    Raises:
        InputError: there is none of that name.
    """
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        raise InputError(f"no encoding is called {encoding!r}", "for example utf-8, utf-16, cp1256") from None
