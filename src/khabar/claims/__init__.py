"""The claims room: acts and statements with their arguments, sources and modality."""

from .room import ClaimRoom
from .scene import Scene

__all__ = ["ClaimRoom", "Scene"]
