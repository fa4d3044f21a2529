"""Noun phrases that may speak: where they end."""

from __future__ import annotations

from typing import NamedTuple

from ...model import ActorMention
from .lexis import Noun
from .stage import CLOSE_MARKS, OPEN_MARKS, PREPOSITIONS, RELATIVE, THAT, Stage

# Words that end a noun phrase: «وهو …», «قد …», «كما …».
_ENDS = frozenset("وهو وهي وهم قد لقد وقد كما حيث ما مما لكن ولكن فيما بينما اذ لم لا لن الا غير بيد".split())
_INSIDE = frozenset(("في", "من", "فى", "لدي"))
_LONGEST = 16


class NounPhrase(NamedTuple):
    """Tokens ``first``..``last`` (inclusive), what the head is, the party named in it, whether anything names a
    speaker there."""

    first: int
    last: int
    head: Noun | None
    mention: ActorMention | None
    known: bool


def read_phrase(stage: Stage, i: int, stop: int, *, brief: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at token ``i`` and ends before ``stop``.

    ``brief``: no sign bounds it and what is said may follow at once («أعلن الجيش مقتل …»), so it ends with the party
    that it names, or soon.
    """
    if i >= stop or (stage.tokens[i].kind == "p" and stage.form(i) not in OPEN_MARKS | {"#"}):
        return None
    known, head = stage.known(i), stage.head(i)
    mention, k = _opening(stage, i)
    last = k - 1
    if brief and mention is not None and head is None:
        return NounPhrase(i, last, head, mention, known)
    wide = head is not None and head.section != "titles"
    limit = min(stop, i + (5 if brief else _LONGEST))
    while k < limit and not _ends(stage, k, wide):
        inner = stage.mention_from.get(k)
        if inner is not None:
            mention = mention or inner
            k = stage.mention_stop(inner, k)
            last = k - 1
            if brief:
                break
            continue
        quoted = stage.short_quote(k)
        if quoted:
            mention = mention or stage.mention_from.get(k + 1)
        k = quoted or k + 1
        last = k - 1
    while last > i and stage.form(last) in PREPOSITIONS:
        last -= 1
    return NounPhrase(i, last, head, mention, known)


def _opening(stage: Stage, i: int) -> tuple[ActorMention | None, int]:
    """The party with which the phrase opens, and the token behind it or behind the first word."""
    mention = stage.mention_from.get(i)
    k = i + 1
    if mention is None and (stage.form(i) in OPEN_MARKS or stage.form(i) == "#"):
        mention = stage.mention_from.get(i + 1)
    if mention is not None:
        k = max(k, stage.page.token_range(mention.start, mention.end)[1])
        if k < len(stage.tokens) and stage.form(i) in OPEN_MARKS and stage.form(k) in CLOSE_MARKS:
            k += 1
    return mention, max(k, stage.short_quote(i))


def _ends(stage: Stage, k: int, wide: bool) -> bool:
    """Token ``k`` no longer belongs to the phrase; ``wide`` phrases hold prepositions («مصدر في الشرطة»)."""
    form = stage.form(k)
    if stage.short_quote(k):
        return False
    if stage.tokens[k].kind == "p":
        return form not in CLOSE_MARKS
    if k in stage.time_stop or form in RELATIVE or form in _ENDS or form in THAT:
        return True
    if form in PREPOSITIONS:
        return not (wide and form in _INSIDE)
    bound = stage.bound(k)
    if bound[-1:] in ("ل", "ب"):
        return not wide or (k in stage.mention_from and stage.mention_from[k].category == "media")
    if bound.startswith("و") or (form.startswith("و") and form[1:] in PREPOSITIONS):
        return True
    cue = stage.lexis.cue(form)
    return cue is not None and cue.form != "noun" and k not in stage.mention_on and stage.lexis.noun(form) is None
