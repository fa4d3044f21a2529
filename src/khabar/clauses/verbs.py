"""Verbs that the lexicon knows, whatever they say: to tell where a new clause begins and who its subject is."""

from __future__ import annotations

from typing import NamedTuple

from ..lexicon import Lexicon, Row
from ..text import fold_word, readings
from ..text.verbs import VerbForm, conjugate

# What may hang before a verb: conjunctions, سـ of the future, لـ of purpose.
VERB_PROCS = frozenset(("", "و", "ف", "س", "وس", "فس", "ل", "ول"))


class KnownVerb(NamedTuple):
    """A verb form that stands in a text: its form and the proclitics before it."""

    form: VerbForm
    procs: str
    enclitic: str


def pairs(row: Row) -> list[tuple[str, str]]:
    """(past, present) of all verbs of a row, the passive ones last."""
    return [(past, present) for key in ("verbs", "passive") for past, present in row.get(key, [])]


class VerbTable:
    """Forms of every verb in the lexicon files that have them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._forms: dict[str, VerbForm] = {}
        self._presents: set[str] = set()
        self._cache: dict[str, KnownVerb | None] = {}
        for file in lexicon.files():
            if not file.startswith(("claims_", "clauses_")):
                continue
            for rows in lexicon.sections(file).values():
                for row in rows:
                    self._add(row)

    def _add(self, row: Row) -> None:
        """Enter the verbs of a row; of two readings the past one is kept, which news tells in («تعرض»)."""
        left_out = {fold_word(word) for word in row.get("except", ())}
        for past, present in pairs(row):
            for form in conjugate(past, present):
                kept = self._forms.get(form.form)
                if form.tense == "present" and form.form not in left_out:
                    self._presents.add(form.form)
                if form.form not in left_out and (kept is None or kept.tense == "present"):
                    self._forms[form.form] = form

    def read(self, form: str) -> KnownVerb | None:
        """How the folded ``form`` reads as a verb, None when it is none that the lexicon knows."""
        if form not in self._cache:
            self._cache[form] = next(
                (
                    KnownVerb(self._forms[r.stem], r.procs, r.enclitic)
                    for r in readings(form)
                    if r.procs in VERB_PROCS and r.stem in self._forms
                ),
                None,
            )
        return self._cache[form]

    def present(self, form: str) -> bool:
        """Whether ``form`` itself may be a present, whatever else it may be («توجه»)."""
        return form in self._presents

    def joined(self, form: str) -> bool:
        """Whether ``form`` is a verb joined by و or ف."""
        if form[0] not in "وف":
            return False
        verb = self.read(form)
        return verb is not None and verb.procs[:1] in ("و", "ف") and not verb.enclitic.startswith("ي")
