"""Whom a statement is about or spoken to: the accused, the condemned, the addressee."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from ...clauses import Scene
from ...clauses.attribution import Utterance
from ...model import ActorMention, Mention
from ...text import RELATIVES

_PREPOSITIONS = RELATIVES.union("في من الي علي عن مع بعد قبل خلال ان بان الا كما".split())
_ADVERBS = frozenset("بشده بقوه مجددا ايضا كذلك علنا رسميا كل كلا".split())
_OF_IT = frozenset("به بها فيه فيها له لها".split())  # «يدعو فيه أنصاره»
_NAMED = frozenset(("appeal", "accuse", "condemn"))
_LONGEST = 4  # words of a noun that is spoken to or of
_NEAR = 4  # words behind verb and speaker in which the one spoken to is named
_JOINED = 3  # characters between two parties joined by و


def targets(scene: Scene, u: Utterance, kind: str, end: int, *, bare: bool) -> list[Mention]:
    """The parties that the statement is about or spoken to; ``bare``: where no party is, the noun there."""
    if kind in ("announce", "claim_responsibility"):
        return []
    after = max(u.cue.end, u.speaker.end if u.speaker.start > u.cue.start and u.speaker.end < end else 0)
    if u.frame in ("that", "quote", "colon"):
        after = max(after, u.start)
    first, stop = scene.page.token_range(after, end)
    first = _behind_asides(scene, first, stop)
    named = _named(scene, u, first, stop) if bare and kind in _NAMED and u.frame != "that" else None
    near = scene.page.tokens[min(first + _NEAR, stop) - 1].end if first < stop else after
    spoken_to = kind == "appeal" and u.frame == "object"
    parties = _parties(scene, u, after, near if spoken_to or (kind == "condemn" and named) else end)
    if parties:
        return parties
    return [named] if named is not None else []


def _behind_asides(scene: Scene, first: int, stop: int) -> int:
    """The token behind times and adverbs («أدانت تونس اليوم الجمعة بشدة …»)."""
    page = scene.page
    while first < stop:
        token = page.tokens[first]
        k = bisect_left(scene.times, token.end, key=attrgetter("end"))
        if k < len(scene.times) and scene.times[k].start <= token.start:
            first = page.token_range(0, scene.times[k].end)[1]
        elif token.form in _ADVERBS or token.form in _OF_IT:
            first += 1
        else:
            break
    return first


def _parties(scene: Scene, u: Utterance, after: int, end: int) -> list[Mention]:
    """The first party between the offsets that is not the speaker, and those joined to it by و."""
    out: list[ActorMention] = []
    for k in range(bisect_left(scene.actors, after, key=attrgetter("start")), len(scene.actors)):
        mention = scene.actors[k]
        if mention.end > end:
            break
        his_own = u.act == "appeal" and mention.text.endswith(("ه", "ها", "هم"))
        if mention.actor_id is not None and mention.actor_id == u.speaker.actor_id and not his_own:
            continue
        between = scene.page.text[out[-1].end : mention.start] if out else ""
        if out and not (len(between) <= _JOINED and between.strip().startswith("و")):
            break
        out.append(mention)
    return [Mention(m.start, m.end, m.text, m.actor_id) for m in out]


def _named(scene: Scene, u: Utterance, first: int, stop: int) -> Mention | None:
    """The noun behind verb and speaker, up to a preposition or sign; what is asked for («طالب بـ…») is none."""
    tokens = scene.page.tokens
    last = first
    while last < min(stop, first + _LONGEST):
        form = tokens[last].form
        particle = form.startswith(("ب", "لل", "ل")) and not (last == first and u.verb.endswith("/appeal_to"))
        if tokens[last].kind != "w" or form in _PREPOSITIONS or particle:
            break
        last += 1
    if last == first:
        return None
    span = scene.page.span(tokens[first].start, tokens[last - 1].end)
    return Mention(span.start, span.end, span.text, None)
