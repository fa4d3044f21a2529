"""Bad input, each kind with the answer that docs/bad-input.md defines: never a traceback, nothing readable lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from khabar import Report, from_json
from tests.support.commands import Ran, command, khabar

STATEMENT = "أعلن الدفاع المدني أن غارة جوية على سوق مدينة إدلب قتلت ثلاثة مدنيين."


def read(data: bytes, *arguments: str) -> tuple[Ran, Report]:
    ran = khabar("read", "--format", "jsonl", *arguments, stdin=data)
    return ran, from_json(ran.out)


def check(report: Report) -> None:
    """Every span is the text's."""

    def walk(node: object) -> None:
        if isinstance(node, dict):
            if {"start", "end", "text"} <= node.keys():
                assert report.text[node["start"] : node["end"]] == node["text"]
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    from khabar import to_json

    walk(json.loads(to_json(report))["claims"])


@pytest.mark.parametrize("data", [b"", b" \n\t ", "\ufeff".encode(), "\u200f\n".encode()])
def test_empty_and_blank(data: bytes) -> None:
    ran, report = read(data)
    assert ran.status == 0
    assert not report.relevant
    assert report.claims == ()
    assert report.text == data.decode("utf-8-sig")


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the town and killed three people.",
        "Армия обстреляла город",
        "در پی انفجار یک بمب در پایتخت چند نفر کشته و زخمی شدند و پلیس گفت بیمارستان‌ها پر شده‌اند",
    ],
)
def test_another_language_is_not_read_and_says_so(text: str) -> None:
    ran, report = read(text.encode())
    assert ran.status == 0
    assert report.claims == ()
    (unread,) = report.unread
    assert "Arabic" in unread.reason
    assert text.startswith(unread.text)


def test_lone_surrogates() -> None:
    line = json.dumps({"text": f"\ud83d {STATEMENT} \udc00"}).encode()
    ran, report = read(line, "--input", "jsonl")
    assert ran.status == 0
    assert report.text == f"\ud83d {STATEMENT} \udc00"
    assert "\\ud83d" in ran.out
    assert khabar("read", "--input", "jsonl", stdin=line).status == 0  # pretty


@pytest.mark.parametrize("control", ["\0", "\x1b[31m", "\x07", "\x9b"])
def test_control_characters_stay_in_the_record_and_off_the_terminal(control: str) -> None:
    text = f"{control}{STATEMENT}{control} {STATEMENT}"
    ran, report = read(text.encode())
    assert ran.status == 0
    assert report.text == text
    check(report)
    assert control not in khabar("read", stdin=text.encode()).out


def test_a_hundred_thousand_combining_marks() -> None:
    text = STATEMENT + " ق" + "\u064b" * 100_000 + "\u0301" * 1_000 + "صف"
    ran, report = read(text.encode())
    assert ran.status == 0
    assert report.text == text
    check(report)


def test_mixed_directions() -> None:
    text = f"\u202eBREAKING\u202c \u2067{STATEMENT}\u2069 \u200fReuters\u200e \u202b(abc)"
    ran, report = read(text.encode())
    assert ran.status == 0
    assert report.text == text
    check(report)
    assert STATEMENT[:20] in khabar("read", stdin=text.encode()).out or not report.claims


def test_html_given_as_text() -> None:
    text = (
        f"<html><body><p>{STATEMENT.replace('مدينة', '<b>مدينة</b>')}</p><script>var a = '<p>';</script></body></html>"
    )
    ran, report = read(text.encode())
    assert ran.status == 0
    assert report.text == text
    assert any("markup" in unread.reason for unread in report.unread)
    check(report)
    plain = from_json(khabar("read", "--format", "jsonl", stdin=STATEMENT.encode()).out)
    assert [claim.type for claim in report.claims] == [claim.type for claim in plain.claims]


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_recognised(encoding: str) -> None:
    _, report = read(STATEMENT.encode(encoding))
    assert report.text == STATEMENT


def test_bytes_of_no_known_encoding() -> None:
    ran = khabar("read", stdin=bytes(range(128, 256)) * 3)
    assert ran.status == 1
    assert ran.out == ""
    assert "iconv" in ran.err


def test_broken_lines_among_good_ones(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    good = json.dumps({"text": STATEMENT}, ensure_ascii=False)
    bad = ["{", "[]", '{"title": "x"}', '{"text": 5}', '{"text": "\\x"}']
    path.write_text("\n".join([good, *bad, good, '{"text": "x", "published": "أمس"}']), encoding="utf-8")
    ran = khabar("read", "--format", "jsonl", str(path))
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 3
    told = [line for line in ran.err.splitlines() if line.startswith("khabar:")]
    assert [line.split(":")[2] for line in told] == ["2", "3", "4", "5", "6", "8"]
    assert all(str(path) in line for line in told)


def test_a_missing_file_and_a_directory_do_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STATEMENT, encoding="utf-8")
    ran = khabar("read", "--format", "jsonl", str(tmp_path / "none"), str(tmp_path), str(path))
    assert ran.status == 1
    assert from_json(ran.out).text == STATEMENT
    assert "no such file" in ran.err
    assert "directory" in ran.err


def test_five_megabytes_without_a_sentence_end() -> None:
    text = STATEMENT.rstrip(".") + " وكان الطقس في ذلك النهار معتدلا والسوق مزدحما كعادته" * 93_000
    assert len(text) > 4_900_000
    before = os.times()
    ran, report = read(text.encode())
    after = os.times()
    assert ran.status == 0
    assert report.text == text
    assert after.children_user - before.children_user < 120  # quadratic time would be hours


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text((json.dumps({"text": STATEMENT}) + "\n") * 3_000, encoding="utf-8")
    for workers in "12":
        with subprocess.Popen(
            command("read", "--format", "jsonl", "--workers", workers, str(path)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.wait(timeout=120) == 141
            assert process.stderr.read() == b""


@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_interrupted(tmp_path: Path, workers: str) -> None:
    """As Ctrl-C does, the signal goes to the whole process group."""
    path = tmp_path / "reports.jsonl"
    path.write_text((json.dumps({"text": STATEMENT * 5}) + "\n") * 100_000, encoding="utf-8")
    with subprocess.Popen(
        command("read", "--format", "jsonl", "--workers", workers, str(path)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell that runs the tests in the background leaves SIGINT ignored, which children inherit.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        err = process.stderr.read().decode()
        assert process.wait(timeout=60) == 130
    assert "Traceback" not in err
    assert "interrupted" in err
