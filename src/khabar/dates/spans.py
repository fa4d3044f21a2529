"""Meanings made of others or of lengths of time: since, until, ago, the last days, ranges, echoes of what was named."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal, NamedTuple

from . import calendar
from .calendar import Interval, Unit, stretch, unknown
from .meanings import Anchor, Meaning

_WEEK, _FEW = timedelta(7), timedelta(2)  # «قبل أيام»: two to seven days ago
_HALF_DAY = 12  # hours: less than that is still today
Bound = Literal["", "more", "less", "several"]


class Last(NamedTuple):
    """«الأيام الثلاثة الماضية», «24 ساعة الماضية»: up to the report's day; without a number its beginning is open."""

    size: int | None
    unit: Unit
    bound: Bound = ""

    def at(self, anchor: Anchor) -> Interval:
        reference = anchor.reference
        if reference is None:
            return unknown("range")
        if self.size is None and self.unit in ("hour", "minute"):
            return calendar.day(reference)
        if self.size is None or self.bound == "more":
            return Interval(None, reference, "range")
        return stretch(calendar.shift(reference, -self.size, self.unit), reference)


class Next(NamedTuple):
    """«الأيام المقبلة», «خلال الأسبوعين القادمين»: from the report's day on."""

    size: int | None
    unit: Unit

    def at(self, anchor: Anchor) -> Interval:
        reference = anchor.reference
        if reference is None:
            return unknown("range")
        if self.size is None:
            return Interval(reference, None, "range")
        return stretch(reference, calendar.shift(reference, self.size, self.unit))


class Within(NamedTuple):
    """«خلال أسبوعين», «في غضون 24 ساعة»: past, or to come where the clause looks ahead; ``counted`` from an event that
    no date tells («خلال شهر من دخولها»)."""

    size: int | None
    unit: Unit
    counted: bool = False

    def at(self, anchor: Anchor) -> Interval:
        if self.counted:
            return unknown("range")
        if anchor.ahead:
            return Next(self.size, self.unit).at(anchor)
        if self.size is None and self.unit not in ("hour", "minute"):
            return unknown("range")  # «أن يصدق خلال أسابيع»: back or ahead
        return Last(self.size, self.unit).at(anchor)


class Ago(NamedTuple):
    """«قبل يومين», «قبل أسبوعين», «قبل 3 أعوام»: the unit that lies so far back, as precise as it is.

    ``counted`` from an event («قبل يومين من الهجوم») it has no dates.
    """

    size: int | None
    unit: Unit
    bound: Bound = ""
    counted: bool = False

    def at(self, anchor: Anchor) -> Interval:
        unit: Unit = "day" if self.unit in ("hour", "minute") else self.unit
        whole = unit if unit in ("day", "week", "month", "year") else "range"
        reference = anchor.reference
        if self.counted and self.unit in ("hour", "minute") and reference is not None:
            # Less than a day before the act: its day, which is the last one named or the report's own.
            named = anchor.echo is not None and anchor.echo.precision == "day"
            return anchor.echo if named and anchor.echo is not None else calendar.day(reference)
        if reference is None or self.counted:
            return unknown("range" if self.size is None or self.bound == "more" else whole)
        if self.size is None and unit == "day":
            return calendar.day(reference) if self.unit != "day" else stretch(reference - _WEEK, reference - _FEW)
        if self.size is None:
            return Interval(None, calendar.shift(reference, -2, unit), "range")
        when = calendar.shift(reference, -self.size, self.unit)
        if self.unit in ("hour", "minute"):
            long_ago = self.unit == "hour" and self.size >= _HALF_DAY
            return stretch(when, reference) if long_ago else calendar.day(reference)
        if self.bound == "more":
            return Interval(None, when, "range")
        if unit == "day":
            return calendar.day(when)
        if unit == "week":
            return calendar.week(when, anchor.week)
        if unit == "month":
            return calendar.month(when.year, when.month)
        return calendar.year(when.year) if unit == "year" else calendar.years(when.year - when.year % 10, 10)


class Later(NamedTuple):
    """«بعد يومين»: from the report on where the clause looks ahead, else from the day told last.

    ``counted`` from an event («بعد أسبوع على خطفه») it needs that event's own time (``event``). ``news``: the clause
    tells the report's news («ويأتي ذلك بعد يومين من …»), so that the event lies so far back.
    """

    size: int | None
    unit: Unit
    counted: bool = False
    news: bool = False
    event: Meaning | None = None

    def at(self, anchor: Anchor) -> Interval:
        reference = anchor.reference
        short = self.unit in ("hour", "minute") and (self.size is None or self.size < _HALF_DAY)
        if anchor.ahead and reference is not None and self.size is not None:
            return calendar.day(calendar.shift(reference, self.size, self.unit))
        if short and not anchor.ahead:
            far = self.counted and not self.news and anchor.echo is not None and not anchor.near
            return unknown("day") if far else OfDay().at(anchor)
        start = self.event.at(anchor).from_ if self.event is not None else None
        if not self.counted and anchor.echo is not None and anchor.echo.precision == "day":
            start = anchor.echo.from_
        if self.size is not None and self.unit == "day" and start is not None:
            when = calendar.shift(start, self.size, self.unit)
            return calendar.day(when) if reference is None or when <= reference else unknown("day")
        if self.news and self.event is None and self.size is not None:
            return Ago(self.size, self.unit).at(anchor)
        return unknown("day" if self.unit == "day" and self.size is not None else "range")


