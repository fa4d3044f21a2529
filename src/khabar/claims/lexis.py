"""Words that name acts and tolls: the lexicon's rows as one table over the tokens of a page."""

from __future__ import annotations

import msgspec

from ..clauses.verbs import pairs
from ..lexicon import Lexicon, Row
from ..text import PhraseTable, fold_word
from ..text.verbs import VerbForm, conjugate

_PROCS = frozenset(
    ("", "و", "ف", "ب", "ل", "ك", "س", "ال", "وال", "فال", "بال", "وبال", "لل", "ولل", "كال", "وب", "ول", "فب", "فل")
    + ("وس", "فس", "وك")
)


class Sense(msgspec.Struct, frozen=True, gc=False):
    """One reading of a word as an act (``toll`` "") or a toll (its role).

    ``form`` is the verb form, None for a noun or phrase; ``part`` is verb, noun, word, phrase or compound.
    """

    row: str
    type: str
    part: str
    frame: str
    weak: bool = False
    toll: str = ""
    people: bool = False
    number: int = 0
    base: str = ""
    needs: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()
    gap: int = 0
    form: VerbForm | None = None
    voice: str = ""

    @property
    def lemma(self) -> str:
        """The row's own id."""
        return self.row.rsplit("/", 1)[1]


def act_table(lexicon: Lexicon) -> PhraseTable[Sense]:
    """The table of all acts, compounds and tolls."""
    table: PhraseTable[Sense] = PhraseTable(_PROCS, enclitics=True)
    for section, rows in lexicon.sections("claims_acts").items():
        for row in rows:
            _add(table, row, _sense(row, f"claims_acts/{section}/{row['id']}", section))
    for row in lexicon.rows("claims_compounds", "compounds"):
        _add(table, row, _sense(row, f"claims_compounds/compounds/{row['id']}", row["type"]))
    for section, rows in lexicon.sections("claims_tolls").items():
        for row in rows:
            _add(table, row, _sense(row, f"claims_tolls/{section}/{row['id']}", "casualties", toll=section))
    return table


def _sense(row: Row, address: str, kind: str, toll: str = "") -> Sense:
    return Sense(
        row=address,
        type=kind,
        part="noun",
        frame=row.get("frame", "ov" if toll else "svo"),
        weak=bool(row.get("weak")),
        toll=toll,
        people=bool(row.get("people")),
        base=row.get("base", ""),
        needs=frozenset(_folded(row.get("needs", ()))),
        companions=frozenset(_folded(row.get("with", ()))),
        gap=row.get("gap", 0),
    )


def _folded(words: list[str]) -> list[str]:
    return [fold_word(word) for word in words]


def _add(table: PhraseTable[Sense], row: Row, sense: Sense) -> None:
    passive = {tuple(pair) for pair in row.get("passive", [])}
    for past, present in pairs(row):
        voice = "passive" if (past, present) in passive else "active" if passive else "either"
        for form in conjugate(past, present):
            table.add(form.form, msgspec.structs.replace(sense, part="verb", form=form, voice=voice))
    singular, dual = set(row.get("singular", ())), set(row.get("dual", ()))
    for noun in row.get("nouns", []):
        number = 1 if noun in singular else 2 if noun in dual else 0
        table.add(noun, msgspec.structs.replace(sense, part="noun", number=number))
    for part, key in (("word", "words"), ("phrase", "phrases")):
        for word in row.get(key, []):
            table.add(word, msgspec.structs.replace(sense, part=part))
