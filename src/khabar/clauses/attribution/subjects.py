"""Who speaks: behind the verb, before it, in the clause that a relative takes up, or understood."""

from __future__ import annotations

from .lexis import Cue
from .phrases import read_phrase
from .records import Speaker
from .speakers import Speakers
from .spot import FAR, LEADS, NOBODY, Complement, Spot, Subject
from .stage import COMMAS, FURTHER, RELATIVE, THAT, Stage

_BEING = frozenset("كان كانت كانوا وكان وكانت وكانوا فكان".split())
_TURNS = frozenset("فان فانه فانها لكن ولكن فيما بينما وبينما وفيما اما واما حين اذ بل وان ان".split())
_BEFORE_VERB = frozenset("قد لقد لم لا".split())
_BUT_HE = frozenset("لكنه لكنها لكنهم ولكنه ولكنها ولكنهم انه انها انهم وهو وهي وهم".split())
_OPENING = frozenset("كما ثم وكان وكانت".split())
_LEFT = 18  # tokens back from a verb to the beginning of its subject
_BACK = 12  # tokens back from «الذي» to whom it takes up


class Subjects:
    """Finds the speakers of speech verbs."""

    def __init__(self, stage: Stage, speakers: Speakers) -> None:
        self.stage = stage
        self.speakers = speakers

    def find(self, spot: Spot, found: Complement) -> Subject:
        """The subject that the text names; NOBODY where it is understood."""
        stage, cue = self.stage, spot.cue
        if cue.form == "participle":
            return NOBODY
        relative = stage.form(spot.i - 1) in RELATIVE
        if relative and _thinks(cue) and cue.form == "present" and cue.number == "s":
            return NOBODY  # «التي يعتقد أنها …»: nobody is named who thinks so
        limit = found.at if found.found else min(spot.stop, spot.i + FAR)
        beside = self._directly_before(spot)
        if beside is not None:
            return beside
        k = stage.skip(spot.i + 1, limit)
        if k < limit and stage.form(k) in FURTHER and stage.known(k + 1):
            k += 1
        k = self._behind_addressee(k, limit)
        if k < limit and not stage.known(k) and not relative and not cue.cut:
            before = self._before(spot)
            if before.known:
                return before
        if self._is_object(k, spot):
            return NOBODY
        behind = self._behind(k, limit, spot, found, relative)
        if behind is not None:
            return behind
        if relative:
            return self._relative_head(spot)
        if cue.verb.address.endswith("/suspect") and cue.gender == "m" and cue.form == "present":
            return NOBODY  # «شبان يشتبه في أنهم …»
        before = self._before(spot)
        return self._told_of(spot.i, spot) if before is NOBODY and found.found and not cue.cut else before

    def before(self, spot: Spot) -> Speaker | None:
        """The speaker named before a verb that relays («إلا أن وكالة … نقلت عن …»)."""
        subject = self._directly_before(spot) or self._before(spot)
        return subject.speaker if subject.known else None

    def understood(self, spot: Spot) -> Speaker | None:
        """Who speaks where the verb names nobody."""
        stage, cue = self.stage, spot.cue
        alone = not cue.cut or cue.verb.act != "assess"
        if _thinks(cue) and alone and cue.form == "present" and cue.gender == "m":
            return None  # «يعتقد أنهم»، «يشتبه في أنه»: nobody is named who thinks so
        if spot.here:
            return self._acting(spot) or spot.here[-1].speaker
        opening = all(stage.tokens[k].kind == "p" or stage.form(k) in _OPENING for k in range(spot.first, spot.i))
        subject = None if opening else self._of_sentence(spot.first, spot.i)
        return subject or self.speakers.last(cue.gender if cue.form != "participle" else "")

    def _acting(self, spot: Spot) -> Speaker | None:
        """«… وقد بثت المعارضة تسجيلا قالت إنه …»: who acts in the clause of the noun that the verb tells of."""
        stage, cue = self.stage, spot.cue
        if cue.cut or cue.form not in ("past", "present"):
            return None
        begin = max(stage.page.token_at(spot.here[-1].cue.end) + 1, spot.i - _BACK)
        for k in range(spot.i - 2, begin, -1):
            if stage.form(k) in COMMAS:
                return None
            if k in stage.mention_from and not stage.is_preposition(k) and self._gender(k - 1) == cue.gender:
                return self.speakers.of_mention(stage.mention_from[k], cue.gender)
        return None

    def _gender(self, i: int) -> str:
        """The gender of a verb of the third person at token ``i``; "" for other words."""
        told = self.stage.lexis.cue(self.stage.form(i))
        if told is not None:
            return told.gender if told.form in ("past", "present") else ""
        verb = self.stage.verbs.read(self.stage.form(i))
        return verb.form.gender if verb is not None and verb.form.person == 3 else ""

    def _behind(self, k: int, limit: int, spot: Spot, found: Complement, relative: bool) -> Subject | None:
        """The subject behind its verb, which is then singular."""
        stage, cue = self.stage, spot.cue
        loose = found.found or cue.verb.act is not None
        if k >= limit or cue.number in "dp" or stage.is_preposition(k) or not (loose or stage.known(k)):
            return None
        if not stage.known(k) and (relative or stage.lexis.cue(stage.form(k)) is not None):
            return None
        phrase = read_phrase(stage, k, limit, brief=not found.found or not cue.verb.asserts)
        if phrase is None or not (phrase.known or (loose and not relative)):
            return None
        return Subject(phrase, self.speakers.of_phrase(phrase, limit, cue.gender))

    def _is_object(self, k: int, spot: Spot) -> bool:
        """What stands behind the verb is spoken to or of: its gender is not the verb's, or the speaker was just named
        («أعرب … عن قلقه وناشد الجهة الخاطفة»)."""
        stage, cue = self.stage, spot.cue
        form = stage.form(k)
        if cue.number != "s" or cue.verb.asserts or not form:
            return False
        if cue.verb.act in ("threaten", "pledge") and form.startswith("ب") and not stage.known(k):
            return True
        if cue.verb.act == "accuse" and not cue.verb.near and k in stage.mention_from:
            behind = stage.mention_stop(stage.mention_from[k], k)
            if stage.form(behind).startswith("ب") and behind not in stage.mention_from:
                return True  # «تتهم إيران بدعم …»: who is named first is the accused
        if cue.verb.act == "appeal" and self.his_own(k):
            return True  # «يدعو أنصاره إلى …»
        head = stage.head(k)
        plural = head is not None and (head.section == "titles" or head.address.endswith("/leader_party"))  # «القادة»
        if cue.gender == "m" and form.startswith("ال") and form.endswith("ه") and not plural:
            return True
        leads = cue.cut or stage.form(spot.i - 1) in LEADS
        if leads and cue.verb.act == "appeal" and head is not None and head.address.endswith("/anyone"):
            return True  # «وطالب الجهات المعنية بالتحقيق»: they are called on, not calling
        if cue.gender == "f" and form in stage.lexis.masculine:
            return True
        return bool(spot.here) and bool(cue.cut) and not stage.known(k)

    def his_own(self, k: int) -> bool:
        """The noun at token ``k`` has a pronoun that stands for the speaker."""
        mention = self.stage.mention_from.get(k)
        return mention is not None and mention.antecedent is not None and mention.text.endswith(("ه", "ها", "هم"))

    def _behind_addressee(self, k: int, limit: int) -> int:
        """«وأكد لوكالة … مصدر أمني»: the token behind the outlet spoken to, when a speaker follows; else ``k``."""
        stage = self.stage
        if k < limit and stage.bound(k)[-1:] == "ل" and stage.is_press(k):
            told = read_phrase(stage, k, limit)
            if told is not None and stage.known(told.last + 1):
                return told.last + 1
        return k

    def _directly_before(self, spot: Spot) -> Subject | None:
        """«أن إسرائيل أبلغت …»: أن, its subject, the verb."""
        stage, i = self.stage, spot.i
        if spot.cue.cut:
            return None
        while stage.form(i - 1) in _BEING or stage.form(i - 1) in _BEFORE_VERB:
            i -= 1
        if i - 2 < spot.first:
            return None
        for k in range(i - 1, max(spot.first, i - 8), -1):
            if stage.form(k - 1) in THAT and stage.known(k):
                phrase = read_phrase(stage, k, i)
                if phrase is not None and phrase.last == i - 1:
                    return Subject(phrase, self.speakers.of_phrase(phrase, i, spot.cue.gender))
                return None
        return None

    def _relative_head(self, spot: Spot) -> Subject:
        """Whom «الذي» before the verb takes up."""
        stage, i = self.stage, spot.i - 1
        for k in range(i - 1, max(spot.first, i - _BACK) - 1, -1):
            if stage.known(k) and not (k - 1 >= spot.first and stage.head(k - 1) is not None):
                phrase = read_phrase(stage, k, i)
                if phrase is not None:
                    return Subject(phrase, self.speakers.of_phrase(phrase, i, spot.cue.gender))
        return NOBODY

    def _before(self, spot: Spot) -> Subject:
        """The subject that stands before its verb: «وكان مصدر عسكري ذكر …»، «إسرائيل قالت»."""
        stage, first = self.stage, spot.first
        if spot.cue.cut or spot.i == first:
            return NOBODY
        end = spot.i
        if stage.form(end - 1) in _BUT_HE:
            return NOBODY
        while end > first and (stage.form(end - 1) in _BEFORE_VERB or stage.form(end - 1) in stage.lexis.adverbs):
            end -= 1
        begin, turned = self._clause_opening(end, first)
        if stage.form(begin - 1) in THAT and stage.form(begin - 2) in stage.lexis.unsaid:
            return NOBODY
        start = stage.skip(begin, end)
        commas = [k + 1 for k in range(start, end - 1) if stage.form(k) in ("،", ",")]
        for candidate in (start, *commas):
            subject = self._ending_at(candidate, end, spot, sure=turned and candidate == start)
            if subject is not None:
                return subject
        return NOBODY

    def _told_of(self, end: int, spot: Spot) -> Subject:
        """«بعد تقارير محلية أفادت …»: the verb tells of the noun without article right before it."""
        stage = self.stage
        for k in range(end - 1, max(spot.first, end - 4) - 1, -1):
            head = stage.head(k)
            if head is None or k in stage.mention_on or head.section == "titles" or stage.head(k - 1) is not None:
                continue
            if stage.form(k).startswith(("ال", "و")):
                continue
            phrase = read_phrase(stage, k, end)
            if phrase is None or phrase.last != end - 1:
                return NOBODY
            return Subject(phrase, self.speakers.of_phrase(phrase, end, spot.cue.gender))
        return NOBODY

    def _clause_opening(self, end: int, first: int) -> tuple[int, bool]:
        """Where the clause of the verb at ``end`` begins, and whether a word like كان or لكن opens it."""
        stage = self.stage
        low = max(first, end - _LEFT)
        for k in range(end - 1, low - 1, -1):
            form = stage.form(k)
            if form in _BEING or form in _TURNS or form in THAT or form in (":", "|", "هناك"):
                return k + 1, True
        return low, False

    def _ending_at(self, begin: int, end: int, spot: Spot, *, sure: bool) -> Subject | None:
        """The phrase from ``begin`` that is the subject of the verb at ``end``."""
        stage = self.stage
        phrase = read_phrase(stage, begin, end)
        if phrase is None or not (phrase.known or sure):
            return None
        if phrase.head is not None and phrase.head.section == "documents":
            writer = self.speakers.owner(phrase, end) or self._of_sentence(spot.first, begin)
            if writer is not None:
                return Subject(phrase, writer)
        k = phrase.last + 1
        aside = stage.form(k) in COMMAS or stage.form(k) in ("في", "فى", "(") or stage.form(k) in RELATIVE
        if k < end and not (aside or k in stage.time_stop):
            return None  # another verb's clause stands between
        return Subject(phrase, self.speakers.of_phrase(phrase, end, spot.cue.gender))

    def _of_sentence(self, first: int, i: int) -> Speaker | None:
        """The first party named in the sentence before token ``i``, not behind a preposition."""
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


def _thinks(cue: Cue) -> bool:
    """The verb is often without a person: «يعتقد»، «يشتبه»."""
    return cue.verb.act == "assess" or cue.verb.address.endswith("/suspect")
