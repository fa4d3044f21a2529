"""Who says so, where: scopes, chains, quotations, whole passages, the outlet's own voice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.actors import ActorRoom
from khabar.clauses import Scene
from khabar.clauses.attribution import Attributions, Voices
from khabar.context import Telling
from khabar.lexicon import load
from khabar.model import Context
from khabar.text import Page

LEXICON = load()
ROOM = Attributions(LEXICON)
ACTORS = ActorRoom(LEXICON)


def scene(text: str, outlet: str | None = None) -> Scene:
    page = Page(text)
    telling = Telling(context=Context(outlet=outlet), reference=None)
    return Scene(page=page, telling=telling, numbers=[], times=[], actors=ACTORS.find(page), places=[])


def listen(text: str, outlet: str | None = None) -> Voices:
    return ROOM.listen(scene(text, outlet))


def said_by(text: str, word: str, outlet: str | None = None) -> list[str]:
    """The words of the sources that hold at the first ``word``, outermost first."""
    return [source.text for source in listen(text, outlet).sources_at(text.index(word))]


@pytest.mark.parametrize(
    ("text", "word", "sources"),
    [
        ("قالت الشرطة المحلية إن قنبلة انفجرت قرب الجسر.", "انفجرت", ["الشرطة المحلية"]),
        ("انفجرت قنبلة قرب الجسر، بحسب شهود عيان.", "انفجرت", ["شهود عيان"]),
        ("وكان مصدر أمني قد ذكر أن الرتل توقف.", "توقف", ["مصدر أمني"]),
        ("قالت قناة محلية إن ضابطا أبلغها أن الجسر نسف.", "نسف", ["قناة محلية", "ضابطا"]),
        ("نقلت صحيفة محلية عن طبيب قوله إن الجرحى ماتوا.", "ماتوا", ["صحيفة محلية", "طبيب"]),
        ("قال قائد اللواء، نقلا عن جنوده، إن التلة سقطت.", "سقطت", ["قائد اللواء", "جنوده"]),
        ("سقطت قذيفة على الفرن، وفق ما ذكره ناشطون لوكالة محلية.", "سقطت", ["وكالة محلية", "ناشطون"]),
        ("انهار المبنى ليلا. لم يعلق أحد.", "انهار", []),
        ("يذكر أن المبنى قصف قبل عام.", "قصف", []),
    ],
)
def test_sources_that_hold(text: str, word: str, sources: list[str]) -> None:
    assert said_by(text, word) == sources


def test_a_passage_goes_on_with_the_same_speaker() -> None:
    text = "قال مدير المشفى إن الوقود نفد. وأضاف أن الحاضنات توقفت، موضحا أن رضيعين ماتا."
    for word in ("نفد", "توقفت", "ماتا"):
        assert said_by(text, word) == ["مدير المشفى"]


def test_another_speaker_ends_the_scope() -> None:
    text = "قال ناشط إن الحي قصف، فيما قالت مصادر طبية إن القتلى سبعة."
    assert said_by(text, "قصف") == ["ناشط"]
    assert said_by(text, "سبعة") == ["مصادر طبية"]


def test_the_outlets_own_reporter_is_no_source() -> None:
    assert said_by("أفاد مراسلنا بأن السوق احترق.", "احترق") == []
    assert said_by("قال مسؤول محلي لبي بي سي إن السوق احترق.", "احترق", "BBC Arabic") == ["مسؤول محلي"]


def test_direct_speech_is_quoted_to_its_end() -> None:
    text = 'قال الناجي: "رأينا النار من بعيد. لم ينج أحد من الركاب". ثم سكت.'
    voices = listen(text)
    assert voices.quoted_at(text.index("ينج"))
    assert [s.text for s in voices.sources_at(text.index("ينج"))] == ["الناجي"]
    assert not voices.quoted_at(text.index("سكت"))
    assert not listen('دخل "الجيش الحر" البلدة.').quoted_at(6)


def test_headlines_of_other_reports_say_nothing_here() -> None:
    text = "قال الحارس إن الباب كسر.\nروابط ذات علاقة    نزوح من القرى    وزير: سننتصر    وأضاف أن اللص هرب."
    voices = listen(text)
    assert [u.speaker.text for u in voices.utterances] == ["الحارس", "الحارس"]
    page = Page(text)
    assert [page.tells(text.index(word)) for word in ("نزوح", "سننتصر", "وأضاف")] == [False, False, True]


def test_what_is_accused_is_told_by_the_accuser() -> None:
    assert said_by("اتهمت لجنة الأهالي الشركة بحرق الغابة.", "حرق") == ["لجنة الأهالي"]
    assert said_by("أدانت لجنة الأهالي حرق الغابة.", "حرق") == []


def test_stance_of_the_word_and_behind_it() -> None:
    text = "زعم قيادي في الجماعة أن الجسر سقط. وانسحب رجاله طوعا، على حد تعبيره."
    scopes = ROOM.find(scene(text))
    assert [scope.sources[-1].stance for scope in scopes] == ["distancing", "distancing"]


def test_reasons_name_rows() -> None:
    for scope in ROOM.find(scene("أكد طبيب أن المشفى قصف.")):
        assert [reason.row for reason in scope.because] == ["clauses_speech/verbs/affirm"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='قالت إن«»":،. \nالمصدرعنوبحسب', max_size=120))
def test_any_text_is_survived_and_offsets_hold(text: str) -> None:
    for scope in ROOM.find(scene(text)):
        assert 0 <= scope.start <= scope.end <= len(text)
        for source in scope.sources:
            assert text[source.start : source.end] == source.text
