"""The places room: place mentions with candidates, coordinates and precision; it owns the gazetteer."""

from .gazetteer import Gazetteer
from .room import PlaceRoom

__all__ = ["Gazetteer", "PlaceRoom"]
