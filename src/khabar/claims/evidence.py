"""Evidence: how far the clause that carries a claim reaches, in whole segments around its trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clauses.segments import Bond, Segment
from ..text import Token
from . import boundary, opening
from .boundary import OPENERS
from .linear import Linear
from .located import within
from .story import Sentence, Story
from .triggers import Trigger

if TYPE_CHECKING:
    from .arguments import Candidate

_REACH = 8


def extent(
    story: Story, sentence: Sentence, trigger: Trigger, heads: set[int], scorer: Linear, opener: Linear
) -> tuple[int, int]:
    """(first, stop) tokens of the evidence of ``trigger``; ``heads`` are the first tokens of what carries claims."""
    k = sentence.segment_of(trigger.first)
    lo = hi = k
    while lo > 0 and k - lo < _REACH:
        if _taken(sentence, trigger, lo - 1, heads) or (
            sentence.segments[lo].bond in (Bond.VERB, Bond.NEW) and _any_before(sentence, lo, heads)
        ):
            break
        if not (_bound(sentence, lo, lo - 1) or _topic(story, sentence, trigger, lo - 1)) and (
            scorer.probability(boundary.features(story, sentence, trigger, lo, lo - 1, heads)) < 0.5
        ):
            break
        lo -= 1
    while hi + 1 < len(sentence.segments) and hi - k < _REACH:
        if _taken(sentence, trigger, hi + 1, heads):
            break
        awaited = _awaited(story, sentence, trigger, sentence.segments[hi].stop, hi + 1)
        if not (_bound(sentence, hi + 1, hi + 1) or awaited) and (
            scorer.probability(boundary.features(story, sentence, trigger, hi + 1, hi + 1, heads)) < 0.5
        ):
            break
        hi += 1
    first, stop = clipped(story, trigger, sentence.segments[lo].first, sentence.segments[hi].stop)
    return (opening.choose(story, sentence, trigger, first, heads, opener) if lo == k else first), stop


def _bound(sentence: Sentence, edge: int, beyond: int) -> bool:
    """Whether grammar binds the segment ``beyond`` the opening of segment ``edge``: a toll to its cause, an outcome to
    its act, a toll to another, an act to the verb that asks for it."""
    bond = sentence.segments[edge].bond
    toll = _tells_toll(sentence, beyond)
    if toll and bond in (Bond.CAUSE, Bond.RESULT):
        return True
    if beyond >= edge:
        return False
    if bond is Bond.VERB:  # «قتل ستة جنود، وجرح أربعة، بهجوم»
        return toll and _tells_toll(sentence, edge)
    return bond is Bond.COMMA and _suffers(sentence, sentence.segments[edge], sentence.segments[beyond])


def _tells_toll(sentence: Sentence, k: int) -> bool:
    segment = sentence.segments[k]
    return any(t.sense.toll and segment.first <= t.first < segment.stop for t in sentence.triggers)


def _suffers(sentence: Sentence, home: Segment, before: Segment) -> bool:
    """Whether the act named first behind a comma is what the verb before it asks for: «تعرضت القرية، …، للقصف»."""
    acts = [t for t in sentence.triggers if t.first == home.first and t.procs[:1] == "ل"]
    light = (c for c in sentence.cues if c.section == "light" and before.first <= c.first < before.stop)
    return bool(acts) and any(c.detail == "patient" for c in light)


def _taken(sentence: Sentence, trigger: Trigger, k: int, heads: set[int]) -> bool:
    """Whether segment ``k`` holds the word of another claim: its clause is not this one's."""
    segment = sentence.segments[k]
    return any(first != trigger.first and segment.first <= first < segment.stop for first in heads)


def _any_before(sentence: Sentence, k: int, heads: set[int]) -> bool:
    """Whether a claim's word stands before segment ``k``: what a verb or link opens there is its, not ours."""
    return any(first < sentence.segments[k].first for first in heads)


def _awaited(story: Story, sentence: Sentence, trigger: Trigger, stop: int, k: int) -> bool:
    """Whether segment ``k`` behind a comma brings the object that an active verb still lacks, at once or behind an
    aside: «قصفت القوات، بالمدفعية، الأحياء السكنية»."""
    form = trigger.sense.form
    if form is None or trigger.sense.toll or trigger.sense.voice == "passive" or trigger.enclitic:
        return False
    behind = _bare(story, trigger.last + 1, stop)
    if len(behind) > 1 or (behind and not behind[0].party):
        return False
    for segment in sentence.segments[k : k + 2]:
        if segment.bond is not Bond.COMMA:
            return False
        if _begins(story, segment.first, segment.stop) in ("thing", "party", "place"):
            return True
        if segment.stop - segment.first > _ASIDE or any(map(story.is_verb, range(segment.first, segment.stop))):
            return False
    return False


