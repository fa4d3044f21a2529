"""The speech words of the lexicon as look-up tables by folded form."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import msgspec

from ...lexicon import Lexicon, Row
from ...model import SourceType, Stance
from ...text import PhraseTable, fold_word
from ...text.phrases import phrase_forms
from ...text.verbs import conjugate

FILE = "clauses_speech"
_PRONOUNS = ("هما", "هم", "ها", "نا", "ه")


class Verb(msgspec.Struct, frozen=True):
    """A row of ``verbs`` (see the lexicon file for the fields)."""

    address: str
    stance: Stance = "neutral"
    object: bool = False
    clause: bool = True
    continues: bool = False
    relays: bool = False
    asserts: bool = True
    act: str | None = None
    adjacent: bool = False
    only: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    told: bool = False
    voiced: bool = False


class Cue(NamedTuple):
    """A reading of a form as a speech word: ``form`` past, present, participle or noun; ``cut`` letters of
    conjunction stand before it; ``pronoun`` hangs on it."""

    verb: Verb
    form: str
    number: str
    gender: str
    cut: int
    pronoun: str


class Noun(msgspec.Struct, frozen=True):
    """A row of speaker nouns, titles, qualifiers, documents."""

    address: str
    section: str
    type: SourceType | None = None
    role: str = ""
    organ: str = ""
    press: bool = False
    aligned: bool = False
    mouthpiece: bool = False
    body: bool = False


class Phrase(msgspec.Struct, frozen=True):
    """A row of phrases: prepositions and impersonal expressions."""

    address: str
    sure: bool = False
    to: bool = False
    stance: Stance = "neutral"


class SpeechLexis:
    """Compiled rows of ``clauses_speech``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._forms: dict[str, list[tuple[Verb, str, str, str]]] = {}
        self._cues: dict[str, Cue | None] = {}
        self._nouns: dict[str, Noun] = {}
        self._noun_cache: dict[str, Noun | None] = {}
        self._openers: set[str] = set()
        self._speaking: dict[str, bool] = {}
        self.prepositions: PhraseTable[Phrase] = PhraseTable(frozenset(("", "و", "ف")))
        self.impersonal: PhraseTable[Phrase] = PhraseTable(frozenset(("", "و", "ف", "ك")))
        self.qualifiers: dict[str, Noun] = {}
        self.documents: dict[str, Noun] = {}
        self.venues: dict[str, Noun] = {}
        self.distance: dict[str, Phrase] = {}
        self.hearsay: dict[str, tuple[Noun, Phrase]] = {}
        for row in self._rows("verbs"):
            self._add_verb(row)
        for section in ("speakers", "titles"):
            self._words(section, self._nouns)
        for section, table in (
            ("qualifiers", self.qualifiers), ("documents", self.documents), ("venues", self.venues),
        ):  # fmt: skip
            self._words(section, table)
        self._read_phrases()
        self._read_sets()

    def _read_phrases(self) -> None:
        for section, phrases in (("prepositions", self.prepositions), ("impersonal", self.impersonal)):
            for row in self._rows(section):
                value = self._phrase(section, row)
                for phrase in row["phrases"]:
                    phrases.add(phrase, value)
                    self._openers.add(phrase_forms(phrase)[0])
        for row in self._rows("distance"):
            for word in row["words"]:
                self.distance[fold_word(word)] = self._phrase("distance", row)
        for row in self._rows("hearsay"):
            for word in row["words"]:
                self.hearsay[fold_word(word)] = (self._noun("hearsay", row), self._phrase("hearsay", row))

    def _read_sets(self) -> None:
        self.masculine = self._set("masculine", "collectives") | self._set("masculine", "persons")
        self.belligerents = self._set("states", "belligerents")
        self.bystanders = self._set("states", "bystanders")
        countries = self._lexicon.rows("actors_states", "countries")
        self.states: dict[str, str] = {row["code"].lower(): row["id"] for row in countries if row.get("code")}
        self.adverbs = self._set("between", "adverbs")
        self.by_his_side = self._set("between", "on_his_part")
        self.unsaid = self._set("unsaid", "conjunctions") | self._set("unsaid", "modals")
        self.quantities = self._set("quantities", "some") | self._set("quantities", "this")

    def cue(self, form: str) -> Cue | None:
        """The reading of a folded form as a speech word, the plainest first; None for other words."""
        try:
            return self._cues[form]
        except KeyError:
            found = self._cues[form] = self._read(form)
            return found

    def may_speak(self, form: str) -> bool:
        """Whether any row can begin at a word of this form; most words of a report cannot."""
        try:
            return self._speaking[form]
        except KeyError:
            rest = form[1:] if form[:1] in ("و", "ف", "ك", "ل") else form
            openers = self._openers
            found = form in openers or rest in openers or form in self.hearsay or rest in self.hearsay
            self._speaking[form] = found = found or self.cue(form) is not None
            return found

    def noun(self, form: str) -> Noun | None:
        """The speaker noun or title that a form is, with or without article and one-letter particles."""
        try:
            return self._noun_cache[form]
        except KeyError:
            found = self._noun_cache[form] = next(
                (self._nouns[stem] for stem in bare_stems(form) if stem in self._nouns), None
            )
            return found

    def plain_noun(self, stem: str) -> Noun | None:
        """The speaker noun, title or paper that is spelled exactly ``stem``."""
        return self._nouns.get(stem) or self.documents.get(stem)

    def stem_in(self, table: dict[str, Noun], form: str) -> Noun | None:
        """The row of ``table`` that a form with particles stands for."""
        return next((table[stem] for stem in bare_stems(form) if stem in table), None)

    def _rows(self, section: str) -> list[Row]:
        return list(self._lexicon.rows(FILE, section))

    def _set(self, section: str, row_id: str) -> frozenset[str]:
        return frozenset(fold_word(word) for row in self._rows(section) if row["id"] == row_id for word in row["words"])

    @staticmethod
    def _phrase(section: str, row: Row) -> Phrase:
        address = f"{FILE}/{section}/{row['id']}"
        return Phrase(address, bool(row.get("sure")), bool(row.get("to")), row.get("stance", "neutral"))

    @staticmethod
    def _noun(section: str, row: Row) -> Noun:
        kind = row.get("type")
        role = kind if kind in ("own", "office") else ""
        return Noun(
            f"{FILE}/{section}/{row['id']}",
            section,
            None if role else kind,
            role or "",
            row.get("organ", ""),
            bool(row.get("press")),
            bool(row.get("aligned")),
            bool(row.get("mouthpiece")),
            bool(row.get("body")),
        )

    def _words(self, section: str, table: dict[str, Noun]) -> None:
        for row in self._rows(section):
            value = self._noun(section, row)
            for word in row["words"]:
                table.setdefault(fold_word(word), value)

    def _add_verb(self, row: Row) -> None:
        names = ("object", "clause", "continues", "relays", "asserts", "act", "adjacent", "stance", "told", "voiced")
        others = {fold_word(form) for form in row.get("but", ())}
        fields = {name: row[name] for name in names if name in row}
        for name in ("near", "not_after", "unless"):
            fields[name] = frozenset(fold_word(word) for word in row.get(name, ()))
        verb = Verb(f"{FILE}/verbs/{row['id']}", only=tuple(row.get("only", ())), **fields)
        for form, tense, person, number, gender in conjugate(row["past"], row.get("present") or ""):
            if (
                person == 3 and form not in others
            ):  # «نقل» is no «نحن نقول»: communiqués that speak of themselves have no speaker to name
                self._enter(form, verb, tense, number, gender)
        for form, number, gender in participle_forms(row.get("participle", [])):
            self._enter(form, verb, "participle", number, gender)
        if row.get("noun"):
            self._enter(fold_word(row["noun"]), verb, "noun", "s", "")

    def _enter(self, form: str, verb: Verb, kind: str, number: str, gender: str) -> None:
        self._forms.setdefault(form, []).append((verb, kind, number, gender))

    def _read(self, form: str) -> Cue | None:
        cuts = [(form, 0)]
        if len(form) > 2 and form[0] in "وف":
            cuts.append((form[1:], 1))
        for rest, cut in cuts:
            if rest in self._forms:
                return Cue(*self._forms[rest][0], cut, "")
        for rest, cut in cuts:
            for pronoun in _PRONOUNS:
                stem = rest[: -len(pronoun)]
                if not rest.endswith(pronoun) or len(stem) < 2:
                    continue
                # «أعلنوه» drops the silent alif, «نفاه» writes the final ya as alif.
                for bare in (
                    stem,
                    stem + "ا" if stem.endswith("و") else "",
                    stem[:-1] + "ي" if stem[-1] == "ا" else "",
                ):
                    entry = self._forms.get(bare)
                    if entry and entry[0][1] != "participle":
                        return Cue(*entry[0], cut, pronoun)
        return None


def participle_forms(participle: str | list[str]) -> list[tuple[str, str, str]]:
    """(form, number, gender) of an accusative participle; a list holds the only forms in use."""
    if isinstance(participle, list):
        return [(fold_word(form), "s", "m") for form in participle]
    base = fold_word(participle)
    bare = base[:-1]
    plural = (bare[:-1] if bare.endswith("ي") else bare) + "ين"
    return [(base, "s", "m"), (bare + "ه", "s", "f"), (plural, "p", "m")]


@lru_cache(maxsize=50_000)
def bare_stems(form: str) -> tuple[str, ...]:
    """A folded form and what is left of it without و ف, ب ل ك and the article, in this order."""
    out = [form]
    heads = [form]
    if len(form) > 3 and form[0] in "وف":
        heads.append(form[1:])
        out.append(form[1:])
    for head in heads:
        if (len(head) > 4 and head.startswith("ال")) or (len(head) > 4 and head.startswith("لل")):
            out.append(head[2:])
        elif len(head) > 5 and head[1:3] == "ال" and head[0] in "بك":
            out.append(head[3:])
        elif len(head) > 3 and head[0] in "بل":
            out.append(head[1:])
    return tuple(out)
