"""Attribution: who says so, for every stretch of a report."""

from .records import Attribution, Speaker, Utterance, Voices
from .room import Attributions

__all__ = ["Attribution", "Attributions", "Speaker", "Utterance", "Voices"]
