"""A place mention in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from .gazetteer import Entry
from .lexis import PartWord, TypeWord


@dataclass(slots=True, eq=False)
class Draft:
    """Tokens ``first``..``last`` with what was read there.

    ``name`` are the tokens of the bare name (equal ends when there is none); ``entries`` what it may mean, with whether
    the article agrees; ``evidence`` the reasons to take it for a place; ``inside`` the draft of what contains it;
    ``beside`` the one before it in a list; ``sides_of`` the countries that a border parts; ``site`` a building told
    only by its kind («مقهى في داكا»); ``described``: words that name nothing
    («منطقة جبلية»); ``other_end`` the second end of a road; ``echo``: it stands for a place named before
    (``bordering``: for the border of the report's countries, ``seat``: for the capital);
    ``owner``: the pronoun of «أراضيها»; ``away``: how many kilometres from the named place it lies;
    ``judged`` and ``kept``: whether it was looked at and accepted; ``rows`` are the candidates.
    """

    first: int
    last: int
    start: int
    end: int
    name: tuple[int, int]
    entries: tuple[tuple[Entry, bool], ...] = ()
    types: list[TypeWord] = field(default_factory=list)
    parts: list[PartWord] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    procs: str = ""
    echo: bool = False
    bordering: bool = False
    seat: bool = False
    owner: str = ""
    away: float | None = None
    evidence: list[tuple[str, str | None]] = field(default_factory=list)
    sides_of: tuple[Entry, ...] = ()
    described: bool = False
    site: TypeWord | None = None
    other_end: Draft | None = None
    inside: Draft | None = None
    beside: Draft | None = None
    judged: bool = False
    kept: bool = False
    chosen: Entry | None = None
    rows: list[tuple[Entry, bool]] = field(default_factory=list)
    scores: list[tuple[Entry, float, tuple[str, ...]]] = field(default_factory=list)

    @property
    def wanted(self) -> TypeWord | None:
        """The type word next to the name."""
        return self.types[-1] if self.types else None

    @property
    def way(self) -> str:
        """The side meant, "nw" for north and west; "" for none."""
        return combine(self.ways)

    def has(self, *reasons: str) -> bool:
        """Whether one of ``reasons`` is among the evidence."""
        for reason, _ in self.evidence:  # noqa: SIM110 - asked of every draft many times
            if reason in reasons:
                return True
        return False


def combine(ways: list[str]) -> str:
    """One way of several: north or south first; opposites cancel («شمال وجنوب»)."""
    upright = [w for w in ("n", "s") if any(w in way for way in ways)]
    level = [w for w in ("e", "w") if any(w in way for way in ways)]
    joined = (upright[0] if len(upright) == 1 else "") + (level[0] if len(level) == 1 else "")
    return joined or ("c" if "c" in ways else "")
