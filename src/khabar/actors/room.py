"""Actors of a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..lexicon import Lexicon
from ..model import ActorMention, Span
from ..text import Page
from .belonging import Belonging, coordinated
from .extra import read as read_own
from .forms import split_forms
from .found import MAX_MODIFIERS, Found, loaded_of
from .lexis import Entry, Lexis, Words
from .loading import load_rows
from .people import People
from .phrases import Phrases
from .registry import Kin, Registry
from .resolve import Resolver

# Kinds of entries that may begin a mention.
_HEADS = frozenset({"noun", "party", "weak", "person", "country", "capital", "adjective", "short", "deed"})
_OPENERS = {"«": "»", "“": "”", "(": ")", "[": "]"}


class ActorRoom:
    """Finds the parties that pages name. Built once from the lexicon and a user's own file (YAML or CSV).

    Raises:
        ActorsError: the user's file cannot be used; the message has the file, line and reason.
    """

    def __init__(self, lexicon: Lexicon, extra: str | Path | None = None) -> None:
        self.registry = Registry()
        self._lexis = Lexis()
        load_rows(lexicon, self._lexis, self.registry)
        if extra is not None:
            self._add(extra)
        self._belonging = Belonging(self.registry)
        self._phrases = Phrases(self.registry, self._belonging)

    def _add(self, path: str | Path) -> None:
        """A user's actors: theirs win over ours of the same id or the same name."""
        for party, names, line in read_own(path, self.registry):
            self.registry.parties[party.id] = party
            self.registry.heads[party.id] = {split_forms(name)[0] for name in names}
            for name in names:
                self._lexis.overrule(name, Entry("party", f"{Path(path).name}:{line}", party.id))

    def find(self, page: Page, *, reference: date | None = None, country: str | None = None) -> list[ActorMention]:
        """The actors of ``page`` in order, none overlapping another.

        ``reference`` is the report's date (who held an office), ``country`` the outlet's (whose «الجيش» it may be).
        """
        words = Words(page, self._lexis)
        day = reference.isoformat() if reference else ""
        found = list(self._read(words, day))
        settled = Resolver(words, self.registry, country).settle(found)
        return [self._mention(words, one) for one in People(words, settled).read()]

    def kin(self, actor_id: str) -> Kin:
        """What an actor is part of and whom it speaks for."""
        return self.registry.kin(actor_id)

    def _read(self, words: Words, day: str) -> Iterator[Found]:
        free = 0
        for i in words.beginnings(_HEADS):
            if i < free:
                continue
            found = self._phrases.at(words, i, day) or self._deed(words, i)
            if found is None:
                continue
            yield found
            free = found.last + 1
            for more in coordinated(words, found, self.registry):
                yield more
                free = more.last + 1

    def _deed(self, words: Words, i: int) -> Found | None:
        """«هجوما إسرائيليا», «القصف التركي»: the adjective is the mention."""
        hit = words.hit(i, "deed")
        if hit is None:
            return None
        for m in range(hit.last + 1, hit.last + 2 + MAX_MODIFIERS):
            other = words.hit(m, "adjective")
            if other is not None and other.definite == hit.definite and not other.entry.rank and other.bare:
                return self._belonging.deed(words, hit, other) if words.joined(i, m) else None
            modifier = words.hit(m, "modifier")
            if modifier is not None and modifier.entry.rank == "government" and hit.entry.organ != "government":
                return self._belonging.official(words, hit, modifier)
            if modifier is None or modifier.definite != hit.definite or modifier.entry.organ == "-":
                return None
        return None

    def _mention(self, words: Words, found: Found) -> ActorMention:
        text = words.page.text
        end = words.tokens[found.last].end
        inside = text[found.start : end]
        for opener, closer in _OPENERS.items():
            if inside.count(opener) > inside.count(closer) and text[end : end + 1] == closer:
                end += 1
        if inside.count('"') % 2 == 1 and text[end : end + 1] == '"':
            end += 1
        return ActorMention(
            start=found.start,
            end=end,
            text=text[found.start : end],
            actor_id=found.actor_id,
            category=self.registry.category(found.actor_id),
            loaded=loaded_of(found.loaded, found.actor_id) if found.loaded in ("hostile", "favours") else found.loaded,
            antecedent=self._antecedent(words, found),
            because=tuple(found.reasons),
        )

    @staticmethod
    def _antecedent(words: Words, found: Found) -> Span | None:
        earlier = found.antecedent
        return words.page.span(earlier.start, words.tokens[earlier.last].end) if earlier else None
