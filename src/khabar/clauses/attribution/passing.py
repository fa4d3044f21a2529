"""Who passes speech on: the outlet spoken to, and the one that relayed a statement."""

from __future__ import annotations

import msgspec

from .lexis import Verb
from .phrases import NounPhrase, read_phrase
from .records import Speaker
from .speakers import Speakers
from .spot import Complement, Spot
from .stage import OPEN_MARKS, Stage

_WITHIN = 10  # tokens behind a speaker in which the outlet is named when no clause bounds them


class Passing:
    """Finds the outlets through which a speaker speaks."""

    def __init__(self, stage: Stage, speakers: Speakers) -> None:
        self.stage = stage
        self.speakers = speakers

    def through(self, spot: Spot, subject: NounPhrase | None, who: Speaker, found: Complement) -> Speaker:
        """``who`` with the outlet that passes on what he says («قال لوكالة …»، «في تصريح نقلته …»)."""
        who = self._still(spot.cue.verb, subject, who)
        if spot.cue.form == "noun":
            return who
        stage = self.stage
        begin = subject.last + 1 if subject is not None and subject.first > spot.i else spot.i + 1
        limit = found.at if found.found else min(spot.stop, begin + _WITHIN)
        for k in range(begin, limit):
            if not self._media(k) or not (self._relays(k) or spot.cue.verb.told or self._told(k)):
                continue
            phrase = read_phrase(stage, k, limit)
            if phrase is None:
                continue
            outer = self.speakers.of_phrase(phrase, limit)
            if outer.own or outer.type != "media":
                return who
            if self._relays(k):
                token = stage.tokens[k - 1]
                outer = msgspec.structs.replace(outer, cue=stage.page.span(token.start, token.end))
            return msgspec.structs.replace(who, via=(outer,))
        return who

    def _still(self, verb: Verb, subject: NounPhrase | None, who: Speaker) -> Speaker:
        """Named afresh a speaker speaks to everybody; «وأضاف …» still speaks to the same outlet."""
        if subject is None:
            return who
        if not verb.continues and not self._short(subject):
            return msgspec.structs.replace(who, via=()) if subject.head or subject.mention else who
        last = self.speakers.last()
        if not who.via and last is not None and last.via and last.actor_id and last.actor_id == who.actor_id:
            return msgspec.structs.replace(who, via=last.via)
        return who

    def _short(self, subject: NounPhrase) -> bool:
        """«المصدر»، «المسؤول ذاته»: no more than is needed to take up who spoke before."""
        voice = subject.head is not None and (subject.head.type == "anonymous" or subject.head.role == "office")
        return voice and subject.last - subject.first <= 1 and self.stage.form(subject.first).startswith("ال")

    def _media(self, k: int) -> bool:
        head, mention = self.stage.head(k), self.stage.mention_from.get(k)
        return (mention is not None and mention.category == "media") or (head is not None and head.type == "media")

    def _relays(self, k: int) -> bool:
        """«نقلته»، «أذاعها» stands before the outlet at ``k``."""
        cue = self.stage.lexis.cue(self.stage.form(k - 1))
        return cue is not None and bool(cue.pronoun)

    def _told(self, k: int) -> bool:
        """The outlet at ``k`` is spoken to: «لوكالة …»، «مع قناة …»، «لـ"العربي …"»."""
        stage = self.stage
        before = stage.form(k - 1)
        if stage.bound(k)[-1:] == "ل" or before in ("مع", "الي", "ل"):
            return True
        return before in OPEN_MARKS and stage.form(k - 2) == "ل"
