"""Whole reports: which acts are told, how far each reaches, in what order, and that every field can be traced."""

from __future__ import annotations

from datetime import date

import pytest

from khabar import Claim, Raw, Reader, to_json
from khabar.lexicon import load
from tests.claims.reading import PUBLISHED, claims, only, reader, report, spans

ATTACK = (
    "قصفت مدفعية الجيش السوري بلدة خان شيخون في ريف إدلب صباح اليوم، ما أدى إلى مقتل خمسة مدنيين وإصابة 12 آخرين بجروح."
)
CHAIN = (
    "نقلت وكالة رويترز عن المتحدث باسم جماعة الحوثي قوله إن التحالف العربي شن خمس غارات جوية على مدينة صعدة أمس الأول، "
    "ما أدى إلى مقتل سبعة مدنيين."
)
BARRELS = "قصف الجيش السوري بلدة حيان بالبراميل المتفجرة."
MIGHT = "ربما تشن القوات التركية هجوما على مدينة منبج."
SAID = "اتهمت الحكومة اليمنية جماعة الحوثي بخرق الهدنة في الحديدة. ثم قصفت جماعة الحوثي مدينة تعز بالمدفعية."


class TestActs:
    def test_an_attack_with_its_toll_is_one_claim(self) -> None:
        claim = only(ATTACK)
        assert (claim.kind, claim.type, claim.modality) == ("event", "shelling", "actual")
        assert [(c.role, c.min, c.max) for c in claim.counts] == [("killed", 5, 5), ("wounded", 12, 12)]

    def test_two_attacks_are_two(self) -> None:
        text = "قصف الطيران الحربي الروسي بلدة كفرنبل، فيما قصفت مدفعية الجيش السوري بلدة حيان."
        first, second = claims(text)
        assert (first.type, second.type) == ("air_strike", "shelling")
        assert first.evidence.end <= second.evidence.start
        assert [m.actor_id for m in second.actors] == ["syria.army"]

    def test_two_attacks_in_two_sentences(self) -> None:
        text = "هاجم مسلحون مجهولون دورية للشرطة في كركوك. وبعد ساعات، هاجم مسلحون مجهولون نقطة تفتيش في الحويجة."
        assert [c.type for c in claims(text)] == ["armed_attack", "armed_attack"]

    def test_an_act_pointed_back_to_is_told_once(self) -> None:
        text = "شنت حركة طالبان هجوما على مقر الشرطة في قندهار، وأسفر الهجوم عن مقتل أربعة من رجال الشرطة."
        assert [c.role for c in only(text).counts] == ["killed"]

    def test_a_toll_alone_is_casualties(self) -> None:
        claim = only("سقط سبعة قتلى و20 جريحا في مدينة تعز أمس.")
        assert claim.type == "casualties"
        assert [(c.role, c.min) for c in claim.counts] == [("killed", 7), ("wounded", 20)]

    def test_what_a_position_says_is_a_statement(self) -> None:
        (first, *_) = claims(SAID)
        assert (first.kind, first.type) == ("statement", "accuse")
        assert [m.actor_id for m in first.targets] == ["houthi"]

    @pytest.mark.parametrize(
        "text",
        [
            "افتتح وزير الثقافة معرض الكتاب الدولي في العاصمة، وشارك فيه مئات الناشرين من ثلاثين دولة.",
            "فاز الفريق الأهلي بثلاثة أهداف، وشن هجوما قويا منذ البداية وقصف مهاجمه مرمى الخصم في الشوط الأول.",
            "شهدت البورصة انهيارا في أسعار الأسهم، وقال خبراء إن حرب العملات بين الشركات الكبرى تضرب أرباح المستثمرين.",
            "خبر",
        ],
    )
    def test_what_is_not_of_conflict_gives_nothing(self, text: str) -> None:
        assert claims(text) == ()
        assert not report(text).relevant


class TestModality:
    @pytest.mark.parametrize(
        ("text", "modality"),
        [
            ("قصف الجيش السوري مدينة إدلب أمس.", "actual"),
            ("لم يقصف الجيش السوري مدينة إدلب أمس.", "negated"),
            ("أعلنت قوات سوريا الديمقراطية أنها ستنسحب من مدينة منبج غدا.", "planned"),
            (MIGHT, "possible"),
        ],
    )
    def test_as_the_source_puts_it(self, text: str, modality: str) -> None:
        assert only(text).modality == modality

    def test_what_is_denied(self) -> None:
        claim = only("نفت وزارة الدفاع الروسية أن تكون طائراتها قد قصفت مستشفى في إدلب.")
        assert claim.modality == "negated"
        assert [(s.actor_id, s.stance) for s in claim.sources] == [("russia.army", "denying")]


