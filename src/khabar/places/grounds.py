"""Countries by their adjectives and seats: «الأراضي السورية», «الحدود بين كذا وكذا», «العاصمة العراقية بغداد»."""

from __future__ import annotations

from .draft import Draft
from .gazetteer import Entry
from .measures import MeasureReader

_LINKS = frozenset(("،", ",", "-", "–", "/"))


class GroundReader(MeasureReader):
    """Reads nouns of ground («الأراضي», «الحدود», «العاصمة») with the country that they belong to."""

    def _ground(self, i: int) -> Draft | None:
        found = self._look.form(self._tokens[i].form).ground
        if found is None:
            return None
        take, row, stem = found
        tokens = self._tokens
        cut = len(tokens[i].form) - len(stem)
        start = self._page.folded.original(tokens[i].fstart + cut) if cut else tokens[i].start
        draft = Draft(i, i, start, tokens[i].end, (i, i), evidence=[("ground", row)], procs=tokens[i].form[:cut])
        j = self._sides(draft, i + 1)
        nation = self._places.nations.get(tokens[j].form) if j < len(tokens) else None
        if take == "capital":
            return self._capital(draft, i, j + 1 if nation else j, nation.capital if nation else None)
        if take == "border":
            return self._border(draft, j)
        if take != "adjective" or nation is None:
            return None
        draft.entries = ((nation.country, True),)
        draft.name = (j, j + 1)
        draft.last, draft.end = j, tokens[j].end
        return draft

    def _border(self, draft: Draft, j: int) -> Draft | None:
        """«الحدود السورية التركية», «الحدود مع تركيا», «الحدود بين اليمن والسعودية», «حدود غزة»."""
        tokens, countries = self._tokens, []
        last = j - 1
        for k in range(j, min(j + 4, len(tokens))):
            if tokens[k].form in ("مع", "بين") or tokens[k].form in self._words.sides or tokens[k].form in _LINKS:
                continue
            nation = self._places.nations.get(tokens[k].form) or self._places.nations.get(tokens[k].form[1:])
            hit = None if nation else self._look.name_at(self._page, k)
            entry = nation.country if nation else hit.entries[0][0] if hit and hit.procs in ("", "و") else None
            if entry is None or entry.type not in ("country", "region"):
                break
            countries.append(entry)
            last = hit.last if hit else k
            if len(countries) == 2:
                break
        if not countries and j == draft.first + 1 and self._stem(draft.first) == "الحدود":
            draft.echo = draft.bordering = True  # the border of the countries that the report is about
            return draft
        if not countries:
            return None
        draft.sides_of = tuple(countries)
        draft.entries = ((countries[0], True),)
        draft.name = (draft.first, last + 1)
        draft.last, draft.end = last, tokens[last].end
        return draft

    def _capital(self, draft: Draft, i: int, j: int, capital: Entry | None) -> Draft | None:
        k = self._skip(j)
        hit = (
            self._look.name_at(self._page, k, bare_only=True) if k < len(self._tokens) and not self._breaks(k) else None
        )
        if hit:
            country = hit.entries[0][0]
            seat = self._places.capital_of.get(country.country) if country.type == "country" else None
            if seat is not None and not self._stem(i).startswith("ال"):  # «عاصمة النيجر»
                draft.entries = ((seat, True),)
            else:
                draft.entries = hit.entries
            draft.name = (k, hit.last + 1)
            return self._close(draft, hit.last)
        if capital:
            draft.entries = ((capital, True),)
            draft.name = (j - 1, j)
        elif self._stem(i).startswith("ال"):
            draft.echo = draft.seat = True
        else:
            return None
        draft.last, draft.end = j - 1, self._tokens[j - 1].end
        return draft

    def _skips_to_countries(self, j: int) -> int | None:
        """«المنطقة الحدودية مع كذا», «الشريط الحدودي بين كذا وكذا»: the token behind the adjectives."""
        k = j
        while k < len(self._tokens) and self._tokens[k].form.removeprefix("ال") in self._words.describing:
            k += 1
        bordering = any(t.form.removeprefix("ال") in self._words.bordering for t in self._tokens[j:k])
        return k if bordering and k < len(self._tokens) and self._tokens[k].form in ("مع", "بين") else None

    @staticmethod
    def _take(draft: Draft, inner: Draft) -> Draft:
        draft.entries, draft.name, draft.echo = inner.entries, inner.name, inner.echo
        draft.seat = inner.seat
        draft.evidence.extend(inner.evidence)
        draft.last, draft.end = inner.last, inner.end
        return draft
