"""JSON lines: one report a line, ``{"doc_id", "text", "title", "published", "context"}``; other fields are ignored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from ..errors import InputError
from ..model import Context
from .dates import publication_date
from .encoding import decode
from .raw import Raw


class Line(NamedTuple):
    """A report of a line (from 1) with what was wrong in it: fields that were left out, or a guessed encoding."""

    number: int
    raw: Raw
    lost: tuple[str, ...] = ()
    note: str = ""


class BadLine(NamedTuple):
    """A line that holds no report, and why."""

    number: int
    error: InputError


def read_lines(lines: Iterable[bytes]) -> Iterator[Line | BadLine]:
    """The reports of ``lines`` in order, lazily; blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        try:
            yield _line(number, line)
        except InputError as error:
            yield BadLine(number, error)


def _line(number: int, data: bytes) -> Line:
    decoded = decode(data)
    fields = _object(decoded.text)
    text = fields.get("text")
    if not isinstance(text, str):
        what = "it has no `text`" if "text" not in fields else f"its `text` is {_kind(text)}, not a string"
        raise InputError(what, 'a line is an object with at least {"text": "…"}')
    lost = [decoded.note] if decoded.lossy else []
    raw = Raw(
        text=text,
        title=_string(fields, "title", lost),
        published=_published(fields.get("published"), lost),
        doc_id=_doc_id(fields, lost),
        context=_context(fields.get("context"), lost),
    )
    return Line(number, raw, tuple(lost), "" if decoded.lossy else decoded.note)


def _object(text: str) -> dict[str, Any]:
    try:
        value = _decoded(text)
    except json.JSONDecodeError as error:
        raise InputError(f"no valid JSON: {error.msg} at column {error.colno}") from None
    except RecursionError:
        raise InputError("no valid JSON: nested too deep") from None
    if isinstance(value, dict):
        return value
    hint = "an array of reports becomes lines with `jq -c '.[]'`" if isinstance(value, list) else ""
    raise InputError(f"it is {_kind(value)}, not an object", hint)


def _decoded(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError):
        # The standard parser takes what msgspec does not (lone surrogates), and says where a line breaks.
        return json.loads(text)


def _string(fields: dict[str, Any], name: str, lost: list[str]) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    lost.append(f"`{name}` is {_kind(value)}, not a string: left out")
    return None


def _doc_id(fields: dict[str, Any], lost: list[str]) -> str | None:
    value = fields.get("doc_id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(fields, "doc_id", lost)


def _published(value: object, lost: list[str]) -> Any:
    try:
        return publication_date(value)  # type: ignore[arg-type]
    except InputError as error:
        lost.append(f"`published`: {error.message}: read without a date")
        return None


def _context(value: object, lost: list[str]) -> Context:
    if value is None:
        return Context()
    if not isinstance(value, dict):
        lost.append(f"`context` is {_kind(value)}, not an object: left out")
        return Context()
    known = {name: _string(value, name, lost) for name in Context.__struct_fields__}
    return Context(**known)


def _kind(value: object) -> str:
    names = {dict: "an object", list: "an array", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
