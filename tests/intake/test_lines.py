"""JSON lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

import pytest

from khabar.intake import BadLine, Line, read_lines
from khabar.model import Context


def one(line: str | bytes) -> Line | BadLine:
    (found,) = read_lines([line if isinstance(line, bytes) else line.encode()])
    return found


def good(line: str | bytes) -> Line:
    found = one(line)
    assert isinstance(found, Line)
    return found


def test_all_fields() -> None:
    line = good(
        json.dumps(
            {
                "doc_id": "a1",
                "text": " خبر\r\n",
                "title": "عنوان",
                "published": "2024-05-18",
                "context": {"outlet": "صحيفة", "platform": None, "followers": 7},
                "claims": [{"id": "c1"}],
                "reference_date": None,
            }
        )
    )
    assert line.raw.doc_id == "a1"
    assert line.raw.text == " خبر\r\n"
    assert line.raw.title == "عنوان"
    assert line.raw.published == date(2024, 5, 18)
    assert line.raw.context == Context(outlet="صحيفة")
    assert not line.lost


def test_a_text_alone_is_enough() -> None:
    assert good('{"text": "خبر", "published": null, "title": null, "context": null}').raw.published is None


@pytest.mark.parametrize("moment", ["2024-05-18", "2024-05-18T23:30:00Z", "2024-05-18T01:00:00+03:00", " 20240518 "])
def test_a_moment_counts_by_its_day(moment: str) -> None:
    assert good(json.dumps({"text": "خبر", "published": moment})).raw.published == date(2024, 5, 18)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "خبر"', "no valid JSON"),
        ("قصف", "no valid JSON"),
        ('["خبر"]', "an array, not an object"),
        ('"خبر"', "a string, not an object"),
        ("17", "a number, not an object"),
        ("null", "null, not an object"),
        ('{"title": "خبر"}', "no `text`"),
        ('{"text": null}', "`text` is null, not a string"),
        ('{"text": ["خبر"]}', "`text` is an array"),
        ("[" * 100_000, "nested too deep|no valid JSON"),
    ],
)
def test_a_bad_line_says_what_is_wrong(line: str, said: str) -> None:
    found = one(line)
    assert isinstance(found, BadLine)
    assert re.search(said, found.error.message)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"published": "18/05/2024"}, "published"),
        ({"published": 20240518}, "published"),
        ({"published": "2024-02-30"}, "published"),
        ({"title": 5}, "title"),
        ({"doc_id": ["a"]}, "doc_id"),
        ({"context": "صحيفة"}, "context"),
        ({"context": {"outlet": 3}}, "outlet"),
    ],
)
def test_a_bad_field_costs_only_itself(fields: dict[str, object], said: str) -> None:
    line = good(json.dumps({"text": "خبر", **fields}))
    assert line.raw.text == "خبر"
    assert len(line.lost) == 1
    assert said in line.lost[0]


def test_a_number_as_id() -> None:
    assert good('{"text": "خبر", "doc_id": 17}').raw.doc_id == "17"


def test_numbering_counts_blank_lines() -> None:
    found = list(read_lines([b'\xef\xbb\xbf{"text": "a"}\n', b"\n", b"   \r\n", b"{\n", b'{"text": "b"}']))
    assert [item.number for item in found] == [1, 4, 5]
    assert isinstance(found[1], BadLine)


def test_lone_surrogates_are_taken() -> None:
    assert good(r'{"text": "\ud83d خبر \udc00"}').raw.text == "\ud83d خبر \udc00"


def test_a_line_in_another_encoding() -> None:
    line = good('{"text": "أعلن الجيش أن القصف توقف"}'.encode("cp1256"))
    assert line.raw.text == "أعلن الجيش أن القصف توقف"
    assert "cp1256" in line.note


def test_it_is_lazy() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b'{"text": "x"}'

    lines = read_lines(endless())
    assert [next(lines).number for _ in range(3)] == [1, 2, 3]
