"""Names and place words at a token: one cached answer for each form."""

from __future__ import annotations

from typing import NamedTuple

from ..text import Page, readings
from .gazetteer import Entry, Gazetteer
from .lexis import PartWord, Places, TypeWord, Words
from .names import bare, join_key

_PROCLITICS = frozenset(("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل"))
_ITS = frozenset(("ها", "ه"))
_JOINERS = frozenset("_-ـ")
_CACHED = 100_000


class NameReading(NamedTuple):
    """A split of a form whose stem begins a name of up to ``longest`` words; ``key``: the stem as names are looked up;
    ``single``: what the stem alone names."""

    procs: str
    cut: int
    stem: str
    key: str
    longest: int
    single: tuple[tuple[Entry, bool], ...]


class Form(NamedTuple):
    """What a folded form may be in this room; ``ground`` is what it takes, its row and its stem;
    ``best`` is the reading of a name of one word; ``longer``: a name of several words may begin here; ``owned`` is a
    part with a pronoun («أراضيها») and that pronoun."""

    type: tuple[TypeWord, str, int] | None
    part: tuple[PartWord, str, int] | None
    names: tuple[NameReading, ...]
    ground: tuple[str, str, str] | None = None
    best: NameReading | None = None
    longer: bool = False
    owned: tuple[PartWord, str, int, str] | None = None


class NameHit(NamedTuple):
    """A known name: its last token, proclitics and their length, and entries with whether the article agrees."""

    last: int
    procs: str
    cut: int
    words: int
    entries: tuple[tuple[Entry, bool], ...]


NOTHING = Form(None, None, ())


