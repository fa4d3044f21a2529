"""The report as the claims room works on it: sentences with segments and triggers, and what stands at which token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from ..clauses import Scene
from ..clauses.attribution import Utterance, Voices
from ..clauses.segments import Segment
from ..clauses.verbs import VerbTable
from ..model import PlaceMention, Span, TimeMention
from ..text import OTHERS
from .datelines import datelined
from .located import Located, locate, within
from .nouns import NounMention
from .triggers import Trigger

if TYPE_CHECKING:
    from .arguments import Act, Candidate

_LINE = 25  # tokens of a headline or caption, at most
_ITEMS = frozenset("-–—•*·▪")


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
    stops: list[int] = []

    def __post_init__(self) -> None:
        self.stops = [segment.stop for segment in self.segments]

    def segment_of(self, token: int) -> int:
        """Index of the segment that holds ``token``."""
        k, last = bisect_right(self.stops, token), len(self.stops) - 1
        return k if k < last else last


def _leading_means(sentences: list[Sentence]) -> list[str]:
    """The means that the report speaks of most and whether it speaks of others: "air", "air alone"."""
    seen = Counter(cue.detail for sentence in sentences for cue in sentence.cues if cue.section == "means")
    if not seen:
        return ["none"]
    first = min(seen, key=lambda means: (-seen[means], means))
    return [first, f"{first} alone"] if len(seen) == 1 else [first]


class Story:
    """One report: its scene, sentences, mentions by token, and the parties and nouns that may take part in acts."""

    def __init__(
        self,
        scene: Scene,
        sentences: list[Sentence],
        nouns: list[NounMention],
        candidates: list[Candidate],
        voices: Voices,
        verbs: VerbTable,
    ) -> None:
        self.scene = scene
        self._verbs = verbs
        self.page = scene.page
        self.sentences = sentences
        self.nouns = nouns
        self.candidates = candidates
        self.voices = voices
        self.speakers = sorted({(s.start, s.end) for u in voices.utterances for s in u.speakers})
        self._said = sorted(voices.utterances, key=lambda u: u.start)
        self._begins = sorted(u.begin for u in voices.utterances if u.frame in ("that", "quote", "colon", "object"))
        self._cues = {u.cue.start for u in voices.utterances}
        self.numbers = locate(scene.page, scene.numbers)
        self.times = locate(scene.page, scene.times)
        self.actors = locate(scene.page, scene.actors)
        self.places = locate(scene.page, scene.places)
        self._datelined = datelined(scene.page.text, scene.places)
        self.rooms: tuple[tuple[str, Located[Any]], ...] = (
            ("number", self.numbers), ("place", self.places), ("party", self.actors), ("time", self.times),
        )  # fmt: skip
        self._sentence_firsts = [sentence.first for sentence in sentences]
        self._noun_firsts = [noun.first for noun in nouns]
        self._candidate_firsts = [candidate.first for candidate in candidates]
        self._order = {id(m): k for located in (self.places, self.times) for k, (_, _, m) in enumerate(located)}
        body = [s.index for s in sentences if s.triggers and (s.stop - s.first >= 25 or self.stopped(s))]
        self._body_from = max(body, default=-1)
        self._told = any(s.triggers and self.stopped(s) for s in sentences)
        self.means = _leading_means(sentences)
        self._count_tellings()

    def stopped(self, sentence: Sentence) -> bool:
        """Whether a sentence ends in a sign, or where a post ends."""
        if self.page.tokens[sentence.stop - 1].kind == "p":
            return True
        return sentence.stop < len(self.page.tokens) and self.page.tokens[sentence.stop].start in self.page.seams

    def is_caption(self, sentence: Sentence) -> bool:
        """Whether a sentence is a line apart in a report of whole sentences: a headline, a caption, a link to another
        report. The report tells its own acts in its sentences; items of a list are no captions."""
        if not self._told or sentence.stop - sentence.first >= _LINE or self.stopped(sentence):
            return False
        return self.page.tokens[sentence.first].form not in _ITEMS

    def _count_tellings(self) -> None:
        """Tell every trigger how often its type and row stood before it in the report."""
        types: Counter[str] = Counter()
        rows: Counter[str] = Counter()
        for sentence in self.sentences:
            for trigger in sentence.triggers:
                trigger.type_before, trigger.row_before = types[trigger.sense.type], rows[trigger.sense.row]
                types[trigger.sense.type] += 1
                rows[trigger.sense.row] += 1

    def numbers_near(self, trigger: Trigger) -> Sequence[tuple[int, int, Span]]:
        """The numbers that begin within three words behind a trigger."""
        return within(self.numbers, trigger.last + 1, trigger.last + 4)

    @property
    def has_body(self) -> bool:
        """Whether the report has sentences that are no mere lines."""
        return self._body_from >= 0

    def told_after(self, sentence: Sentence) -> bool:
        """Whether acts are told in longer sentences behind: a line without a full stop before them is a headline."""
        return self._body_from > sentence.index

    def is_cue(self, trigger: Trigger) -> bool:
        """Whether the trigger is itself a word of saying here."""
        return trigger.start in self._cues

    def says(self, token: int) -> bool:
        """Whether ``token`` is a word of saying."""
        return self.page.tokens[token].start in self._cues

    def is_verb(self, token: int) -> bool:
        """Whether ``token`` reads as a verb that the lexicon knows."""
        return self._verbs.read(self.page.tokens[token].form) is not None

    def in_dateline(self, mention: Span) -> bool:
        """Whether a place only tells where the report was written («بغداد (رويترز) -»)."""
        return mention.start in self._datelined

    def has_object(self, token: int) -> bool:
        """Whether ``token`` reads as a verb with a pronoun as its object («شنه», «حاصرهم»)."""
        word = self.page.tokens[token]
        verb = self._verbs.read(word.form)
        if verb is None or "ة" in self.page.text[word.start : word.end]:  # «إصابة» is no «أصابه»
            return False
        return verb.enclitic in ("ه", "ها", "هم", "هما") and verb.form.number == "s"

    def said(self, offset: int) -> Utterance | None:
        """The innermost act of speaking whose words hold ``offset``."""
        best: Utterance | None = None
        last = bisect_right(self._said, offset, key=lambda u: u.start)
        for utterance in self._said[max(0, last - 20) : last]:
            if offset < utterance.end and (best is None or utterance.start >= best.start):
                best = utterance
        return best

    def next_speech(self, trigger: Trigger, stop: int) -> int:
        """The token before ``stop`` at which somebody begins to speak behind the trigger, else ``stop``."""
        end = self.page.tokens[stop - 1].end
        k = bisect_left(self._begins, trigger.end)
        if k == len(self._begins) or self._begins[k] >= end:
            return stop
        return max(trigger.last + 1, self.page.token_at(self._begins[k]))

    def speaks(self, candidate: Candidate) -> bool:
        """Whether the candidate stands in the noun phrase of a speaker."""
        k = bisect_right(self.speakers, (candidate.start, len(self.page.text))) - 1
        return k >= 0 and candidate.start < self.speakers[k][1]

    def sentence_index(self, token: int) -> int:
        """Index of the sentence that holds ``token``."""
        return max(0, bisect_right(self._sentence_firsts, token) - 1)

    def sentences_between(self, first: int, stop: int) -> list[Sentence]:
        """The sentences that hold any of the tokens ``first`` to ``stop``."""
        return self.sentences[self.sentence_index(first) : bisect_left(self._sentence_firsts, stop)]

    def noun_from(self, token: int) -> NounMention | None:
        """The first noun mention from ``token`` on."""
        k = bisect_left(self._noun_firsts, token)
        return self.nouns[k] if k < len(self.nouns) else None

    def nouns_between(self, first: int, stop: int) -> list[NounMention]:
        """The noun mentions that begin among tokens ``first`` to ``stop``."""
        return self.nouns[bisect_left(self._noun_firsts, first) : bisect_left(self._noun_firsts, stop)]

    def candidates_at(self, offset: int) -> list[Candidate]:
        """The candidates that begin at ``offset``."""
        first = max(0, self.page.token_at(offset))
        return [c for c in self.candidates_between(first, first + 1) if c.start == offset]

    def candidates_between(self, first: int, stop: int) -> list[Candidate]:
        """The candidates that begin among tokens ``first`` to ``stop``."""
        lo, hi = bisect_left(self._candidate_firsts, first), bisect_left(self._candidate_firsts, stop)
        return self.candidates[lo:hi]

    def rank_between(self, act: Act, candidate: Candidate) -> int:
        """How many candidates of the same sort stand between the trigger and ``candidate``; 3 for more."""
        lo, hi = sorted((act.trigger.first, candidate.first))
        between = self.candidates_between(lo, hi)
        return min(3, sum(c is not candidate and c.party == candidate.party for c in between))

    def follows_ordinal_word(self, stop: int) -> bool:
        """Whether «آخرون» or a form of it stands right behind token ``stop``."""
        return stop < len(self.page.tokens) and self.page.tokens[stop].form in OTHERS

    def place_in_order(self, mention: PlaceMention | TimeMention) -> int:
        """Which of the mentions of its room ``mention`` is."""
        return self._order[id(mention)]

    def _located(self, mention: PlaceMention | TimeMention) -> Located[Any]:
        return self.places if isinstance(mention, PlaceMention) else self.times

    def settings_before(self, mention: PlaceMention | TimeMention, act: Act) -> int:
        """How many mentions of the same room stand in the evidence before ``mention``."""
        return sum(m.start < mention.start for _, _, m in within(self._located(mention), act.first, act.stop))

    def any_inside(self, mention: PlaceMention | TimeMention, act: Act) -> bool:
        """Whether any mention of the same room stands in the evidence."""
        return bool(within(self._located(mention), act.first, act.stop))

    def chained(self, mention: PlaceMention | TimeMention) -> bool:
        """Whether another mention of the room begins within two words behind ``mention`` («بلدة … بريف …»)."""
        located = self._located(mention)
        k = self.place_in_order(mention)
        return k + 1 < len(located) and 0 <= located[k + 1][0] - located[k][1] <= 1

    def chains(self, mention: PlaceMention | TimeMention) -> bool:
        """Whether another mention of the room ends within two words before ``mention``."""
        located = self._located(mention)
        k = self.place_in_order(mention)
        return k > 0 and 0 <= located[k][0] - located[k - 1][1] <= 1
