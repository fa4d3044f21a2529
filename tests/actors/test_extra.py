"""A user's own actors: what they change, and every way in which their file can be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.actors import ActorRoom
from khabar.errors import ActorsError
from khabar.text import Page
from tests.support.examples import lexicon

CSV = "id,type,name_en,names_ar,part_of\nx:falcons,armed_group,Falcons,صقور الوادي|لواء صقور الوادي,syria_opposition\n"


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def found(room: ActorRoom, text: str) -> list[str | None]:
    return [mention.actor_id for mention in room.find(Page(text))]


def test_csv_adds_an_actor_with_heads_and_kin(tmp_path: Path) -> None:
    room = ActorRoom(lexicon(), write(tmp_path / "own.csv", CSV))
    (mention,) = room.find(Page("هاجم مقاتلو صقور الوادي الحاجز"))
    assert (mention.text, mention.actor_id, mention.category) == ("مقاتلو صقور الوادي", "x:falcons", "armed_group")
    assert mention.because[-1].row == "own.csv:2"
    assert room.kin("x:falcons").part_of == ("syria_opposition",)


def test_yaml_with_lists_and_with_bars(tmp_path: Path) -> None:
    text = "- {id: x:one, type: media, names_ar: [راديو النخيل]}\n- id: x:two\n  names_ar: سرية النخيل|سرايا النخيل\n"
    room = ActorRoom(lexicon(), write(tmp_path / "own.yaml", text))
    assert found(room, "ذكر راديو النخيل أن سرايا النخيل انسحبت") == ["x:one", "x:two"]


def test_users_rows_win_over_ours(tmp_path: Path) -> None:
    own = write(tmp_path / "own.csv", "id,type,names_ar\nx:mine,armed_group,حزب الله\n")
    assert found(ActorRoom(lexicon(), own), "قصف حزب الله الموقع") == ["x:mine"]
    own = write(tmp_path / "own.csv", "id,type,names_ar\nhamas,political_group,الحركة الخضراء\n")
    (mention,) = ActorRoom(lexicon(), own).find(Page("قالت الحركة الخضراء إنها وافقت"))
    assert (mention.actor_id, mention.category) == ("hamas", "political_group")


def test_utf16_with_a_mark_and_utf8_with_one(tmp_path: Path) -> None:
    for name, data in (("a.csv", CSV.encode("utf-16")), ("b.csv", b"\xef\xbb\xbf" + CSV.encode())):
        assert found(ActorRoom(lexicon(), write(tmp_path / name, data)), "تقدم لواء صقور الوادي") == ["x:falcons"]


WRONG = [
    ("dup.csv", CSV + CSV.splitlines()[1] + "\n", "line 3", "stands on line 2 already"),
    ("column.csv", "id,kind,names_ar\na,b,ج\n", "line 1", "'kind' is unknown"),
    ("missing.csv", "id,type\na,b\n", "line 1", "'names_ar' is missing"),
    ("cells.csv", "id,type,names_ar\na,b\n", "line 2", "2 cells under 3 columns"),
    ("noid.csv", "id,type,names_ar\n,b,اسم\n", "line 2", "no id"),
    ("badid.csv", "id,type,names_ar\nBad Id,b,اسم\n", "line 2", "is no id"),
    ("noname.csv", "id,type,names_ar\na,b,\n", "line 2", "has no Arabic name"),
    ("latin.csv", "id,type,names_ar\na,b,Falcons\n", "line 2", "has no Arabic letter"),
    ("kin.csv", "id,names_ar,part_of\na,صقور,nobody\n", "line 2", "refers to 'nobody'"),
    ("quote.csv", 'id,names_ar\na,"صقور\n', "line 2", "unexpected end of data"),
    ("encoding.csv", "id,names_ar\na,صقور\n".encode("windows-1256"), "line 2", "not UTF-8"),
    ("empty.csv", "", "line 1", "missing"),
    ("list.yml", "id: a\nnames_ar: ب\n", "line 1", "no list of actors"),
    ("row.yml", "- صقور\n", "line 1", "no mapping"),
    ("key.yml", "- id: a\n  names: ب\n", "line 1", "'names' is unknown"),
    ("nested.yml", "- id: a\n  names_ar: {x: y}\n", "line 2", "neither a word nor a list"),
    ("broken.yml", "- id: [a\n", "line 2", "expected"),
    ("twice.yml", "- {id: a, id: b, names_ar: ب}\n", "line 1", "stands twice"),
]


@pytest.mark.parametrize(("name", "content", "line", "reason"), WRONG, ids=[row[0] for row in WRONG])
def test_a_wrong_file_is_named_with_line_and_reason(
    tmp_path: Path, name: str, content: str | bytes, line: str, reason: str
) -> None:
    path = write(tmp_path / name, content)
    with pytest.raises(ActorsError) as error:
        ActorRoom(lexicon(), path)
    assert str(path) in error.value.message and line in error.value.message and reason in error.value.message


def test_a_missing_file_and_a_directory(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(ActorsError, match=path.name):
            ActorRoom(lexicon(), path)
