"""Villages that are called by everyday words, in a gazetteer that has them: they need a reason to be places."""

from __future__ import annotations

import pytest

from khabar.lexicon import load
from khabar.places import Gazetteer, PlaceRoom
from khabar.places.build import build
from khabar.text import Page

VILLAGES = ("منزلة", "الدرزية", "السياحة", "العربية", "النقيب", "دابق الشرقية", "كفر سعدان")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> PlaceRoom:
    folder = tmp_path_factory.mktemp("villages")
    table = folder / "mine.csv"
    rows = (f"{name},{33.1 + at / 10},36.{at},village,{name},SY" for at, name in enumerate(VILLAGES))
    table.write_text("name,lat,lon,type,name_en,country\n" + "\n".join(rows), encoding="utf-8")
    path = folder / "mine.gaz"
    path.write_bytes(build([table]).data)
    return PlaceRoom(load(), Gazetteer.open(path))


@pytest.mark.parametrize(
    "text",
    [
        "سقطت القذيفة قرب منزله في ريف حمص بسوريا.",
        "ينتمي المصاب إلى الطائفة الدرزية في سوريا.",
        "تراجعت السياحة في سوريا بعد الحرب.",
        "رفضت الأطراف العربية في سوريا المقترح.",
        "نقل النقيب في سوريا إلى المستشفى.",
    ],
)
def test_a_word_before_a_place_is_no_village(room: PlaceRoom, text: str) -> None:
    names = [mention.name_en for mention in room.find(Page(text))]
    assert not set(names) & set(VILLAGES)
    assert "Syria" in names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("احترقت بيوت في قرية منزلة بسوريا.", "منزلة"),
        ("قصفت المدفعية بلدة السياحة في سوريا.", "السياحة"),
        ("سقطت قذائف على الدرزية في سوريا.", "الدرزية"),
        ("استهدف القصف كفر سعدان في سوريا.", "كفر سعدان"),
    ],
)
def test_the_village_is_found_where_words_speak_for_it(room: PlaceRoom, text: str, name: str) -> None:
    assert name in " ".join(mention.text for mention in room.find(Page(text)))
