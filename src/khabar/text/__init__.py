"""The text room: the only place that knows Arabic spelling."""

from .fold import Folded, fold, fold_word
from .page import Page
from .phrases import Match, PhraseTable
from .quotes import Quote
from .words import Reading, Token, readings

__all__ = ["Folded", "Match", "Page", "PhraseTable", "Quote", "Reading", "Token", "fold", "fold_word", "readings"]
