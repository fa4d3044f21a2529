"""People's own places: a CSV with the columns name, lat, lon, type and, if wanted, name_en, country, population, id.

A name may have variants parted by ``|``; ``type`` is one of :data:`khabar.places.types.TYPES`; ``id`` is what one
place has in several files ("gn:170063" for GeoNames).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from ...errors import GazetteerError
from ..names import name_key, variants
from ..types import TYPES
from .record import SourceRecord, coordinates, whole

NEEDED = ("name", "lat", "lon", "type")
ALLOWED = frozenset((*NEEDED, "name_en", "country", "population", "id"))


def read_csv(file: str, lines: Iterable[str]) -> Iterator[SourceRecord]:
    """The places of a CSV with a header line.

    Raises:
        GazetteerError: a missing or unknown column, a type or coordinate that is none, a row without a name.
    """
    reader = csv.reader(lines, strict=True)
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        _check(file, header)
        for row in reader:
            if row:
                yield _record(file, reader.line_num, header, row)
    except csv.Error as error:
        raise GazetteerError(f"{file}:{reader.line_num}: {error}") from error


def _check(file: str, header: list[str]) -> None:
    missing = [name for name in NEEDED if name not in header]
    unknown = [name for name in header if name not in ALLOWED]
    if missing or unknown:
        what = f"no column {', '.join(missing)}" if missing else f"unknown column {', '.join(unknown)}"
        raise GazetteerError(
            f"{file}:1: {what}", f"columns: {', '.join(NEEDED)}; also {', '.join(sorted(ALLOWED - set(NEEDED)))}"
        )


def _record(file: str, line: int, header: list[str], row: list[str]) -> SourceRecord:
    where = f"{file}:{line}"
    if len(row) != len(header):
        raise GazetteerError(f"{where}: {len(row)} cells under {len(header)} columns")
    cells = {name: cell.strip() for name, cell in zip(header, row, strict=True)}
    names = tuple(variants(cells["name"]))
    if not all(name_key(name) for name in names):
        raise GazetteerError(f"{where}: the name {cells['name']!r} holds no Arabic word")
    if cells["type"] not in TYPES:
        raise GazetteerError(f"{where}: unknown type {cells['type']!r}", f"types: {', '.join(TYPES)}")
    lat, lon = coordinates(cells["lat"], cells["lon"], where)
    identity = cells.get("id", "")
    return SourceRecord(
        identity or f"own:{names[0]}@{lat:.4f},{lon:.4f}", names, cells.get("name_en", "") or names[0], lat, lon,
        cells["type"], cells.get("country", "").upper(), whole(cells.get("population", ""), "population", where),
        identity, "own", file, line, True,
    )  # fmt: skip
