"""How the examples of each room are run: a room built from a lexicon, and what it finds in an example."""

from __future__ import annotations

from collections.abc import Callable

from khabar.actors import ActorRoom
from khabar.dates import DateRoom
from khabar.lexicon import Lexicon
from khabar.numbers import NumberRoom
from khabar.places import Gazetteer, PlaceRoom
from khabar.text import Page

from .examples import Run


def numbers(lexicon: Lexicon) -> Run:
    room = NumberRoom(lexicon)
    return lambda example: list(room.find(Page(example.text)))


def dates(lexicon: Lexicon) -> Run:
    room = DateRoom(lexicon)
    return lambda example: list(
        room.find(Page(example.text), reference=example.reference, country=example.country)
    )


def actors(lexicon: Lexicon) -> Run:
    room = ActorRoom(lexicon)
    return lambda example: list(
        room.find(Page(example.text), reference=example.reference, country=example.country)
    )


GAZETTEER = Gazetteer.open()


def places(lexicon: Lexicon) -> Run:
    room = PlaceRoom(lexicon, GAZETTEER)
    actor_room = ActorRoom(lexicon)

    def run(example):  # type: ignore[no-untyped-def]
        page = Page(example.text)
        return list(room.find(page, actors=actor_room.find(page), country=example.country))

    return run


ROOMS: dict[str, Callable[[Lexicon], Run]] = {
    "numbers": numbers,
    "dates": dates,
    "actors": actors,
    "places": places,
}
