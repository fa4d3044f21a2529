"""Claims of a report: triggers, the heads among them, their evidence and arguments, and which claims stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..clauses import Scene
from ..clauses.attribution import Attributions
from ..clauses.modality import FUTURE, Modal, ModalityReader
from ..clauses.segments import Segmenter
from ..clauses.verbs import VerbTable
from ..lexicon import Lexicon
from ..model import Claim, PlaceMention, TimeMention
from . import assemble, carriers, casting, evidence, grammar, heads, reach, settings, types
from .arguments import Act, Candidate, Memory, memory_after
from .carriers import Clause
from .confidence import Confidence
from .context import ContextTable, find_cues
from .counting import counts, owning
from .lexis import act_table
from .located import locate, tokens_of, within
from .merge import Scored, merged
from .nouns import NounFinder, NounMention
from .proposal import Proposal
from .relevance import relevant
from .scorers import shipped
from .statements import Statements
from .story import Sentence, Story
from .triggers import Trigger, find_triggers

PLACE_FLOOR = 0.4
TIME_FLOOR = 0.4
HEAD_FLOOR = 0.42
# The training reports hardly tell of denied, planned or possible acts, so the scorer doubts them: they need less.
MODAL_FLOOR = 0.2
# What the likeliest word of a report needs where no word reaches the floor.
LAST_FLOOR = 0.15
# Lower than one half: the scorer learns from all saying, also from what tells of acts and is never asked about.
STATEMENT_FLOOR = 0.2


class Step(NamedTuple):
    """An act with the proposal made of it, and what the acts before it left behind: parties, place and time."""

    act: Act
    made: Proposal
    memory: Memory
    place: PlaceMention | None
    time: TimeMention | None


class ClaimRoom:
    """Reads the claims of scenes. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs = verbs = VerbTable(lexicon)
        self._acts = act_table(lexicon)
        self._context = ContextTable(lexicon)
        self._segmenter = Segmenter(lexicon, verbs)
        self._nouns = NounFinder(lexicon, verbs, self._acts)
        self._modality = ModalityReader(lexicon, verbs)
        self._attributions = Attributions(lexicon, verbs)
        self._statements = Statements(lexicon, verbs)
        self.scorers = shipped()
        self.confidence = Confidence()

    def story(self, scene: Scene) -> Story:
        """The working form of a report."""
        page = scene.page
        sentences: list[Sentence] = []
        nouns: list[NounMention] = []
        passed = tokens_of(locate(page, scene.times))
        numbered = tokens_of(locate(page, scene.numbers))
        voices = self._attributions.listen(scene)
        for start, end in page.sentences:
            first, stop = page.token_range(start, end)
            if first == stop or not page.tells(start):
                continue
            nouns += self._nouns.find(page, first, stop, numbered)
            sentences.append(
                Sentence(
                    index=len(sentences),
                    first=first,
                    stop=stop,
                    segments=self._segmenter.sentence(page, first, stop),
                    triggers=find_triggers(page, self._acts, first, stop, passed),
                    cues=find_cues(page, self._context, first, stop),
                )
            )
        return Story(scene, sentences, nouns, _candidates(scene, nouns), voices, self._verbs)

    def acts(self, story: Story) -> list[tuple[Act, float]]:
        """The acts of a report with their probability, in order; a report of which no word is sure enough is told by
        its likeliest."""
        told = [sentence for sentence in story.sentences if not story.is_caption(sentence)]
        chosen = [(sentence, self._heads(story, sentence, HEAD_FLOOR)) for sentence in told]
        if not any(heads_here for _, heads_here in chosen):
            chosen = self._likeliest(story)
        out: list[tuple[Act, float]] = []
        kind = ""
        for sentence, heads_here in chosen:
            here: list[Act] = []
            clauses = self._clauses(story, sentence, heads_here)
            for clause in clauses:
                span = clause.first, clause.stop
                kind = types.choose(story, sentence, clause.carrier, span, kind, self.scorers.type)
                here.append(Act(sentence, clause.carrier, kind, *span))
            reach.widen(story, here)
            for act in here:
                grammar.read(story, act)
            owning.set_rivals(here)
            out += zip(here, (clause.probability for clause in clauses), strict=True)
        return out

    def _clauses(self, story: Story, sentence: Sentence, heads_here: list[Scored]) -> list[Clause]:
        """The clauses of the heads of a sentence."""
        firsts = {t.first for t, _ in heads_here}
        found: list[Clause] = []
        for trigger, probability in heads_here:
            span = evidence.extent(story, sentence, trigger, firsts, self.scorers.boundary, self.scorers.opening)
            carrier = carriers.cause(story, sentence, trigger, span, firsts)
            noun = carriers.antecedent(story, sentence, carrier)
            if noun is not None and noun.first not in firsts:
                carrier, span = noun, (min(noun.first, span[0]), span[1])
            found.append(Clause(trigger, probability, carrier, *span))
        return carriers.parted(story, found)

    def _heads(self, story: Story, sentence: Sentence, floor: float) -> list[Scored]:
        """The triggers of a sentence that carry claims."""
        found: list[Scored] = []
        for k, trigger in enumerate(sentence.triggers):
            held = heads.head_features(story, sentence, k, [t for t, _ in found])
            probability = self.scorers.head.probability(held)
            if probability >= floor or (probability >= MODAL_FLOOR and self._unreal(story, sentence, trigger)):
                found.append((trigger, probability))
        return merged(story, sentence, found)

    def _likeliest(self, story: Story) -> list[tuple[Sentence, list[Scored]]]:
        """The one strong word that most likely carries a claim, in a report where none is sure enough."""
        scored = [
            (probability, sentence, trigger)
            for sentence in story.sentences
            for trigger, probability in self._heads(story, sentence, LAST_FLOOR)
            if not trigger.sense.weak
        ]
        if not scored:
            return []
        probability, sentence, trigger = max(scored, key=lambda item: (item[0], -item[2].first))
        return [(sentence, [(trigger, probability)])]

    def propose(self, story: Story) -> list[Proposal]:
        """Acts and statements; none in a report that is not of conflict."""
        if not relevant(story):
            return []
        steps = list(self.steps(story))
        told = [step.act.trigger.start for step in steps]
        statements = [
            p
            for p in self._statements.propose(story.scene, story.voices, told, self.scorers.statement)
            if p.score >= STATEMENT_FLOOR
        ]
        kept = [s.made for s in steps if not any(_is_content(story, s.act, statement) for statement in statements)]
        return kept + statements

    def steps(self, story: Story) -> Iterator[Step]:
        """The acts of a report one after another, each with what the ones before it left behind."""
        memory = Memory()
        place: PlaceMention | None = None
        time: TimeMention | None = None
        for act, probability in self.acts(story):
            actors, targets = casting.choose(story, act, memory, self.scorers.part)
            where = settings.choose(story, story.places, act, place, self.scorers.place, PLACE_FLOOR)
            when = settings.choose(story, story.times, act, time, self.scorers.time, TIME_FLOOR)
            made = assemble.proposal(
                story,
                act,
                probability=probability,
                modal=self._modal(story, act),
                voice=story.voices.at(act.trigger.start),
                actors=actors,
                targets=targets,
                tallies=counts.choose(story, act, self.scorers.role),
                place=where[0] if where else None,
                time=when[0] if when else None,
                scorers=self.scorers,
            )
            yield Step(act, made, memory, place, time)
            memory = memory_after(story, memory, act.type, made.actors, made.targets)
            place, time = where[0] if where else place, when[0] if when else time

    def _unreal(self, story: Story, sentence: Sentence, trigger: Trigger) -> bool:
        """Whether a strong word stands alone in its sentence and the words before it make it no fact."""
        if trigger.sense.weak or sum(not t.sense.weak for t in sentence.triggers) > 1:
            return False
        act = Act(sentence, trigger, trigger.sense.type, trigger.first, trigger.last + 1)
        return self._modal(story, act).modality != "actual"

    def _modal(self, story: Story, act: Act) -> Modal:
        """The modality of an act: of its verb's future mark, of the words before it, of a time that lies ahead."""
        trigger = act.trigger
        if trigger.sense.form and "س" in trigger.procs:
            return FUTURE
        segments = act.sentence.segments
        home = act.sentence.segment_of(trigger.first)
        modal = self._modality.read(story.page, segments, home, trigger.first, verb=trigger.sense.form is not None)
        if modal.modality != "actual" or (trigger.sense.form and trigger.sense.form.tense == "past"):
            return modal
        ahead = any(time.ahead for _, _, time in within(story.times, act.first, act.stop))
        return FUTURE if ahead else modal

    def read(self, scene: Scene) -> list[Claim]:
        """The claims of ``scene`` in the order of their evidence."""
        story = self.story(scene)
        page = scene.page
        proposals = sorted(self.propose(story), key=lambda p: (p.start, p.end, p.type))
        return [
            Claim(
                id=f"c{n}",
                evidence=page.span(p.start, p.end),
                kind=p.kind,
                type=p.type,  # type: ignore[arg-type]
                trigger=p.trigger,
                modality=p.modality,
                actors=tuple(p.actors),
                targets=tuple(p.targets),
                counts=tuple(p.counts),
                place=p.place,
                time=p.time,
                sources=tuple(p.sources),
                speech=p.speech,
                weapons=tuple(p.weapons),
                quoted=p.quoted,
                because=p.because,
                confidence=self.confidence.of(p.kind, p.score),
            )
            for n, p in enumerate(proposals, 1)
        ]


