"""The reader as a library."""

from __future__ import annotations

import gc
import itertools
import os
import pickle
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

import khabar
from khabar import Context, KhabarError, Raw, Reader, Report
from khabar.errors import InputError
from khabar.intake import Line, read_lines
from khabar.reader import ROOM_FAILED
from khabar.text import Page

SAMPLES = Path(__file__).parents[1] / "samples" / "reports.jsonl"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def raws() -> list[Raw]:
    with SAMPLES.open("rb") as lines:
        return [line.raw for line in read_lines(lines) if isinstance(line, Line)]


def as_bytes(reports: Iterator[Report]) -> list[str]:
    return [khabar.to_json(report) for report in reports]


def test_what_is_given_comes_back() -> None:
    context = Context(outlet="صحيفة", url="https://example.org/1")
    report = khabar.read("خبر\r\n", title="عنوان", published="2024-05-18", doc_id="a", context=context)
    assert (report.text, report.title, report.doc_id) == ("خبر\r\n", "عنوان", "a")
    assert report.published == date(2024, 5, 18)
    assert report.reference_date is not None
    assert report.reference_date.basis == "given"
    assert report.context.url == "https://example.org/1"
    assert report.schema == "khabar/1"
    assert report.made_by.khabar == khabar.__version__


def test_an_id_is_made_of_the_text() -> None:
    one, two = khabar.read("خبر"), khabar.read("خبر ")
    assert one.doc_id == f"sha256:{one.sha256[:16]}"
    assert one.sha256 != two.sha256


def test_a_date_in_every_form() -> None:
    for published in (date(2024, 5, 18), datetime(2024, 5, 18, 9), "2024-05-18", "2024-05-18T09:00:00+03:00"):
        assert khabar.read("خبر", published=published).published == date(2024, 5, 18)


def test_wrong_arguments_are_input_errors(reader: Reader) -> None:
    for wrong in (b"bytes", None, 5):
        with pytest.raises(InputError):
            reader.read(wrong)  # type: ignore[arg-type]
        with pytest.raises(InputError):
            reader.find_numbers(wrong)  # type: ignore[arg-type]
        with pytest.raises(InputError):
            list(reader.read_many([wrong]))  # type: ignore[list-item]
    with pytest.raises(InputError):
        reader.read("خبر", published="yesterday")
    with pytest.raises(InputError):
        reader.read_many([], workers=0)


def test_spans_are_the_texts_own(reader: Reader, raws: list[Raw]) -> None:
    for raw in raws:
        for claim in reader.read_raw(raw).claims:
            spans = [claim.evidence, claim.trigger, *claim.actors, *claim.targets, claim.place, claim.time]
            for span in filter(None, [*spans, *claim.counts, *claim.sources, *claim.weapons]):
                assert raw.text[span.start : span.end] == span.text


def test_mentions_of_a_room_stand_apart(reader: Reader, raws: list[Raw]) -> None:
    for raw in raws:
        for find in (reader.find_numbers, reader.find_times, reader.find_actors, reader.find_places):
            mentions = find(raw.text)
            for one, two in itertools.pairwise(mentions):
                assert one.end <= two.start
            assert all(raw.text[mention.start : mention.end] == mention.text for mention in mentions)


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_gives_the_same(reader: Reader, raws: list[Raw], workers: int) -> None:
    batch = [*raws * 5, Raw("\ud800 قصف"), Raw(""), *raws]
    assert as_bytes(reader.read_many(batch, workers=workers)) == as_bytes(reader.read_many(batch))


def test_texts_alone_will_do(reader: Reader) -> None:
    assert [report.text for report in reader.read_many(["أ", "ب", Raw("ج")], workers=2)] == ["أ", "ب", "ج"]
    assert list(reader.read_many([], workers=2)) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_reports_are_consumed_lazily(reader: Reader, workers: int) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "خبر"

    results = reader.read_many(endless(), workers=workers)
    for _ in range(100):
        next(results)
    assert taken < 500
    results.close()  # type: ignore[attr-defined]
    assert gc.get_freeze_count() == 0


def test_an_error_of_the_input_is_the_callers(reader: Reader) -> None:
    def broken() -> Iterator[str]:
        yield "خبر"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(reader.read_many(broken(), workers=2))


def fail(*_: object, **__: object) -> None:
    raise RuntimeError("no luck")


@pytest.mark.parametrize(
    ("attribute", "room"),
    [("_numbers", "numbers"), ("_dates", "dates"), ("_actors", "actors"), ("_places", "places")],
)
def test_a_room_that_fails_costs_its_fields_only(attribute: str, room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader()
    monkeypatch.setattr(getattr(reader, attribute), "find", fail)
    report = reader.read("قصف الجيش البلدة، وقتل ثلاثة مدنيين", published="2024-05-18")
    assert f"{ROOM_FAILED} {room}: RuntimeError: no luck" in [unread.reason for unread in report.unread]


def test_a_report_that_fails_does_not_stop_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader()
    for room in (reader._claims, reader._context):
        monkeypatch.setattr(room, "read", fail)
    for workers in (1, 2):
        reports = list(reader.read_many(["خبر", "خبر"], workers=workers))
        assert [len(report.unread) for report in reports] == [2, 2]


def test_strict_lets_errors_rise(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(strict=True)
    monkeypatch.setattr(reader._numbers, "find", fail)
    with pytest.raises(RuntimeError):
        reader.read("خبر")


def test_a_dead_worker_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader()
    monkeypatch.setattr(reader, "read_raw", lambda raw: os._exit(9))
    with pytest.raises(KhabarError, match="worker"):
        list(reader.read_many(["خبر"], workers=2))


def test_a_reader_can_be_sent_to_a_process(reader: Reader, raws: list[Raw]) -> None:
    sent = pickle.loads(pickle.dumps(reader))
    assert sent.read_raw(raws[0]) == reader.read_raw(raws[0])


def test_markup_keeps_the_offsets(reader: Reader) -> None:
    text = "<p>قصف <b>الجيش</b> البلدة، وقتل ثلاثة مدنيين</p>"
    report = reader.read(text)
    assert report.text == text
    assert report.unread[0].text == "<p>"


def test_the_samples_raise_nothing_in_strict_mode(raws: list[Raw]) -> None:
    reader = Reader(strict=True)
    for raw in raws:
        reader.read_raw(raw)
        Page(raw.text)
