"""Tokens, readings, and the segmentation of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.text import Page, PhraseTable, readings, segment


def test_tokens() -> None:
    page = Page("قُتل 12 جنديا في Mosul، و٣٫٥٪.")
    assert [(t.form, t.kind) for t in page.tokens] == [
        ("قتل", "w"), ("12", "d"), ("جنديا", "w"), ("في", "w"), ("Mosul", "l"), ("،", "p"), ("و", "w"), ("3", "d"),
        ("٫", "p"), ("5", "d"), ("٪", "p"), (".", "p"),
    ]  # fmt: skip


def test_tokens_of_dodged_words_and_ligatures() -> None:
    text = "قـ ـصف النبي ﷺ شهي.داً"
    page = Page(text)
    assert [text[t.start : t.end] for t in page.tokens] == ["قـ ـصف", "النبي", "ﷺ", "شهي.داً"]
    assert [t.form for t in page.tokens] == ["قصف", "النبي", "صلي الله عليه وسلم", "شهيدا"]


# word as written: proclitics, stem, pronoun
SEGMENTS = [
    ("والجيش", "وال", "جيش", ""), ("وللجيش", "ولل", "جيش", ""), ("بالقصف", "بال", "قصف", ""),
    ("لقواتهم", "ل", "قوات", "هم"), ("فقتلوا", "ف", "قتلوا", ""), ("وسيتم", "وس", "يتم", ""),
    ("كالعادة", "كال", "عاده", ""), ("فيهما", "", "في", "هما"), ("ولهم", "و", "ل", "هم"), ("به", "", "ب", "ه"),
    ("لله", "ل", "الله", ""), ("بالله", "ب", "الله", ""), ("للقاء", "ل", "لقاء", ""), ("وزير", "", "وزير", ""),
    ("ووزير", "و", "وزير", ""), ("وزيرهم", "", "وزير", "هم"), ("وكالة", "", "وكاله", ""), ("فريق", "", "فريق", ""),
    ("فصائل", "", "فصايل", ""), ("بلدة", "", "بلده", ""), ("بلدته", "", "بلدت", "ه"), ("باب", "", "باب", ""),
    ("كتيبة", "", "كتيبه", ""), ("كرة", "", "كره", ""), ("ليبيا", "", "ليبيا", ""), ("لليبيا", "ل", "ليبيا", ""),
    ("لجنة", "", "لجنه", ""), ("سلاح", "", "سلاح", ""), ("سيارة", "", "سياره", ""), ("إلى", "", "الي", ""),
    ("ألمانيا", "", "المانيا", ""), ("الألمانية", "ال", "المانيه", ""), ("مدينة", "", "مدينه", ""),
    ("مدينته", "", "مدينت", "ه"), ("مياه", "", "مياه", ""), ("حكم", "", "حكم", ""), ("أجوركم", "", "اجور", "كم"),
    ("مليونا", "", "مليونا", ""), ("بيانا", "", "بيانا", ""), ("شعبنا", "", "شعب", "نا"),
    ("أبنائنا", "", "ابناي", "نا"),
    ("وإنهم", "و", "ان", "هم"), ("لأنهم", "ل", "ان", "هم"), ("ذلك", "", "ذلك", ""), ("عليك", "", "علي", "ك"),
    ("وفر", "", "وفر", ""), ("وتم", "و", "تم", ""), ("الذين", "", "الذين", ""), ("والتي", "و", "التي", ""),
]  # fmt: skip


@pytest.mark.parametrize(("written", "procs", "stem", "enclitic"), SEGMENTS)
def test_segment(written: str, procs: str, stem: str, enclitic: str) -> None:
    (word,) = Page(written).words
    assert (word.procs, word.stem, word.enclitic) == (procs, stem, enclitic)


def test_folded_form_alone_keeps_ta_marbuta() -> None:
    assert segment("مدينه") == ("", "مدينه", "", 0)
    assert segment("قواته") == ("", "قوات", "ه", 0)


def test_written_tanwin_is_no_pronoun() -> None:
    assert segment("مواطنا", "مواطناً").enclitic == ""


def test_word_offsets_are_the_stems() -> None:
    text = "وبـالقـ ـوة ولقُوّاتِهِم"
    assert [text[w.start : w.end] for w in Page(text).words] == ["قـ ـوة", "قُوّاتِ"]


@given(st.text(alphabet="وفبكلسامنهيتقصدءة", min_size=1, max_size=12))
def test_readings_cover_the_form(form: str) -> None:
    for reading in readings(form):
        assert reading.stem
        assert 0 <= reading.cut < len(form)
    assert readings(form)[0] == ("", form, "", 0)
    chosen = segment(form)
    assert chosen.stem
    assert form.replace("ة", "ه").endswith(chosen.stem + chosen.enclitic) or chosen.stem == "الله"


def test_hamza_before_a_pronoun_is_restored() -> None:
    assert ("", "ابناء", "ه", 0) in readings("ابناوه")
    assert ("", "ابناء", "هم", 0) in readings("ابنايهم")


def test_phrases_stand_behind_clitics() -> None:
    table: PhraseTable[str] = PhraseTable(enclitics=True)
    table.add("الجيش الحر", "fsa")
    table.add("مدينة", "town")
    page = Page("وللجيش الحر قوات في مدينتهم")
    found = list(table.find(page))
    assert [(m.value, m.reading.procs, m.enclitic) for m in found] == [("fsa", "ول", ""), ("town", "", "هم")]
