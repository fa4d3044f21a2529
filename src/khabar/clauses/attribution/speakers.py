"""Whom a noun phrase that speaks stands for: its party, its kind, or the one who spoke before."""

from __future__ import annotations

from collections import Counter

import msgspec

from ...model import ActorMention, SourceType
from .lexis import bare_stems
from .outlets import Outlet
from .phrases import NounPhrase, read_phrase
from .records import Speaker
from .stage import COMMAS, PREPOSITIONS, THAT, Stage

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
_FORCES = (".army", ".airforce", ".navy", ".intelligence")
_REMEMBERED = 12


class Speakers:
    """Resolves noun phrases of one report to speakers and remembers who spoke."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.heard: list[Speaker] = []
        self._names: dict[str, Speaker] = {}
        self._outlet = Outlet(stage.scene.telling.context.outlet or "")
        self._fighting = {
            m.actor_id.split(".")[0] for m in stage.scene.actors if m.actor_id and m.actor_id.endswith(_FORCES)
        } | stage.lexis.belligerents
        self._home = self._main_state(stage.scene.actors)

    @staticmethod
    def _main_state(mentions: list[ActorMention]) -> str | None:
        """The state most often named by its organs, if half of the organs named are its own."""
        states = Counter(m.actor_id.split(".")[0] for m in mentions if m.actor_id and "." in m.actor_id)
        if not states:
            return None
        state, times = states.most_common(1)[0]
        return state if times >= 2 and 2 * times >= states.total() else None

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
        stage = self.stage
        start, end = stage.span(phrase.first, phrase.last)
        head = phrase.head
        mention = phrase.mention
        if head is not None and head.section == "documents":
            owned = self.owner(phrase, stop)
            if owned is not None:
                return owned
            mention = None
        if head is not None and head.role == "own":
            return self._reporter(phrase, mention, start, end, gender)
        if self.own_outlet(mention) or self._own_by_name(phrase):
            return self._make(start, end, mention.actor_id if mention else None, "media", gender, phrase, own=True)
        actor_id, kind = self._identify(phrase, mention)
        if actor_id is None and self._may_be_apposed(phrase):
            beside = not phrase.brief or self.stage.form(phrase.last + 1) in COMMAS
            other = self._apposed(phrase.last + 1, stop) if beside else None
            if other is not None:
                actor_id, kind = other.actor_id, self._type_of(other)
        if actor_id is None:
            before = self._antecedent(phrase) or self._short_form(phrase, start)
            if before is None and head is not None and head.section == "documents":
                return self._make(start, end, None, "anonymous", gender, phrase, own=head.type is not None)
            if before is not None and head is not None and head.section == "documents":
                if before.actor_id is None or before.actor_id.startswith("x:"):
                    return before
            if before is not None:
                return Speaker(
                    start, end, stage.page.text[start:end], before.actor_id, before.type, before.own,
                    gender or before.gender, before.stems, before.row, before.via,
                )  # fmt: skip
        speaker = self._make(start, end, actor_id, kind, gender, phrase)
        return self._still_passed_on(phrase, speaker)

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

    def of_mention(self, mention: ActorMention, gender: str = "") -> Speaker:
        """The speaker that a party's mention alone names."""
        own = self.own_outlet(mention)
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
        foreign = (
            mention is not None
            and mention.category == "media"
            and not (mention.actor_id or "x:").startswith("x:")
            and not self.own_outlet(mention)
        )
        actor_id = mention.actor_id if mention is not None else None
        return self._make(start, end, actor_id, "media", gender, phrase, own=not foreign)

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

    def _identify(self, phrase: NounPhrase, mention: ActorMention | None) -> tuple[str | None, SourceType]:
        head = phrase.head
        actor_id = mention.actor_id if mention is not None else None
        if head is None:
            if mention is not None:
                return actor_id, self._type_of(mention)
            return None, "media" if self.stage.short_quote(phrase.first) else "person"
        organ, kind, aligned = self._qualified(phrase)
        if head.type not in ("anonymous", None):
            organ, kind = "", None
        bare_state = actor_id is not None and mention is not None and self._is_state(mention)
        if head.type == "anonymous":
            if kind is not None or aligned:
                return None, kind or "anonymous"
            if bare_state and not organ or self._side_only(phrase, mention, organ):
                return None, "anonymous"
            if bare_state and actor_id is not None:
                actor_id = f"{actor_id.split('.')[0]}.{organ}"
            elif actor_id is None:
                return None, "anonymous"
            return actor_id, self._state_or(actor_id, mention)
        if head.type == "media":
            if mention is None or bare_state or aligned or mention.category == "media" or not head.mouthpiece:
                return (None if bare_state else actor_id), "media"
            return actor_id, self._state_or(actor_id, mention)
        if head.type == "witness":
            return None, "witness"
        if head.type == "organisation" and (mention is None or bare_state):
            return None, "organisation"
        if kind == "media":
            return None, "media"
        if actor_id is None:
            if head.role == "office":
                return self._of_home(phrase, organ)
            return None, head.type or "official"
        rank = head.section == "titles" and head.type == "party"
        if bare_state or (rank and actor_id.endswith(".government")):
            actor_id = f"{actor_id.split('.')[0]}.{organ or ('army' if rank else 'government')}"
        if head.type == "organisation" and mention is not None and mention.category in ("media", "country"):
            return actor_id, "organisation"
        return actor_id, self._state_or(actor_id, mention)

    def _side_only(self, phrase: NounPhrase, mention: ActorMention | None, organ: str) -> bool:
        """«مصادر إسرائيلية»، «مصدر أمني»: no more than a side or a trade is told of the source."""
        stage = self.stage
        if mention is None or mention.start > stage.tokens[phrase.first].end:
            return False
        if any(stage.lexis.noun(stage.form(i)) for i in range(phrase.first + 1, phrase.last + 1)):
            return False
        if not organ:
            return True
        words = [w for w in mention.text.split() if w]
        return organ == "police" and len(words) < 3

    def _of_home(self, phrase: NounPhrase, organ: str) -> tuple[str | None, SourceType]:
        """An official of no named state («المحافظ»، «مسؤول أمني») serves the state that the report is about."""
        kind = self._behind_office(phrase)
        if kind != "official" or self._home is None:
            return None, kind
        actor_id = f"{self._home}.{organ or 'government'}"
        return actor_id, self.state_type(actor_id)

    def _behind_office(self, phrase: NounPhrase) -> SourceType:
        """What a spokesman speaks for where the registry does not know it («متحدث باسم منظمة إغاثية»)."""
        stage = self.stage
        for i in range(phrase.first + 1, phrase.last + 1):
            noun = stage.lexis.noun(stage.form(i))
            if noun is not None and noun.section == "speakers" and noun.type in ("organisation", "media", "party"):
                return noun.type
        return "official"

    def _qualified(self, phrase: NounPhrase) -> tuple[str, SourceType | None, bool]:
        """The organ, the kind and whether only sympathy («مقرب من»، «موال») is told of the source."""
        organ, kind, aligned = "", None, False
        for i in range(phrase.first + 1, phrase.last + 1):
            row = self.stage.lexis.stem_in(self.stage.lexis.qualifiers, self.stage.form(i))
            if row is not None:
                organ = organ or row.organ
                kind = kind or row.type
                aligned = aligned or row.aligned
        return organ, kind, aligned

    @staticmethod
    def _is_state(mention: ActorMention) -> bool:
        """The mention is a bare country or its people («إسرائيلي»), not one of its organs."""
        return bool(mention.actor_id) and "." not in str(mention.actor_id) and mention.category in ("country", "state")

    def _state_or(self, actor_id: str | None, mention: ActorMention | None) -> SourceType:
        if mention is not None and mention.category in _BY_CATEGORY and "." not in (mention.actor_id or ""):
            return _BY_CATEGORY[mention.category]
        return self.state_type(actor_id)

    def state_type(self, actor_id: str | None) -> SourceType:
        """``party`` for a state's forces and for states that fight here, else ``official``; the police of a state that
        fights nowhere are no party."""
        if actor_id is None:
            return "anonymous"
        state, _, organ = actor_id.partition(".")
        armed = f".{organ}" in _FORCES or (organ == "police" and state not in self.stage.lexis.bystanders)
        return "party" if armed or state in self._fighting else "official"

    def _type_of(self, mention: ActorMention) -> SourceType:
        return self._state_or(mention.actor_id, mention)

    def _may_be_apposed(self, phrase: NounPhrase) -> bool:
        head = phrase.head
        if head is None or head.role == "office":
            return True
        return head.section != "documents" and head.type in ("party", "person")

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

    def _short_form(self, phrase: NounPhrase, start: int) -> Speaker | None:
        """«الهيئة»، «الحركة»: the last party before whose name begins with the word."""
        stage = self.stage
        words = self._words(phrase)
        if len(words) != 1 or not words[0].startswith("ال") or len(words[0]) < 5:
            return None
        for mention in reversed(stage.scene.actors):
            if mention.start < start and mention.actor_id:
                opening = stage.form(stage.page.token_at(mention.start))
                if words[0][2:] in bare_stems(opening) and len(mention.text.split()) > 1:
                    return self.of_mention(mention)
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
            named = next((s for s in reversed(self.heard) if not s.own), None)
            return named if phrase.head.type is None else None
        if phrase.head.type == "anonymous" or phrase.head.role == "office":
            return next((s for s in reversed(self.heard) if s.row == phrase.head.address), None)
        return None
