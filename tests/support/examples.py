"""The examples beside the rules: read, run and compared here, whatever room they belong to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from khabar.lexicon import Lexicon
from khabar.lexicon.build import HERE, compile_files, read_yaml
from khabar.lexicon.store import Lexicon as _Lexicon
from khabar.text import fold_word

FOLDER = HERE / "ar"
KINDS = ("positive", "negative", "near_miss")


class Example(msgspec.Struct, frozen=True):
    """One example: ``text``, what must be found in it (in order, the given fields compared) and its kind."""

    text: str
    find: tuple[dict[str, Any], ...] = ()
    kind: str = "positive"
    reference: date | None = None
    country: str | None = None
    outlet: str | None = None
    note: str = ""

    @property
    def folded(self) -> str:
        return fold_word(self.text)


Run = Callable[[Example], list[Any]]


def files() -> list[str]:
    """Stems of all rule files."""
    return sorted(path.stem for path in FOLDER.glob("*.yml") if not path.name.endswith(".examples.yml"))


def room_of(file: str) -> str:
    """The room that a rule file belongs to: what stands before the first underscore."""
    return file.split("_")[0]


@cache
def examples(file: str) -> list[Example]:
    """The examples beside one rule file; none when there is no such file."""
    path = Path(FOLDER / f"{file}.examples.yml")
    return msgspec.convert(read_yaml(path) or [], list[Example]) if path.exists() else []


@cache
def lexicon() -> Lexicon:
    """The lexicon compiled from the sources as they are now."""
    return _Lexicon(compile_files(FOLDER))


def misses(example: Example, found: list[Any]) -> str | None:
    """What is wrong with ``found`` for ``example``; None when nothing is."""
    items = [msgspec.to_builtins(item) for item in found]
    if len(items) != len(example.find):
        return f"{example.text!r}: expected {len(example.find)}, found {items}"
    for want, item in zip(example.find, items, strict=True):
        for field, value in want.items():
            got = item.get(field)
            expected = value.isoformat() if isinstance(value, date) else value
            if got != expected:
                return f"{example.text!r}: {field} is {got!r}, not {expected!r}, in {item}"
    return None


def row_strings(row: dict[str, Any]) -> list[str]:
    """All folded strings of a row, to find the examples that may need it."""
    out: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, str):
            out.append(fold_word(value))
        elif isinstance(value, dict):
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    walk({key: value for key, value in row.items() if key != "id"})
    return out
