"""The room's words: entries of the lexicon by their folded forms, looked up over the words of a page.

Quotation marks, hashes, underscores, brackets and tatweel are no words here, so that «تنظيم "داعش"» and
«#قوات_سوريا_الديمقراطية» read as the phrases they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from ..model import Reason
from ..text import Page, Reading, Token, readings
from ..text.verbs import conjugate
from .forms import ANY, DEFINITE, INDEFINITE, nisba, split_forms, variants

TRANSPARENT = frozenset("\"“”„«»'‘’`#_()[]*{}‹›")
_CACHED = 100_000
_new = tuple.__new__  # a named tuple's own takes twice as long
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
    loyal: dict[str, str] = {}
    since: str = ""
    until: str = ""

    @property
    def takes_pronoun(self) -> bool:
        """A pronoun may hang on it: «عناصره»، «أعلنته»; «مصدره» is where a thing comes from."""
        if self.kind != "noun":
            return self.kind == "verb"
        return self.rank not in ("", "some", "fixed") and (self.rank, self.alone) != ("voice", "antecedent")

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
        self._forms = [token.form for token in self.tokens]
        self.guarded = lexis.guarded
        silent = lexis.silent
        self._hits: list[Sequence[Hit]] = [
            () if form in silent else lexis.at(self, i, form) for i, form in enumerate(self._forms)
        ]

    def __len__(self) -> int:
        return len(self.tokens)

    def form(self, i: int) -> str:
        """The folded form of word ``i``, "" outside the page."""
        return self._forms[i] if 0 <= i < len(self._forms) else ""

    def forms(self, first: int, stop: int) -> list[str]:
        """The folded forms of words ``first`` to ``stop`` (exclusive)."""
        return self._forms[first:stop]

    def hits(self, i: int) -> Sequence[Hit]:
        """All entries that begin at word ``i``, longest first, fewest clitics first."""
        return self._hits[i] if 0 <= i < len(self._hits) else ()

    def beginnings(self, kinds: frozenset[str]) -> list[int]:
        """The words at which an entry of one of ``kinds`` begins."""
        return [i for i, hits in enumerate(self._hits) if hits and any(hit.entry.kind in kinds for hit in hits)]

    def told(self) -> Iterator[tuple[int, Sequence[Hit]]]:
        """The words that have hits, with them."""
        return ((i, hits) for i, hits in enumerate(self._hits) if hits)

    def hit(self, i: int, *kinds: str) -> Hit | None:
        """The first entry of one of ``kinds`` at word ``i``."""
        if 0 <= i < len(self._hits):
            for hit in self._hits[i]:
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


class Known(NamedTuple):
    """What one form may begin: entries of one word, and phrases by their second word, with how the form splits.

    ``bare`` are the entries of one word without those that read a pronoun at its end.
    """

    words: tuple[tuple[Entry, Reading, bool], ...]
    bare: tuple[tuple[Entry, Reading, bool], ...]
    phrases: dict[str, list[tuple[list[str], Entry, Reading, bool]]]


class Lexis:
    """All entries by the first word of their forms."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[Row]] = {}
        self._cache: dict[str, Known | None] = {}
        self.silent: set[str] = set()  # forms met that begin nothing
        self.guarded: set[str] = set()  # ids of names and nouns that a word beside them may rule out

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
            self.silent.clear()

    def at(self, words: Words, i: int, form: str) -> Sequence[Hit]:
        """All entries that begin at word ``i``, longest first, fewest clitics first."""
        try:
            known = self._cache[form]
        except KeyError:
            known = self._remember(form)
        if known is None:
            return ()
        # A final ta marbuta is folded like the pronoun -hu; as printed it is none.
        plain = known.bare if words.page.text[words.tokens[i].end - 1] == "ة" else known.words
        out = [_new(Hit, (i, i, entry, reading, definite)) for entry, reading, definite in plain]
        if known.phrases:
            following = known.phrases.get(words.form(i + 1), ())
            for rest, entry, reading, definite in following:
                last = i + len(rest)
                if words.forms(i + 1, last + 1) == rest and words.joined(i, last):
                    out.append(_new(Hit, (i, last, entry, reading, definite)))
            if len(out) > 1 and following:
                out.sort(key=_longest_first)
        return out

    def _remember(self, form: str) -> Known | None:
        if len(self._cache) > _CACHED:
            self._cache.clear()
            self.silent.clear()
        known = self._look_up(form)
        if known is None:
            self.silent.add(form)
        self._cache[form] = known
        return known

    def _look_up(self, form: str) -> Known | None:
        words: list[tuple[Entry, Reading, bool]] = []
        phrases: dict[str, list[tuple[list[str], Entry, Reading, bool]]] = {}
        for reading in readings(form):
            article = reading.procs.endswith(("ال", "لل"))
            for rest, need, entry in self._by_first.get(reading.stem, ()):
                if not _may_read(reading, rest, entry) or need == (INDEFINITE if article else DEFINITE):
                    continue
                if rest:
                    definite = article or (rest[-1].startswith("ال") and rest[-1] != "الي")
                    phrases.setdefault(rest[0], []).append((list(rest), entry, reading, definite))
                else:
                    words.append((entry, reading, article))
        if not words and not phrases:
            return None
        words.sort(key=lambda one: len(one[1].procs) + len(one[1].enclitic))
        return Known(tuple(words), tuple(one for one in words if not one[1].enclitic), phrases)


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit.first - hit.last, len(hit.reading.procs) + len(hit.reading.enclitic)


def _may_read(reading: Reading, rest: tuple[str, ...], entry: Entry) -> bool:
    """Which clitics an entry takes: no «كـ», «سـ» before verbs only, third-person pronouns on single words."""
    if "ك" in reading.procs or ("س" in reading.procs and entry.kind != "verb"):
        return False
    return not reading.enclitic or (not rest and entry.takes_pronoun and reading.enclitic in _THIRD)
