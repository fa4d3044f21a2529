"""Clitics: what Arabic writes as part of a word that is a word of its own.

In front: the conjunctions و ف, the prepositions ب ك ل, س of the future, the article ال (which ل swallows: لل); behind:
the attached pronouns. Wright, *A Grammar of the Arabic Language* (3rd ed.), I §§ 185, 317, 344-345, 361, 366.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ك", "ل", "س")
ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")


class Reading(NamedTuple):
    """One split of a form: ``procs`` + ``stem`` + ``enclitic``; ``cut`` folded characters stand before the stem.

    For «للجيش» both (ل, الجيش) and (لل, جيش) are readings; the article that لل swallows is restored in the former.
    """

    procs: str
    stem: str
    enclitic: str
    cut: int


def _procs(form: str) -> list[tuple[str, str, int]]:
    """(proclitics, rest, cut) for every possible run of proclitics, the whole form first."""
    heads = [("", form, 0)]
    if len(form) > 2 and form[0] in _CONJUNCTIONS:
        heads.append((form[0], form[1:], 1))
    out = list(heads)
    for procs, rest, cut in heads:
        if len(rest) > 2 and rest[0] in _PREPOSITIONS:
            out.append((procs + rest[0], rest[1:], cut + 1))
            if rest.startswith("لل") and len(rest) > 3:
                out.append((procs + "ل", "ال" + rest[2:], cut + 1))
                out.append((procs + "لل", rest[2:], cut + 2))
            elif rest[1:3] == "ال" and len(rest) > 4:
                out.append((procs + rest[0] + "ال", rest[3:], cut + 3))
        if rest.startswith("ال") and len(rest) > 3:
            out.append((procs + "ال", rest[2:], cut + 2))
    return out


def _stems(short: str) -> list[str]:
    """The stems that what stands before a pronoun may come from, itself first."""
    stems = [short]
    if short.endswith("ت") and len(short) > 2:  # مدينته → مدينه
        stems.append(short[:-1] + "ه")
    elif short.endswith("و"):  # قتلوه → قتلوا
        stems.append(short + "ا")
        if short.endswith("او") and len(short) > 3:  # ابناوه (أبناؤه) → ابناء
            stems.append(short[:-1] + "ء")
    elif short.endswith("ا") and len(short) > 2:  # شنها stays شن; نفاها → نفي
        stems.append(short[:-1] + "ي")
    elif short.endswith("اي") and len(short) > 3:  # ابنايه (أبنائه) → ابناء
        stems.append(short[:-1] + "ء")
    return stems


@lru_cache(maxsize=100_000)
def readings(form: str) -> tuple[Reading, ...]:
    """Every split of a folded form, the whole word first, then by shorter stems; without enclitics before with."""
    bare = [Reading(procs, rest, "", cut) for procs, rest, cut in _procs(form)]
    out = list(bare)
    for reading in bare:
        stem = reading.stem
        if reading.procs.endswith("ال"):
            continue
        for enclitic in ENCLITICS:
            if len(stem) > len(enclitic) + 1 and stem.endswith(enclitic):
                out += [Reading(reading.procs, s, enclitic, reading.cut) for s in _stems(stem[: -len(enclitic)])]
    return tuple(out)
