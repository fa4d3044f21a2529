"""Whom a noun phrase that speaks stands for: its party, its kind, or the one who spoke before."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

import msgspec

from ...model import ActorMention, SourceType
from .identity import Identity
from .lexis import Noun, bare_stems
from .naming import name_tokens
from .outlets import Outlet
from .phrases import NounPhrase, read_phrase
from .records import Speaker
from .stage import COMMAS, PREPOSITIONS, THAT, Stage

_REMEMBERED = 12
_SOURCE = "clauses_speech/speakers/source"
_ADJECTIVES = ("ي", "يه", "يون", "يين")  # «مصادر إسرائيلية وفلسطينية» are one


class Speakers:
    """Resolves noun phrases of one report to speakers and remembers who spoke."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.heard: list[Speaker] = []
        self._names: dict[str, Speaker] = {}
        self._outlet = Outlet(stage.scene.telling.context.outlet or "")
        self._identity = Identity(stage)

    def own_outlet(self, mention: ActorMention | None) -> bool:
        """The party is the outlet that publishes the report."""
        return mention is not None and self._outlet.has_id(mention.actor_id)

    def hear(self, speaker: Speaker) -> Speaker:
        """Remember ``speaker`` as the last who spoke."""
        self.heard.append(speaker)
        if len(self.heard) > _REMEMBERED:
            del self.heard[0]
        return speaker

    def last(self, gender: str = "") -> Speaker | None:
        """Who spoke last; of the given grammatical gender if one of the last three is."""
        for speaker in self.heard[:-4:-1]:
            if gender and speaker.gender and speaker.gender != gender:
                continue
            return speaker
        return self.heard[-1] if self.heard else None

    def of_phrase(self, phrase: NounPhrase, stop: int, gender: str = "") -> Speaker:
        """The speaker that ``phrase`` names; an apposition before token ``stop`` may tell for whom he speaks."""
        head, mention = phrase.head, phrase.mention
        if head is not None and head.section == "documents":
            return self.owner(phrase, stop) or self._paper(phrase, head, gender)
        if head is not None and head.role == "own":
            return self._reporter(phrase, mention, gender)
        if self.own_outlet(mention) or self._own_by_name(phrase):
            return self._make(phrase, mention.actor_id if mention else None, "media", gender, own=True)
        unnamed = self._identity.unnamed(phrase, mention)
        before = self._antecedent(phrase) if unnamed else self._of_that_state(phrase, mention)
        if before is not None:
            return self._again(phrase, before, gender)
        actor_id, kind = self._identity.of(phrase, mention)
        if actor_id is None and self._may_be_apposed(phrase):
            other = self._apposed(phrase, stop)
            if other is not None:
                actor_id, kind = other.actor_id, self._identity.of_mention(other)
        if actor_id is None:
            before = self._short_form(phrase)
            if before is not None:
                return self._again(phrase, before, gender)
        return self._still_passed_on(phrase, self._make(phrase, actor_id, kind, gender))

    def _of_that_state(self, phrase: NounPhrase, mention: ActorMention | None) -> Speaker | None:
        """«المسؤول الأمريكي»: the official of that state who spoke before."""
        short = phrase.last - phrase.first == 1 and self.stage.form(phrase.first).startswith("ال")
        if not short or phrase.head is None or phrase.head.role != "office" or mention is None:
            return None
        state = (mention.actor_id or "").partition(".")[0]
        heard = (s for s in reversed(self.heard) if s.row == phrase.head.address)
        return next((s for s in heard if (s.actor_id or "").partition(".")[0] == state), None)

    def _paper(self, phrase: NounPhrase, head: Noun, gender: str) -> Speaker:
        """Who speaks through a paper that nobody owns («البيان»): whoever spoke last, if the registry knows him under
        the paper's name; nobody for figures («الأرقام»)."""
        before = self._antecedent(phrase)
        if before is None:
            return self._make(phrase, None, "anonymous", gender, own=head.type is not None)
        if before.actor_id is None or before.actor_id.startswith("x:"):
            return before
        return self._again(phrase, before, gender)

    def _again(self, phrase: NounPhrase, before: Speaker, gender: str) -> Speaker:
        """``before`` under the words of ``phrase``."""
        start, end = self.stage.span(phrase.first, phrase.last)
        text = self.stage.page.text[start:end]
        return msgspec.structs.replace(
            before, start=start, end=end, text=text, gender=gender or before.gender, cue=None
        )

    def _still_passed_on(self, phrase: NounPhrase, speaker: Speaker) -> Speaker:
        """A speaker named again in short is still speaking to whom he spoke before."""
        if phrase.last - phrase.first > 1 or not speaker.stems:
            return speaker
        for before in reversed(self.heard):
            if before.actor_id == speaker.actor_id and before.stems >= {bare_stems(w)[-1] for w in self._words(phrase)}:
                return msgspec.structs.replace(speaker, via=before.via) if before.via else speaker
        return speaker

    def _words(self, phrase: NounPhrase) -> list[str]:
        stage = self.stage
        return [stage.form(i) for i in range(phrase.first, phrase.last + 1) if stage.tokens[i].kind in "wl"]

    def with_fellow(self, phrase: NounPhrase, who: Speaker, stop: int) -> tuple[Speaker, int]:
        """Who speaks together with ``who`` («مسعفون ومنقذون»), ``who`` before him in the chain, and the last token of
        what names them; ``who`` alone where nobody does."""
        stage, k = self.stage, phrase.last + 1
        while k < stop and stage.form(k) in COMMAS:
            k += 1
        form = stage.form(k)
        joined = k < stop and stage.bound(k).startswith("و") and stage.known(k)
        if not joined or form.endswith(_ADJECTIVES) or stage.lexis.cue(form) is not None:
            return who, phrase.last
        other = read_phrase(stage, k, stop)
        if other is None or (other.head is not None and other.head.section == "documents"):
            return who, phrase.last
        fellow = self.of_phrase(other, stop)
        if fellow.own or (fellow.actor_id is not None and fellow.actor_id == who.actor_id):
            return who, phrase.last
        return msgspec.structs.replace(fellow, via=(*who.via, who)), other.last

    def of_mention(self, mention: ActorMention, gender: str = "") -> Speaker:
        """The speaker that a party's mention alone names."""
        own = self.own_outlet(mention)
        return Speaker(
            mention.start, mention.end, mention.text, mention.actor_id, self._identity.of_mention(mention), own, gender
        )

    def _make(
        self, phrase: NounPhrase, actor_id: str | None, kind: SourceType, gender: str, *, own: bool = False
    ) -> Speaker:
        start, end = self.stage.span(phrase.first, phrase.last)
        stems = {stem for word in self._words(phrase) for stem in bare_stems(word) if len(stem) > 2}
        row = phrase.head.address if phrase.head else None
        text = self.stage.page.text[start:end]
        speaker = Speaker(start, end, text, actor_id, kind, own, gender, frozenset(stems), row)
        self._remember_names(phrase, speaker)
        return speaker

    def _remember_names(self, phrase: NounPhrase, speaker: Speaker) -> None:
        """A person's names stand for him later; an office with a party behind it makes him better known."""
        for i in name_tokens(self.stage, phrase):
            form = self.stage.form(i)
            if self._names.setdefault(form, speaker).actor_id is None and speaker.actor_id is not None:
                self._names[form] = speaker
            self.stage.names.add(form)

    def _reporter(self, phrase: NounPhrase, mention: ActorMention | None, gender: str) -> Speaker:
        """«مراسلنا»: the report itself; «مراسل رويترز» in another outlet's report: that agency."""
        actor_id = mention.actor_id if mention is not None else None
        foreign = (
            mention is not None
            and mention.category == "media"
            and not (actor_id or "x:").startswith("x:")
            and not self.own_outlet(mention)
        )
        return self._make(phrase, actor_id, "media", gender, own=not foreign)

    def _own_by_name(self, phrase: NounPhrase) -> bool:
        """An outlet, agency or network whose Arabic name has the consonants of the report's outlet."""
        head, mention = phrase.head, phrase.mention
        press = mention is not None and mention.category == "media"
        if head is not None and head.type not in ("media", "organisation"):
            return False
        if not press and head is None and not self.stage.short_quote(phrase.first):
            return False
        if mention is not None and not press and not (mention.actor_id or "x:").startswith("x:"):
            return False
        return self._outlet.named(self._words(phrase), least=2 if press else 3)

    def owner(self, phrase: NounPhrase, stop: int) -> Speaker | None:
        """Whose paper it is: «بيان للحرس الثوري»، «بيان صادر عن الوزارة»; None when nobody is named."""
        stage = self.stage
        for k in range(phrase.first + 1, min(stop, phrase.first + 6)):
            if stage.tokens[k].kind == "p" or k in stage.time_stop or stage.form(k) in THAT:
                return None
            if k in stage.mention_from or (stage.head(k) is not None and stage.head(k) != phrase.head):
                inner = read_phrase(stage, k, stop)
                return self.of_phrase(inner, stop) if inner is not None else None
        return None

    def _may_be_apposed(self, phrase: NounPhrase) -> bool:
        head = phrase.head
        if head is None or head.role == "office":
            return True
        return head.section != "documents" and head.type in ("party", "person")

    def _apposed(self, phrase: NounPhrase, stop: int) -> ActorMention | None:
        """The party in an apposition: «فلان، المتحدث باسم الجيش، …», also «فلان قائد لواء كذا»."""
        stage, i = self.stage, phrase.last + 1
        if phrase.brief and stage.form(i) not in COMMAS:
            return None
        opened = True
        while i < min(stop, len(stage.tokens)):
            form = stage.form(i)
            if form in COMMAS:
                opened = True
            elif opened and (stage.is_preposition(i) or form in PREPOSITIONS):
                opened = False
            elif opened and i in stage.mention_from and stage.mention_from[i].category != "media":
                return stage.mention_from[i]
            i += 1
        return None

    def _short_form(self, phrase: NounPhrase) -> Speaker | None:
        """«الهيئة»، «الحركة»: the last party before whose name begins with the word."""
        stage = self.stage
        words = self._words(phrase)
        if len(words) != 1 or not words[0].startswith("ال") or len(words[0]) < 5:
            return None
        mentions = stage.named_with(words[0][2:])
        k = bisect_left(mentions, stage.tokens[phrase.first].start, key=attrgetter("start"))
        return self.of_mention(mentions[k - 1]) if k else None

    def _antecedent(self, phrase: NounPhrase) -> Speaker | None:
        """Who «المصدر»، «المتحدث»، «البيان» or a bare surname stands for."""
        stage = self.stage
        words = [i for i in range(phrase.first, phrase.last + 1) if stage.tokens[i].kind == "w"]
        if phrase.head is None:
            found = next((self._names[stage.form(i)] for i in words if stage.form(i) in self._names), None)
            return next((s for s in reversed(self.heard) if found and s.start == found.start), found)
        core = stage.behind_quantity(phrase.first)
        form = stage.form(core)
        paper = phrase.head.section == "documents"
        if (len(words) > 3 and not paper) or not any(mark in form[:4] for mark in ("ال", "لل")) or not self.heard:
            return None
        wanted = bare_stems(form)[-1]
        for speaker in reversed(self.heard):
            if wanted in speaker.stems and not speaker.own:
                return speaker
        if paper:
            named = next((s for s in reversed(self.heard) if not s.own), None)
            return named if phrase.head.type is None else None
        if phrase.head.type == "anonymous" or phrase.head.role == "office":
            same = next((s for s in reversed(self.heard) if s.row == phrase.head.address), None)
            if same is None and phrase.head.address == _SOURCE:  # «هذا المصدر»: whoever was cited last
                same = next((s for s in reversed(self.heard) if not s.own), None)
            return same
        return None