class Nth(NamedTuple):
    """«لليوم الرابع على التوالي»: from the first of them to the report's day."""

    size: int
    unit: Unit

    def at(self, anchor: Anchor) -> Interval:
        return Last(self.size - 1, self.unit).at(anchor)


class Since(NamedTuple):
    """«منذ …»: from the beginning of a time to the report's day, or to the end of another («منذ … وحتى …»)."""

    start: Meaning
    end: Meaning | None = None

    def at(self, anchor: Anchor) -> Interval:
        start = self.start.at(anchor)
        if self.end is not None:
            return stretch(start.from_, self.end.at(anchor).to)
        if not start.known:
            return unknown("range")
        to = anchor.reference
        return stretch(start.from_, to if to is None or start.from_ is None or start.from_ <= to else None)


class SinceEvent(NamedTuple):
    """«منذ بدء الحملة»: the beginning is the event's, which no date of the clause tells."""

    def at(self, anchor: Anchor) -> Interval:
        return Interval(None, anchor.reference, "range")


class Earlier(NamedTuple):
    """«في وقت سابق من هذا الشهر»: from its beginning to the report's day at the latest."""

    of: Meaning

    def at(self, anchor: Anchor) -> Interval:
        whole, reference = self.of.at(anchor), anchor.reference
        if whole.from_ is None or whole.to is None or reference is None:
            return whole
        return Interval(whole.from_, max(whole.from_, min(whole.to, reference)), whole.precision)


class Until(NamedTuple):
    """«حتى نهاية 2021», «بحلول آذار»."""

    end: Meaning

    def at(self, anchor: Anchor) -> Interval:
        return Interval(None, self.end.at(anchor).to, "range")


class Before(NamedTuple):
    """«قبل عام 2011»: up to the day before it begins."""

    end: Meaning

    def at(self, anchor: Anchor) -> Interval:
        end = self.end.at(anchor).from_
        return Interval(None, end - timedelta(1) if end is not None else None, "range")


class After(NamedTuple):
    """«بعد 7 أكتوبر 2023»: from the day behind its end on."""

    start: Meaning

    def at(self, anchor: Anchor) -> Interval:
        start = self.start.at(anchor).to
        return Interval(start + timedelta(1) if start is not None else None, None, "range")


class Between(NamedTuple):
    """«بين 3 و5 مايو», «من الأحد إلى الثلاثاء»: from the beginning of the first to the end of the second.

    A first that the anchor puts behind the second is the last one before it («بين ديسمبر ومارس 2015»).
    """

    first: Meaning
    second: Meaning

    def at(self, anchor: Anchor) -> Interval:
        second = self.second.at(anchor)
        if second.to is None:
            first = self.first.at(anchor)
            return stretch(first.from_, None)
        first = self.first.at(anchor._replace(reference=second.to, ahead=False))
        start = first.from_
        if start is not None and start > second.to:
            earlier = calendar.shift(start, -1, "year")
            start = earlier if earlier <= second.to else None
        return stretch(start, second.to)


class Both(NamedTuple):
    """«12 رمضان 1445 هـ الموافق 22 مارس 2024»: one time told twice; the Gregorian one is exact."""

    exact: Meaning
    other: Meaning

    def at(self, anchor: Anchor) -> Interval:
        exact = self.exact.at(anchor)
        return exact if exact.known else self.other.at(anchor)


class Echo(NamedTuple):
    """«اليوم التالي», «الشهر نفسه», «آنذاك»: ``step`` units from the time that the text named before."""

    unit: Unit | None
    step: int
    since: bool = False

    def at(self, anchor: Anchor) -> Interval:
        whole = self.unit if self.unit in ("day", "week", "month", "year") else "range"
        echo = anchor.echo
        if echo is None or echo.from_ is None or echo.to is None:
            return unknown("range" if self.since else whole)
        if self.since:
            return stretch(echo.from_, anchor.reference)
        if self.unit is None:
            return echo
        when = calendar.shift(echo.to if self.step >= 0 else echo.from_, self.step, self.unit)
        if self.unit == "day":
            return calendar.day(when) if echo.precision == "day" else unknown("day")
        if self.unit == "week":
            return calendar.week(when, anchor.week)
        return calendar.month(when.year, when.month) if self.unit == "month" else calendar.year(when.year)


class OfDay(NamedTuple):
    """«فجرا», «الساعة العاشرة»: of the day that the text told last, or of the report's."""

    def at(self, anchor: Anchor) -> Interval:
        if anchor.echo is not None and anchor.echo.precision == "day":
            return anchor.echo
        return unknown("day") if anchor.reference is None else calendar.day(anchor.reference)


class Vague(NamedTuple):
    """«مؤخرا», «الآن», «حتى الآن»: see ``dates_periods.yml``, section vague."""

    means: str

    def at(self, anchor: Anchor) -> Interval:
        reference = anchor.reference
        if self.means == "meanwhile":
            return anchor.echo if anchor.near and anchor.echo is not None else unknown("range")
        if self.means in ("then", "since_then"):
            return Echo(None, 0, self.means == "since_then").at(anchor)
        if reference is None or self.means == "unknown":
            return unknown("day" if self.means == "now" else "range")
        if self.means == "now":
            return calendar.day(reference)
        if self.means == "ahead":
            return Interval(reference, None, "range")
        return Interval(None, reference, "range")
