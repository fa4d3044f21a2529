"""What stands for a place named before: «المدينة», «البلاد», «القطاع», «العاصمة», «أراضيها», «مشارفها»."""

from __future__ import annotations

from ..model import Reason
from ..text import Page
from .choose import Focus
from .draft import Draft
from .gazetteer import Entry
from .look import Lookup
from .names import name_key
from .types import PRECISION, SETTLED

Answer = tuple[Entry, list[Reason]]
_REACH = 15  # how many mentions back «المدينة» may point
_BACK = 40  # how many tokens back the country of «أراضيها» may be named
_STRETCHES = frozenset(("region", "area", "district", "island", "mountain", "airport", "crossing"))


class Echoes:
    """Finds what they stand for, on one page."""

    def __init__(self, page: Page, look: Lookup, focus: Focus) -> None:
        self._page = page
        self._look = look
        self._focus = focus

    def answer(self, draft: Draft, drafts: list[Draft], at: int) -> Answer | None:
        """The place that ``draft``, the mention ``at``, stands for, and why."""
        before, after = drafts[max(0, at - _REACH) : at], drafts[at + 1 : at + _REACH]
        if draft.owner:
            return self._owner(draft, before)
        stands = self._stands(draft)
        if stands is not None:
            return stands, [Reason("places.stands_for", stands.row)]
        if draft.bordering:
            border = self.border_of_report()
            return (border, [Reason("places.border", border.row)]) if border else None
        kind = draft.wanted.type if draft.wanted else "country"
        if draft.seat:
            capital = self._capital(before)
            return (capital, [Reason("places.capital")]) if capital else None
        if kind == "country":
            country = self._look.places.countries.get(self._focus.main() or "")
            return (country, [Reason("places.country_of_report")]) if country else None
        return self._named_before(draft, kind, before, after)

    def _named_before(self, draft: Draft, kind: str, before: list[Draft], after: list[Draft]) -> Answer | None:
        inside = draft.inside.chosen if draft.inside is not None else None
        if inside is not None and PRECISION.get(kind) == "exact" and inside.type in SETTLED:
            return inside, [Reason("places.coordinates_of_container")]
        near = [other for other in reversed(before) if other.chosen is not None and not points_away(other)]
        near.sort(key=lambda other: other.has("dateline"))  # where the reporter sits comes last
        for answers in (_called, _answers):
            for other in near:
                if other.chosen is not None and answers(kind, other) and (kind != "site" or _same_word(draft, other)):
                    return other.chosen, [Reason("places.named_before")]
        if kind in ("area", "region") and draft.has(
            "preposition", "ground"
        ):  # «في المنطقة»: about the place just named
            sentence = self._page.sentence_at(draft.start)
            for other in near:
                if kind == "region" and other.chosen is not None and other.chosen.type == "city":
                    return other.chosen, [Reason("places.named_before")]
                if kind == "area" and sentence - self._page.sentence_at(other.start) <= 1 and not _is_country(other):
                    return (other.chosen, [Reason("places.named_before")]) if other.chosen else None
        if PRECISION.get(kind) == "exact":  # «في السوق»: somewhere in the town last named
            for other in (*near, *(after if draft.has("preposition") else ())):
                if other.chosen is not None and other.chosen.type in SETTLED:
                    return other.chosen, [Reason("places.coordinates_of_neighbour")]
        return None

    def _owner(self, draft: Draft, before: list[Draft]) -> Answer | None:
        """«أراضيها»: of the country, «مشارفها»: of the place named last, where its gender agrees."""
        sentence = self._page.sentence_at(draft.start)
        if any(part.kind == "lands" for part in draft.parts):
            country = self._country_before(draft.first, sentence, draft.owner)
            return (country, [Reason("places.named_before", country.row)]) if country else None
        for other in reversed(before):
            if sentence - self._page.sentence_at(other.start) > 1:
                break
            entry = other.chosen
            if entry is None or points_away(other) or entry.type not in SETTLED | _STRETCHES:
                continue
            if self._is_feminine(other) is (draft.owner == "ها"):
                return entry, [Reason("places.named_before", entry.row)]
        return None

    def _is_feminine(self, other: Draft) -> bool:
        """Towns are; of others their noun decides."""
        at = other.name[0] - 1
        if other.types and at >= 0 and self._look.form(self._page.tokens[at].form).type is not None:
            return self._page.tokens[at].form.endswith("ه")
        return True

    def _country_before(self, first: int, sentence: int, pronoun: str) -> Entry | None:
        tokens, places = self._page.tokens, self._look.places
        for k in range(first - 1, max(-1, first - _BACK), -1):
            if self._page.sentence_at(tokens[k].start) != sentence:
                return None
            form = tokens[k].form
            nation = places.nations.get(form) or places.nations.get(form[1:])
            entry = nation.country if nation else self._country_named(k)
            if entry is not None and (entry.country in places.masculine) is (pronoun == "ه"):
                return entry
        return None

    def _country_named(self, k: int) -> Entry | None:
        hit = self._look.name_at(self._page, k) if self._look.form(self._page.tokens[k].form).names else None
        own = [entry for entry, exact in hit.entries if entry.row and exact] if hit else []
        return own[0] if own and own[0].type == "country" else None

    def _stands(self, draft: Draft) -> Entry | None:
        """«القطاع», «المملكة»: by themselves one certain place, in a report on its country."""
        name = name_key(draft.wanted.stands) if draft.wanted is not None and draft.wanted.stands else None
        rows = self._look.places.names.get(name.key, ()) if name is not None else ()
        return next((entry for entry, _ in rows if self._focus.holds(entry.country)), None)

    def border_of_report(self) -> Entry | None:
        ranked = self._focus.ranked()[:3]
        for i, one in enumerate(ranked):
            for other in ranked[i + 1 :]:
                border = self._look.places.borders.get(frozenset((one, other)))
                if border is not None:
                    return border
        return None

    def _capital(self, before: list[Draft]) -> Entry | None:
        for other in reversed(before):
            if other.chosen is not None and other.chosen.id in self._look.places.capitals:
                return other.chosen
        return self._look.places.capital_of.get(self._focus.main() or "")


def _is_country(other: Draft) -> bool:
    return other.chosen is None or other.chosen.type == "country"


def points_away(other: Draft) -> bool:
    """«غرب بغداد»: a place named only to say where another lies."""
    return any(part.kind == "side" for part in other.parts)


def _same_word(draft: Draft, other: Draft) -> bool:
    """«المسجد» is the mosque named before, and no other building."""
    return draft.wanted is not None and other.wanted is not None and other.wanted.row == draft.wanted.row


def _called(kind: str, other: Draft) -> bool:
    """It was called so, or is of the very kind and was not called otherwise."""
    if other.wanted is not None:
        return other.wanted.type == kind and _answers(kind, other)
    return other.chosen is not None and other.chosen.type == kind and other.site is None


def _answers(kind: str, other: Draft) -> bool:
    if _is_country(other) or other.site is not None or other.chosen is None:
        return False
    if kind in SETTLED:
        return other.chosen.type in SETTLED and (other.wanted is None or other.wanted.type in SETTLED)
    asked = other.wanted is not None and other.wanted.type == kind and other.chosen.type not in SETTLED
    return other.chosen.type == kind or asked
