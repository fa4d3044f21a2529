"""Modality of acts: negated, planned, possible, and what happened all the same."""

from __future__ import annotations

import pytest

from khabar.claims.triggers import find_triggers
from khabar.clauses.modality import ModalityReader
from khabar.clauses.segments import Segmenter
from khabar.text import Page
from tests.support.claims import whole_acts, whole_verbs
from tests.support.examples import lexicon

READER = ModalityReader(lexicon(), whole_verbs())
SEGMENTER = Segmenter(lexicon(), whole_verbs())


def modalities(text: str) -> list[str]:
    """The modality of every act of a sentence."""
    page = Page(text)
    parts = SEGMENTER.sentence(page, 0, len(page.tokens))
    out: list[str] = []
    for trigger in find_triggers(page, whole_acts(), 0, len(page.tokens)):
        home = next(k for k, part in enumerate(parts) if trigger.first < part.stop)
        out.append(READER.read(page, parts, home, trigger.first, verb=trigger.sense.form is not None).modality)
    return out


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("لم تقصف الطائرات القرية", "negated"),
        ("نفت الوزارة انسحاب الكتيبة", "negated"),
        ("إحباط محاولة تفجير", "negated"),
        ("تعتزم القوات شن هجوم", "planned"),
        ("تعتزم القوات خلال الأيام المقبلة شن هجوم", "planned"),
        ("ستباشر البعثة سحب جنودها", "planned"),
        ("قد تقصف الطائرات القرية", "possible"),
        ("إسرائيل قد توجه إلى لبنان ضربة جوية", "possible"),
        ("إن قصفوا المدينة عدنا", "possible"),
        ("لا يستبعد الخبير أن يقتحم الجيش المدينة", "possible"),
    ],
)
def test_what_did_not_happen(text: str, modality: str) -> None:
    assert modalities(text)[-1] == modality


@pytest.mark.parametrize(
    "text",
    [
        "وقد تعرضت القرية لقصف",
        "وقد تعرض المخيم لقصف",
        "كان قد توجه إلى الجبهة بعد قصف القرية",
        "قالت إن الجيش قصف القرية",
        "الأمر الذي أدى إلى قصف القرية",
        "قصفوا القرية بلا هوادة",
        "لا يزال القصف مستمرا",
        "سكان القرية المنكوبة بعد القصف",
        "نفى الناطق مسؤولية رجاله عن القصف",
    ],
)
def test_what_happened_all_the_same(text: str) -> None:
    assert modalities(text) == ["actual"]


def test_a_comma_ends_the_reach_of_a_near_word() -> None:
    assert modalities("رفض الأمر، ثم قصف القرية") == ["actual"]


def test_a_phrase_goes_before_its_words() -> None:
    assert modalities("لا نعرف ما إذا قصفت الطائرات القرية") == ["possible"]
