"""Attribution without a main verb of saying: «بحسب …»، «وفق ما نقلته … عن …»، headlines, «أنباء عن …», and the verb
that only relays («نقلت … عن …»)."""

from __future__ import annotations

import msgspec

from ...model import Span, Stance
from ...text import Match
from .lexis import Cue, Phrase
from .phrases import read_phrase
from .records import Speaker, Utterance
from .speakers import Speakers
from .stage import CLOSE_MARKS, COMMAS, THAT, Stage

_WHAT = frozenset(("ما", "لما", "بما"))
_FURTHER = frozenset("به بها عنه عنها اليه اليها فيه فيها عليه له لها عليها".split())


class Forms:
    """Reads the verbless and relaying forms of one report."""

    def __init__(self, stage: Stage, speakers: Speakers) -> None:
        self.stage = stage
        self.speakers = speakers
        self._joined = False
        self._stance: Stance = "neutral"

    # «بحسب …»

    def preposition(
        self, match: Match[Phrase], first: int, stop: int, here: list[Utterance], sentence: int
    ) -> Utterance | None:
        """The attribution that a speaker's preposition opens; None when no speaker follows."""
        stage, row = self.stage, match.value
        self._joined = match.reading.procs.startswith("و")
        cue = stage.page.span(match.start, match.end)
        k = match.last + 1
        if k >= stop:
            return None
        distanced = self._pronoun_form(match, here)
        if distanced is not None:
            speaker, stance, end = distanced
            return self._placed(cue, row.address, stance, (speaker,), (cue,), match.first, end, first, stop, sentence)
        what = stage.form(k) in _WHAT or stage.form(match.last).endswith("ما")
        if what:
            verb_at = k + 1 if stage.form(k) in _WHAT else k
            return self._as_said(verb_at, match.first, first, stop, sentence)
        if row.to and not stage.form(k).startswith("ل"):
            return None
        named = stage.short_quote(k) > 0
        if not (row.sure or named or stage.known(k)):
            return None
        phrase = read_phrase(stage, k, stop)
        if phrase is None:
            return None
        speaker = self.speakers.of_phrase(phrase, stop)
        if speaker.type == "person" and speaker.actor_id is None and phrase.head is None and not row.sure:
            if not named:
                return None
            speaker = msgspec.structs.replace(speaker, type="media")
        return self._placed(
            cue, row.address, row.stance, (speaker,), (cue,), match.first, phrase.last, first, stop, sentence
        )

    def _pronoun_form(self, match: Match[Phrase], here: list[Utterance]) -> tuple[Speaker, str, int] | None:
        """«على حد زعمه»، «حسب تعبيرهم»: the pronoun is whoever speaks there."""
        stage = self.stage
        for k in (match.last, match.last + 1):
            form = stage.form(k)
            for tail in ("هما", "هم", "ها", "ه"):
                row = stage.lexis.distance.get(form[: -len(tail)]) if form.endswith(tail) else None
                if row is None:
                    continue
                speaker = here[-1].speaker if here else self._nearest(match.first) or self.speakers.last()
                return (speaker, row.stance, k) if speaker is not None else None
        return None

    def _nearest(self, i: int) -> Speaker | None:
        """The party named first in the sentence before token ``i``."""
        page = self.stage.page
        start = page.sentences[page.sentence_at(self.stage.tokens[i].start)][0]
        for mention in self.stage.scene.actors:
            if start <= mention.start < self.stage.tokens[i].start:
                return self.speakers.of_mention(mention)
        return None

    def _as_said(self, i: int, opens: int, first: int, stop: int, sentence: int) -> Utterance | None:
        """«(وفق) ما أفادت به مصادر»، «ما نقلته وكالة … عن …» with the verb at token ``i``."""
        stage = self.stage
        cue = stage.lexis.cue(stage.form(i))
        if cue is None:
            return self._in_paper(i, opens, first, stop, sentence)
        span = stage.page.span(stage.tokens[i].start, stage.tokens[i].end)
        if cue.verb.relays:
            relayed = self._relayed(i, cue, stop)
            if relayed is None:
                return None
            speakers, cues, last, _ = relayed
            return self._placed(span, cue.verb.address, cue.verb.stance, speakers, cues, opens, last, first, stop, sentence)
        k = stage.skip(i + 1, stop)
        if stage.form(k) in _FURTHER:
            k = stage.skip(k + 1, stop)
        phrase = read_phrase(stage, k, stop) if k < stop and not self._plain_preposition(k) else None
        if phrase is None:
            speaker = self.speakers.last(cue.gender)
            last = k - 1
        else:
            speaker = self.speakers.of_phrase(phrase, stop, cue.gender)
            last = phrase.last
        if speaker is None:
            return None
        inner = self._further_source(last + 1, stop)
        speakers: tuple[Speaker, ...] = (speaker, inner[0]) if inner is not None else (*speaker.via, speaker)
        last = inner[1] if inner is not None else last
        cues: tuple[Span | None, ...] = (span, None) if inner is not None else (*(v.cue for v in speaker.via), span)
        told = self._told(last + 1, stop) if inner is None and not speaker.via else None
        if told is not None:
            speaker = msgspec.structs.replace(speaker, via=(told[0],))
            speakers, cues, last = (told[0], speaker), (None, span), told[1]
        return self._placed(span, cue.verb.address, cue.verb.stance, speakers, cues, opens, last, first, stop, sentence)

    def _in_paper(self, i: int, opens: int, first: int, stop: int, sentence: int) -> Utterance | None:
        """«كما جاء في بيان …»، «ما ورد على لسان …»."""
        stage = self.stage
        for k in range(i, min(i + 3, stop)):
            for match in stage.lexis.prepositions.at(stage.page, k):
                found = self.preposition(match, first, stop, [], sentence)
                if found is not None:
                    found.begin = stage.tokens[opens].start
                    return found
        return None

    def _plain_preposition(self, k: int) -> bool:
        return self.stage.is_preposition(k)

    def _further_source(self, k: int, stop: int) -> tuple[Speaker, int] | None:
        """«… عن المرصد»، «… من ثلاثة ضباط» behind the one who tells: whom he has it from."""
        stage = self.stage
        if k + 1 < stop and stage.form(k) in ("عن", "من") and stage.known(k + 1):
            phrase = read_phrase(stage, k + 1, stop)
            if phrase is not None:
                return self.speakers.of_phrase(phrase, stop), phrase.last
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

    # «نقلت … عن …»

    def relay(
        self, i: int, cue: Cue, first: int, stop: int, sentence: int, before: Speaker | None
    ) -> Utterance | None:
        """«نقلت وكالة … عن مصدر … قوله إن …»; None when nobody is relayed. ``before`` is a subject named before the
        verb."""
        stage = self.stage
        found = self._relayed(i, cue, stop)
        if found is None:
            return None
        speakers, cues, _, at = found
        if len(speakers) == 1 and before is not None:
            speakers, cues = (before, *speakers), (cues[0], None)
        start = stage.page.folded.original(stage.tokens[i].fstart + cue.cut) if cue.cut else stage.tokens[i].start
        span = stage.page.span(start, stage.tokens[i].end)
        begin = stage.tokens[at].start if stage.any_quote(at) else stage.tokens[min(at, stop - 1)].end
        return Utterance(
            cue=span, verb=cue.verb.address, frame="that", stance=self._stance, speakers=speakers, cues=cues,
            begin=stage.tokens[i].start, start=begin, end=stage.tokens[stop - 1].end, sentence=sentence,
            sibling=bool(cue.cut),
        )  # fmt: skip

    def _relayed(
        self, i: int, cue: Cue, stop: int
    ) -> tuple[tuple[Speaker, ...], tuple[Span | None, ...], int, int] | None:
        """(speakers, cues, last token of the relayed one, token where what he says begins)."""
        stage = self.stage
        sign = "الي" if cue.verb.address.endswith("/attribute_to") else "عن"
        wanted = (sign, "عنه", "عنها", "عنهم", "اليه", "اليها", "اليهم")
        particle = next((k for k in range(i + 1, min(stop, i + 16)) if stage.form(k) in wanted), None)
        if particle is None:
            return None
        if stage.form(particle) == sign and not (stage.known(particle + 1) or self._content(particle + 1, stop)):
            return None
        k = stage.skip(i + 1, particle)
        speakers: list[Speaker] = []
        start = stage.page.folded.original(stage.tokens[i].fstart + cue.cut) if cue.cut else stage.tokens[i].start
        span = stage.page.span(start, stage.tokens[i].end)
        if k < particle:
            outer = read_phrase(stage, k, particle)
            if outer is not None and not outer.known and outer.last < particle - 2:
                return None
            if outer is not None:
                speakers.append(self.speakers.of_phrase(outer, particle, cue.gender))
        if stage.form(particle) != sign:
            before = self.speakers.last()
            if before is None:
                return None
            speakers.append(before)
            last = particle
            after = stage.skip(particle + 1, stop)
            phrase = read_phrase(stage, after, stop) if not speakers[:-1] and stage.known(after) else None
            if phrase is not None:
                speakers.insert(0, self.speakers.of_phrase(phrase, stop, cue.gender))
                last = phrase.last
        else:
            limit = self._content(particle + 1, stop) or stop
            source = read_phrase(stage, particle + 1, limit)
            if source is None:
                return None
            speakers.append(self.speakers.of_phrase(source, limit))
            last = source.last
        self._stance = cue.verb.stance
        cues: list[Span | None] = [None] * len(speakers)
        cues[0] = span
        at = self._content(last + 1, stop) or min(last + 1, stop - 1)
        for k in range(last + 1, min(at, stop)):
            word = stage.lexis.cue(stage.form(k))
            if word is not None and word.form == "noun":
                self._stance = word.verb.stance
                token = stage.tokens[k]
                cues[-1] = stage.page.span(token.start, token.end)
        if len(speakers) > 1 and not speakers[0].own:
            self.speakers.hear(speakers[0])
            outer = msgspec.structs.replace(speakers[0], cue=None)
            speakers[-1] = msgspec.structs.replace(speakers[-1], via=(outer,))
        return tuple(speakers), tuple(cues), last, at

    def _content(self, k: int, stop: int) -> int:
        """The token with which what is said begins: أن, a colon, an opening quotation; 0 when none is near."""
        stage = self.stage
        for j in range(k, min(stop, k + 30)):
            if stage.form(j) in THAT or stage.form(j) == ":" or stage.direct_quote(j):
                return j
        return 0

    # Headlines and hearsay.

    def headline(self, first: int, stop: int, sentence: int) -> Utterance | None:
        """«المرصد: …»، «عاجل | كتائب …: …»، «وكالة … عن مصدر …: …» at the head of a sentence."""
        stage = self.stage
        colon = next((k for k in range(first, min(stop, first + 20)) if stage.form(k) == ":"), None)
        if colon is None:
            return None
        for start in self._heads(first, colon):
            if not stage.known(start) or self._is_place(start) or stage.is_preposition(start):
                continue
            phrase = read_phrase(stage, start, colon)
            if phrase is None:
                continue
            speaker = self.speakers.of_phrase(phrase, colon)
            inner = self._further_source(phrase.last + 1, colon)
            last = inner[1] if inner is not None else phrase.last
            aside = stage.is_preposition(last + 1) and stage.is_venue(last + 2)
            if not aside and any(
                stage.tokens[k].kind != "p" and not self._timed(k, last + 1, colon) for k in range(last + 1, colon)
            ):
                continue
            speakers = (speaker, inner[0]) if inner is not None else (speaker,)
            mark = stage.page.span(stage.tokens[colon].start, stage.tokens[colon].end)
            return Utterance(
                cue=mark, verb="clauses/headline", frame="headline", stance="neutral", speakers=speakers,
                cues=(None,) * len(speakers), begin=stage.tokens[start].start, start=stage.tokens[colon].end,
                end=stage.tokens[stop - 1].end, sentence=sentence, sibling=True,
            )  # fmt: skip
        return None

    def _heads(self, first: int, colon: int) -> list[int]:
        """Where a headline's speaker may begin: at its start, behind a bar or a word like «عاجل»."""
        stage = self.stage
        out = [first, *(k for k in range(first, colon) if stage.form(k) == "#")]
        out += [k + 1 for k in range(first, colon) if stage.tokens[k].kind == "p" and stage.form(k) not in CLOSE_MARKS]
        out += [k for k in range(first + 1, min(first + 3, colon)) if k not in out]
        return out

    def _timed(self, k: int, begin: int, stop: int) -> bool:
        return any(j <= k < self.stage.time_stop[j] for j in range(begin, stop) if j in self.stage.time_stop)

    def _is_place(self, i: int) -> bool:
        """A capital or country alone before a colon is a dateline."""
        mention = self.stage.mention_from.get(i)
        return mention is not None and mention.category in ("state", "government") and any(
            place.start <= mention.start < place.end for place in self.stage.scene.places
        )

    def tail(self, first: int, stop: int, sentence: int) -> Utterance | None:
        """«… — مصادر محلية.»، «…: الهيئة …» at the end of a sentence: only a speaker behind the last mark."""
        stage = self.stage
        end = stop
        while end > first and stage.tokens[end - 1].kind == "p":
            end -= 1
        mark = next((k for k in range(end - 1, max(first + 3, end - 9), -1) if stage.form(k) in ("—", "–", ":")), None)
        if mark is None or not stage.known(mark + 1) or stage.is_preposition(mark + 1):
            return None
        phrase = read_phrase(stage, mark + 1, end)
        if phrase is None or phrase.last != end - 1:
            return None
        speaker = self.speakers.of_phrase(phrase, end)
        span = stage.page.span(stage.tokens[mark].start, stage.tokens[mark].end)
        return self._placed(span, "clauses/tail", "neutral", (speaker,), (None,), mark, phrase.last, first, stop, sentence)

    def hearsay(self, i: int, first: int, stop: int, sentence: int) -> Utterance | None:
        """«أنباء عن …»، «ادعاءات إسرائيلية بـ…» without a verb."""
        stage = self.stage
        form = stage.form(i)
        row = stage.lexis.hearsay.get(form) or (stage.lexis.hearsay.get(form[1:]) if form[:1] in "ول" else None)
        if row is None:
            return None
        noun, phrase = row
        mention = None
        k = i + 1
        while k < min(stop, i + 4) and stage.form(k) != "عن" and not stage.form(k).startswith("ب"):
            mention = mention or stage.mention_from.get(k)
            k += 1
        if k >= stop or not (stage.form(k) == "عن" or (stage.form(k).startswith("ب") and phrase.stance != "neutral")):
            return None
        token = stage.tokens[i]
        cut = len(form) - len(form[1:]) if form not in stage.lexis.hearsay else 0
        span = stage.page.span(token.start + cut, stage.tokens[k - 1].end)
        if mention is not None:
            speaker = self.speakers.of_mention(mention)
        else:
            speaker = Speaker(span.start, span.end, span.text, None, noun.type or "anonymous", row=noun.address)
        return Utterance(
            cue=span, verb=noun.address, frame="object", stance=phrase.stance, speakers=(speaker,), cues=(span,),
            begin=token.start, start=stage.tokens[k].end if stage.form(k) == "عن" else stage.tokens[k].start,
            end=stage.tokens[stop - 1].end, sentence=sentence, sibling=False,
        )  # fmt: skip

    def _placed(
        self, cue: Span, row: str, stance: str, speakers: tuple[Speaker, ...], cues: tuple[Span | None, ...],
        opens: int, last: int, first: int, stop: int, sentence: int,
    ) -> Utterance:  # fmt: skip
        """An attribution beside its clause: before it at the head of a sentence, else behind it."""
        stage = self.stage
        opening = all(stage.tokens[k].kind == "p" for k in range(first, opens))
        behind = stage.skip(last + 1, stop)
        leads = opening or stage.form(behind).startswith(("فان", "فقد")) or (
            self._joined and stage.form(opens - 1) in COMMAS
        )
        if leads:
            start, end, frame = stage.tokens[min(behind, stop - 1)].start, stage.tokens[stop - 1].end, "leading"
        else:
            start, end, frame = stage.tokens[first].start, stage.tokens[stop - 1].end, "trailing"
        return Utterance(
            cue=cue, verb=row, frame=frame, stance=stance, speakers=speakers, cues=cues,  # type: ignore[arg-type]
            begin=stage.tokens[opens].start, start=start, end=end, sentence=sentence, sibling=True,
        )  # fmt: skip
