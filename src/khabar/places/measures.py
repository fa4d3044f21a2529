"""Places told by another: «أراضيها», «مشارفها», «40 كلم جنوب شرق كذا»."""

from __future__ import annotations

import math

from .draft import Draft
from .tokens import TokenReader

_KM_OF_DEGREE = 111.2
_TOWARDS = frozenset(("الي", "من", "عن", "باتجاه", "جهه"))  # «40 كلم إلى الشمال», «40 كلم عن كذا»
_MOST_KM = 1500.0
_NORTH = {"n": 1, "s": -1}
_EAST = {"e": 1, "w": -1}


def away(lat: float, lon: float, way: str, km: float) -> tuple[float, float]:
    """The point ``km`` kilometres from another on the ``way`` given ("se"); the other itself when no way is told."""
    north, east = (sum(signs.get(letter, 0) for letter in way) for signs in (_NORTH, _EAST))
    if not north and not east:
        return lat, lon
    degrees = km / _KM_OF_DEGREE / math.hypot(north, east)
    return round(lat + degrees * north, 4), round(lon + degrees * east / math.cos(math.radians(lat)), 4)


class MeasureReader(TokenReader):
    """Reads pronouns on parts, and distances in front of a place."""

    def _owned(self, i: int) -> Draft | None:
        """«أراضيها», «مشارفها»: a part of what its pronoun stands for."""
        found = self._look.form(self._tokens[i].form).owned
        if found is None:
            return None
        word, procs, cut, pronoun = found
        token = self._tokens[i]
        start = self._page.folded.original(token.fstart + cut) if cut else token.start
        draft = Draft(i, i, start, token.end, (i, i), parts=[word], procs=procs, echo=True, owner=pronoun)
        if word.way:
            draft.ways.append(word.way)
        return draft

    def _measure(self, draft: Draft) -> Draft:
        """Take the distance in front of ``draft``, if there is one: «40 كلم جنوب شرق كذا»."""
        tokens, k = self._tokens, draft.first - 1
        if draft.procs or draft.echo or k < 1:
            return draft
        direct = bool(draft.parts) and draft.parts[0].kind == "side"
        if tokens[k].form in _TOWARDS:
            k -= 1
        elif not direct:
            return draft
        if k > 1 and tokens[k].form in self._words.meters and tokens[k - 1].form in self._words.units:
            k -= 1  # «كيلو متر»
        km = self._words.units.get(tokens[k].form) if k >= 0 else None
        if km is None:
            return draft
        number = self._number(k - 1)
        if number is None or not 0 < number * km <= _MOST_KM:
            return draft
        draft.away = number * km
        draft.first, draft.start = k - 1, tokens[k - 1].start
        return draft

    def _number(self, k: int) -> float | None:
        """A whole number in digits at token ``k``."""
        tokens = self._tokens
        if k < 0 or tokens[k].kind != "d" or not tokens[k].form.isdecimal() or len(tokens[k].form) > 4:
            return None
        if k > 1 and tokens[k - 1].form in (".", ",", "٫") and tokens[k - 1].end == tokens[k].start:
            return None
        return float(int(tokens[k].form))
