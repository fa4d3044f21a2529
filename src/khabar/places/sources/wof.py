"""Who's On First as a table: ``# wof_id placetype names_ar names_en lat lon country region_id county_id geonames_id
population``, tab-separated, names parted by ``|``. Countries are left out: their names there are messy, ours come with
us.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...errors import GazetteerError
from .record import SourceRecord, coordinates, settlement, whole

COLUMNS = (
    "wof_id", "placetype", "names_ar", "names_en", "lat", "lon", "country", "region_id", "county_id", "geonames_id",
    "population",
)  # fmt: skip
_TYPES = {
    "region": "region", "macroregion": "region", "county": "district", "localadmin": "district", "locality": "",
    "borough": "neighbourhood", "macrohood": "neighbourhood", "neighbourhood": "neighbourhood", "campus": "site",
}  # fmt: skip
_IGNORED = frozenset(("country", "empire", "dependency", "disputed", "continent", "planet", "ocean", "marinearea"))


def read_table(file: str, lines: Iterable[str]) -> Iterator[SourceRecord]:
    """The places of a table.

    Raises:
        GazetteerError: a line of another form or an unknown placetype.
    """
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line.strip():
            continue
        row, where = line.rstrip("\r\n").split("\t"), f"{file}:{number}"
        if len(row) != len(COLUMNS):
            raise GazetteerError(f"{where}: {len(row)} columns instead of {len(COLUMNS)}: cut short, or another table")
        if row[1] in _IGNORED:
            continue
        if row[1] not in _TYPES:
            raise GazetteerError(f"{where}: unknown placetype {row[1]!r}")
        lat, lon = coordinates(row[4], row[5], where)
        population = whole(row[10], "population", where)
        english = [name for name in row[3].split("|") if name.isascii()]
        kind = _TYPES[row[1]] or settlement(population)
        if row[1] == "campus" and any(word in row[3] for word in ("Air", "air")):
            kind = "airport"
        yield SourceRecord(
            f"wof:{row[0]}", tuple(row[2].split("|")), english[0] if english else row[3].split("|")[0], lat, lon, kind,
            row[6], population, f"gn:{row[9]}" if row[9] else "", "wof", file, number,
        )  # fmt: skip
