"""The claims room: acts and statements with their arguments, sources and modality."""

from .room import ClaimRoom

__all__ = ["ClaimRoom"]
