"""Nouns for who and what acts are done to and for what is counted (lexicon ``claims_nouns``)."""

from __future__ import annotations

from collections.abc import Container

import msgspec

from ..clauses.verbs import VerbTable
from ..lexicon import Lexicon
from ..text import DIRECTIONS, RELATIVES, Page, PhraseTable
from ..text.nouns import noun_forms
from .lexis import Sense


class Noun(msgspec.Struct, frozen=True, gc=False):
    """A form of a noun: its row, class, the role a number of it takes, and 1 or 2 where the form is itself a count.

    ``adjective`` marks words that describe other nouns as often («مسلح», «مدنية»).
    """

    row: str
    kind: str
    role: str
    number: int
    adjective: bool = False


class NounMention(msgspec.Struct, gc=False):
    """A noun of the lexicon at tokens ``first`` to ``stop``; ``head_stop`` ends the noun, what follows describes it."""

    first: int
    head_stop: int
    stop: int
    start: int
    end: int
    noun: Noun
    definite: bool
    possessed: bool
    procs: str


def noun_table(lexicon: Lexicon) -> PhraseTable[Noun]:
    """The table of all noun forms."""
    table: PhraseTable[Noun] = PhraseTable(enclitics=True)
    for kind, rows in lexicon.sections("claims_nouns").items():
        for row in rows:
            left_out = frozenset(row.get("except", ()))
            for key, number in (("one", 1), ("two", 2), ("many", 0)):
                adjective = bool(row.get("adjective")) and number == 1
                noun = Noun(f"claims_nouns/{kind}/{row['id']}", kind, row.get("role", ""), number, adjective)
                forms = {form for word in row.get(key, []) for form in noun_forms(word)}
                for form in sorted(forms - left_out):
                    table.add(form, noun)
    return table


class NounFinder:
    """Finds the nouns of pages with what describes them."""

    def __init__(self, lexicon: Lexicon, verbs: VerbTable, acts: PhraseTable[Sense]) -> None:
        self._table = noun_table(lexicon)
        self._verbs = verbs
        self._acts = acts

    def find(self, page: Page, first: int, stop: int, numbered: Container[int] = ()) -> list[NounMention]:
        """The noun mentions among tokens ``first`` to ``stop``, none overlapping another; ``numbered`` are the tokens
        of numbers."""
        out: list[NounMention] = []
        for match in self._table.find(page, first, stop):
            if "س" in match.reading.procs or match.enclitic in ("ي", "ك", "ني", "نا"):
                continue
            definite = match.reading.procs.endswith(("ال", "لل"))
            counted = match.first - 1 in numbered
            if match.value.adjective and not (counted or self._stands_alone(page, match.first, first)):
                continue
            end = self._describing(page, match.last + 1, stop, definite or bool(match.enclitic))
            out.append(
                NounMention(
                    match.first, match.last + 1, end, match.start, page.tokens[end - 1].end, match.value,
                    definite, bool(match.enclitic), match.reading.procs,
                )
            )  # fmt: skip
        return out

    def _stands_alone(self, page: Page, i: int, first: int) -> bool:
        """Whether the word at token ``i`` is a noun of its own: behind a verb, an act, a number or a particle."""
        if i == first:
            return True
        before = page.tokens[i - 1]
        if before.kind != "w" or before.form in _STOPS or before.form in _OPENERS:
            return True
        return self._verbs.read(before.form) is not None or bool(self._acts.at(page, i - 1))

    def _describing(self, page: Page, i: int, stop: int, closed: bool) -> int:
        """The stop of up to three words behind a noun that describe it.

        Behind a definite word only definite adjectives follow; an indefinite noun of the lexicon begins another phrase.
        """
        for j in range(i, min(i + 3, stop)):
            token = page.tokens[j]
            if token.kind != "w" or token.form in _STOPS or token.form[0] == "و" or self._verbs.read(token.form):
                return j
            if token.form[0] in "بل" and token.form[1:3] == "ال":
                return j
            definite = token.form.startswith("ال")
            if not definite and (closed or self._table.at(page, j)):
                return j
            closed = closed or definite
        return min(i + 3, stop)


_OPENERS = frozenset("كل اي عدد بعض احد احدي معظم غالبيه مجموعه المدعو عشرات مئات الاف".split())
_STOPS = frozenset((*RELATIVES, *DIRECTIONS)).union(
    "في من علي الي عن بعد قبل منذ خلال اثر جراء بين ضد مع ان او ثم حتي كما فيما حيث بينهم بينما قد لم لا اليوم امس "
    "هم اخرين اخرون عند لدي قرب نتيجه بجروح".split()
)
