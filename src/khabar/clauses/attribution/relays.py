"""Verbs whose subject only passes on what another says: «نقلت وكالة … عن مصدر … قوله إن …»."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from ...model import Span, Stance
from .beside import Chain, Sentence, place
from .phrases import read_phrase
from .records import Speaker, Utterance
from .speakers import Speakers
from .spot import RELATIVE_OBJECT, Spot
from .stage import COMMAS, THAT, Stage

_LIKE = frozenset(("كما", "مثلما", "وكما", "حسبما"))
_OF_HIM = frozenset("عنه عنها عنهم اليه اليها اليهم".split())
_WITHIN = 16  # tokens from the verb to «عن»
_AHEAD = 30  # tokens from the relayed speaker to what he says


class _Relayed(NamedTuple):
    """The relayed speaker, who relays if the phrase behind names him, the last token, the token of what is said."""

    outer: Speaker | None
    inner: Speaker
    last: int


class Relays:
    """Reads relaying verbs of one report."""

    def __init__(self, stage: Stage, speakers: Speakers) -> None:
        self.stage = stage
        self.speakers = speakers

    def read(self, spot: Spot, before: Speaker | None) -> Utterance | None:
        """The utterance of a relaying verb; None when nobody is relayed. ``before`` is a subject named before it."""
        stage = self.stage
        found = self.chain(spot) or self._alone(spot)
        if found is None:
            return None
        chain, at = found
        if all(self.stage.tokens[k].kind == "p" for k in range(max(at, chain.last + 1), spot.stop)):
            behind = self._trailing(spot, chain)
            if behind is not None or self.stage.form(spot.i - 1) not in RELATIVE_OBJECT:
                return behind
        before = before or self._understood(spot, chain)
        if len(chain.speakers) == 1 and before is not None:
            chain = chain._replace(speakers=(before, *chain.speakers), cues=(chain.cues[0], None))
        return Utterance(
            cue=stage.page.span(spot.offset(stage), stage.tokens[spot.i].end),
            verb=spot.cue.verb.address,
            frame="that",
            stance=chain.stance,
            speakers=chain.speakers,
            cues=chain.cues,
            begin=stage.tokens[spot.i].start,
            start=stage.tokens[at].start if stage.any_quote(at) else stage.tokens[min(at, spot.stop - 1)].end,
            end=stage.tokens[spot.stop - 1].end,
            sentence=spot.sentence,
            sibling=bool(spot.cue.cut),
        )

    def _trailing(self, spot: Spot, chain: Chain) -> Utterance | None:
        """«…، كما نقلت عنه وكالة …»: what is relayed stands before."""
        stage, opens = self.stage, spot.i - 1 if self.stage.form(spot.i - 1) in _LIKE else spot.i
        apart = opens < spot.i or stage.form(opens - 1) in COMMAS
        if not apart or all(stage.tokens[k].kind == "p" for k in range(spot.first, opens)):
            return None
        cue = stage.page.span(spot.offset(stage), stage.tokens[spot.i].end)
        return place(stage, Sentence(*spot[2:]), chain, cue, spot.cue.verb.address, opens)

    def _alone(self, spot: Spot) -> tuple[Chain, int] | None:
        """An outlet that relays, nobody said whose words: «كما نقلت وكالة …»، «نقلت وكالة … أن …»."""
        stage, stop = self.stage, spot.stop
        k = stage.skip(spot.i + 1, stop)
        if k >= stop or not stage.is_press(k) or not spot.cue.verb.address.endswith("/relay"):
            return None
        phrase = read_phrase(stage, k, stop)
        if phrase is None:
            return None
        behind = phrase.last + 1
        if stage.form(behind) not in THAT and stage.form(spot.i - 1) not in _LIKE:
            return None
        cue = stage.page.span(spot.offset(stage), stage.tokens[spot.i].end)
        speaker = self.speakers.of_phrase(phrase, stop, spot.cue.gender)
        return Chain((speaker,), (cue,), phrase.last, spot.cue.verb.stance), min(behind, stop - 1)

    def _understood(self, spot: Spot, chain: Chain) -> Speaker | None:
        """«ونقلت عن مصدر …»: the outlet that spoke last relays."""
        if len(chain.speakers) > 1 or not spot.cue.cut or self.stage.form(spot.i + 1) != "عن":
            return None
        last = self.speakers.last(spot.cue.gender)
        fits = last is not None and last.type == "media" and spot.cue.gender in (last.gender or "f", "")
        return last if fits else None

    def chain(self, spot: Spot) -> tuple[Chain, int] | None:
        """The chain of a relaying verb, and the token with which what is said begins."""
        stage, stop = self.stage, spot.stop
        sign = "الي" if spot.cue.verb.address.endswith("/attribute_to") else "عن"
        within = range(spot.i + 1, min(stop, spot.i + _WITHIN))
        particle = next((k for k in within if stage.form(k) == sign or stage.form(k) in _OF_HIM), None)
        if particle is None:
            return None
        found = self._of_him(spot, particle) if stage.form(particle) != sign else self._named(spot, particle)
        if found is None:
            return None
        at = self._content(found.last + 1, stop) or min(found.last + 1, stop - 1)
        cue = stage.page.span(spot.offset(stage), stage.tokens[spot.i].end)
        noun, stance = self._saying(found.last + 1, min(at, stop), spot)
        if found.outer is None:
            return Chain((found.inner,), (noun or cue,), found.last, stance), at
        inner = found.inner
        if not found.outer.own:
            self.speakers.hear(found.outer)
            inner = msgspec.structs.replace(inner, via=(msgspec.structs.replace(found.outer, cue=None),))
        return Chain((found.outer, inner), (cue, noun), found.last, stance), at

    def _named(self, spot: Spot, particle: int) -> _Relayed | None:
        """«نقلت وكالة … عن مصدر …»."""
        stage, stop = self.stage, spot.stop
        content = self._content(particle + 1, stop)
        if not content and not stage.known(particle + 1):
            return None
        outer, apart = self._subject(spot, particle)
        phrase = None if apart else read_phrase(stage, particle + 1, content or stop)
        if phrase is None:
            return None
        return _Relayed(outer, self.speakers.of_phrase(phrase, content or stop), phrase.last)

    def _of_him(self, spot: Spot, particle: int) -> _Relayed | None:
        """«نقلت عنه وكالة … قوله»: who is relayed spoke before."""
        stage, stop = self.stage, spot.stop
        inner = self.speakers.last()
        outer, apart = self._subject(spot, particle)
        if inner is None or apart:
            return None
        after = stage.skip(particle + 1, stop)
        phrase = read_phrase(stage, after, stop) if outer is None and stage.known(after) else None
        if phrase is None:
            return _Relayed(outer, inner, particle)
        return _Relayed(self.speakers.of_phrase(phrase, stop, spot.cue.gender), inner, phrase.last)

    def _subject(self, spot: Spot, particle: int) -> tuple[Speaker | None, bool]:
        """Who relays, between verb and ``particle``; True when something else stands there («نقل الجرحى …»)."""
        stage = self.stage
        k = stage.skip(spot.i + 1, particle)
        phrase = read_phrase(stage, k, particle) if k < particle else None
        if phrase is None:
            return None, False
        if not phrase.known and phrase.last < particle - 2:
            return None, True
        return self.speakers.of_phrase(phrase, particle, spot.cue.gender), False

    def _saying(self, k: int, stop: int, spot: Spot) -> tuple[Span | None, Stance]:
        """«قوله»، «نفيه» before what is said: the word, and its stance in place of the verb's."""
        stage = self.stage
        for j in range(k, stop):
            word = stage.lexis.cue(stage.form(j))
            if word is not None and word.form == "noun":
                token = stage.tokens[j]
                return stage.page.span(token.start, token.end), word.verb.stance
        return None, spot.cue.verb.stance

    def _content(self, k: int, stop: int) -> int:
        """The token with which what is said begins: أن, a colon, an opening quotation; 0 when none is near."""
        stage = self.stage
        for j in range(k, min(stop, k + _AHEAD)):
            if stage.form(j) in THAT or stage.form(j) == ":" or stage.direct_quote(j):
                return j
        return 0
