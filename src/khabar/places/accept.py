"""Whether a draft is a place at all: names that are also words, people or governments need a reason."""

from __future__ import annotations

from ..text import Page
from .choose import Focus, candidates
from .draft import Draft
from .gazetteer import Entry
from .lexis import HAMZAS
from .look import Lookup
from .names import bare
from .types import BEARS_TOWN

_PLAIN = ("preposition", "ground", "bracket", "dateline", "side", "distance")
_LARGE = 100_000
_HUGE = 1_000_000
_QUOTES = frozenset('"«“„#')
# Prepositions with a pronoun, which may part a verb from its subject: «انسحبت منه تركيا».
_LEANING = frozenset("منه منها فيه فيها عليه عليها عنه عنها له لها به بها اليه اليها معه معها ضده ضدها".split())


def judge(draft: Draft, page: Page, look: Lookup, focus: Focus) -> None:
    """Decide on ``draft``, and before it on what its own evidence rests on: its container and the head of its list."""
    waiting = [] if draft.judged else [draft]
    while waiting:  # by a stack of our own: a chain of containers may be of any length
        one = waiting[-1]
        one.judged = True
        other = next((o for o in (one.inside, one.beside) if o is not None and not o.judged), None)
        if other is not None:
            waiting.append(other)
        else:
            _decide(waiting.pop(), page, look, focus)


def _decide(draft: Draft, page: Page, look: Lookup, focus: Focus) -> None:
    for other, reasons in ((draft.inside, ("inside",)), (draft.beside, ("list", "type"))):
        if other is not None and not other.kept:
            draft.evidence = [reason for reason in draft.evidence if reason[0] not in reasons]
            if other is draft.beside:
                draft.types = []
    if draft.inside is not None and not draft.inside.kept:
        draft.inside = None
    draft.kept = accepted(draft, page, look, focus)


def accepted(draft: Draft, page: Page, look: Lookup, focus: Focus) -> bool:
    """Whether the words around ``draft`` and what its name may mean make it a place."""
    if draft.echo:
        if _described(draft, page, look):
            return False
        if draft.owner:  # «أراضيها» is always a place, «أطرافها» may be anybody's
            return draft.parts[0].kind == "lands" or draft.has("preposition", "towards", "ground")
        stands = draft.wanted is not None and bool(draft.wanted.stands)
        located = draft.has("preposition", "part", "ground") or draft.bordering or (stands and draft.has("towards"))
        return located or len(draft.types) > 1 or _is_landmark(draft)
    if not draft.entries:
        located = draft.has("preposition", "towards", "part", "ground", "inside")
        if draft.site is not None and not located and not _stands_alone(draft, page, look):
            return False
        return draft.has("type", "list", "site")
    rows = draft.rows = candidates(draft, focus)
    if not rows:
        return _nameable(draft, page)
    own = [entry for entry, exact in rows if entry.row and exact] or [entry for entry, _ in rows if entry.row]
    if _adjective(draft, page, look):
        return False
    if _ordinary(draft, page, look) and not (
        draft.has("type", "list", "side", "site")
        or (draft.has("part") and own)
        or (draft.has("preposition", "dateline") and any(not entry.weak for entry in own))
    ):
        return False
    if own:
        return _own(draft, own, page, look)
    if _owned(draft, page, look) or _definite_part(draft, page) or _definite_type(draft, page):
        return False
    if _foreign(draft, [entry for entry, _ in rows], focus):
        return True
    draft.rows = []
    return _nameable(draft, page)


_LANDMARKS = frozenset(
    "airport crossing camp worship market port hospital city town village governorate kingdom".split()
)


_BUILDINGS = frozenset(("building", "worship", "hospital", "prison", "hostelry"))


def _stands_alone(draft: Draft, page: Page, look: Lookup) -> bool:
    """«اقتحموا مبنى البرلمان»: a building with its name needs no preposition, unless it is somebody's office."""
    if draft.site is None or draft.described or draft.site.row.rpartition("/")[2] not in _BUILDINGS:
        return False
    before = page.tokens[draft.first - 1].form if draft.first else ""
    return before not in look.words.offices and not draft.site.many


