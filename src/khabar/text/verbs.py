"""Verb forms: from the third person masculine singular of past and present to the forms that news uses.

Only forms that reports use of others and of themselves are made: third persons, and the first person of communiqués
(«قصفنا», «نعلن»). Endings of weak verbs follow Wright, *A Grammar of the Arabic Language* (3rd ed.), I §§ 144-180;
vowel marks are not written, so an active form and its passive often share one spelling (قتل).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .fold import fold_word


class VerbForm(NamedTuple):
    """A folded form with what it tells: ``tense`` past or present; ``person`` 1 or 3; ``number`` s, d or p; ``gender``
    m, f or "" where the form leaves it open."""

    form: str
    tense: str
    person: int
    number: str
    gender: str


def conjugate(past: str, present: str = "") -> list[VerbForm]:
    """The forms of a verb given as «قصف» and «يقصف»; folded, without doubles."""
    forms = list(_past(past)) if past else []
    if present:
        forms += _present(present)
    seen: set[VerbForm] = set()
    return [f for f in forms if not (f in seen or seen.add(f))]  # type: ignore[func-returns-value]


def _past(lemma: str) -> Iterator[VerbForm]:
    final = lemma[-1]
    word = fold_word(lemma)
    if final in "ىا" and len(word) > 2:
        base = word[:-1]
        weak = base + ("ي" if final == "ى" else "و")
        fem, dual, plural, first = base + "ت", weak + "ا", base + "وا", weak + "نا"
    elif final == "ي":
        fem, dual, plural, first = word + "ت", word + "ا", word[:-1] + "وا", word + "نا"
    else:
        hollow = len(word) > 2 and word[-2] == "ا"
        first = (word[:-2] + word[-1] if hollow else word) + "نا"
        fem, dual, plural = word + "ت", word + "ا", word + "وا"
    yield VerbForm(word, "past", 3, "s", "m")
    yield VerbForm(fem, "past", 3, "s", "f")
    yield VerbForm(dual, "past", 3, "d", "m")
    yield VerbForm(fem + "ا", "past", 3, "d", "f")
    yield VerbForm(plural, "past", 3, "p", "m")
    yield VerbForm(first.replace("ننا", "نا") if first.endswith("ننا") else first, "past", 1, "p", "")


def _present(lemma: str) -> Iterator[VerbForm]:
    word = fold_word(lemma)
    rest = word[1:]
    weak = lemma[-1] in "ىيو" and len(rest) > 2
    base = rest[:-1] if weak else rest
    dual = base + ("و" if lemma[-1] == "و" else "ي") if weak else rest
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        yield VerbForm(prefix + rest, "present", 3, "s", gender)
        if weak:  # jussive: لم ينف، لم يدع
            yield VerbForm(prefix + base, "present", 3, "s", gender)
        elif rest[-2:-1] in ("ا", "و", "ي") and len(rest) > 2 and len(rest) < 5:  # لم يقل، لم يصب
            yield VerbForm(prefix + rest[:-2] + rest[-1], "present", 3, "s", gender)
        yield VerbForm(prefix + dual + "ان", "present", 3, "d", gender)
        yield VerbForm(prefix + dual + "ا", "present", 3, "d", gender)
    yield VerbForm("ي" + base + "ون", "present", 3, "p", "m")
    yield VerbForm("ي" + base + "وا", "present", 3, "p", "m")
    yield VerbForm("ن" + rest, "present", 1, "p", "")
