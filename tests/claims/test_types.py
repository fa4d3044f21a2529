"""Types: what the word declares, settled by the means, the toll and who suffered."""

from __future__ import annotations

import pytest

from khabar.claims.types import candidates, own_features, rule
from tests.claims.reading import act, only, story


def ruled(text: str, word: str, told: str = "") -> str:
    """The type by the rule of the act at ``word``, over its whole sentence."""
    it = story(text)
    found = act(it, word)
    return rule(it, found.sentence, found.trigger, (found.first, found.stop), told)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("قصف الجيش السوري مدينة إدلب.", "قصف", "shelling"),
        ("قصف الجيش السوري مدينة إدلب بالطائرات.", "قصف", "air_strike"),
        ("هجوم على نقطة للشرطة في المدينة.", "هجوم", "armed_attack"),
        ("هجوم بسيارة مفخخة على نقطة للشرطة.", "هجوم", "explosion"),
        ("هجوم نفذه انتحاري بحزام ناسف على نقطة للشرطة.", "هجوم", "suicide_attack"),
        ("هجوم بغاز الكلور على حي في المدينة.", "هجوم", "chemical_attack"),
        ("هجوم بطائرات مسيرة على قاعدة في المدينة.", "هجوم", "air_strike"),
        ("مقتل قائد الشرطة برصاص مسلحين.", "مقتل", "assassination"),
        ("مقتل مزارع على يد مسلحين.", "مقتل", "armed_attack"),
        ("مقتل مزارع بقذيفة هاون.", "مقتل", "shelling"),
        ("انسحاب القوات من المدينة.", "انسحاب", "withdrawal"),
        ("القوات الإسرائيلية قتلت صيادا قرب الشاطئ.", "قتلت", "armed_attack"),
        ("قال إن مسلحين اقتحموا السوق وقتلوا ثلاثة تجار.", "قتلوا", "armed_attack"),
        ("قام جنود بقتل راع قرب الحدود.", "قتل", "armed_attack"),
        ("تمكنت الشرطة من قتل مهرب.", "قتل", "casualties"),
        ("القوات العراقية قتلت أحد أبرز قادة التنظيم.", "قتلت", "assassination"),
        ("مقتل راع قرب الحدود.", "مقتل", "casualties"),
        ("قتل شرطيان وثلاثة جنود أمس.", "قتل", "casualties"),
        ("جنود في الجيش العراقي قتلوا في المدينة.", "قتلوا", "casualties"),
        ("نسف مسلحون جسرا بعبوات ناسفة.", "نسف", "explosion"),
        ("دمرت الجرافات جسرا في المدينة.", "دمرت", "destruction"),
        ("نفذ التحالف عملية إنزال جوي في القرية.", "نفذ", "armed_attack"),
        ("نفذت القوات إنزالا جويا في القرية.", "إنزالا", "armed_attack"),
        ("أطلق مجهولون النار على قاض في المدينة.", "أطلق", "assassination"),
        ("أطلق مجهولون النار على حافلة في المدينة.", "أطلق", "armed_attack"),
        ("الطبيب محتجز لدى مسلحين في الجبال.", "محتجز", "abduction"),
        ("البحار محتجز رهينة في الجبال.", "محتجز", "abduction"),
        ("القوات العراقية أسرت عشرة مسلحين.", "أسرت", "arrest"),
    ],
)
def test_the_rule(text: str, word: str, kind: str) -> None:
    assert ruled(text, word) == kind


def test_the_attack_is_the_one_told_before() -> None:
    assert ruled("أسفر الهجوم عن أضرار.", "هجوم", told="suicide_attack") == "suicide_attack"
    assert ruled("وقع هجوم آخر.", "هجوم", told="suicide_attack") == "armed_attack"


def test_artillery_named_with_the_act_is_not_overruled() -> None:
    assert ruled("قصف مدفعي على البلدة تزامن مع تحليق الطائرات.", "قصف") == "shelling"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("فجر انتحاري نفسه وسط سوق في كابل، ما أدى إلى مقتل 9 أشخاص.", "suicide_attack"),
        ("انفجرت عبوة ناسفة في حافلة للجيش العراقي غرب بغداد.", "explosion"),
        ("اغتال مسلحون مجهولون قائد الشرطة في مدينة عدن.", "assassination"),
        ("خطف تنظيم الدولة الإسلامية ثلاثة صحفيين في الرقة.", "abduction"),
        ("سيطر الجيش السوري على بلدة حيان بريف حلب الشمالي.", "territory_taken"),
        ("انسحبت القوات العراقية من بلدة تلعفر.", "withdrawal"),
        ("اعتقلت الشرطة العراقية عشرة مسلحين في كركوك.", "arrest"),
        ("أطلق الجيش الإسرائيلي سراح 20 أسيرا فلسطينيا.", "release"),
        ("أسقطت الدفاعات الجوية السورية صاروخين إسرائيليين قرب دمشق.", "interception"),
    ],
)
def test_the_type_of_a_claim(text: str, kind: str) -> None:
    assert only(text).type == kind


def test_the_declared_type_stands_first_and_once() -> None:
    for word, text in (("قصف", "قصف على البلدة."), ("اعتقال", "اعتقال قائد."), ("محادثات", "محادثات سلام.")):
        found = act(story(text), word)
        kinds = candidates(found.trigger)
        assert kinds[0] == found.trigger.sense.type
        assert len(set(kinds)) == len(kinds)


def test_a_pair_knows_whether_the_rule_says_so() -> None:
    assert "ruled" in own_features("shelling", "air_strike", "air_strike")
    assert own_features("shelling", "air_strike", "shelling") == []
    assert "declared shelling" in own_features("shelling", "shelling", "shelling")
