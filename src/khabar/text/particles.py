"""Closed classes of Arabic grammar that several rooms read by, in folded spelling (:func:`.fold.fold_word`).

Particles, pronouns and the sides of the compass: grammar that does not grow. Words that do lie in the lexicon.
"""

from __future__ import annotations

# Relative pronouns in both cases of the dual (Wright, *A Grammar of the Arabic Language*, I § 347).
RELATIVES = frozenset("الذي التي الذين اللذان اللذين اللتان اللتين".split())
# "others", which counts on from a number before it: «3 جنود و5 آخرون».
OTHERS = frozenset("اخر اخران اخرين اخرون".split())
_SIDES = tuple("شرق غرب شمال جنوب".split())
# Sides and their adjectives, both of which stand before a place («شمال حلب», «شمالي حلب»).
DIRECTIONS = frozenset((*_SIDES, *(f"{side}ي" for side in _SIDES), "وسط"))
