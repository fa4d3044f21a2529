"""Numbers written in digits: grouping and decimal marks of Latin, Arabic-Indic and Persian usage, and what only looks
like a number (dates, times, telephone numbers, coordinates, identifiers).

Works on folded text, where all digits are ASCII. Marks: «,» «.» «،» and «٬» group thousands, «.» «,» «،» and «٫» mark
decimals (Unicode CLDR, number symbols of `ar`, `ar-EG`, `fa`); «ر» between digits is the decimal mark of the Tunisian
news agency, whose fraction stands first in memory («5ر17» is shown as 17ر5 and is 17.5).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([,.٬،])\d{3}(?:\1\d{3})*|(?: \d{3})+)(?!\d)")
_PLAIN = re.compile(r"\d+(?:[.,٫،]\d+)?")
_FRACTION = re.compile(r"[.,٫](\d+)(?!\d)")
_RIGHT_TO_LEFT = re.compile(r"(\d+)ر(\d+)(?!\d)")
# Whole shapes that are no quantity, tried where a digit run begins.
_OTHER = re.compile(
    r"\d{1,4}([-.٫])\d{1,2}\1\d{1,4}(?!\d)"  # 30.5.2023, 2023-05-30
    r"|\d{1,4}(?:\s?/\s?\d{1,4})+"  # 30/5, 2016/2015, 30/5/2023
    r"|\d{1,2}:\d{2}(?::\d{2})?"  # 16:00
    r"|\d{2,5}(?:[-‑]\d{2,8}){2,}|\d{2,4}[-‑]\d{5,}"  # 963-11-2345678
    r"|00\d[\d \-]{6,}\d|0\d{5,}|(?!\d+0{6}(?!\d))\d{10,}"
    r"|\d+[.,]\d{4,}"  # 33.51380
    r"|\d+\+\d+"  # 5+1
    r"|\d+\s?°\s?\d*"
)
_TELEPHONE = re.compile(r"\d[\d \-()]{6,}\d")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f_@#]")
_LATIN_UNIT = re.compile(r"(?:mm|km|kg|cm|m|g)(?![A-Za-z])", re.I)
_URL = re.compile(r"https?:|www\.|://|\.(?:com|net|org)\b|t\.me|@")
_ITEM = re.compile(r"\s?[-–)\].]+\s*[^\d\s]")
_SCALES = ("مليون", "مليار", "بليون", "تريليون", "ترليون", "%", "٪", "بالم", "في الم", "ملايين")
_REACH = 200  # characters back to the blank before a digit run: longer words are not looked through


class Digits(NamedTuple):
    """A digit run: its value (None: no number) and the folded offset behind it."""

    value: float | None
    end: int


def read(text: str, at: int) -> Digits:
    """The number whose digits begin at folded offset ``at`` of ``text``, or the end of what is none."""
    telephone = _TELEPHONE.match(text, at) if at and text[at - 1] == "+" else None
    other = telephone or _OTHER.match(text, at)
    if other:
        return Digits(None, other.end())
    value, end = _value(text, at)
    if _is_part(text, at, end) or _is_label(text, at, end):
        return Digits(None, end)
    return Digits(value, end)


def _value(text: str, at: int) -> tuple[float, int]:
    match = _RIGHT_TO_LEFT.match(text, at)
    if match:
        return float(f"{match[2]}.{match[1]}"), match.end()
    match = _GROUPED.match(text, at)
    if match and not _is_fraction(text, match):
        whole = re.sub(r"[^0-9]", "", match.group())
        rest = _FRACTION.match(text, match.end())
        if rest and rest.group()[0] != match[1]:
            return float(f"{whole}.{rest[1]}"), rest.end()
        return float(whole), match.end()
    plain = _PLAIN.match(text, at)
    assert plain is not None, "read() is called where a digit stands"
    return float(re.sub(r"[,٫،]", ".", plain.group())), plain.end()


def _is_fraction(text: str, grouped: re.Match[str]) -> bool:
    """One group of three before a scale or a percent sign is a fraction: «2,465 مليار», «0.125 %»."""
    mark = grouped[1]
    if mark is None or mark == "٬" or grouped.group().count(mark) > 1:
        return False
    return text[grouped.end() : grouped.end() + 14].lstrip().startswith(_SCALES)


def _is_part(text: str, at: int, end: int) -> bool:
    """The run belongs to a longer sign: a name, an address, an identifier, a time."""
    before = text[at - 1] if at else " "
    if _LATIN.match(before) or before in "&=°’'\\":
        return True
    if before in ":/.,٫" and at > 1 and (text[at - 2].isdigit() or _LATIN.match(text[at - 2])):
        return True
    after = text[end : end + 1]
    if after and _LATIN.match(after):
        return not _LATIN_UNIT.match(text, end)
    if (after == ":" and text[end + 1 : end + 2].isdigit()) or after in ("'", "′", "’"):
        return True
    low = max(0, at - _REACH)
    blank = max(text.rfind(" ", low, at), text.rfind("\n", low, at), low - 1)
    return at - blank > 4 and bool(_URL.search(text, blank + 1, at))


def _is_label(text: str, at: int, end: int) -> bool:
    """«[4]», and «1-» or «2.» at the head of a line."""
    if at and text[at - 1] == "[" and text[end : end + 1] == "]":
        return True
    if end - at > 2:
        return False
    line = text.rfind("\n", max(0, at - 20), at) + 1
    return (line > 0 or at < 20) and not text[line:at].strip(" \t(*•") and bool(_ITEM.match(text, end))
