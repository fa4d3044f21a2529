"""One speech word where it stands, and what follows it."""

from __future__ import annotations

from typing import NamedTuple

from .lexis import Cue
from .phrases import NounPhrase
from .records import Speaker, Utterance
from .stage import Stage

FAR = 45  # tokens between a verb and its clause, appositions included
NEAR = 12  # tokens between a verb that takes a noun and the colon before its direct speech
RELATIVE_OBJECT = frozenset("ما مما كما حسبما وفقما مثلما لما بما".split())
LEADS = frozenset("كما ثم قد".split())  # «كما دعا …»: the speaker is the one before


class Spot(NamedTuple):
    """The cue at token ``i`` of the sentence ``first``..``stop`` with number ``sentence``; ``here`` are the
    utterances of the sentence so far."""

    i: int
    cue: Cue
    first: int
    stop: int
    sentence: int
    here: list[Utterance]

    def offset(self, stage: Stage) -> int:
        """Where the word begins, its conjunction aside."""
        token = stage.tokens[self.i]
        return stage.page.folded.original(token.fstart + self.cue.cut) if self.cue.cut else token.start


class Complement(NamedTuple):
    """Where what is said begins: ``frame`` that, quote, colon or none; at token ``at``."""

    frame: str
    at: int

    @property
    def found(self) -> bool:
        """A clause or direct speech follows."""
        return self.frame != "none"


class Subject(NamedTuple):
    """Who speaks: the noun phrase at hand, None where none names him, and whom it stands for."""

    phrase: NounPhrase | None
    speaker: Speaker | None

    @property
    def known(self) -> bool:
        """Something in the phrase names a speaker."""
        return self.phrase is not None and self.phrase.known


NOBODY = Subject(None, None)
