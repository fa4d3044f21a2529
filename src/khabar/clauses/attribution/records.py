"""What the attribution part of the clauses room gives: who speaks where, and each act of speaking."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from ...model import Reason, Source, SourceType, Span, Stance


class Speaker(msgspec.Struct, frozen=True):
    """Somebody who speaks: the noun phrase at hand and whom it stands for.

    ``own`` is the report's own outlet or reporter, which is no source. ``gender`` is "m", "f" or "" of the verb it
    was first met with; ``stems`` are the folded words of the phrase, to find it again by a short form; ``via`` are
    those to whom he said it and who pass it on, outermost first; ``cue`` the word by which an outer one relays.
    """

    start: int
    end: int
    text: str
    actor_id: str | None = None
    type: SourceType = "anonymous"
    own: bool = False
    gender: str = ""
    stems: frozenset[str] = frozenset()
    row: str | None = None
    via: tuple[Speaker, ...] = ()
    cue: Span | None = None


class Utterance(msgspec.Struct):
    """One act of speaking, whether or not it tells of events.

    ``cue`` is the verb, verbal noun or preposition without its conjunction; ``verb`` the row's address; ``act`` the
    statement type that the word makes. ``speakers`` come outermost first: who relays, then who is relayed.
    ``start``/``end`` is what is said; ``begin`` where the clause of speaking itself begins. ``frame`` tells how the
    words follow: ``that``, ``quote``, ``colon``, ``object``, ``trailing``, ``leading``, ``headline``, ``none``.
    """

    cue: Span
    verb: str
    frame: str
    stance: Stance
    speakers: tuple[Speaker, ...]
    cues: tuple[Span | None, ...]
    begin: int
    start: int
    end: int
    sentence: int
    asserts: bool = True
    act: str | None = None
    explicit: bool = True
    sibling: bool = True
    denies: bool = False
    negated: bool = False
    form: str = "past"

    @property
    def speaker(self) -> Speaker:
        """The innermost speaker."""
        return self.speakers[-1]


class Attribution(msgspec.Struct, frozen=True):
    """A stretch of text with who says so.

    ``start``/``end`` bound what is said; ``sources`` are outermost first and empty where the report's own voice
    speaks through its reporter. ``outer`` are the sources that hold around the act of speaking itself, which report
    the speech when what is said is a position. ``quoted`` tells that the words stand in direct speech altogether.
    """

    start: int
    end: int
    sources: tuple[Source, ...]
    quoted: bool
    verb_row: str
    cue: Span
    frame: str
    because: tuple[Reason, ...] = ()


class Voices:
    """All attributions and utterances of a scene, with look-up by offset."""

    def __init__(
        self,
        scopes: Sequence[Attribution],
        utterances: Sequence[Utterance],
        direct: Sequence[tuple[int, int]],
    ) -> None:
        self.scopes = sorted(scopes, key=lambda a: (a.start, -a.end))
        self.utterances = list(utterances)
        self.direct = list(direct)
        self._starts = [scope.start for scope in self.scopes]
        self._direct_starts = [start for start, _ in self.direct]
        self._innermost: dict[int, Attribution | None] = {}
        self._by_cue: dict[tuple[int, int], Attribution] = {}
        for scope in self.scopes:
            self._by_cue.setdefault((scope.cue.start, scope.cue.end), scope)

    def at(self, offset: int) -> Attribution | None:
        """The innermost scope that holds ``offset``."""
        if offset not in self._innermost:
            self._innermost[offset] = self._find(offset)
        return self._innermost[offset]

    def _find(self, offset: int) -> Attribution | None:
        best: Attribution | None = None
        # Scopes hardly ever reach back further than a few sentences: 40 openings before are enough.
        last = bisect_right(self._starts, offset)
        for scope in self.scopes[max(0, last - 40) : last]:
            if scope.end > offset and (best is None or scope.end - scope.start <= best.end - best.start):
                best = scope
        return best

    def scope_of(self, utterance: Utterance) -> Attribution | None:
        """The scope that an act of speaking makes."""
        return self._by_cue.get((utterance.cue.start, utterance.cue.end))

    def sources_at(self, offset: int) -> tuple[Source, ...]:
        """Who says what stands at ``offset``, outermost first; empty: the report itself."""
        scope = self.at(offset)
        return scope.sources if scope else ()

    def quoted_at(self, offset: int) -> bool:
        """Whether ``offset`` stands in direct speech."""
        i = bisect_right(self._direct_starts, offset) - 1
        return i >= 0 and offset < self.direct[i][1]

    def mostly_quoted(self, start: int, end: int) -> bool:
        """Whether more than half of ``text[start:end]`` stands in direct speech."""
        near = self.direct[max(0, bisect_right(self._direct_starts, start) - 1) : bisect_left(self._direct_starts, end)]
        shared = sum(max(0, min(end, e) - max(start, s)) for s, e in near)
        return 2 * shared > end - start
