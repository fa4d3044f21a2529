"""Which kind of source a file is, and its lines, from plain text or from a zip."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ...errors import GazetteerError
from . import geonames, table, wof
from .record import SourceRecord

_README = frozenset(("readme.txt", "iso-languagecodes.txt"))


class Source(msgspec.Struct, frozen=True):
    """An input of the build: ``kind`` is ``geonames``, ``alternates``, ``wof`` or ``csv``."""

    path: Path
    kind: str

    def records(self) -> Iterator[SourceRecord]:
        """Its places. Raises GazetteerError with file and line for what cannot be read."""
        file = self.path.name
        if self.kind == "geonames":
            return geonames.read_dump(file, _lines(self.path))
        return (
            wof.read_table(file, _lines(self.path)) if self.kind == "wof" else table.read_csv(file, _lines(self.path))
        )

    def alternates(self) -> Iterator[tuple[str, str]]:
        """(identity, Arabic name) pairs of a table of alternate names."""
        return geonames.read_alternates(self.path.name, _lines(self.path))


def open_source(path: Path) -> Source:
    """The source that ``path`` is, told by its first line.

    Raises:
        GazetteerError: it cannot be opened, or is of no known form.
    """
    if geonames.is_alternates(path):
        return Source(path, "alternates")
    first = next(_lines(path), "")
    if first.startswith("# wof_id"):
        return Source(path, "wof")
    cells = first.rstrip("\r\n").split("\t")
    if len(cells) == geonames.COLUMNS or path.suffix.lower() == ".zip":
        return Source(path, "geonames")
    if "," in first and "\t" not in first:
        return Source(path, "csv")
    raise GazetteerError(
        f"{path.name}:1: of no known form",
        "known: a GeoNames dump or alternateNamesV2 (.txt or .zip), a Who's On First table, a CSV with a header",
    )


def _lines(path: Path) -> Iterator[str]:
    number = 0
    try:
        with _stream(path) as stream:
            for number, line in enumerate(stream, 1):  # noqa: B007
                yield line
    except UnicodeDecodeError as error:
        raise GazetteerError(
            f"{path.name}:{number + 1}: not UTF-8 ({error.reason})", "save the file as UTF-8"
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise GazetteerError(
            f"{path.name}: the archive is cut short or no zip ({error})", "download it again"
        ) from error
    except OSError as error:
        raise GazetteerError(f"{path.name}: {error.strerror or error}") from error


def _stream(path: Path) -> io.TextIOWrapper:
    if path.suffix.lower() != ".zip":
        return open(path, encoding="utf-8-sig", newline="")
    archive = zipfile.ZipFile(path)
    members = [name for name in archive.namelist() if name.lower() not in _README and name.endswith(".txt")]
    if len(members) != 1:
        raise GazetteerError(
            f"{path.name}: holds {len(members)} tables instead of one: {', '.join(archive.namelist())}"
        )
    return io.TextIOWrapper(archive.open(members[0]), encoding="utf-8-sig", newline="")
