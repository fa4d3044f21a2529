"""Verb forms: from the third person masculine singular of past and present to the forms that news uses.

Only forms that reports use of others and of themselves are made: third persons, and the first person plural of
communiqués («قصفنا», «نعلن»); of the present also the jussive behind لم («لم يقل», «لم ينف»). Vowel marks are not
written, so an active form and its passive often share one spelling (قتل). Where the spelling of a verb does not tell
its class, the forms of each class it may belong to are made; hamza on its seats is spelled in every way in use.

Source: Wright, *A Grammar of the Arabic Language* (3rd ed.), I: doubled verbs §§ 120-127, hamzated §§ 128-140,
hollow §§ 149-163, defective §§ 164-176, endings of person § 91 ff.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .fold import fold_word
from .letters import unmarked

_SHADDA = "\u0651"


class VerbForm(NamedTuple):
    """A folded form with what it tells: ``tense`` past or present; ``person`` 1 or 3; ``number`` s, d or p; ``gender``
    m, f or "" where the form leaves it open."""

    form: str
    tense: str
    person: int
    number: str
    gender: str


def conjugate(past: str, present: str = "") -> list[VerbForm]:
    """The forms of a verb given as «قصف» and «يقصف»; folded, without doubles.

    Write ى, hamzas and alifs as a printed text does (أعدّ, ادعى, يدعو): they tell the verb's class. Either may be "".
    """
    verb = _Verb(past, present)
    forms = [*verb.past_forms()] if past else []
    if present:
        forms += verb.present_forms()
    return list(dict.fromkeys(forms))


class _Verb:
    """A verb's two lemmas, as written and folded, and the class that they show."""

    def __init__(self, past: str, present: str) -> None:
        self.past_written, self.present_written = unmarked(past), unmarked(present)
        self.past, self.present = fold_word(past), fold_word(present)
        self.geminate = past.rstrip("\u064e").endswith(_SHADDA) or present.rstrip("\u064f\u064e").endswith(_SHADDA)

    def hollow(self) -> bool:
        """The middle radical is a long vowel: قال, أصاب, استعاد; of passives قيل, أصيب beside يقال, يصاب."""
        written, present = self.past_written, self.present_written
        if not written:
            return _long_middle(present) and present[-3] != "ا"
        if len(written) < 3 or (written[-1] in "اىيء" and written[-2:] != "اء"):
            return False
        if written[-2] == "ا":
            return True
        passive = present[-2:-1] == "ا" if present else len(written) > 3 and written[0] in "أا"
        return written[-2] == "ي" and passive

    def doubled(self) -> bool | None:
        """The last radical is double: رد, احتل, أعد; None when the spelling may also be another verb's (استلم)."""
        written = self.past_written
        if self.geminate or len(written) == 2:
            return True
        if written[-1:] in "اىيءأئ" or self.hollow():
            return False
        if written[:1] == "ا" and len(written) == 4:  # احتل, اضطر, انضم: of sound verbs these patterns have five
            return written[2] in "تطد" or written[1] == "ن"
        if written[:1] == "أ" and len(written) == 3:  # أعد يعد, but أخذ يأخذ
            return len(self.present_written) == 3
        if written.startswith("است") and len(written) == 5:  # استمر, but استلم
            return None
        return False

    def past_forms(self) -> Iterator[VerbForm]:
        """All forms of the past."""
        yield VerbForm(self.past, "past", 3, "s", "m")
        written, last, fem = self.past_written, self.past_written[-1], self.past + "ت"
        duals, plurals = [self.past + "ا"], [self.past + "وا"]
        if last in "ىا" and len(written) > 2:
            base = self.past[:-1]
            fem, plurals = base + "ت", [base + "وا"]
            duals = [base + ("ي" if last == "ى" or base.endswith("ي") else "و") + "ا"]
        elif last == "ي":
            plurals = [self.past[:-1] + "وا"]
        elif last == "أ":  # بدآ, بدأوا or بدؤوا
            duals, plurals = [self.past], [self.past + "وا", self.past[:-1] + "ووا"]
        elif last in "ئء":  # فوجئوا; جاءوا or جاؤوا
            plurals = [self.past + "وا", self.past[:-1] + "ووا"]
        yield VerbForm(fem, "past", 3, "s", "f")
        yield from (VerbForm(form, "past", 3, "d", "m") for form in duals)
        yield VerbForm(fem + "ا", "past", 3, "d", "f")
        yield from (VerbForm(form, "past", 3, "p", "m") for form in plurals)
        for stem in self._before_consonants():
            yield VerbForm(_joined(stem, "نا"), "past", 1, "p", "")
            if not stem.endswith("ن"):
                yield VerbForm(stem + "ن", "past", 3, "p", "f")

    def _before_consonants(self) -> list[str]:
        """The stem of the past before نا and ن: قل-, ردد-, نفي-."""
        written, word = self.past_written, self.past
        if written[-1] in "ىا" and len(written) > 2:
            base = word[:-1]
            return [base + ("ي" if written[-1] == "ى" or base.endswith("ي") else "و")]
        if self.hollow():
            last = "ي" if written[-1] == "ء" else word[-1]  # جئنا
            return [word[:-2] + last]
        doubled = self.doubled()
        return [stem for stem, fits in ((word, doubled is not True), (word + word[-1], doubled is not False)) if fits]

    def present_forms(self) -> Iterator[VerbForm]:
        """All forms of the present, indicative and jussive."""
        rest = self.present[1:]
        last = self.present_written[-1]
        weak = last in "ىيو" and len(rest) > 1
        singulars = [rest, *self._jussives(rest, weak)]
        duals = [rest[:-1] + ("و" if last == "و" else "ي")] if weak else [rest]
        if last == "ء":  # يجيئان
            duals.append(rest[:-1] + "ي")
        for prefix, gender in (("ي", "m"), ("ت", "f")):
            for form in singulars:
                yield VerbForm(prefix + form, "present", 3, "s", gender)
            for ending in ("ن", "") if last == "أ" else ("ان", "ا"):  # يبدآن
                yield from (VerbForm(prefix + dual + ending, "present", 3, "d", gender) for dual in duals)
        for stem in self._before_waw(rest, weak):
            yield VerbForm("ي" + stem + "ون", "present", 3, "p", "m")
            yield VerbForm("ي" + stem + "وا", "present", 3, "p", "m")
        for women in self._before_nun(rest):
            if not women.endswith("ن"):
                yield VerbForm("ي" + women + "ن", "present", 3, "p", "f")
        for form in singulars:
            yield VerbForm("ن" + form, "present", 1, "p", "")

    def _jussives(self, rest: str, weak: bool) -> list[str]:
        if weak:
            return [rest[:-1]]
        return self._shortened(rest) if self._hollow_present() else []

    @staticmethod
    def _shortened(rest: str) -> list[str]:
        """A hollow stem without its long vowel: يقل, يجئ."""
        return [rest[:-2] + ("ي" if rest[-1] == "ء" else rest[-1])]

    def _hollow_present(self) -> bool:
        return _long_middle(self.present_written) and self.hollow()

    def _before_waw(self, rest: str, weak: bool) -> list[str]:
        if weak:
            return [rest[:-1]]
        last = self.present_written[-1]
        if last in "أئ":  # يبدأون, يبدؤون; ينشئون, ينشؤون
            return [rest, rest[:-1] + "و"]
        if last == "ء":  # يجيئون, يجيؤون, يجيءون
            return [rest, rest[:-1] + "ي", rest[:-1] + "و"]
        return [rest]

    def _before_nun(self, rest: str) -> list[str]:
        """The stem of the present before the ن of women: يقل-, يردد-."""
        if self._hollow_present():
            return self._shortened(rest)
        doubled = self.doubled() if self.past else False
        return [stem for stem, fits in ((rest, doubled is not True), (rest + rest[-1], doubled is not False)) if fits]


def _joined(stem: str, ending: str) -> str:
    """ن at the end of the stem and at the head of the ending are written once (أعلنّا), after a doubled one too
    (شننّا)."""
    return stem + ending[1:] if stem.endswith(ending[0]) else stem + ending


def _long_middle(written: str) -> bool:
    """The letter before the last of a present is a long vowel and not the و or ي of a form with ا before it (يحاول)."""
    return len(written) > 3 and written[-2] in "اوي"
