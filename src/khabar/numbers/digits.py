"""Numbers written in digits: grouping and decimal marks of Latin, Arabic-Indic and Persian usage, and what only looks
like a number (dates, times, telephone numbers, coordinates, identifiers).

Works on folded text, where all digits are ASCII. Marks: «,» «.» and «٬» group thousands, «.» «,» «،» and «٫» mark
decimals (Unicode CLDR 46, number symbols of `ar`, `ar-EG`, `fa`); «ر» between digits is the decimal mark of the
Tunisian news agency, whose fraction stands first in memory («5ر17» is 17.5).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([,.٬،])\d{3})(?:\1\d{3})*(?![\d])|[1-9]\d{0,2}(?: \d{3})+(?![\d])")
_PLAIN = re.compile(r"\d+(?:[.,٫،]\d+)?")
_TAP = re.compile(r"(\d+)ر(\d+)(?!\d)")
# Whole shapes that are no quantity, tried where a digit run begins.
_OTHER = re.compile(
    r"\d{1,4}([/\-.٫])\d{1,2}\1\d{1,4}(?!\d)"  # 30/5/2023, 2023-05-30
    r"|\d{1,4}(?:\s?/\s?\d{1,4})+"  # 30/5, 2016/2015
    r"|\d{1,2}:\d{2}(?::\d{2})?"  # 16:00
    r"|\d{2,5}(?:[-‑]\d{2,8}){2,}"  # 963-11-2345678
    r"|\d{2,4}[-‑]\d{5,}"
    r"|(?:\+|00)\d[\d \-]{6,}\d"  # +963 11 234 5678
    r"|0\d{5,}|\d{10,}"
    r"|\d+[.,]\d{4,}"  # 33.51380
    r"|\d+\+\d+"  # 5+1
    r"|\d+°\s?\d*"
)
# The folded character before a digit run that makes it part of something else.
_JOINED_BEFORE = frozenset("@#_/\\:+&=°’'.,٫")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f_@#]")
_URL = re.compile(r"(?:https?:|www\.|://|\.com|\.net|\.org|t\.me|@)")


class Digits(NamedTuple):
    """A digit run: its value (None: no number) and the folded offset behind it. ``decimal``: it has a fraction part."""

    value: float | None
    end: int
    decimal: bool = False


def read(text: str, at: int) -> Digits:
    """The number, or what is none, whose digits begin at folded offset ``at`` of ``text``."""
    other = _OTHER.match(text, at)
    if other:
        return Digits(None, other.end())
    match = _TAP.match(text, at)
    if match:
        return Digits(float(f"{match[2]}.{match[1]}"), match.end(), True)
    plain = _PLAIN.match(text, at)
    assert plain is not None
    grouped = _GROUPED.match(text, at)
    if grouped and not _fraction_follows(text, grouped):
        whole = re.sub(r"[^0-9]", "", grouped.group())
        value, end, decimal = float(whole), grouped.end(), False
        rest = re.compile(r"[.٫](\d+)(?!\d)").match(text, end)
        if rest and grouped[1] in (",", "٬", None):
            value, end, decimal = float(f"{whole}.{rest[1]}"), rest.end(), True
    else:
        written = re.sub(r"[,٫،]", ".", plain.group())
        value, end, decimal = float(written), plain.end(), "." in written
    if _is_part(text, at, end):
        return Digits(None, end)
    return Digits(value, end, decimal)


def _fraction_follows(text: str, grouped: re.Match[str]) -> bool:
    """«2,465 مليار» and «0.125 %» are decimals: one group of three before a scale or a percent sign."""
    if grouped[1] is None:
        return False
    if len(re.findall(r"\D", grouped.group())) > 1 or grouped[1] == "٬":
        return False
    after = text[grouped.end() : grouped.end() + 14].lstrip()
    return after.startswith(("مليون", "مليار", "بليون", "تريليون", "ترليون", "%", "٪"))


def _is_part(text: str, at: int, end: int) -> bool:
    before = text[at - 1] if at else " "
    if before in _JOINED_BEFORE or _LATIN.match(before):
        return True
    after = text[end : end + 1]
    if after and (_LATIN.match(after) or after == ":" and text[end + 1 : end + 2].isdigit()):
        return not text[end : end + 2].lower().startswith(("mm", "km", "kg", "cm"))
    blank = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))
    return at - blank > 4 and bool(_URL.search(text, blank + 1, at))
