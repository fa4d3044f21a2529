"""Bytes to text: the encodings that Arabic reports come in, recognised or refused with what to do.

Nothing is normalised: line ends stay as they are, and only a byte-order mark is left out. An encoding without a mark is
told from the bytes: UTF-16 by the block that Arabic fills (every other byte is 06 or 00), the eight-bit encodings by
the letters that each of them makes of the bytes.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from ..errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EIGHT_BIT = ("cp1256", "iso8859-6", "mac-arabic", "cp720")
_ARTICLE = "\u0627\u0644"
# What files begin with that hold no text, and what to do with them.
_OTHER_FILES = (
    (b"%PDF-", "a PDF", "take the text out first, for example with `pdftotext FILE -`"),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save the document as plain text"),
    (b"\x1f\x8b", "gzip-compressed", "unpack it: `gzip -dc FILE | khabar read -`"),
    (b"\x89PNG", "an image", "khabar reads text; run OCR first"),
    (b"\xff\xd8\xff", "an image", "khabar reads text; run OCR first"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
# Accented Latin letters, undefined bytes, control characters, frames, and Arabic letters within Latin words.
_STRANGE = re.compile(
    "[\ufffd\x80-\x9f\u00c0-\u024f\u2500-\u25ff\ufe70-\ufefc]|[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][A-Za-z]"
)
_SAMPLE = 1 << 16
_WHAT_TO_DO = "name it with --encoding NAME, or convert the file: `iconv -f NAME -t UTF-8 FILE`"


class Decoded(NamedTuple):
    """A text with its encoding; ``note`` says what was guessed or replaced ("" when nothing was), ``lossy`` that bytes
    were replaced."""

    text: str
    encoding: str
    note: str = ""
    lossy: bool = False


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of ``data``, in ``encoding`` if it is given and else in the one its bytes show.

    Raises:
        InputError: an unknown ``encoding``, one that does not fit, or bytes that show none.
    """
    for mark, name in _MARKS:
        if data.startswith(mark) and encoding in (None, name):
            return Decoded(_strict(data[len(mark) :], name), name)
    if encoding:
        return Decoded(_strict(data, encoding), encoding)
    for magic, what, advice in _OTHER_FILES:
        if data.startswith(magic):
            raise InputError(f"this is {what}, not text", advice)
    wide = _utf16_without_mark(data)
    if wide:
        return Decoded(_strict(data, wide), wide, f"no byte-order mark: read as {wide}")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _declared(data) or _broken_utf8(data, error) or _eight_bit(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise InputError(f"no encoding is called {encoding!r}", "for example utf-8, utf-16, cp1256") from None
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} cannot be {encoding}: {error.reason}", _WHAT_TO_DO) from None


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[first::2]
        low = sample[1 - first :: 2]
        if high.count(6) * 2 >= half and (high.count(6) + high.count(0)) * 10 >= half * 9 and low.count(6) * 10 < half:
            return name
    return None


def _declared(data: bytes) -> Decoded | None:
    """A web page's own word for its encoding, where it fits."""
    match = _CHARSET.search(data[:4096])
    if not match:
        return None
    name = match.group(1).decode("ascii", "replace")
    try:
        text = data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return Decoded(text, name.lower(), f"not UTF-8: read as {name}, as the page says") if _ARTICLE in text else None


def _broken_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 with a few broken bytes: they become U+FFFD, the rest is kept."""
    text = data.decode("utf-8", "replace")
    replaced = text.count("\ufffd")
    if replaced * 20 > len(text) and not (replaced == 1 and error.end == len(data) and error.start):
        return None
    note = f"{replaced} broken bytes or groups of bytes became U+FFFD, the first at byte {error.start}"
    return Decoded(text, "utf-8", note, lossy=True)


def _eight_bit(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    scores = {name: _fit(sample.decode(name, "replace")) for name in _EIGHT_BIT}
    best = max(_EIGHT_BIT, key=lambda name: scores[name])
    if scores[best] <= 0:
        raise InputError("neither UTF-8, UTF-16 nor an Arabic eight-bit encoding", _WHAT_TO_DO)
    return Decoded(data.decode(best, "replace"), best, f"not UTF-8: read as {best}, which its letters fit")


def _fit(text: str) -> int:
    """How Arabic ``text`` looks: its letters, more for articles, less what stands among them in no Arabic text."""
    strange = len(_STRANGE.findall(text))
    return len(_ARABIC_LETTER.findall(text)) + 2 * text.count(_ARTICLE) - 4 * strange
