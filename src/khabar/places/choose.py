"""Which place a name means: candidates scored by what the words and the rest of the report say of them."""

from __future__ import annotations

import math
from collections import defaultdict

from .draft import Draft
from .gazetteer import Entry
from .measures import away
from .merge import kilometres
from .types import BEARS_TOWN, SETTLED, fits

Scored = tuple[Entry, float, tuple[str, ...]]
_MOST_CANDIDATES = 60
_MOST_ANCHORS = 40
# Kilometres from the middle of a container within which it contains, by its type.
_RADIUS = {
    "country": 900.0,
    "region": 130.0,
    "area": 70.0,
    "district": 45.0,
    "city": 40.0,
    "mountain": 40.0,
    "valley": 60.0,
}
_NEAR_KM = 60.0
_QUARTER_KM = 40.0  # a quarter of a town lies nearer to it
_NAMESAKES = SETTLED | {"region", "district", "country"}
_NAMED_AFTER = frozenset(("hospital", "worship", "hostelry"))  # buildings that bear names of far places
_SIDE_KM = 350.0  # «شمال بغداد» may be far from it
_LARGE_ANYWHERE = 300_000  # a city that a report on another country may name


class Focus:
    """The countries a report is about, each with its share of the evidence, and the places in it that are sure."""

    def __init__(self, country: str | None) -> None:
        self._weights: dict[str, float] = defaultdict(float)
        self._anchors: dict[tuple[float, float], list[int]] = {}
        self._points: list[tuple[float, float] | None] = []
        if country:
            self._weights[country] += 0.5

    def add(self, country: str, weight: float) -> None:
        """Count evidence for a country (ISO code)."""
        if country:
            self._weights[country] += weight

    def settle(self, points: list[tuple[float, float] | None]) -> None:
        """Take the sure places of the report: a point, or None, for each of its mentions in order."""
        self._points = points
        for at, point in enumerate(points):
            if point is not None and (point in self._anchors or len(self._anchors) < _MOST_ANCHORS):
                self._anchors.setdefault(point, []).append(at)

    def nearness(self, lat: float, lon: float, at: int) -> float:
        """How near a point is to the sure places of the report, 0 to 1.5; those next to mention ``at`` weigh more."""
        best = 0.0
        for point, mentions in self._anchors.items():
            if mentions[0] != at or len(mentions) > 1:
                best = max(best, _closeness(point, lat, lon))
        for other in range(max(0, at - 3), min(len(self._points), at + 4)):
            beside = self._points[other]
            if other != at and beside is not None:
                best = max(best, 1.5 * _closeness(beside, lat, lon))
        return best

    def share(self, country: str) -> float:
        """Its share, 0 to 1."""
        total = sum(self._weights.values())
        return self._weights.get(country, 0.0) / total if total else 0.0

    def holds(self, country: str) -> bool:
        """Whether anything speaks for the country."""
        return country in self._weights

    def empty(self) -> bool:
        """Whether nothing tells what the report is about."""
        return not self._weights

    def ranked(self) -> list[str]:
        """All countries, the one with most evidence first."""
        return sorted(self._weights, key=lambda code: -self._weights[code])

    def main(self) -> str | None:
        """The country with most evidence."""
        return max(self._weights, key=lambda code: self._weights[code]) if self._weights else None


def _closeness(point: tuple[float, float], lat: float, lon: float) -> float:
    if abs(point[0] - lat) > 2 or abs(point[1] - lon) > 2:
        return 0.0
    return math.exp(-kilometres(point[0], point[1], lat, lon) / _NEAR_KM)


def candidates(draft: Draft, focus: Focus) -> list[tuple[Entry, bool]]:
    """The entries that the mention's own words and the countries of the report allow, largest first when many."""

    def far(entry: Entry) -> bool:
        return entry.population < _LARGE_ANYWHERE and not focus.holds(entry.country) and not focus.empty()

    typed = draft.has("type", "list", "site")
    vouched = typed or draft.has("inside")
    rows = [
        (entry, exact)
        for entry, exact in draft.entries
        if (exact or typed or draft.has("part"))
        and not (entry.row is None and far(entry))
        and not (entry.told and not focus.holds(entry.country))
        and (
            not entry.only
            or (draft.wanted is None and vouched and entry.type != "region" and not entry.told)
            or (typed and draft.wanted and fits(draft.wanted.type, entry.type))
            or _rural(draft, entry)
        )
    ]
    if len(rows) > _MOST_CANDIDATES:
        rows.sort(key=lambda row: -row[0].population)
        del rows[_MOST_CANDIDATES:]
    return rows


def _rural(draft: Draft, entry: Entry) -> bool:
    return entry.type == "region" and any(part.kind == "countryside" for part in draft.parts) and not draft.types


