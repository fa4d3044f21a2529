"""Types of places, what each tells of precision, and which of them a type word may mean."""

from __future__ import annotations

from ..model import PlacePrecision

TYPES = (
    "country", "region", "district", "city", "town", "village", "neighbourhood", "camp", "site", "airport", "crossing",
    "dam", "river", "lake", "mountain", "valley", "area", "road", "island", "border",
)  # fmt: skip

PRECISION: dict[str, PlacePrecision] = {
    "country": "country",
    "region": "region",
    "district": "area",
    "city": "town",
    "town": "town",
    "village": "town",
    "neighbourhood": "town",
    "camp": "town",
    "site": "exact",
    "airport": "exact",
    "crossing": "exact",
    "dam": "exact",
}
"""Precision of coordinates by type; what is not listed stretches and is an ``area``."""

ORDER: tuple[PlacePrecision, ...] = ("exact", "town", "area", "region", "country")

SETTLED = frozenset(("city", "town", "village", "neighbourhood", "camp"))
"""Types of places where people live."""
# Types close enough that gazetteers and reporters mix them up.
_NEAR = {
    "city": SETTLED,
    "town": SETTLED,
    "village": SETTLED,
    "neighbourhood": SETTLED | {"area", "district"},
    "camp": SETTLED | {"site"},
    "district": frozenset(("district", "region", "area", "city", "town")),
    "region": frozenset(("region", "city", "area", "district")),
    "area": frozenset(("area", "region", "district", "neighbourhood", "town", "village", "city", "mountain", "valley")),
    "site": frozenset(("site", "airport", "crossing", "dam", "camp")),
    "airport": frozenset(("airport", "site")),
    "crossing": frozenset(("crossing", "site")),
    "dam": frozenset(("dam", "site", "lake")),
    "mountain": frozenset(("mountain", "area")),
    "valley": frozenset(("valley", "area", "river")),
    "river": frozenset(("river", "valley")),
}
# A site that is not known itself stands in the town whose name it bears («جامعة حلب»).
BEARS_TOWN = frozenset(("site", "airport", "crossing", "dam", "road", "area", "valley", "mountain", "river", "lake"))


def precision(type_: str) -> PlacePrecision:
    """The precision that a place of ``type_`` gives."""
    return PRECISION.get(type_, "area")


def coarser(a: PlacePrecision, b: PlacePrecision) -> PlacePrecision:
    """The less precise of two."""
    return ORDER[max(ORDER.index(a), ORDER.index(b))]


def fits(wanted: str, type_: str) -> float:
    """How well a place of ``type_`` answers to a type word that wants ``wanted``: 1 exactly, 0 not at all."""
    if wanted == type_:
        return 1.0
    return 0.7 if type_ in _NEAR.get(wanted, ()) else 0.0
