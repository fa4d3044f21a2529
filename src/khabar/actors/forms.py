"""The Arabic forms of the room's words: inflections of adjectives of belonging, and phrases that agree in definiteness.

Grammar: the relative adjective (nisba) in ``-iyy`` takes the endings of Wright, *A Grammar of the Arabic Language*
(3rd ed.), I §§ 249-267 and 301; an adjective agrees with its noun in definiteness (II § 136 f.).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from ..text.letters import plain
from .registry import as_ids

ANY, DEFINITE, INDEFINITE = 0, 1, 2
_NISBA = ("", "ه", "ا", "ين", "ون", "ان", "تين", "تان", "ات")
_SIMPLE = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويء ")
_RELATIVE = re.compile(".{3}ي$")
_WORD = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]")


@lru_cache(maxsize=100_000)
def split_forms(phrase: str) -> tuple[str, ...]:
    """The folded token forms of a phrase."""
    folded = plain(phrase)
    return tuple(folded.split() if _SIMPLE.issuperset(folded) else _WORD.findall(folded))


def nisba(adjective: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """(forms, definiteness) of an adjective of belonging given as «سوري» or, of two words, as «كوري شمالي»."""
    first, *second = split_forms(adjective)
    for ending in _NISBA:
        if second:
            yield (first + ending, second[0] + ending), INDEFINITE
            yield (first + ending, "ال" + second[0] + ending), DEFINITE
        else:
            yield (first + ending,), ANY


@lru_cache(maxsize=100_000)
def variants(phrase: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    """(forms, definiteness of the first word) of a noun phrase of the lexicon, with its indefinite accusative.

    "~طائرات حربية" is a noun with adjectives: «طائرات حربية» and «الطائرات الحربية». Any other phrase of several
    words is a construct as written («وزارة الدفاع»), whose first word has no article; single words may have one.
    """
    if phrase.startswith("~"):
        words = split_forms(phrase[1:])
        definite = (words[0], *("ال" + form for form in words[1:]))
        return (words, INDEFINITE), (definite, DEFINITE), (tuple(map(accusative, words)), INDEFINITE)
    forms = split_forms(phrase)
    if len(forms) > 1:
        return ((forms, INDEFINITE),)
    return (forms, ANY), ((accusative(forms[0]),), INDEFINITE)


def accusative(form: str) -> str:
    """The indefinite accusative in -an as it is written: «موقعا»; plurals and feminines write none."""
    return (
        form
        if form.endswith(("ه", "ات", "ا", "ون", "ين", "ان", "اء", "ي")) and not _RELATIVE.search(form)
        else form + "ا"
    )


def names(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A row's list of words, or its one word."""
    return as_ids(row.get(key))