def score(draft: Draft, focus: Focus, at: int) -> list[Scored]:
    """All candidates with scores and reasons, best first. ``at`` is the draft's place among the report's."""
    out: list[Scored] = []
    for entry, exact in draft.rows:
        reasons: list[str] = []
        value = 0.35 * math.log10(entry.population + 10)
        if entry.row:
            value += 1.0
            reasons.append("of the lexicon")
        value += 0.5 if exact else 0.0
        value += _by_words(draft, entry, reasons)
        value += _by_report(draft, entry, focus, at, reasons)
        if entry.population >= 100_000:
            reasons.append("large")
        out.append((entry, value, tuple(reasons)))
    out.sort(key=lambda row: (-row[1], row[0].id))
    return out


def _by_words(draft: Draft, entry: Entry, reasons: list[str]) -> float:
    value = 0.0
    wanted = draft.wanted
    if wanted:
        fit = fits(wanted.type, entry.type)
        if fit:
            reasons.append("type word")
            value += 2.0 * fit
        elif wanted.type not in BEARS_TOWN:
            value -= 1.5
    elif _rural(draft, entry):
        value += 1.5
        reasons.append("countryside")
    elif entry.row is None and entry.type in ("neighbourhood", "site", "village", "airport"):
        value -= 0.6
    if draft.inside is not None and draft.inside.chosen is not None:
        value += _contained(entry, draft.inside.chosen, draft.inside, reasons)
    return value


def _contained(entry: Entry, outer: Entry, told: Draft, reasons: list[str]) -> float:
    if outer.type == "country":
        if entry.country != outer.country:
            return -2.0
        reasons.append(f"in {outer.name_en}")
        return 2.0
    radius = _RADIUS.get(outer.type, 30.0) if told.away is None else _slack(told)
    if told.away is None and any(part.kind == "side" for part in told.parts):
        radius = max(radius, _SIDE_KM / 2)  # «القادسية جنوب بغداد»
    apart = kilometres(entry.lat, entry.lon, *away(outer.lat, outer.lon, told.way, told.away or 0.0))
    if apart <= radius:
        reasons.append(f"in {outer.name_en}")
        return 3.0 - apart / radius
    return -min(3.0, (apart - radius) / radius)


def _slack(told: Draft) -> float:
    """How far from the point told by a distance a place may lie: directions are rough, more so the farther."""
    km = told.away or 0.0
    return 10.0 + (0.5 if told.way else 1.1) * km


def _by_report(draft: Draft, entry: Entry, focus: Focus, at: int, reasons: list[str]) -> float:
    value = 2.0 * focus.share(entry.country)
    if value >= 1.0:
        reasons.append("country of the report")
    elif not focus.holds(entry.country) and entry.population < 1_000_000:
        value -= 1.0
    best = focus.nearness(entry.lat, entry.lon, at)
    if best > 0.5:
        reasons.append("near other places of the report")
    return value + best


def out_of_place(draft: Draft) -> bool:
    """The best candidate lies far outside what the words say contains it: the name is of another, unknown place."""
    outer = draft.inside.chosen if draft.inside is not None else None
    entry = draft.chosen
    if outer is None or entry is None or entry.type == "country" or not draft.types or draft.echo:
        return False
    if outer.type == "country":
        return entry.country != outer.country and not draft.sides_of
    if draft.inside is not None and draft.inside.away is not None:
        told = draft.inside
        point = away(outer.lat, outer.lon, told.way, told.away or 0.0)
        return kilometres(entry.lat, entry.lon, *point) > 2 * _slack(told)
    apart = kilometres(entry.lat, entry.lon, outer.lat, outer.lon)
    beside = any(part.kind == "side" for part in draft.inside.parts) if draft.inside is not None else False
    return apart > (_SIDE_KM if beside else 2 * _RADIUS.get(outer.type, 30.0) + 20)


def astray(draft: Draft, before: list[Draft], after: list[Draft]) -> bool:
    """A quarter, street or building that bears the name of a far place lies in a town of the report: «حي الثورة»,
    «شارع القدس», «مستشفى القدس» in Gaza."""
    wanted, entry = draft.wanted, draft.chosen
    if wanted is None or entry is None or draft.other_end is not None or entry.type not in _NAMESAKES:
        return False
    kind = wanted.row.rpartition("/")[2]
    if kind.startswith("street"):
        return True
    if kind == "quarter":
        return draft.inside is None and _far(entry, [other.chosen for other in (*before, *after) if _town(other)])
    town = next((other.chosen for other in reversed(before) if _town(other)), None)
    return kind in _NAMED_AFTER and town is not None and town.country != entry.country


def _far(entry: Entry, towns: list[Entry | None]) -> bool:
    return bool(towns) and all(
        town is None or kilometres(entry.lat, entry.lon, town.lat, town.lon) > _QUARTER_KM for town in towns
    )


def _town(other: Draft) -> bool:
    return (
        other.chosen is not None
        and other.chosen.type in ("city", "town")
        and (other.wanted is None or other.wanted.type != "neighbourhood")
    )


def shares(scores: list[Scored]) -> list[float]:
    """Scores as shares of one (softmax)."""
    if not scores:
        return []
    top = scores[0][1]
    powers = [math.exp(value - top) for _, value, _ in scores]
    total = sum(powers)
    return [power / total for power in powers]
