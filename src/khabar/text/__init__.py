"""The text room: the only place that knows Arabic spelling."""

from .clitics import Reading, readings
from .fold import Folded, fold, fold_word
from .page import Page
from .particles import DIRECTIONS, OTHERS, RELATIVES
from .phrases import Match, PhraseTable
from .quotes import Quote
from .segment import Word, segment
from .spelling import Spelling
from .words import Token

__all__ = [
    "DIRECTIONS",
    "OTHERS",
    "RELATIVES",
    "Folded",
    "Match",
    "Page",
    "PhraseTable",
    "Quote",
    "Reading",
    "Spelling",
    "Token",
    "Word",
    "fold",
    "fold_word",
    "readings",
    "segment",
]
