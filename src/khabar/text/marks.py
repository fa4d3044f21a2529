"""Quotation marks of a folded text: which open, which close, which belong together.

A mark's place tells more than its shape: texts typed right to left open with ” and close with “, and the straight mark
has one shape only. So a mark opens when a blank (or a clitic: و"قسد", لـ"داعش") stands before it and a word behind it,
closes the other way round, and where its place says neither its shape or what is open decides.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .letters import BREAK

_MARK = re.compile("[\"'`´«»“”„‟‹›‘’‚‛<>❝❞〝〞＂″״˝]")
_BREAKS = re.compile(f"[{BREAK}]")
# Of each shape: its family, and +1 when it opens, -1 when it closes, 0 when it does either.
_SHAPES = {
    '"': ("straight", 0), "＂": ("straight", 0), "″": ("straight", 0), "״": ("straight", 0), "˝": ("straight", 0),
    "«": ("angle", 1), "»": ("angle", -1), "<<": ("angle", 1), ">>": ("angle", -1), "‹": ("chevron", 1),
    "›": ("chevron", -1), "“": ("curled", 1), "”": ("curled", -1), "„": ("curled", 1), "‟": ("curled", 1),
    "❝": ("curled", 1), "❞": ("curled", -1), "〝": ("curled", 1), "〞": ("curled", -1), "''": ("twin", 0),
    "``": ("twin", 1), "´´": ("twin", -1), "'": ("single", 0), "‘": ("single", 1), "’": ("single", -1),
    "‚": ("single", 1), "‛": ("single", 1), "`": ("single", 1), "´": ("single", -1),
}  # fmt: skip
_OPENS_BEHIND = frozenset("([{:،,؛;-–—/…._")
_CLOSES_BEFORE = frozenset(".،,؛;:!؟?)]}-–—/…")
_SIGNS = frozenset("\"'`´«»“”„‟‹›‘’‚‛❝❞〝〞＂″״˝")
_CLITIC = re.compile(r"(?:^|[\s(«“\"])(?:[وف]?[بلك]?|[وف]?(?:[بلك]?ال|لل))$")
# A quotation whose paragraph ended goes on in the next one only when it closes this near.
_REACH = 1500
# No more quotations stand one in another; bounds the time that a mark takes.
_DEEPEST = 8


class Mark(NamedTuple):
    """A quotation mark at ``start``/``end`` of the folded text."""

    start: int
    end: int
    family: str


class Marks(NamedTuple):
    """The marks of a text: ``pairs`` that belong together, by start; opening and closing ones that lack the other."""

    pairs: list[tuple[Mark, Mark]]
    unclosed: list[Mark]
    unopened: list[Mark]

    def opening(self) -> set[int]:
        """Ends of the opening marks: where what they quote begins."""
        return {mark.end for mark, _ in self.pairs} | {mark.end for mark in self.unclosed}

    def closing(self) -> dict[int, int]:
        """For the start of each closing mark its end."""
        return {mark.start: mark.end for _, mark in self.pairs} | {mark.start: mark.end for mark in self.unopened}


def find_marks(text: str) -> Marks:
    """The quotation marks of a folded text."""
    scan = _Scan(text)
    done = 0
    for match in _MARK.finditer(text):
        start = match.start()
        if start < done:
            continue
        char = text[start]
        shape = char * 2 if text[start + 1 : start + 2] == char and char * 2 in _SHAPES else char
        if shape in _SHAPES:
            done = start + len(shape)
            scan.mark(Mark(start, done, _SHAPES[shape][0]), _SHAPES[shape][1])
    scan.flush()
    scan.pairs.sort()
    return Marks(scan.pairs, scan.unclosed, scan.unopened)


class _Scan:
    """The state of one pass over the marks: those that are open, and what has been paired."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[Mark] = []
        self.pairs: list[tuple[Mark, Mark]] = []
        self.unclosed: list[Mark] = []
        self.unopened: list[Mark] = []
        self._last = 0
        # The mark before this one is the last of `unopened`, in this paragraph, and has a blank behind it.
        self._stray = False

    def mark(self, mark: Mark, shape: int) -> None:
        """Take the next mark."""
        crossed = _BREAKS.search(self.text, self._last, mark.start) is not None
        role = self._role(mark, shape)
        if crossed:
            self._stray = False
            if role > 0 or not self._reaches(mark):
                self.flush()
            else:
                self.open = [m for m in self.open if m.family != "single"]
        self._last = mark.end
        if role > 0:
            self._open(mark)
        elif role < 0:
            self._close(mark)

    def _open(self, mark: Mark) -> None:
        self.open.append(mark)
        self._stray = False
        if len(self.open) > _DEEPEST:
            lost = self.open.pop(0)
            if lost.family != "single":
                self.unclosed.append(lost)

    def _reaches(self, mark: Mark) -> bool:
        return any(m.family == mark.family and mark.start - m.start < _REACH for m in self.open)

    def _role(self, mark: Mark, shape: int) -> int:
        """+1 opening, -1 closing, 0 no quotation mark here."""
        text = self.text
        before = text[mark.start - 1] if mark.start else " "
        behind = text[mark.end] if mark.end < len(text) else " "
        single = mark.family == "single"
        if single and before.isalnum() and behind.isalnum():
            return 0  # an apostrophe
        tight_before = not (before.isspace() or before in _OPENS_BEHIND)
        tight_behind = not (behind.isspace() or behind in _CLOSES_BEFORE)
        clitic = tight_before and bool(_CLITIC.search(text[max(0, mark.start - 6) : mark.start]))
        opens = tight_behind and (not tight_before or clitic or before in _SIGNS)
        closes = not before.isspace() and (not tight_behind or behind in _SIGNS) and not clitic
        if opens != closes:
            return self._if_any(mark, 1 if opens else -1, before)
        if shape:
            return shape
        return self._if_any(mark, -1 if self._is_open(mark.family) else 1, before)

    def _if_any(self, mark: Mark, role: int, before: str) -> int:
        """``role``, unless the mark is a sign for inches, feet or minutes or an apostrophe."""
        if role > 0 or self._is_open(mark.family):
            return role
        return 0 if mark.family == "single" or (before.isdigit() and not self.open) else role

    def _is_open(self, family: str) -> bool:
        return any(mark.family == family for mark in self.open)

    def _close(self, mark: Mark) -> None:
        match = self._partner(mark)
        if match is not None:
            self.pairs.append((self.open[match], mark))
            del self.open[match:]
            self._stray = False
        elif mark.family != "single":
            if self._stray and mark.family == "straight" and self.unopened[-1].family == "straight":
                self.pairs.append((self.unopened.pop(), mark))  # «قال" كلام"»: a blank on the wrong side
                self._stray = False
            else:
                self.unopened.append(mark)
                self._stray = self.text[mark.end : mark.end + 1].isspace()

    def _partner(self, mark: Mark) -> int | None:
        """Index of the open mark that ``mark`` closes: the last of its family, else (mixed marks) the last double."""
        for same in (True, False):
            for i in range(len(self.open) - 1, -1, -1):
                family = self.open[i].family
                if family == mark.family if same else "single" not in (family, mark.family):
                    return i
        return None

    def flush(self) -> None:
        """Give up what is still open; straight marks that were all taken for opening ones pair up."""
        waiting = [mark for mark in self.open if mark.family != "single"]
        self.open = []
        while waiting:
            mark = waiting.pop(0)
            if waiting and mark.family == waiting[0].family == "straight" and not self._introduced(waiting[0]):
                self.pairs.append((mark, waiting.pop(0)))
            else:
                self.unclosed.append(mark)

    def _introduced(self, mark: Mark) -> bool:
        return self.text[max(0, mark.start - 2) : mark.start].rstrip().endswith(":")
