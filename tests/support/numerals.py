"""A generator of Arabic numerals: every number from 0 to 10^12 in words, in the forms that are grammatical.

Written from the grammar (Wright, I §§ 318-327; Ryding, ch. 15), without the room's lexicon or code, so that the round
trip tests one against the other.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

_UNITS = ("", "واحد", "اثن", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_SCALES = (
    (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"),
    (10**6, "مليون", "ملايين"),
    (1000, "ألف", "آلاف"),
)


class Style(NamedTuple):
    """How to write: ``oblique`` (genitive and accusative) or nominative; ``feminine`` counted noun; ``hundred`` مئة or
    مائة; ``joined`` hundreds (ثلاثمئة) or apart; ``hamza`` written or not; ``spaced``: و with a blank behind it."""

    oblique: bool = False
    feminine: bool = False
    hundred: str = "مئة"
    joined: bool = True
    hamza: bool = True
    spaced: bool = False


def styles() -> Iterator[Style]:
    """Every style."""
    flags = (False, True)
    for values in itertools.product(flags, flags, ("مئة", "مائة"), flags, flags, flags):
        yield Style(*values)


PLAIN = Style()


def single_styles() -> Iterator[Style]:
    """The plain style, and every style that differs from it in one thing."""
    yield PLAIN
    yield from (style for style in styles() if sum(a != b for a, b in zip(style, PLAIN, strict=True)) == 1)


def spell(number: int, style: Style = PLAIN, *, construct: bool = False) -> str:
    """``number`` in words; ``construct``: a counted noun follows, before which a dual drops its nun."""
    if number == 0:
        return "صفر"
    parts: list[str] = []
    rest = number
    for scale, one, many in _SCALES:
        count, rest = divmod(rest, scale)
        if count:
            parts += _times(count, one, many, style, construct=construct and not rest)
    if rest:
        parts.append(_below_thousand(rest, style, feminine=style.feminine, construct=construct))
    text = (" و " if style.spaced else " و").join(parts)
    if style.hamza:
        return text
    return text.translate(str.maketrans("أإآ", "ااا"))


def noun(number: int, *, feminine: bool) -> str:
    """«جندي» or «قذيفة» as the numeral governs it."""
    last = number % 100
    if 3 <= last <= 10:
        return "قذائف" if feminine else "جنود"
    if last >= 11:
        return "قذيفة" if feminine else "جنديا"
    return "قذيفة" if feminine else "جندي"


def _times(count: int, one: str, many: str, style: Style, *, construct: bool) -> list[str]:
    """``count`` times a scale, as parts that و joins."""
    last = count % 100
    dual = one + (("ي" if construct else "ين") if style.oblique else ("ا" if construct else "ان"))
    if count == 1:
        return [one]
    if count == 2:
        return [dual]
    if count > 100 and last in (1, 2):  # «مئة ألف وألفان»
        return [
            *_times(count - last, one, many, style, construct=False),
            *_times(last, one, many, style, construct=construct),
        ]
    words = _below_thousand(count, style, feminine=False, construct=True)
    if 3 <= last <= 10:
        return [f"{words} {many}"]
    return [f"{words} {one}ا" if last else f"{words} {one}"]


def _below_thousand(number: int, style: Style, *, feminine: bool, construct: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, style, feminine=feminine)
    if hundreds == 1:
        word = style.hundred
    elif hundreds == 2:
        ending = ("تي" if style.oblique else "تا") if construct and not rest else ("تين" if style.oblique else "تان")
        word = style.hundred[:-1] + ending
    else:
        unit = "ثمان" if hundreds == 8 and style.joined else _UNITS[hundreds]
        word = unit + ("" if style.joined else " ") + style.hundred
    if not rest:
        return word
    return word + (" و " if style.spaced else " و") + _below_hundred(rest, style, feminine=feminine)


def _below_hundred(number: int, style: Style, *, feminine: bool) -> str:
    two = ("اثنتين" if style.oblique else "اثنتان") if feminine else ("اثنين" if style.oblique else "اثنان")
    tens, unit = divmod(number, 10)
    if number == 1:
        return "واحدة" if feminine else "واحد"
    if number == 2:
        return two
    if number <= 10:
        return _UNITS[number] + ("" if feminine else "ة")
    if tens == 1:
        ten = "عشرة" if feminine else "عشر"
        if unit == 1:
            return f"{'إحدى' if feminine else 'أحد'} {ten}"
        if unit == 2:
            return f"{two[:-1]} {ten}"
        return f"{_UNITS[unit]}{'' if feminine else 'ة'} {ten}"
    round_ten = _TENS[tens] + ("ين" if style.oblique else "ون")
    if not unit:
        return round_ten
    first = ("إحدى" if feminine else "واحد") if unit == 1 else _below_hundred(unit, style, feminine=feminine)
    return first + (" و " if style.spaced else " و") + round_ten
