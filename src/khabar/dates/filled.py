"""What a filled frame means: the slots of an expression of one day as one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .meanings import FromToday, Meaning, Nights, Weekday
from .spans import Both, Echo, OfDay

if TYPE_CHECKING:
    from .frame import Frame


def kind_of(frame: Frame) -> str:
    """Which kind of phrase the slots make."""
    if frame.date is not None:
        return "date"
    if frame.echo is not None:
        return "relative"
    if frame.today is not None:
        return "today"
    return "weekday" if frame.weekday is not None else "part"


def meaning_of(frame: Frame) -> Meaning | None:
    """The time that the slots tell; None where they tell none."""
    if frame.date is not None:
        main = frame.date.day._replace(weekday=frame.weekday)
        if frame.other is None:
            return main
        other = frame.other.day._replace(weekday=frame.weekday)
        return Both(other, main) if main.calendar == "hijri" else Both(main, other)
    if frame.echo is not None:
        return Echo("day", frame.echo)
    if frame.today is not None:
        return FromToday(frame.today[0], frame.weekday, frame.today[1])
    if frame.weekday is not None:
        if frame.second is not None:
            return Nights(frame.weekday, frame.second)
        return Weekday(frame.weekday, frame.turn, frame.weeks, frame.hour or frame.stretch)
    if frame.hour or frame.alone:
        return OfDay()
    if not frame.definite:
        return None
    return FromToday(-1, None, 2) if frame.night else FromToday(0)
