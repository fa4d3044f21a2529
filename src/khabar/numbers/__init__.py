"""The numbers room: number mentions with min, max, approx."""

from .room import NumberRoom

__all__ = ["NumberRoom"]
