"""The room as others use it: every place that comes with us is found, choice, precision, speed and odd input."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator
from itertools import pairwise

import pytest

from khabar.lexicon import load
from khabar.model import ActorMention, PlaceMention
from khabar.places import Gazetteer, PlaceRoom
from khabar.places.names import variants
from khabar.text import Page

ROOM = PlaceRoom(load(), Gazetteer.open())
TYPE_WORDS = {
    "region": "محافظة", "district": "ناحية", "city": "مدينة", "town": "بلدة", "village": "قرية", "neighbourhood": "حي",
    "camp": "مخيم", "site": "قاعدة", "airport": "مطار", "crossing": "معبر", "dam": "سد", "river": "نهر",
    "lake": "بحيرة", "mountain": "جبل", "valley": "وادي", "area": "منطقة", "road": "طريق", "island": "جزيرة",
}  # fmt: skip


def find(text: str, **kwargs: str) -> list[PlaceMention]:
    return ROOM.find(Page(text), **kwargs)  # type: ignore[arg-type]


def shipped() -> Iterator[tuple[str, str, str, str, str]]:
    """(address, name, type, English name, country it needs) of every place of the lexicon, each variant by itself."""
    lexicon = load()
    countries = {row["iso"]: row["name"] for row in lexicon.rows("places_countries", "countries")}
    for file in lexicon.files():
        if file.startswith("places_") and file not in (
            "places_types",
            "places_words",
            "places_countries",
            "places_borders",
        ):
            for section, rows in lexicon.sections(file).items():
                for row in rows:
                    for names, en, _, _, *rest in row["places"]:
                        kind = rest[0] if rest and rest[0] else row["type"]
                        told = len(rest) > 1 and "told" in rest[1]
                        country = variants(countries[row["country"]])[0] if told else ""
                        for name in variants(names):
                            yield f"{file}/{section}/{row['id']}", name, kind, en, country


def test_every_shipped_place_is_among_the_candidates_behind_its_type_word() -> None:
    lost = []
    for address, name, kind, en, country in shipped():
        text = f"وقع الانفجار في {TYPE_WORDS[kind]} {name} أمس، وهو الثاني في {country} هذا العام."
        mentions = find(text)
        if not any(c.name_en == en for m in mentions for c in m.candidates):
            lost.append(f"{address}: {text}")
    assert not lost, "\n".join(lost[:30])


def test_offsets_are_those_of_the_text() -> None:
    text = "قُصِفَت مدينةُ سَرْمَدا وبلدة «كفر نوران» و#دير_الزور\u200f بالأمس"
    mentions = find(text)
    assert [m.text for m in mentions] == [text[m.start : m.end] for m in mentions]
    assert [m.name_en for m in mentions] == ["Sarmada", "Kafr Nuran", "Deir ez-Zor"]


@pytest.mark.parametrize(
    ("text", "name_en", "country"),
    [
        ("انفجار في طرابلس شمالي لبنان يوقع قتلى من الجيش اللبناني.", "Tripoli (Lebanon)", "LB"),
        ("اشتباكات في طرابلس بين كتائب ليبية متنافسة.", "Tripoli", "LY"),
        ("اقتتال في المنصورة بمحافظة عدن.", "Al-Mansoura (Aden)", "YE"),
        ("قصف على المنصورة بريف الرقة.", "Al-Mansura (Raqqa)", "SY"),
        ("غارة على الصالحية بريف دير الزور قرب البوكمال.", "Al-Salihiyah (Abu Kamal)", "SY"),
        ("سقوط قذائف على رفح جنوبي قطاع غزة.", "Rafah", "PS"),
        ("قتل جنود مصريون في رفح بشمال سيناء.", "Rafah (Egypt)", "EG"),
    ],
)
def test_choice_by_what_the_report_says(text: str, name_en: str, country: str) -> None:
    best = find(text)[0]
    assert best.name_en == name_en
    assert best.candidates[0].country == country
    assert best.candidates[0].score >= best.candidates[-1].score


def test_the_outlets_country_decides_where_nothing_else_does() -> None:
    text = "انفجار في مدينة طرابلس."
    assert find(text, country="LB")[0].name_en == "Tripoli (Lebanon)"
    assert find(text, country="LY")[0].name_en == "Tripoli"


def test_candidates_carry_scores_and_reasons() -> None:
    mention = find("قتل مدنيان في بلدة الحراك بريف درعا.")[0]
    assert 1 <= len(mention.candidates) <= 5
    assert "type word" in mention.candidates[0].reasons
    assert any(reason.startswith("in ") for reason in mention.candidates[0].reasons)
    assert mention.because[0].row == "places_syria/south/sy_daraa_east"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("في محافظة إدلب", "region"),
        ("في ريف إدلب", "area"),
        ("في ريف إدلب الجنوبي", "area"),
        ("في مدينة إدلب", "town"),
        ("في محيط مدينة إدلب", "area"),
        ("شرقي مدينة إدلب", "area"),
        ("في وسط مدينة إدلب", "town"),
        ("في شمال سوريا", "region"),
        ("في سوريا", "country"),
        ("في مطار كويرس", "exact"),
        ("في جامعة حلب", "town"),
        ("في سوق بمدينة إدلب", "town"),
    ],
)
def test_precision_is_never_better_than_the_words(text: str, precision: str) -> None:
    [mention] = find(f"وقع انفجار {text}.")
    assert mention.precision == precision


def test_unknown_place_takes_what_contains_it_and_says_so() -> None:
    village, around = find("قصف الطيران قرية أم الشراشيب بريف إدلب.")
    assert village.text == "قرية أم الشراشيب" and village.candidates == ()
    assert (village.lat, village.lon, village.precision) == (around.lat, around.lon, "area")
    assert village.because[0].rule == "places.unknown"
    assert village.because[-1].rule == "places.coordinates_of_container"
    [alone] = find("قصف الطيران قرية أم الشراشيب.")
    assert alone.lat is None and alone.precision == "town"


def test_a_name_inside_a_party_is_no_place() -> None:
    text = "قالت حكومة صنعاء إن القصف مستمر"
    actor = ActorMention(5, 16, text[5:16], "houthis")
    assert ROOM.find(Page(text), actors=[actor]) == []


def test_capitals_that_speak_are_governments() -> None:
    assert find("دمشق تدين القصف وواشنطن ترد") == []
    assert [m.text for m in find("انفجار في دمشق")] == ["دمشق"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "ال", "و" * 500, "\ud800 في حلب \udfff", '"' * 50, "مدينة", "قرية «", "في #"]
)
def test_odd_input_is_survived(text: str) -> None:
    for mention in find(text):
        assert text[mention.start : mention.end] == mention.text


def test_mentions_do_not_overlap_whatever_the_order_of_words() -> None:
    text = 'في مدينة ريف شمال و قرى الحدود السورية التركية العاصمة حلب ، بين سوق البلاد قريتي كفر " دمشق بغداد محيط'
    words = text.split()
    for step in range(1, len(words)):
        text = " ".join(words[(i * step) % len(words)] for i in range(60))
        mentions = find(text)
        assert all(a.end <= b.start for a, b in pairwise(mentions)), text


def test_long_texts_take_time_in_proportion() -> None:
    unit = "قتل ثلاثة مدنيين في قصف على بلدة سرمين بريف إدلب الشرقي، ونقل الجرحى إلى مدينة إدلب.\n"

    def seconds(times: int) -> float:
        page = Page(unit * times)
        start = time.process_time()
        ROOM.find(page)
        return time.process_time() - start

    seconds(50)
    assert seconds(2000) < 14 * max(seconds(400), 0.01)


def test_opening_is_quick_and_small() -> None:
    tracemalloc.start()
    start = time.process_time()
    gazetteer = Gazetteer.open()
    PlaceRoom(load(), gazetteer)
    taken = time.process_time() - start
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 1.0 and peak < 60_000_000
