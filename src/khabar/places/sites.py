"""Places told by their kind alone: «مقهى في العاصمة داكا», «مركز للشرطة في قضاء كذا», «قرى بريف كذا», «مبنى البرلمان».

The noun, up to a few words of its own, and the place behind «في» or «بـ» make one mention that lies where that
place is.
"""

from __future__ import annotations

from collections.abc import Callable

from ..text import Page
from .draft import Draft
from .look import Lookup

_KINDS = frozenset(("site", "airport", "crossing", "camp", "road"))
_MOST_WORDS = 7
_NAME_WORDS = 1  # «مقر القوة الأممية في كذا»; of a longer description only the place behind it is taken
_STRETCH_WORDS = 2  # «معاقل التنظيم شرق الفرات»
_QUOTES = frozenset('"«»“”')
_VAGUE = frozenset(("district", "region", "country"))  # «من ناحية أخرى», «محافظات عدة»
_PROPER = frozenset(("worship", "hospital", "bridge", "prison"))
_DESCRIBING = frozenset(("size", "near", "kind", "state"))


class Sites:
    """Reads such mentions; ``draft_at`` reads the place inside one."""

    def __init__(self, look: Lookup, page: Page, draft_at: Callable[[int], Draft | None]) -> None:
        self._look = look
        self._tokens = page.tokens
        self._page = page
        self._draft_at = draft_at

    def at(self, draft: Draft, j: int) -> Draft | None:
        """``draft`` with what stands from token ``j`` on; None when it is no such mention."""
        if not draft.types:
            return None
        building = any(word.type in _KINDS for word in draft.types)
        last = draft.types[-1]
        if building and last.many and not last.near and not any(part.kind == "one" for part in draft.parts):
            return None  # but «أحد المنازل في كذا»
        if j < len(self._tokens) and self._row(j).endswith("/trade"):
            return None  # «السوق السوداء بكذا»
        k = j
        for _ in range(_MOST_WORDS + 1):
            if k < len(self._tokens) and self._tokens[k].form in _QUOTES:
                k += 1
            if k >= len(self._tokens) or self._tokens[k].kind != "w" or self._line_ends(k):
                break
            inner = self._inner(draft, k)
            if inner is not None:
                return self._merge(draft, inner) if self._merges(draft, inner, j, k, building) else None
            stretch = draft.types[-1].type == "area" and k < j + _STRETCH_WORDS
            if self._closes(k) or not (building or stretch or self._describes(k)):
                break
            k += 1
        known = self._known_only(draft, j, k) if building else None
        return known or self._described(draft, j)

    def _merges(self, draft: Draft, inner: Draft, j: int, k: int, building: bool) -> bool:
        """Whether the words between make one place of both: a few for a building, an adjective for other places."""
        if building:
            return k - j <= _NAME_WORDS
        aside = k > j and bool(inner.parts) and inner.first == k  # «معاقل التنظيم شرق كذا»
        if draft.types[-1].many and not aside and not any(self._lies(m) for m in range(j, k)):
            return False  # «مناطق متفرقة في كذا»: somewhere there, so «كذا» is the place
        if draft.types[-1].type == "area" and k > j and (self._located(draft) or self._lies(k - 1)):
            near = self._tokens[k - 1].form.removeprefix("ال") in self._look.words.nearness
            return near or bool(inner.parts) or all(self._describes(m) for m in range(j, k))
        country = bool(inner.entries) and inner.entries[0][0].type == "country"
        return not country and not self._definite(j - 1) and k - j <= (_MOST_WORDS if self._located(draft) else 1)

    def _described(self, draft: Draft, j: int) -> Draft | None:
        """«في منطقة جبلية», «محيط مدرسة»: a place that only its neighbours locate."""
        k = j
        while k < len(self._tokens) and self._tokens[k].kind == "w" and not self._line_ends(k) and self._plain(k):
            k += 1
        if k == j and draft.types[-1].type == "area":  # «مناطق القتال»
            while (
                k < min(j + 2, len(self._tokens)) and self._tokens[k].form.startswith("ال") and not self._line_ends(k)
            ):
                k += 1
        head = self._look.form(self._tokens[j - 1].form)
        parts = any(part.kind != "one" for part in draft.parts)
        bare_building = k == j and parts and draft.types[-1].type in _KINDS and head.part is None
        if (
            draft.types[-1].type in _VAGUE
            or not self._located(draft)
            or self._tokens[j - 1].form.startswith("ال")
            or not (k > j or bare_building)
        ):
            return None
        draft.site = draft.types[-1]
        draft.described = True
        draft.name = (j, k)
        draft.last, draft.end = k - 1, self._tokens[k - 1].end
        return draft

    def _plain(self, k: int) -> bool:
        row = self._look.words.followers.get(self._tokens[k].form, "")
        return row.rpartition("/")[2] in _DESCRIBING

    def _located(self, draft: Draft) -> bool:
        """A preposition or part stands before it: it is where, not what («قرب مبنى …» against «استهدف مبنى …»)."""
        if draft.parts or "ب" in draft.procs:
            return True
        before = self._tokens[draft.first - 1].form if draft.first else ""
        return any(form in self._look.words.before for form in (before, before[1:]))

    def _row(self, k: int) -> str:
        """The row of what the word at ``k`` tells of the noun before it; "" for none."""
        return self._look.words.followers.get(self._tokens[k].form.removeprefix("ال"), "")

    def _lies(self, k: int) -> bool:
        """«قرى حدودية»: an adjective that tells how or where it lies."""
        return self._row(k).endswith("/near")

    def _describes(self, k: int) -> bool:
        """«منطقة جبلية في كذا»: an adjective of lie or kind."""
        form = self._tokens[k].form
        bare = form.removeprefix("ال")
        words = self._look.words
        return bare in words.followers or bare in words.nearness or form in self._look.places.nations

    def _definite(self, k: int) -> bool:
        form = self._tokens[k].form
        return form.startswith(("ال", "لل")) or form[1:3] == "ال"

    def _line_ends(self, k: int) -> bool:
        return "\n" in self._page.text[self._tokens[k - 1].end : self._tokens[k].start]

    def _closes(self, k: int) -> bool:
        form = self._tokens[k].form
        words = self._look.words
        return form in words.before or form in words.stops or form[0] == "و" or form in words.grounds

    def _inner(self, draft: Draft, k: int) -> Draft | None:
        form = self._tokens[k].form
        near = self._tokens[k - 1].form.removeprefix("ال") in self._look.words.nearness
        inner = None
        if form in ("في", "فى", "على", "من", "داخل", "ضمن"):
            if k + 1 < len(self._tokens) and self._tokens[k + 1].kind == "w" and not self._line_ends(k + 1):
                inner = self._draft_at(k + 1)
                if inner is not None and form == "على" and not inner.parts:
                    return None
                if inner is not None and form == "من" and draft.types[-1].type in _KINDS and not near:
                    return None
        elif (draft.types[-1].type == "area" or near) and self._look.form(form).part is not None:
            inner = self._draft_at(k)
            if inner is not None and (inner.procs or not inner.parts):
                return None
        elif form[0] == "ب" or (near and form[0] == "ل"):
            inner = self._draft_at(k)
            if inner is not None and inner.procs != form[0]:
                return None
        if inner is None or inner.echo or inner.sides_of or not (inner.entries or inner.types):
            return None
        return inner

    @staticmethod
    def _merge(draft: Draft, inner: Draft) -> Draft:
        draft.site = draft.types[-1]
        draft.entries, draft.name, draft.ways = inner.entries, inner.name, inner.ways
        draft.types, draft.parts = inner.types, inner.parts
        draft.evidence = [("site", draft.site.row), *inner.evidence]
        draft.last, draft.end = inner.last, inner.end
        return draft

    def _proper(self, draft: Draft, j: int) -> bool:
        """«الكنيسة المرقسية», «الجسر المعلق»: kinds of building whose adjective is most often their name."""
        return not self._row(j) and draft.types[-1].row.rpartition("/")[2] in _PROPER

    def _known_only(self, draft: Draft, j: int, k: int) -> Draft | None:
        """«مبنى البرلمان»: a definite word or two behind the noun, and no place."""
        stop = j
        while stop < min(k, j + 2) and self._tokens[stop].form.startswith("ال"):
            stop += 1
        if stop > j and self._row(j).endswith("/people"):
            return None  # «مركز العمليات»
        if stop == j or (stop < k and self._tokens[stop].form.startswith("ال")):
            return None
        if self._definite(j - 1) and not self._proper(draft, j):  # «القاعدة العسكرية» has an adjective, not a name
            return None
        draft.site = draft.types[-1]
        draft.name = (j, stop)
        draft.last, draft.end = stop - 1, self._tokens[stop - 1].end
        return draft
