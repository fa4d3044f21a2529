"""The room's words: entries of the lexicon by their folded forms, looked up over the words of a page.

Quotation marks, hashes, underscores, brackets and tatweel are no words here, so that «تنظيم "داعش"» and
«#قوات_سوريا_الديمقراطية» read as the phrases they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from ..model import Reason
from ..text import Page, Reading, Token, readings
from ..text.verbs import conjugate
from .forms import ANY, DEFINITE, INDEFINITE, nisba, split_forms, variants

TRANSPARENT = frozenset("\"“”„«»'‘’`#_()[]*{}‹›")
_THIRD = frozenset({"ه", "ها", "هم", "هن", "هما"})


class Entry(msgspec.Struct, frozen=True, gc=False):
    """What a word or phrase means.

    ``kind``: ``party`` a name, ``weak`` a name that is a common word too, ``adjective`` of belonging, ``country``,
    ``capital``, ``noun`` of an organ, office or people, ``deed``, ``verb``, ``short`` form, ``person``, ``modifier``,
    ``link``, ``particle``, ``tail``, ``cue`` of a place. ``target`` is the id or country that it means, ``row`` its
    address.
    """

    kind: str
    row: str
    target: str = ""
    organ: str = ""
    rank: str = ""
    alone: str = ""
    loaded: str | None = None
    nation: bool = False
    data: Any = None
    since: str = ""
    until: str = ""

    @property
    def takes_pronoun(self) -> bool:
        """A pronoun may hang on it: «عناصره»، «أعلنته»."""
        return self.kind == "verb" or (self.kind == "noun" and self.rank not in ("", "some"))

    @property
    def reason(self) -> Reason:
        """The reason that a mention found by this entry gives."""
        return Reason(f"actors.{self.kind}", self.row)

    def holds(self, day: str) -> bool:
        """Whether the entry is in force on an ISO day; "" is any day."""
        return not day or (self.since <= day and (not self.until or day <= self.until))


class Hit(NamedTuple):
    """An entry found: words ``first``..``last``, and how its first word splits."""

    first: int
    last: int
    entry: Entry
    reading: Reading
    definite: bool

    @property
    def bare(self) -> bool:
        """No proclitic but the article stands before it."""
        return self.reading.procs in ("", "ال")


class Words:
    """The words of a page without the transparent signs, with the hits at each, found when asked for."""

    def __init__(self, page: Page, lexis: Lexis) -> None:
        self.page = page
        self.tokens: list[Token] = [t for t in page.tokens if t.kind != "p" or t.form not in TRANSPARENT]
        self._lexis = lexis
        self._hits: dict[int, list[Hit]] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def form(self, i: int) -> str:
        """The folded form of word ``i``, "" outside the page."""
        return self.tokens[i].form if 0 <= i < len(self.tokens) else ""

    def hits(self, i: int) -> list[Hit]:
        """All entries that begin at word ``i``, longest first, fewest clitics first."""
        found = self._hits.get(i)
        if found is None:
            found = self._lexis.at(self, i) if 0 <= i < len(self.tokens) else []
            self._hits[i] = found
        return found

    def hit(self, i: int, *kinds: str) -> Hit | None:
        """The first entry of one of ``kinds`` at word ``i``."""
        for hit in self.hits(i):
            if hit.entry.kind in kinds:
                return hit
        return None

    def joined(self, first: int, last: int) -> bool:
        """No line break stands between the words."""
        return "\n" not in self.page.text[self.tokens[first].end : self.tokens[last].start]

    def start(self, hit: Hit) -> int:
        """Offset of a hit without its proclitics."""
        token, reading = self.tokens[hit.first], hit.reading
        cut = reading.cut - (2 if reading.procs.endswith("ال") else 1 if reading.procs.endswith("لل") else 0)
        return self.page.folded.original(token.fstart + cut) if cut > 0 else token.start


Row = tuple[tuple[str, ...], int, Entry]


class Lexis:
    """All entries by the first word of their forms."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[Row]] = {}
        self._cache: dict[str, tuple[tuple[Reading, Row], ...]] = {}

    def put(self, forms: tuple[str, ...], entry: Entry, need: int = ANY) -> None:
        """Enter folded ``forms``; ``need`` is the definiteness that the first word must have."""
        row = (forms[1:], need, entry)
        known = self._by_first.get(forms[0])
        if known is None:
            self._by_first[forms[0]] = [row]
        else:
            known.append(row)

    def put_all(self, phrases: Iterable[str], entry: Entry) -> None:
        """Enter proper names as written: they take no article."""
        for phrase in phrases:
            self.put(split_forms(phrase), entry, INDEFINITE)

    def put_nouns(self, phrases: Iterable[str], entry: Entry) -> None:
        """Enter noun phrases in the forms that definiteness gives them."""
        for phrase in phrases:
            for forms, need in set(variants(phrase)):
                self.put(forms, entry, need)

    def put_nisba(self, adjectives: Iterable[str], entry: Entry) -> None:
        """Enter adjectives of belonging with their endings."""
        for adjective in adjectives:
            for forms, need in nisba(adjective):
                self.put(forms, entry, need)

    def put_verbs(self, verbs: Iterable[str], entry: Entry) -> None:
        """Enter verbs given as "قال يقول" in the third person."""
        for verb in verbs:
            past, _, present = verb.partition(" ")
            for form in conjugate(past, present):
                if form.person == 3:
                    self.put((form.form,), entry)

    def overrule(self, name: str, entry: Entry) -> None:
        """Enter a user's name: what the lexicon knew of the same words gives way."""
        forms = split_forms(name)
        if forms:
            self._by_first[forms[0]] = [row for row in self._by_first.get(forms[0], ()) if row[0] != forms[1:]]
            self.put(forms, entry, INDEFINITE)
            self._cache.clear()

    def at(self, words: Words, i: int) -> list[Hit]:
        """All entries that begin at word ``i``, longest first, fewest clitics first."""
        form = words.tokens[i].form
        known = self._cache.get(form)
        if known is None:
            known = self._look_up(form)
            self._cache[form] = known
        if not known:
            return []
        tokens = words.tokens
        feminine = words.page.text[tokens[i].end - 1] == "ة"
        out = []
        for reading, (rest, _, entry) in known:
            if feminine and reading.enclitic:
                continue
            last = i + len(rest)
            if rest and (last >= len(tokens) or not _follows(tokens, i + 1, rest) or not words.joined(i, last)):
                continue
            definite = reading.procs.endswith(("ال", "لل")) or (bool(rest) and rest[-1].startswith("ال"))
            out.append(Hit(i, last, entry, reading, definite))
        if len(out) > 1:
            out.sort(key=lambda hit: (hit.first - hit.last, len(hit.reading.procs) + len(hit.reading.enclitic)))
        return out

    def _look_up(self, form: str) -> tuple[tuple[Reading, Row], ...]:
        out = []
        for reading in readings(form):
            for row in self._by_first.get(reading.stem, ()):
                if reading.enclitic and (row[0] or not row[2].takes_pronoun or reading.enclitic not in _THIRD):
                    continue
                article = reading.procs.endswith(("ال", "لل"))
                if "ك" in reading.procs or (row[2].kind != "verb" and "س" in reading.procs):
                    continue
                if (row[1] == DEFINITE and not article) or (row[1] == INDEFINITE and article):
                    continue
                out.append((reading, row))
        return tuple(out)


def _follows(tokens: list[Token], start: int, rest: tuple[str, ...]) -> bool:
    return all(tokens[start + k].form == form for k, form in enumerate(rest))
