"""Relevance: how thick words of violence stand, and what company takes from them."""

from __future__ import annotations

import pytest

from khabar.claims.relevance import FLOOR, density, relevant
from tests.claims.reading import report, story

RAID = "شن الطيران الحربي غارات على مواقع المسلحين في ريف المدينة، وقتل عشرة منهم."
QUIET = "وتحدث المشاركون في اللقاء عن التعليم والصحة والطرق والمياه وعن مواعيد الدراسة في الخريف. "


def test_acts_of_war_are_relevant() -> None:
    assert relevant(story(RAID))
    assert report(RAID).relevant


@pytest.mark.parametrize(
    "text",
    [
        QUIET,
        "قصف المهاجم مرمى الضيوف بتسديدة قوية في الشوط الثاني من المباراة، وسط فرحة الجماهير في المدرجات.",
        "ضربت العاصفة سواحل الجزيرة، ودمرت الأمطار والسيول منازل كثيرة، وقال خبراء الطقس إن الرياح ستشتد.",
        "حصد الفيلم جوائز المهرجان، وقالت الممثلة إن المسلسل الجديد يروي قصة حب في زمن الحرب.",
    ],
)
def test_figures_of_speech_are_not(text: str) -> None:
    assert not relevant(story(text))


def test_one_word_in_a_long_text_is_not_enough() -> None:
    assert density(story(QUIET * 20 + "وانتهت قبل أعوام اشتباكات.")) < FLOOR


def test_words_of_sport_take_away() -> None:
    assert density(story(RAID + " وفي المباراة سجل اللاعب هدفين.")) < density(
        story(RAID + " وفي المساء عاد الهدوء جزئيا.")
    )


def test_parties_under_arms_add() -> None:
    assert density(story("هدوء في معسكر الجيش السوري وحركة الشباب.")) > density(story("هدوء في معسكر الطلاب والكشافة."))


def test_a_short_text_is_measured_as_one_of_twenty_words() -> None:
    assert density(story("اشتباكات.")) == pytest.approx(100 / 20)
