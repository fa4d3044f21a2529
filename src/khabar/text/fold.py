"""Folding: one spelling for the many that Arabic print and screens use, with an index map back.

Folded: vowel marks and tatweel go; hamza and alef forms, alef maqsura, ta marbuta and Persian letters become their
plain sisters; presentation forms and ligatures are spelled out (Unicode compatibility decomposition); Arabic-Indic
and Persian digits become ASCII; zero-width and bidi controls go; words split by tatweel to dodge filters
(«تقـ ـتل») are joined. Everything else stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ة": "ه",
    "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ؤ": "و", "ک": "ك", "ڪ": "ك", "گ": "ك",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
# Marks that are written above or below letters, tatweel, zero-width characters, bidi controls, BOM, soft hyphen.
_GONE = (
    [chr(c) for c in range(0x0610, 0x061B)]
    + [chr(c) for c in range(0x064B, 0x0660)]
    + ["\u0670", "\u0640", "\u00ad", "\ufeff", "\u061c", "\u180e"]
    + [chr(c) for c in range(0x06D6, 0x06DD)]
    + [chr(c) for c in range(0x06DF, 0x06E9)]
    + [chr(c) for c in range(0x06EA, 0x06EE)]
    + [chr(c) for c in range(0x08D3, 0x0900)]
    + [chr(c) for c in range(0x200B, 0x2010)]
    + [chr(c) for c in range(0x202A, 0x202F)]
    + [chr(c) for c in range(0x2060, 0x2070)]
    + [chr(c) for c in range(0xFE00, 0xFE10)]
)
_ONE_TO_ONE = str.maketrans({**_LETTERS, **_DIGITS, "\u00a0": " ", "\u202f": " ", "\u2009": " "})
_GONE_SET = frozenset(_GONE)
_IRREGULAR = re.compile(f"[{''.join(map(re.escape, _GONE))}\ufb50-\ufdff\ufe70-\ufefc]")
# «تقـ ـتل»: tatweel, blanks, tatweel between letters; also a word whose second half alone carries the tatweel.
_SPLIT = re.compile("(?<=[\u0621-\u064a])\u0640+[ \u00a0]{1,2}\u0640+(?=[\u0621-\u063f\u0641-\u064a])")


class Folded:
    """A folded text with its map back.

    ``text`` is the folded copy; ``original(i)`` is the offset in the original text of folded offset ``i``
    (``original(len(text))`` is the original length).
    """

    __slots__ = ("_index", "_length", "text")

    def __init__(self, text: str, index: Sequence[int] | None, length: int) -> None:
        self.text = text
        self._index = index
        self._length = length

    @property
    def identical(self) -> bool:
        """Folded and original offsets are the same."""
        return self._index is None

    def original(self, offset: int) -> int:
        """The original offset of the character at folded ``offset``."""
        if self._index is None:
            return offset
        return self._index[offset] if offset < len(self._index) else self._length

    def original_end(self, offset: int) -> int:
        """The original offset just behind the character that ends at folded ``offset``."""
        if self._index is None or offset == 0:
            return offset
        return self._index[offset - 1] + 1 if offset - 1 < len(self._index) else self._length


def fold(text: str) -> Folded:
    """Fold ``text``. Any Unicode string is survived, lone surrogates included."""
    if not _IRREGULAR.search(text):
        return Folded(text.translate(_ONE_TO_ONE), None, len(text))
    skipped: set[int] = set()
    for match in _SPLIT.finditer(text):
        skipped.update(range(match.start(), match.end()))
    chars: list[str] = []
    index: list[int] = []
    for i, char in enumerate(text):
        if char in _GONE_SET or i in skipped:
            continue
        if "\ufb50" <= char <= "\ufefc" and _IRREGULAR.match(char):
            for part in unicodedata.normalize("NFKC", char):
                if part not in _GONE_SET:
                    chars.append(part)
                    index.append(i)
        else:
            chars.append(char)
            index.append(i)
    return Folded("".join(chars).translate(_ONE_TO_ONE), index, len(text))


def fold_word(word: str) -> str:
    """The folded form of a word or phrase: what lexicon rows are compared by."""
    return fold(word).text
