"""From acts of speaking to stretches of text with the chain of those who say so."""

from __future__ import annotations

from bisect import bisect_right

from ...model import Reason, Source
from .records import Attribution, Speaker, Utterance
from .stage import COMMAS, DIRECT_WORDS, Stage

_TURNS = frozenset("فيما بينما وبينما وفيما حين لكن ولكن كما الا غير بيد اما واما".split())
_BESIDE = ("trailing", "leading")
_AROUND = 5  # sentences: no scope holds one further off


def scopes_of(stage: Stage, utterances: list[Utterance]) -> list[Attribution]:
    """The attributions that ``utterances`` (in text order) make, innermost chains included."""
    placed = _bounded(stage, utterances)
    by_sentence: dict[int, list[Utterance]] = {}
    for u in placed:
        by_sentence.setdefault(u.sentence, []).append(u)
    out = []
    for u in placed:
        near = [o for k in range(u.sentence - _AROUND, u.sentence + _AROUND + 1) for o in by_sentence.get(k, ())]
        chain = _dedupe([*_around(u, near), *_own_links(u)])
        out.append(
            Attribution(
                start=u.start, end=u.end, sources=tuple(chain), quoted=_in_direct(stage, u), verb_row=u.verb, cue=u.cue,
                frame=u.frame, because=(Reason("attribution." + u.frame, u.verb),),
            )
        )  # fmt: skip
    return out


def direct_speech(stage: Stage, utterances: list[Utterance]) -> list[tuple[int, int]]:
    """Offsets of the quotations of the page that are direct speech: four words or more, or all that somebody says."""
    said = {u.start for u in utterances if u.frame == "quote"}
    out = []
    for quote in stage.page.quotes:
        first, stop = stage.page.token_range(quote.start, quote.end)
        words = sum(t.kind != "p" for t in stage.tokens[first:stop])
        if words >= DIRECT_WORDS or quote.start in said:
            out.append((quote.start, quote.end))
    return out


def _bounded(stage: Stage, utterances: list[Utterance]) -> list[Utterance]:
    """Ends every scope where the next speaker of the sentence begins, and draws it on to the end of a quotation."""
    by_sentence: dict[int, list[Utterance]] = {}
    for u in utterances:
        by_sentence.setdefault(u.sentence, []).append(u)
    for group in by_sentence.values():
        for u in group:
            if not _tells(u):
                continue
            if u.frame == "trailing":
                _bound_trailing(stage, u, group)
            else:
                _bound_clause(stage, u, group)
    return [u for u in utterances if u.end > u.start and _tells(u)]


def _tells(u: Utterance) -> bool:
    """What is said is told as having happened: also what somebody is accused of."""
    return u.asserts or (u.verb.endswith(("/accuse", "/hold_responsible")) and not u.negated)


def _bound_clause(stage: Stage, u: Utterance, group: list[Utterance]) -> None:
    if u.start >= u.end and u.sentence + 1 < len(stage.page.sentences):  # a colon at the line's end
        u.end = stage.page.sentences[u.sentence + 1][1]
    quotes = stage.page.quotes
    k = bisect_right(quotes, (u.end, 0, False)) - 1
    if k >= 0 and u.start <= quotes[k].start < u.end < quotes[k].end:
        u.end = quotes[k].end
    for other in group:
        if other is u or other.begin < u.start or other.begin >= u.end or other.frame == "trailing":
            continue
        within = not _tells(other) and other.form != "participle" and other.begin == other.cue.start
        if within:  # «اعتقلت شخصا تشتبه بأنه …»
            continue
        if other.sibling or _turns(stage, other.begin):
            u.end = min(u.end, other.begin)


def _turns(stage: Stage, offset: int) -> bool:
    """A word like «فيما» stands just before ``offset``."""
    i = stage.page.token_at(offset)
    return any(stage.form(k) in _TURNS for k in range(max(0, i - 2), i))


def _bound_trailing(stage: Stage, u: Utterance, group: list[Utterance]) -> None:
    before = [o for o in group if o.begin < u.begin and o is not u]
    after = [o for o in group if o.begin > u.begin]
    if after:
        u.end = min(u.end, after[0].begin)
        if after[0].frame == "trailing":
            u.end = min(u.end, u.begin)
    earlier = [o for o in before if o.frame == "trailing"]
    if earlier:
        u.start = max(u.start, earlier[-1].begin)
    clauses = [o for o in before if o.frame not in _BESIDE and o.start < u.begin]
    if not clauses:
        return
    if u.speaker.type == "media" and clauses[-1].speaker.type != "media":
        return
    u.start = max(u.start, _clause_start(stage, u.begin, max(o.start for o in clauses)))


def _clause_start(stage: Stage, offset: int, floor: int) -> int:
    """Where the clause before ``offset`` begins: behind the comma before the last one, but not before ``floor``."""
    i = stage.page.token_at(offset) - 1
    while i > 0 and stage.form(i) in COMMAS:
        i -= 1
    while i > 0 and stage.tokens[i].start > floor:
        if stage.form(i) in ("،", ",") or stage.form(i) in _TURNS:
            return stage.tokens[i].end
        i -= 1
    return floor


def _around(u: Utterance, near: list[Utterance]) -> list[Source]:
    """The chain that holds where ``u`` speaks: from the scopes that hold it, outermost first."""
    holders = [
        o for o in near
        if o is not u and o.start <= u.start and u.begin < o.end and o.start <= u.begin and not o.denies
        and ((o.end - o.start, o.start) != (u.end - u.start, u.start) or (u.speaker.own and o.begin < u.begin))
    ]  # fmt: skip
    holders.sort(key=lambda o: (o.start, -o.end))
    return [link for holder in holders for link in _own_links(holder)]


def _own_links(u: Utterance) -> list[Source]:
    out = []
    for speaker, cue in zip(u.speakers, u.cues, strict=True):
        if not speaker.own:
            innermost = speaker is u.speaker
            out.append(source_of(speaker, cue, u.stance if innermost else "neutral"))
    return out


def source_of(speaker: Speaker, cue: object, stance: str) -> Source:
    """The contract's source for a speaker."""
    return Source(
        start=speaker.start, end=speaker.end, text=speaker.text, actor_id=speaker.actor_id, type=speaker.type,
        cue=cue, stance=stance,  # type: ignore[arg-type]
    )  # fmt: skip


def _dedupe(chain: list[Source]) -> list[Source]:
    """A chain without neighbours that are the same party."""
    out: list[Source] = []
    for link in chain:
        same = [o for o in out if (o.actor_id and o.actor_id == link.actor_id) or o.text == link.text]
        for o in same:
            out.remove(o)
        out.append(link)
    return out


def _in_direct(stage: Stage, u: Utterance) -> bool:
    return any(q.start <= u.start and u.end <= q.end + 1 for q in _near(stage, u.start))


def _near(stage: Stage, offset: int) -> list:  # type: ignore[type-arg]
    quotes = stage.page.quotes
    k = bisect_right(quotes, (offset + 1, 0, False))
    return quotes[max(0, k - 2) : k + 1]
