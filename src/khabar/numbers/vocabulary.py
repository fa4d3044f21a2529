"""The words of the numbers room, looked up by folded form: numerals as *atoms*, and sets of words that guard them.

An atom is one way to understand one token as (part of) a numeral: its kind, its value and the proclitics before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from ..lexicon import Lexicon, Row
from ..text import Page, fold_word, readings

_CACHE_LIMIT = 100_000  # distinct forms


class Kind(Enum):
    """What a numeral word does in a number."""

    ZERO = "zero"
    UNIT = "unit"  # 1 to 9
    HEAD = "head"  # أحد, اثنا: only before عشر
    TEN = "ten"
    TEEN = "teen"  # written in one word
    TENS = "tens"
    HUNDRED = "hundred"
    HUNDREDS = "hundreds"  # 200 to 900 in one word
    SCALE = "scale"  # 1000, 10^6, 10^9, 10^12
    DUAL = "dual"  # two of a scale
    EITHER = "either"  # «ألفا»: accusative of one, or two in the construct
    PLURAL = "plural"  # of ten, hundred or a scale
    FRACTION = "fraction"
    FRACTIONS = "fractions"  # its plural
    FEW = "few"  # بضعة
    ODD = "odd"  # نيف
    ORDINAL = "ordinal"  # 1 to 10
    ORDINAL_HEAD = "ordinal head"  # الحادي: only before عشر and tens


class Word(NamedTuple):
    """A numeral of the lexicon. ``hamza``: only when written with ئ; ``weak``: also another word."""

    kind: Kind
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
        """Nothing but perhaps the article stands before it, so that it can continue a numeral."""
        return not (self.conj or self.prep)


class Vocabulary:
    """Numerals by folded form. ``atoms`` is called for every token, so it keeps what it found."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words: dict[str, list[Word]] = {}
        self._cache: dict[str, tuple[Atom, ...]] = {}
        self.silent: set[str] = set()  # words met that are no numeral: most, so that they cost one look
        self._add_units(lexicon)
        self._add_tens(lexicon)
        self._add_hundreds(lexicon)
        self._add_scales(lexicon)
        self._add_parts(lexicon)
        self._add_ordinals(lexicon)

    def atoms(self, page: Page, i: int) -> tuple[Atom, ...]:
        """The atoms of token ``i``; none for most tokens."""
        token = page.tokens[i]
        atoms = self._cache.get(token.form)
        if atoms is None:
            if len(self._cache) > _CACHE_LIMIT:
                self._cache.clear()
                self.silent.clear()
            atoms = self._cache[token.form] = self._read(token.form)
        if not atoms:
            if token.kind != "d":
                self.silent.add(token.form)
            return atoms
        if any(atom.word.hamza for atom in atoms) and "ئ" not in page.text[token.start : token.end]:
            return tuple(atom for atom in atoms if not atom.word.hamza)
        return atoms

    def _read(self, form: str) -> tuple[Atom, ...]:
        out: list[Atom] = []
        for reading in readings(form):
            procs = reading.procs
            if reading.enclitic or "س" in procs or reading.stem not in self._words:
                continue
            article = procs.endswith(("ال", "لل"))
            prep = bool(procs.removesuffix("ال").lstrip("وف"))
            cut = max(0, reading.cut - 2) if article else reading.cut
            out += [Atom(word, procs[:1] in ("و", "ف"), article, prep, cut) for word in self._words[reading.stem]]
        return tuple(out)

    def _enter(self, forms: Iterable[str], kind: Kind, value: float, row: str, **more: bool) -> None:
        for form in forms:
            word = Word(kind, value, row, **more)
            entries = self._words.setdefault(fold_word(form), [])
            if word not in entries:
                entries.append(word)

    def _add_units(self, lexicon: Lexicon) -> None:
        hundreds = [
            form
            for row in lexicon.rows("numbers", "hundreds")
            if row["value"] == 100
            for form in [*row["singular"], *row["strict"]]
        ]
        for row in lexicon.rows("numbers", "units"):
            value, address, weak = row["value"], f"numbers/units/{row['id']}", set(row.get("weak", ()))
            kind = Kind.UNIT if value else Kind.ZERO
            for gender in ("m", "f"):
                for form in row.get(gender, ()):
                    self._enter([form], kind, value, address, feminine=gender == "f", weak=form in weak)
            if not value:
                continue
            heads = row.get("teen") or [*row["m"], *row["f"]]
            self._enter(row.get("teen", ()), Kind.HEAD, value, address)
            joined = [head + ten for head in heads for ten in ("عشر", "عشرة")]
            self._enter([*joined, *row.get("joined", ())], Kind.TEEN, 10 + value, address)
            if value > 2:
                self._enter([u + h for u in row["f"] for h in hundreds], Kind.HUNDREDS, 100 * value, address)

    def _add_tens(self, lexicon: Lexicon) -> None:
        for row in lexicon.rows("numbers", "tens"):
            address, weak = f"numbers/tens/{row['id']}", set(row.get("weak", ()))
            self._enter(row.get("forms", ()), Kind.TENS, row["value"], address)
            for gender in ("m", "f"):
                for form in row.get(gender, ()):
                    self._enter([form], Kind.TEN, row["value"], address, feminine=gender == "f", weak=form in weak)
            self._enter(row.get("plural", ()), Kind.PLURAL, row["value"], address)

    def _add_hundreds(self, lexicon: Lexicon) -> None:
        for row in lexicon.rows("numbers", "hundreds"):
            address, value = f"numbers/hundreds/{row['id']}", row["value"]
            kind = Kind.HUNDRED if value == 100 else Kind.HUNDREDS
            self._enter(row["singular"], kind, value, address)
            self._enter(row["strict"], kind, value, address, hamza=True)
            self._enter(row.get("plural", ()), Kind.PLURAL, value, address)
            self._enter(row.get("strict_plural", ()), Kind.PLURAL, value, address, hamza=True)

    def _add_scales(self, lexicon: Lexicon) -> None:
        for row in lexicon.rows("numbers", "scales"):
            address, value, weak = f"numbers/scales/{row['id']}", row["value"], set(row.get("weak", ()))
            for key, kind in (("singular", Kind.SCALE), ("either", Kind.EITHER)):
                for form in row[key]:
                    self._enter([form], kind, value, address, weak=form in weak)
            self._enter(row["dual"], Kind.DUAL, value, address)
            self._enter(row["plural"], Kind.PLURAL, value, address)

    def _add_parts(self, lexicon: Lexicon) -> None:
        for row in lexicon.rows("numbers", "fractions"):
            address = f"numbers/fractions/{row['id']}"
            self._enter(row["singular"], Kind.FRACTION, row["value"], address)
            self._enter(row.get("dual", ()), Kind.FRACTION, 2 * row["value"], address)
            self._enter(row.get("plural", ()), Kind.FRACTIONS, row["value"], address)
        for row in lexicon.rows("numbers", "vague"):
            kind = Kind.FEW if row["id"] == "few" else Kind.ODD
            self._enter(row["forms"], kind, 0, f"numbers/vague/{row['id']}")

    def _add_ordinals(self, lexicon: Lexicon) -> None:
        for row in lexicon.rows("numbers_ordinals", "ordinals"):
            address = f"numbers_ordinals/ordinals/{row['id']}"
            for gender in ("m", "f"):
                self._enter(row[gender], Kind.ORDINAL, row["value"], address, feminine=gender == "f", weak=True)
            self._enter(row.get("head", ()), Kind.ORDINAL_HEAD, row["value"], address)


def word_map(rows: Iterable[Row], field: str = "words") -> dict[str, str]:
    """Folded one-word forms of ``field`` with the ids of their rows."""
    return {fold_word(word): row["id"] for row in rows for word in row.get(field, ())}


def has_word(words: dict[str, str], form: str) -> bool:
    """``form`` is one of ``words``, a conjunction or preposition on it or not."""
    if form in words or (form[:1] in ("و", "ل", "ب", "ف", "ك") and form[1:] in words):
        return True
    return form.startswith("لل") and "ا" + form[1:] in words
