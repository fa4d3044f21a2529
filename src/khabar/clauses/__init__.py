"""The clauses room: sentence structure, who speaks where, what is negated or conditional, what refers to what."""

from .scene import Scene

__all__ = ["Scene"]
