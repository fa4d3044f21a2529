"""Finds who speaks where in a scene."""

from __future__ import annotations

from ...lexicon import Lexicon
from ..scene import Scene
from ..verbs import VerbTable
from .forms import Forms
from .lexis import Cue, SpeechLexis
from .records import Attribution, Utterance, Voices
from .scopes import direct_speech, scopes_of
from .speakers import Speakers
from .spot import Spot
from .stage import Stage
from .verbs import Verbs


class Attributions:
    """Reads scenes for who says what. Built once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexis = SpeechLexis(lexicon)
        self._verbs = VerbTable(lexicon)

    def find(self, scene: Scene) -> list[Attribution]:
        """The attributions of ``scene`` in order; scopes may nest, and what no scope holds is the report's own."""
        return self.listen(scene).scopes

    def listen(self, scene: Scene) -> Voices:
        """All acts of speaking and scopes of ``scene``."""
        stage = Stage(scene, self._lexis, self._verbs)
        speakers = Speakers(stage)
        forms, verbs = Forms(stage, speakers), Verbs(stage, speakers)
        utterances: list[Utterance] = []
        for number, (start, end) in enumerate(scene.page.sentences):
            first, stop = scene.page.token_range(start, end)
            if stop > first:
                utterances += self._sentence(stage, speakers, forms, verbs, first, stop, number)
        scopes = scopes_of(stage, utterances)
        return Voices(scopes, utterances, direct_speech(stage, utterances))

    def _sentence(
        self, stage: Stage, speakers: Speakers, forms: Forms, verbs: Verbs, first: int, stop: int, number: int
    ) -> list[Utterance]:
        here: list[Utterance] = []
        opening = forms.headline(first, stop, number)
        i = first
        if opening is not None:
            here.append(opening)
            speakers.hear(opening.speaker)
            i = stage.page.token_range(0, opening.start)[1]
        while i < stop:
            i = self._token(stage, speakers, forms, verbs, i, first, stop, number, here)
        ending = forms.tail(first, stop, number)
        if ending is not None:
            here.append(ending)
        return here

    @staticmethod
    def _inside(verb: Utterance, aside: Utterance) -> bool:
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

    def _token(
        self, stage: Stage, speakers: Speakers, forms: Forms, verbs: Verbs, i: int, first: int, stop: int,
        number: int, here: list[Utterance],
    ) -> int:  # fmt: skip
        """Reads token ``i``; the token to go on with."""
        page, form = stage.page, stage.forms[i]
        if not self._lexis.may_speak(form):
            return i + 1
        silent = self._lexis.impersonal.at(page, i)
        if silent:
            return silent[0].last + 1
        found: Utterance | None = None
        cue: Cue | None = None
        after = i + 1
        for match in self._lexis.prepositions.at(page, i):
            found = forms.preposition(match, first, stop, here, number)
            if found is not None:
                after = max(match.last + 1, page.token_range(0, found.speaker.end)[1] if found.speaker.start > match.start else 0)
                break
        if found is None and i not in verbs.passed:
            cue = self._lexis.cue(form)
            if cue is not None and i not in stage.mention_on:
                spot = Spot(i, cue, first, stop, number, here)
                if cue.verb.relays:
                    found = forms.relay(i, cue, first, stop, number, verbs.subjects.before(spot))
                else:
                    found = verbs.read(spot)
        relayed = found is not None and cue is not None and cue.verb.relays
        if found is None and not (here and here[-1].speaker.start == page.tokens[i].start):
            found = forms.hearsay(i, first, stop, number)
        if found is None:
            return i + 1
        if here and self._inside(here[-1], found):
            return max(after, i + 1)
        here.append(found)
        speakers.hear(found.speaker)
        if relayed:
            after = max(after, page.token_range(0, found.start)[1])
        return max(after, i + 1)
