"""Errors a person can act on: each has a code, says what happened and what to do."""

from __future__ import annotations


class KhabarError(Exception):
    """Root of all errors khabar raises on purpose.

    ``code`` is stable and searchable ("K101"); the message says what happened, ``hint`` what to do.
    """

    code = "K000"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"[{self.code}] {self.message}" + (f"\n  {self.hint}" if self.hint else "")


class InputError(KhabarError):
    """A report that cannot be read: encoding, file, JSON line."""

    code = "K100"


class LexiconError(KhabarError):
    """The lexicon is missing, broken or older than its sources."""

    code = "K200"


class GazetteerError(KhabarError):
    """A gazetteer source or file that cannot be used."""

    code = "K300"


class ActorsError(KhabarError):
    """A user's own actors file that cannot be used."""

    code = "K400"
