"""The lexicon's rows as entries of the room's words and of the registry."""

from __future__ import annotations

from collections.abc import Callable

from ..lexicon import Lexicon, Row
from ..text.letters import plain
from .forms import DEFINITE, INDEFINITE, names, split_forms
from .lexis import Entry, Lexis
from .registry import Registry, country_of, party_of

# The rows of these files are read by kind of section; see the comments on top of each.
STATES, NOUNS, PEOPLE = "actors_states", "actors_nouns", "actors_people"
PARTIES = ("actors_groups", "actors_world", "actors_media")
Load = Callable[[Lexis, Registry, Row, str], None]


def load_rows(lexicon: Lexicon, lexis: Lexis, registry: Registry) -> None:
    """Enter all rows of the room's files."""
    for file in (STATES, *PARTIES, NOUNS, PEOPLE):
        for section, rows in lexicon.sections(file).items():
            load = _LOADERS.get((file, section)) or _LOADERS[file, ""]
            for row in rows:
                load(lexis, registry, row, f"{file}/{section}/{row['id']}")


def _load_state(lexis: Lexis, registry: Registry, row: Row, address: str) -> None:
    country = country_of(row)
    registry.countries[country.id] = country
    registry.codes[row.get("code", "").lower()] = country.id
    lexis.put_all(names(row, "names"), Entry("country", address, country.id))
    doubtful = "doubtful" if row.get("doubtful") else ""
    lexis.put_nisba(names(row, "adj"), Entry("adjective", address, country.id, nation=True, alone=doubtful))
    lexis.put_all(names(row, "people"), Entry("adjective", address, country.id, nation=True, rank="people"))
    lexis.put_all(names(row, "capital"), Entry("capital", address, country.id))
    lexis.put_all(names(row, "places"), Entry("cue", address, country.id))


def _load_party(lexis: Lexis, registry: Registry, row: Row, address: str) -> None:
    party = party_of(row)
    registry.parties[party.id] = party
    registry.heads[party.id] = {split_forms(name)[0] for name in names(row, "names")}
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


def _load_person(lexis: Lexis, registry: Registry, row: Row, address: str) -> None:
    dates = {"since": row.get("since", ""), "until": row.get("until", "")}
    full = [spelling for name in names(row, "names") for spelling in _spellings(name)]
    lexis.put_all(full, Entry("person", address, row["party"], **dates))
    lexis.put_all(names(row, "surnames"), Entry("person", address, row["party"], rank="surname", **dates))


def _load_given(lexis: Lexis, registry: Registry, row: Row, address: str) -> None:
    lexis.put_all(names(row, "names"), Entry("given", address))


def _load_noun(lexis: Lexis, registry: Registry, row: Row, address: str) -> None:
    entry = Entry(
        "noun",
        address,
        organ=row.get("organ", ""),
        rank=row["rank"],
        alone=row.get("alone", ""),
        loaded=row.get("loaded"),
        data=row.get("proxies", {}),
        loyal=row.get("loyal", {}),
    )
    lexis.put_nouns(names(row, "forms"), entry)


def _load_deed(lexis: Lexis, registry: Registry, row: Row, address: str) -> None:
    lexis.put_nouns(names(row, "forms"), Entry("deed", address, organ=row["organ"], rank=row.get("rank", "")))


def _load_verbs(lexis: Lexis, registry: Registry, row: Row, address: str) -> None:
    lexis.put_verbs(names(row, "verbs"), Entry("verb", address, organ=row.get("organ", ""), rank=row.get("object", "")))


def _load_short(lexis: Lexis, registry: Registry, row: Row, address: str) -> None:
    heads = frozenset(plain(head) for head in names(row, "heads"))
    data = (heads, frozenset(names(row, "types")), row.get("within", {}))
    entry = Entry("short", address, row["id"], loaded=row.get("loaded"), data=data)
    for form in names(row, "forms"):
        first, *rest = split_forms(form)
        lexis.put((first.removeprefix("ال"), *rest), entry, DEFINITE if first.startswith("ال") else INDEFINITE)


def _load_words(kind: str) -> Load:
    def load(lexis: Lexis, registry: Registry, row: Row, address: str) -> None:
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
        lexis.guarded.update(entry.data)

    return load


_LOADERS: dict[tuple[str, str], Load] = {
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
    (NOUNS, "grounds"): _load_words("ground"),
    (NOUNS, "between"): _load_words("between"),
    (NOUNS, "genders"): _load_words("gender"),
}
