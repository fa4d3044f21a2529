"""Speakers set off by a sign alone: headlines («المرصد: …»), the last word of a notice («… — مصادر محلية»), and the
nouns that tell of hearsay («أنباء عن …»)."""

from __future__ import annotations

from .beside import Chain, Sentence, further_source, place
from .lexis import Noun, Phrase
from .phrases import read_phrase
from .records import Speaker, Utterance
from .speakers import Speakers
from .stage import CLOSE_MARKS, Stage

_WITHIN = 20  # tokens of a sentence in which a headline's colon stands
_MARKS = ("—", "–", ":")
_TAIL = 9  # tokens behind the last mark of a notice


class Headlines:
    """Reads headlines, notices and hearsay of one report."""

    def __init__(self, stage: Stage, speakers: Speakers) -> None:
        self.stage = stage
        self.speakers = speakers

    def headline(self, sentence: Sentence) -> Utterance | None:
        """«المرصد: …»، «عاجل | كتائب …: …»، «وكالة … عن مصدر …: …» at the head of a sentence."""
        stage, first, stop = self.stage, sentence.first, sentence.stop
        head = stage.forms[first : min(stop, first + _WITHIN)]
        if ":" not in head:
            return None
        colon = first + head.index(":")
        for start in self._heads(first, colon):
            if any(self.stage.lexis.cue(self.stage.form(k)) for k in range(first, start)):
                continue  # «قال الوزير: …» is the verb's
            chain = self._chain(start, colon)
            if chain is not None:
                return Utterance(
                    cue=stage.page.span(stage.tokens[colon].start, stage.tokens[colon].end),
                    verb="clauses/headline",
                    frame="headline",
                    stance="neutral",
                    speakers=chain.speakers,
                    cues=chain.cues,
                    begin=stage.tokens[start].start,
                    start=stage.tokens[colon].end,
                    end=stage.tokens[stop - 1].end,
                    sentence=sentence.number,
                )
        return None

    def tail(self, sentence: Sentence) -> Utterance | None:
        """«… — مصادر محلية.»، «…: الهيئة …» at the end of a sentence: only a speaker behind the last mark."""
        stage, first, end = self.stage, sentence.first, sentence.stop
        while end > first and stage.tokens[end - 1].kind == "p":
            end -= 1
        back = range(end - 1, max(first + 3, end - _TAIL), -1)
        mark = next((k for k in back if stage.forms[k] in _MARKS), None)
        if mark is None or not stage.known(mark + 1) or stage.is_preposition(mark + 1):
            return None
        phrase = read_phrase(stage, mark + 1, end)
        if phrase is None or phrase.last != end - 1:
            return None
        chain = Chain((self.speakers.of_phrase(phrase, end),), (None,), phrase.last)
        cue = stage.page.span(stage.tokens[mark].start, stage.tokens[mark].end)
        return place(stage, sentence, chain, cue, "clauses/tail", mark)

    def hearsay(self, i: int, sentence: Sentence) -> Utterance | None:
        """«أنباء عن …»، «ادعاءات إسرائيلية بـ…» at token ``i`` without a verb."""
        stage, stop = self.stage, sentence.stop
        form = stage.form(i)
        cut = 0 if form in stage.lexis.hearsay else 1
        row = stage.lexis.hearsay.get(form[cut:]) if cut == 0 or form[:1] in ("و", "ل") else None
        if row is None:
            return None
        noun, phrase = row
        k = i + 1
        while k < min(stop, i + 4) and not self._about(k, phrase):
            k += 1
        if k >= stop or not self._about(k, phrase):
            return None
        token = stage.tokens[i]
        span = stage.page.span(stage.page.folded.original(token.fstart + cut), stage.tokens[k - 1].end)
        return Utterance(
            cue=span,
            verb=noun.address,
            frame="object",
            stance=phrase.stance,
            speakers=(self._teller(i, k, noun, span.start, span.end),),
            cues=(span,),
            begin=token.start,
            start=stage.tokens[k].end if stage.form(k) == "عن" else stage.tokens[k].start,
            end=stage.tokens[stop - 1].end,
            sentence=sentence.number,
            sibling=False,
            form="hearsay",
        )

    def _about(self, k: int, phrase: Phrase) -> bool:
        """What is told begins at token ``k``: عن, behind allegations also ب."""
        form = self.stage.form(k)
        return form == "عن" or (form.startswith("ب") and phrase.stance != "neutral")

    def _teller(self, i: int, stop: int, noun: Noun, start: int, end: int) -> Speaker:
        """The party that an adjective names («ادعاءات إسرائيلية»), else the noun itself."""
        stage = self.stage
        mention = next((stage.mention_from[k] for k in range(i + 1, stop) if k in stage.mention_from), None)
        if mention is not None:
            return self.speakers.of_mention(mention)
        return Speaker(start, end, stage.page.text[start:end], None, noun.type or "anonymous", row=noun.address)

    def _chain(self, start: int, colon: int) -> Chain | None:
        """The speakers of a headline from ``start`` to its colon; None when more than them stands there."""
        stage = self.stage
        if not stage.known(start) or self._is_place(start) or stage.is_preposition(start):
            return None
        phrase = read_phrase(stage, start, colon)
        if phrase is None:
            return None
        speaker = self.speakers.of_phrase(phrase, colon)
        inner = further_source(stage, self.speakers, phrase.last + 1, colon)
        last = inner[1] if inner is not None else phrase.last
        aside = stage.is_preposition(last + 1) and stage.is_venue(last + 2)
        rest = (k for k in range(last + 1, colon) if stage.tokens[k].kind != "p")
        if not aside and not all(self._timed(k, last + 1, colon) for k in rest):
            return None
        speakers = (speaker, inner[0]) if inner is not None else (speaker,)
        return Chain(speakers, (None,) * len(speakers), last)

    def _heads(self, first: int, colon: int) -> list[int]:
        """Where a headline's speaker may begin: at its start, behind a bar or a word like «عاجل»."""
        stage = self.stage
        out = [first, *(k for k in range(first, colon) if stage.form(k) == "#")]
        out += [k + 1 for k in range(first, colon) if stage.tokens[k].kind == "p" and stage.form(k) not in CLOSE_MARKS]
        out += [k for k in range(first + 1, min(first + 3, colon)) if k not in out]
        return out

    def _timed(self, k: int, begin: int, stop: int) -> bool:
        times = self.stage.time_stop
        return any(j <= k < times[j] for j in range(begin, stop) if j in times)

    def _is_place(self, i: int) -> bool:
        """A capital or country alone before a colon is a dateline."""
        mention = self.stage.mention_from.get(i)
        if mention is None or mention.category not in ("state", "government"):
            return False
        return any(place.start <= mention.start < place.end for place in self.stage.scene.places)
