"""Bytes to text."""

from __future__ import annotations

import pytest

from khabar.errors import InputError
from khabar.intake import decode

TEXT = (
    "قالت مصادر محلية إن القصف على أطراف القرية توقف مساء الاثنين، وإن الأهالي عادوا إلى بيوتهم.\r\n"
    "وأضافت أن الطريق مفتوح."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_with_and_without_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_utf16_big_endian_with_mark() -> None:
    assert decode(("\ufeff" + TEXT).encode("utf-16-be")).text == TEXT


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859-6", "mac-arabic", "cp720"])
def test_eight_bit_encodings_are_recognised(encoding: str) -> None:
    text = TEXT.replace("،", "")  # not all of them have the Arabic comma
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == encoding or encoding == "mac-arabic"  # whose letters are those of ISO 8859-6
    assert decoded.encoding in decoded.note


def test_a_short_eight_bit_text() -> None:
    assert decode("انفجار في بغداد".encode("cp1256")).encoding == "cp1256"


def test_a_page_says_its_encoding() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><p>{TEXT}</p>'
    decoded = decode(page.encode("cp1256"))
    assert decoded.text == page
    assert "as the page says" in decoded.note


def test_a_wrong_claim_of_a_page_is_not_believed() -> None:
    page = f'<meta charset="ascii"><p>{TEXT}</p>'
    assert decode(page.encode("cp1256")).encoding == "cp1256"


def test_line_ends_and_inner_marks_stay() -> None:
    text = "خبر\r\n\ufeffخبر\rخبر\n"
    assert decode(text.encode()).text == text


def test_broken_bytes_cost_only_themselves() -> None:
    data = TEXT.encode()
    decoded = decode(data[:40] + b"\xff" + data[40:])
    assert decoded.text == TEXT[:22] + "\ufffd" + TEXT[22:] or decoded.text.replace("\ufffd", "") == TEXT
    assert decoded.lossy
    assert "byte 40" in decoded.note


def test_a_text_cut_within_a_letter() -> None:
    decoded = decode(TEXT.encode()[:-2])
    assert decoded.lossy
    assert decoded.text.startswith(TEXT[:-2])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x89PNG\r\n", "image"),
        ("Un communiqué a été publié à l'aube près de la frontière".encode("latin-1"), "neither UTF-8"),
        (bytes(range(128, 256)), "neither UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        decode(data)
    assert caught.value.hint


def test_a_named_encoding() -> None:
    assert decode(TEXT.encode("cp1256"), "windows-1256").text == TEXT
    with pytest.raises(InputError, match="byte"):
        decode(TEXT.encode("cp1256"), "utf-8")
    with pytest.raises(InputError, match="no encoding"):
        decode(b"x", "klingon")


def test_nothing_is_no_text_but_no_error() -> None:
    assert decode(b"").text == ""
    assert decode(b"\xef\xbb\xbf").text == ""
