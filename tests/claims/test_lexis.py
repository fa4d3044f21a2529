"""The table of acts: the forms that a row gives, and what keeps a form out."""

from __future__ import annotations

import pytest

from khabar.claims.lexis import Sense, act_table
from khabar.lexicon import Lexicon
from khabar.lexicon.store import Artefact
from khabar.text import PhraseTable
from khabar.text.nouns import described_forms, noun_forms


def table(**files: dict[str, list[dict[str, object]]]) -> PhraseTable[Sense]:
    """The table of a lexicon of these rows alone."""
    empty: dict[str, list[dict[str, object]]] = {}
    whole = {"claims_acts": empty, "claims_compounds": empty, "claims_tolls": empty, "claims_context": empty, **files}
    return act_table(Lexicon(Artefact("", whole)))


SHELL: dict[str, object]
SHELL = {"id": "shell", "verbs": [["قصف", "يقصف"]], "nouns": ["قصف"], "described": ["هجوم مدفعي"], "words": ["مقصوف"]}


@pytest.mark.parametrize(
    "form", ["قصفت", "قصفوا", "قصفنا", "يقصفون", "تقصف", "قصف", "قصفا", "هجوما مدفعيا", "هجوم المدفعي", "مقصوف"]
)
def test_a_row_gives_its_forms(form: str) -> None:
    assert form in table(claims_acts={"shelling": [SHELL]})


def test_except_leaves_forms_out() -> None:
    assert "قصفا" not in table(claims_acts={"shelling": [{**SHELL, "except": ["قصفا"]}]})


def test_a_toll_is_of_casualties_with_its_role() -> None:
    senses = list(senses_of(table(claims_tolls={"killed": [{"id": "dead", "nouns": ["قتيل"], "singular": ["قتيل"]}]})))
    assert {(s.type, s.toll, s.number) for s in senses} == {("casualties", "killed", 1)}


def test_a_compound_may_tell_a_toll() -> None:
    row = {"id": "fell", "type": "casualties", "toll": "killed", "verbs": [["سقط", "يسقط"]], "with": ["قتيل"], "gap": 2}
    senses = list(senses_of(table(claims_compounds={"compounds": [row]})))
    assert {s.toll for s in senses} == {"killed"}
    assert {s.companions for s in senses} == {frozenset(("قتيل", "قتيلا"))}


def senses_of(acts: PhraseTable[Sense]) -> list[Sense]:
    return [sense for entries in acts._by_first.values() for _, sense in entries]


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("قصف", ["قصف", "قصفا"]),
        ("غارة", ["غارة"]),
        ("هجمات", ["هجمات"]),
        ("هجومين", ["هجومين"]),
        ("وقف النار", ["وقف النار"]),
    ],
)
def test_only_nouns_that_take_an_alif_get_one(noun: str, forms: list[str]) -> None:
    assert noun_forms(noun) == forms


def test_an_adjective_follows_its_noun() -> None:
    assert described_forms("هجوم انتحاري") == ["هجوم انتحاري", "هجوم الانتحاري", "هجوما انتحاريا"]
    assert described_forms("ضربة جوية") == ["ضربة جوية", "ضربة الجوية"]
    assert described_forms("طيران مسير انتحاري")[1:] == ["طيران المسير الانتحاري", "طيرانا مسيرا انتحاريا"]
