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
    brief: bool = False


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
    if brief and mention is not None:
        return NounPhrase(i, last, head, mention, known, True)
    if mention is None and head is None and stage.form(i) in stage.names:
        while k < stop and stage.form(k) in stage.names:
            k += 1
        return NounPhrase(i, k - 1, head, mention, known, brief)
    limit = min(stop, i + (5 if brief else _LONGEST))
    while k < limit and not _ends(stage, k, i, head) and not _closed(stage, i, k, head, brief):
        inner = stage.mention_from.get(k)
        if inner is not None:
            mention = mention or inner
            k = stage.mention_stop(inner, k)
        else:
            quoted = stage.short_quote(k)
            mention = mention or (stage.mention_from.get(k + 1) if quoted else None)
            k = quoted or k + 1
        last = k - 1
        if brief and inner is not None:
            break
    while last > i and stage.form(last) in PREPOSITIONS:
        last -= 1
    return NounPhrase(i, last, head, mention, known, brief)


def _closed(stage: Stage, i: int, k: int, head: Noun | None, brief: bool) -> bool:
    """The phrase from ``i`` is whole before token ``k``, which begins something else."""
    if _apposition(stage, i, k, head) or (k == i + 1 and _second_noun(stage, i, k)):
        return True
    if k in stage.mention_from:
        return _another(stage, i, k)
    if not brief:
        return False
    titled = head is not None and head.section == "titles"
    if not titled and (_complete(stage, i, k) or _owned(stage, k)):
        return True
    defined = stage.form(k).startswith("ال") and stage.form(k - 1) not in PREPOSITIONS
    if defined and k > i + 1 and not stage.form(i).startswith("ال"):
        return True
    return k not in stage.mention_on and _prepositional(stage, k)


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


def _second_noun(stage: Stage, i: int, k: int) -> bool:
    """«المحافظ السكان»: behind a noun with the article, another with it is spoken to."""
    form = stage.form(k)
    return form.startswith("ال") and stage.form(i).startswith("ال") and stage.lexis.noun(form) is not None


def _owned(stage: Stage, k: int) -> bool:
    """A noun with the speaker's own pronoun («أي جهة مسؤوليتها») is what is spoken of."""
    form = stage.form(k)
    return len(form) > 5 and form.endswith(("ها", "هم", "هما")) and k not in stage.mention_on


def _complete(stage: Stage, i: int, k: int) -> bool:
    """A noun with the article has closed the phrase, and token ``k`` has none («نقابة الأطباء اقتحام …»)."""
    if stage.form(k).startswith("ال") or k in stage.mention_on or stage.form(k - 1) in PREPOSITIONS:
        return False
    return (
        stage.tokens[k].kind == "w"
        and any(stage.form(j).startswith("ال") for j in range(i, k))
        and not (stage.form(k) in PREPOSITIONS or stage.bound(k))
    )


def _prepositional(stage: Stage, k: int) -> bool:
    """An unknown word with ب before it begins what the verb is about («هددت الحركة باستهداف …»)."""
    form = stage.form(k)
    return form.startswith("ب") and len(form) > 3 and form not in stage.names and stage.lexis.noun(form) is None


def _another(stage: Stage, i: int, k: int) -> bool:
    """A party with the article directly behind a noun with it is no part of the phrase («المتمردون الحكومة»), unless
    it is an adjective («المتمردون الحوثيون»)."""
    form = stage.form(k)
    if k != i + 1 or not (form.startswith("ال") and stage.form(i).startswith("ال")):
        return False
    return not form.endswith(("ي", "يه", "يون", "يين", "ين"))


def _apposition(stage: Stage, i: int, k: int, head: Noun | None) -> bool:
    """Token ``k`` tells what the person is who was just named: «آفي جيل القائد …»، «صديق خان المسؤول …»."""
    form = stage.form(k)
    if (
        not form.startswith("ال")
        or k < i + 2
        or k in stage.mention_from
        or (head is not None and head.section != "titles")
    ):
        return False
    noun = stage.lexis.noun(form)
    return noun is not None and noun.role == "office" and stage.lexis.noun(stage.form(k - 1)) is None


def _ends(stage: Stage, k: int, i: int, head: Noun | None) -> bool:
    """Token ``k`` no longer belongs to the phrase from ``i``; with a noun that speaks at its head it holds prepositions
    («مصدر في الشرطة»)."""
    form, wide = stage.form(k), head is not None
    if stage.short_quote(k):
        return False
    if stage.tokens[k].kind == "p":
        return form not in CLOSE_MARKS
    if k in stage.time_stop or form in RELATIVE or form in _ENDS or form in THAT or form == "ل" or form[:3] == "فان":
        return True
    if form in PREPOSITIONS:
        return not (wide and form in _INSIDE) or k + 1 in stage.time_stop or stage.is_venue(k + 1)
    begins = k not in stage.mention_on or k in stage.mention_from
    if head is not None and stage.is_press(k) and begins and not form.startswith("ال"):
        owned = head.section == "titles" and (k == i + 1 or stage.lexis.noun(stage.form(k - 1)) is not None)
        return not (head.type == "media" or owned)
    bound = stage.bound(k)
    if bound[-1:] in ("ل", "ب"):
        return not wide or stage.is_press(k)
    if bound.startswith("و") or (form.startswith("و") and form[1:] in PREPOSITIONS):
        return True
    if k in stage.mention_on or stage.lexis.noun(form) is not None:
        return False
    cue = stage.lexis.cue(form)
    if cue is not None:
        return cue.form != "noun" or bool(cue.pronoun)
    return not form.startswith("ال") and stage.verbs.read(form) is not None
