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
# Nouns that only speak for somebody; what the actors room guesses of them («مسؤول»: of whomever was named last) is
# worth less than what this room knows of who speaks.
_VOICES = frozenset(
    f"clauses_speech/{row}"
    for row in (
        "speakers/source", "speakers/spokesman", "speakers/speaker_for", "speakers/official", "speakers/officer",
        "titles/director", "titles/commander", "titles/governor", "titles/prosecutor",
    )
)  # fmt: skip
_GUESSES = frozenset(("actors.antecedent", "actors.country_of_report", "actors.country_named", "actors.name_ahead"))
Who = tuple[str | None, SourceType]


class _Qualified(NamedTuple):
    """What the words of a phrase tell: the state's organ, the kind of source, that he does not speak for the party
    beside («مقرب من»), that the organ is named itself («الشرطة»)."""

    organ: str = ""
    kind: SourceType | None = None
    aligned: bool = False
    body: bool = False


class Identity:
    """Judges noun phrases of one report."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        ids = [m.actor_id for m in stage.scene.actors if m.actor_id]
        self._fighting = {i.split(".")[0] for i in ids if i.endswith(_FORCES)} | stage.lexis.belligerents
        told = [i.split(".")[0] for m in stage.scene.actors if "." in (i := m.actor_id or "") and not guessed(m)]
        self._home = _main_state([*told, *stage.places.values()]) or _about(stage.scene.actors)

    def of(self, phrase: NounPhrase, mention: ActorMention | None) -> Who:
        """(id, type) of the phrase, in which ``mention`` is the party named."""
        head = phrase.head
        if head is None:
            if mention is not None:
                return mention.actor_id, self.of_mention(mention)
            return None, "media" if self.stage.short_quote(phrase.first) else "person"
        told = self._qualified(phrase)
        if self.unnamed(phrase, mention):
            mention = None
        if head.type == "anonymous":
            return self._source(phrase, mention, told)
        if head.type == "media":
            return self._outlet(head, mention, told)
        if head.type == "witness":
            return self._member(phrase, mention)
        if head.type == "organisation":
            if mention is None or _is_state(mention):
                return None, "organisation"
            return mention.actor_id, self._by_party(mention.actor_id, mention)
        return self._office(phrase, head, mention, told if head.type is None else _Qualified())

    def unnamed(self, phrase: NounPhrase, mention: ActorMention | None) -> bool:
        """The phrase has no party of its own: none, or one that was only guessed for a noun that speaks."""
        if mention is None or mention.actor_id is None:
            return True
        if phrase.head is None or not guessed(mention):
            return False
        if phrase.head.address not in _VOICES and phrase.head.type != "organisation":
            return False
        words = range(phrase.first + 1, self.stage.page.token_range(mention.start, mention.end)[1])
        return not any(self.stage.lexis.noun(self.stage.form(i)) for i in words)

    def of_mention(self, mention: ActorMention) -> SourceType:
        """The source type of a party."""
        return self._by_party(mention.actor_id, mention)

    def state_type(self, actor_id: str | None) -> SourceType:
        """``party`` for a state's forces and for states that fight here, else ``official``; the police of a state that
        fights nowhere are no party."""
        if actor_id is None:
            return "anonymous"
        state, _, organ = actor_id.partition(".")
        if organ == "judiciary":
            return "official"
        armed = f".{organ}" in _FORCES or (organ == "police" and state not in self.stage.lexis.bystanders)
        return "party" if armed or state in self._fighting else "official"

    def _member(self, phrase: NounPhrase, mention: ActorMention | None) -> Who:
        """«نشطاء المرصد» are the organisation's, other residents and activists nobody's."""
        named = mention is not None and mention.category in ("organisation", "monitor") and mention.actor_id is not None
        at = self.stage.mention_from
        if mention is None or not named or mention not in (at.get(phrase.first), at.get(phrase.first + 1)):
            return None, "witness"
        return mention.actor_id, "organisation"

    def _source(self, phrase: NounPhrase, mention: ActorMention | None, told: _Qualified) -> Who:
        """«مصدر …»: an id only with an organ or a party behind it."""
        if told.kind is not None or told.aligned:
            return None, told.kind or "anonymous"
        if mention is None or mention.actor_id is None:
            return self._of_state(phrase, told.organ)
        if self._side_only(phrase, mention, told.organ):
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
        if told.aligned and head.address in _VOICES:
            return None, "official"
        if mention is None or mention.actor_id is None:
            return self._of_home(phrase, told.organ) if head.role == "office" else (None, head.type or "official")
        actor_id = mention.actor_id
        rank = head.section == "titles" and head.type == "party"
        if _is_state(mention) or ((rank or told.body) and actor_id.endswith(".government")):
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

    def _of_state(self, phrase: NounPhrase, organ: str) -> Who:
        """A source that names no party: «مصدر عسكري» is of the army here, «مصدر أمني» of nobody known, but where its
        place is told («في محافظة …»)."""
        state = self._place_state(phrase) or (self._home if organ in ("army", "government") else None)
        if not organ or state is None:
            return None, "anonymous"
        return f"{state}.{organ}", self.state_type(f"{state}.{organ}")

    def _of_home(self, phrase: NounPhrase, organ: str) -> Who:
        """An official of no named state («المحافظ»، «مسؤول أمني») serves the state of his place, or the one that the
        report is about."""
        kind = self._behind_office(phrase)
        state = self._place_state(phrase) or self._home
        speaks_only = phrase.head is not None and phrase.head.address.endswith(("/spokesman", "/speaker_for"))
        if kind != "official" or state is None or (speaks_only and not organ):
            return None, kind
        actor_id = f"{state}.{organ or 'government'}"
        return actor_id, self.state_type(actor_id)

    def _place_state(self, phrase: NounPhrase) -> str | None:
        """The state of the place named in the phrase, or behind «في» after it."""
        places = self.stage.places
        stop = phrase.last + (5 if self.stage.form(phrase.last + 1) == "في" else 1)
        return next((places[i] for i in range(phrase.first, stop) if i in places), None)

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
                organ = row.organ if row.body else told.organ or row.organ
                told = _Qualified(organ, told.kind or row.type, told.aligned or row.aligned, told.body or row.body)
        return told

    def _by_party(self, actor_id: str | None, mention: ActorMention) -> SourceType:
        if mention.category in _BY_CATEGORY and "." not in (mention.actor_id or ""):
            return _BY_CATEGORY[mention.category]
        return self.state_type(actor_id)


def _is_state(mention: ActorMention) -> bool:
    """The mention is a bare country or its people («إسرائيلي»), not one of its organs."""
    return bool(mention.actor_id) and "." not in str(mention.actor_id) and mention.category in ("country", "state")


def guessed(mention: ActorMention) -> bool:
    """Nothing in the words of the mention says whom it means: the actors room took it from elsewhere in the report."""
    rules = {reason.rule for reason in mention.because}
    return bool(rules & _GUESSES) and rules <= _GUESSES | {"actors.noun", "actors.short"}


def _about(actors: list[ActorMention]) -> str | None:
    """The state that the actors room takes the report to be about: it gave it to bare nouns («الشرطة»)."""
    given = (m.actor_id for m in actors if any(reason.rule == "actors.country_of_report" for reason in m.because))
    return next((actor_id.split(".")[0] for actor_id in given if actor_id and "." in actor_id), None)


def _main_state(states: list[str]) -> str | None:
    """The state to which most organs and places that the report names belong, if no other comes near."""
    votes = Counter(states)
    if not votes:
        return None
    (state, times), *others = votes.most_common(2)
    return state if times >= 2 and (not others or 2 * times >= 3 * others[0][1]) else None
