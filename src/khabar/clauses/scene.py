"""What the rooms before `claims` hand on about one report."""

from __future__ import annotations

import msgspec

from ..context import Telling
from ..model import ActorMention, NumberMention, PlaceMention, TimeMention
from ..text import Page


class Scene(msgspec.Struct, frozen=True):
    """A page with all that was found on it."""

    page: Page
    telling: Telling
    numbers: list[NumberMention]
    times: list[TimeMention]
    actors: list[ActorMention]
    places: list[PlaceMention]
