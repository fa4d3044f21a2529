"""Segmentation: the one likeliest split of a word, for display and for callers without a lexicon of their own.

General rules decide (below, after the grammar); words that merely begin or end like a clitic are in the lexicon
(``text_words.yml``). How the word is written helps: a written hamza (ألغى, إلى) is no article, a written ة no pronoun.
"""

from __future__ import annotations

from typing import NamedTuple

from .clitics import Reading
from .letters import plain, unmarked
from .spelling import Spelling, shipped

# Particles that clitics hang on, and the prepositions and the like that take pronouns.
_PARTICLES = frozenset(
    "من في عن قد لم لن لا ما ان او اذ اذا لو كي هو هي هم هن هل كل مع اي ثم بل كان كانت ليس ليست هذا هذه ذلك تلك هناك "
    "هنا الذي التي عندما لكن حين حتي لما كما سوف اما انما لدي بعد قبل بين علي الي حول كم بما مما ممن هولاء كيف قال قالت"
    .split()
)  # fmt: skip
_TAKE_PRONOUNS = frozenset(
    "من في عن علي الي لدي مع بين ان لان لكن كان بان عند ضد كل بعد قبل حول دون لن منذ انن لكنن".split()
)
# كما, كان, كلا, كلم, كهل, كحول are words of their own.
_NOT_BEHIND_KAF = frozenset("ما ان لا لم هل حول".split())
_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ه", "ك")
_BEHIND = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك")
_HAMZA = frozenset("أإآ")
_TANWIN = "\u064b"


class Word(NamedTuple):
    """A token with its clitics: ``token`` is its index; ``start``/``end`` are the stem's, in the original text.

    The stem is folded and stands as it is written: before a pronoun ta marbuta is ت (مدينتهم: مدينت).
    """

    token: int
    start: int
    end: int
    procs: str
    stem: str
    enclitic: str


def segment(form: str, written: str | None = None, spelling: Spelling | None = None) -> Reading:
    """The likeliest split of ``form``.

    ``written`` is the word as it stands in the text (with its hamzas and ta marbutas), when it is known; without it
    a final ه counts as ta marbuta unless the letters before say otherwise.
    """
    known = spelling or shipped()
    key = (form, written or "")
    found = known.segments.get(key)
    if found is None:
        found = _decide(plain(form), written, known)
        known.remember(key, found)
    return found


def _decide(form: str, written: str | None, spelling: Spelling) -> Reading:
    letters = unmarked(written) if written else ""
    if len(letters) != len(form):  # a ligature or a dodged word: the written letters do not match one to one
        letters = ""
    if form == "لله":
        return Reading("ل", "الله", "", 1)
    procs, cut = _front(form, letters, spelling)
    stem = form[cut:]
    if stem[0:1] in ("ب", "ل") and stem[1:] in _PRONOUNS:
        return Reading(procs, stem[0], stem[1:], cut)
    marked = written is not None and _TANWIN in written
    enclitic = "" if procs.endswith(("ال", "لل")) else _behind(stem, letters[cut:], marked, spelling)
    return Reading(procs, stem[: len(stem) - len(enclitic)], enclitic, cut)


def _front(form: str, letters: str, spelling: Spelling) -> tuple[str, int]:
    """The proclitics and their length."""
    procs, cut = "", 0
    if _conjunction(form, letters, spelling):
        procs, cut = form[0], 1
    rest = form[cut:]
    taken = _preposition(rest, letters[cut:], spelling)
    if not taken and _future(rest, letters[cut:], spelling):
        taken = "س"
    if not taken and _article(rest, letters[cut:], spelling):
        taken = "ال"
    return procs + taken, cut + len(taken)


