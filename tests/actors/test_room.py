"""The actors room as a caller uses it: ids, spans, reasons, what only the report settles."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.actors import ActorRoom
from khabar.model import ActorMention
from khabar.text import Page
from tests.support.examples import lexicon

ROOM = ActorRoom(lexicon())


def ids(text: str, **told: object) -> list[str | None]:
    return [mention.actor_id for mention in ROOM.find(Page(text), **told)]  # type: ignore[arg-type]


def one(text: str) -> ActorMention:
    (mention,) = ROOM.find(Page(text))
    return mention


def test_a_mention_has_span_category_and_reasons() -> None:
    text = "نفت وزارة الدفاع الأميركية الخبر"
    mention = one(text)
    assert text[mention.start : mention.end] == mention.text == "وزارة الدفاع الأميركية"
    assert (mention.actor_id, mention.category, mention.loaded) == ("united_states.army", "armed_forces", None)
    assert [reason.row for reason in mention.because] == [
        "actors_nouns/nouns/defence_ministry",
        "actors_states/countries/united_states",
    ]


def test_the_head_belongs_to_the_mention() -> None:
    assert one("أعلن الناطق باسم كتائب القسام العملية").text == "الناطق باسم كتائب القسام"
    assert one("قتل ستة من عناصر تنظيم الدولة في الغارة").text == "عناصر تنظيم الدولة"


def test_quotation_marks_and_hashes_are_no_obstacle() -> None:
    assert one('استهدف القصف مقرا لتنظيم "داعش" في البلدة').text == 'مقرا لتنظيم "داعش"'
    assert ids("#قوات_سوريا_الديمقراطية تعلن النفير") == ["sdf"]


def test_a_loaded_name_keeps_the_id_and_says_what_it_betrays() -> None:
    mention = one("قصفت ميليشيات الأسد البلدة")
    assert (mention.actor_id, mention.loaded) == ("syria.army", "hostile to syria.army")
    assert one("قصف جيش الاحتلال التركي القرية").loaded == "hostile to turkey.army"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("انسحب تنظيم القاعدة، ثم عاد التنظيم", "التنظيم"),
        ("وافقت حركة حماس على الهدنة، وقالت الحركة إن الوسطاء ضمنوها", "الحركة"),
        ("أعلن حزب الله الهدنة وسحب مقاتليه", "مقاتليه"),
    ],
)
def test_short_forms_take_the_nearest_antecedent(text: str, short: str) -> None:
    full, reference = ROOM.find(Page(text))
    assert reference.text == short and reference.actor_id == full.actor_id
    assert reference.antecedent is not None and reference.antecedent.text == full.text


def test_a_bare_organ_is_the_reports_country_s() -> None:
    assert ids("انتشر الجيش في شوارع بيروت") == ["lebanon.army"]
    assert ids("انتشر الجيش في الشوارع", country="tunisia") == ["tunisia.army"]
    assert ids("انتشر الجيش في الشوارع", country="TN") == ["tunisia.army"]
    assert ids("انتشر الجيش في الشوارع") == []


def test_the_date_says_who_held_an_office() -> None:
    text = "اتهم علي عبد الله صالح خصومه"
    assert ids(text, reference=date(2009, 1, 1)) == ["yemen.government"]
    assert ids(text, reference=date(2016, 1, 1)) == ["saleh_forces"]


def test_people_are_learnt_from_the_report() -> None:
    text = "قال العقيد فراس دحام، الناطق باسم قوات سوريا الديمقراطية، إن المعارك انتهت. وأضاف دحام أن الطريق آمن."
    found = ROOM.find(Page(text))
    assert [m.text for m in found][0::2] == ["العقيد فراس دحام", "دحام"]
    assert {m.actor_id for m in found} == {"sdf"}


def test_unknown_gunmen_are_arguments_but_civilians_are_not() -> None:
    mention = one("اغتال مسلحون مجهولون طبيبا أمام أطفاله")
    assert (mention.text, mention.actor_id, mention.category) == ("مسلحون مجهولون", None, "unknown")
    assert ids("قتل ثلاثة مدنيين وأصيب أهالي الحي") == []


def test_kin() -> None:
    assert ROOM.kin("qassam").part_of == ("hamas",)
    assert ROOM.kin("amaq").speaks_for == ("isis",)
    assert ROOM.kin("syria.airforce").part_of == ("syria",)
    assert ROOM.kin("nobody").part_of == ()


WORDS = [
    "الجيش",
    "السوري",
    "قوات",
    "التنظيم",
    "«",
    "\n",
    "حركة",
    "حماس",
    "الناطق",
    "باسم",
    "و",
    "عناصره",
    "القاعدة",
    "ل",
    ".",
]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
def test_any_text_is_survived_and_mentions_never_overlap(text: str) -> None:
    end = 0
    for mention in ROOM.find(Page(text)):
        assert mention.start >= end and mention.end > mention.start
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


def test_two_runs_give_the_same() -> None:
    text = "قال الجيش اليمني إن الحوثيين قصفوا تعز، ونفت الجماعة ذلك."
    assert ROOM.find(Page(text)) == ROOM.find(Page(text)) == ActorRoom(lexicon()).find(Page(text))
