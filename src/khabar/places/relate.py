"""How drafts stand to the words around them and to one another: evidence, containers, lists."""

from __future__ import annotations

from itertools import pairwise

from ..text import Page
from .draft import Draft
from .look import Lookup

_MARKS = frozenset("\"«»“”„'’‘#")
_OPEN = frozenset("([")
_COMMAS = frozenset(("،", ",", "-", "–", ":"))
_DATELINE = frozenset(("-", "–", "—", ":", "/", "("))
_LARGE = frozenset(("region", "district", "area", "country", "island", "valley", "mountain"))
_MOST_GAP = 4


def evidence(draft: Draft, page: Page, look: Lookup) -> None:
    """Add the reasons that the words next to ``draft`` give for its being a place."""
    add = draft.evidence.append
    for word in draft.types:
        add(("type", word.row))
    for part in draft.parts:
        add(("part", part.row))
    if draft.away is not None:
        add(("distance", None))
    for token in page.tokens[draft.last + 1 : draft.last + 3]:  # «كانت المدينة قد شهدت»
        ground = look.form(token.form).ground
        if ground and ground[1].endswith("/witnesses"):
            add(("ground", ground[1]))
            break
    tokens, k = page.tokens, draft.first - 1
    while k >= 0 and tokens[k].form in _MARKS:
        k -= 1
    if "ب" in draft.procs:
        add(("preposition", None))
    elif "ل" in draft.procs:
        add(("towards", None))
    elif k < 0 or "\n" in page.text[tokens[k].end : draft.start]:
        if _dateline(draft, page):
            add(("dateline", None))
    else:
        _before(draft, tokens[k].form, look)


def _before(draft: Draft, form: str, look: Lookup) -> None:
    words = look.words
    for cut in (0, 1, 2):
        stem = form[cut:]
        if not stem or (cut and form[cut - 1] not in "وفبل"):
            break
        if stem in words.before:
            sure, row = words.before[stem]
            draft.evidence.append(("preposition" if sure else "towards", row))
            return
        if stem in words.grounds:
            draft.evidence.append(("ground", words.grounds[stem][1]))
            return
    if form in _OPEN:
        draft.evidence.append(("bracket", None))


def _dateline(draft: Draft, page: Page) -> bool:
    following = page.tokens[draft.last + 1 : draft.last + 2]
    return bool(following) and following[0].form in _DATELINE


def containers(drafts: list[Draft], page: Page, look: Lookup) -> None:
    """Link each draft to the one behind it that contains it, and the others of its list with it."""
    for a, b in pairwise(drafts):
        if not b.echo and not b.sides_of and _contains(a, b, page, look):
            inner: Draft | None = a
            while inner is not None and inner.inside is None:
                inner.inside = b
                inner.evidence.append(("inside", None))
                inner = inner.beside


def _contains(a: Draft, b: Draft, page: Page, look: Lookup) -> bool:
    gap = page.tokens[a.last + 1 : b.first]
    if len(gap) > _MOST_GAP + 2 * (b.away is not None) or "\n" in page.text[a.end : b.start] or b.beside is a:
        return False
    if b.away is not None and not a.procs.startswith("ل") and _measured(a, b, page, look):
        return True
    large = _is_large(b)
    forms = [token.form for token in gap if token.form not in _MARKS]
    if not forms:
        return "ب" in b.procs or (not b.procs and (large or bool(b.parts)))
    links = look.words.links
    if any(form not in links and form not in _COMMAS and form not in _OPEN for form in forms):
        return False
    if any(form in _OPEN or form in _COMMAS for form in forms):
        return large and not b.procs
    named = bool(b.types) or a.echo  # «المنزل المذكور في كذا»
    return "ب" in b.procs or "ل" in b.procs or large or bool(b.parts) or (forms[-1] == "في" and named)


def _measured(a: Draft, b: Draft, page: Page, look: Lookup) -> bool:
    """«كذا التي تبعد 40 كلم شرق كذا»: only words of distance between."""
    gap = page.tokens[a.last + 1 : b.first]
    return bool(gap) and all(token.form in look.words.distance or token.form in _MARKS for token in gap)


def _is_large(draft: Draft) -> bool:
    if any(part.kind in ("countryside", "side") for part in draft.parts):
        return True
    if draft.wanted is not None:
        return draft.wanted.type in _LARGE or draft.wanted.type == "city"
    return any(entry.type in _LARGE for entry, _ in draft.entries[:2])
