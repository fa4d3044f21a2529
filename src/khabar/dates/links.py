"""Prepositions and ranges around times: «في», «منذ», «قبل», «بين … و…», «من … إلى …», «يومي السبت والأحد»."""

from __future__ import annotations

from .atoms import BEGINS, LINK, RANGE_KINDS, TIME
from .calendar import Calendar
from .days import Days
from .echoes import EchoLengths
from .fulldates import Date, Dates
from .lengths import Length, Lengths
from .meanings import Day, FromToday, Meaning, Month, Year
from .months import Months
from .periods import Periods
from .phrase import Phrase, longest
from .ranges import Ranges
from .since import SinceClauses
from .spans import After, Ago, Before, Last, Later, Since, SinceEvent, Until, Within
from .words import Found, Words

_ENDS = ("period", "relative", "part")  # what «مع» may stand before
_ALONE = ("since", "period", "before_it", "after_it")  # what no word of time need follow
_THAT = "ذلك"
_NEWS_REACH = 8
_NOW = ("الان", "اليوم", "الزمن", "الزمان")  # «قبل أسبوع من الآن», «قبل عقد من الزمن»
_FROM_AN_EVENT = ("من", "علي", "منذ")  # «خلال شهر من دخولها», «قبل يومين من الهجوم»


class Links:
    """The whole grammar: every expression with what hangs it on its sentence."""

    def __init__(self, words: Words, *, month_first: bool) -> None:
        self._words = words
        self._months = Months(words)
        self._dates = Dates(words, self._months, month_first)
        self._lengths = Lengths(words)
        self._periods = Periods(words, self._months, self._dates, self._lengths)
        self._days = Days(words, self._dates)
        self._times: dict[int, Phrase | None] = {}
        self._ranges = Ranges(words, self._months, self._dates, self.time)
        self._since = SinceClauses(words, self.time)
        self._echoes = EchoLengths(words, self._lengths)

    def at(self, i: int) -> Phrase | None:
        """The expression that begins at token ``i``."""
        words = self._words
        bare = self.time(i)
        if bare is not None or words.has(i, RANGE_KINDS):
            bare = longest(bare, self._ranges.at(i))
        return longest(bare, self._linked(i)) if LINK in words.kinds(i) else bare

    def time(self, i: int) -> Phrase | None:
        """A day or period at token ``i``, without a preposition."""
        if TIME not in self._words.kinds(i):
            return None
        if i not in self._times:
            self._times[i] = longest(self._days.at(i), self._periods.at(i))
        return self._times[i]

    def _linked(self, i: int) -> Phrase | None:
        words = self._words
        link = words.one(i, "prepositions", procs=("", "و", "ف"))
        if link is None or not words.follows(link.last + 1):
            return None
        means, j = link.value.data["means"], link.last + 1
        if BEGINS not in words.kinds(j) and means not in _ALONE and words.form(j) != _THAT:
            return None
        if means == "in":
            year = self._year(j) if link.value.row.endswith("/in") else None
            found = longest(self._ranges.at(j), self.time(j), year, self._spell(j))
            if words.digits(j):  # «في 5 و6 آذار»
                found = longest(self._ranges.listed(j), found)
            if found is not None and link.value.row.endswith("/at_end") and found.kind not in _ENDS:
                return None
            return self._under(link, found, found.meaning) if found is not None else None
        if means == "since":
            return self._since_at(link, j)
        if means == "until":
            found = longest(self.time(j), self._year(j), self._dated(j))
            return self._under(link, found, Until(found.meaning)) if found is not None else None
        if means in ("before", "after"):
            return self._beside(link, j, means)
        if means == "within":
            return self._within(link, j)
        if means in ("before_it", "after_it"):
            return self._echoes.at(link, link.last, -1 if means == "before_it" else 1)
        if means == "period":
            range_link = words.one(j, "prepositions")
            inner = self._ranges.linked(range_link) if range_link is not None and _opens(range_link) else None
            return inner._replace(first=i, start=link.start, rows=(link.value.row, *inner.rows)) if inner else None
        return self._ranges.linked(link)

    def _under(self, link: Found, found: Phrase, meaning: Meaning) -> Phrase:
        return found._replace(
            first=link.first,
            start=link.start,
            meaning=meaning,
            kind=found.kind if meaning is found.meaning else "span",
            rows=(link.value.row, *found.rows),
            sure=found.sure or found.kind == "month",
            core=found.head,
        )

    def _of_length(self, link: Found, length: Length, meaning: Meaning) -> Phrase:
        last = length.last
        if self._words.form(last + 1) == "فقط":
            last += 1
        return Phrase(link.first, last, link.start, meaning, "length", (link.value.row, *length.rows))

    def _length(self, j: int) -> Length | None:
        """A length without article: «قبل يومين», not «قبل اليوم»."""
        length = self._lengths.at(j)
        return None if length is None or length.article else length

    def _year(self, j: int) -> Phrase | None:
        """A bare year behind a preposition: «في 2004», unless it counts («في 2000 منزل»)."""
        words = self._words
        year = self._months.year(j)
        if year is None or year.number is None or words.tokens[j].kind != "d":
            return None
        behind = year.last + 1
        if year.number % 100 == 0 and words.follows(behind) and words.tokens[behind].kind == "w" and not year.rows:
            return None
        meaning = Year(year.number, year.calendar)
        return Phrase(j, year.last, words.tokens[j].start, meaning, "year", year.rows)

    def _since_at(self, link: Found, j: int) -> Phrase | None:
        length = self._length(j)
        found = longest(self.time(j), self._year(j), self._dated(j))
        if length is not None and (found is None or length.last >= found.last):
            return self._of_length(link, length, Last(length.size, length.unit, length.bound))
        if found is not None:
            if isinstance(found.meaning, Last):
                return self._under(link, found, found.meaning)
            end = self._until_behind(found.last + 1)
            if end is not None:
                phrase = self._under(link, end, Since(found.meaning, end.meaning))
                return phrase._replace(rows=(link.value.row, *found.rows, *end.rows))
            if found.kind == "part" and isinstance(found.meaning, FromToday):
                return self._under(link, found, found.meaning)
            return self._under(link, found, Since(found.meaning))
        return self._since.at(link) if link.value.row.endswith("/since") else None

    def _spell(self, j: int) -> Phrase | None:
        """«الفترة من 3 إلى 7 آذار» behind «في»."""
        link = self._words.one(j, "prepositions")
        return self._linked(j) if link is not None and link.value.row.endswith("/period") else None

    def _dated(self, j: int) -> Phrase | None:
        """«تاريخ 12 آذار 2019» behind another preposition."""
        link = self._words.one(j, "prepositions")
        return self._linked(j) if link is not None and link.value.row.endswith("/dated") else None

    def _until_behind(self, j: int) -> Phrase | None:
        """«، وحتى الـ15 تشرين الأول» behind «منذ …»."""
        words = self._words
        if words.form(j) in ("،", ",") and words.follows(j + 1):
            j += 1
        link = words.one(j, "prepositions", procs=("", "و")) if words.follows(j) else None
        if link is None or link.value.data["means"] not in ("until", "to") or not words.follows(link.last + 1):
            return None
        found = longest(self.time(link.last + 1), self._year(link.last + 1))
        return found._replace(rows=(link.value.row, *found.rows)) if found is not None else None

    def _beside(self, link: Found, j: int, means: str) -> Phrase | None:
        """«قبل يومين», «قبل عام 2011», «بعد 7 أكتوبر», «قبيل فجر الأحد»."""
        if self._words.form(link.first - 1) == "علي" and self._words.form(link.first) == "بعد":
            return None  # «على بعد ساعات من المعبر»: a distance
        length = self._length(j)
        found = longest(self.time(j), self._year(j))
        if self._words.form(j) == _THAT:
            return self._echoes.at(link, j, -1 if means == "before" else 1)
        if found is not None and found.kind == "prayer":
            return self._under(link, found, found.meaning)
        if length is not None and (found is None or length.last >= found.last):
            if means == "before":
                counted = self._words.form(length.last + 1) == "من" and self._words.form(length.last + 2) not in _NOW
                return self._of_length(link, length, Ago(length.size, length.unit, length.bound, counted))
            return self._of_length(link, length, self._later(link, length))
        if found is None or found.kind in ("part", "vague") or (means == "after" and found.kind == "today"):
            return None
        if self._words.one(j, "construct") is not None:  # shortly before a part of a day is still that day
            return self._under(link, found, found.meaning)
        return self._under(link, found, Before(found.meaning) if means == "before" else After(found.meaning))

    def _later(self, link: Found, length: Length) -> Later:
        """«بعد يومين», «بعد أسبوع على توقيع الاتفاق», «ويأتي ذلك بعد يومين من …»."""
        words, behind = self._words, length.last + 1
        behind += words.form(behind) == "فقط"
        if words.form(behind) not in _FROM_AN_EVENT or not words.follows(behind):
            return Later(length.size, length.unit)
        event = self._since.dated(behind + 1) if length.bound == "" else None
        news = length.bound == "" and self._tells_news(link.first)
        return Later(length.size, length.unit, True, news, event[1].meaning if event else None)

    def _tells_news(self, i: int) -> bool:
        """«ويأتي هذا الهجوم» stands before token ``i`` in its clause: the report's own news is told."""
        words = self._words
        for k in range(i - 1, max(-1, i - 1 - _NEWS_REACH), -1):
            if not words.follows(k + 1) or words.tokens[k].kind == "p":
                return False
            if words.one(k, "arrivals", procs=("", "و", "ف")) is not None:
                return True
        return False

    def _within(self, link: Found, j: int) -> Phrase | None:
        found = longest(self._ranges.at(j), self.time(j), self._year(j))
        length = self._length(j)
        if found is not None and (length is None or found.last > length.last):
            return self._under(link, found, found.meaning)
        if length is None or (length.size is None and not self._ends(length.last + 1)):
            return None
        counted = self._words.form(length.last + 1) in _FROM_AN_EVENT
        return self._of_length(link, length, Within(length.size, length.unit, counted))

    def _ends(self, j: int) -> bool:
        """Nothing stands at token ``j`` that «ساعات» or «سنوات» may be construed with («خلال سنوات الحرب»)."""
        words = self._words
        return not words.follows(j) or words.tokens[j].kind == "p" or words.form(j) in (*_FROM_AN_EVENT, "في", "فقط")


__all__ = ["Calendar", "Date", "Day", "Links", "Month", "SinceEvent"]


def _opens(link: Found) -> bool:
    """«من» or «بين», which open a range."""
    return link.value.data["means"] in ("from", "between")
