"""Lengths of time: a number with a unit («ثلاثة أيام», «24 ساعة», «يومين», «الساعات الأربع والعشرين»)."""

from __future__ import annotations

from typing import NamedTuple

from .calendar import Unit
from .spans import Bound
from .words import Words

_ARTICLES = ("ال", "بال", "لل", "وال")


class Length(NamedTuple):
    """``size`` units (None: an unknown number of them) at tokens ``first``..``last``."""

    size: int | None
    unit: Unit
    first: int
    last: int
    start: int
    rows: tuple[str, ...]
    bound: Bound = ""
    article: bool = False
    plural: bool = False


class Lengths:
    """Reads lengths of time."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def at(self, i: int) -> Length | None:
        """The length that begins at token ``i``, «نحو» or «أكثر من» before it included."""
        words = self._words
        rows: tuple[str, ...] = ()
        bound: Bound = ""
        j, start = i, -1
        about = words.one(i, "approximations", procs=None if i == j else ("",))
        if about is not None and words.follows(about.last + 1):
            means = about.value.data["means"]
            bound = means if means != "about" else ""
            rows, j, start = (about.value.row,), about.last + 1, about.start
        found = self._plain(j)
        if found is None:
            return None
        size = None if bound == "several" else found.size
        return found._replace(
            first=i,
            start=start if start >= 0 else found.start,
            rows=rows + found.rows,
            bound=bound,
            size=size,
            article=found.article and about is None,
        )

    def _plain(self, i: int) -> Length | None:
        return self._noun_first(i) or self._number_first(i)

    def _number_first(self, i: int) -> Length | None:
        """«ثلاثة أيام», «24 ساعة», «بضعة أسابيع», «الـ24 ساعة»."""
        words = self._words
        number = words.number(i)
        if number is None or number.ordinal or not words.follows(number.last + 1):
            return None
        unit = words.one(number.last + 1, "units")
        if unit is None or unit.value.field == "two":
            return None
        size = None if number.vague else number.value
        last = self._half(unit.last)
        return Length(size, unit.value.data["unit"], i, last, number.start, (unit.value.row,), article=number.article)

    def _noun_first(self, i: int) -> Length | None:
        """«يومين», «شهر», «أيام», «الأيام الثلاثة», «الساعات الـ 24», «سنوات عدة»."""
        words = self._words
        unit = words.one(i, "units", procs=("", "و", "ف", "ب", "ل", "ال", "بال", "لل", "وال"))
        if unit is None:
            return None
        row, field = unit.value.row, unit.value.field
        article = unit.procs.endswith("ال") or unit.procs == "لل"
        name: Unit = unit.value.data["unit"]
        start = words.start(unit)
        if field == "two":
            return Length(2, name, i, self._half(unit.last), start, (row,), article=article)
        if field == "one":
            return Length(1, name, i, self._half(unit.last), start, (row,), article=article)
        if words.follows(unit.last + 1):
            number = words.number(unit.last + 1)
            plain = number is not None and not number.ordinal and not number.vague and number.article
            if number is not None and plain and article and number.value < 100:
                return Length(number.value, name, i, number.last, start, (row,), article=True, plural=True)
            several = words.one(unit.last + 1, "approximations")
            if several is not None and several.value.row.endswith("/several") and not article:
                return Length(None, name, i, several.last, start, (row, several.value.row), plural=True)
            if words.form(unit.last + 1) in ("قليله", "معدوده", "كثيره", "طويله"):
                return Length(None, name, i, unit.last + 1, start, (row,), plural=True)
        return Length(None, name, i, unit.last, start, (row,), article=article, plural=True)

    def _half(self, last: int) -> int:
        """«عام ونصف», «شهر ونصف الشهر»."""
        words = self._words
        if words.follows(last + 1) and words.form(last + 1) in ("ونصف", "والنصف", "ونيف"):
            unit = words.one(last + 2, "units", procs=("ال",)) if words.follows(last + 2) else None
            return unit.last if unit is not None and unit.value.field == "one" else last + 1
        if words.follows(last + 1) and words.form(last + 1) in ("واحد", "واحده"):
            return last + 1
        return last
