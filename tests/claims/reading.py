"""What the tests of the claims room share: one reader of the shipped parts, and stories and claims of short texts."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from khabar import Claim, Raw, Reader, Report
from khabar.claims.arguments import Act
from khabar.claims.room import ClaimRoom
from khabar.claims.story import Story
from khabar.clauses import Scene
from khabar.intake.dates import publication_date
from khabar.text import Page

# A Wednesday.
PUBLISHED = "2019-06-12"


@cache
def reader() -> Reader:
    """The reader, built once; a room that fails raises."""
    return Reader(strict=True)


def room() -> ClaimRoom:
    """Its claims room."""
    return reader()._claims


def report(text: str, published: str | None = PUBLISHED) -> Report:
    """The report on ``text``."""
    return reader().read(text, published=published)


def claims(text: str, published: str | None = PUBLISHED) -> tuple[Claim, ...]:
    """The claims of ``text``."""
    return report(text, published).claims


def only(text: str, published: str | None = PUBLISHED) -> Claim:
    """The one claim of ``text``."""
    (claim,) = claims(text, published)
    return claim


def scene(text: str, published: str | None = PUBLISHED) -> Scene:
    """What the rooms before find in ``text``."""
    page = Page(text)
    raw = Raw(text, published=publication_date(published))
    return reader().scene(page, reader().telling(page, raw))


def story(text: str, published: str | None = PUBLISHED) -> Story:
    """``text`` as the claims room works on it."""
    return room().story(scene(text, published))


def act(told: Story, word: str) -> Act:
    """The act whose trigger begins with the first ``word``, over its whole sentence."""
    at = told.page.text.index(word)
    return next(
        Act(sentence, trigger, trigger.sense.type, sentence.first, sentence.stop)
        for sentence in told.sentences
        for trigger in sentence.triggers
        if trigger.start == at
    )


def spans(record: Any) -> list[dict[str, Any]]:
    """Every span inside a record, as mappings."""
    out: list[dict[str, Any]] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            out.extend([value] if {"start", "end", "text"} <= value.keys() else [])
            value = list(value.values())
        if isinstance(value, list):
            for item in value:
                walk(item)

    walk(msgspec.to_builtins(record))
    return out
