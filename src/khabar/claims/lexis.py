"""Words that name acts and tolls: the lexicon's rows as one table over the tokens of a page."""

from __future__ import annotations

import msgspec

from ..clauses.verbs import pairs
from ..lexicon import Lexicon, Row
from ..text import PhraseTable, fold_word
from ..text.nouns import described_forms, noun_forms
from ..text.verbs import VerbForm, conjugate

_PROCS = frozenset(("", *"و ف ب ل ك س ال وال فال بال وبال لل ولل كال وب ول فب فل وس فس وك".split()))


class Sense(msgspec.Struct, frozen=True, gc=False):
    """One reading of a word as an act (``toll`` "") or a toll (its role).

    ``form`` is the verb form, None for a noun or phrase; ``part`` is verb, noun, word or phrase. ``needs`` must stand
    near behind it, ``companions`` within ``gap`` words; ``not_after`` and ``not_before`` must not stand next to it,
    ``not_near`` not within five words behind it; ``left_out`` are forms that are other words.
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
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    not_near: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    form: VerbForm | None = None
    voice: str = ""

    @property
    def lemma(self) -> str:
        """The row's own id."""
        return self.row.rsplit("/", 1)[1]


def act_table(lexicon: Lexicon) -> PhraseTable[Sense]:
    """The table of all acts, compounds and tolls."""
    table: PhraseTable[Sense] = PhraseTable(_PROCS, enclitics=True)
    epithets = _epithets(lexicon)
    titles = frozenset(_folded([word for row in lexicon.rows("claims_context", "titles") for word in row["words"]]))
    for section, rows in lexicon.sections("claims_acts").items():
        for row in rows:
            sense = _sense(row, f"claims_acts/{section}/{row['id']}", section)
            before, behind = sense.not_after | titles, sense.not_before | epithets.get(section, frozenset())
            _add(table, row, msgspec.structs.replace(sense, not_after=before, not_before=behind))
    for row in lexicon.rows("claims_compounds", "compounds"):
        _add(table, row, _sense(row, f"claims_compounds/compounds/{row['id']}", row["type"], row.get("toll", "")))
    for section, rows in lexicon.sections("claims_tolls").items():
        for row in rows:
            _add(table, row, _sense(row, f"claims_tolls/{section}/{row['id']}", "casualties", toll=section))
    return table


def _epithets(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """By type of act, the words that make a figure of speech of it when they stand right behind it."""
    out: dict[str, frozenset[str]] = {}
    for row in lexicon.rows("claims_context", "epithets"):
        words = frozenset(_folded(row["words"]))
        for kind in row["types"]:
            out[kind] = out.get(kind, frozenset()) | words
    return out


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
        needs=_nouns(row.get("needs", ())),
        companions=_nouns(row.get("with", ())),
        gap=row.get("gap", 0),
        not_after=frozenset(_folded(row.get("not_after", ()))),
        not_before=frozenset(_folded(row.get("not_before", ()))),
        not_near=frozenset(_folded(row.get("not_near", ()))),
        left_out=frozenset(_folded(row.get("except", ()))),
    )


def _nouns(words: list[str]) -> frozenset[str]:
    return frozenset(_folded([form for word in words for form in noun_forms(word)]))


def _folded(words: list[str]) -> list[str]:
    return [fold_word(word) for word in words]


def _add(table: PhraseTable[Sense], row: Row, sense: Sense) -> None:
    passive = {tuple(pair) for pair in row.get("passive", [])}
    for past, present in pairs(row):
        voice = "passive" if (past, present) in passive else "active" if passive else "either"
        for form in conjugate(past, present):
            if form.form not in sense.left_out:
                table.add(form.form, msgspec.structs.replace(sense, part="verb", form=form, voice=voice))
    singular, dual = set(row.get("singular", ())), set(row.get("dual", ()))
    for noun in row.get("nouns", []):
        number = 1 if noun in singular else 2 if noun in dual else 0
        for word in noun_forms(noun):
            if fold_word(word) not in sense.left_out:
                table.add(word, msgspec.structs.replace(sense, part="noun", number=number))
    phrases = [
        *row.get("phrases", []),
        *(form for phrase in row.get("described", []) for form in described_forms(phrase)),
    ]
    for part, words in (("word", row.get("words", [])), ("phrase", phrases)):
        for word in words:
            table.add(word, msgspec.structs.replace(sense, part=part))
