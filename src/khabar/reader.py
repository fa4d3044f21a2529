"""The reader: all rooms in order, built once and used for many reports."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from . import __version__
from ._pool import read_in_pool
from .actors import ActorRoom
from .claims import ClaimRoom
from .claims.weigh import Considered, considered
from .clauses import Scene
from .context import ContextRoom, Telling
from .dates import DateRoom
from .errors import InputError
from .intake import Raw, blank_markup, publication_date, why_not_arabic
from .lexicon import Lexicon, load
from .model import (
    ActorMention,
    Claim,
    Context,
    MadeBy,
    NumberMention,
    PlaceMention,
    ReferenceDate,
    Report,
    TimeMention,
    Unread,
)
from .numbers import NumberRoom
from .places import Gazetteer, PlaceRoom
from .records import on_text
from .text import Page

__all__ = ["ROOM_FAILED", "Raw", "Reader"]

T = TypeVar("T")
_UNREAD_LENGTH = 80  # of a text that is not read at all, so many characters are quoted


class Reader:
    """Reads reports. ``gazetteer`` is a path made by ``khabar gazetteer build`` (default: the embedded one);
    ``actors`` a YAML or CSV file of the user's own actors.

    A room that fails on a report costs what that room finds, not the report: `unread` then says which room and why.
    ``strict=True`` lets the exception rise instead, for tests and measurements.

    Raises:
        LexiconError, GazetteerError, ActorsError: a part that cannot be used.
    """

    def __init__(
        self,
        gazetteer: str | Path | Gazetteer | None = None,
        actors: str | Path | None = None,
        *,
        lexicon: Lexicon | None = None,
        strict: bool = False,
    ) -> None:
        self._made_of = (gazetteer, actors, lexicon, strict)
        self._strict = strict
        self.lexicon = lexicon or load()
        self.gazetteer = gazetteer if isinstance(gazetteer, Gazetteer) else Gazetteer.open(gazetteer)
        self._numbers = NumberRoom(self.lexicon)
        self._dates = DateRoom(self.lexicon)
        self._context = ContextRoom(self.lexicon, self._dates)
        self._actors = ActorRoom(self.lexicon, actors)
        self._places = PlaceRoom(self.lexicon, self.gazetteer)
        self._claims = ClaimRoom(self.lexicon)
        self.made_by = MadeBy(
            khabar=__version__,
            lexicon=self.lexicon.sha256[:16],
            gazetteer=self.gazetteer.sha256[:16],
            models=self._claims.scorers.learnt(),
        )

    def __reduce__(self) -> tuple[Callable[..., Reader], tuple[object, ...]]:
        """Where processes do not share memory, a worker builds its own reader of the same parts."""
        return _rebuild, self._made_of

    def find_numbers(self, text: str) -> list[NumberMention]:
        """The numbers of ``text`` in order, none overlapping another."""
        return self._numbers.find(Page(_checked(text)))

    def find_times(self, text: str, reference: date | None = None) -> list[TimeMention]:
        """The time expressions of ``text``, relative ones counted from ``reference``."""
        return self._dates.find(Page(_checked(text)), reference=reference)

    def find_actors(self, text: str) -> list[ActorMention]:
        """The parties that ``text`` names."""
        return self._actors.find(Page(_checked(text)))

    def find_places(self, text: str) -> list[PlaceMention]:
        """The places that ``text`` names."""
        page = Page(_checked(text))
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
        """Read one report; offsets in what it gives count code points of ``text``.

        Raises:
            InputError: ``text`` is no str, or ``published`` no date.
        """
        return self.read_raw(Raw(text, title, publication_date(published), doc_id, context or Context()))

    def read_raw(self, raw: Raw) -> Report:
        """Read one report that was taken in.

        HTML given as text is read with its markup passed over; a text that cannot be Arabic is not read. Either is told
        in ``unread``.

        Raises:
            InputError: its text is no str.
        """
        with _collector_resting():
            return self._read_checked(raw)

    def _read_checked(self, raw: Raw) -> Report:
        doubt = why_not_arabic(_checked(raw.text))
        if doubt:
            return self._unreadable(raw, doubt)
        blanked = blank_markup(raw.text)
        if blanked is None:
            return self._read(raw, Page(raw.text), ())
        reason = f"markup: HTML tags passed over, {blanked.tags} in all; this is the first"
        first = Unread(blanked.start, blanked.end, raw.text[blanked.start : blanked.end], reason)
        return on_text(self._read(raw, Page(blanked.text), (first,)), raw.text)

    def considered(self, raw: Raw, claim: Claim) -> list[Considered]:
        """What was considered for an act claim of this reader's report on ``raw``, and what decided; nothing for a
        statement."""
        if claim.kind == "statement" or claim.trigger is None:
            return []
        blanked = blank_markup(raw.text)
        page = Page(blanked.text if blanked else raw.text)
        return considered(self._claims, self.scene(page, self.telling(page, raw)), claim.trigger.start)

    def read_many(self, reports: Iterable[Raw | str], workers: int = 1) -> Iterator[Report]:
        """Read many reports with ``workers`` processes, in input order; the results do not depend on ``workers``.

        ``reports`` is consumed lazily, a few dozen ahead of the results at the most.

        Raises:
            InputError: ``workers`` is less than 1, or an item is neither a str nor a :class:`Raw`.
            KhabarError: a worker process died.
        """
        if workers < 1:
            raise InputError(f"{workers} workers cannot read", "give 1 or more")
        raws = map(_as_raw, reports)
        return (self.read_raw(raw) for raw in raws) if workers == 1 else read_in_pool(self, raws, workers)

    def _read(self, raw: Raw, page: Page, unread: tuple[Unread, ...]) -> Report:
        failed: list[Unread] = []
        telling = self.telling(page, raw, failed)
        scene = self.scene(page, telling, failed)
        claims: tuple[Claim, ...] = self._spare(failed, "claims", lambda: tuple(self._claims.read(scene)), ())
        return self._report(raw, telling, claims, (*unread, *telling.unread, *failed))

    def telling(self, page: Page, raw: Raw, failed: list[Unread] | None = None) -> Telling:
        """Who tells ``raw``, where from and when; a failure is told to ``failed``."""
        return self._spare(
            failed if failed is not None else [],
            "context",
            lambda: self._context.read(page, title=raw.title, published=raw.published, context=raw.context),
            _given(raw),
        )

    def scene(self, page: Page, telling: Telling, failed: list[Unread] | None = None) -> Scene:
        """What the rooms before `claims` find on ``page``; a room that fails is told to ``failed``."""
        with _collector_resting():
            return self._scene(page, telling, failed)

    def _scene(self, page: Page, telling: Telling, failed: list[Unread] | None) -> Scene:
        failures = failed if failed is not None else []
        reference = telling.reference.date if telling.reference else None
        country = telling.country
        numbers: list[NumberMention] = self._spare(failures, "numbers", lambda: self._numbers.find(page), [])
        times: list[TimeMention] = self._spare(
            failures, "dates", lambda: self._dates.find(page, reference=reference, country=country), []
        )
        actors: list[ActorMention] = self._spare(
            failures, "actors", lambda: self._actors.find(page, reference=reference, country=country), []
        )
        places: list[PlaceMention] = self._spare(
            failures, "places", lambda: self._places.find(page, actors=actors, country=country), []
        )
        return Scene(page=page, telling=telling, numbers=numbers, times=times, actors=actors, places=places)

    def _spare(self, failed: list[Unread], room: str, find: Callable[[], T], otherwise: T) -> T:
        try:
            return find()
        except Exception as error:
            if self._strict:
                raise
            failed.append(Unread(0, 0, "", f"{ROOM_FAILED} {room}: {type(error).__name__}: {error}"))
            return otherwise

    def _unreadable(self, raw: Raw, reason: str) -> Report:
        start = len(raw.text) - len(raw.text.lstrip())
        shown = raw.text[start : start + _UNREAD_LENGTH]
        unread = Unread(start, start + len(shown), shown, reason)
        return self._report(raw, _given(raw), (), (unread,))

    def _report(self, raw: Raw, telling: Telling, claims: tuple[Claim, ...], unread: tuple[Unread, ...]) -> Report:
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


ROOM_FAILED = "failed, please report this:"


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Rest the cycle collector while one report is read: its many small objects form hardly a cycle, and looking for
    some costs an eighth of the time."""
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


def _rebuild(
    gazetteer: str | Path | Gazetteer | None, actors: str | Path | None, lexicon: Lexicon | None, strict: bool
) -> Reader:
    return Reader(gazetteer, actors, lexicon=lexicon, strict=strict)


def _given(raw: Raw) -> Telling:
    """What a report brings with it, and no more."""
    return Telling(context=raw.context, reference=ReferenceDate(raw.published, "given") if raw.published else None)


def _checked(text: object) -> str:
    if isinstance(text, str):
        return text
    if isinstance(text, bytes):
        raise InputError("a text is a str, not bytes", "khabar.decode(data).text recognises the encoding")
    raise InputError(f"a text is a str, not {type(text).__name__}")


def _as_raw(item: Raw | str) -> Raw:
    if isinstance(item, Raw):
        _checked(item.text)
        return item
    return Raw(_checked(item))
