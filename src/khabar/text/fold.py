"""Folding: one spelling for the many that Arabic print and screens use, with an exact index map back.

Folded: vowel marks and tatweel go; hamza and alef forms, alef maqsura, ta marbuta and the letters of neighbouring
alphabets become their plain sisters; presentation forms and ligatures are spelled out; Arabic-Indic and Persian digits
become ASCII; zero-width characters and bidi controls go; every blank becomes a space; entities of quotation marks left
over from HTML (``&quot;``) become the mark. Words that were split to dodge filters are joined: by tatweel (تقـ ـتل)
always, by a dot or the like (شهي.د) when the lexicon lists the word. Tatweel that stands apart is a dash, as in
«20 ـ 30». Everything else stays as it is. Folding what was folded changes nothing.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterable, Iterator, MutableSequence, Sequence
from itertools import repeat

from .letters import FORM, FORMS, GONE, INVISIBLE, LETTER, MARK, TATWEEL, with_sisters
from .spelling import Spelling, shipped

_ODD = re.compile(f"[{GONE}{FORM}{TATWEEL}&][{GONE}{FORM}{TATWEEL}]*")
_TATWEELS = re.compile(f"{TATWEEL}+")
_JOINS = re.compile(f"[{LETTER}{MARK}{TATWEEL}]")
# What stands between the two tatweels of a word that was split: blanks, a dot, a star.
_SPLIT = re.compile(f"{TATWEEL}+[{GONE}]*+[ \u00a0.*_/|·•\\-]{{1,3}}[{GONE}]*+{TATWEEL}+(?=[{LETTER}])")
_ENTITY = re.compile(r"&(?:[a-z]{4,5}|#[0-9]{2,4}|#x[0-9a-fA-F]{2,4});")
_ENTITY_CHARS = frozenset("\"'«»“”„‘’‹›–—…\u00a0")
_CUT = "._*·•|/~\u06d4"
_LETTER = re.compile(f"[{LETTER}]")
_DOTTED = re.compile(f"[{_CUT}](?<=[{LETTER}].)(?=[{_CUT}]{{0,2}}[{LETTER}])")
_PIECE = re.compile(f"([{LETTER}]+)[{_CUT}]{{0,3}}")
_WORD_LETTERS = 16
_UNSEEN = frozenset(char for char in map(chr, range(0x10000)) if re.match(f"[{INVISIBLE}]", char))
_LONG = 1_000_000


class Folded:
    """A folded text with its map back.

    ``text`` is the folded copy; ``original(i)`` is the offset in the original text of folded offset ``i``
    (``original(len(text))`` is the original length). ``wide`` has the original ends of what is more than one character
    there, by its start.
    """

    __slots__ = ("_index", "_length", "text", "wide")

    def __init__(self, text: str, index: Sequence[int] | None, length: int, wide: dict[int, int] | None = None) -> None:
        self.text = text
        self._index = index
        self._length = length
        self.wide = wide or {}

    @property
    def identical(self) -> bool:
        """Folded and original offsets are the same."""
        return self._index is None

    def spans(self, found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The original spans of folded ones that are not empty."""
        index, wide = self._index, self.wide
        if index is None:
            return list(found)
        if not wide:
            return [(index[start], index[end - 1] + 1) for start, end in found]
        return [(index[start], wide.get(last := index[end - 1], last + 1)) for start, end in found]

    def original(self, offset: int) -> int:
        """The original offset of the character at folded ``offset``."""
        if self._index is None:
            return offset
        return self._index[offset] if offset < len(self._index) else self._length

    def original_end(self, offset: int) -> int:
        """The original offset just behind the character that ends at folded ``offset``."""
        if self._index is None or offset == 0:
            return offset
        if offset > len(self._index):
            return self._length
        last = self._index[offset - 1]
        return self.wide.get(last, last + 1) if self.wide else last + 1


def fold(text: str, spelling: Spelling | None = None) -> Folded:
    """Fold ``text``. Any Unicode string is survived, lone surrogates included.

    ``spelling`` is what the lexicon knows of words that are dotted to dodge filters (default: the lexicon shipped).
    """
    folded = _spelled_out(text) if _ODD.search(text) else Folded(with_sisters(text), None, len(text))
    if _DOTTED.search(folded.text) and (cuts := list(_dodges(folded.text, spelling))):
        return _without(folded, cuts)
    return folded


def fold_word(word: str) -> str:
    """The folded form of a word or phrase: what lexicon rows are compared by."""
    return fold(word).text


