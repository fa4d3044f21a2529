"""Statement claims: speech acts whose content is a position.

A verb that is an act by itself («اتهم»، «دعا»، «أدان») makes one wherever it has a speaker. A verb that only voices
something takes the act of the noun behind it («جددت دعوتها»). Plain saying makes one where no act is told in what is
said; the words there decide which, else it is an assessment.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...clauses import Scene
from ...clauses.attribution import Utterance, Voices
from ...clauses.verbs import VerbTable
from ...lexicon import Lexicon
from ...model import Mention, Reason, Source, Speech
from ...text import RELATIVES, Page
from ..linear import Linear, load
from ..proposal import QUOTED, Proposal
from .content import Content, Found
from .plain import FALLBACK, features, weighed
from .targets import targets

_AHEAD = 14  # tokens behind the verb in which the noun of a voicing verb stands
_CLOSES = frozenset((")", "»", '"', "”"))
_AND_THAT = frozenset("وان وانه وانها وانهم".split())
_ASIDE = frozenset("وهو وهي وهم بينما فيما حيث".split())
_PRONOUNS = ("ه", "ها", "هم", "نا")
_OWN = 5  # words in which somebody comes to his own doing
_LEAST = 3  # words of a position at least


class Position(NamedTuple):
    """The statement type of an act of speaking, how sure its rule is (see ``STRENGTHS``), the rule and the row."""

    act: str
    strength: str
    rule: str
    row: str | None


class Stated(NamedTuple):
    """A statement as proposed, how sure its rule is, and the features that the scorer weighs."""

    made: Proposal
    strength: str
    held: list[str]


class Statements:
    """Proposes the statement claims of scenes. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon, verbs: VerbTable | None = None) -> None:
        self._content = Content(lexicon)
        self._verbs = verbs or VerbTable(lexicon)
        self._scorer = load("statement", {"yes": FALLBACK})

    def propose(
        self, scene: Scene, voices: Voices, acts: Iterable[int] = (), scorer: Linear | None = None
    ) -> list[Proposal]:
        """The statements of ``scene`` in order of their evidence.

        ``acts`` are offsets of the triggers of the act claims: plain saying that tells an act is no statement.
        ``scorer`` weighs in place of the one shipped.
        """
        out = []
        for stated in self.stated(scene, voices, acts):
            stated.made.score = weighed(scorer or self._scorer, stated.strength, stated.held)
            out.append(stated.made)
        return sorted(out, key=lambda p: (p.start, p.end))

    def stated(self, scene: Scene, voices: Voices, acts: Iterable[int] = ()) -> Iterator[Stated]:
        """The statements that rules propose, not yet weighed."""
        triggers = sorted(acts)
        for k, utterance in enumerate(voices.utterances):
            if _carried(voices.utterances, k):
                continue
            own = utterance.speaker.own and utterance.act in (None, "assess")  # an outlet that condemns is no reporter
            if own or utterance.frame in ("leading", "headline") or utterance.form == "hearsay":
                continue
            end = _content_end(voices.utterances, scene.page.sentences, k)
            position = self._kind(scene, utterance, end, triggers)
            if position is not None:
                made = self._proposal(scene, voices, utterance, end, position)
                said = utterance, voices.utterances[k - 1] if k else None
                held = features(scene, self._verbs, said, made, position.strength)
                yield Stated(made, position.strength, held)

    def _kind(self, scene: Scene, u: Utterance, end: int, triggers: Sequence[int]) -> Position | None:
        """The position that ``u`` takes; None when it takes none."""
        page = scene.page
        first, stop = page.token_range(_behind(u, end), end)
        near = min(stop, first + _AHEAD)
        if u.act == "voice" or u.verb.rpartition("/")[2] in ("affirm", "announce", "allege", "notify", "repeat"):
            found = self._voiced(page, u, first, near)
            if found is not None:
                return Position(found.act, "likely", "statement.noun", found.row)
            if u.act == "voice":
                return None
        if u.act == "deny":
            return self._denial(page, u, (first, stop), _tells_act(triggers, u.start, end))
        if u.act is not None and u.act != "assess":
            return Position(u.act, "sure", "statement.verb", u.verb)
        claimed = self._claimed(scene, u, end) if u.act is None else None
        if claimed is not None:
            return Position(claimed.act, "likely", "statement.marker", claimed.row)
        if u.act is None and (_tells_act(triggers, u.start, end) or stop - page.token_range(u.start, end)[0] < _LEAST):
            return None
        marked = self._content.marker(page, *page.token_range(u.start, end))
        if u.act == "assess":
            if u.explicit and u.speaker.type == "person" and u.speaker.actor_id is None and u.speaker.row is None:
                return Position("assess", "faint", "statement.verb", u.verb)
            if marked is not None and u.verb.endswith("/see_as"):
                return Position(marked.act, "likely", "statement.marker", marked.row)
            return Position("assess", "likely", "statement.verb", u.verb)
        if u.frame == "object" and u.act is None:
            demand = self._content.marker(page, first, min(stop, first + 4))
            if demand is None or demand.act != "appeal":
                return None
            return Position("appeal", "marked", "statement.marker", demand.row)
        if u.frame not in ("that", "quote", "colon") or u.verb.endswith(("/publish", "/go_on")):
            return None
        if marked is not None:
            return Position(marked.act, "marked", "statement.marker", marked.row)
        if u.verb.endswith("/announce"):
            return Position("announce", "faint", "statement.plain", u.verb)
        known = u.speaker.actor_id is not None or u.speaker.type in ("party", "official", "organisation", "person")
        return Position("assess", "plain" if known else "faint", "statement.plain", u.verb)

    def _claimed(self, scene: Scene, u: Utterance, end: int) -> Found | None:
        """«قالت الحركة إنها تقف وراء …»: what the speaker says of his own doing; and what he calls untrue."""
        page = scene.page
        first, stop = page.token_range(u.start, end)
        found = self._content.untrue(page, first, stop)
        if found is not None or u.speaker.type != "party" or u.frame != "that" or first == 0:
            return found
        deed = self._content.deed(page, first, min(stop, first + _OWN))
        if deed is None:
            return None
        if deed.at == first and page.tokens[first - 1].form.endswith(_PRONOUNS):
            return deed
        self_named = (m for m in scene.actors if u.start <= m.start < page.tokens[deed.at].start)
        return deed if any(m.actor_id is not None and m.actor_id == u.speaker.actor_id for m in self_named) else None

    def _denial(self, page: Page, u: Utterance, said: tuple[int, int], told: bool) -> Position | None:
        """Denying blame, ties or reports; also whatever is no act («نفت أن يكون الوزير هو المقصود»)."""
        row = None if u.frame == "that" and u.form != "participle" else self._content.denied(page, *said)
        if row is None and (told or u.frame != "that"):
            return None
        return Position("deny", "likely", "statement.denial", row or u.verb)

    def _voiced(self, page: Page, u: Utterance, first: int, near: int) -> Found | None:
        """The noun behind a voicing verb; أكد and أعلن voice only what carries the speaker's pronoun."""
        found = self._content.expression(page, first, near, own=True)
        if found is None or u.act == "voice":
            return found
        form = page.tokens[found.at].form
        own = form.endswith(("ها", "هم", "هما", "هن")) or (form.endswith("ه") and not form.startswith("ال"))
        return found if (own or found.at == first) and u.frame in ("object", "that", "quote") else None

    def _evidence_end(self, page: Page, u: Utterance, end: int, kind: str) -> int:
        """The end of what is said, without what a relative clause or a clause behind a comma tells besides."""
        first, stop = page.token_range(u.cue.end, end)
        noun = u.frame in ("object", "none") or u.act == "voice"
        for i in range(first + 2, stop):
            form = page.tokens[i].form
            relative = form in RELATIVES and noun
            joined = noun and (form in _AND_THAT or self._verbs.joined(form))
            behind_comma = page.tokens[i - 1].form in ("،", ",") and (form in _ASIDE or relative or joined)
            if behind_comma or (relative and kind in _OF_OBJECTS) or self._at_the_time(page, i, stop):
                stop = i
                break
        while stop > first and page.tokens[stop - 1].kind == "p" and page.tokens[stop - 1].form not in _CLOSES:
            stop -= 1
        return page.tokens[stop - 1].end if stop > first else u.cue.end

    def _at_the_time(self, page: Page, i: int, stop: int) -> bool:
        """«… في وقت تستعد البلدة …»: the report goes on by itself."""
        if i + 2 >= stop or page.tokens[i].form != "في" or page.tokens[i + 1].form not in ("وقت", "حين"):
            return False
        return self._verbs.read(page.tokens[i + 2].form) is not None

    def _proposal(self, scene: Scene, voices: Voices, u: Utterance, end: int, position: Position) -> Proposal:
        page = scene.page
        start = _evidence_start(voices.utterances, page, u)
        kind = position.act
        stop = self._evidence_end(page, u, end, kind)
        reason = Reason(position.rule, position.row)
        named = targets(scene, u, kind, stop, bare=position.rule == "statement.verb")
        because = {
            "type": reason,
            "trigger": Reason("statement.cue", u.verb),
            "evidence": Reason("statement.extent", u.verb),
            "actors": Reason("statement.speaker", u.verb),
            "speech": Reason("statement.cue", u.verb),
        }
        if u.negated:
            because["modality"] = Reason("statement.negated", u.verb)
        if named:
            because["targets"] = Reason("statement.addressee", u.verb)
        sources = _reporters(voices, u)
        if sources:
            because["sources"] = Reason("attribution.around", u.verb)
        quoted = u.start < stop and voices.mostly_quoted(u.start, stop)
        if quoted:
            because["quoted"] = QUOTED
        speaker = u.speaker
        return Proposal(
            kind="statement",
            type=kind,
            start=start,
            end=stop,
            trigger=u.cue,
            modality="negated" if u.negated else "actual",
            actors=[Mention(speaker.start, speaker.end, speaker.text, speaker.actor_id)],
            targets=named,
            sources=sources,
            speech=Speech(u.cue, u.stance),
            quoted=quoted,
            because=because,
        )