def _is_landmark(draft: Draft) -> bool:
    """«اقتحموا المسجد»: a thing that needs no preposition to be where it happened."""
    return draft.wanted is not None and draft.wanted.row.rpartition("/")[2] in _LANDMARKS


def _described(draft: Draft, page: Page, look: Lookup) -> bool:
    """«الجامعة العربية», «القاعدة الشعبية»: a definite word behind makes another thing of it."""
    k = draft.last + 1
    if k >= len(page.tokens) or not page.tokens[k].form.startswith("ال") or page.tokens[k].start > draft.end + 1:
        return False
    form = page.tokens[k].form
    words = look.words
    if draft.wanted is not None and draft.wanted.stands and form[2:] in words.followers:
        return True  # «القطاع الخاص»
    if form in words.links or form in words.sides or form[2:] in words.followers or form in words.followers:
        return False
    return form.endswith(("يه", "ي"))


def _ordinary(draft: Draft, page: Page, look: Lookup) -> bool:
    first, stop = draft.name
    if stop - first != 1:
        return False
    form = page.tokens[first].form
    if draft.first == first and draft.procs:
        form = form[len(draft.procs) :]
        form = "ال" + form[1:] if draft.procs.endswith("ل") and form.startswith("ل") else form
    written = look.words.written.get(form)
    if written is None:
        name = page.text[page.tokens[first].start : page.tokens[first].end]
        return "آ" in name and bool(look.places.names.get(bare(form)[0])) and bare(form)[0] not in look.places.maddas
    text, end = page.text, page.tokens[first].end
    letter, last = text[end - len(form)], text[end - 1]
    if written[-1] == "ه" and last == "ة":  # «جدة» is no «جده»
        return False
    return not (written[0] in HAMZAS and letter in HAMZAS and letter != written[0])


def _nameable(draft: Draft, page: Page) -> bool:
    """A name whose known bearers all lie elsewhere may still be that of an unknown place."""
    if not draft.has("type") or draft.wanted is None or draft.wanted.unknown == "never" or draft.name[0] == 0:
        return False
    before = page.tokens[draft.name[0] - 1].form
    if draft.wanted.unknown == "quoted":
        return before in _QUOTES
    return not before.startswith("ال")


def _adjective(draft: Draft, page: Page, look: Lookup) -> bool:
    """«الصحافة السعودية»: a country's name that is its adjective too, behind a definite noun."""
    if draft.first == 0 or draft.types or draft.parts or draft.sides_of or draft.name[0] != draft.first:
        return False
    before = page.tokens[draft.first - 1].form
    definite = before.startswith(("ال", "لل")) or before[1:3] == "ال"
    return definite and page.tokens[draft.first].form in look.places.nations and draft.name[1] - draft.name[0] == 1


def _owned(draft: Draft, page: Page, look: Lookup) -> bool:
    """«منزله» is somebody's house and no «منزلة»: a noun of kind with a pronoun, where ة would be the name's end."""
    first, stop = draft.name
    token = page.tokens[first]
    return (
        stop - first == 1 and page.text[token.end - 1] == "ه" and token.form[len(draft.procs) : -1] in look.words.types
    )


def _definite_part(draft: Draft, page: Page) -> bool:
    """«الأطراف العربية» are parties: the first term of an annexation takes no article."""
    if not draft.parts or draft.types or draft.name[0] != draft.first + 1:
        return False
    return page.tokens[draft.first].form[len(draft.procs) :].startswith("ال")


def _definite_type(draft: Draft, page: Page) -> bool:
    """«المساجد العثمانية» has an adjective: a name stands behind a noun of kind without article."""
    head = page.tokens[draft.name[0] - 1].form
    definite = head.startswith(("ال", "لل")) or head[1:3] == "ال"
    return bool(draft.types) and draft.beside is None and draft.site is None and definite


