"""What the lexicon knows of spelling: words that merely begin or end like clitics, words that are dotted to dodge
filters, abbreviations and names of letters whose stop ends no sentence (``lexicon/ar/text_*.yml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..lexicon import Lexicon, load
from .clitics import ENCLITICS, Reading, readings
from .letters import plain

# Endings of number, gender, case and person that a listed word may take.
_ENDINGS = ("ا", "ت", "ه", "ي", "ين", "ون", "ان", "ات", "يه", "يا", "وا", "نا", "تا", "تين", "تان", "يين", "يون", "يات")
_LONG = 6
_MEMORY = 50_000


class Spelling:
    """The rows of the text room, folded and ready to look up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.starts = self._words(lexicon, "text_words", "starts")
        self.ends = self._words(lexicon, "text_words", "ends")
        self.short = self._words(lexicon, "text_words", "short")
        self.letter_names = self._words(lexicon, "text_stops", "letter_names")
        self.domains = self._words(lexicon, "text_stops", "domains")
        self.titles = self._words(lexicon, "text_stops", "titles")
        # What opens a list of headlines of other reports; the claims room knows them too, as words around an act.
        related = sorted(self._words(lexicon, "claims_context", "related"))
        self.link_headings = re.compile(rf"\b(?:{'|'.join(related)})\b" if related else "(?!)")
        self._dodged = self._words(lexicon, "text_dodged", "words")
        self._stems: dict[str, list[tuple[int, int]]] = {}  # listed stems of words, by where they stand
        self.segments: dict[tuple[str, str], Reading] = {}

    @staticmethod
    def _words(lexicon: Lexicon, file: str, section: str) -> frozenset[str]:
        return frozenset(plain(word) for row in lexicon.rows(file, section) for word in row["words"])

    def dodged(self, word: str, cuts: Iterable[int]) -> bool:
        """``word``, put together again at the offsets ``cuts``, is listed as dodged and a cut stands in its stem."""
        stems = self._stems.get(word)
        if stems is None:
            stems = [
                (reading.cut, reading.cut + len(reading.stem))
                for reading in readings(word)
                if any(stem in self._dodged for stem in _bare(reading.stem))
            ]
            if len(self._stems) >= _MEMORY:
                self._stems.clear()
            self._stems[word] = stems
        return any(start < cut < end for start, end in stems for cut in cuts)

    def starts_whole(self, form: str, shortest: int = 0) -> bool:
        """A listed word whose first letters are no clitic, with any ending; ``shortest`` letters long, or bare."""
        return form in self.starts or any(
            len(stem) >= shortest and stem in self.starts for base in _without_pronouns(form) for stem in _bare(base)
        )

    def no_article(self, form: str) -> bool:
        """A listed word whose ال is no article; short ones only bare (الفي is listed, الفيل is not)."""
        return self.starts_whole(form, _LONG)

    def remember(self, key: tuple[str, str], reading: Reading) -> None:
        """Keep a decision; forget all when there are too many (a corpus has no end of forms)."""
        if len(self.segments) >= _MEMORY:
            self.segments.clear()
        self.segments[key] = reading


def _bare(form: str) -> Iterable[str]:
    """``form`` and what is left of it without an ending, ta marbuta restored."""
    yield form
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            yield stem
            yield stem + "ه"
            if stem.endswith("ت"):
                yield stem[:-1] + "ه"


def _without_pronouns(form: str) -> Iterable[str]:
    """``form`` and what is left of it without a pronoun, the hamza before it without its seat (لواوهم: لواء)."""
    yield form
    for pronoun in ENCLITICS:
        if form.endswith(pronoun) and len(form) > len(pronoun) + 1:
            base = form[: -len(pronoun)]
            yield base
            if base.endswith(("او", "اي")):
                yield base[:-1] + "ء"


@cache
def shipped() -> Spelling:
    """The spelling of the lexicon that this installation ships.

    Raises:
        LexiconError: the lexicon is missing or broken.
    """
    return Spelling(load())
