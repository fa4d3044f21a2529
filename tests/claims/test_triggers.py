"""Triggers in sentences: which reading is kept, what completes a compound, what bars a word."""

from __future__ import annotations

import pytest

from khabar.claims.triggers import Trigger, find_triggers
from khabar.text import Page
from tests.support.claims import whole_acts


def triggers(text: str) -> list[Trigger]:
    page = Page(text)
    return find_triggers(page, whole_acts(), 0, len(page.tokens))


def texts(text: str) -> list[str]:
    return [text[t.start : t.end] for t in triggers(text)]


def lemmas(text: str) -> list[str]:
    return [t.sense.lemma for t in triggers(text)]


def test_offsets_leave_proclitics_out() -> None:
    assert texts("وبالقصف والغارات") == ["قصف", "غارات"]


def test_the_article_makes_a_noun_definite() -> None:
    assert [t.definite for t in triggers("الهجوم الانتحاري وهجوم آخر")] == [True, False]


def test_vowel_marks_do_not_matter() -> None:
    assert lemmas("قُصِفَتِ القرية") == ["bombard"]


def test_the_longest_phrase_is_kept() -> None:
    assert texts("هدأ إطلاق النار") == ["إطلاق النار"]
    assert texts("قبلوا وقف إطلاق النار") == ["وقف إطلاق النار"]


class TestGrammar:
    def test_a_verb_takes_no_article(self) -> None:
        assert lemmas("العزل الصحي") == []

    def test_a_future_verb_is_present(self) -> None:
        assert [t.procs for t in triggers("سينسحبون غدا")] == ["س"]

    @pytest.mark.parametrize("text", ["هجرة الطيور", "رحلة مدرسية"])
    def test_ta_marbuta_is_no_pronoun(self, text: str) -> None:
        assert lemmas(text) == []

    def test_a_pronoun_hangs_on_a_noun(self) -> None:
        assert [t.enclitic for t in triggers("بعد اعتقالهم")] == ["هم"]

    def test_my_is_no_object_of_a_verb(self) -> None:
        assert lemmas("عاد جندي إلى بيته") == []


class TestCompounds:
    def test_the_companion_stands_behind(self) -> None:
        (trigger,) = triggers("أطلق الجيش من التلة صاروخين")
        assert (trigger.sense.lemma, trigger.partner) == ("fire_missiles", 4)

    def test_the_companion_may_stand_before_a_verb(self) -> None:
        assert lemmas("أكدوا أن صاروخا سقط في البحر") == ["missiles_fall"]

    def test_but_not_before_a_joined_verb(self) -> None:
        assert lemmas("شاهد صاروخا وسقط مغشيا عليه") == []

    def test_a_comma_parts_them(self) -> None:
        assert lemmas("أطلق الوعود، ثم اشترى صاروخا ورقيا") == []

    def test_the_gap_is_counted_in_words(self) -> None:
        assert lemmas("أطلق المتحدث مشروعا جديدا للري في ثلاث مناطق ثم شاهد صاروخا") == []

    def test_what_completes_is_not_told_twice(self) -> None:
        assert lemmas("انفجرت عبوة ناسفة") == ["went_off"]

    def test_a_toll_that_completes_is_kept(self) -> None:
        assert lemmas("سقط خمسة قتلى") == ["fell_dead", "dead_people"]

    def test_an_adjacent_companion_is_part_of_the_words(self) -> None:
        assert texts("سلم نفسه للشرطة") == ["سلم نفسه"]


class TestBars:
    def test_a_word_before(self) -> None:
        assert lemmas("بيان هيئة تحرير الشام") == []
        assert lemmas("تحرير القرية") == ["liberate"]

    def test_an_epithet_of_words_and_games(self) -> None:
        assert lemmas("قصف إعلامي وهجمة مرتدة") == []

    def test_an_epithet_does_not_bar_victims(self) -> None:
        assert lemmas("مقتل إعلامي واغتيال إعلامية") == ["kill", "assassinate"]

    def test_an_object_near_behind(self) -> None:
        assert lemmas("خطف اللاعب الشاب الأضواء") == []
        assert lemmas("خطف المسلحون الشاب") == ["kidnap"]

    def test_a_title_in_quotation_marks(self) -> None:
        assert lemmas("عرض فيلم «الغارة»") == []
        assert lemmas("تصف الجماعة «الغارة» بالفاشلة") == ["raid_air"]

    def test_what_is_needed_may_stand_behind_a_comma(self) -> None:
        assert lemmas("صدت الفصائل، ليلة أمس، محاولة أخرى") == ["repel"]
        assert lemmas("صدت الفصائل، ليلة أمس. محاولة أخرى") == []


def test_tokens_passed_over_begin_no_trigger() -> None:
    page = Page("فجر الجنود الجسر")
    assert find_triggers(page, whole_acts(), 0, 3, passed={0}) == []
