"""From drafts to mentions: coordinates, precision, candidates and reasons."""

from __future__ import annotations

from ..model import PlaceCandidate, PlaceMention, PlacePrecision, Reason
from ..text import Page
from .choose import Focus, shares
from .draft import Draft
from .echoes import Echoes, points_away
from .gazetteer import Entry
from .lists import join
from .look import Lookup
from .measures import away
from .types import SETTLED, coarser, precision

_MOST_CANDIDATES = 5
# Degrees from the middle to a side, where the lexicon has no point for it, by type.
_OFFSET = {"country": 1.5, "region": 0.3, "area": 0.15, "district": 0.1}
_RURAL_OFFSET = 0.15  # «ريف كذا الشمالي»
_VECTORS = {"n": (1, 0), "s": (-1, 0), "e": (0, 1), "w": (0, -1)}
_LOCAL = frozenset(("neighbourhood", "road", "site"))  # lie in the town that the report is about
_WIDE = frozenset(("region", "area", "country"))
_REACH = 15  # how many mentions away the town of a building may be named
# Up to how many kilometres a distance still tells an area: with the direction told, and without.
_WAY_KM, _ROUND_KM = 60.0, 15.0


class Resolver:
    """Makes the mentions of one page."""

    def __init__(self, page: Page, look: Lookup, focus: Focus) -> None:
        self._page = page
        self._look = look
        self._focus = focus
        self._echoes = Echoes(page, look, focus)

    def mentions(self, drafts: list[Draft]) -> list[PlaceMention]:
        """Mentions of ``drafts`` in order; what an echo points to nowhere is left out."""
        out: list[PlaceMention] = []
        open_list: Draft | None = None  # the last name of a list under one noun, and where the list began in `out`
        begun: list[PlaceMention] = []
        for at, draft in enumerate(drafts):
            if draft.echo:
                found = self._echoes.answer(draft, drafts, at)
                mention = self._make(draft, *found) if found else None
            else:
                mention = self._mention(draft, drafts, at)
            if mention is None:
                continue
            if open_list is not None and draft.beside is open_list and begun:
                begun.append(mention)
                out[-1] = join(self._page, begun)
                open_list = draft
                continue
            out.append(mention)
            many = any(part.many for part in draft.parts) or (draft.wanted is not None and draft.wanted.many)
            under_many = many and draft.other_end is None
            open_list, begun = (draft, [mention]) if under_many else (None, [])
        return out

    def _mention(self, draft: Draft, drafts: list[Draft], at: int) -> PlaceMention | None:
        if draft.chosen is None:
            return self._unknown(draft, drafts, at)
        if draft.sides_of:
            return self._border(draft)
        return self._make(draft, draft.chosen, [])

    def _border(self, draft: Draft) -> PlaceMention:
        """A border by the countries it parts; where one is named, the other is the country of the report."""
        a = draft.sides_of[0]
        others = [e.country for e in draft.sides_of[1:]] or self._focus.ranked()
        for other in others:
            border = self._look.places.borders.get(frozenset((a.country, other)))
            if border is not None:
                return self._make(draft, border, [Reason("places.border", border.row)])
        return self._make(draft, a, [])

    def _make(self, draft: Draft, entry: Entry, reasons: list[Reason]) -> PlaceMention:
        lat, lon = self._point(draft, entry)
        if draft.other_end is not None and draft.other_end.chosen is not None:
            other = draft.other_end.chosen
            lat, lon = round((lat + other.lat) / 2, 4), round((lon + other.lon) / 2, 4)
        reasons = [Reason("places.name", entry.row or f"gazetteer:{entry.id}"), *reasons, *self._reasons(draft)]
        found = tuple(
            PlaceCandidate(e.id, e.name_en, e.lat, e.lon, e.type, e.country or None, round(share, 3), why)
            for (e, _, why), share in zip(draft.scores[:_MOST_CANDIDATES], shares(draft.scores), strict=False)
        )
        return PlaceMention(
            draft.start, draft.end, self._page.text[draft.start : draft.end], entry.name_en, lat, lon,
            self._precision(draft, entry), found, tuple(reasons),
        )  # fmt: skip

    @staticmethod
    def _reasons(draft: Draft) -> list[Reason]:
        out = [Reason(f"places.{rule}", row) for rule, row in draft.evidence]
        if draft.inside is not None and draft.inside.chosen is not None:
            out.append(Reason("places.container", draft.inside.chosen.row or f"gazetteer:{draft.inside.chosen.id}"))
        return out

    def _point(self, draft: Draft, entry: Entry) -> tuple[float, float]:
        way = draft.way
        if draft.away is not None:
            return away(entry.lat, entry.lon, way, draft.away)
        if not way:
            return entry.lat, entry.lon
        sides = self._look.places.parts.get(entry.id, {})
        if way in sides:
            return sides[way]
        if way == "c":
            return entry.lat, entry.lon
        rural = any(part.kind == "countryside" for part in draft.parts)
        offset = max(_OFFSET.get(entry.type, 0.0), _RURAL_OFFSET if rural else 0.0)
        lat, lon = entry.lat, entry.lon
        for letter in way:
            lat += offset * _VECTORS[letter][0]
            lon += offset * _VECTORS[letter][1]
        return round(lat, 4), round(lon, 4)

    @staticmethod
    def _precision(draft: Draft, entry: Entry) -> PlacePrecision:
        """Never better than the words: a side or the surroundings of a town are an area."""
        value = precision(entry.type)
        if draft.types and not (draft.wanted and draft.wanted.type == "area" and value == "town"):
            value = coarser(value, precision(draft.types[-1].type))
        kinds = {part.kind for part in draft.parts} - {"one"}
        if draft.away is not None and value != "country":
            told = draft.away <= (_WAY_KM if draft.way else _ROUND_KM)
            return coarser("area" if told else "region", value)
        if value == "country" and kinds == {"lands"}:
            return "country"
        if value == "country":
            return "region" if kinds or draft.ways else "country"
        if "countryside" in kinds or (kinds - {"centre"}):
            return coarser("area", value) if value != "region" or "countryside" not in kinds else "area"
        return value

    # -- names that no gazetteer has

    def _unknown(self, draft: Draft, drafts: list[Draft], at: int) -> PlaceMention | None:
        if draft.described and any(t.form in self._look.words.bordering for t in self._page.tokens[slice(*draft.name)]):
            border = self._echoes.border_of_report()
            if border is not None:
                return self._make(draft, border, [Reason("places.border", border.row)])
        outer, rule = self._outer(draft, drafts, at)
        reasons = [Reason("places.unknown"), *self._reasons(draft)]
        local = draft.wanted is not None and draft.wanted.type in _LOCAL and draft.inside is None
        if (draft.site is not None or local) and (outer is None or outer.chosen is None or outer.chosen.type in _WIDE):
            town = self._town(drafts[max(0, at - _REACH) : at][::-1]) or self._town(drafts[at + 1 : at + _REACH])
            outer, rule = town or outer, rule or "places.coordinates_of_neighbour"
        if draft.described and (outer is None or outer.chosen is None):
            return None
        if outer is None or outer.chosen is None:
            words = precision(draft.types[-1].type) if draft.types else None
            return PlaceMention(
                draft.start,
                draft.end,
                self._page.text[draft.start : draft.end],
                None,
                None,
                None,
                words,
                (),
                tuple(reasons),
            )
        lat, lon = self._point(outer, outer.chosen)
        reasons.append(Reason(rule, outer.chosen.row or f"gazetteer:{outer.chosen.id}"))
        own = precision(draft.types[-1].type) if draft.types else "town"
        return PlaceMention(
            draft.start, draft.end, self._page.text[draft.start : draft.end], None, lat, lon,
            coarser(own, self._precision(outer, outer.chosen)), (), tuple(reasons),
        )  # fmt: skip

    @staticmethod
    def _town(near: list[Draft]) -> Draft | None:
        for other in near:
            if other.chosen is not None and other.chosen.type in SETTLED and not points_away(other):
                return other
        return None

    def _outer(self, draft: Draft, drafts: list[Draft], at: int) -> tuple[Draft | None, str]:
        """What contains an unknown name: by the words, else the nearest place of its sentence."""
        if draft.inside is not None and draft.inside.chosen is not None:
            return draft.inside, "places.coordinates_of_container"
        sentence = self._page.sentence_at(draft.start)
        near = [
            other
            for other in drafts[max(0, at - 4) : at + 5]
            if other is not draft
            and other.chosen is not None
            and other.chosen.type != "country"
            and self._page.sentence_at(other.start) == sentence
        ]
        if not near:
            return None, ""
        best = min(near, key=lambda other: abs(other.first - draft.first))
        return best, "places.coordinates_of_neighbour"
