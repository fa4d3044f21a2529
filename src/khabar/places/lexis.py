"""The lexicon's rows as this room uses them: words about places, and the places that come with us."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..lexicon import Lexicon, Row
from ..text import fold_word
from .gazetteer import Entry
from .names import name_key, variants

_BORDER = "حدودي"
HAMZAS = frozenset("أإآ")


class TypeWord(msgspec.Struct, frozen=True):
    """A noun such as «قرية»: the ``type`` it names, whether it is ``many``, what unknown name may follow, and the
    hamza that its written form begins with («أحياء» is no «إحياء»); ``stands``: the place
    that it means by itself in reports on that country («القطاع»); ``near``: it is
    a place only behind a word such as «قرب» («قرب وزارة الدفاع»)."""

    type: str
    many: bool
    unknown: str
    row: str
    lead: str = ""
    stands: str = ""
    near: bool = False


class PartWord(msgspec.Struct, frozen=True):
    """A word for a part of a place: ``kind`` side, centre, countryside, around, near, one (of several: «أحد أحياء كذا»)
    or lands (a state's); ``way`` of a side ("n"); ``many``: the part of several places («ريفي كذا وكذا»)."""

    kind: str
    way: str
    row: str
    many: bool = False


class Nation(msgspec.Struct, frozen=True):
    """A country's adjective: the country's entry, its capital's, and the row."""

    country: Entry
    capital: Entry | None
    row: str


class Words:
    """Words about places by folded form. Directions come with their adjectives («الشمالي», «الشمالية»)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.types: dict[str, TypeWord] = {}
        self.parts: dict[str, PartWord] = {}
        self.sides: dict[str, PartWord] = {}
        self.owned: dict[str, PartWord] = {}
        self.units: dict[str, float] = {}
        self.meters: set[str] = set()
        self.grounds: dict[str, tuple[str, str]] = {}
        self.before: dict[str, tuple[bool, str]] = {}
        self.links: dict[str, str] = {}
        self.distance: dict[str, str] = {}
        self.written: dict[str, str] = {}
        self.followers: dict[str, str] = {}
        self.ordinary: dict[str, str] = {}
        self.firsts: dict[str, str] = {}
        self.offices: dict[str, str] = {}
        self.speech: dict[str, str] = {}
        for row, at in _rows(lexicon, "places_types", "types"):
            self._type(row, at)
        for row, at in _rows(lexicon, "places_types", "parts"):
            self._part(row, at)
        for row, at in _rows(lexicon, "places_types", "owned"):
            word = PartWord(row["kind"], row.get("way", ""), at)
            self.owned.update((form, word) for form in _forms(row["words"]))
        for row, _ in _rows(lexicon, "places_types", "units"):
            self.units.update((form, row["km"]) for form in _forms(row["words"]))
            self.meters.update(_forms(row.get("after")))
        for row, at in _rows(lexicon, "places_types", "grounds"):
            for form in _forms(row["words"]):
                self.grounds.setdefault(form, (row["take"], at))
        for row, at in _rows(lexicon, "places_words", "before"):
            self.before.update((form, (row["sure"], at)) for form in _forms(row["words"]))
        for section in ("links", "distance", "followers", "ordinary", "firsts", "offices", "speech"):
            table: dict[str, str] = getattr(self, section)
            for row, at in _rows(lexicon, "places_words", section):
                table.update((form, at) for form in _forms(row["words"]))
        for row, _ in _rows(lexicon, "places_words", "ordinary"):
            for written in variants(row["words"]):
                self.written[fold_word(written)] = written
        self.bordering = frozenset(form for form in self.followers if form.startswith(_BORDER))
        self.describing = frozenset(form for form, at in self.followers.items() if not at.endswith("/function"))
        self.nearness = frozenset(form for form, at in self.followers.items() if at.endswith("/near"))
        self.stops = frozenset(form for form, at in self.followers.items() if at.endswith("/function"))

    def _type(self, row: Row, at: str) -> None:
        for key, many in (("one", False), ("many", True)):
            for written in variants(row.get(key, "")):
                form = fold_word(written)
                if not form:
                    continue
                lead = written[0] if written[0] in HAMZAS else ""
                word = TypeWord(
                    row["type"], many, row["unknown"], at, lead, row.get("stands", ""), bool(row.get("near"))
                )
                self.types.setdefault(form, word)
                self.types.setdefault("ال" + form, word)

    def _part(self, row: Row, at: str) -> None:
        word = PartWord(row["kind"], row.get("way", ""), at)
        for form in _forms(row["noun"]):
            self.parts[form] = word
            if word.kind != "one":  # «الأحد» is Sunday
                self.parts["ال" + form] = word
        for form in _forms(row.get("many")):
            self.parts[form] = PartWord(word.kind, word.way, at, many=True)
        for form in _forms(row.get("adj")):
            if word.kind == "side":
                self.parts[form] = word
            for adjective in (form, form + "ه"):
                self.sides["ال" + adjective] = word


def _forms(value: Any) -> list[str]:
    return [fold_word(form) for form in variants(value) if form] if value else []


def _rows(lexicon: Lexicon, file: str, section: str) -> Iterator[tuple[Row, str]]:
    for row in lexicon.rows(file, section):
        yield row, f"{file}/{section}/{row['id']}"


class Places:
    """The lexicon's own places by name key, and countries by ISO code and adjective.

    ``twos`` are the keys of the first two words of names, ``maddas`` those of names written with آ; ``parts`` holds, by
    place id, where its sides lie; ``peoples`` tell the country of its adjectives in the
    singular and plural; ``masculine`` are the countries that «هو» stands for; ``longest`` the most words of a name by
    its first word's key.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.names: dict[str, list[tuple[Entry, bool]]] = {}
        self.twos: set[str] = set()
        self.longest: dict[str, int] = {}
        self.parts: dict[str, dict[str, tuple[float, float]]] = {}
        self.countries: dict[str, Entry] = {}
        self.nations: dict[str, Nation] = {}
        self.peoples: dict[str, str] = {}
        self.capital_of: dict[str, Entry] = {}
        self.capitals: set[str] = set()
        self.maddas: set[str] = set()
        self.borders: dict[frozenset[str], Entry] = {}
        self.masculine = frozenset(
            iso for row, _ in _rows(lexicon, "places_words", "genders") for iso in variants(row["iso"])
        )
        for row, at in _rows(lexicon, "places_countries", "countries"):
            self._country(row, at)
        for row, at in _rows(lexicon, "places_countries", "world"):
            for iso, names, en, lat, lon, adj in row["countries"]:
                self._country({"iso": iso, "name": names, "en": en, "lat": lat, "lon": lon, "adj": adj}, at)
        for file in lexicon.files():
            if file.startswith("places_") and file not in ("places_types", "places_words", "places_countries"):
                for section in lexicon.sections(file):
                    for row, at in _rows(lexicon, file, section):
                        self._group(section, row, at)

    def _country(self, row: Row, at: str) -> None:
        entry = Entry(f"kh:{row['iso']}", row["en"], row["lat"], row["lon"], "country", row["iso"], 10_000_000, at)
        self.countries[row["iso"]] = entry
        self._enter(row["name"], entry)
        self.parts[entry.id] = {way: (at[0], at[1]) for way, at in row.get("parts", {}).items()}
        capital = None
        if "capital" in row:
            names, en, lat, lon = row["capital"]
            capital = Entry(f"kh:{row['iso']}:{en}", en, lat, lon, "city", row["iso"], 3_000_000, at)
            self.capitals.add(capital.id)
            self.capital_of[row["iso"]] = capital
            self._enter(names, capital)
        named = frozenset(_forms(row["name"]))
        for adjective in _forms(row.get("adj")):
            for form in (adjective, adjective + "ه", "ال" + adjective, "ال" + adjective + "ه"):
                self.nations.setdefault(form, Nation(entry, capital, at))
                if adjective not in named:  # «مالي», «المالية» speak of money more often
                    self.peoples.setdefault(form, row["iso"])
            for form in (adjective + "ين", adjective + "ون", adjective + "ات"):  # «فلسطينيون»
                self.peoples.setdefault(form, row["iso"])
                self.peoples.setdefault("ال" + form, row["iso"])

    def _group(self, section: str, row: Row, at: str) -> None:
        if section == "borders":
            a, b = row["between"]
            self.borders[frozenset((a, b))] = Entry(
                f"kh:border:{a}-{b}", row["en"], row["lat"], row["lon"], "border", a, 0, at
            )
            return
        for place in row["places"]:
            names, en, lat, lon, *rest = place
            type_ = rest[0] if rest and rest[0] else row["type"]
            flags = rest[1] if len(rest) > 1 else ""
            entry = Entry(
                f"kh:{row['country']}:{en}:{type_}", en, lat, lon, type_, row["country"], _POPULATION.get(type_, 0),
                at, "weak" in flags, "only" in flags, "told" in flags,
            )  # fmt: skip
            self._enter(names, entry)
            if len(rest) > 2:
                self.parts[entry.id] = {way: (point[0], point[1]) for way, point in rest[2].items()}

    def _enter(self, names: str, entry: Entry) -> None:
        for name in variants(names):
            key = name_key(name)
            if key is None:
                continue
            self.names.setdefault(key.key, []).append((entry, key.article))
            if "آ" in name:
                self.maddas.add(key.key)
            self.twos.add(key.two)
            if key.words > self.longest.get(key.first, 1):
                self.longest[key.first] = key.words


# Stand-ins for the size of lexicon places, by type: only their order matters.
_POPULATION = {
    "region": 1_000_000,
    "city": 300_000,
    "area": 100_000,
    "district": 50_000,
    "town": 30_000,
    "camp": 20_000,
}
