"""Statement claims: the act of the verb, of the noun behind it, of what is said; none where an act is told."""

from __future__ import annotations

import pytest

from khabar.claims.proposal import Proposal
from khabar.claims.statements import Statements
from khabar.clauses.attribution import Attributions
from khabar.lexicon import load
from tests.clauses.test_attribution import scene

ATTRIBUTIONS = Attributions(load())
ROOM = Statements(load())


def propose(text: str, *acts: str) -> list[Proposal]:
    """The statements of ``text``, where each of ``acts`` is the trigger of an act claim."""
    it = scene(text)
    return ROOM.propose(it, ATTRIBUTIONS.listen(it), [text.index(word) for word in acts])


def test_saying_that_something_happened_is_no_statement() -> None:
    text = "قالت وزارة الداخلية العراقية إن سيارة انفجرت قرب السوق."
    assert [p.type for p in propose(text)] == ["assess"]
    assert propose(text, "انفجرت") == []


def test_speaker_target_and_evidence() -> None:
    text = "واتهمت الحكومة اليمنية جماعة الحوثي بحصار المدينة، وهو اتهام قديم."
    (claim,) = propose(text)
    assert claim.type == "accuse"
    assert text[claim.start : claim.end] == "واتهمت الحكومة اليمنية جماعة الحوثي بحصار المدينة"
    assert [m.actor_id for m in claim.actors] == ["yemen.government"]
    assert [m.actor_id for m in claim.targets] == ["houthi"]
    assert claim.trigger is not None and claim.trigger.text == "اتهمت"
    assert claim.sources == []


def test_who_reports_the_speech_is_its_source() -> None:
    (claim,) = [
        p for p in propose("قالت وكالة رويترز إن الحكومة الليبية تطالب مجلس الأمن برفع الحظر.") if p.type == "appeal"
    ]
    assert [s.actor_id for s in claim.sources] == ["reuters"]


def test_nobody_claimed_it() -> None:
    (claim,) = propose("لم تعلن أي جهة مسؤوليتها عن التفجير.")
    assert (claim.type, claim.modality) == ("claim_responsibility", "negated")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('قال وزير الخارجية التركي: "لن نتراجع عن حدودنا مهما كان الثمن".', True),
        ("قال وزير الخارجية التركي إن بلاده لن تتراجع عن حدودها.", False),
    ],
)
def test_direct_speech(text: str, quoted: bool) -> None:
    (claim,) = propose(text)
    assert (claim.type, claim.quoted) == ("pledge", quoted)


def test_two_joined_verbs_are_one_statement() -> None:
    (claim,) = propose("تدين وتستنكر رابطة الصحفيين اقتحام المقر.")
    assert claim.type == "condemn"
    assert claim.trigger is not None and claim.trigger.text == "تدين وتستنكر"


def test_every_filled_field_has_its_reason() -> None:
    for claim in propose("طالبت منظمة العفو الدولية الحكومة السورية بكشف مصير المفقودين."):
        assert {"type", "trigger", "actors", "targets"} <= set(claim.because)
