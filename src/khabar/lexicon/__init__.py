"""What the rules know, as data: ``ar/*.yml``, each beside its ``*.examples.yml``, compiled into one artefact."""

from .store import Lexicon, Row, load

__all__ = ["Lexicon", "Row", "load"]
