"""Reading mentions off the tokens: [part …] [type word …] name [sides], lists of names, countries by their adjectives.

The order of words is that of Arabic annexation (iḍāfa): «محيط بلدة كذا», «ريف كذا الشمالي», «الأطراف الشرقية
لمدينة كذا».
"""

from __future__ import annotations

from ..text import Page
from .draft import Draft
from .grounds import GroundReader
from .lexis import HAMZAS
from .look import NOTHING, Form, Lookup, NameHit
from .sites import Sites
from .tokens import MARKS
from .types import fits
from .unknown import UnknownNames

_LIST_MARKS = frozenset(("،", ",", "-", "–", "/"))
_MOST_HEADS = 6
_BETWEEN = frozenset(("من",))


class Scanner(GroundReader):
    """Finds the drafts of one page, in order."""

    def __init__(self, look: Lookup, page: Page) -> None:
        super().__init__(look, page)
        self._unknown = UnknownNames(look, page)
        self._sites = Sites(look, page, self.draft_at)

    def drafts(self) -> list[Draft]:
        """All drafts, none overlapping another."""
        out: list[Draft] = []
        free = 0
        for i in self._beginnings():
            draft = self.draft_at(i) if i >= free else None
            if draft is None:
                continue
            out.append(self._measure(draft))
            while (following := self._listed(draft)) is not None:
                out.append(following)
                draft = following
            free = draft.last + 1
        return out

    def _beginnings(self) -> list[int]:
        """The words that may begin a mention."""
        look = self._look.all(self._page.forms)
        return [i for i, token in enumerate(self._tokens) if look[i] is not NOTHING and token.kind == "w"]

    def draft_at(self, i: int) -> Draft | None:
        form = self._look.form(self._tokens[i].form)
        hit = self._name(i, form)
        if form.ground and (hit is None or hit.words == 1):
            ground = self._ground(i)
            if ground is not None:
                return ground
        if form.type is None and form.part is None and hit is None:
            return self._owned(i)
        draft = Draft(i, i, self._tokens[i].start, self._tokens[i].end, (i, i))
        j = i
        for _ in range(_MOST_HEADS):
            j = self._skip(j) if j > i else j
            if j >= len(self._tokens) or (j > i and self._breaks(j)):
                break
            form = self._look.form(self._tokens[j].form)
            if j > i:
                hit = self._name(j, form)
            if hit and self._takes_name(draft, j, hit, form.type is not None or form.part is not None):
                return self._named(draft, i, j, hit)
            if j > i and form.ground and form.ground[0] == "capital":  # «محيط العاصمة الليبية طرابلس»
                seat = self._ground(j)
                if seat is not None and not seat.procs:
                    return self._take(draft, seat)
            step = self._head(draft, i, j)
            if step == j:
                break
            j = step
        return self._nameless(draft, i, j)

    def _name(self, j: int, form: Form) -> NameHit | None:
        """The name at ``j``; where a gazetteer has «جنوب كذا» as one name, a known «كذا» goes before."""
        hit = self._look.name_at(self._page, j) if form.names else None
        if hit and hit.words == 2 and self._plain_words(j, form, hit):
            return None
        if hit and hit.words == 2 and form.part and not any(entry.row for entry, _ in hit.entries):
            inner = self._look.name_at(self._page, hit.last, bare_only=True)
            if inner and any(entry.row and exact and not entry.weak for entry, exact in inner.entries):
                return None
        return hit

    def _plain_words(self, j: int, form: Form, hit: NameHit) -> bool:
        """«البلدة القديمة» is nobody's name, though a gazetteer has it."""
        if form.type is None or any(entry.row for entry, _ in hit.entries):
            return False
        return self._stem(j).startswith("ال") and self._plainly(hit.last)

    def _takes_name(self, draft: Draft, j: int, hit: NameHit, is_word: bool) -> bool:
        meant = self._meant(draft, hit)
        if is_word and hit.words == 1 and not meant:
            return False
        first = draft.types and self._tokens[j].form in self._words.firsts and not self._ends_at(j + 1)
        if hit.words == 1 and first and not meant:
            return False  # «قرية أم كذا» is not «أم»
        if j == draft.first or not hit.procs:
            return True
        return hit.procs == "ل" and self._loose(j - 1) and self._look.form(self._tokens[j - 1].form).type is None

    @staticmethod
    def _meant(draft: Draft, hit: NameHit) -> bool:
        """A name that is a type word too («القريتين», «الضفة») is meant where it is known as such, or asked for."""
        own = [entry for entry, exact in hit.entries if exact and entry.row]
        if draft.types:
            return any(fits(draft.types[-1].type, entry.type) for entry in own)
        return not draft.parts and any(not entry.weak and not entry.only for entry in own)

    def _head(self, draft: Draft, i: int, j: int) -> int:
        """Take the part or type word at ``j``; the token behind it, or ``j`` when there is none."""
        form = self._look.form(self._tokens[j].form)
        word = form.part or form.type
        lead = form.type[0].lead if form.type and not form.part else ""
        at = self._tokens[j].start + (word[2] if word else 0)
        if lead and self._page.text[at] in HAMZAS and self._page.text[at] != lead:
            return j
        if form.part and form.part[0].kind == "one" and not self._many_at(j + 1):
            return j
        if word is None or (
            j > i
            and word[1]
            and not (word[1] == "ل" and self._loose(j - 1))
            and not (word[1] == "و" and form.part and draft.parts and not draft.types)
        ):
            return j
        if j == i:
            draft.procs = word[1]
            draft.start = self._page.folded.original(self._tokens[i].fstart + word[2]) if word[2] else draft.start
        if form.part:
            draft.parts.append(form.part[0])
            if form.part[0].way:
                draft.ways.append(form.part[0].way)
        elif form.type:
            if form.type[0].near and not draft.parts:
                return j
            draft.types.append(form.type[0])
        behind = j + 1
        j = self._sides(draft, behind)
        if (
            (form.part or j > behind)
            and j < len(self._tokens)
            and self._tokens[j].form == "من"
            and j + 1 < len(self._tokens)
        ):
            j += 1
        return j

    def _many_at(self, j: int) -> bool:
        """«أحد أحياء كذا»: a plural noun of kind behind «أحد»."""
        kind = None if j >= len(self._tokens) or self._breaks(j) else self._look.form(self._tokens[j].form).type
        return kind is not None and kind[0].many and not kind[1]

    def _named(self, draft: Draft, i: int, j: int, hit: NameHit) -> Draft:
        draft.entries = hit.entries
        draft.name = (j, hit.last + 1)
        kind = self._look.form(self._tokens[j].form).type
        asked = any(fits(word.type, entry.type) for word in draft.types[-1:] for entry, _ in hit.entries)
        if kind and hit.words > 1 and kind[1] == hit.procs and not asked:  # «مطار الشعيرات», known as such
            draft.types.append(kind[0])
        if j == i:
            draft.procs = hit.procs
            if hit.cut:
                draft.start = self._page.folded.original(self._tokens[i].fstart + hit.cut)
        return self._far_end(self._close(draft, hit.last))

    def _far_end(self, draft: Draft) -> Draft:
        """«طريق كذا - كذا»."""
        tokens, k = self._tokens, draft.last + 1
        if (
            not draft.types
            or draft.types[-1].type != "road"
            or k + 1 >= len(tokens)
            or tokens[k].form not in ("-", "–")
        ):
            return draft
        hit = None if self._breaks(k + 1) else self._look.name_at(self._page, k + 1, bare_only=True)
        if hit:
            other = Draft(
                k + 1, hit.last, tokens[k + 1].start, tokens[hit.last].end, (k + 1, hit.last + 1), hit.entries
            )
            other.evidence.append(("list", None))
            draft.other_end, draft.last, draft.end = other, other.last, other.end
        return draft

    def _nameless(self, draft: Draft, i: int, j: int) -> Draft | None:
        if not draft.types and not draft.parts:
            return None
        kind = self._look.form(self._tokens[j - 1].form).type
        if kind and not draft.types and draft.parts[-1].kind == "centre" and not self._loose(j - 1):  # «مركز احتجاز»
            draft.types, draft.parts = [kind[0]], draft.parts[:-1]
        if j < len(self._tokens) and not self._breaks(j):
            nation = self._places.nations.get(self._tokens[j].form)
            if nation and draft.parts and not draft.types and draft.ways and self._tokens[j].form.startswith("ال"):
                draft.entries = ((nation.country, True),)  # الشمال السوري
                draft.name = (j, j + 1)
                draft.evidence.append(("side", nation.row))
                return self._close(draft, j)
        if draft.types and draft.types[-1].type == "area" and self._skips_to_countries(j) is not None:
            border = self._border(draft, self._skips_to_countries(j) or j)
            if border is not None:
                return border
        if draft.types and draft.types[-1].type == "road":
            road = self._road(draft, j)
            if road is not None:
                return road
        last = self._unknown.name_at(draft, j)
        if last is not None:
            draft.name = (j, last + 1)
            return self._close(draft, last)
        return self._sites.at(draft, j) or self._echo(draft, j)

    def _road(self, draft: Draft, j: int) -> Draft | None:
        """«الطريق الواصل بين كذا وكذا»: from one place to another."""
        tokens = self._tokens
        k = next((k for k in range(j, min(j + 3, len(tokens))) if tokens[k].form == "بين"), None)
        if k is None or k + 1 >= len(tokens) or self._breaks(k + 1):
            return None
        one = self.draft_at(k + 1)
        two = self._listed(one) if one is not None and one.entries else None
        if one is None or two is None:
            return None
        draft.entries, draft.name, draft.other_end = one.entries, one.name, two
        draft.types.extend(one.types)
        two.evidence.append(("list", None))
        draft.last, draft.end = two.last, two.end
        return draft

    def _echo(self, draft: Draft, j: int) -> Draft | None:
        """«المدينة», «شمال البلاد»: stands for a place named before."""
        head = j - 1
        heads = len(draft.types) + len(draft.parts)
        if not draft.types or heads < head - draft.first + 1 - sum(
            t.form in _BETWEEN for t in self._tokens[draft.first : j]
        ) - len(draft.ways):
            return None
        if not self._stem(head).startswith("ال"):
            return None
        if draft.types[-1].many is not any(part.kind == "one" for part in draft.parts):  # «أحد المساجد»
            return None
        if j < len(self._tokens) and self._words.followers.get(self._tokens[j].form[2:], "").endswith("/trade"):
            return None  # «السوق السوداء»
        draft.echo = True
        draft.name = (head, head)
        last = head
        while last + 1 < len(self._tokens) and self._plainly(last + 1):
            last += 1
        draft.last, draft.end = last, self._tokens[last].end
        draft.bordering = any(self._tokens[k].form[2:] in self._words.bordering for k in range(head + 1, last + 1))
        return draft

    def _listed(self, before: Draft) -> Draft | None:
        """The name that goes on a list: «قريتي كذا وكذا», «كذا، كذا وكذا»."""
        tokens = self._tokens
        k = before.last + 1
        while k < len(tokens) and tokens[k].form in MARKS:
            k += 1
        marked = k < len(tokens) and tokens[k].form in _LIST_MARKS
        k = self._skip(k + 1) if marked else k
        if k < len(tokens) and tokens[k].form == "و":
            marked, k = True, self._skip(k + 1)
        if (
            before.echo
            or k >= len(tokens)
            or tokens[k].kind != "w"
            or "\n" in self._page.text[before.end : tokens[k].start]
        ):
            return None
        form = self._look.form(tokens[k].form)
        if form.type or form.part or form.ground:
            return None
        hit = self._look.name_at(self._page, k)
        if (
            hit
            and hit.words == 1
            and tokens[k].form.removeprefix("و") in self._words.firsts
            and not self._ends_at(k + 1)
        ):
            hit = None
        if hit and (hit.procs == "و" or (marked and not hit.procs)):
            draft = Draft(k, k, tokens[k].start, tokens[k].end, (k, k), types=before.types[-1:], beside=before)
            draft.parts += [part for part in before.parts if part.many]  # «ريفي كذا وكذا»
            return self._named(draft, k, k, hit)
        many = before.wanted is not None and before.wanted.many and before.wanted.unknown == "any"
        return self._unknown.listed(before, k, marked) if many else None
