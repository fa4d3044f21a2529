"""Verbs, participles and verbal nouns of saying: which of them speak, and the utterance each makes."""

from __future__ import annotations

from .complements import Complements
from .lexis import bare_stems
from .passing import Passing
from .phrases import NounPhrase, read_phrase
from .records import Speaker, Utterance
from .speakers import Speakers
from .spot import LEADS, NEAR, Complement, Spot, Subject
from .stage import CLOSE_MARKS, COMMAS, FURTHER, OPEN_MARKS, RELATIVE, THAT, Stage
from .subjects import Subjects

# «غير مؤكدة»، «عدم ذكر اسمه»: the form is an adjective or a verbal noun.
_NOMINAL = frozenset("غير عدم دون بدون".split())
_NOT = frozenset("لم لا لن ولم ولا ولن فلم لما".split())
_UNLESS = 8  # tokens behind a verb in which a word may tell that it says nothing
_LIKE = frozenset("كما هكذا مثلما".split())


class Verbs:
    """Reads the speech verbs of one report in order. ``passed`` are the tokens that belong to a cue before them."""

    def __init__(self, stage: Stage, speakers: Speakers) -> None:
        self.stage = stage
        self.speakers = speakers
        self.subjects = Subjects(stage, speakers)
        self.passed: set[int] = set()
        self._complements = Complements(stage)
        self._passing = Passing(stage, speakers)

    def read(self, spot: Spot) -> Utterance | None:
        """The utterance of the cue at ``spot``; None when the word says nothing there."""
        if not self._may_speak(spot):
            return None
        if self._joined(spot):
            return self._both(spot)
        if spot.cue.form == "noun":
            return self._noun(spot)
        found = self._complements.find(spot, spot.stop)
        if spot.cue.verb.address.endswith("/allege") and spot.cue.form == "present" and found.frame != "that":
            return None  # «تدعى فلانة»: is called
        carried = [k for k in self._complements.carried if k < found.at]
        subject = self.subjects.find(spot, found)
        said = self._said_before(spot) if not found.found and subject.phrase is not None else None
        if said is not None and subject.speaker is not None:
            return self._behind(spot, said, subject.speaker)
        if not found.found and not self._takes_object(spot, subject):
            return None
        if spot.cue.verb.adjacent and not self._adjacent(spot, found, subject):
            return None
        who = subject.speaker or self.subjects.understood(spot)
        if who is None:
            return None
        self.passed.update(carried)
        return self._utterance(spot, found, subject.phrase, who)

    # Whether the word speaks.

    def _may_speak(self, spot: Spot) -> bool:
        stage, cue, i = self.stage, spot.cue, spot.i
        if stage.form(i - 1) in _NOMINAL or cue.verb.relays:
            return False
        # «إدانتها» is no «أدانتها»: the hamza below is that of the verbal noun.
        if cue.form in ("past", "present") and stage.page.text.startswith("إ", spot.offset(stage)):
            return False
        if stage.form(i - 1) in cue.verb.not_after or (cue.verb.unless and self._unless(spot)):
            return False
        if not cue.verb.asserts and stage.form(i - 1) in RELATIVE and stage.form(i + 1) in FURTHER:
            return False  # «المسيرة التي دعا إليها»
        if cue.verb.near and not any(stage.form(k) in cue.verb.near for k in range(i + 1, min(spot.stop, i + 20))):
            return False
        aside = stage.form(i - 1) in COMMAS
        return cue.form != "participle" or aside or (bool(spot.here) and cue.verb.asserts)

    def _unless(self, spot: Spot) -> bool:
        """A word stands behind with which the verb says nothing («تهدد استقرار المنطقة»)."""
        words = range(spot.i + 1, min(spot.stop, spot.i + _UNLESS))
        return any(stem in spot.cue.verb.unless for k in words for stem in bare_stems(self.stage.form(k)))

    def _joined(self, spot: Spot) -> bool:
        """«تدين وتستنكر …»: another verb of the same act is joined to this one."""
        second = self.stage.lexis.cue(self.stage.form(spot.i + 1))
        if second is None or not second.cut or spot.cue.verb.act is None:
            return False
        return second.verb.act == spot.cue.verb.act and second.form == spot.cue.form

    def _both(self, spot: Spot) -> Utterance | None:
        """The utterance of two joined verbs."""
        stage = self.stage
        second = stage.lexis.cue(stage.form(spot.i + 1))
        assert second is not None
        self.passed.add(spot.i + 1)
        both = self.read(spot._replace(i=spot.i + 1, cue=second._replace(cut=0)))
        if both is not None:
            both.cue = stage.page.span(spot.offset(stage), both.cue.end)
            both.begin = min(both.begin, stage.tokens[spot.i].start)
        return both

    def _adjacent(self, spot: Spot, found: Complement, subject: Subject) -> bool:
        """Words that mostly mean something else speak only beside their clause or speaker."""
        if found.found:
            return found.at == spot.i + 1 or subject.known
        takes = spot.cue.verb.object or spot.cue.verb.act is not None
        return takes and subject.known and subject.phrase is not None and subject.phrase.first == spot.i + 1

    def _takes_object(self, spot: Spot, subject: Subject) -> bool:
        """What is said follows as a noun: the verb takes one and its speaker is plain."""
        cue, phrase, who = spot.cue, subject.phrase, subject.speaker
        if cue.verb.act is not None:
            return cue.form == "participle" or self._act_has_speaker(spot, subject)
        if not cue.verb.object:
            return (
                subject.known and phrase is not None and phrase.head is not None and cue.verb.address.endswith("/say")
            )
        if cue.verb.only and (who is None or who.type not in cue.verb.only):
            return False
        if who is None:
            return bool(cue.cut) and cue.number in "dp"
        behind = phrase.last + 1 if phrase is not None and phrase.first > spot.i else spot.i + 1
        return subject.known and behind < spot.stop

    def _act_has_speaker(self, spot: Spot, subject: Subject) -> bool:
        """A verb that is an act by itself names its speaker, or opens its clause."""
        if subject.known:
            return True
        if spot.cue.verb.asserts:
            return False
        stage, phrase = self.stage, subject.phrase
        opener = stage.form(spot.i - 1)
        his_own = any(self.subjects.his_own(k) for k in (spot.i + 1, spot.i + 2))
        leads = bool(spot.cue.cut) or opener in LEADS or opener in THAT or his_own
        if phrase is None:
            return leads
        before = stage.tokens[spot.i - 1]
        opens = before.kind == "p" and before.form not in OPEN_MARKS and before.form not in CLOSE_MARKS
        return phrase.first == spot.i + 1 and (leads or spot.i == 0 or opens)

    # The utterance.

    def _said_before(self, spot: Spot) -> tuple[int, int] | None:
        """Offsets of the words that «…، قال فلان»، «…، كما ذكر فلان» puts its verb behind."""
        stage, first = self.stage, spot.first
        k = spot.i - 1
        like = stage.form(k) in _LIKE and (spot.cue.verb.asserts or spot.cue.verb.act is None)
        if like:
            k -= 1
        while k > first and stage.form(k) in COMMAS:
            k -= 1
        if k <= first:
            return None
        if stage.form(k) not in CLOSE_MARKS:
            return (stage.tokens[first].start, stage.tokens[k].end) if like and k < spot.i - 2 else None
        for opened in range(k - 1, first - 1, -1):
            if stage.direct_quote(opened) == k + 1:
                return stage.tokens[opened].start, stage.tokens[k].end
        return None

    def _behind(self, spot: Spot, said: tuple[int, int], who: Speaker) -> Utterance:
        """The utterance of a verb that stands behind what was said."""
        stage, verb = self.stage, spot.cue.verb
        token = stage.tokens[spot.i]
        span = stage.page.span(spot.offset(stage), token.end)
        return Utterance(
            cue=span,
            verb=verb.address,
            frame="trailing",
            stance=verb.stance,
            speakers=(*who.via, who),
            cues=(*(outer.cue for outer in who.via), span),
            begin=token.start,
            start=said[0],
            end=said[1],
            sentence=spot.sentence,
            asserts=verb.asserts,
            act=verb.act,
            denies=verb.stance == "denying",
            form=spot.cue.form,
        )

    def _noun(self, spot: Spot) -> Utterance | None:
        """«إعلان وزير الدفاع أن …»، «قوله إن»: the verbal noun with its speaker and a clause."""
        stage, cue = self.stage, spot.cue
        k, limit = spot.i + 1, min(spot.stop, spot.i + 2 * NEAR)
        if cue.pronoun:
            who = spot.here[-1].speaker if spot.here else self.speakers.last()
            if stage.form(k) not in THAT or who is None:
                return None
            return self._utterance(spot, Complement("that", k), None, who)
        if not stage.known(k):
            return None
        found = self._complements.find(spot, limit)
        phrase = read_phrase(stage, k, found.at if found.found else limit, brief=not found.found)
        if phrase is None or not phrase.known or not (found.found or cue.verb.voiced):
            return None
        return self._utterance(spot, found, phrase, self.speakers.of_phrase(phrase, limit))

    def _utterance(self, spot: Spot, found: Complement, subject: NounPhrase | None, who: Speaker) -> Utterance:
        stage, cue, i = self.stage, spot.cue, spot.i
        token = stage.tokens[i]
        span = stage.page.span(spot.offset(stage), token.end)
        content = token if not found.found else stage.tokens[found.at]
        who = self._passing.through(spot, subject, who, found)
        if found.found and subject is not None and subject.first > i:
            who, _ = self.speakers.with_fellow(subject, who, found.at)
        negated = stage.form(i - 1) in _NOT
        return Utterance(
            cue=span,
            verb=cue.verb.address,
            frame=found.frame if found.found else "object",
            stance=cue.verb.stance,
            speakers=(*who.via, who),
            cues=(*(outer.cue for outer in who.via), span),
            begin=stage.tokens[min(i, subject.first) if subject is not None else i].start,
            start=content.start if found.frame == "quote" else content.end,
            end=stage.tokens[spot.stop - 1].end,
            sentence=spot.sentence,
            asserts=cue.verb.asserts and not negated,
            act=cue.verb.act,
            explicit=subject is not None,
            sibling=cue.form == "participle" or bool(cue.cut) or subject is None,
            denies=cue.verb.stance == "denying",
            form=cue.form,
            negated=negated,
        )
