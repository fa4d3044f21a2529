"""Sentences: stretches of a folded text that cover it exactly.

A sentence ends at a line break, where the furniture of a saved page begins or ends (:mod:`.furniture`), at ؟ ! … or at
a full stop that is no decimal mark, no part of an abbreviation, initial, item number or address. Closing quotation
marks and brackets behind the stop belong to the sentence that it ends, and so do the blanks up to the next one. What
runs on longer than any sentence of news is cut at a blank.
"""

from __future__ import annotations

import re

from .furniture import breaks, seams
from .letters import BREAK, LETTER
from .marks import Marks
from .spelling import Spelling

_STOPS = ".!?؟…۔‼⁇⁈⁉"
_END = re.compile(f"[{re.escape(_STOPS)}{BREAK}][{re.escape(_STOPS)}]*")
_BLANKS = re.compile(r"\s*")
_BRACKETS = ")]}"
_ARABIC = re.compile(f"[{LETTER}]+")
_LATIN_OR_DIGIT = re.compile(r"[A-Za-z0-9/@_%#=&-]")
_ITEM = re.compile(rf"[\s(\[«\"–—•*-]*(?:[0-9]{{1,3}}|[A-Za-z{LETTER}])$")
_ITEM_REACH = 12
_WORD_REACH = 24
_NOT_BLANK = re.compile(r"\S{1,200}$")
# Words of one or two letters that may begin a sentence glued to the stop before it (بغداد.لم); others are cut off.
_LITTLE = frozenset("و من في عن لم لن لا ما ان او قد هو هي هم اي كل ثم اذ لو هل به له بل كم مع".split())
_GOES_ON = frozenset("وف")
_QUOTED_EXCLAMATION = 3
# The longest sentence of 300 reports has 910 characters.
_LONGEST = 1_500
_BLANK = re.compile(r"\s+|(?<=[^\w\s])(?=[^\w\s])")
# What may begin a sentence without a blank behind the stop, letters and digits aside.
_BEGINS = frozenset("«“”\"'„‹#@([•-–—*")


def split(text: str, marks: Marks, spelling: Spelling) -> list[int]:
    """The starts of the sentences of a folded ``text``; the first is 0 (none of an empty text)."""
    if not text:
        return []
    cutter = _Cutter(text, marks, spelling)
    starts = [0]
    for match in _END.finditer(text, len(text) - len(text.lstrip())):
        if match.start() < starts[-1]:
            continue
        end = cutter.end_at(match.start(), match.end(), starts[-1])
        if end is not None and end < len(text):
            starts.append(end)
    return _bounded(
        text,
        sorted({*starts, *(at for at in (*seams(text), *breaks(text, spelling.link_headings)) if 0 < at < len(text))}),
    )


def _bounded(text: str, starts: list[int]) -> list[int]:
    """``starts`` with stretches that no sentence of news reaches cut at blanks, so that the rooms behind, which look
    at a sentence as a whole, take time in proportion to the text whatever it holds."""
    out: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        out.append(start)
        while end - out[-1] > _LONGEST:
            blank = _BLANK.search(text, out[-1] + _LONGEST, end)
            if blank is None or blank.end() == end:
                break
            out.append(blank.end())
    return out


class _Cutter:
    """Judges the stops of one text."""

    def __init__(self, text: str, marks: Marks, spelling: Spelling) -> None:
        self.text = text
        self.spelling = spelling
        self.opening = marks.opening()
        self.closing = marks.closing()
        self.opener_of = {closer.start: opener.end for opener, closer in marks.pairs}

    def end_at(self, start: int, stop: int, sentence: int) -> int | None:
        """Where the next sentence begins when ``text[start:stop]`` ends the one that begins at ``sentence``."""
        text = self.text
        if text[start] not in _STOPS:
            return self._past_blanks(stop)
        close = stop
        quote = -1
        while close < len(text) and (text[close] in _BRACKETS or close in self.closing):
            if close in self.closing:
                quote = close
                close = self.closing[close]
            else:
                close += 1
        if close == len(text):
            return close
        end = self._past_blanks(close)
        if self._no_end(start, stop, close, end, sentence):
            return None
        if quote >= 0 and text[start] != "." and self._little_quote(quote, start):
            return None
        return end

    def _past_blanks(self, at: int) -> int:
        match = _BLANKS.match(self.text, at)
        return match.end() if match else at

    def _little_quote(self, quote: int, stop: int) -> bool:
        """The stop is part of a title or name («برنامج "من المسؤول؟" الذي»)."""
        opener = self.opener_of.get(quote)
        return opener is not None and stop - opener < 60 and len(self.text[opener:stop].split()) <= _QUOTED_EXCLAMATION

    def _no_end(self, start: int, stop: int, close: int, end: int, sentence: int) -> bool:
        text = self.text
        before = text[start - 1] if start else " "
        behind = text[end] if end < len(text) else " "
        glued = end == close
        if start in self.opening or (before in "([{" and text[stop : stop + 1] in ")]}" and close > stop):
            return True
        if not any(map(str.isalnum, text[sentence:start][:_ITEM_REACH])) and start - sentence < _ITEM_REACH:
            return True
        if glued and not (behind.isalnum() or behind in _BEGINS):
            return True
        if glued and _LATIN_OR_DIGIT.match(before) and _LATIN_OR_DIGIT.match(behind):
            return True
        return stop - start == 1 and text[start] == "." and self._no_full_stop(start, end, glued, sentence)

    def _no_full_stop(self, start: int, end: int, glued: bool, sentence: int) -> bool:
        text = self.text
        if start - sentence < _ITEM_REACH and _ITEM.match(text[sentence:start]):
            return True
        word = self._word_before(start)
        head = start - len(word)
        if len(word) == 1 and word.isalpha() and self._initial(head, end, glued):
            return True
        if not glued:
            return word in self.spelling.titles
        following = _ARABIC.match(text, end)
        if not following:
            return False
        if self._address(start):
            return True
        after = following.group()
        if after in self.spelling.domains or (
            word in self.spelling.letter_names and after in self.spelling.letter_names
        ):
            return True
        return len(after) <= 2 and after not in _LITTLE

    def _word_before(self, start: int) -> str:
        text, at = self.text, start
        while at > 0 and start - at < _WORD_REACH and text[at - 1].isalpha():
            at -= 1
        return text[at:start]

    def _initial(self, head: int, end: int, glued: bool) -> bool:
        """One letter and a stop: a title or initial («د. فلان», «ع. عيسى», «ا.ف.ب») unless it is the sign of a unit or
        era behind a number («1445 ه.») or ends a chain of three before a conjunction («وفق ا.ف.ب. وقال»)."""
        text = self.text
        if head > 0 and text[head - 1] == ".":
            chain = text[max(0, head - 4) : head]
            agency = len(chain) == 4 and chain[0].isalpha() and chain[1] == "." and chain[2].isalpha()
            return glued or not agency or text[end : end + 1] not in _GOES_ON
        return not text[max(0, head - 3) : head].rstrip().endswith(tuple("0123456789"))

    def _address(self, start: int) -> bool:
        run = _NOT_BLANK.search(self.text[max(0, start - 200) : start])
        return run is not None and ("://" in run.group() or "www." in run.group())
