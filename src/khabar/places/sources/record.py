"""One place as a source has it, with where that stands."""

from __future__ import annotations

import msgspec

from ...errors import GazetteerError


class SourceRecord(msgspec.Struct, frozen=True):
    """A place of a source. ``names`` are as the source writes them; ``identity`` is a key shared between sources
    ("gn:170063") or ""; ``trusted``: names typed by people, not to be cleaned."""

    id: str
    names: tuple[str, ...]
    name_en: str
    lat: float
    lon: float
    type: str
    country: str
    population: int
    identity: str
    source: str
    file: str
    line: int
    trusted: bool = False


def coordinates(lat: str, lon: str, where: str) -> tuple[float, float]:
    """Degrees from text.

    Raises:
        GazetteerError: not numbers, or outside the globe.
    """
    try:
        values = float(lat), float(lon)
    except ValueError:
        raise GazetteerError(f"{where}: coordinates {lat!r}, {lon!r} are no decimal degrees") from None
    if not (abs(values[0]) <= 90 and abs(values[1]) <= 180):
        raise GazetteerError(f"{where}: coordinates {lat}, {lon} are off the globe (lat -90..90, lon -180..180)")
    return values


def whole(text: str, what: str, where: str) -> int:
    """A population or other whole number from text; 0 where empty.

    Raises:
        GazetteerError: no number.
    """
    try:
        return int(text or 0)
    except ValueError:
        raise GazetteerError(f"{where}: {what} {text!r} is no whole number") from None


def settlement(population: int) -> str:
    """City, town or village by population."""
    return "city" if population >= 100_000 else "town" if population >= 10_000 else "village"
