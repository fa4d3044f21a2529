"""The lexicon as the rooms see it: files of sections of rows, read from one compiled artefact.

A row is a mapping with an ``id``; its address is ``file/section/id`` ("numbers/units/three"), which is what a claim's
``because`` names. Rooms are built from a :class:`Lexicon`, so a test can build one without a row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from ..errors import LexiconError

Row = Mapping[str, Any]
ARTEFACT = "ar.msgpack"


class Artefact(msgspec.Struct, frozen=True):
    """What the compiler writes: rows by file and section, and a hash of their content."""

    sha256: str
    files: dict[str, dict[str, list[dict[str, Any]]]]


class Lexicon:
    """Rows by file and section."""

    def __init__(self, artefact: Artefact) -> None:
        self._artefact = artefact

    @property
    def sha256(self) -> str:
        """Hash of the content of all rows."""
        return self._artefact.sha256

    def files(self) -> list[str]:
        """Names of the files, sorted."""
        return sorted(self._artefact.files)

    def sections(self, file: str) -> Mapping[str, Sequence[Row]]:
        """All sections of ``file``.

        Raises:
            LexiconError: there is no such file.
        """
        try:
            return self._artefact.files[file]
        except KeyError:
            raise LexiconError(f"the lexicon has no file {file!r}", "build it with `make lexicon`") from None

    def rows(self, file: str, section: str) -> Sequence[Row]:
        """The rows of a section; none when the section is absent."""
        return self.sections(file).get(section, [])

    def addresses(self, file: str) -> list[str]:
        """``file/section/id`` of every row of ``file``."""
        return [f"{file}/{section}/{row['id']}" for section, rows in self.sections(file).items() for row in rows]

    def without(self, address: str) -> Lexicon:
        """The same lexicon less one row."""
        file, section, row_id = address.split("/", 2)
        sections = dict(self._artefact.files[file])
        sections[section] = [row for row in sections[section] if row["id"] != row_id]
        return Lexicon(Artefact(self.sha256, {**self._artefact.files, file: sections}))


@cache
def load() -> Lexicon:
    """The lexicon that this installation ships.

    Raises:
        LexiconError: the artefact is missing or broken.
    """
    try:
        data = resources.files("khabar.lexicon").joinpath(ARTEFACT).read_bytes()
        return Lexicon(msgspec.msgpack.decode(data, type=Artefact))
    except FileNotFoundError:
        raise LexiconError("the compiled lexicon is missing", "build it with `make lexicon`") from None
    except msgspec.DecodeError as error:
        raise LexiconError(f"the compiled lexicon is broken: {error}", "build it with `make lexicon`") from error
