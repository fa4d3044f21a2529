"""Expressions of one day: a frame that weekday, «أمس», part of the day, hour and date fill in any order of news use.

«صباح اليوم الثلاثاء 19 تشرين الأول», «مساء أمس الأحد», «حوالي الساعة 00:30 من فجر اليوم», «السبت، 23 آذار 2019
الموافق 16 رجب».
"""

from __future__ import annotations

from .atoms import NUMBER, SAME_DAY
from .clock import Clock
from .filled import kind_of, meaning_of
from .fulldates import Date, Dates
from .parts import COMMAS, leads_to_day, told_once
from .phrase import Phrase
from .words import Words

_DASHES = ("-", "–", "—")
_OF_HOURS = frozenset(["الاولي", "المبكره", "المتاخره", "الاخيره"])  # «ساعات الفجر الأولى»
_PART_KINDS = frozenset(["stretches", "construct", "adverb", "definite"])
_TODAY_KINDS = frozenset(["today", "behind", "weak"])
_DATE_KINDS = frozenset(["month", "firsts", "units", "english", NUMBER])


class Frame:
    """The slots of one expression, filled from left to right."""

    def __init__(self, words: Words, dates: Dates, clock: Clock, first: int) -> None:
        self.words, self.dates, self.clock = words, dates, clock
        self.first, self.start = first, -1
        self.last = first - 1
        self.rows: list[str] = []
        self.part = self.stretch = self.adverb = self.hour = self.definite = self.word = False
        self.night = self.weak = self.alone = False
        self.today: tuple[int, int] | None = None
        self.weekday: int | None = None
        self.second: int | None = None
        self.date: Date | None = None
        self.other: Date | None = None
        self.turn: int | None = None
        self.weeks: int | None = None
        self.echo: int | None = None

    def read(self) -> Phrase | None:
        words = self.words
        j = self.first
        while j < words.count and (j == self.first or words.follows(j)):
            k = self._slot(j) or self._glued_slot(j)
            if k is None:
                break
            self.last = k - 1
            j = k
        if self.start < 0 or self.last < self.first:
            return None
        meaning = meaning_of(self)
        if meaning is None:
            return None
        return Phrase(
            self.first, self.last, self.start, meaning, kind_of(self), tuple(dict.fromkeys(self.rows)), not self.weak,
            self.turn if self.date is None else self.date.day.turn,
            self.today[0] if self.today and self.echo is None else None, self.weekday,
        )  # fmt: skip

    @property
    def _day(self) -> bool:
        return self.today is not None or self.weekday is not None or self.date is not None

    def _fill(self, start: int, *rows: str) -> None:
        if self.start < 0:
            self.start = start
        self.rows += rows

    def _slot(self, j: int) -> int | None:
        """Fill a slot from token ``j``; the token behind it."""
        kinds = self.words.kinds(j)
        found = self._clock_slot(j)
        if found is None and not kinds.isdisjoint(_PART_KINDS):
            found = self._part_slot(j)
        if found is None and not kinds.isdisjoint(_TODAY_KINDS):
            found = self._today_slot(j)
        if found is None and "weekdays" in kinds:
            found = self._weekday_slot(j)
        if found is None and not kinds.isdisjoint(_DATE_KINDS):
            found = self._date_slot(j)
        return found or self._turn_slot(j)

    def _procs(self, j: int) -> tuple[str, ...] | None:
        """Proclitics are free at the beginning only."""
        return None if j == self.first else ("", "ل", "ب")

    def _clock_slot(self, j: int) -> int | None:
        if self.hour:
            return None
        found = self.clock.at(j, self._day or self.part)
        if found is None:
            return None
        self._fill(found.start, *found.rows)
        self.hour = True
        return found.last + 1

    def _part_slot(self, j: int) -> int | None:
        """A part of the day: «خلال ساعات», «فجر» before a day, «صباحا» behind one, «ظهرا» alone, «في الصباح»."""
        bare = None if j == self.first else ("",)
        found = None
        if not self._day and not self.part:
            found = self._stretch(j, bare) or self._construct(j, bare)
        return found or self._adverb(j) or self._definite(j)

    def _stretch(self, j: int, bare: tuple[str, ...] | None) -> int | None:
        match = self.words.one(j, "stretches", procs=bare)
        if match is None or self.stretch:
            return None
        self._fill(self.words.start(match), match.value.row)
        self.stretch = True
        return match.last + 1

    def _construct(self, j: int, bare: tuple[str, ...] | None) -> int | None:
        """«فجر الأحد», «ليل السبت», «ليل وفجر الأحد»."""
        words = self.words
        match = words.one(j, "construct", procs=bare)
        if match is None:
            return None
        if leads_to_day(words, self.dates, match.last + 1):
            self._fill(match.start, match.value.row)
            self.part = True
            self.night = match.value.row.endswith(("/night", "/midnight"))
            return match.last + 1
        other = words.one(match.last + 1, "construct", procs=("و",))
        if other is None or not leads_to_day(words, self.dates, other.last + 1):
            return None
        self._fill(match.start, match.value.row, other.value.row)
        self.part = True
        return other.last + 1

    def _adverb(self, j: int) -> int | None:
        """«صباحا» behind a day or an hour; at the beginning one that may stand alone."""
        words = self.words
        if (self._day or self.hour) and not self.adverb:
            match = words.one(j, "adverb")
            if match is not None:
                self.rows.append(match.value.row)
                self.adverb = True
                return self.clock.zone(match.last)[0] + 1
        match = words.one(j, "adverb", procs=("",)) if j == self.first else None
        if match is None or not match.value.data.get("alone") or not told_once(words, j, match.last):
            return None
        self._fill(match.start, match.value.row)
        self.alone = True
        return match.last + 1

    def _definite(self, j: int) -> int | None:
        """«في الصباح», «ساعات الصباح الأولى»."""
        words = self.words
        match = words.one(j, "definite", procs=("",))
        led = self.stretch or words.form(j - 1) in ("في", "منذ", "مع", "حتي")
        if match is None or self.definite or self._day or not led:
            return None
        self._fill(match.start, match.value.row)
        self.definite = True
        behind = match.last + 1
        if self.stretch and words.follows(behind) and words.form(behind) in _OF_HOURS:
            match = match._replace(last=behind)
        self.night = match.value.row.endswith("/night")
        return match.last + 1

    def _today_slot(self, j: int) -> int | None:
        words = self.words
        if self._day:
            return None
        procs = self._procs(j)
        match = words.one(j, "today", procs=procs)
        if match is None and (self.part or self.word):
            match = words.one(j, "behind", procs=("",))
        if match is None:
            match = words.one(j, "weak", procs=procs)
            if match is not None:
                weekday = words.one(match.last + 1, "weekdays") if words.follows(match.last + 1) else None
                tanwin = "\u064b" in words.written(j)
                behind = words.form(match.last + 1)
                self.weak = not (self.part or self.word or weekday or tanwin or not behind.isalnum())
        if match is None:
            return None
        self._fill(match.start, match.value.row)
        self.today = (match.value.data["offset"], match.value.data.get("span", 1))
        echo = words.one(match.last + 1, "echoes") if words.form(match.last) == "اليوم" else None
        if echo is None or not words.follows(echo.first):
            return match.last + 1
        self.rows.append(echo.value.row)
        self.echo = echo.value.data["step"]
        return echo.last + 1

    def _weekday_slot(self, j: int) -> int | None:
        words = self.words
        match = words.one(j, "weekdays", procs=self._procs(j))
        if match is None:
            return None
        number: int = match.value.data["day"]
        if self.weekday is not None:
            following = (self.weekday + 1) % 7 == number and self.night and self.second is None and self.date is None
            if not following:
                return None
            self.second = number
        elif self.date is not None:
            return None
        else:
            self.weekday = number
        self._fill(match.start, match.value.row)
        return match.last + 1

    def _date_slot(self, j: int) -> int | None:
        if self.date is not None or self.second is not None:
            return None
        found = self.dates.at(j, after_day=self.word or self.weekday is not None or self.today is not None)
        if found is None:
            return None
        self._fill(found.start, *found.rows)
        self.date = found
        return found.last + 1

    def _turn_slot(self, j: int) -> int | None:
        """«الماضي» or «من الأسبوع الماضي» behind a weekday."""
        words = self.words
        if self.weekday is None or self.date is not None or self.turn is not None or self.weeks is not None:
            return None
        modifier = words.one(j, "modifiers")
        if modifier is not None and self.today is None:
            self.turn = modifier.value.data["turn"]
            self.rows.append(modifier.value.row)
            return modifier.last + 1
        k = j + (words.form(j) == "من")
        this = words.form(k) == "هذا"
        unit = words.one(k + this, "units", procs=("ال",))
        if unit is None or unit.value.data["unit"] != "week" or unit.value.field != "one" or not words.follows(k):
            return None
        if this:
            self.weeks = 0
            self.rows.append(unit.value.row)
            return unit.last + 1
        modifier = words.one(unit.last + 1, "modifiers") if words.follows(unit.last + 1) else None
        if modifier is None:
            return None
        self.weeks = modifier.value.data["turn"]
        self.rows += [unit.value.row, modifier.value.row]
        return modifier.last + 1

    def _glued_slot(self, j: int) -> int | None:
        """A slot behind a word or sign that only joins: «من», «يوم», a comma, «الموافق», a bracket."""
        words = self.words
        form = words.form(j)
        if form in SAME_DAY and not self._day:
            return self._behind_day_word(j)
        if j == self.first or not words.follows(j + 1):
            return None
        if form == "علي" and self.night and self.weekday is not None and self.second is None:
            return self._weekday_slot(j + 1)
        if self._day and form in ("(", "[") and self.date is None:
            k = self._date_slot(j + 1)
            return k + 1 if k is not None and words.form(k) in (")", "]") else None
        joins = words.one(j, "prepositions")
        if self._day and joins is not None and joins.value.row.endswith("/dated"):
            return self._same_date(joins.last + 1)
        if (self.stretch or self.part) and not self._day and form in COMMAS:
            return self._weekday_slot(j + 1)
        if self._day and form in (*COMMAS, *_DASHES, "/"):
            if self.second is None and self.night and form not in COMMAS:
                k = self._weekday_slot(j + 1)
                if k is not None:
                    return k
            return self._date_slot(j + 1) if self.weekday is not None or self.today is not None else None
        if form in ("من", "في", "عند") and (self.stretch or self.part or self.hour or self._day):
            k = self._glued_slot(j + 1) if words.form(j + 1) in SAME_DAY else None
            return k or (self._slot(j + 1) if not self._day else self._clock_slot(j + 1))
        return None

    def _behind_day_word(self, j: int) -> int | None:
        """«يوم الجمعة», «ليوم 12 آذار»."""
        words = self.words
        if not words.follows(j + 1) or words.form(j) == "اليوم":
            return None
        self.word = True
        start = (
            words.tokens[j].start
            if words.form(j)[0] not in "لب"
            else words.page.folded.original(words.tokens[j].fstart + 1)
        )
        if words.form(j).startswith("ليله"):
            start = words.tokens[j].start
        k = self._today_slot(j + 1) or self._weekday_slot(j + 1) or self._date_slot(j + 1)
        if k is not None and (self.first == j or self.start < 0 or self.start > start):
            self.start = start
        return k

    def _same_date(self, j: int) -> int | None:
        """The second telling of a date, behind «الموافق»."""
        k = j + (self.words.form(j) in SAME_DAY or self.words.form(j) == "ل")
        found = self.dates.at(k, after_day=True)
        if found is None:
            return None
        if self.date is None:
            self.date = found
        else:
            self.other = found
        self.rows += found.rows
        return found.last + 1
