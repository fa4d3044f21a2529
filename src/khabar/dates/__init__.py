"""The dates room: time mentions with from, to, precision, counted from a reference date."""

from .room import DateRoom

__all__ = ["DateRoom"]
