"""What kind of source a noun phrase is, and the id it has: the contract's source types and the states' organs."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ...model import ActorMention, SourceType
from .lexis import Noun
from .phrases import NounPhrase
from .stage import Stage

# Registry categories to source types (contract, "source"); states are judged by :meth:`Identity.state_type`.
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
Who = tuple[str | None, SourceType]


class _Qualified(NamedTuple):
    """What adjectives tell: the state's organ, the kind of source, that only sympathy is told («مقرب من»)."""

    organ: str = ""
    kind: SourceType | None = None
    aligned: bool = False


class Identity:
    """Judges noun phrases of one report."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        ids = [m.actor_id for m in stage.scene.actors if m.actor_id]
        self._fighting = {i.split(".")[0] for i in ids if i.endswith(_FORCES)} | stage.lexis.belligerents
        self._home = _main_state(ids)

    def of(self, phrase: NounPhrase, mention: ActorMention | None) -> Who:
        """(id, type) of the phrase, in which ``mention`` is the party named."""
        head = phrase.head
        if head is None:
            if mention is not None:
                return mention.actor_id, self.of_mention(mention)
            return None, "media" if self.stage.short_quote(phrase.first) else "person"
        told = self._qualified(phrase)
        if head.type == "anonymous":
            return self._source(phrase, mention, told)
        if head.type == "media":
            return self._outlet(head, mention, told)
        if head.type == "witness":
            return None, "witness"
        if head.type == "organisation":
            if mention is None or _is_state(mention):
                return None, "organisation"
            return mention.actor_id, self._by_party(mention.actor_id, mention)
        return self._office(phrase, head, mention, told if head.type is None else _Qualified())

    def of_mention(self, mention: ActorMention) -> SourceType:
        """The source type of a party."""
        return self._by_party(mention.actor_id, mention)

    def state_type(self, actor_id: str | None) -> SourceType:
        """``party`` for a state's forces and for states that fight here, else ``official``; the police of a state that
        fights nowhere are no party."""
        if actor_id is None:
            return "anonymous"
        state, _, organ = actor_id.partition(".")
        armed = f".{organ}" in _FORCES or (organ == "police" and state not in self.stage.lexis.bystanders)
        return "party" if armed or state in self._fighting else "official"

    def _source(self, phrase: NounPhrase, mention: ActorMention | None, told: _Qualified) -> Who:
        """«مصدر …»: an id only with an organ or a party behind it."""
        if told.kind is not None or told.aligned:
            return None, told.kind or "anonymous"
        if mention is None or mention.actor_id is None or self._side_only(phrase, mention, told.organ):
            return None, "anonymous"
        actor_id = mention.actor_id
        if _is_state(mention):
            if not told.organ:
                return None, "anonymous"
            actor_id = f"{actor_id}.{told.organ}"
        return actor_id, self._by_party(actor_id, mention)

    def _outlet(self, head: Noun, mention: ActorMention | None, told: _Qualified) -> Who:
        """«وكالة …»، «موقع …»: media, unless a party's own mouthpiece."""
        if mention is None or _is_state(mention) or (told.aligned and mention.category != "media"):
            return None, "media"
        if mention.category == "media" or not head.mouthpiece:
            return mention.actor_id, "media"
        return mention.actor_id, self._by_party(mention.actor_id, mention)

    def _office(self, phrase: NounPhrase, head: Noun, mention: ActorMention | None, told: _Qualified) -> Who:
        """«متحدث …»، «وزير …»، «قيادي …»: whoever stands behind him."""
        if told.kind == "media":
            return None, "media"
        if mention is None or mention.actor_id is None:
            return self._of_home(phrase, told.organ) if head.role == "office" else (None, head.type or "official")
        actor_id = mention.actor_id
        rank = head.section == "titles" and head.type == "party"
        if _is_state(mention) or (rank and actor_id.endswith(".government")):
            actor_id = f"{actor_id.split('.')[0]}.{told.organ or ('army' if rank else 'government')}"
        return actor_id, self._by_party(actor_id, mention)

    def _side_only(self, phrase: NounPhrase, mention: ActorMention, organ: str) -> bool:
        """«مصادر إسرائيلية»، «مصدر أمني»: no more than a side or a trade is told of the source."""
        stage = self.stage
        if mention.start > stage.tokens[phrase.first].end:
            return False
        if any(stage.lexis.noun(stage.form(i)) for i in range(phrase.first + 1, phrase.last + 1)):
            return False
        return not organ or (organ == "police" and len(mention.text.split()) < 3)

    def _of_home(self, phrase: NounPhrase, organ: str) -> Who:
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

    def _qualified(self, phrase: NounPhrase) -> _Qualified:
        told = _Qualified()
        for i in range(phrase.first + 1, phrase.last + 1):
            row = self.stage.lexis.stem_in(self.stage.lexis.qualifiers, self.stage.form(i))
            if row is not None:
                told = _Qualified(told.organ or row.organ, told.kind or row.type, told.aligned or row.aligned)
        return told

    def _by_party(self, actor_id: str | None, mention: ActorMention) -> SourceType:
        if mention.category in _BY_CATEGORY and "." not in (mention.actor_id or ""):
            return _BY_CATEGORY[mention.category]
        return self.state_type(actor_id)


def _is_state(mention: ActorMention) -> bool:
    """The mention is a bare country or its people («إسرائيلي»), not one of its organs."""
    return bool(mention.actor_id) and "." not in str(mention.actor_id) and mention.category in ("country", "state")


def _main_state(ids: list[str]) -> str | None:
    """The state most often named by its organs, if half of the organs named are its own."""
    states = Counter(actor_id.split(".")[0] for actor_id in ids if "." in actor_id)
    if not states:
        return None
    state, times = states.most_common(1)[0]
    return state if times >= 2 and 2 * times >= states.total() else None
