"""Claims that somebody takes a position: accuses, denies, announces, assesses.

``room`` makes them of acts of speaking, ``content`` reads what is said, ``targets`` whom it is said of or to, ``plain``
weighs plain saying.
"""

from .room import Stated, Statements

__all__ = ["Stated", "Statements"]
