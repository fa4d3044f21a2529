"""The room's words: entries of the lexicon by their folded forms, looked up over the words of a page.

Quotation marks, hashes, underscores, brackets and tatweel are no words here, so that «تنظيم "داعش"» and
«#قوات_سوريا_الديمقراطية» read as the phrases they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import msgspec

from ..lexicon import Lexicon
from ..model import Reason
from ..text import Page, Reading, Token, readings
from ..text.letters import plain
from ..text.verbs import conjugate
from .forms import ANY, DEFINITE, INDEFINITE, names, nisba, split_forms, variants
from .registry import Registry, country_of, party_of

TRANSPARENT = frozenset("\"“”„«»'‘’`#_()[]*{}‹›")
_THIRD = frozenset({"ه", "ها", "هم", "هن", "هما"})
# The rows of these files are read by kind of section; see the comments on top of each.
STATES, NOUNS, PEOPLE = "actors_states", "actors_nouns", "actors_people"
PARTIES = ("actors_groups", "actors_world", "actors_media")


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

    def __init__(self, lexicon: Lexicon, registry: Registry) -> None:
        self._by_first: dict[str, list[Row]] = {}
        self._cache: dict[str, tuple[tuple[Reading, Row], ...]] = {}
        self.registry = registry
        for file in (STATES, *PARTIES, NOUNS, PEOPLE):
            for section, rows in lexicon.sections(file).items():
                load = _LOADERS[file, section] if (file, section) in _LOADERS else _LOADERS[file, ""]
                for row in rows:
                    load(self, row, f"{file}/{section}/{row['id']}")

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

    def clear(self) -> None:
        """Forget what was looked up: entries were added."""
        self._cache.clear()

    def drop(self, keep: Callable[[Entry], bool]) -> None:
        """Keep only the entries that ``keep`` accepts."""
        for rows in self._by_first.values():
            rows[:] = [row for row in rows if keep(row[2])]
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


def _load_state(lexis: Lexis, row: dict[str, Any], address: str) -> None:
    country = country_of(row)
    lexis.registry.countries[country.id] = country
    lexis.registry.codes[row.get("code", "").lower()] = country.id
    lexis.put_all(names(row, "names"), Entry("country", address, country.id))
    doubtful = "doubtful" if row.get("doubtful") else ""
    lexis.put_nisba(names(row, "adj"), Entry("adjective", address, country.id, nation=True, alone=doubtful))
    lexis.put_all(names(row, "people"), Entry("adjective", address, country.id, nation=True, rank="people"))
    lexis.put_all(names(row, "capital"), Entry("capital", address, country.id))
    lexis.put_all(names(row, "places"), Entry("cue", address, country.id))


def _load_party(lexis: Lexis, row: dict[str, Any], address: str) -> None:
    party = party_of(row)
    lexis.registry.parties[party.id] = party
    lexis.registry.heads[party.id] = {split_forms(name)[0] for name in names(row, "names")}
    dates = {"since": row.get("since", ""), "until": row.get("until", "")}
    lexis.put_all(names(row, "names"), Entry("party", address, party.id, **dates))
    lexis.put_all(names(row, "local"), Entry("party", address, party.id, alone="local", **dates))
    lexis.put_all(names(row, "weak"), Entry("weak", address, party.id, rank=party.category, **dates))
    lexis.put_nisba(names(row, "adj"), Entry("adjective", address, party.id, **dates))
    hostile, friendly = f"hostile to {party.id}", f"favours {party.id}"
    lexis.put_all(names(row, "against"), Entry("party", address, party.id, loaded=hostile, **dates))
    lexis.put_all(names(row, "favour"), Entry("party", address, party.id, loaded=friendly, **dates))
    local = Entry("party", address, party.id, alone="local", loaded=hostile, **dates)
    lexis.put_all(names(row, "local_against"), local)


def _spellings(name: str) -> set[str]:
    """A name with «عبد الله» and «أبو بكر» apart and joined, as news spells both."""
    return {name, name.replace("عبد ال", "عبدال"), name.replace("أبو ", "أبو")}


def _load_person(lexis: Lexis, row: dict[str, Any], address: str) -> None:
    dates = {"since": row.get("since", ""), "until": row.get("until", "")}
    full = [spelling for name in names(row, "names") for spelling in _spellings(name)]
    lexis.put_all(full, Entry("person", address, row["party"], **dates))
    lexis.put_all(names(row, "surnames"), Entry("person", address, row["party"], rank="surname", **dates))


def _load_given(lexis: Lexis, row: dict[str, Any], address: str) -> None:
    lexis.put_all(names(row, "names"), Entry("given", address))


def _load_noun(lexis: Lexis, row: dict[str, Any], address: str) -> None:
    entry = Entry(
        "noun",
        address,
        organ=row.get("organ", ""),
        rank=row["rank"],
        alone=row.get("alone", ""),
        loaded=row.get("loaded"),
        data=row.get("proxies", {}),
    )
    lexis.put_nouns(names(row, "forms"), entry)


def _load_deed(lexis: Lexis, row: dict[str, Any], address: str) -> None:
    lexis.put_nouns(names(row, "forms"), Entry("deed", address, organ=row["organ"], rank=row.get("rank", "")))


def _load_verbs(lexis: Lexis, row: dict[str, Any], address: str) -> None:
    lexis.put_verbs(names(row, "verbs"), Entry("verb", address, organ=row.get("organ", ""), rank=row.get("object", "")))


def _load_short(lexis: Lexis, row: dict[str, Any], address: str) -> None:
    heads = frozenset(plain(head) for head in names(row, "heads"))
    data = (heads, frozenset(names(row, "types")), row.get("within", {}))
    entry = Entry("short", address, row["id"], loaded=row.get("loaded"), data=data)
    for form in names(row, "forms"):
        first, *rest = split_forms(form)
        lexis.put((first.removeprefix("ال"), *rest), entry, DEFINITE if first.startswith("ال") else INDEFINITE)


def _load_words(kind: str) -> Callable[[Lexis, dict[str, Any], str], None]:
    def load(lexis: Lexis, row: dict[str, Any], address: str) -> None:
        entry = Entry(
            kind,
            address,
            row["id"],
            organ=row.get("organ", ""),
            rank=row.get("rank", ""),
            loaded=row.get("loaded"),
            data=frozenset(names(row, "of")),
        )
        lexis.put_nouns(names(row, "forms"), entry)
        lexis.put_nisba(names(row, "adj"), entry)

    return load


_LOADERS: dict[tuple[str, str], Callable[[Lexis, dict[str, Any], str], None]] = {
    (STATES, ""): _load_state,
    **{(file, ""): _load_party for file in PARTIES},
    (PEOPLE, "people"): _load_person,
    (PEOPLE, "titles"): _load_words("title"),
    (PEOPLE, "given"): _load_given,
    (NOUNS, "nouns"): _load_noun,
    (NOUNS, "deeds"): _load_deed,
    (NOUNS, "verbs"): _load_verbs,
    (NOUNS, "shorts"): _load_short,
    (NOUNS, "modifiers"): _load_words("modifier"),
    (NOUNS, "links"): _load_words("link"),
    (NOUNS, "tails"): _load_words("tail"),
    (NOUNS, "licences"): _load_words("licence"),
    (NOUNS, "blocks"): _load_words("block"),
    (NOUNS, "blocks_before"): _load_words("block_before"),
    (NOUNS, "frontiers"): _load_words("frontier"),
}
