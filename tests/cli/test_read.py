"""``khabar read`` as documented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from khabar import Report, from_json
from khabar.cli.main import main
from tests.support.commands import khabar

SAMPLES = Path(__file__).parents[2] / "samples"


def lines(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_jsonl_is_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--format", "jsonl", str(SAMPLES / "reports.jsonl")]) == 0
    out = capsys.readouterr().out
    gold = lines((SAMPLES / "reports.jsonl").read_text(encoding="utf-8"))
    for line, wanted in zip(out.splitlines(), gold, strict=True):
        report = from_json(line, Report)
        assert report.doc_id == wanted["doc_id"]
        assert report.text == wanted["text"]
        assert str(report.published) == str(wanted["published"])
        assert "because" not in line
        assert "\\u0" not in line  # the text's own letters


def test_explain_adds_because(capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", "--format", "jsonl", "--explain", str(SAMPLES / "reports.jsonl")])
    claims = [claim for line in lines(capsys.readouterr().out) for claim in line["claims"]]  # type: ignore[attr-defined]
    assert claims
    assert all("because" in claim for claim in claims)


def test_text_files_keep_their_order_and_text(capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(SAMPLES.glob("*.txt"), reverse=True)
    assert main(["read", "--format", "jsonl", *map(str, files)]) == 0
    texts = [line["text"] for line in lines(capsys.readouterr().out)]
    assert texts == [path.read_bytes().decode() for path in files]


def test_date_and_outlet_serve_reports_that_bring_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "two.jsonl"
    full = '{"text": "خبر", "published": "2020-01-02", "context": {"outlet": "صحيفة", "author": "كاتب"}}'
    path.write_text(f'{{"text": "خبر"}}\n{full}\n', encoding="utf-8")
    main(["read", "--format", "jsonl", "--published", "2024-05-18", "--outlet", "وكالة", str(path)])
    first, second = (from_json(line) for line in capsys.readouterr().out.splitlines())
    assert (str(first.published), first.context.outlet) == ("2024-05-18", "وكالة")
    assert (str(second.published), second.context.outlet, second.context.author) == ("2020-01-02", "صحيفة", "كاتب")


def test_standard_input_with_and_without_a_dash() -> None:
    text = "أعلن الجيش توقف القصف".encode()
    for arguments in ([], ["-"]):
        ran = khabar("read", "--format", "jsonl", *arguments, stdin=text)
        assert ran.status == 0
        assert from_json(ran.out).text == text.decode()
    ran = khabar("read", "--input", "jsonl", "--format", "jsonl", stdin=b'{"text": "a"}\n{"text": "b"}\n')
    assert [line["text"] for line in lines(ran.out)] == ["a", "b"]


def test_any_number_of_workers_gives_the_same_bytes() -> None:
    one, three = (khabar("read", "--format", "jsonl", "--workers", n, str(SAMPLES / "reports.jsonl")) for n in "13")
    assert one == three


def test_utf8_whatever_the_locale() -> None:
    ran = khabar(
        "read", str(SAMPLES / "01-agency-air-strike.txt"), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert ran.status == 0
    assert "طائرات التحالف" in ran.out


def test_no_progress_and_no_colour_in_a_pipe() -> None:
    ran = khabar("read", str(SAMPLES / "reports.jsonl"))
    assert ran.err == ""
    assert "\x1b" not in ran.out


def test_a_bad_option_is_told_with_its_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["read", "--published", "18/05/2024", "x.txt"])
    assert caught.value.code == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err
    assert main(["read", "--workers", "0", str(SAMPLES / "reports.jsonl")]) == 2
    assert "1 or more" in capsys.readouterr().err
    assert main(["read", "--gazetteer", "no-such-file", str(SAMPLES / "reports.jsonl")]) == 2
    assert "no-such-file" in capsys.readouterr().err
    assert main(["read", "--actors", "no-such-file.csv", str(SAMPLES / "reports.jsonl")]) == 2
    assert "no-such-file" in capsys.readouterr().err
