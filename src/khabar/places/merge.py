"""Many sources, one gazetteer: places merged by identity, with the sources kept."""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec

from .archive import StoredPlace
from .names import Cleaner, name_key
from .sources.record import SourceRecord

_SETTLED = frozenset(("city", "town", "village", "neighbourhood", "camp"))
_SITES = frozenset(("site", "airport"))
# Two records of one name and kind within so many kilometres are one place.
_REACH = {"region": 90.0, "district": 30.0, "river": 40.0, "area": 40.0, "valley": 20.0, "mountain": 15.0, "lake": 30.0}
_SAME_KM = 4.0
_APART_KM = 30.0  # one identity in places farther apart than this: the sources disagree


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Distance on the globe, equirectangular: within 1 % below 500 km."""
    dx = math.radians(lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    return 6371.0 * math.hypot(dx, math.radians(lat2 - lat1))


class Merged(msgspec.Struct):
    """A place in the making."""

    record: SourceRecord
    names: dict[str, None]
    sources: dict[str, None]
    population: int


class Merger:
    """Takes records in order of trust; the first to tell a place gives its coordinates."""

    def __init__(self, cleaner: Cleaner) -> None:
        self._cleaner = cleaner
        self._places: list[Merged] = []
        self._by_identity: dict[str, list[int]] = {}
        self._by_key: dict[str, list[int]] = {}
        self.disagreements: list[str] = []

    def add(self, record: SourceRecord, more_names: Iterable[str] = (), sources: Iterable[str] = ()) -> None:
        """Take one record; ``more_names`` come from alternate names, ``sources`` from a place merged before."""
        names = list(record.names) if record.trusted else self._cleaner.clean((*record.names, *more_names))
        keys = [key.key for name in names if (key := name_key(name))]
        if not keys:
            return
        index = self._same(record, keys)
        if index is None:
            index = len(self._places)
            self._places.append(Merged(record, {}, {}, record.population))
        place = self._places[index]
        place.names.update(dict.fromkeys(names))
        origin = f"{record.file}:{record.line}" if record.trusted else record.id.partition(":")[2]
        place.sources.update(dict.fromkeys(sources or (f"{record.source}:{origin}",)))
        place.population = max(place.population, record.population)
        if record.identity and index not in self._by_identity.setdefault(record.identity, []):
            self._by_identity[record.identity].append(index)
        for name in keys:
            if index not in (row := self._by_key.setdefault(name, [])):
                row.append(index)

    def _same(self, record: SourceRecord, keys: list[str]) -> int | None:
        for index in self._by_identity.get(record.identity, ()):
            other = self._places[index].record
            if group(other.type) == group(record.type):
                self._compare(record, other)
                return index
        for key in keys:
            for index in self._by_key.get(key, ()):
                other = self._places[index].record
                if group(other.type) != group(record.type) or (
                    record.country and other.country not in ("", record.country)
                ):
                    continue
                apart = kilometres(record.lat, record.lon, other.lat, other.lon)
                if apart <= _REACH.get(record.type, _SAME_KM):
                    return index
                if record.trusted and other.trusted and apart <= _APART_KM and record.type == other.type:
                    self._disagree(record, other, apart)
        return None

    def _compare(self, record: SourceRecord, other: SourceRecord) -> None:
        apart = kilometres(record.lat, record.lon, other.lat, other.lon)
        if apart > max(_APART_KM, _REACH.get(record.type, 0.0)):
            self._disagree(record, other, apart)

    def _disagree(self, record: SourceRecord, other: SourceRecord, apart: float) -> None:
        self.disagreements.append(
            f"{record.file}:{record.line}: {record.names[0]} ({record.type}) lies {apart:.0f} km from where "
            f"{other.file}:{other.line} has it"
        )

    def places(self) -> list[StoredPlace]:
        """What was merged, in the order first met."""
        return [
            StoredPlace(
                p.record.id, p.record.name_en, tuple(p.names), round(p.record.lat, 5), round(p.record.lon, 5),
                p.record.type, p.record.country, p.population, tuple(p.sources),
            )
            for p in self._places
        ]  # fmt: skip


def group(type_: str) -> str:
    """Types that one place may have in different sources."""
    return "settled" if type_ in _SETTLED else "site" if type_ in _SITES else type_
