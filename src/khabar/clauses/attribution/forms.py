"""Attribution by a preposition: «بحسب …»، «وفق ما أفادت به …»، «على حد زعمه»."""

from __future__ import annotations

import msgspec

from ...model import Span
from ...text import Match
from .beside import Chain, Sentence, further_source, place
from .lexis import Cue, Phrase
from .phrases import read_phrase
from .records import Speaker, Utterance
from .relays import Relays
from .speakers import Speakers
from .spot import Spot
from .stage import FURTHER, Stage

_WHAT = frozenset(("ما", "لما", "بما"))
_PRONOUNS = ("هما", "هم", "ها", "ه")


class Forms:
    """Reads the prepositions that attribute in one report."""

    def __init__(self, stage: Stage, speakers: Speakers, relays: Relays) -> None:
        self.stage = stage
        self.speakers = speakers
        self.relays = relays

    def read(self, match: Match[Phrase], sentence: Sentence) -> Utterance | None:
        """The attribution that a speaker's preposition opens; None when no speaker follows."""
        stage, row = self.stage, match.value
        k = match.last + 1
        if k >= sentence.stop:
            return None
        cue, address = stage.page.span(match.start, match.end), row.address
        chain = self._pronoun(match, cue, sentence)
        if chain is None and (stage.form(k) in _WHAT or stage.form(match.last).endswith("ما")):
            i = k + 1 if stage.form(k) in _WHAT else k
            word = stage.lexis.cue(stage.form(i))
            if word is None:
                return self._in_paper(i, match.first, sentence)
            cue = stage.page.span(stage.tokens[i].start, stage.tokens[i].end)
            address = word.verb.address
            chain = self._as_said(i, word, cue, sentence)
        elif chain is None:
            chain = self._named(k, row, cue, sentence)
        if chain is None:
            return None
        joined = match.reading.procs.startswith("و")
        return place(stage, sentence, chain, cue, address, match.first, joined=joined)

    def _named(self, k: int, row: Phrase, cue: Span, sentence: Sentence) -> Chain | None:
        """«بحسب المرصد»: a speaker named at token ``k``."""
        stage, stop = self.stage, sentence.stop
        if row.to and not stage.form(k).startswith("ل"):
            return None
        quoted = stage.short_quote(k) > 0
        phrase = read_phrase(stage, k, stop) if row.sure or quoted or stage.known(k) else None
        if phrase is None:
            return None
        speaker = self.speakers.of_phrase(phrase, stop)
        unknown = speaker.type == "person" and speaker.actor_id is None and phrase.head is None
        if unknown and not row.sure:
            if not quoted:
                return None
            speaker = msgspec.structs.replace(speaker, type="media")
        fellow, last = self.speakers.with_fellow(phrase, msgspec.structs.replace(speaker, via=()), stop)
        return Chain((*fellow.via, fellow), (*(None for _ in fellow.via), cue), last, row.stance)

    def _pronoun(self, match: Match[Phrase], cue: Span, sentence: Sentence) -> Chain | None:
        """«على حد زعمه»، «حسب تعبيرهم»: the pronoun is whoever speaks there."""
        stage, here = self.stage, sentence.here
        for k in (match.last, match.last + 1):
            row = self._with_pronoun(stage.form(k))
            if row is not None:
                speaker = here[-1].speaker if here else self._first_named(match.first) or self.speakers.last()
                return Chain((speaker,), (cue,), k, row.stance) if speaker is not None else None
        return None

    def _with_pronoun(self, form: str) -> Phrase | None:
        """The row of «زعمه»، «روايتهم»: a word for what somebody says, with his pronoun on it."""
        for tail in _PRONOUNS:
            stem = form[: -len(tail)]
            if form.endswith(tail) and stem:
                found = self.stage.lexis.distance
                return found.get(stem) or (found.get(stem[:-1] + "ه") if stem.endswith("ت") else None)
        return None

    def _first_named(self, i: int) -> Speaker | None:
        """The party named first in the sentence before token ``i``."""
        page, offset = self.stage.page, self.stage.tokens[i].start
        start = page.sentences[page.sentence_at(offset)][0]
        first, stop = page.token_range(start, offset)
        named = (self.stage.mention_from[k] for k in range(first, stop) if k in self.stage.mention_from)
        mention = next(named, None)
        return self.speakers.of_mention(mention) if mention is not None else None

    def _as_said(self, i: int, cue: Cue, span: Span, sentence: Sentence) -> Chain | None:
        """«(وفق) ما أفادت به مصادر»، «ما نقلته وكالة … عن …» with the verb at token ``i``."""
        stage, stop, stance = self.stage, sentence.stop, cue.verb.stance
        if cue.verb.relays:
            relayed = self.relays.chain(Spot(i, cue._replace(cut=0), *sentence))
            if relayed is not None:
                return relayed[0]._replace(stance=stance)
        k = stage.skip(i + 1, stop)
        if stage.form(k) in FURTHER:
            k = stage.skip(k + 1, stop)
        phrase = read_phrase(stage, k, stop) if k < stop and not stage.is_preposition(k) else None
        last = phrase.last if phrase is not None else k - 1
        speaker = (
            self.speakers.of_phrase(phrase, stop, cue.gender) if phrase is not None else self.speakers.last(cue.gender)
        )
        if speaker is None:
            return None
        inner = further_source(stage, self.speakers, last + 1, stop)
        if inner is not None:
            return Chain((speaker, inner[0]), (span, None), inner[1], stance)
        told = self._told(last + 1, stop) if not speaker.via else None
        if told is not None:
            speaker = msgspec.structs.replace(speaker, via=(told[0],))
            last = told[1]
        return Chain((*speaker.via, speaker), (*(v.cue for v in speaker.via), span), last, stance)

    def _in_paper(self, i: int, opens: int, sentence: Sentence) -> Utterance | None:
        """«كما جاء في بيان …»، «ما ورد على لسان …»."""
        stage = self.stage
        for k in range(i, min(i + 3, sentence.stop)):
            for match in stage.lexis.prepositions.at(stage.page, k):
                found = self.read(match, sentence)
                if found is not None:
                    found.begin = stage.tokens[opens].start
                    return found
        return None

    def _told(self, k: int, stop: int) -> tuple[Speaker, int] | None:
        """«… لوكالة …» behind the one who tells: the outlet that passes it on."""
        stage = self.stage
        if k >= stop or not stage.is_press(k) or stage.bound(k)[-1:] != "ل":
            return None
        phrase = read_phrase(stage, k, stop)
        outer = self.speakers.of_phrase(phrase, stop) if phrase is not None else None
        if phrase is None or outer is None or outer.own or outer.type != "media":
            return None
        return outer, phrase.last