def _topic(story: Story, sentence: Sentence, trigger: Trigger, k: int) -> bool:
    """Whether segment ``k``, the one before a bare verb behind a comma or bracket, brings the verb's subject, at once
    or before an aside: «طائرة مسيّرة تركية، استهدفت»."""
    home = sentence.segments[sentence.segment_of(trigger.first)]
    verb = trigger.sense.form is not None or story.is_verb(trigger.first)
    if not verb or trigger.procs or home.bond not in (Bond.COMMA, Bond.SIGN):
        return False
    if any(story.page.tokens[i].form not in _BEFORE_VERB for i in range(home.first, trigger.first)):
        return False
    while k >= 0:
        segment = sentence.segments[k]
        verbal = any(map(story.is_verb, range(segment.first, segment.stop)))
        if segment.bond in (Bond.START, Bond.THAT, Bond.NEW):
            begins = _begins(story, segment.first + (segment.bond is Bond.THAT), segment.stop)
            named = begins == "number" or bool(_bare(story, segment.first, segment.stop))
            return not verbal and named and begins in ("thing", "party", "number", "other")
        if segment.bond is not Bond.RELATIVE and (verbal or segment.stop - segment.first > _ASIDE):
            return False
        k -= 1
    return False


_ASIDE = 7  # tokens of a phrase between commas, at most
_BEFORE_VERB = frozenset("قد لم لا ما كان كانت \" » ” ) ' - –".split())


def _bare(story: Story, first: int, stop: int) -> list[Candidate]:
    """Parties and nouns among the tokens that no preposition governs."""
    return [c for c in story.candidates_between(first, stop) if not c.nested and _free(story, c)]


def _free(story: Story, c: Candidate) -> bool:
    before = story.page.tokens[c.first - 1].form if c.first else ""
    return c.procs in ("", "ال", "و", "وال") and before not in OPENERS


def _begins(story: Story, first: int, stop: int) -> str:
    """What a segment begins with, signs aside: a number, place, party or time, a "thing" (noun), a verb, or "other"."""
    tokens = story.page.tokens
    while first < stop - 1 and tokens[first].kind == "p":
        first += 1
    for name, located in story.rooms:
        if any(j == first for j, _, _ in within(located, first, first + 1)):
            return name
    if story.candidates_between(first, first + 1):
        return "thing"
    if story.is_verb(first):
        return "verb"
    return "other"


def clipped(story: Story, trigger: Trigger, first: int, stop: int) -> tuple[int, int]:
    """The tokens ``first`` to ``stop`` less what stands outside the words of whoever tells of ``trigger``."""
    stop = min(stop, story.next_speech(trigger, stop))
    voice = story.voices.at(trigger.start)
    if voice is None:
        return first, stop
    end = voice.end
    if voice.frame == "trailing" and voice.cue.start >= trigger.end:
        at = story.page.token_at(voice.cue.start)
        if not any(at <= t.first < stop for t in story.sentences[story.sentence_index(at)].triggers):
            end = voice.cue.start  # nothing is told behind who says so
    start = voice.start
    if voice.frame == "object" and voice.sources and not trigger.enclitic:
        speaker = voice.sources[-1]
        if start <= speaker.start and speaker.end < trigger.start:
            start = speaker.end  # «أعلنت الوزارة | مقتل جنديين»
    lo, hi = story.page.token_range(start, end)
    first, stop = max(first, min(lo, trigger.first)), min(stop, max(hi, trigger.last + 1))
    return first, stop


def trimmed(story: Story, first: int, stop: int) -> tuple[int, int]:
    """Offsets of the tokens ``first`` to ``stop`` less the signs at both ends."""
    tokens = story.page.tokens
    while first < stop - 1 and tokens[first].kind == "p" and tokens[first].form not in '«“"(':
        first += 1
    while stop - 1 > first and tokens[stop - 1].kind == "p" and tokens[stop - 1].form not in "»”)":
        stop -= 1
    return tokens[first].start, tokens[_undangled(story, first, stop) - 1].end


def _undangled(story: Story, first: int, stop: int) -> int:
    """``stop`` before words that only lead to what stands behind the evidence: «حسب ما», «وذلك», «التي»."""
    tokens = story.page.tokens
    end = stop
    while end - 1 > first and (_dangles(story, tokens[end - 1]) or (end < stop and tokens[end - 1].kind == "p")):
        end -= 1
    return end


def _dangles(story: Story, token: Token) -> bool:
    """Whether a word only leads on; «علي» written with its dots is a man's name."""
    return token.form in _DANGLING and not (token.form == "علي" and story.page.text[token.end - 1] == "ي")


_DANGLING = frozenset(
    "حسب بحسب حسبما وفق وفقا ما كما فيما بينما حيث وذلك وقد قد و ان وان "
    "الذي التي والذي والتي بعد الي علي ممن من في".split()
)
