"""A user's own actors, from YAML or CSV: ``id, type, name_en, names_ar, part_of, speaks_for``.

CSV has a header line and ``|`` between several names or ids. YAML is a list of mappings with the same keys, or such a
list under ``actors:``; lists may be YAML lists or strings with ``|``. Text is UTF-8, or UTF-16 with a byte-order mark.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import ActorsError
from .registry import Kin, Party, Registry

COLUMNS = ("id", "type", "name_en", "names_ar", "part_of", "speaks_for")
_ID = re.compile(r"[a-z0-9][a-z0-9_.:-]*")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Own(NamedTuple):
    """One actor of a user's file, with the line it stands on and its Arabic names."""

    party: Party
    names: tuple[str, ...]
    line: int


def read(path: str | Path, registry: Registry) -> list[Own]:
    """The actors of a user's file.

    Raises:
        ActorsError: the file cannot be read or a row is wrong; the message has the file, the line and the reason.
    """
    path = Path(path)
    text = _text(path)
    rows = _yaml_rows(path, text) if path.suffix.lower() in (".yml", ".yaml") else _csv_rows(path, text)
    out: list[Own] = []
    lines: dict[str, int] = {}
    for line, row in rows:
        own = _own(path, line, row)
        if own.party.id in lines:
            raise _wrong(path, line, f"the id {own.party.id!r} stands on line {lines[own.party.id]} already")
        lines[own.party.id] = line
        out.append(own)
    for own in out:
        for other in (*own.party.kin.part_of, *own.party.kin.speaks_for):
            if other not in lines and not registry.known(other):
                raise _wrong(path, own.line, f"{own.party.id!r} refers to {other!r}, which no actor has as its id")
    return out


def _wrong(path: Path, line: int, reason: str) -> ActorsError:
    return ActorsError(f"{path}, line {line}: {reason}", "columns: " + ", ".join(COLUMNS))


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ActorsError(f"{path}: {error.strerror or error}", "give a YAML or CSV file of actors") from None
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ActorsError(
            f"{path}, line {line}: the file is not {encoding.removesuffix('-sig').upper()}",
            "save it as UTF-8; Arabic files from old Windows programs are often Windows-1256",
        ) from None


def _csv_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_columns(path, 1, header)
        for missing in ("id", "names_ar"):
            if missing not in header:
                raise _wrong(path, 1, f"the column {missing!r} is missing")
        start = reader.line_num
        for row in reader:
            line, start = start + 1, reader.line_num
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(header):
                raise _wrong(path, line, f"{len(row)} cells under {len(header)} columns")
            yield line, dict(zip(header, row, strict=True))
    except csv.Error as error:
        raise _wrong(path, reader.line_num, str(error)) from None


def _yaml_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        import yaml
    except ImportError:
        raise ActorsError(f"{path}: YAML needs PyYAML", "install PyYAML, or give the actors as CSV") from None
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        if isinstance(root, yaml.MappingNode) and len(root.value) == 1 and root.value[0][0].value == "actors":
            root = root.value[0][1]
        if not isinstance(root, yaml.SequenceNode):
            raise _wrong(path, 1, "no list of actors")
        for node in root.value:
            line = node.start_mark.line + 1
            if not isinstance(node, yaml.MappingNode):
                raise _wrong(path, line, "no mapping of an actor's fields")
            keys = [key.value for key, _ in node.value]
            _check_columns(path, line, keys)
            yield line, {key: _plain(path, value) for key, (_, value) in zip(keys, node.value, strict=True)}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise _wrong(path, line, str(getattr(error, "problem", None) or error).splitlines()[0]) from None


def _plain(path: Path, node: Any) -> str | list[str]:
    if isinstance(node.value, str):
        return node.value
    if node.id == "sequence" and all(isinstance(item.value, str) for item in node.value):
        return [item.value for item in node.value]
    raise _wrong(path, node.start_mark.line + 1, "neither a word nor a list of words")


def _check_columns(path: Path, line: int, names: list[Any]) -> None:
    for name in names:
        if name not in COLUMNS:
            raise _wrong(path, line, f"the column {name!r} is unknown")
    if len(set(names)) < len(names):
        raise _wrong(path, line, "a column stands twice")


def _own(path: Path, line: int, row: dict[str, Any]) -> Own:
    actor_id = str(row.get("id") or "").strip()
    if not _ID.fullmatch(actor_id):
        raise _wrong(
            path, line, f"{actor_id!r} is no id: small letters, digits and _ . : - only" if actor_id else "no id"
        )
    names = _several(row.get("names_ar"))
    if not names:
        raise _wrong(path, line, f"{actor_id!r} has no Arabic name")
    for name in names:
        if not any("\u0600" <= char <= "\u06ff" for char in name):
            raise _wrong(path, line, f"the name {name!r} has no Arabic letter")
    kin = Kin(_several(row.get("part_of")), _several(row.get("speaks_for")))
    category = str(row.get("type") or "").strip() or "armed_group"
    return Own(Party(actor_id, category, str(row.get("name_en") or "").strip(), kin=kin), names, line)


def _several(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else str(value or "").split("|")
    return tuple(item.strip() for item in items if item.strip())
