"""Finds who speaks where in a scene."""

from __future__ import annotations

from ...lexicon import Lexicon
from ..scene import Scene
from ..verbs import VerbTable
from .beside import Sentence
from .forms import Forms
from .headlines import Headlines
from .lexis import SpeechLexis
from .records import Attribution, Utterance, Voices
from .relays import Relays
from .scopes import direct_speech, scopes_of
from .speakers import Speakers
from .spot import Spot
from .stage import Stage
from .verbs import Verbs


class Attributions:
    """Reads scenes for who says what. Built once from the lexicon.

    Raises:
        LexiconError: the lexicon lacks the file ``clauses_speech``.
    """

    def __init__(self, lexicon: Lexicon, verbs: VerbTable | None = None) -> None:
        self._lexis = SpeechLexis(lexicon)
        self._verbs = verbs or VerbTable(lexicon)

    def find(self, scene: Scene) -> list[Attribution]:
        """The attributions of ``scene`` in order; scopes may nest, and what no scope holds is the report's own."""
        return self.listen(scene).scopes

    def listen(self, scene: Scene) -> Voices:
        """All acts of speaking and scopes of ``scene``, with look-up by offset."""
        stage = Stage(scene, self._lexis, self._verbs)
        reading = _Reading(stage)
        utterances: list[Utterance] = []
        for number, (start, end) in enumerate(scene.page.sentences):
            first, stop = scene.page.token_range(start, end)
            if stop > first and scene.page.tells(start):
                utterances += reading.sentence(Sentence(first, stop, number, []))
        return Voices(scopes_of(stage, utterances), utterances, direct_speech(stage, utterances))


class _Reading:
    """One report as it is read, sentence by sentence: who spoke before is remembered."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.speakers = Speakers(stage)
        self.relays = Relays(stage, self.speakers)
        self.forms = Forms(stage, self.speakers, self.relays)
        self.headlines = Headlines(stage, self.speakers)
        self.verbs = Verbs(stage, self.speakers)

    def sentence(self, sentence: Sentence) -> list[Utterance]:
        """The utterances of a sentence in order."""
        stage, here = self.stage, sentence.here
        i = sentence.first
        opening = self.headlines.headline(sentence)
        if opening is not None:
            here.append(opening)
            self.speakers.hear(opening.speaker)
            i = stage.page.token_range(0, opening.start)[1]
        while i < sentence.stop:
            i = self._token(i, sentence) if stage.lexis.may_speak(stage.forms[i]) else i + 1
        ending = self.headlines.tail(sentence)
        if ending is not None:
            here.append(ending)
        return here

    def _token(self, i: int, sentence: Sentence) -> int:
        """Reads a word that may speak; the token to go on with."""
        stage, here = self.stage, sentence.here
        silent = stage.lexis.impersonal.at(stage.page, i)
        if silent:
            return silent[0].last + 1
        found, after = self._preposition(i, sentence)
        if found is None:
            found, after = self._cue(i, sentence)
        if found is None and not (here and here[-1].speaker.start == stage.tokens[i].start):
            found = self.headlines.hearsay(i, sentence)
        if found is None:
            return i + 1
        if not (here and _joins(here[-1], found)):
            here.append(found)
            self.speakers.hear(found.speaker)
        return max(after, i + 1)

    def _preposition(self, i: int, sentence: Sentence) -> tuple[Utterance | None, int]:
        stage = self.stage
        for match in stage.lexis.prepositions.at(stage.page, i):
            found = self.forms.read(match, sentence)
            if found is not None:
                behind = stage.page.token_range(0, found.speaker.end)[1] if found.speaker.start > match.start else 0
                return found, max(match.last + 1, behind)
        return None, i + 1

    def _cue(self, i: int, sentence: Sentence) -> tuple[Utterance | None, int]:
        stage = self.stage
        cue = stage.lexis.cue(stage.forms[i])
        if cue is None or i in stage.mention_on or i in self.verbs.passed:
            return None, i + 1
        spot = Spot(i, cue, *sentence)
        if not cue.verb.relays:
            return self.verbs.read(spot), i + 1
        found = self.relays.read(spot, self.verbs.subjects.before(spot))
        return found, stage.page.token_range(0, found.start)[1] if found is not None else i + 1


def _joins(verb: Utterance, aside: Utterance) -> bool:
    """«قال المرصد، نقلا عن نشطاء، إن …»: an aside between a verb and its clause joins the verb's chain."""
    if aside.frame not in ("trailing", "leading") or not verb.cue.start < aside.begin < verb.start:
        return False
    if verb.frame not in ("that", "quote", "colon") or aside.speaker.own:
        return False
    if aside.speaker.actor_id is not None and aside.speaker.actor_id == verb.speaker.actor_id:
        return True
    if aside.speaker.type == "media" and verb.speaker.type != "media":
        verb.speakers, verb.cues = (*aside.speakers, *verb.speakers), (*aside.cues, *verb.cues)
    else:
        verb.speakers, verb.cues = (*verb.speakers, *aside.speakers), (*verb.cues, *aside.cues)
    return True
