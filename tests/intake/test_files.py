"""Files of reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.intake import Form, Notice, Taken, take


def taken(
    *names: Path | str, form: Form | None = None, encoding: str | None = None
) -> tuple[list[Taken], list[Notice]]:
    notices: list[Notice] = []
    return list(take(map(str, names), notices.append, form=form, encoding=encoding)), notices


def test_a_text_file_is_one_report(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffخبر\r\nخبر\n".encode())
    (report,), notices = taken(path)
    assert report.raw.text == "خبر\r\nخبر\n"
    assert report.origin == str(path)
    assert not notices


def test_the_name_tells_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "أول"}\n{"text": "ثان"}\n', encoding="utf-8")
    reports, _ = taken(path)
    assert [(report.raw.text, report.origin) for report in reports] == [("أول", f"{path}:1"), ("ثان", f"{path}:2")]
    (whole,), _ = taken(path, form="text")
    assert whole.raw.text == path.read_text(encoding="utf-8")


def test_a_broken_line_among_good_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "أول"}\n{"text": \n{"text": "ثان"}\n', encoding="utf-8")
    reports, (notice,) = taken(path)
    assert [report.raw.text for report in reports] == ["أول", "ثان"]
    assert notice.where == f"{path}:2"
    assert notice.lost
    assert "JSON" in notice.what


def test_missing_files_and_directories_do_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("خبر", encoding="utf-8")
    reports, notices = taken(tmp_path / "none.txt", tmp_path, path, "a\0b")
    assert [report.raw.text for report in reports] == ["خبر"]
    assert [notice.lost for notice in notices] == [True, True, True]
    assert "no such file" in notices[0].what
    assert "directory" in notices[1].what
    assert notices[1].hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_json_lines_with_a_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "أول"}\n{"text": "ثان"}\n'.encode(encoding))
    reports, notices = taken(path)
    assert [report.raw.text for report in reports] == ["أول", "ثان"]
    assert not notices


def test_json_lines_in_a_named_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "أول"}\n'.encode("cp1256"))
    (report,), _ = taken(path, encoding="cp1256")
    assert report.raw.text == "أول"
    _, (notice,) = taken(path, encoding="klingon")
    assert "no encoding" in notice.what


def test_an_empty_file_is_told_but_is_no_loss(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b" \n")
    (report,), (notice,) = taken(path)
    assert report.raw.text == " \n"
    assert not notice.lost


def test_replaced_bytes_are_a_loss(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("أعلن الجيش أن القصف توقف".encode() + b"\xff" + " اليوم".encode())
    (report,), (notice,) = taken(path)
    assert "توقف\ufffd اليوم" in report.raw.text
    assert notice.lost
