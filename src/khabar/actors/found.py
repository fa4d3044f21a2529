"""A mention in the making, and what the ranks of nouns are to it."""

from __future__ import annotations

import msgspec

from ..model import Reason
from .lexis import Entry, Hit, Words

# Nouns of people, arms and sites: those of a government are its army's.
FORCE = frozenset({"people", "gunmen", "gear", "site", "body", "foe"})
MAX_MODIFIERS = 3


class Found(msgspec.Struct, gc=False):
    """A mention in the making. ``open`` says what the report must still settle: "" nothing, ``organ`` whose organ it
    is, ``short`` whom a short form means, ``owner`` whose a pronoun is, ``agent`` whether a country acts,
    ``licence`` whether a common word is a name, ``which`` of several parties of that name it is, ``rivals`` which of
    several countries an adjective means, ``doubt`` whether it means a country at all, ``nation`` which organ of a
    nation without a state."""

    first: int
    last: int
    start: int
    actor_id: str | None
    entry: Entry
    reasons: list[Reason]
    country: str = ""
    organ: str = ""
    rank: str = ""
    loaded: str | None = None
    open: str = ""
    definite: bool = False
    noun: str = ""
    head: int = -1
    antecedent: Found | None = None
    others: tuple[Entry, ...] = ()
    rivals: tuple[str, ...] = ()


def found_of(
    words: Words, hit: Hit, actor_id: str | None, *, country: str = "", organ: str = "", rank: str = "", open_: str = ""
) -> Found:  # fmt: skip
    """A mention that begins and ends with ``hit``."""
    entry = hit.entry
    return Found(
        first=hit.first,
        last=hit.last,
        start=words.start(hit),
        actor_id=actor_id,
        entry=entry,
        reasons=[entry.reason],
        country=country,
        organ=organ,
        rank=rank,
        loaded=entry.loaded,
        open=open_,
        definite=hit.definite,
        noun=" ".join([hit.reading.stem, *(words.form(i) for i in range(hit.first + 1, hit.last + 1))]),
    )


def loaded_of(how: str, actor_id: str | None) -> str:
    """«hostile» of a word, with whom it is hostile to once that is known."""
    if actor_id is None:
        return how
    return f"{how} to {actor_id}" if how == "hostile" else f"{how} {actor_id}"
