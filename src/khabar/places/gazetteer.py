"""The gazetteer as the rooms see it: places by name, from a compiled file that opens in a moment."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import msgspec

from .archive import Archive, Header, StoredPlace

EMBEDDED = "default.gaz"
_CACHED = 200_000


class Entry(msgspec.Struct, frozen=True):
    """A place that a name may mean. ``row`` is the address of a lexicon row, None for a place of the gazetteer.

    ``weak``: the name needs a reason to be a place; ``only``: it needs a type word («مطار حلب»); ``told``: it is meant
    only where something else tells of its country («شارع الاستقلال»).
    """

    id: str
    name_en: str
    lat: float
    lon: float
    type: str
    country: str
    population: int
    row: str | None = None
    weak: bool = False
    only: bool = False
    told: bool = False


class Gazetteer:
    """Places by name key. ``sha256`` identifies the content of the file."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._found: dict[str, tuple[tuple[Entry, bool], ...]] = {}
        self._longest: dict[str, int] = {}
        self._entries: dict[int, Entry] = {}

    @classmethod
    def open(cls, path: str | Path | None = None) -> Gazetteer:
        """Open the gazetteer at ``path``, or the embedded one.

        Raises:
            GazetteerError: the file is missing, of another format or cut short.
        """
        if path is None:
            with resources.as_file(resources.files("khabar.places").joinpath(EMBEDDED)) as embedded:
                return cls(Archive(embedded))
        return cls(Archive(Path(path)))

    @property
    def sha256(self) -> str:
        """Hash of the content."""
        return self._archive.header.sha256

    @property
    def header(self) -> Header:
        """What the file says of itself."""
        return self._archive.header

    def __len__(self) -> int:
        return len(self._archive)

    def places(self) -> Iterator[StoredPlace]:
        """All places, in the order of the file."""
        return iter(self._archive)

    def may_hold(self, word: str) -> bool:
        """False when ``word`` is surely no key of a name, nor of its first word or two: a cheap first question."""
        return self._archive.may_hold(word)

    def lookup(self, key: str) -> tuple[tuple[Entry, bool], ...]:
        """Every place with a name of ``key``, and whether that name is written with its article."""
        found = self._found.get(key)
        if found is None:
            if len(self._found) > _CACHED:
                self._found.clear()
            found = tuple((self._entry(number), article) for number, article in self._archive.posts(key))
            self._found[key] = found
        return found

    def longest(self, first: str) -> int:
        """The most words of a name of several words that begins with the word of key ``first``; 0: none does."""
        longest = self._longest.get(first)
        if longest is None:
            if len(self._longest) > _CACHED:
                self._longest.clear()
            longest = self._longest[first] = self._archive.longest(first)
        return longest

    def _entry(self, number: int) -> Entry:
        entry = self._entries.get(number)
        if entry is None:
            if len(self._entries) > _CACHED:
                self._entries.clear()
            place = self._archive.place(number)
            entry = self._entries[number] = Entry(
                place.id, place.name_en, place.lat, place.lon, place.type, place.country, place.population
            )
        return entry
