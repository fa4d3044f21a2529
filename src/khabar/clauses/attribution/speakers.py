"""Whom a noun phrase that speaks stands for: its party, its kind, or the one who spoke before."""

from __future__ import annotations

import re

from ...model import ActorMention, SourceType
from .lexis import bare_stems
from .phrases import NounPhrase, read_phrase
from .records import Speaker
from .stage import COMMAS, PREPOSITIONS, Stage

# Registry categories to source types (contract, "source"); states are judged by :func:`state_type`.
_BY_CATEGORY: dict[str, SourceType] = {
    "media": "media",
    "organisation": "organisation",
    "monitor": "organisation",
    "armed_group": "party",
    "security_force": "party",
    "armed_forces": "party",
    "political_group": "party",
    "coalition": "party",
    "civilian_group": "witness",
}
_REMEMBERED = 12


class Speakers:
    """Resolves noun phrases of one report to speakers and remembers who spoke."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.heard: list[Speaker] = []
        self._names: dict[str, Speaker] = {}
        outlet = stage.scene.telling.context.outlet or ""
        self._outlet = re.sub(r"[^a-z0-9]", "", outlet.lower())
        self._outlet_words = set(outlet.lower().split())
        self._armed = {
            m.actor_id.split(".")[0]
            for m in stage.scene.actors
            if m.actor_id and m.actor_id.endswith((".army", ".airforce", ".navy", ".police", ".intelligence"))
        }

    def own_outlet(self, actor_id: str | None) -> bool:
        """The party is the outlet that publishes the report."""
        if not actor_id or not self._outlet:
            return False
        key = actor_id.replace("_", "")
        return key in self._outlet if len(key) > 3 else key in self._outlet_words

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
        stage = self.stage
        start, end = stage.span(phrase.first, phrase.last)
        head = phrase.head
        mention = phrase.mention
        if head is not None and head.section == "documents":
            owned = self._owner(phrase, stop)
            if owned is not None:
                return owned
        if head is not None and head.role == "own":
            return self._reporter(phrase, mention, start, end, gender)
        if mention is not None and self.own_outlet(mention.actor_id):
            return self._make(start, end, mention.actor_id, "media", gender, phrase, own=True)
        actor_id, kind = self._identify(phrase, mention)
        if actor_id is None and self._may_be_apposed(phrase):
            other = self._apposed(phrase.last + 1, stop)
            if other is not None:
                actor_id, kind = other.actor_id, self._type_of(other)
        if actor_id is None:
            before = self._antecedent(phrase)
            if before is not None:
                return Speaker(
                    start, end, stage.page.text[start:end], before.actor_id, before.type, before.own,
                    gender or before.gender, before.stems, before.row, before.via,
                )  # fmt: skip
        return self._make(start, end, actor_id, kind, gender, phrase)

    def of_mention(self, mention: ActorMention, gender: str = "") -> Speaker:
        """The speaker that a party's mention alone names."""
        own = self.own_outlet(mention.actor_id)
        return Speaker(
            mention.start, mention.end, mention.text, mention.actor_id, self._type_of(mention), own, gender
        )

    def _make(
        self, start: int, end: int, actor_id: str | None, kind: SourceType, gender: str, phrase: NounPhrase,
        own: bool = False,
    ) -> Speaker:  # fmt: skip
        stems = {
            stem
            for i in range(phrase.first, phrase.last + 1)
            for stem in bare_stems(self.stage.form(i))
            if self.stage.tokens[i].kind in "wl" and len(stem) > 2
        }
        row = phrase.head.address if phrase.head else None
        speaker = Speaker(
            start, end, self.stage.page.text[start:end], actor_id, kind, own, gender, frozenset(stems), row
        )
        self._remember_names(phrase, speaker)
        return speaker

    def _remember_names(self, phrase: NounPhrase, speaker: Speaker) -> None:
        """A person's names stand for him later: «العقيد فلان» … «وأضاف فلان»."""
        if phrase.head is not None and phrase.head.type in ("media", "anonymous", "organisation", "witness"):
            return
        for i in range(phrase.first, phrase.last + 1):
            form = self.stage.form(i)
            inside = self.stage.mention_on.get(i)
            if inside is not None and inside.end < speaker.end:
                continue
            if self.stage.tokens[i].kind == "w" and len(form) > 2 and self.stage.lexis.noun(form) is None:
                self._names.setdefault(form, speaker)
                self.stage.names.add(form)

    def _reporter(
        self, phrase: NounPhrase, mention: ActorMention | None, start: int, end: int, gender: str
    ) -> Speaker:
        """«مراسلنا»: the report itself; «مراسل رويترز» in another outlet's report: that agency."""
        foreign = mention is not None and mention.category == "media" and not self.own_outlet(mention.actor_id)
        actor_id = mention.actor_id if mention is not None else None
        return self._make(start, end, actor_id, "media", gender, phrase, own=not foreign)

    def _owner(self, phrase: NounPhrase, stop: int) -> Speaker | None:
        """Whose paper it is: «بيان للحرس الثوري»، «بيان صادر عن الوزارة»; None when nobody is named."""
        stage = self.stage
        for k in range(phrase.first + 1, min(stop, phrase.first + 6)):
            if stage.tokens[k].kind == "p" or k in stage.time_stop:
                return None
            if k in stage.mention_from or (stage.head(k) is not None and stage.head(k) != phrase.head):
                inner = read_phrase(stage, k, stop)
                return self.of_phrase(inner, stop) if inner is not None else None
        return None

    def _identify(self, phrase: NounPhrase, mention: ActorMention | None) -> tuple[str | None, SourceType]:
        head = phrase.head
        actor_id = mention.actor_id if mention is not None else None
        if head is None:
            return (actor_id, self._type_of(mention)) if mention is not None else (None, "person")
        organ, kind = self._qualified(phrase)
        bare_state = actor_id is not None and mention is not None and self._is_state(mention)
        if head.type == "anonymous":
            if kind is not None:
                return None, kind
            if bare_state and not organ:
                return None, "anonymous"
            if bare_state and actor_id is not None:
                actor_id = f"{actor_id.split('.')[0]}.{organ}"
            elif actor_id is None:
                return self._by_organ(organ, phrase)
            return actor_id, self._state_or(actor_id, mention)
        if head.type == "media":
            return (None if bare_state else actor_id), "media"
        if head.type == "witness":
            return None, "witness"
        if head.type == "organisation" and (mention is None or bare_state):
            return None, "organisation"
        if kind == "media":
            return None, "media"
        if actor_id is None:
            if head.role == "office":
                return self._by_organ(organ, phrase, office=True)
            return None, head.type or "official"
        if bare_state:
            actor_id = f"{actor_id.split('.')[0]}.{organ or 'government'}"
        if head.type == "organisation" and mention is not None and mention.category in ("media", "country"):
            return actor_id, "organisation"
        return actor_id, self._state_or(actor_id, mention)

    def _by_organ(self, organ: str, phrase: NounPhrase, office: bool = False) -> tuple[str | None, SourceType]:
        """A military source without a side speaks for the army of the country that the report is about."""
        return None, "official" if office else "anonymous"

    def _qualified(self, phrase: NounPhrase) -> tuple[str, SourceType | None]:
        organ, kind = "", None
        for i in range(phrase.first + 1, phrase.last + 1):
            row = self.stage.lexis.stem_in(self.stage.lexis.qualifiers, self.stage.form(i))
            if row is not None:
                organ = organ or row.organ
                kind = kind or row.type
        return organ, kind

    @staticmethod
    def _is_state(mention: ActorMention) -> bool:
        """The mention is a bare country or its people («إسرائيلي»), not one of its organs."""
        return bool(mention.actor_id) and "." not in str(mention.actor_id) and mention.category in ("country", "state")

    def _state_or(self, actor_id: str | None, mention: ActorMention | None) -> SourceType:
        if mention is not None and mention.category in _BY_CATEGORY:
            return _BY_CATEGORY[mention.category]
        return self.state_type(actor_id)

    def state_type(self, actor_id: str | None) -> SourceType:
        """``party`` when forces of the same state appear in the report, else ``official``."""
        if actor_id is None:
            return "anonymous"
        return "party" if actor_id.split(".")[0] in self._armed else "official"

    def _type_of(self, mention: ActorMention) -> SourceType:
        return self._state_or(mention.actor_id, mention)

    def _may_be_apposed(self, phrase: NounPhrase) -> bool:
        head = phrase.head
        return head is None or head.role == "office" or head.type in ("party", "person", None)

    def _apposed(self, i: int, stop: int) -> ActorMention | None:
        """The party in an apposition: «فلان، المتحدث باسم الجيش، …», also «فلان قائد لواء كذا»."""
        stage = self.stage
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

    def _antecedent(self, phrase: NounPhrase) -> Speaker | None:
        """Who «المصدر»، «المتحدث»، «البيان» or a bare surname stands for."""
        stage = self.stage
        words = [i for i in range(phrase.first, phrase.last + 1) if stage.tokens[i].kind == "w"]
        if phrase.head is None:
            found = [self._names[stage.form(i)] for i in words if stage.form(i) in self._names]
            return found[0] if found else None
        core = stage.behind_quantity(phrase.first)
        form = stage.form(core)
        if len(words) > 3 or not any(mark in form[:4] for mark in ("ال", "لل")) or not self.heard:
            return None
        wanted = bare_stems(form)[-1]
        for speaker in reversed(self.heard):
            if wanted in speaker.stems and not speaker.own:
                return speaker
        if phrase.head.section == "documents":
            return self.heard[-1]
        if phrase.head.type == "anonymous" or phrase.head.role == "office":
            return next((s for s in reversed(self.heard) if s.row == phrase.head.address), None)
        return None
