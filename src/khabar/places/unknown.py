"""Names that no gazetteer has, behind a type word: «قرية قوقفين», «منطقة "محطة الأبقار"»."""

from __future__ import annotations

import re

from ..text import Page
from .draft import Draft
from .look import Lookup

_OPENERS = frozenset('"«“„#')
_CLOSERS = frozenset('"»”')
_STOPS = frozenset((".", "،", ",", "؛", ":", "(", ")", "؟", "!", "\n"))
_MOST_WORDS = 4
_CONTAINED = frozenset(("area", "mountain", "valley", "camp", "dam"))
_IN = frozenset(("في", "فى"))
# A verb's or particle's look, where only the shape tells: past feminine, present plural, future, attached prepositions.
_NO_NAME = re.compile("^(?:(?!ال).{2,}ت|[يت].{2,}ون|س[يت].{3,}|بال.+|لل.+|و.+|ف.+|.{1,2})$")
_BOUND = re.compile("(?:ها|هم|هما|نا)$")
_RELATION = re.compile("^(?!ال).{3,}ي(?:ه|ا|ين|ات)$")


class UnknownNames:
    """Reads names by position and shape."""

    def __init__(self, look: Lookup, page: Page) -> None:
        self._look = look
        self._words = look.words
        self._page = page
        self._tokens = page.tokens

    def name_at(self, draft: Draft, j: int) -> int | None:
        """The last token of an unknown name at ``j`` behind ``draft``'s type word; None when it is no name."""
        kind, tokens = draft.wanted, self._tokens
        if kind is None or kind.unknown == "never" or j >= len(tokens) or j == 0:
            return None
        before = tokens[j - 1]
        if before.form in _OPENERS and (before.start == 0 or self._page.text[before.start - 1].isspace()):
            return self._quoted(j) if before.form != "#" else self._tagged(j)
        head = before.form
        if before.kind != "w":
            return None
        if head.startswith("ال") or head[1:3] == "ال" or head[:2] == "لل":
            return None
        if "\n" in self._page.text[before.end : tokens[j].start] or not self._plausible(j):
            return None
        last = self._last(j)
        if kind.unknown == "any" or (kind.type in _CONTAINED and not self._bound(j) and self._contained(last + 1)):
            return last
        return None

    def _bound(self, j: int) -> bool:
        """«مناطق تمركزه»: a word with a pronoun."""
        token = self._tokens[j]
        return bool(_BOUND.search(token.form)) or self._page.text[token.end - 1] == "ه"

    def _contained(self, k: int) -> bool:
        """«منطقة كذا بريف كذا», «جبل كذا في محافظة كذا»: what is told to lie somewhere has a name of its own."""
        tokens = self._tokens
        if k < len(tokens) and tokens[k].form in self._words.links and tokens[k].form not in self._words.stops:
            k += 1  # «التابعة لـ», «الواقعة في»
        inside = k + 1 < len(tokens) and tokens[k].form in _IN
        if k + inside >= len(tokens) or "\n" in self._page.text[tokens[k - 1].end : tokens[k + inside].start]:
            return False
        found = self._look.form(tokens[k + inside].form)
        if inside:
            return bool(found.part or found.type or any(r.single and not r.procs for r in found.names))
        read = [word[1] for word in (found.part, found.type) if word] + [r.procs for r in found.names if r.single]
        side = found.part is not None and found.part[0].kind in ("side", "countryside")
        return "ب" in read or "ل" in read or side

    def listed(self, before: Draft, k: int, marked: bool) -> Draft | None:
        """An unknown name that goes on a list of many, closed by another link, a comma or a preposition."""
        tokens = self._tokens
        cut = 0 if marked else 1
        form = tokens[k].form
        if not marked and not (form.startswith("و") and len(form) > 3):
            return None
        if not self._plausible(k, cut) or form[cut:] in self._words.types or _BOUND.search(form):
            return None
        if "ً" in self._page.text[tokens[k].start : tokens[k].end]:  # «مشيراً»: an adverbial accusative
            return None
        last = self._last(k)
        if not self._closed(last + 1):
            return None
        start = self._page.folded.original(tokens[k].fstart + cut) if cut else tokens[k].start
        return Draft(k, last, start, tokens[last].end, (k, last + 1), types=before.types[-1:], beside=before)

    def _closed(self, k: int) -> bool:
        if k >= len(self._tokens):
            return True
        form = self._tokens[k].form
        return (
            form in _STOPS
            or form in self._words.before
            or form[0] == "و"
            or form.startswith(("بريف", "بناحي", "بمنطق"))
        )

    def _quoted(self, j: int) -> int | None:
        for k in range(j, min(j + _MOST_WORDS + 2, len(self._tokens))):
            if self._tokens[k].form in _CLOSERS:
                return k - 1 if k > j else None
        return None

    def _tagged(self, j: int) -> int | None:
        last = j
        while last + 2 < len(self._tokens) and self._tokens[last + 1].form == "_":
            last += 2
        return last if self._tokens[j].kind == "w" else None

    def _last(self, j: int) -> int:
        """The end of a name at ``j``: a first part such as «كفر» or «تل» takes the next word."""
        nxt = j + 1
        if (
            nxt < len(self._tokens)
            and self._tokens[j].form.removeprefix("و") in self._words.firsts
            and self._tokens[nxt].kind == "w"
        ):
            return nxt
        return j

    def _plausible(self, j: int, cut: int = 0) -> bool:
        token = self._tokens[j]
        form = token.form[cut:]
        words = self._words
        if token.kind != "w" or form in words.followers or form.removeprefix("ال") in words.followers:
            return False
        known = self._look.form(form)
        if (known.part or (known.type and known.type[1])) and form not in words.firsts:
            return False
        if form in words.before or form in words.links or form in words.sides or form in words.grounds:
            return False
        if form in self._look.places.nations or form in words.firsts:
            return form in words.firsts
        if form.startswith("كفر") and len(form) > 4:
            return True
        return not _NO_NAME.match(form) and not _RELATION.match(form)
