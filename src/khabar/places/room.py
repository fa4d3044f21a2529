"""Places of a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..lexicon import Lexicon
from ..model import ActorMention, PlaceMention
from ..text import Page
from .accept import judge
from .choose import Focus, astray, candidates, out_of_place, score
from .draft import Draft
from .gazetteer import Gazetteer
from .lexis import Places, Words
from .look import Lookup
from .relate import containers, evidence
from .resolve import Resolver
from .scan import Scanner

_SURE_MARGIN = 1.0
_WIDE = frozenset(("country", "region", "area", "border", "river", "lake"))
_AROUND = 15  # how many mentions away the town of a quarter may be named
_SPATIAL = ("type", "site", "part", "side", "ground")


class PlaceRoom:
    """Finds the places that pages name and chooses among candidates. Built once from the lexicon and a gazetteer."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._places = Places(lexicon)
        self._look = Lookup(Words(lexicon), self._places, gazetteer)

    def find(
        self, page: Page, *, actors: Sequence[ActorMention] = (), country: str | None = None
    ) -> list[PlaceMention]:
        """The places of ``page`` in order, none overlapping another.

        ``actors`` are the parties found on the page: a name inside one («حكومة بغداد») is no place. ``country`` (ISO
        3166 code) is the outlet's, one reason among others in the choice.
        """
        drafts = Scanner(self._look, page).drafts()
        for draft in drafts:
            evidence(draft, page, self._look)
            if draft.beside is not None:
                draft.evidence.append(("list", None))
        drafts = self._without_actors(page, drafts, actors)
        containers(drafts, page, self._look)
        focus = self._focus(page, drafts, country)
        for draft in drafts:
            if draft.other_end is not None:
                draft.other_end.rows = candidates(draft.other_end, focus)
            judge(draft, page, self._look, focus)
        kept = [draft for draft in drafts if draft.kept]
        self._choose(kept, focus)
        return Resolver(page, self._look, focus).mentions(kept)

    @staticmethod
    def _without_actors(page: Page, drafts: list[Draft], actors: Sequence[ActorMention]) -> list[Draft]:
        if not actors:
            return drafts
        starts = [actor.start for actor in actors]
        out = []
        for draft in drafts:
            i = bisect_left(starts, draft.end) - 1
            near = [actor for actor in actors[max(0, i - 1) : i + 1] if actor.end > draft.start]
            if near and not draft.entries and not draft.echo and _in_name(draft, page, near):
                continue
            if (
                not near
                or _holds(draft, near)
                or draft.has("preposition")
                or _over(draft)
                or (draft.has(*_SPATIAL) and not _named_so(draft, near))
            ):
                out.append(draft)
        return out

    def _focus(self, page: Page, drafts: list[Draft], country: str | None) -> Focus:
        focus = Focus(country)
        peoples = self._places.peoples
        for form in page.forms:
            if form in peoples:
                focus.add(peoples[form], 0.5)
        for draft in drafts:
            own = {
                entry.country
                for entry, exact in draft.entries
                if entry.row and exact and not (entry.weak or entry.only)
            }
            if len(own) == 1:
                focus.add(own.pop(), 1.0)
        return focus

    def _choose(self, drafts: list[Draft], focus: Focus) -> None:
        """Twice: first by words and size, which finds the sure ones; then all by those."""
        for last in (False, True):
            points: list[tuple[float, float] | None] = [None] * len(drafts)
            # Containers stand behind what they contain, so they are chosen first.
            for at in range(len(drafts) - 1, -1, -1):
                draft = drafts[at]
                for one in (draft, draft.other_end):
                    if one is not None:
                        if not last and len(one.rows) == 1:
                            one.chosen = one.rows[0][0]
                            continue
                        one.scores = score(one, focus, at)
                        one.chosen = one.scores[0][0] if one.scores else None
                if not last and draft.chosen and draft.chosen.type not in _WIDE and _sure(draft):
                    points[at] = (draft.chosen.lat, draft.chosen.lon)
            if not last:
                focus.settle(points)
        for draft in drafts:
            if draft.chosen is not None and out_of_place(draft):
                draft.chosen, draft.scores = None, []
        for at, draft in enumerate(drafts):
            if draft.chosen is not None and astray(
                draft, drafts[max(0, at - _AROUND) : at], drafts[at + 1 : at + _AROUND]
            ):
                draft.chosen, draft.scores = None, []


def _holds(draft: Draft, actors: list[ActorMention]) -> bool:
    """A known name of several words holds a party's («عين الأسد»)."""
    long = draft.name[1] - draft.name[0] > 1 and any(entry.row for entry, _ in draft.entries)
    return long and all(
        draft.start <= a.start and a.end <= draft.end and a.end - a.start < draft.end - draft.start for a in actors
    )


def _over(draft: Draft) -> bool:
    """«القصف على لبنان»: where it fell, whoever it was meant for."""
    return draft.has("towards") and not draft.procs


def _in_name(draft: Draft, page: Page, actors: list[ActorMention]) -> bool:
    """An unknown name is a party's: «مناطق "قسد"»."""
    first, stop = draft.name
    if first >= stop or draft.site is not None:
        return False
    start, end = page.tokens[first].start, page.tokens[stop - 1].end
    return any(actor.actor_id and actor.start <= start and actor.end >= end for actor in actors)


def _named_so(draft: Draft, actors: list[ActorMention]) -> bool:
    """A party's name holds the whole mention, its type word too («ولاية سيناء»)."""
    return any(actor.actor_id and actor.start <= draft.start and actor.end >= draft.end for actor in actors)


def _sure(draft: Draft) -> bool:
    scores = draft.scores
    return len(draft.rows) == 1 or scores[0][1] - scores[1][1] >= _SURE_MARGIN