def _is_content(story: Story, act: Act, statement: Proposal) -> bool:
    """Whether an act is what a statement accuses of, threatens with or calls for, or one that it only recalls («انتقدت
    هذه الهجمات»): no act that the report tells there."""
    if statement.trigger is None or not statement.trigger.start < act.trigger.start < statement.end:
        return False
    return statement.type in _OF_ACTS or carriers.recalled(story, act.trigger)


# «X accused Y of …» is an accusation, and an act only where another clause tells it (the gold's decisions).
_OF_ACTS = frozenset(("accuse", "threaten", "appeal"))


def _candidates(scene: Scene, nouns: list[NounMention]) -> list[Candidate]:
    """The parties and nouns of a page as candidates for the parts in acts, in order; a noun in a party is left out."""
    page = scene.page
    out: list[Candidate] = []
    taken: set[int] = set()
    numbered = tokens_of(locate(page, scene.numbers))
    for first, stop, actor in locate(page, scene.actors):
        taken.update(range(first, stop))
        token = page.tokens[first]
        procs = token.form[:1] if actor.start > token.start else ""
        row = actor.because[0].row if actor.because else None
        counted = first > 0 and (first - 1) in numbered
        out.append(
            Candidate(first, stop, actor.start, actor.end, actor.actor_id, actor.category, row, True, procs, counted)
        )
    for noun in nouns:
        if noun.first not in taken:
            if noun.noun.kind == "others":
                continue
            counted = (noun.first - 1) in numbered or noun.noun.number > 0
            out.append(
                Candidate(
                    noun.first, noun.stop, noun.start, noun.end, None, noun.noun.kind, noun.noun.row, False, noun.procs,
                    counted, noun.definite,
                )
            )  # fmt: skip
    out.sort(key=lambda c: c.first)
    stop = 0
    for c in out:
        c.nested = c.first < stop
        stop = max(stop, c.stop)
    return out
