"""What stands beside a clause and says who says it: one chain of speakers, before the clause or behind it."""

from __future__ import annotations

from typing import NamedTuple

from ...model import Span, Stance
from .phrases import read_phrase
from .records import Speaker, Utterance
from .speakers import Speakers
from .stage import COMMAS, Stage


class Sentence(NamedTuple):
    """Tokens ``first``..``stop`` of the sentence with number ``number``; ``here`` are its utterances so far."""

    first: int
    stop: int
    number: int
    here: list[Utterance]


class Chain(NamedTuple):
    """Speakers outermost first with the words that attribute, and the last token of what names them."""

    speakers: tuple[Speaker, ...]
    cues: tuple[Span | None, ...]
    last: int
    stance: Stance = "neutral"


def place(
    stage: Stage, sentence: Sentence, chain: Chain, cue: Span, row: str, opens: int, *, joined: bool = False
) -> Utterance:
    """The utterance of an attribution beside its clause: it leads at the head of a sentence, before «فإن», or joined
    by و behind a comma; else it trails. ``opens`` is its first token."""
    first, stop = sentence.first, sentence.stop
    opening = all(stage.tokens[k].kind == "p" for k in range(first, opens))
    behind = stage.skip(chain.last + 1, stop)
    leads = opening or stage.form(behind).startswith(("فان", "فقد")) or (joined and stage.form(opens - 1) in COMMAS)
    return Utterance(
        cue=cue,
        verb=row,
        frame="leading" if leads else "trailing",
        stance=chain.stance,
        speakers=chain.speakers,
        cues=chain.cues,
        begin=stage.tokens[opens].start,
        start=stage.tokens[min(behind, stop - 1)].start if leads else stage.tokens[first].start,
        end=stage.tokens[stop - 1].end,
        sentence=sentence.number,
        form="beside",
    )


def further_source(stage: Stage, speakers: Speakers, k: int, stop: int) -> tuple[Speaker, int] | None:
    """«… عن المرصد»، «… من ثلاثة ضباط» at token ``k`` behind the one who tells: whom he has it from, and the last
    token of that."""
    if k + 1 < stop and stage.form(k) in ("عن", "من") and stage.known(k + 1):
        phrase = read_phrase(stage, k + 1, stop)
        if phrase is not None:
            return speakers.of_phrase(phrase, stop), phrase.last
    return None
