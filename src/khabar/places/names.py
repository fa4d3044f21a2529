"""Names of places: the key that one name has in all its spellings, and the cleaning of what gazetteers call names.

A key is folded, has no article on its first word, no blanks and no free-standing hamza, so that «دير الزور» and
«ديرالزور», «الرقة» and «رقة», «صنعاء» and «صنعا» meet. Whether a name is written with its article is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..text import fold_word

_ARTICLE = "ال"
_WORD = re.compile("[\u0621-\u064a]+|[0-9]+")
# Letters that only Persian, Urdu, Kurdish or Uyghur use: a name with one is never met in an Arabic report.
_FOREIGN = re.compile("[\u066e-\u06d3\u06d5-\u06ff\u0750-\u077f]")
_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]")
_SEPARATORS = re.compile(r"\s*[/،,;؛|]\s*")
MAX_WORDS = 6


class NameKey(NamedTuple):
    """``key`` of a whole name, of its ``first`` word and its first ``two``; has it an ``article``; how many words."""

    key: str
    first: str
    two: str
    article: bool
    words: int


def bare(word: str) -> tuple[str, bool]:
    """A folded word without its article, and whether it had one; free hamza dropped."""
    has = word.startswith(_ARTICLE) and len(word) > 4
    return (word[2:] if has else word).replace("ء", ""), has


def join_key(forms: Sequence[str]) -> str:
    """The key of folded words."""
    return bare(forms[0])[0] + "".join(forms[1:]).replace("ء", "")


@lru_cache(maxsize=50_000)
def name_key(name: str) -> NameKey | None:
    """The key of a name as written; None when it holds no Arabic word."""
    forms = _WORD.findall(fold_word(name))
    if not forms:
        return None
    first, article = bare(forms[0])
    return NameKey(join_key(forms), first, join_key(forms[:2]), article, len(forms))


def variants(name: str) -> list[str]:
    """The variants of a lexicon name, parted by ``|``."""
    return [part.strip() for part in name.split("|")]


class Cleaner:
    """Makes usable Arabic names of a source's: ``heads`` are type words («محافظة») with the type each one tells,
    ``ordinary`` folded words that are no name when alone, ``nations`` folded adjectives of countries."""

    def __init__(self, heads: dict[str, str], ordinary: frozenset[str], nations: frozenset[str]) -> None:
        self._heads = heads
        self._ordinary = ordinary
        self._nations = nations

    def clean(self, names: Iterable[str]) -> list[str]:
        """The usable names among ``names``, cleaned, in order, without doubles."""
        out: dict[str, None] = {}
        for raw in names:
            for name in self._parts(raw):
                out.setdefault(name)
        return list(out)

    def _parts(self, raw: str) -> Iterator[str]:
        if not ("\u0600" <= max(raw, default="") <= "\u06ff"):
            return
        for part in _SEPARATORS.split(_BRACKETS.sub("", raw)):
            folded = fold_word(part)
            forms = _WORD.findall(folded)
            if (
                not forms
                or len(forms) > MAX_WORDS
                or _FOREIGN.search(folded)
                or re.search("[^\\s\u0621-\u064a'’`ʿ-]", folded)
            ):
                continue
            if len(forms) > 1 and forms[0] in self._heads:  # محافظة الأنبار, also found as الأنبار
                if self._heads[forms[0]] == "site":
                    yield " ".join(forms)
                forms = forms[1:]
            if len(forms) > 1 and forms[-1] in self._nations:
                forms = forms[:-1]
            if self._usable(forms):
                yield " ".join(forms)

    def _usable(self, forms: list[str]) -> bool:
        if len(forms) > 1:
            return True
        word = forms[0]
        stem = bare(word)[0]
        return len(stem) > 1 and stem not in self._nations and stem not in self._ordinary and word not in self._ordinary
