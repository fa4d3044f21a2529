"""Verbs, participles and verbal nouns of saying: who speaks, and where what he says begins."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from ...model import Span
from .lexis import Cue
from .phrases import NounPhrase, read_phrase
from .records import Speaker, Utterance
from .speakers import Speakers
from .stage import CLOSE_MARKS, COMMAS, OPEN_MARKS, RELATIVE, THAT, Stage

_CONTRAST_THAT = frozenset(("الا", "غير", "بيد", "سوي"))
_BEING = frozenset("كان كانت كانوا وكان وكانت وكانوا فكان".split())
_TURNS = frozenset("لكن ولكن فيما بينما وبينما وفيما اما واما حين اذ بل وان ان".split())
_RELATIVE_OBJECT = frozenset("ما مما كما حسبما وفقما مثلما لما بما".split())
# «غير مؤكدة»، «عدم ذكر اسمه»: the form is an adjective or a verbal noun.
_VERBAL_NOUN_BEFORE = frozenset("غير عدم دون بدون".split())
_NOT = frozenset("لم لا لن ولم ولا ولن فلم لما".split())
_LEADS = frozenset("كما ثم قد".split())
_FAR = 45  # tokens between a verb and its clause, appositions included
_LEFT = 18
_NEAR = 12  # tokens between a verb that takes a noun and the colon before its direct speech


class Complement(NamedTuple):
    """Where what is said begins: ``frame`` that, quote, colon or none; at token ``at``."""

    frame: str
    at: int


class Verbs:
    """Reads the speech verbs of one report in order."""

    def __init__(self, stage: Stage, speakers: Speakers) -> None:
        self.stage = stage
        self.speakers = speakers
        self.passed: set[int] = set()
        self._carried: list[int] = []
        self._at, self._plain = 0, True

    def read(self, i: int, cue: Cue, first: int, stop: int, here: list[Utterance], sentence: int) -> Utterance | None:
        """The utterance whose cue stands at token ``i`` of the sentence ``first``..``stop``; None when the word says
        nothing there. ``here`` are the utterances of the sentence so far."""
        stage = self.stage
        if stage.form(i - 1) in _VERBAL_NOUN_BEFORE or self._verbal_noun(i, cue):
            return None
        if cue.verb.near and not any(stage.form(k) in cue.verb.near for k in range(i + 1, min(stop, i + 20))):
            return None
        aside = stage.form(i - 1) in COMMAS
        if cue.form == "participle" and not aside and (not here or not cue.verb.asserts):
            return None
        second = stage.lexis.cue(stage.form(i + 1))
        if second is not None and second.cut and second.verb.act == cue.verb.act is not None and second.form == cue.form:
            self.passed.add(i + 1)  # «تدين وتستنكر …»
            joined = self.read(i + 1, second._replace(cut=0), first, stop, here, sentence)
            if joined is not None:
                start = stage.tokens[i]
                joined.cue = stage.page.span(stage.page.folded.original(start.fstart + cue.cut), joined.cue.end)
                joined.begin = min(joined.begin, start.start)
            return joined
        if cue.form == "noun":
            return self._noun(i, cue, stop, here, sentence)
        self._carried.clear()
        self._at, self._plain = i, cue.verb.asserts and not cue.verb.object
        found = self._complement(i, cue, stop)
        relative = stage.form(i - 1) in RELATIVE
        what = stage.form(i - 1) in _RELATIVE_OBJECT
        if cue.verb.relays:
            return None
        subject, who = self._subject(i, cue, found, first, stop, relative, here)
        behind = self._behind_quote(i, first) if found.frame == "none" and subject is not None else None
        if behind is not None and who is not None:
            return self._after(i, cue, behind, who, sentence, stop)
        if found.frame == "none" and not self._object(i, cue, subject, who, stop):
            return None
        if cue.verb.adjacent and not self._adjacent(i, cue, found, subject):
            return None
        if who is None and cue.verb.act == "assess" and cue.form == "present" and cue.gender == "m" and not cue.cut:
            return None  # «يعتقد أنهم»: nobody is named who thinks so
        if who is None:
            who = self._understood(i, cue, first, here)
            if who is None:
                return None
        self.passed.update(k for k in self._carried if k < found.at)
        return self._utterance(i, cue, found, subject, who, what, stop, sentence)

    def _adjacent(self, i: int, cue: Cue, found: Complement, subject: NounPhrase | None) -> bool:
        """Words that mostly mean something else speak only beside their clause or speaker."""
        if found.frame == "none":
            return (cue.verb.object or cue.verb.act is not None) and subject is not None and subject.known and subject.first == i + 1
        return found.at == i + 1 or (subject is not None and subject.known)

    # What follows.

    def _complement(self, i: int, cue: Cue, stop: int) -> Complement:
        stage = self.stage
        k, limit = i + 1, min(stop, i + _FAR)
        while k < limit:
            form = stage.form(k)
            if form in THAT and cue.verb.clause:
                before = stage.form(k - 1)
                if before in _CONTRAST_THAT:
                    break
                if before not in stage.lexis.unsaid and not before.startswith("وال"):
                    return Complement("that", k)
            elif form == ":":
                if k - i > (_NEAR if cue.verb.object else 2 * _NEAR):
                    break
                return Complement("colon", k)
            elif stage.any_quote(k):
                if self._speech_opens(i, k, cue):
                    return Complement("quote", k)
                k = stage.any_quote(k)
                continue
            elif form == ";" or form == "؛":
                break
            elif aside := stage.lexis.prepositions.at(stage.page, k):
                k = aside[0].last
            else:
                other = stage.lexis.cue(form)
                if other is not None and other.form != "noun" and k not in stage.mention_on and self._breaks(k, other):
                    break
            k += 1
        return Complement("none", i)

    def _speech_opens(self, i: int, k: int, cue: Cue) -> bool:
        """The quotation at ``k`` is what is said, and neither a name nor part of a longer object."""
        stage = self.stage
        if not stage.direct_quote(k):
            return k == i + 1 and not stage.known(k) and self._closes(stage.any_quote(k))
        if not cue.verb.object and cue.verb.asserts:
            return True
        if k == i + 1 or stage.form(k - 1) in COMMAS or stage.form(k - 1) in ("(", ")"):
            return True
        phrase = read_phrase(stage, i + 1, k) if stage.known(i + 1) else None
        return phrase is not None and phrase.last == k - 1

    def _closes(self, k: int) -> bool:
        return k >= len(self.stage.tokens) or self.stage.tokens[k].kind == "p"

    def _breaks(self, k: int, other: Cue) -> bool:
        """Another speech word at ``k`` begins an utterance of its own; «قائلا» only carries on with this one."""
        stage = self.stage
        carries = other.verb.address.endswith("/say") and other.form == "participle"
        if carries and stage.form(k - 1) not in COMMAS and (self._plain or k <= self._at + 2):
            self._carried.append(k)
            return False
        if other.pronoun and other.form in ("past", "present"):
            self._carried.append(k)
            return False
        if stage.lexis.noun(stage.form(k)) is not None or other.verb.adjacent:
            return False
        return stage.form(k - 1) not in RELATIVE and stage.form(k - 1) not in _RELATIVE_OBJECT

    def _object(self, i: int, cue: Cue, subject: NounPhrase | None, who: Speaker | None, stop: int) -> bool:
        """What is said follows as a noun: the verb takes one and its speaker is plain."""
        if cue.verb.act is not None:
            if cue.form == "participle":
                return True
            named = subject is not None and (subject.known or (not cue.verb.asserts and self._fronted(i, cue, subject)))
            leads = bool(cue.cut) or self.stage.form(i - 1) in _LEADS
            return named or (leads and subject is None and not cue.verb.asserts)
        if not cue.verb.object and cue.verb.asserts:
            return bool(subject and subject.known and subject.head is not None and cue.verb.address.endswith("/say"))
        if cue.verb.only and (who is None or who.type not in cue.verb.only):
            return False
        if who is None and cue.cut and cue.number in "dp" and cue.verb.asserts:
            return True
        if who is None or (subject is not None and not subject.known):
            return cue.verb.act is not None and not cue.verb.asserts
        behind = subject.last + 1 if subject is not None and subject.first > i else i + 1
        return behind < stop

    def _fronted(self, i: int, cue: Cue, subject: NounPhrase) -> bool:
        """The verb opens its sentence or clause with an unknown name behind it."""
        stage = self.stage
        before = stage.tokens[i - 1]
        opens = before.kind == "p" and before.form not in OPEN_MARKS and before.form not in CLOSE_MARKS
        return subject.first == i + 1 and (bool(cue.cut) or i == 0 or opens or before.form in _LEADS)

    def _verbal_noun(self, i: int, cue: Cue) -> bool:
        """«إدانتها» is no «أدانتها»: the hamza below is that of the verbal noun."""
        token = self.stage.tokens[i]
        start = self.stage.page.folded.original(token.fstart + cue.cut)
        return cue.form in ("past", "present") and self.stage.page.text[start : start + 1] == "إ"

    # Who speaks.

    def _subject(
        self, i: int, cue: Cue, found: Complement, first: int, stop: int, relative: bool, here: list[Utterance]
    ) -> tuple[NounPhrase | None, Speaker | None]:
        stage = self.stage
        if cue.form == "participle":
            return None, None
        limit = found.at if found.frame != "none" else min(stop, i + _FAR)
        beside = self._directly_before(i, cue, first)
        if beside is not None:
            return beside
        k = self._behind_addressee(stage.skip(i + 1, limit), limit)
        bounded = found.frame != "none"
        if k < limit and not stage.known(k) and not relative and not cue.cut:
            before = self._before(i, cue, first)
            if before[0] is not None and before[0].known:
                return before
        plural_verb = cue.number in "dp" and cue.form != "participle"  # a verb before its subject is singular
        if self._is_object(k, cue, here):
            return None, None
        if k < limit and not stage.is_preposition(k) and (bounded or stage.known(k) or cue.verb.act):
            unlikely = relative or stage.lexis.cue(stage.form(k)) is not None
            if not plural_verb and not (unlikely and not stage.known(k)):
                phrase = read_phrase(stage, k, limit, brief=not bounded or not cue.verb.asserts)
                if phrase is not None and (phrase.known or ((bounded or cue.verb.act) and not relative)):
                    return phrase, self.speakers.of_phrase(phrase, limit, cue.gender)
        if relative:
            return self._relative_head(i - 1, first, cue)
        return self._before(i, cue, first)

    def _is_object(self, k: int, cue: Cue, here: list[Utterance]) -> bool:
        """What stands behind the verb is spoken to or of: its gender is not the verb's, or the speaker was just named
        («أعرب … عن قلقه وناشد الجهة الخاطفة»)."""
        stage = self.stage
        form = stage.form(k)
        if cue.number != "s" or cue.verb.asserts or not form:
            return False
        if cue.verb.act in ("threaten", "pledge") and form.startswith("ب") and not stage.known(k):
            return True
        if cue.verb.act == "accuse" and not cue.verb.near and k in stage.mention_from:
            behind = stage.mention_stop(stage.mention_from[k], k)
            if stage.form(behind).startswith("ب") and behind not in stage.mention_from:
                return True  # «تتهم إيران بدعم …»: who is named first is the accused
        if cue.gender == "m" and form.startswith("ال") and form.endswith("ه") and stage.head(k) is None:
            return True
        if cue.gender == "f" and form in stage.lexis.masculine:
            return True
        return bool(here) and bool(cue.cut) and not stage.known(k)

    def _behind_addressee(self, k: int, limit: int) -> int:
        """«وأكد لوكالة … مصدر أمني»: the token behind the outlet spoken to, when a speaker follows; else ``k``."""
        stage = self.stage
        if k < limit and stage.bound(k)[-1:] == "ل" and stage.is_press(k):
            told = read_phrase(stage, k, limit)
            if told is not None and stage.known(told.last + 1):
                return told.last + 1
        return k

    def _directly_before(self, i: int, cue: Cue, first: int) -> tuple[NounPhrase, Speaker] | None:
        """«أن إسرائيل أبلغت …»: أن, its subject, the verb."""
        stage = self.stage
        if cue.cut or i - 2 < first:
            return None
        for k in range(i - 1, max(first, i - 8), -1):
            if stage.form(k - 1) in THAT and stage.known(k):
                phrase = read_phrase(stage, k, i)
                if phrase is not None and phrase.last == i - 1:
                    return phrase, self.speakers.of_phrase(phrase, i, cue.gender)
                return None
        return None

    def subject_before(self, i: int, cue: Cue, first: int) -> Speaker | None:
        """The speaker named before a verb that relays («إلا أن وكالة … نقلت عن …»)."""
        subject, who = self._directly_before(i, cue, first) or self._before(i, cue, first)
        return who if subject is not None and subject.known else None

    def _relative_head(self, i: int, first: int, cue: Cue) -> tuple[NounPhrase | None, Speaker | None]:
        """Whom «الذي» at token ``i`` takes up."""
        stage = self.stage
        k = i - 1
        while k >= max(first, i - 12):
            if stage.known(k) and not (k - 1 >= first and stage.head(k - 1) is not None):
                phrase = read_phrase(stage, k, i)
                if phrase is not None:
                    return phrase, self.speakers.of_phrase(phrase, i, cue.gender)
            k -= 1
        return None, None

    def _before(self, i: int, cue: Cue, first: int) -> tuple[NounPhrase | None, Speaker | None]:
        """The subject that stands before its verb: «وكان مصدر عسكري ذكر …»، «إسرائيل قالت»."""
        stage = self.stage
        if cue.cut or i == first:
            return None, None
        end = i
        while end > first and (stage.form(end - 1) in ("قد", "لقد", "لم", "لا") or stage.form(end - 1) in stage.lexis.adverbs):
            end -= 1
        begin, turned = first, False
        for k in range(end - 1, max(first, end - _LEFT) - 1, -1):
            form = stage.form(k)
            if form in _BEING or form in _TURNS or form in THAT or form in (":", "|", "هناك"):
                begin, turned = k + 1, True
                break
            if k == first or k - 1 < end - _LEFT:
                begin = k
        start = stage.skip(begin, end)
        if form_is_that(stage, begin - 1) and stage.form(begin - 2) in stage.lexis.unsaid:
            return None, None
        for candidate in self._openings(start, end):
            phrase = read_phrase(stage, candidate, end)
            if phrase is None or not (phrase.known or (turned and candidate == start)):
                continue
            if phrase.head is not None and phrase.head.section == "documents":
                writer = self.speakers.owner(phrase, end) or self._sentence_subject(first, candidate)
                if writer is not None:
                    return phrase, writer
            if phrase.last + 1 < end and not self._only_between(phrase.last + 1, end):
                continue
            return phrase, self.speakers.of_phrase(phrase, end, cue.gender)
        return None, None

    def _openings(self, start: int, end: int) -> list[int]:
        """Where a subject before its verb may begin: at the clause's opening, or behind a comma."""
        out = [start]
        out += [k + 1 for k in range(start, end - 1) if self.stage.form(k) in ("،", ",")]
        return out

    def _only_between(self, k: int, end: int) -> bool:
        """Between the subject and its verb stand only appositions and asides, no other verb's clause."""
        stage = self.stage
        return stage.form(k) in COMMAS or stage.form(k) in ("في", "فى", "(") or k in stage.time_stop or stage.form(k) in RELATIVE

    def _understood(self, i: int, cue: Cue, first: int, here: list[Utterance]) -> Speaker | None:
        """Who speaks where the verb names nobody."""
        stage, speakers = self.stage, self.speakers
        if here:
            return here[-1].speaker
        opening = all(stage.tokens[k].kind == "p" or stage.form(k) in ("كما", "ثم", "وكان", "وكانت") for k in range(first, i))
        if not opening:
            subject = self._sentence_subject(first, i)
            if subject is not None:
                return subject
        return speakers.last(cue.gender if cue.form != "participle" else "")

    def _sentence_subject(self, first: int, i: int) -> Speaker | None:
        stage = self.stage
        for k in range(first, i):
            mention = stage.mention_from.get(k)
            if mention is not None and not (k > first and stage.is_preposition(k - 1)) and not stage.is_preposition(k):
                return self.speakers.of_mention(mention)
            if k not in stage.mention_on and stage.lexis.noun(stage.form(k)) is not None and k <= first + 3:
                phrase = read_phrase(stage, k, i)
                if phrase is not None:
                    return self.speakers.of_phrase(phrase, i)
        return None

    def _behind_quote(self, i: int, first: int) -> tuple[int, int] | None:
        """Offsets of the words that «…، قال فلان»، «…، كما ذكر فلان» puts its verb behind."""
        stage = self.stage
        k = i - 1
        like = stage.form(k) in ("كما", "هكذا", "مثلما")
        if like:
            k -= 1
        while k > first and stage.form(k) in COMMAS:
            k -= 1
        if k <= first:
            return None
        if stage.form(k) in CLOSE_MARKS:
            for opened in range(k - 1, first - 1, -1):
                if stage.direct_quote(opened) == k + 1:
                    return stage.tokens[opened].start, stage.tokens[k].end
            return None
        return (stage.tokens[first].start, stage.tokens[k].end) if like and k < i - 2 else None

    def _after(
        self, i: int, cue: Cue, said: tuple[int, int], who: Speaker, sentence: int, stop: int
    ) -> Utterance:
        """The utterance of a verb that stands behind what was said."""
        stage = self.stage
        token = stage.tokens[i]
        start = stage.page.folded.original(token.fstart + cue.cut) if cue.cut else token.start
        span = stage.page.span(start, token.end)
        chain = (*who.via, who)
        return Utterance(
            cue=span, verb=cue.verb.address, frame="trailing", stance=cue.verb.stance, speakers=chain,
            cues=(*(outer.cue for outer in who.via), span), begin=token.start, start=said[0], end=said[1], sentence=sentence,
            asserts=cue.verb.asserts, act=cue.verb.act, denies=cue.verb.stance == "denying", form=cue.form,
        )  # fmt: skip

    # Who passes it on.

    def _passed_on(
        self, i: int, subject: NounPhrase | None, who: Speaker, found: Complement, stop: int, cue_told: bool
    ) -> Speaker:
        """``who`` with the outlet to whom he said it («قال لوكالة …»، «في تصريح نقلته …») and whom he quotes."""
        stage = self.stage
        begin = subject.last + 1 if subject is not None and subject.first > i else i + 1
        limit = found.at if found.frame != "none" else min(stop, begin + 10)
        for k in range(begin, limit):
            head, mention = stage.head(k), stage.mention_from.get(k)
            media = mention is not None and mention.category == "media" or (head is not None and head.type == "media")
            if not media:
                continue
            cue = stage.lexis.cue(stage.form(k - 1))
            relays = cue is not None and bool(cue.pronoun)
            told = cue_told or stage.bound(k)[-1:] == "ل" or stage.form(k - 1) in ("مع", "الي") or self._bound_mark(k)
            if not (relays or told):
                continue
            phrase = read_phrase(stage, k, limit)
            if phrase is None:
                continue
            outer = self.speakers.of_phrase(phrase, limit)
            if outer.own or outer.type != "media":
                return who
            if relays:
                token = stage.tokens[k - 1]
                outer = msgspec.structs.replace(outer, cue=stage.page.span(token.start, token.end))
            return msgspec.structs.replace(who, via=(outer,))
        return who

    def _bound_mark(self, k: int) -> bool:
        """«لـ"العربي"»: the particle stands apart before a quotation mark."""
        form = self.stage.form(k - 1)
        return form == "ل" or (form in OPEN_MARKS and self.stage.form(k - 2) in ("ل", "لـ"))

    # The utterance.

    def _noun(self, i: int, cue: Cue, stop: int, here: list[Utterance], sentence: int) -> Utterance | None:
        """«إعلان وزير الدفاع أن …»، «قوله إن»: the verbal noun with its speaker and a clause."""
        stage = self.stage
        limit = min(stop, i + 25)
        k = i + 1
        if cue.pronoun:
            at = k if stage.form(k) in THAT else 0
            who = here[-1].speaker if here else self.speakers.last()
            if not at or who is None:
                return None
            return self._utterance(i, cue, Complement("that", at), None, who, False, stop, sentence)
        if not stage.known(k):
            return None
        found = self._complement(i, cue, limit)
        phrase = read_phrase(stage, k, found.at if found.frame != "none" else limit, brief=found.frame == "none")
        if phrase is None or not phrase.known:
            return None
        if found.frame == "none" and not (cue.verb.object and stage.form(i).startswith(("اعلان", "واعلان", "تاكيد", "نفي", "باعلان"))):
            return None
        who = self.speakers.of_phrase(phrase, limit)
        return self._utterance(i, cue, found, phrase, who, False, stop, sentence)

    def _utterance(
        self, i: int, cue: Cue, found: Complement, subject: NounPhrase | None, who: Speaker, what: bool, stop: int,
        sentence: int,
    ) -> Utterance:  # fmt: skip
        stage = self.stage
        token = stage.tokens[i]
        start = stage.page.folded.original(token.fstart + cue.cut) if cue.cut else token.start
        if found.frame == "none":
            begin = token.end
        elif found.frame == "quote":
            begin = stage.tokens[found.at].start
        else:
            begin = stage.tokens[found.at].end
        if subject is not None and not cue.verb.continues and (subject.head or subject.mention):
            # Named afresh he speaks to everybody; «وأضاف …» still speaks to the same outlet.
            who = msgspec.structs.replace(who, via=())
        elif subject is not None and cue.verb.continues and not who.via:
            last = self.speakers.last()
            if last is not None and last.via and last.actor_id is not None and last.actor_id == who.actor_id:
                who = msgspec.structs.replace(who, via=last.via)
        if not cue.form == "noun":
            who = self._passed_on(i, subject, who, found, stop, cue.verb.told)
        explicit = subject is not None
        opens = min(i, subject.first) if subject is not None else i
        return Utterance(
            cue=stage.page.span(start, token.end),
            verb=cue.verb.address,
            frame="object" if found.frame == "none" else found.frame,
            stance=cue.verb.stance,
            speakers=(*who.via, who),
            cues=(*(outer.cue for outer in who.via), stage.page.span(start, token.end)),
            begin=stage.tokens[opens].start,
            start=begin,
            end=stage.tokens[stop - 1].end,
            sentence=sentence,
            asserts=cue.verb.asserts and stage.form(i - 1) not in _NOT,
            act=cue.verb.act,
            explicit=explicit,
            sibling=cue.form == "participle" or bool(cue.cut) or not explicit,
            denies=cue.verb.stance == "denying",
            form=cue.form,
            negated=stage.form(i - 1) in _NOT,
        )


def form_is_that(stage: Stage, i: int) -> bool:
    """Token ``i`` is أن."""
    return stage.form(i) in THAT
