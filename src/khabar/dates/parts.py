"""When a part of the day is a time: «فجر الجمعة», «هاجموا فجرا», not «فجر انتحاري نفسه»."""

from __future__ import annotations

from .atoms import SAME_DAY
from .fulldates import Dates
from .words import Words

COMMAS = ("،", ",")


def leads_to_day(words: Words, dates: Dates, j: int) -> bool:
    """What follows a part of the day is a day: «فجر الجمعة», not «فجر انتحاري»."""
    if not words.follows(j):
        return False
    if any(words.one(j, kind) for kind in ("today", "weekdays", "behind")) or dates.at(j) is not None:
        return True
    if words.form(j) in COMMAS and words.follows(j + 1):
        return words.one(j + 1, "weekdays") is not None  # «مساء، الخميس، قرب السوق»
    if (words.form(j) not in SAME_DAY and words.form(j) != "من") or not words.follows(j + 1):
        return False
    day = any(words.one(j + 1, kind) for kind in ("today", "weekdays", "behind"))
    return day or dates.at(j + 1, after_day=True) is not None


def told_once(words: Words, first: int, last: int) -> bool:
    """«فجرا», «مساءً» tell of one day; not «صباحا ومساء», nor «مساء» without tanwin, which may be a noun.

    «ليلا» beside a verb of the present tells of habit («يعمل ليلا»).
    """
    if words.form(first) == "ليلا" and words.form(first - 1)[:1] in ("ي", "ت"):
        return False
    written = words.written(first)
    adverb = words.form(first).endswith("ا") or "\u064b" in written or last > first
    paired = words.form(first - 1) in ("كل", "يوميا") or any(
        words.one(k, "adverb", procs=procs) is not None for k, procs in ((last + 1, ("و",)), (first - 1, ("", "و")))
    )
    return adverb and not paired
