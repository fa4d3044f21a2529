"""The reader: all rooms in order, built once and used for many reports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from . import __version__
from .actors import ActorRoom
from .claims import ClaimRoom
from .clauses import Scene
from .context import ContextRoom, Telling
from .dates import DateRoom
from .lexicon import Lexicon, load
from .model import (
    ActorMention,
    Claim,
    Context,
    MadeBy,
    NumberMention,
    PlaceMention,
    Report,
    TimeMention,
    Unread,
)
from .numbers import NumberRoom
from .places import Gazetteer, PlaceRoom
from .text import Page


class Raw(msgspec.Struct, frozen=True):
    """A report as it comes in: its text exactly as published and what is known of it."""

    text: str
    title: str | None = None
    published: date | None = None
    doc_id: str | None = None
    context: Context = Context()


class Reader:
    """Reads reports. ``gazetteer`` is a path made by ``khabar gazetteer build`` (default: the embedded one);
    ``actors`` a YAML or CSV file of the user's own actors.

    Raises:
        LexiconError, GazetteerError, ActorsError: a part that cannot be used.
    """

    def __init__(
        self,
        gazetteer: str | Path | Gazetteer | None = None,
        actors: str | Path | None = None,
        *,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.lexicon = lexicon or load()
        self.gazetteer = gazetteer if isinstance(gazetteer, Gazetteer) else Gazetteer.open(gazetteer)
        self._numbers = NumberRoom(self.lexicon)
        self._dates = DateRoom(self.lexicon)
        self._context = ContextRoom(self.lexicon, self._dates)
        self._actors = ActorRoom(self.lexicon, actors)
        self._places = PlaceRoom(self.lexicon, self.gazetteer)
        self._claims = ClaimRoom(self.lexicon)
        self.made_by = MadeBy(
            khabar=__version__, lexicon=self.lexicon.sha256[:16], gazetteer=self.gazetteer.sha256[:16], models=()
        )

    def find_numbers(self, text: str) -> list[NumberMention]:
        """The numbers of ``text`` in order, none overlapping another."""
        return self._numbers.find(Page(text))

    def find_times(self, text: str, reference: date | None = None) -> list[TimeMention]:
        """The time expressions of ``text``, relative ones counted from ``reference``."""
        return self._dates.find(Page(text), reference=reference)

    def find_actors(self, text: str) -> list[ActorMention]:
        """The parties that ``text`` names."""
        return self._actors.find(Page(text))

    def find_places(self, text: str) -> list[PlaceMention]:
        """The places that ``text`` names."""
        page = Page(text)
        return self._places.find(page, actors=self._actors.find(page))

    def read(
        self,
        text: str,
        *,
        title: str | None = None,
        published: date | str | None = None,
        doc_id: str | None = None,
        context: Context | None = None,
    ) -> Report:
        """Read one report; offsets in what it gives count code points of ``text``."""
        day = date.fromisoformat(published) if isinstance(published, str) else published
        return self.read_raw(Raw(text, title, day, doc_id, context or Context()))

    def read_raw(self, raw: Raw) -> Report:
        """Read one report that was taken in."""
        page = Page(raw.text)
        telling = self._context.read(page, title=raw.title, published=raw.published, context=raw.context)
        scene = self.scene(page, telling)
        claims = tuple(self._claims.read(scene))
        return self._report(raw, telling, claims, telling.unread)

    def scene(self, page: Page, telling: Telling) -> Scene:
        """What the rooms before `claims` find on ``page``."""
        reference = telling.reference.date if telling.reference else None
        actors = self._actors.find(page, reference=reference, country=telling.country)
        return Scene(
            page=page,
            telling=telling,
            numbers=self._numbers.find(page),
            times=self._dates.find(page, reference=reference, country=telling.country),
            actors=actors,
            places=self._places.find(page, actors=actors, country=telling.country),
        )

    def read_many(self, reports: Iterable[Raw | str], workers: int = 1) -> Iterator[Report]:
        """Read many reports, in input order, with ``workers`` processes."""
        for report in reports:
            yield self.read_raw(Raw(report) if isinstance(report, str) else report)

    def _report(
        self, raw: Raw, telling: Telling, claims: tuple[Claim, ...], unread: tuple[Unread, ...]
    ) -> Report:
        digest = hashlib.sha256(raw.text.encode("utf-8", "surrogatepass")).hexdigest()
        return Report(
            doc_id=raw.doc_id or f"sha256:{digest[:16]}",
            sha256=digest,
            title=raw.title,
            published=raw.published,
            reference_date=telling.reference,
            context=telling.context,
            relevant=bool(claims),
            text=raw.text,
            claims=claims,
            unread=unread,
            made_by=self.made_by,
        )
