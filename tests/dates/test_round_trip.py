"""Every day that the generator writes is read back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hijridate import Gregorian

from khabar.dates import DateRoom
from khabar.lexicon import load
from khabar.text import Page
from tests.support.dates import FORMATS, HIJRI, WEEKDAYS, days

ROOM = DateRoom(load())


@pytest.mark.parametrize("year", range(2000, 2031))
def test_every_day_in_twelve_formats(year: int) -> None:
    for day in days(date(year, 1, 1), date(year, 12, 31)):
        lines = [write(day) for write in FORMATS.values()]
        found = ROOM.find(Page("\n".join(lines)))
        assert [(m.text, m.from_, m.to, m.precision) for m in found] == [(line, day, day, "day") for line in lines]


def test_weekday_with_day_and_month_counts_from_the_reference() -> None:
    for day in days(date(2012, 1, 1), date(2014, 12, 31)):
        text = FORMATS["egypt_weekday"](day).rsplit(" ", 1)[0]
        for later in (0, 3, 40, 300):
            (found,) = ROOM.find(Page(text), reference=day + timedelta(later))
            assert (found.from_, found.to) == (day, day), (text, later)


def test_bare_weekday_is_the_last_one() -> None:
    for reference in days(date(2020, 2, 1), date(2020, 3, 20)):
        for number, name in enumerate(WEEKDAYS):
            (found,) = ROOM.find(Page(f"قصفت الطائرات البلدة {name}"), reference=reference)
            assert found.from_ is not None
            assert found.from_.weekday() == number
            assert timedelta(0) <= reference - found.from_ < timedelta(7)


@pytest.mark.parametrize("year", range(1420, 1451))
def test_hijri_against_hijridate(year: int) -> None:
    first = {1420: date(1999, 4, 17)}.get(year, date(1999, 4, 17) + timedelta(round((year - 1420) * 354.367) - 3))
    for day in days(first, first + timedelta(360)):
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
        if hijri.year == year:
            text = f"{hijri.day} {HIJRI[hijri.month - 1]} {hijri.year} هـ"
            (found,) = ROOM.find(Page(text))
            assert (found.text, found.from_, found.to) == (text, day, day)


def test_hijri_beside_gregorian_is_the_gregorian_day() -> None:
    for day in days(date(2024, 3, 1), date(2024, 4, 30)):
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
        text = f"{hijri.day} {HIJRI[hijri.month - 1]} {hijri.year} هـ الموافق {FORMATS['levant'](day)}"
        (found,) = ROOM.find(Page(text))
        assert (found.text, found.from_) == (text, day)
