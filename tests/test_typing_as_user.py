"""The public API as a typed program uses it. mypy is the test (`make lint`); running it checks that it holds, too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import khabar
from khabar import (
    ActorMention,
    Claim,
    Context,
    KhabarError,
    NumberMention,
    PlaceMention,
    Raw,
    Reader,
    Report,
    TimeMention,
)


def killed(report: Report) -> list[tuple[str, int | None, int | None]]:
    return [
        (claim.type, count.min, count.max)
        for claim in report.claims
        for count in claim.counts
        if count.role == "killed"
    ]


def who_says(claim: Claim) -> list[str]:
    return [f"{source.actor_id or source.text} ({source.stance})" for source in claim.sources]


def where(claim: Claim) -> tuple[float, float] | None:
    place = claim.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return place.lat, place.lon


def first_day(mention: TimeMention) -> date | None:
    return mention.from_


def test_one_report() -> None:
    text = "قتل خمسة مدنيين في قصف على بلدة كفرنبل، بحسب الدفاع المدني."
    report: Report = khabar.read(text, published=date(2024, 5, 18), context=Context(outlet="صحيفة"))
    killed(report)
    for claim in report.claims:
        who_says(claim)
        where(claim)
        reasons: dict[str, str] = {field: reason.rule for field, reason in claim.because.items()}
        assert all(reasons.values())
    line: str = khabar.to_json(report)
    back: Report = khabar.from_json(line)
    assert back == report
    claims: list[Claim] = [khabar.from_json(khabar.to_json(claim), Claim) for claim in report.claims]
    assert tuple(claims) == report.claims


def test_many_reports() -> None:
    reader = Reader()
    reports: Iterator[Report] = reader.read_many([Raw("خبر", published=date(2024, 5, 18)), "خبر"], workers=1)
    assert [report.relevant for report in reports] == [False, False]


def test_the_rooms_alone() -> None:
    numbers: list[NumberMention] = khabar.find_numbers("نحو 30 جنديا")
    times: list[TimeMention] = khabar.find_times("أمس", reference=date(2024, 5, 18))
    actors: list[ActorMention] = khabar.find_actors("قال الجيش الروسي")
    places: list[PlaceMention] = khabar.find_places("في مدينة حلب")
    bounds: list[tuple[int | float | None, int | float | None]] = [(n.min, n.max) for n in numbers]
    days: list[date | None] = [first_day(t) for t in times]
    ids: list[str | None] = [a.actor_id for a in actors]
    scores: list[float] = [candidate.score for place in places for candidate in place.candidates]
    assert len(bounds) + len(days) + len(ids) >= 0
    assert all(score == score for score in scores)


def test_errors_have_one_root() -> None:
    try:
        khabar.read("خبر", published="18/05/2024")
    except KhabarError as error:
        code: str = error.code
        advice: str = error.hint
    assert code == "K100"
    assert advice