def _own(draft: Draft, own: list[Entry], page: Page, look: Lookup) -> bool:
    if _sponsor(draft, page, look):
        return False
    whole = draft.name[0] == draft.first and own[0].type == "country"  # «الولايات المتحدة» has its type word in it
    if draft.has("site", "part", "list", "inside", "side") or (draft.has("type") and not whole):
        return True
    if not draft.has("preposition", "bracket", "dateline", "side") and all(entry.weak for entry in own):
        return False
    if own[0].type == "country" and _allied(draft, page, look):
        return False
    if draft.has(*_PLAIN):
        return not _loosely_attached(draft, page) or any(not entry.weak for entry in own)
    k = draft.first - 1
    while k > 0 and page.tokens[k].form == "_":  # «#شبكة_أخبار_حلب»
        k -= 1
    before = page.tokens[k].form if k >= 0 else ""
    if any(look.words.offices.get(form, "").endswith("/titles") for form in (before, before[1:])):
        return False
    if all(entry.id in look.places.capitals for entry in own):
        return draft.has("towards") and draft.procs == ""
    if any(entry.type == "country" for entry in own):
        return not _governs(draft, page, look)
    return any(not entry.weak for entry in own)


def _loosely_attached(draft: Draft, page: Page) -> bool:
    """«باراك» need not be «بـ» and a name: only a long name or one with its article is sure behind a letter."""
    if not draft.procs or draft.name[1] - draft.name[0] > 1:
        return False
    form = page.tokens[draft.first].form[len(draft.procs) :]
    return not form.startswith("ال")


def _sponsor(draft: Draft, page: Page, look: Lookup) -> bool:
    """«بدعم من إيران»: what a country gives, not where."""
    tokens, first = page.tokens, draft.first
    if first < 2 or tokens[first - 1].form != "من" or not any(e.type == "country" for e, _ in draft.entries):
        return False
    return tokens[first - 2].form in look.words.offices


def _governs(draft: Draft, page: Page, look: Lookup) -> bool:
    """A country beside a verb of speech or behind an office is its government."""
    words, k = look.words, draft.first - 1
    if k > 0 and page.tokens[k].form in _LEANING:
        k -= 1
    before = page.tokens[k].form if k >= 0 else ""
    after = page.tokens[draft.last + 1].form if draft.last + 1 < len(page.tokens) else ""
    return after in words.speech or any(
        form in words.speech or form in words.offices for form in (before, before[1:]) if form
    )


def _allied(draft: Draft, page: Page, look: Lookup) -> bool:
    """«إلى أميركا وحلفائها»: a country with allies is a party."""
    after = page.tokens[draft.last + 1].form if draft.last + 1 < len(page.tokens) else ""
    return look.words.speech.get(after, "").endswith("/allies")


def _foreign(draft: Draft, entries: list[Entry], focus: Focus) -> bool:
    """A name that only the gazetteer has."""
    if draft.has("type", "list", "site"):
        bears = draft.wanted is not None and draft.wanted.type in BEARS_TOWN
        told = [entry for entry in entries if focus.holds(entry.country)]
        return not bears or bool(told) or (focus.empty() and any(entry.population >= _LARGE for entry in entries))
    known = [entry for entry in entries if focus.holds(entry.country) or entry.population >= _HUGE]
    if not known:
        return False
    words = draft.name[1] - draft.name[0]
    if draft.has("part") or (draft.has("inside") and words > 1):
        return True
    if not draft.has(*_PLAIN) and not (draft.has("towards") and not draft.procs):
        return False
    if draft.has("inside") and not draft.procs:  # «السياحة في لبنان», «بجروح في …»: any noun may stand before «في»
        return True
    largest = max(entry.population for entry in known)
    if draft.procs and words == 1:  # «باكرا» is no «بـ» and «أكرا»: only a large place of the countries told of
        return largest >= _LARGE and any(focus.holds(entry.country) for entry in known)
    return largest >= _LARGE or (not draft.procs and (words > 1 or largest >= 5_000))
