"""Records to and from JSON, without loss."""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar, overload

import msgspec

from .errors import InputError
from .model import Claim, Record, Report, Span

R = TypeVar("R", bound=msgspec.Struct)
S = TypeVar("S")
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(record: msgspec.Struct, *, because: bool = True) -> str:
    """``record`` as JSON on one line, in the text's own code points; lone surrogates are escaped (``\\ud800``).

    ``because=False`` leaves out the reasons of claims, as ``khabar read --format jsonl`` does unless asked.
    """
    value: Any = record
    if not because:
        value = _without_because(msgspec.to_builtins(record), isinstance(record, Claim))
    try:
        return msgspec.json.encode(value).decode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
        return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _without_because(fields: dict[str, Any], is_claim: bool) -> dict[str, Any]:
    if is_claim:
        fields.pop("because", None)
    for claim in fields.get("claims", ()):
        claim.pop("because", None)
    return fields


@overload
def from_json(data: str | bytes) -> Report: ...
@overload
def from_json(data: str | bytes, type: type[R]) -> R: ...
def from_json(data: str | bytes, type: Any = Report) -> Any:
    """The record that ``data`` holds: a :class:`Report` or another ``type`` of :mod:`khabar.model`.

    Raises:
        InputError: no JSON, or not such a record; the message has the path of the field.
    """
    try:
        return msgspec.json.decode(data, type=type)
    except msgspec.ValidationError as error:
        raise InputError(f"no {type.__name__}: {error}") from None
    except (msgspec.DecodeError, UnicodeError):
        pass
    try:  # lone surrogates, which only the standard parser takes
        return msgspec.convert(json.loads(data), type)
    except msgspec.ValidationError as error:
        raise InputError(f"no {type.__name__}: {error}") from None
    except ValueError as error:
        raise InputError(f"no valid JSON: {error}") from None


def on_text(node: S, text: str) -> S:
    """``node`` with the words of every span in it taken from ``text`` at the span's offsets."""
    if isinstance(node, tuple):
        return tuple(on_text(item, text) for item in node)  # type: ignore[return-value]
    if not isinstance(node, Record):
        return node
    fields: dict[str, Any] = {
        name: on_text(value, text)
        for name in node.__struct_fields__
        if isinstance(value := getattr(node, name), tuple | Record)
    }
    if isinstance(node, Span):
        fields["text"] = text[node.start : node.end]
    return msgspec.structs.replace(node, **fields)
