"""Reports for people."""

from __future__ import annotations

import re

import pytest

from khabar.cli.pretty import Painter, pretty
from khabar.cli.terminal import shown
from khabar.model import Claim, Count, MadeBy, Mention, Place, Reason, Report, Source, Span, Time, Unread

TEXT = "مقدمة الخبر.\nقال المرصد إن طائرات روسية قصفت السبت سوق البلدة\nوبالقصف قتل 3 مدنيين. خاتمة."
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def span(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def claim(**fields: object) -> Claim:
    start = TEXT.index("طائرات")
    end = TEXT.index("مدنيين") + len("مدنيين")
    return Claim(
        id="c1",
        evidence=Span(start, end, TEXT[start:end]),
        kind="event",
        type="air_strike",
        **fields,  # type: ignore[arg-type]
    )


def report(*claims: Claim, **fields: object) -> Report:
    return Report(
        doc_id="x",
        sha256="0",
        text=TEXT,
        claims=claims,
        made_by=MadeBy("0", "0", "0"),
        **fields,  # type: ignore[arg-type]
    )


FULL = claim(
    trigger=Span(**span("قصفت")),  # type: ignore[arg-type]
    actors=(Mention(**span("روسية"), actor_id="russia.airforce"),),  # type: ignore[arg-type]
    targets=(Mention(**span("مدنيين")),),  # type: ignore[arg-type]
    place=Place(**span("سوق البلدة"), lat=35.5, lon=-36.25, precision="exact"),  # type: ignore[arg-type]
    time=Time(**span("السبت")),  # type: ignore[arg-type]
    counts=(Count(**span("3"), role="killed", min=3, max=None),),  # type: ignore[arg-type]
    sources=(Source(**span("المرصد"), type="organisation", actor_id="sohr", stance="distancing"),),  # type: ignore[arg-type]
    because={"type": Reason("acts.verb", "claims_acts/air/qasafa"), "actors.0": Reason("agent")},
)


def test_every_field_has_a_line() -> None:
    out = pretty(report(FULL), "a.txt", Painter(False))
    for expected in (
        "== a.txt: 1 claim",
        "air strike",
        "russia.airforce  روسية",
        "35.500N 36.250W, exact  سوق البلدة",
        "date unknown  السبت",
        "killed 3 or more  3",
        "organisation (distancing) sohr  المرصد",
    ):
        assert expected in out
    assert "\x1b" not in out


def test_the_sentence_stands_whole_and_unchanged() -> None:
    out = pretty(report(FULL), "a.txt", Painter(True))
    plain = ANSI.sub("", out)
    for line in ("قال المرصد إن طائرات روسية قصفت السبت سوق البلدة", "وبالقصف قتل 3 مدنيين."):
        assert line in plain
    assert "مقدمة" not in plain
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", plain)


@pytest.mark.parametrize("words", ["القصف", "قصف", "بالقصف", "لقص"])
def test_no_colour_begins_or_ends_within_a_word(words: str) -> None:
    start = TEXT.index("وبالقصف") + "وبالقصف".index(words)
    out = pretty(report(claim(trigger=Span(start, start + len(words), words))), "a", Painter(True))
    assert "\x1b[1;31mوبالقصف\x1b[0m" in out


def test_explain_names_rules_and_admits_where_none_is() -> None:
    out = pretty(report(FULL), "a.txt", Painter(False), explain=True)
    assert re.search(r"why type +acts\.verb  <- claims_acts/air/qasafa", out)
    assert re.search(r"why actors\.0 +agent$", out, re.MULTILINE)
    assert re.search(r"why place +no rule named", out)


def test_what_was_not_understood_is_told() -> None:
    out = pretty(report(unread=(Unread(0, 5, "مقدمة", "unknown month"),)), "a.txt", Painter(False))
    assert "no claims" in out
    assert "unknown month  مقدمة" in out


def test_controls_are_shown_not_sent() -> None:
    assert shown("a\x1b[2Jb\0c\r\nd\x7f\u009b\ud800") == "a␛[2Jb␀c\nd␡\ufffd\ufffd"
    assert shown("قَصَفَ\u200f\u2067") == "قَصَفَ\u200f\u2067"


def test_a_count_in_its_forms() -> None:
    def counted(minimum: int | None, maximum: int | None, **fields: object) -> str:
        count = Count(**span("3"), role="wounded", min=minimum, max=maximum, **fields)  # type: ignore[arg-type]
        return pretty(report(claim(counts=(count,))), "a", Painter(False))

    assert "wounded 3  3" in counted(3, 3)
    assert "wounded at most 9  3" in counted(None, 9)
    assert "wounded about 20 to 99, running toll  3" in counted(20, 99, approx=True, toll="cumulative")
