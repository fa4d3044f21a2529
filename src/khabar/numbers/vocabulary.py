"""The words of the numbers room, looked up by folded form: numerals as *atoms*, and sets of words that guard them.

An atom is one way to understand one token as (part of) a numeral: its kind, its value and the proclitics before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..lexicon import Lexicon, Row
from ..text import Page, fold_word, readings

# Kinds of atoms:
#   zero; unit 1-9; head (أحد, اثنا: only before عشر); ten; teen; tens 20-90; hundred; hundreds 200-900; scale 1000, 10^6, …;
#   dual: two of a scale; either: «ألفا», accusative of one or construct of two; plural of ten, hundred or a scale;
#   fraction: part of a scale; few: بضعة; odd: نيف.
UNIT, HEAD, TEN, TEEN, TENS = "unit", "head", "ten", "teen", "tens"
HUNDRED, HUNDREDS, SCALE, DUAL, EITHER, PLURAL = "hundred", "hundreds", "scale", "dual", "either", "plural"
ZERO, FRACTION, FEW, ODD = "zero", "fraction", "few", "odd"

_CACHE_LIMIT = 100_000  # distinct forms; a page of 1 MB has about 50,000


class Word(NamedTuple):
    """A numeral of the lexicon. ``hamza``: only when written with ئ; ``weak``: also another word."""

    kind: str
    value: float
    row: str
    feminine: bool = False
    weak: bool = False
    hamza: bool = False


class Atom(NamedTuple):
    """``word`` read in a token: ``conj`` with و or ف before it, ``article`` with ال, ``prep`` with ب, ل or ك.

    ``cut``: folded characters before the span that a mention would take (the article stays in it).
    """

    word: Word
    conj: bool
    article: bool
    prep: bool
    cut: int

    @property
    def bare(self) -> bool:
        """Nothing but perhaps the article before it, so that it can continue a numeral."""
        return not (self.conj or self.prep)


class Vocabulary:
    """Numerals by folded form. ``atoms`` is called for every token, so it keeps what it found."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: dict[str, list[Word]] = {}
        self._cache: dict[str, tuple[Atom, ...]] = {}
        self._add_units(lexicon)
        self._add_tens(lexicon)
        self._add_hundreds(lexicon)
        self._add_scales(lexicon)
        self._add_parts(lexicon)

    def atoms(self, page: Page, i: int) -> tuple[Atom, ...]:
        """The atoms of token ``i``; none for most tokens."""
        token = page.tokens[i]
        atoms = self._cache.get(token.form)
        if atoms is None:
            if len(self._cache) > _CACHE_LIMIT:
                self._cache.clear()
            atoms = self._cache[token.form] = self._read(token.form)
        if not atoms:
            return atoms
        if any(atom.word.hamza for atom in atoms) and "ئ" not in page.text[token.start : token.end]:
            return tuple(atom for atom in atoms if not atom.word.hamza)
        return atoms

    def _read(self, form: str) -> tuple[Atom, ...]:
        out: list[Atom] = []
        for reading in readings(form):
            if reading.enclitic or "س" in reading.procs:
                continue
            for word in self._words.get(reading.stem, ()):
                procs = reading.procs
                article = procs.endswith("ال") or procs.endswith("لل")
                cut = reading.cut - 2 if article else reading.cut
                conj = procs[:1] in ("و", "ف")
                prep = bool(procs.removesuffix("ال").lstrip("وف"))
                out.append(Atom(word, conj, article, prep, max(0, cut)))
        return tuple(out)

    def _enter(self, forms: Iterable[str], kind: str, value: float, row: str, **more: bool) -> None:
        for form in forms:
            self._words.setdefault(fold_word(form), []).append(Word(kind, value, row, **more))

    def _add_units(self, lexicon: Lexicon) -> None:
        hundreds = [
            form
            for row in lexicon.rows("numbers", "hundreds")
            if row["value"] == 100
            for form in [*row["singular"], *row["strict"]]
        ]
        for row in lexicon.rows("numbers", "units"):
            value, address, weak = row["value"], f"numbers/units/{row['id']}", set(row.get("weak", ()))
            if value == 0:
                self._enter(row["m"], ZERO, 0, address)
                continue
            for gender in ("m", "f"):
                for form in row.get(gender, ()):
                    self._enter([form], UNIT, value, address, feminine=gender == "f", weak=form in weak)
            heads = row.get("teen") or [*row["m"], *row["f"]]
            self._enter(row.get("teen", ()), HEAD, value, address)
            joined = [head + ten for head in heads for ten in ("عشر", "عشرة")]
            self._enter([*joined, *row.get("joined", ())], TEEN, 10 + value, address)
            if value > 2:
                self._enter([u + h for u in row["f"] for h in hundreds], HUNDREDS, 100 * value, address)

    def _add_tens(self, lexicon: Lexicon) -> None:
        for row in lexicon.rows("numbers", "tens"):
            address, weak = f"numbers/tens/{row['id']}", set(row.get("weak", ()))
            if row["value"] > 10:
                self._enter(row["forms"], TENS, row["value"], address)
                continue
            for gender in ("m", "f"):
                for form in row[gender]:
                    self._enter([form], TEN, 10, address, feminine=gender == "f", weak=form in weak)
            self._enter(row["plural"], PLURAL, 10, address)

    def _add_hundreds(self, lexicon: Lexicon) -> None:
        for row in lexicon.rows("numbers", "hundreds"):
            address, value = f"numbers/hundreds/{row['id']}", row["value"]
            kind = HUNDRED if value == 100 else HUNDREDS
            self._enter(row["singular"], kind, value, address)
            self._enter(row["strict"], kind, value, address, hamza=True)
            self._enter(row.get("plural", ()), PLURAL, value, address)
            self._enter(row.get("strict_plural", ()), PLURAL, value, address, hamza=True)

    def _add_scales(self, lexicon: Lexicon) -> None:
        for row in lexicon.rows("numbers", "scales"):
            address, value, weak = f"numbers/scales/{row['id']}", row["value"], set(row.get("weak", ()))
            either = set(row["either"])
            for form in row["singular"]:
                self._enter([form], EITHER if form in either else SCALE, value, address, weak=form in weak)
            self._enter(row["dual"], DUAL, value, address)
            self._enter(row["plural"], PLURAL, value, address)

    def _add_parts(self, lexicon: Lexicon) -> None:
        for row in lexicon.rows("numbers", "fractions"):
            address = f"numbers/fractions/{row['id']}"
            self._enter(row["singular"], FRACTION, row["value"], address)
            self._enter(row.get("dual", ()), FRACTION, 2 * row["value"], address)
            self._enter(row.get("plural", ()), FRACTION, row["value"], address, feminine=True)
        for row in lexicon.rows("numbers", "vague"):
            kind = FEW if row["id"] == "few" else ODD
            self._enter(row["forms"], kind, row.get("max", 0), f"numbers/vague/{row['id']}")


def word_set(rows: Iterable[Row], field: str = "words") -> dict[str, str]:
    """Folded one-word forms of ``field`` with the ids of their rows."""
    return {fold_word(word): row["id"] for row in rows for word in row.get(field, ())}