def _conjunction(form: str, letters: str, spelling: Spelling) -> bool:
    first, rest = form[:1], form[1:]
    if first not in ("و", "ف") or len(rest) < 2 or form in spelling.starts:
        return False
    if first == "ف" and _without_pronoun(form) == "في":
        return False
    if rest in _PARTICLES or rest in spelling.short or _without_pronoun(rest) in _TAKE_PRONOUNS:
        return True
    if len(rest) == 2:
        return rest[0] in ("ب", "ل") and rest[1:] in _PRONOUNS
    if spelling.starts_whole(form):
        return False
    return first == "و" or _article(rest, letters[1:], spelling) or _fa(rest) or spelling.starts_whole(rest)


def _fa(rest: str) -> bool:
    """What follows ف looks like a verb or a preposition with article; most other words with ف begin with it."""
    if rest.startswith(("لل", "بال", "است", "سي", "ست")) and len(rest) > 4:
        return True
    if rest[0] in ("ي", "ت") and len(rest) > 3:
        return True
    past = rest.endswith("وا") or (rest.endswith("ت") and not rest.endswith("ات"))
    return past and len(rest) > 3 and not (rest.endswith("وا") and len(rest) < 5)


def _preposition(form: str, letters: str, spelling: Spelling) -> str:
    first, rest = form[:1], form[1:]
    if first not in ("ب", "ل", "ك") or len(rest) < 2 or rest in _PRONOUNS or form in spelling.starts:
        return ""
    if form.startswith("لل"):
        return ("ل" if spelling.starts_whole(rest) else "لل") if len(form) > 3 else ""
    if rest in _PARTICLES or _without_pronoun(rest) in _TAKE_PRONOUNS:
        return first if first != "ك" or rest not in _NOT_BEHIND_KAF else ""
    if len(rest) == 2:
        return first if first != "ك" and rest in spelling.short else ""
    if spelling.starts_whole(form):
        return ""
    if first != "ل" and _article(rest, letters[1:], spelling):
        return first + "ال"
    if first == "ك":
        return first if (rest[0] == "م" and len(rest) > 3) or spelling.starts_whole(rest) else ""
    return first


def _future(form: str, letters: str, spelling: Spelling) -> bool:
    if form[:1] != "س" or len(form) < 4 or spelling.starts_whole(form):
        return False
    return form[1] in ("ي", "ت", "ن") or letters[1:2] == "أ"


def _article(form: str, letters: str, spelling: Spelling) -> bool:
    if not form.startswith("ال") or len(form) < 4 or letters[:1] in _HAMZA:
        return False
    return not spelling.no_article(form)


def _without_pronoun(form: str) -> str:
    """What is left of ``form`` without a pronoun at its end; "" when there is none."""
    for pronoun in _BEHIND:
        if form.endswith(pronoun) and len(form) > len(pronoun) + 1:
            return form[: -len(pronoun)]
    return ""


def _behind(stem: str, letters: str, tanwin: bool, spelling: Spelling) -> str:
    """The pronoun at the end of ``stem``; "" when there is none."""
    if stem in spelling.ends or letters.endswith("ة") or stem.endswith("الله"):
        return ""
    for pronoun in _BEHIND:
        base = stem[: -len(pronoun)]
        if not stem.endswith(pronoun) or len(base) < 2 or (pronoun == "ني" and base[-1] != "ن"):
            continue
        if base in _TAKE_PRONOUNS:
            return pronoun
        if pronoun == "ها":
            return "" if tanwin else pronoun
        if pronoun == "نا":
            return pronoun if not tanwin and _our(base, letters) else ""
        if pronoun == "ه":
            return pronoun if _his(base, letters) else ""
        if len(pronoun) > 1 and pronoun != "ني":
            return pronoun if len(base) > 2 and not tanwin else ""
    return ""


def _our(base: str, letters: str) -> bool:
    """نا behind ``base`` is the pronoun: not the ن of -ان, -ون, -ين with the alif of the accusative (بيانا, مليونا)."""
    if base[-1] in "اوي":
        return letters[-3:-2] in ("ئ", "ؤ")
    return len(base) > 2


def _his(base: str, letters: str) -> bool:
    """ه behind ``base`` is the pronoun: the text writes ta marbuta with dots, or ت stands before it (قواته)."""
    if letters:
        return True
    return base.endswith("ت") and len(base) > 3