def _carried(utterances: Sequence[Utterance], k: int) -> bool:
    """«قائلا» behind an accusation, a condemnation or a denial goes on with it."""
    u = utterances[k]
    if k == 0 or u.form != "participle" or not u.verb.endswith("/say"):
        return False
    before = utterances[k - 1]
    return before.sentence == u.sentence and before.act in ("accuse", "condemn", "deny")


def _behind(u: Utterance, end: int) -> int:
    """Where the words behind verb and speaker begin."""
    named = u.explicit and u.cue.end <= u.speaker.start and u.speaker.end < end
    return u.speaker.end if named and u.frame in ("object", "none") else u.cue.end


def _tells_act(triggers: Sequence[int], start: int, end: int) -> bool:
    i = bisect_left(triggers, start)
    return i < len(triggers) and triggers[i] < end


def _content_end(utterances: Sequence[Utterance], sentences: Sequence[tuple[int, int]], k: int) -> int:
    """Where what ``utterances[k]`` says ends: at the next speaker of the sentence who is not within it."""
    u = utterances[k]
    takes = u.act in ("accuse", "condemn", "deny")
    end = max(u.end, sentences[u.sentence][1]) if takes else u.end
    for other in utterances[k + 1 : k + 6]:
        if other.sentence != u.sentence or other.begin <= u.cue.end or other.form == "hearsay":
            continue
        if takes and other.form == "participle" and other.verb.endswith("/say"):
            continue  # «نفت وجود أسرى قائلة إن …» is one
        if other.frame == "trailing" or other.sibling or (other.begin >= u.start and u.act in (None, "assess")):
            return min(end, other.begin)
    return end


