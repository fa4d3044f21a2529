"""Claims of a report: triggers, the heads among them, their evidence and arguments, and which claims stand."""

from __future__ import annotations

from ..clauses import Scene
from ..clauses.segments import Segmenter
from ..clauses.verbs import VerbTable
from ..lexicon import Lexicon
from ..model import Claim
from . import evidence, heads, linear, types
from .context import context_table, find_cues
from .lexis import act_table
from .proposal import Proposal
from .story import Sentence, Story
from .triggers import find_triggers


class ClaimRoom:
    """Reads the claims of scenes. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._acts = act_table(lexicon)
        self._context = context_table(lexicon)
        self._segmenter = Segmenter(lexicon, VerbTable(lexicon))
        self._head = linear.load("head", heads.FALLBACK)
        self._boundary = linear.load("boundary", evidence.FALLBACK)
        self._type = linear.load("type", types.FALLBACK)

    def story(self, scene: Scene) -> Story:
        """The working form of a report."""
        page = scene.page
        sentences: list[Sentence] = []
        for start, end in page.sentences:
            first, stop = page.token_range(start, end)
            if first == stop:
                continue
            sentences.append(
                Sentence(
                    index=len(sentences),
                    first=first,
                    stop=stop,
                    segments=self._segmenter.sentence(page, first, stop),
                    triggers=find_triggers(page, self._acts, first, stop),
                    cues=find_cues(page, self._context, first, stop),
                )
            )
        return Story(scene, sentences)

    def propose(self, story: Story) -> list[Proposal]:
        """Act claims with type and evidence."""
        out: list[Proposal] = []
        for sentence in story.sentences:
            scored = [
                (t, self._head.probability(heads.head_features(story, sentence, k)))
                for k, t in enumerate(sentence.triggers)
            ]
            chosen = {t.first for t, p in scored if p >= 0.5}
            for trigger, probability in scored:
                if probability < 0.5:
                    continue
                first, stop = evidence.extent(story, sentence, trigger, chosen, self._boundary)
                start, end = evidence.trimmed(story, first, stop)
                out.append(
                    Proposal(
                        kind="event",
                        type=types.choose(story, sentence, trigger, (first, stop), self._type),
                        start=start,
                        end=end,
                        trigger=story.page.span(trigger.start, trigger.end),
                        score=probability,
                    )
                )
        return out

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
                confidence=round(p.score, 3),
            )
            for n, p in enumerate(proposals, 1)
        ]
