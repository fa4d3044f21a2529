"""Buildings told by their kind alone: «مقهى في العاصمة داكا», «مركز للشرطة في قضاء كذا», «قرب مبنى البرلمان».

The noun, up to a few words of its own, and the place behind «في» or «بـ» make one mention that lies where that place is.
"""

from __future__ import annotations

from collections.abc import Callable

from ..text import Page
from .draft import Draft
from .look import Lookup

_KINDS = frozenset(("site", "airport", "crossing", "camp"))
_MOST_WORDS = 3


class Sites:
    """Reads such mentions; ``draft_at`` reads the place inside one."""

    def __init__(self, look: Lookup, page: Page, draft_at: Callable[[int], Draft | None]) -> None:
        self._look = look
        self._tokens = page.tokens
        self._page = page
        self._draft_at = draft_at

    def at(self, draft: Draft, j: int) -> Draft | None:
        """``draft`` with what stands from token ``j`` on; None when it is no such mention."""
        if not draft.types or draft.types[-1].type not in _KINDS or draft.types[-1].many:
            return None
        k = j
        for _ in range(_MOST_WORDS + 1):
            if k >= len(self._tokens) or self._tokens[k].kind != "w" or self._line_ends(k):
                break
            inner = self._inner(k)
            if inner is not None:
                return self._merge(draft, inner)
            if self._closes(k):
                break
            k += 1
        return self._known_only(draft, j, k)

    def _line_ends(self, k: int) -> bool:
        return "\n" in self._page.text[self._tokens[k - 1].end : self._tokens[k].start]

    def _closes(self, k: int) -> bool:
        form = self._tokens[k].form
        words = self._look.words
        return form in words.before or form in words.stops or form[0] == "و" or form in words.grounds

    def _inner(self, k: int) -> Draft | None:
        form = self._tokens[k].form
        inner = None
        if form in ("في", "فى", "على"):
            if k + 1 < len(self._tokens) and self._tokens[k + 1].kind == "w" and not self._line_ends(k + 1):
                inner = self._draft_at(k + 1)
                if inner is not None and form == "على" and not inner.parts:
                    return None
        elif form[0] == "ب":
            inner = self._draft_at(k)
            if inner is not None and inner.procs != "ب":
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

    def _known_only(self, draft: Draft, j: int, k: int) -> Draft | None:
        """«مبنى البرلمان»: a definite word or two behind the noun, and no place."""
        stop = j
        while stop < min(k, j + 2) and self._tokens[stop].form.startswith("ال"):
            stop += 1
        if stop == j or (stop < k and self._tokens[stop].form.startswith("ال")):
            return None
        if self._tokens[j - 1].form.startswith("ال"):  # «القاعدة العسكرية» has an adjective, not a name
            return None
        draft.site = draft.types[-1]
        draft.name = (j, stop)
        draft.last, draft.end = stop - 1, self._tokens[stop - 1].end
        return draft
