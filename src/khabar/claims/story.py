"""The report as the claims room works on it: sentences with segments and triggers, and what stands at which token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import msgspec

from ..clauses import Scene
from ..clauses.segments import Segment
from ..model import Span
from ..text import Page
from .triggers import Trigger

S = TypeVar("S", bound=Span)


class Cue(NamedTuple):
    """A context word (``claims_context``) at tokens ``first``..``last``: its section, row address and detail."""

    first: int
    last: int
    section: str
    row: str
    detail: str


class Sentence(msgspec.Struct, gc=False):
    """Tokens ``first`` to ``stop`` (exclusive), their segments, triggers and context words."""

    index: int
    first: int
    stop: int
    segments: list[Segment]
    triggers: list[Trigger]
    cues: list[Cue]

    def segment_of(self, token: int) -> int:
        """Index of the segment that holds ``token``."""
        for k, segment in enumerate(self.segments):
            if token < segment.stop:
                return k
        return len(self.segments) - 1


def locate(page: Page, mentions: Sequence[S]) -> list[tuple[int, int, S]]:
    """(first token, stop token, mention) of each mention, in order of the text."""
    out = []
    for mention in sorted(mentions, key=lambda m: m.start):
        first = max(0, page.token_at(mention.start))
        out.append((first, max(first + 1, bisect_left(page.starts, mention.end)), mention))
    return out


def within(located: list[tuple[int, int, S]], first: int, stop: int) -> list[tuple[int, int, S]]:
    """The located mentions that begin among tokens ``first`` to ``stop`` (exclusive)."""
    lo = bisect_left(located, first, key=lambda item: item[0])
    hi = bisect_left(located, stop, key=lambda item: item[0])
    return located[lo:hi]


class Story:
    """One report: its scene, sentences and mentions by token."""

    def __init__(self, scene: Scene, sentences: list[Sentence]) -> None:
        self.scene = scene
        self.page = scene.page
        self.sentences = sentences
        self.numbers = locate(scene.page, scene.numbers)
        self.times = locate(scene.page, scene.times)
        self.actors = locate(scene.page, scene.actors)
        self.places = locate(scene.page, scene.places)
        self._speech = [(q.start, q.end) for q in scene.page.quotes if q.end - q.start > 30]
        self._count_tellings()

    def _count_tellings(self) -> None:
        """Tell every trigger how often its type and row stood before it in the report."""
        types: Counter[str] = Counter()
        rows: Counter[str] = Counter()
        for sentence in self.sentences:
            for trigger in sentence.triggers:
                trigger.type_before, trigger.row_before = types[trigger.sense.type], rows[trigger.sense.row]
                types[trigger.sense.type] += 1
                rows[trigger.sense.row] += 1

    def in_speech(self, offset: int) -> bool:
        """Whether ``offset`` stands in direct speech."""
        k = bisect_right(self._speech, (offset, len(self.page.text))) - 1
        return k >= 0 and offset < self._speech[k][1]
