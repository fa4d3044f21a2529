"""The context room: the outlet and its country, the report's own date with its basis."""

from .room import ContextRoom, Telling

__all__ = ["ContextRoom", "Telling"]
