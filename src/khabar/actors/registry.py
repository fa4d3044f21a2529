"""The registry: who the parties are, apart from how they are named in Arabic.

Ids are those of the contract (``hamas``, ``syria.army``). Parties that the contract does not list have ids of ours with
the prefix ``x:``, so that nobody takes them for the contract's. States are built by pattern from their country:
``<country>.<organ>``; a row may give an organ another id (the Palestinian police are ``palestine_security``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

ORGANS = {
    "government": "government",
    "army": "armed_forces",
    "airforce": "armed_forces",
    "navy": "armed_forces",
    "police": "security_force",
    "intelligence": "security_force",
    "judiciary": "judiciary",
}
UNKNOWN = "unknown"


class Kin(msgspec.Struct, frozen=True):
    """What an actor is to others: the ids that it is part of, and those that it speaks for."""

    part_of: tuple[str, ...] = ()
    speaks_for: tuple[str, ...] = ()


class Party(msgspec.Struct, frozen=True):
    """One actor: ``category`` is the registry's type, ``country`` the land it belongs to, ``fits`` the short forms'
    ids that may stand for it."""

    id: str
    category: str
    name_en: str = ""
    country: str = ""
    kin: Kin = Kin()
    fits: frozenset[str] = frozenset()


class Country(msgspec.Struct, frozen=True):
    """A country or nation: organs with ids of their own, and those that a bare definite noun means there (``alone``).

    ``within`` gives the organs of a nation without a state by the country that the report is about.
    """

    id: str
    organs: dict[str, str] = {}
    alone: dict[str, str] = {}
    within: dict[str, dict[str, str]] = {}


class Registry:
    """Parties and countries by id."""

    def __init__(self) -> None:
        self.parties: dict[str, Party] = {}
        self.countries: dict[str, Country] = {}
        self.codes: dict[str, str] = {}  # ISO 3166-1 alpha-2, lower case → country
        self.heads: dict[str, set[str]] = {}  # first words of the parties' names, folded

    def organ(self, country: str, organ: str, about: str = "", *, bare: bool = False) -> str | None:
        """The id of a country's organ; ``about`` is the report's country; None where a nation has none there.

        ``bare``: the text has only the organ («الجيش»), no name of the country.
        """
        known = self.countries.get(country)
        if known is None:
            return f"{country}.{organ}" if organ else country
        if known.within:
            return known.within.get(about, {}).get(organ or "government")
        if bare and organ in known.alone:
            return known.alone[organ]
        if organ in known.organs:
            return known.organs[organ]
        if organ and organ not in ORGANS:
            return None
        return f"{country}.{organ}" if organ else country

    def known(self, actor_id: str) -> bool:
        """Whether an id is a party's, a country's or that of a state's organ."""
        country, dot, organ = actor_id.partition(".")
        return actor_id in self.parties or (country in self.countries and (not dot or organ in ORGANS))

    def category(self, actor_id: str | None) -> str:
        """The registry's type of an id; states' organs by pattern."""
        if actor_id is None:
            return UNKNOWN
        if actor_id in self.parties:
            return self.parties[actor_id].category
        _, _, organ = actor_id.partition(".")
        return ORGANS.get(organ, "state")

    def country_of(self, actor_id: str) -> str:
        """The country that an actor belongs to, "" where it has none."""
        if actor_id in self.parties and self.parties[actor_id].country:
            return self.parties[actor_id].country
        country = actor_id.partition(".")[0]
        return country if country in self.countries else ""

    def fits(self, actor_id: str, short: str, heads: frozenset[str]) -> bool:
        """Whether a short form («الحركة») may stand for a party: the row says so, or a name of it begins so."""
        party = self.parties.get(actor_id)
        return (party is not None and short in party.fits) or not heads.isdisjoint(self.heads.get(actor_id, ()))

    def kin(self, actor_id: str) -> Kin:
        """``part_of`` and ``speaks_for`` of an actor: a state's organ is part of the state."""
        party = self.parties.get(actor_id)
        if party is not None and (party.kin.part_of or party.kin.speaks_for):
            return party.kin
        country, dot, _ = actor_id.partition(".")
        return Kin(part_of=(country,)) if dot else Kin()


def party_of(row: Mapping[str, Any]) -> Party:
    """A party of a lexicon row."""
    return Party(
        id=row["id"],
        category=row["type"],
        name_en=row.get("en", ""),
        country=row.get("country", ""),
        kin=Kin(as_ids(row.get("part_of")), as_ids(row.get("speaks_for"))),
        fits=frozenset(row.get("short", ())),
    )


def country_of(row: Mapping[str, Any]) -> Country:
    """A country of a lexicon row."""
    return Country(row["id"], row.get("organs", {}), row.get("alone", {}), row.get("within", {}))


def as_ids(value: str | Iterable[str] | None) -> tuple[str, ...]:
    """One id, several or none, as a tuple."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