class TestSources:
    def test_the_outermost_stands_first(self) -> None:
        claim = only(CHAIN)
        assert [(s.actor_id, s.type) for s in claim.sources] == [("reuters", "media"), ("houthi", "party")]

    def test_who_says_so_is_no_part_of_the_evidence(self) -> None:
        claim = only(CHAIN)
        assert claim.evidence.start == CHAIN.index("التحالف")

    def test_what_the_report_says_itself_has_none(self) -> None:
        assert only(ATTACK).sources == ()

    def test_words_in_quotation_marks(self) -> None:
        claim = only("قال المتحدث باسم الجيش العراقي: «قصفت طائراتنا مواقع تنظيم الدولة الإسلامية في الموصل».")
        assert claim.quoted
        assert [s.actor_id for s in claim.sources] == ["iraq.army"]


class TestTime:
    @pytest.mark.parametrize(
        ("when", "day"),
        [
            ("صباح اليوم", date(2019, 6, 12)),
            ("أمس الأول", date(2019, 6, 10)),
            ("يوم الأحد الماضي", date(2019, 6, 9)),
            ("في 3 آذار 2014", date(2014, 3, 3)),
        ],
    )
    def test_counted_from_the_day_of_the_report(self, when: str, day: date) -> None:
        time = only(f"قصف الجيش السوري مدينة إدلب {when}.").time
        assert time is not None
        assert (time.from_, time.to) == (day, day)

    def test_no_date_is_made_up(self) -> None:
        time = only("قصف الجيش السوري مدينة إدلب أمس الأول.", published=None).time
        assert time is not None
        assert (time.from_, time.to) == (None, None)

    def test_none_where_none_is_told(self) -> None:
        assert only(BARRELS).time is None


TEXTS = (ATTACK, CHAIN, BARRELS, MIGHT, SAID)


def traced(claim: Claim) -> set[str]:
    """The keys that the reasons of a claim must have."""
    keys = {"type", "evidence"}
    keys |= {name for name in ("trigger", "place", "time", "sources", "speech", "quoted") if getattr(claim, name)}
    keys |= {"modality"} if claim.modality != "actual" else set()
    for name in ("actors", "targets", "counts", "weapons"):
        each = range(len(getattr(claim, name)))
        keys |= {name if name in claim.because else f"{name}.{k}" for k in each}
    return keys


@pytest.mark.parametrize("text", TEXTS)
def test_every_filled_field_has_its_reason(text: str) -> None:
    found = claims(text)
    assert found
    for claim in found:
        assert set(claim.because) == traced(claim)
        assert all(reason.rule for reason in claim.because.values())


@pytest.mark.parametrize("text", TEXTS)
def test_every_row_named_is_one_of_the_lexicon(text: str) -> None:
    known = {address for file in load().files() for address in load().addresses(file)}
    assert {r.row for c in claims(text) for r in c.because.values() if r.row} <= known


@pytest.mark.parametrize(
    ("text", "slot", "field"),
    [
        (CHAIN, "type", "trigger"),
        (CHAIN, "actors.0", "actors"),
        (CHAIN, "targets.0", "targets"),
        (CHAIN, "counts.0", "counts"),
        (CHAIN, "sources", "sources"),
        (CHAIN, "time", "time"),
        (BARRELS, "weapons.0", "weapons"),
        (MIGHT, "modality", "modality"),
    ],
)
def test_without_its_row_a_field_is_not_filled(text: str, slot: str, field: str) -> None:
    claim = only(text)
    row = claim.because[slot].row
    assert row is not None
    poorer = Reader(lexicon=load().without(row), strict=True)
    held = getattr(claim, field)
    others = [getattr(other, field) for other in poorer.read(text, published=PUBLISHED).claims]
    if isinstance(held, tuple):
        assert all(held[0] not in other for other in others)
    else:
        assert held not in others


@pytest.mark.parametrize("text", TEXTS)
def test_spans_are_of_the_text(text: str) -> None:
    for span in spans(list(claims(text))):
        assert text[span["start"] : span["end"]] == span["text"]


def test_claims_stand_in_the_order_of_their_evidence() -> None:
    text = " ".join(TEXTS)
    found = claims(text)
    assert [c.id for c in found] == [f"c{n}" for n in range(1, len(found) + 1)]
    assert [c.evidence.start for c in found] == sorted(c.evidence.start for c in found)
    assert all(0 <= c.confidence <= 1 for c in found)


def test_evidence_is_one_sentence_at_the_most() -> None:
    assert all(". " not in claim.evidence.text for claim in claims(" ".join(TEXTS)))


def test_any_number_of_workers_gives_the_same_claims() -> None:
    raws = [Raw(text, published=date(2019, 6, 12)) for text in TEXTS * 3]
    one, two, three = ([to_json(r) for r in reader().read_many(raws, workers=n)] for n in (1, 2, 3))
    assert one == two == three
