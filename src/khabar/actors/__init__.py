"""The actors room: mentions of parties with their ids, from the registry and the user's own files."""

from .room import ActorRoom

__all__ = ["ActorRoom"]
