"""The gazetteer's sources in their real forms, merged, and what happens to broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.errors import GazetteerError
from khabar.places import Gazetteer
from khabar.places.archive import Archive, StoredPlace, encode, write
from khabar.places.build import Built, build
from khabar.places.gazetteer import EMBEDDED
from khabar.places.names import name_key

from . import sources


def opened(tmp_path: Path, built: Built) -> Gazetteer:
    path = tmp_path / "built.gaz"
    write(path, built.data)
    return Gazetteer.open(path)


def found(gazetteer: Gazetteer, name: str) -> list[tuple[str, str]]:
    key = name_key(name)
    assert key is not None
    return [(entry.id, entry.type) for entry, _ in gazetteer.lookup(key.key)]


def test_dump_and_alternate_names(tmp_path: Path) -> None:
    dump = sources.zipped(tmp_path / "SY.zip", "SY.txt", sources.DUMP)
    alternates = sources.write(tmp_path / "alternateNamesV2.txt", sources.ALTERNATES)
    gazetteer = opened(tmp_path, build([dump, alternates], cache=False))
    assert found(gazetteer, "الباب") == [("gn:172955", "city")]
    assert found(gazetteer, "نهر قويق") == [] and found(gazetteer, "قويق") == [("gn:8621", "river")]
    assert found(gazetteer, "خربة المثال") == [("gn:9001", "village")]
    assert found(gazetteer, "قرية قديمة منسية") == []  # historic
    assert found(gazetteer, "مدرسة الأمل") == []  # a feature that reports on conflicts do not need
    assert gazetteer.header.sources == ("SY.zip", "alternateNamesV2.txt")


def test_alternates_zipped_with_language_codes(tmp_path: Path) -> None:
    dump = sources.write(tmp_path / "SY.txt", sources.DUMP)
    alternates = sources.zipped(tmp_path / "alternateNamesV2.zip", "alternateNamesV2.txt", sources.ALTERNATES)
    gazetteer = opened(tmp_path, build([dump, alternates], cache=False))
    assert found(gazetteer, "خربة المثال") == [("gn:9001", "village")]


def test_wof_is_cleaned_and_merged_by_geonames_id(tmp_path: Path) -> None:
    wof = sources.write(tmp_path / "wof_sy.tsv", sources.WOF)
    dump = sources.write(tmp_path / "SY.txt", sources.DUMP)
    gazetteer = opened(tmp_path, build([wof, dump], cache=False))
    [bab] = [place for place in gazetteer.places() if "الباب" in place.names]
    assert bab.sources == ("wof:13", "geonames:172955") and bab.population == 130745
    assert "سوري" not in bab.names  # an adjective listed as a name
    assert found(gazetteer, "المثال") == [("wof:12", "region"), ("wof:15", "airport")]  # type words taken off
    assert found(gazetteer, "مطار المثال") == [("wof:15", "airport")]
    assert found(gazetteer, "كفر المثال") == [("wof:14", "village")]  # brackets taken off
    assert found(gazetteer, "سوريا") == []  # countries come with khabar


def test_own_csv_comes_first_and_add_keeps_what_is_there(tmp_path: Path) -> None:
    csv = sources.write(tmp_path / "own.csv", sources.CSV)
    wof = sources.write(tmp_path / "wof.tsv", sources.WOF)
    held = opened(tmp_path, build([wof], cache=False))
    added = opened(tmp_path, build([csv], cache=False, base=held))
    assert [kind for _, kind in found(added, "المثالية")] == ["village"]
    assert found(added, "الباب") == found(held, "الباب")
    assert added.header.sources == ("wof.tsv", "own.csv")
    [own] = [place for place in added.places() if place.id.startswith("own:")]
    assert own.sources == ("own:own.csv:2",)


def test_same_sources_same_bytes(tmp_path: Path) -> None:
    wof = sources.write(tmp_path / "wof.tsv", sources.WOF)
    assert build([wof], cache=False).data == build([wof], cache=False).data


def test_embedded_gazetteer_is_built_from_its_sources() -> None:
    import khabar.places.build as module

    embedded = Path(module.__file__).parent / EMBEDDED
    assert embedded.read_bytes() == build([]).data, "run `python -m khabar.places.build`"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("SY.txt", "\n".join(sources.DUMP)[:-40], "SY.txt:5: 9 columns"),
        ("SY.txt", "\n".join(sources.DUMP)[:-4], "SY.txt:5: id '9002' or date"),
        ("SY.txt", sources.DUMP[0].replace("36.37051", "136.37051"), "SY.txt:1: coordinates 136.37051"),
        ("wof.tsv", "\n".join(sources.WOF)[:-14], "wof.tsv:7: "),
        ("wof.tsv", f"{sources.WOF_HEAD}\n1\tcastle\tس\tx\t1\t1\tSY\t\t\t\t", "wof.tsv:2: unknown placetype 'castle'"),
        ("own.csv", "name,lat,lon,type\nقرية,north,1,village\n", "own.csv:2: coordinates 'north'"),
        ("own.csv", "name,lat,lon,type\nقرية,1,181,village\n", "own.csv:2: coordinates 1, 181 are off"),
        ("own.csv", "name,lat,lon,type\nقرية,nan,1,village\n", "own.csv:2: coordinates nan"),
        ("own.csv", "name,lat,lon,type\nقرية,1,2,castle\n", "own.csv:2: unknown type 'castle'"),
        ("own.csv", "name,lat,lon,type\nVillage,1,2,village\n", "own.csv:2: the name 'Village' holds no Arabic"),
        ("own.csv", "name,lat,lon\nقرية,1,2\n", "own.csv:1: no column type"),
        ("own.csv", "name,lat,lon,type,colour\nقرية,1,2,village,red\n", "own.csv:1: unknown column colour"),
        ("own.csv", "name,lat,lon,type\nقرية,1,2\n", "own.csv:2: 3 cells under 4"),
        ("own.csv", 'name,lat,lon,type\n"قرية,1,2,village\n', "own.csv:2: "),
        ("notes.txt", "a shopping list\n", "notes.txt:1: of no known form"),
    ],
)
def test_broken_source_names_file_line_and_reason(tmp_path: Path, name: str, content: str, message: str) -> None:
    path = sources.write(tmp_path / name, content)
    with pytest.raises(GazetteerError) as caught:
        build([path], cache=False)
    assert message in str(caught.value)


def test_other_encodings_are_told(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes("name,lat,lon,type\nقرية,1,2,village\n".encode("cp1256"))
    with pytest.raises(GazetteerError, match=r"own\.csv:\d: not UTF-8"):
        build([path], cache=False)
    path.write_bytes("name,lat,lon,type\nالقريّة,1,2,village\n".encode("utf-8-sig"))
    assert build([path], cache=False).places == 1  # a byte-order mark is no part of the first column


def test_zip_cut_short(tmp_path: Path) -> None:
    path = sources.zipped(tmp_path / "SY.zip", "SY.txt", sources.DUMP)
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(GazetteerError, match=r"SY.zip: the archive is cut short"):
        build([path], cache=False)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"nowhere\.csv: No such file"):
        build([tmp_path / "nowhere.csv"], cache=False)


def test_own_tables_that_disagree_fail_with_both_lines(tmp_path: Path) -> None:
    one = sources.write(tmp_path / "one.csv", "name,lat,lon,type\nبلدة المثال,36.0,37.0,town\n")
    two = sources.write(tmp_path / "two.csv", "name,lat,lon,type\nبلدة المثال,36.1,37.1,town\n")
    with pytest.raises(GazetteerError, match=r"two.csv:2: .* from where one.csv:2 has it"):
        build([one, two], cache=False)


def test_other_sources_that_disagree_are_told_and_the_first_holds(tmp_path: Path) -> None:
    wof = sources.write(tmp_path / "wof.tsv", [line.replace("36.3700", "35.3700") for line in sources.WOF])
    dump = sources.write(tmp_path / "SY.txt", sources.DUMP)
    built = build([wof, dump], cache=False)
    assert len(built.disagreements) == 1 and "SY.txt:1: " in built.disagreements[0]
    assert "wof.tsv:4" in built.disagreements[0]
    [bab] = [place for place in opened(tmp_path, built).places() if "الباب" in place.names]
    assert bab.lat == 35.37


def test_file_that_is_no_gazetteer(tmp_path: Path) -> None:
    for content in (b"", b"KHABAR", b"something else entirely", b"KHABARG1" + b"\xff" * 40):
        path = tmp_path / "bad.gaz"
        path.write_bytes(content)
        with pytest.raises(GazetteerError):
            Gazetteer.open(path)
    with pytest.raises(GazetteerError, match="No such file"):
        Gazetteer.open(tmp_path / "absent.gaz")


def test_gazetteer_cut_short(tmp_path: Path) -> None:
    place = StoredPlace("own:1", "X", ("قرية المثال",), 1.0, 2.0, "village", "SY", 0, ("own:x:1",))
    path = tmp_path / "x.gaz"
    path.write_bytes(encode([place], ["x"])[:-3])
    with pytest.raises(GazetteerError, match="cut short"):
        Archive(path)


def test_empty_gazetteer(tmp_path: Path) -> None:
    path = tmp_path / "empty.gaz"
    write(path, encode([], []))
    gazetteer = Gazetteer.open(path)
    assert len(gazetteer) == 0 and gazetteer.lookup("حلب") == () and gazetteer.longest("حلب") == 0


def test_writing_where_one_cannot(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be written"):
        write(tmp_path / "no" / "such" / "x.gaz", b"x")
