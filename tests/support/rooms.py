"""How the examples of each room are run: a room built from a lexicon, and what it finds in an example."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec

from khabar.actors import ActorRoom
from khabar.claims.statements import Statements
from khabar.clauses import Scene
from khabar.clauses.attribution import Attributions
from khabar.context import ContextRoom, Telling
from khabar.dates import DateRoom
from khabar.lexicon import Lexicon
from khabar.model import ActorMention, Context, PlaceMention
from khabar.numbers import NumberRoom
from khabar.places import Gazetteer, PlaceRoom
from khabar.text import Page, Spelling

from . import claims
from .examples import Example, Run, room_of
from .examples import lexicon as whole_lexicon


def text(lexicon: Lexicon) -> Run:
    """One item a sentence: its ``text``, its folded ``forms`` and its ``words`` split as proclitics+stem+pronoun."""
    spelling = Spelling(lexicon)

    def run(example: Example) -> list[dict[str, str]]:
        page = Page(example.text, spelling)
        return [
            {
                "text": page.text[start:end].strip(),
                "forms": " ".join(t.form for t in page.tokens if start <= t.start < end and t.kind != "p"),
                "words": " ".join("+".join(filter(None, w[3:])) for w in page.words if start <= w.start < end),
            }
            for start, end in page.sentences
        ]

    return run


def numbers(lexicon: Lexicon) -> Run:
    room = NumberRoom(lexicon)
    return lambda example: list(room.find(Page(example.text)))


def dates(lexicon: Lexicon) -> Run:
    room = DateRoom(lexicon)
    return lambda example: list(room.find(Page(example.text), reference=example.reference, country=example.country))


def actors(lexicon: Lexicon) -> Run:
    room = ActorRoom(lexicon)
    return lambda example: list(room.find(Page(example.text), reference=example.reference, country=example.country))


GAZETTEER = Gazetteer.open()


@cache
def _actor_room() -> ActorRoom:
    return ActorRoom(whole_lexicon())


@cache
def _page_with_actors(text: str) -> tuple[Page, tuple[ActorMention, ...]]:
    """Parties do not depend on the rows of the places room, so each text is read for them once."""
    page = Page(text)
    return page, tuple(_actor_room().find(page))


def places(lexicon: Lexicon) -> Run:
    room = PlaceRoom(lexicon, GAZETTEER)

    def run(example: Example) -> list[PlaceMention]:
        page, actors = _page_with_actors(example.text)
        return room.find(page, actors=actors, country=example.country)

    return run


class Heard(msgspec.Struct):
    """One act of speaking as the examples of ``clauses_speech`` tell it."""

    cue: str
    speaker: str
    actor: str | None
    type: str
    stance: str
    act: str | None
    via: list[str]
    own: bool


@cache
def _scene_rooms() -> tuple[NumberRoom, DateRoom, ActorRoom]:
    return NumberRoom(whole_lexicon()), DateRoom(whole_lexicon()), ActorRoom(whole_lexicon())


def _scene(example: Example) -> Scene:
    """The scene of an example, its places aside."""
    numbers, dates, actors = _scene_rooms()
    page = Page(example.text)
    return Scene(
        page=page,
        telling=Telling(context=Context(outlet=example.outlet), reference=None, country=example.country),
        numbers=numbers.find(page),
        times=dates.find(page, reference=example.reference, country=example.country),
        actors=actors.find(page, reference=example.reference, country=example.country),
        places=[],
    )


def speech(lexicon: Lexicon) -> Run:
    room = Attributions(lexicon)

    def run(example: Example) -> list[Heard]:
        return [
            Heard(
                u.cue.text, u.speaker.text, u.speaker.actor_id, u.speaker.type, u.stance, u.act,
                [s.text for s in u.speakers[:-1]], u.speaker.own,
            )
            for u in room.listen(_scene(example)).utterances
        ]  # fmt: skip

    return run


def statements(lexicon: Lexicon) -> Run:
    room, attributions = Statements(lexicon), Attributions(whole_lexicon())

    def run(example: Example) -> list[dict[str, object]]:
        scene = _scene(example)
        return [
            {
                "type": p.type,
                "evidence": scene.page.text[p.start : p.end],
                "trigger": p.trigger.text if p.trigger else None,
                "actors": [m.text for m in p.actors],
                "targets": [m.text for m in p.targets],
                "modality": p.modality,
                "quoted": p.quoted,
            }
            for p in room.propose(scene, attributions.listen(scene))
        ]

    return run


def telling(lexicon: Lexicon) -> Run:
    """``note`` is the outlet that the metadata names, ``country`` its country there, ``reference`` the date given."""
    room = ContextRoom(lexicon, DateRoom(whole_lexicon()))

    def run(example: Example) -> list[dict[str, object]]:
        context = Context(outlet=example.note or None, outlet_country=example.country)
        told = room.read(Page(example.text), title=None, published=example.reference, context=context)
        found: dict[str, object] = {
            "date": told.reference and told.reference.date,
            "basis": told.reference and told.reference.basis,
            "country": told.country,
            "unread": [unread.reason for unread in told.unread],
        }
        return [found] if any(found.values()) else []

    return run


ROOMS: dict[str, Callable[[Lexicon], Run]] = {
    "text": text,
    "numbers": numbers,
    "dates": dates,
    "context": telling,
    "actors": actors,
    "places": places,
    "clauses_speech": speech,
    "claims_statements": statements,
    "claims_acts": claims.acts,
    "claims_compounds": claims.acts,
    "claims_tolls": claims.acts,
    "claims_context": claims.context,
    "claims_names": claims.nouns,
    "claims_nouns": claims.nouns,
    "clauses_links": claims.segments,
    "clauses_modality": claims.modality,
    "clauses_verbs": claims.verbs,
}


def way(file: str) -> str:
    """How the examples of ``file`` are run: its own way if it has one, or that of its room."""
    return file if file in ROOMS else room_of(file)
