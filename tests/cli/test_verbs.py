"""The other verbs, and the docs that are made from them."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from khabar import __version__
from khabar.cli.main import main
from khabar.model import Claim, Report

ROOT = Path(__file__).parents[2]
SAMPLE = str(ROOT / "samples" / "01-agency-air-strike.txt")


def test_schema_has_every_field_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$ref"] == "#/$defs/Report"
    assert list(schema["$defs"]["Report"]["properties"]) == list(Report.__struct_encode_fields__)
    claim = schema["$defs"]["Claim"]
    assert list(claim["properties"]) == list(Claim.__struct_encode_fields__)
    assert "because" not in claim["required"]
    assert set(schema["$defs"]["Time"]["properties"]) == {"start", "end", "text", "from", "to", "precision"}


def test_doctor_finds_a_whole_installation(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["doctor"])
    out = capsys.readouterr().out
    assert status == 0, out
    for what in ("khabar", "python", "msgspec", "lexicon", "gazetteer", "self-check"):
        assert re.search(rf"^ok   {what} ", out, re.MULTILINE)


def test_doctor_says_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--gazetteer", "no-such-file"]) == 1
    assert re.search(r"^FAIL gazetteer .*no-such-file", capsys.readouterr().out, re.MULTILINE)


def test_explain_shows_one_claim(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", SAMPLE, "--claim", "c1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("c1 ")
    assert "why type" in out
    assert "c2" not in out


def test_explain_knows_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", SAMPLE, "--claim", "c999"]) == 2
    assert "c1" in capsys.readouterr().err
    assert main(["explain", "no-such-file", "--claim", "c1"]) == 1
    reports = str(ROOT / "samples" / "reports.jsonl")
    assert main(["explain", reports, "--claim", "c1", "--doc", "sample-03"]) == 0
    assert main(["explain", reports, "--claim", "c1", "--doc", "nobody"]) == 2


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, said in ((["--version"], __version__), (["--help"], "explain"), (["read", "--help"], "--published")):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 0
        assert said in capsys.readouterr().out


def test_a_verb_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2


def test_the_docs_show_what_the_command_says() -> None:
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "scripts" / "write_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.stale() == [], "run `make docs`"
