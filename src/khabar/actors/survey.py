"""What country a report is about."""

from __future__ import annotations

from collections import Counter

from ..text import DIRECTIONS
from .lexis import Hit, Words
from .registry import Registry

# Prepositions and directions that make a country or town a place.
INTO = DIRECTIONS | {"في", "داخل"}

_VOTING = frozenset({"country", "capital", "cue", "adjective", "party", "person"})


def survey(words: Words, registry: Registry, told_in: str | None) -> tuple[str, frozenset[str]]:
    """The country that a report is about, by the countries, towns and parties it names ("" when it names none), and
    the countries that it names by more than an adjective.

    ``told_in`` is the outlet's country (an ISO code or an English name), a weak sign.
    """
    votes: Counter[str] = Counter()
    names: set[str] = set()
    first_stop = words.page.sentences[0][1] if words.page.sentences else 0
    for i, hits in words.told():
        for hit in hits:
            if hit.entry.kind not in _VOTING:
                continue
            vote = _vote(words, hit, registry)
            if vote:
                country, weight = vote
                if hit.entry.kind in ("country", "capital", "cue"):
                    names.add(country)
                votes[country] += weight * (2 if words.tokens[i].start < first_stop else 1)
                break
    if told_in and (named := _named(told_in, registry)):
        votes[named] += 4
    best = votes.most_common(1)
    return (best[0][0] if best else ""), frozenset(names)


def _named(told_in: str, registry: Registry) -> str:
    name = told_in.strip().lower().replace(" ", "_")
    if name in registry.countries:
        return name
    return registry.codes.get(name, "")


def _vote(words: Words, hit: Hit, registry: Registry) -> tuple[str, int] | None:
    entry = hit.entry
    if entry.kind in ("country", "capital", "cue"):
        there = hit.reading.procs.endswith("ب") or words.form(hit.first - 1) in INTO
        return entry.target, 6 if there else 4 if entry.kind == "cue" else 2
    if entry.kind == "adjective":
        country = entry.target if entry.nation else registry.country_of(entry.target)
        return (country, 1) if country and not registry.countries[country].within else None
    if (
        entry.kind in ("party", "person")
        and entry.alone != "local"
        and not any(other.entry.target != entry.target and other.last == hit.last for other in words.hits(hit.first))
    ):
        country = registry.country_of(entry.target)
        return (country, 1) if country else None
    return None
