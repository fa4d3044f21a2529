"""Records to and from JSON."""

from __future__ import annotations

import types
import typing
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar import model
from khabar.errors import InputError
from khabar.model import Claim, NumberMention, PlaceMention, Reason, Record, Report, Span, TimeMention
from khabar.records import from_json, on_text, to_json

RECORDS = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Record)]


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return st.one_of([values(part) for part in arguments])
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(values(arguments[0]), values(arguments[1]), max_size=2)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return records(kind)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: st.text(max_size=8) | st.text(st.characters(categories=["Cs", "Cc", "Lo", "Mn"]), max_size=4),
        int: st.integers(-(2**40), 2**40),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans(),
        date: st.dates(),
        type(None): st.none(),
    }
    return plain[kind]


def records(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{name: values(hints[name]) for name in kind.__struct_fields__})


@pytest.mark.parametrize("kind", RECORDS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_record_goes_and_comes_back(kind: type[msgspec.Struct], data: st.DataObject) -> None:
    record = data.draw(records(kind))
    text = to_json(record)
    assert "\n" not in text
    text.encode("utf-8")
    assert from_json(text, kind) == record
    assert from_json(text.encode(), kind) == record


@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_is_frozen(kind: type[msgspec.Struct]) -> None:
    assert kind.__struct_config__.frozen


def test_dates_are_iso_and_from_is_from() -> None:
    text = to_json(TimeMention(0, 4, "أمس", from_=date(2024, 5, 17), to=date(2024, 5, 17), precision="day"))
    assert '"from":"2024-05-17"' in text


def test_because_is_left_out_on_request_and_nothing_else() -> None:
    claim = Claim(
        id="c1",
        evidence=Span(0, 3, '{"b'),
        kind="event",
        type="siege",
        because={"type": Reason("r", "a/b/c")},
    )
    assert "because" not in to_json(claim, because=False)
    assert from_json(to_json(claim, because=False), Claim) == msgspec.structs.replace(claim, because={})


@pytest.mark.parametrize("data", ["", "{", "[]", "null", '{"schema": "khabar/1"}', b"\xff", '{"start": 1}'])
def test_what_is_no_record_is_an_input_error(data: str | bytes) -> None:
    with pytest.raises(InputError):
        from_json(data, Report)


def test_the_error_has_the_path() -> None:
    with pytest.raises(InputError, match=r"\$\.min"):
        from_json('{"start": 0, "end": 1, "text": "x", "min": "three", "max": 3}', NumberMention)


def test_words_are_taken_anew_at_every_depth() -> None:
    mention = PlaceMention(1, 3, "xx", because=(Reason("r"),))
    claim = Claim(id="c1", evidence=Span(0, 2, "yy"), kind="event", type="siege", weapons=(Span(2, 4, "zz"),))
    assert on_text((mention, claim), "abcd") == (
        PlaceMention(1, 3, "bc", because=(Reason("r"),)),
        Claim(id="c1", evidence=Span(0, 2, "ab"), kind="event", type="siege", weapons=(Span(2, 4, "cd"),)),
    )
