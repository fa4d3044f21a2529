"""A person's own name in a noun phrase that speaks, or beside it: «العقيد فلان» … «وأضاف فلان»."""

from __future__ import annotations

from .phrases import NounPhrase
from .stage import COMMAS, PREPOSITIONS, THAT, Stage

_LONGEST = 6  # words of a name with its rank, at most
_BEHIND = frozenset(("عن", "الي", "في", "ان"))
_UNNAMED = ("media", "anonymous", "organisation", "witness")


def name_tokens(stage: Stage, phrase: NounPhrase) -> list[int]:
    """The tokens that may name the person of ``phrase`` later on: his own words, not those of the party he serves."""
    if phrase.head is not None and phrase.head.type in _UNNAMED:
        return []
    inside = (i for i in range(phrase.first, phrase.last + 1) if not _is_party(stage, i, phrase.last))
    return [i for i in (*inside, *_behind(stage, phrase)) if _may_name(stage, i)]


def _may_name(stage: Stage, i: int) -> bool:
    form = stage.form(i)
    return stage.tokens[i].kind == "w" and len(form) > 2 and stage.lexis.noun(form) is None


def _is_party(stage: Stage, i: int, last: int) -> bool:
    """Token ``i`` belongs to a party named in the phrase, not to the person's name behind his office."""
    inside = stage.mention_on.get(i)
    if inside is None or inside.end >= stage.tokens[last].end:
        return False
    stop = stage.page.token_range(inside.start, inside.end)[1]
    return not (i >= stop - 2 and any(reason.rule == "actors.name_behind_office" for reason in inside.because))


def _behind(stage: Stage, phrase: NounPhrase) -> list[int]:
    """A name set beside an office: «قائد الشرطة، العميد فلان الفلاني، …»."""
    i = phrase.last + 1
    if phrase.head is None or phrase.head.section == "documents":
        return []
    titled = stage.lexis.noun(stage.form(i)) is not None and stage.form(i).startswith("ال")
    if not titled and stage.form(i) not in COMMAS:
        return []
    i += stage.form(i) in COMMAS
    out: list[int] = []
    while len(out) < _LONGEST and not _ends(stage, i):
        out.append(i)
        i += 1
    return out if 1 < len(out) < _LONGEST and (stage.form(i) not in PREPOSITIONS or stage.form(i) in _BEHIND) else []


def _ends(stage: Stage, i: int) -> bool:
    if i >= len(stage.tokens) or stage.tokens[i].kind != "w" or i in stage.time_stop:
        return True
    return stage.form(i) in PREPOSITIONS or stage.form(i) in THAT
