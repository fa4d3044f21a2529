"""Writes days as news Arabic does, for the round trips of the dates room; its words are its own, not the lexicon's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
)  # fmt: skip
EGYPT = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
TUNISIA = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MOROCCO = (
    "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
)  # fmt: skip
HIJRI = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
    "ذي القعدة", "ذي الحجة",
)  # fmt: skip
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
UNITS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def ordinal(number: int) -> str:
    """1 to 31 as a definite masculine ordinal."""
    if number <= 10:
        return UNITS[number - 1]
    first = "الحادي" if number % 10 == 1 else UNITS[number % 10 - 1]
    if number < 20:
        return f"{first} عشر"
    tens = "العشرين" if number < 30 else "الثلاثين"
    return tens if number % 10 == 0 else f"{first} و{tens}"


def _pair(day: date) -> str:
    return f"{EGYPT[day.month - 1]}/{LEVANT[day.month - 1]}"


FORMATS: dict[str, Callable[[date], str]] = {
    "levant": lambda d: f"{d.day} {LEVANT[d.month - 1]} {d.year}",
    "egypt_weekday": lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {EGYPT[d.month - 1]} {d.year}",
    "pair": lambda d: f"{d.day} {_pair(d)} {d.year}",
    "brackets": lambda d: f"{d.day} {LEVANT[d.month - 1]} ({EGYPT[d.month - 1]}) {d.year}",
    "tunisia": lambda d: f"يوم {d.day} {TUNISIA[d.month - 1]} {d.year}",
    "morocco": lambda d: f"{d.day} {MOROCCO[d.month - 1]} من عام {d.year}",
    "ordinal": lambda d: f"{ordinal(d.day)} من {EGYPT[d.month - 1]} عام {d.year}",
    "iso": lambda d: d.isoformat(),
    "slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "eastern_dashes": lambda d: f"{d.day:02}-{d.month:02}-{d.year}".translate(EASTERN),
    "dots": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "dateline": lambda d: f"{WEEKDAYS[d.weekday()]}، {d.day:02} {EGYPT[d.month - 1]} {d.year}".translate(EASTERN),
}


def days(first: date, last: date) -> Iterator[date]:
    """Every day from ``first`` to ``last``."""
    for step in range((last - first).days + 1):
        yield first + timedelta(step)
