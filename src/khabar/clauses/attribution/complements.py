"""Where what is said begins behind a speech word: at أن, at a colon, at a quotation."""

from __future__ import annotations

from .lexis import Cue
from .phrases import read_phrase
from .spot import FAR, NEAR, RELATIVE_OBJECT, Complement, Spot
from .stage import COMMAS, RELATIVE, THAT, Stage

_CONTRAST_THAT = frozenset(("الا", "غير", "بيد", "سوي"))  # «إلا أن» opens another clause
_STOPS = frozenset((";", "؛"))


class Complements:
    """Finds the beginning of what is said. ``carried`` are the tokens of speech words met on the way that only go on
    with the same speech («وأضاف قائلا»، «بيانا تناقلته …»)."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.carried: list[int] = []
        self._inner = False

    def find(self, spot: Spot, stop: int) -> Complement:
        """The complement of the cue, before token ``stop``."""
        stage, cue = self.stage, spot.cue
        self.carried.clear()
        self._inner = False
        k, limit = spot.i + 1, min(stop, spot.i + FAR)
        forms, prepositions = stage.forms, stage.lexis.prepositions
        while k < limit:
            form = forms[k]
            if form in THAT and cue.verb.clause:
                before = stage.form(k - 1)
                if before in _CONTRAST_THAT:
                    break
                if self._inner:
                    self._inner = False
                elif before not in stage.lexis.unsaid and not before.startswith("وال"):
                    return Complement("that", k)
            elif form == ":":
                near = k - spot.i <= (NEAR if cue.verb.object else 2 * NEAR)
                return Complement("colon", k) if near else Complement("none", spot.i)
            elif stage.any_quote(k):
                if self._opens_speech(spot, k):
                    return Complement("quote", k)
                k = stage.any_quote(k)
                continue
            elif prepositions.begins(form) and (aside := prepositions.at(stage.page, k)):
                k = aside[0].last
            elif form in _STOPS or self._breaks(spot, k):
                break
            k += 1
        return Complement("none", spot.i)

    def _opens_speech(self, spot: Spot, k: int) -> bool:
        """The quotation at ``k`` is what is said, and neither a name nor part of a longer object."""
        stage, verb = self.stage, spot.cue.verb
        if not stage.direct_quote(k):
            behind = stage.any_quote(k)
            closes = behind >= len(stage.tokens) or stage.tokens[behind].kind == "p"
            return k == spot.i + 1 and not stage.known(k) and closes
        if not verb.object and verb.asserts:
            return True
        if k == spot.i + 1 or stage.form(k - 1) in COMMAS or stage.form(k - 1) in ("(", ")"):
            return True
        phrase = read_phrase(stage, spot.i + 1, k) if stage.known(spot.i + 1) else None
        return phrase is not None and phrase.last == k - 1

    def _breaks(self, spot: Spot, k: int) -> bool:
        """Another speech word at ``k`` begins an utterance of its own."""
        stage = self.stage
        other = stage.lexis.cue(stage.forms[k])
        if other is None or other.form == "noun" or k in stage.mention_on:
            return False
        if self._carries_on(spot, k, other):
            self.carried.append(k)
            return False
        if stage.lexis.noun(stage.form(k)) is not None or other.verb.adjacent:
            return False
        if stage.form(k - 1) not in RELATIVE and stage.form(k - 1) not in RELATIVE_OBJECT:
            return True
        if not other.verb.object or other.verb.act == "accuse":  # the next أن is its own: «التي تقول فرنسا إنها …»
            self._inner = stage.form(k - 1) in RELATIVE
        return False

    def _carries_on(self, spot: Spot, k: int, other: Cue) -> bool:
        """«قائلا» without a comma, or a verb with a pronoun for what is said («نقلته»)."""
        if other.pronoun and other.form in ("past", "present"):
            return True
        plain = spot.cue.verb.asserts and not spot.cue.verb.object
        saying = other.verb.address.endswith("/say") and other.form == "participle"
        return saying and self.stage.form(k - 1) not in COMMAS and (plain or k <= spot.i + 2)