def _spelled_out(text: str) -> Folded:
    pieces: list[str] = []
    index: MutableSequence[int] = [] if len(text) < _LONG else array("L")
    wide: dict[int, int] = {}
    done, kept = 0, -1
    for start, end, put in _edits(text):
        if done < start:
            pieces.append(text[done:start])
            index.extend(range(done, start))
            kept = start - 1
        if put:
            pieces.append(put)
            index.extend(repeat(start, len(put)))
            kept = start
            if end - start > 1:
                wide[start] = end
        elif kept >= 0 and _belongs(text[start], text[kept]):
            wide[kept] = end
        done = end
    pieces.append(text[done:])
    index.extend(range(done, len(text)))
    return Folded(with_sisters("".join(pieces)), index, len(text), wide)


def _belongs(sign: str, letter: str) -> bool:
    """A vowel mark or tatweel that folding drops is part of the letter before it; what nobody sees is not."""
    return sign not in _UNSEEN and (sign != TATWEEL or _LETTER.match(letter) is not None)


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what to put there), in order and apart from each other."""
    done = 0
    for match in _ODD.finditer(text):
        start, end = match.span()
        at = max(start, done)
        while at < end:
            char = text[at]
            if char == TATWEEL:
                edit = _tatweel(text, at)
            elif char == "&":
                edit = _entity(text, at)
            else:
                edit = (at, at + 1, FORMS.get(char, ""))
            at = done = edit[1]
            if edit[2] != char:
                yield edit


def _tatweel(text: str, at: int) -> tuple[int, int, str]:
    joined = at > 0 and _JOINS.match(text[at - 1]) is not None
    if joined and (split := _SPLIT.match(text, at)):
        return at, split.end(), ""
    run = _TATWEELS.match(text, at)
    end = run.end() if run else at + 1
    joined = joined or (end < len(text) and _JOINS.match(text[end]) is not None)
    return at, end, "" if joined else "-"


def _entity(text: str, at: int) -> tuple[int, int, str]:
    match = _ENTITY.match(text, at)
    char = html.unescape(match.group()) if match else ""
    if not match or char not in _ENTITY_CHARS:
        return at, at + 1, "&"
    return at, match.end(), char


def _without(folded: Folded, cuts: list[tuple[int, int]]) -> Folded:
    """``folded`` less the stretches ``cuts`` of its text."""
    text, pieces = folded.text, []
    index: MutableSequence[int] = [] if len(text) < _LONG else array("L")
    done = 0
    for start, end in [*cuts, (len(text), len(text))]:
        pieces.append(text[done:start])
        index.extend(map(folded.original, range(done, start)))
        done = end
    return Folded("".join(pieces), index, folded.original(len(text)), folded.wide)


def _dodges(text: str, spelling: Spelling | None) -> Iterator[tuple[int, int]]:
    """The dots (or stars, strokes) inside words of a folded text that the lexicon lists as dodged."""
    known = spelling or shipped()
    done = 0
    for match in _DOTTED.finditer(text):
        if match.start() >= done:
            spans = list(_chain(text, match.start()))
            done = spans[-1][1]
            yield from _cuts([text[start:end] for start, end in spans], spans, known)


def _chain(text: str, dot: int) -> Iterator[tuple[int, int]]:
    """The runs of letters around ``dot`` and behind it that only dots and the like part."""
    start = dot
    while start > 0 and dot - start < _WORD_LETTERS and _LETTER.match(text[start - 1]):
        start -= 1
    piece = _PIECE.match(text, start)
    while piece:
        yield piece.span(1)
        piece = _PIECE.match(text, piece.end())


def _cuts(pieces: list[str], spans: list[tuple[int, int]], spelling: Spelling) -> Iterator[tuple[int, int]]:
    i = 0
    while i < len(pieces) - 1:
        last = _longest(pieces, i, spelling)
        for k in range(i, last):
            yield spans[k][1], spans[k + 1][0]
        i = last + 1 if last > i else i + 1


def _longest(pieces: list[str], first: int, spelling: Spelling) -> int:
    """The last of the pieces that, joined from ``first`` on, make a listed word with a cut inside; else ``first``."""
    word, cuts, found = pieces[first], [], first
    for last in range(first + 1, len(pieces)):
        cuts.append(len(word))
        word += pieces[last]
        if len(word) > _WORD_LETTERS:
            break
        if spelling.dodged(word, cuts):
            found = last
    return found