class Lookup:
    """Answers for forms, from the lexicon and the gazetteer; ``forms`` are those answered already."""

    def __init__(self, words: Words, places: Places, gazetteer: Gazetteer) -> None:
        self.words = words
        self.places = places
        self.gazetteer = gazetteer
        self.forms: dict[str, Form] = {}
        self._entries: dict[tuple[str, bool], tuple[tuple[Entry, bool], ...]] = {}

    def form(self, form: str) -> Form:
        """What ``form`` may be."""
        found = self.forms.get(form)
        if found is None:
            if len(self.forms) > _CACHED:
                self.forms.clear()
            found = self.forms[form] = self._read(form)
        return found

    def all(self, forms: list[str]) -> list[Form]:
        """What each of ``forms`` may be."""
        known = self.forms
        return [found if (found := known.get(form)) is not None else self.form(form) for form in forms]

    def _read(self, form: str) -> Form:
        type_, part, owned, names = None, None, None, []
        for reading in readings(form):
            if reading.enclitic:
                if owned is None and reading.enclitic in _ITS and reading.procs in _PROCLITICS:
                    word = self.words.owned.get(reading.stem)
                    owned = (word, reading.procs, reading.cut, reading.enclitic) if word else None
                continue
            if reading.procs not in _PROCLITICS or len(reading.stem) < 2:
                continue
            stem, cut = reading.stem, reading.cut
            if type_ is None and stem in self.words.types:
                type_ = (self.words.types[stem], reading.procs, cut)
            if part is None and stem in self.words.parts:
                part = (self.words.parts[stem], reading.procs, cut)
            key = bare(stem)[0]
            longest = self._longest(key)
            plain = stem in self.words.stops or stem in self.words.before  # «عند» is not «العند», nor «على» «علي»
            if longest > plain:
                names.append(NameReading(reading.procs, cut, stem, key, longest, () if plain else self.entries([stem])))
        ground = self._ground(form)
        if not (type_ or part or names or ground or owned):
            return NOTHING
        alone = [reading for reading in names if reading.single]
        best = max(alone, key=lambda r: _rank(1, r.single, r.procs), default=None)
        return Form(type_, part, tuple(names), ground, best, any(reading.longest > 1 for reading in names), owned)

    def _ground(self, form: str) -> tuple[str, str, str] | None:
        for cut in range(min(3, len(form))):
            if cut and form[cut - 1] not in "وفبل":
                break
            stem = form[cut:]
            if stem in self.words.grounds:
                return (*self.words.grounds[stem], stem)
        return None

    def _longest(self, key: str) -> int:
        own = self.places.longest.get(key, 1 if key in self.places.names else 0)
        if not self.gazetteer.may_hold(key):
            return own
        theirs = self.gazetteer.longest(key) or (1 if self.gazetteer.lookup(key) else 0)
        return max(own, theirs)

    def entries(self, forms: list[str]) -> tuple[tuple[Entry, bool], ...]:
        """The places that folded words name together; what the lexicon has stands for its doubles in the gazetteer."""
        key, article = join_key(forms), forms[0].startswith("ال")
        found = self._entries.get((key, article))
        if found is None:
            if len(self._entries) > _CACHED:
                self._entries.clear()
            own = self.places.names.get(key, [])
            theirs = self.gazetteer.lookup(key)
            rows = [*own, *(row for row in theirs if not any(_double(row[0], mine) for mine, _ in own))]
            unique: dict[str, tuple[Entry, bool]] = {}
            for entry, has in rows:
                exact = has == article or (entry.id in unique and unique[entry.id][1])
                unique[entry.id] = (entry, exact)
            found = self._entries[(key, article)] = tuple(unique.values())
        return found

    def name_at(self, page: Page, i: int, bare_only: bool = False) -> NameHit | None:
        """The best name at token ``i``: of most words, then known to the lexicon, then of fewest clitics."""
        form = self.form(page.tokens[i].form)
        longer = self._longer_at(page, i, form, bare_only) if form.longer else None
        if longer is not None:
            return longer
        best = form.best
        if best is None or (bare_only and best.procs):
            return None
        return NameHit(i, best.procs, best.cut, 1, best.single)

    def _longer_at(self, page: Page, i: int, form: Form, bare_only: bool) -> NameHit | None:
        best: NameHit | None = None
        rank: tuple[int, bool, bool, int] = (1, False, False, 0)
        for reading in form.names:
            if reading.longest == 1 or (bare_only and reading.procs):
                continue
            if not self._goes_on(page, i, reading.key):
                continue
            ends = self._ends(page, i, reading.longest)
            forms = [reading.stem, *(page.tokens[k].form for k in ends[1:])]
            for words in range(len(ends), 1, -1):
                if words < rank[0]:
                    break
                entries = self.entries(forms[:words])
                if entries:
                    mine = _rank(words, entries, reading.procs)
                    if mine > rank:
                        best, rank = NameHit(ends[words - 1], reading.procs, reading.cut, words, entries), mine
                    break
        return best

    def _goes_on(self, page: Page, i: int, key: str) -> bool:
        """Whether any name may begin with ``key`` and the word behind token ``i``: seldom, and cheap to ask."""
        tokens, k = page.tokens, i + 1
        while k < len(tokens) and tokens[k].form in _JOINERS:
            k += 1
        if k >= len(tokens) or tokens[k].kind not in "wd":
            return False
        two = key + tokens[k].form.replace("ء", "")
        return two in self.places.twos or self.gazetteer.may_hold(two)

    @staticmethod
    def _ends(page: Page, i: int, longest: int) -> list[int]:
        tokens, out, k = page.tokens, [i], i + 1
        while len(out) < longest and k < len(tokens):
            if tokens[k].form in _JOINERS and k + 1 < len(tokens) and tokens[k].start == tokens[k - 1].end:
                k += 1
                continue
            if tokens[k].kind not in "wd" or "\n" in page.text[tokens[k - 1].end : tokens[k].start]:
                break
            out.append(k)
            k += 1
        return out


def _rank(words: int, entries: tuple[tuple[Entry, bool], ...], procs: str) -> tuple[int, bool, bool, int]:
    own = any(entry.row is not None for entry, _ in entries)
    return words, own, any(exact for _, exact in entries), -len(procs)


def _double(theirs: Entry, mine: Entry) -> bool:
    """The lexicon's place and the gazetteer's are one: the same country and near, whatever either calls it."""
    if mine.only or theirs.type == "airport":
        return False
    near = 1.2 if mine.type in ("region", "area", "country") else 0.15
    return abs(theirs.lat - mine.lat) < near and abs(theirs.lon - mine.lon) < near