def _evidence_start(utterances: Sequence[Utterance], page: Page, u: Utterance) -> int:
    """The clause's first word, its conjunction included; of «قالت … إنها تدعو إلى …» the first verb's."""
    begin = min(u.begin, u.cue.start)
    for other in utterances:
        within = other is not u and other.frame == "that" and 0 <= u.cue.start - other.start <= 2
        if within and (other.speaker.start, other.speaker.end) == (u.speaker.start, u.speaker.end):
            begin = min(begin, other.begin)
    return page.tokens[max(0, page.token_at(begin))].start


# Positions towards a thing: what a relative clause tells of the thing is not part of them.
_OF_OBJECTS = frozenset(("condemn", "appeal", "claim_responsibility", "support", "threaten"))


def _reporters(voices: Voices, u: Utterance) -> list[Source]:
    """Who reports the speech: those around it, then those to whom the speaker spoke."""
    own = {(speaker.start, speaker.end) for speaker in u.speakers[:-1]}
    scope = voices.scope_of(u)
    if scope is not None:
        return list(scope.sources[:-1])
    around = [s for s in voices.sources_at(u.begin) if (s.start, s.end) not in own]
    if around and (around[-1].start, around[-1].end) == (u.speaker.start, u.speaker.end):
        around = around[:-1]
    passing = [
        Source(s.start, s.end, s.text, s.actor_id, s.type, cue) for s, cue in zip(u.speakers[:-1], u.cues, strict=False)
        if not s.own
    ]  # fmt: skip
    return around + passing
