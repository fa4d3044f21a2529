"""Nouns for who and what acts are done to and for what is counted (lexicon ``claims_nouns``)."""

from __future__ import annotations

from collections.abc import Container

import msgspec

from ..clauses.verbs import VerbTable
from ..lexicon import Lexicon, Row
from ..text import DIRECTIONS, RELATIVES, Match, Page, PhraseTable, fold_word
from ..text.nouns import dual_forms, noun_forms
from .lexis import Sense
from .names import Names, given_names, words_of


class Noun(msgspec.Struct, frozen=True, gc=False):
    """A form of a noun: its row, class, the role a number of it takes, and 1 or 2 where the form is itself a count.

    ``adjective`` marks words that describe other nouns as often («مسلح», «مدنية»), ``describes`` those that belong to a
    noun for people right before them («مزارعين فلسطينيين»), ``name`` first names; ``left_out`` are forms that are other
    words.
    """

    row: str
    kind: str
    role: str
    number: int
    adjective: bool = False
    describes: bool = False
    name: bool = False
    left_out: frozenset[str] = frozenset()


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
    """The table of all noun forms and of first names."""
    table: PhraseTable[Noun] = PhraseTable(enclitics=True)
    for kind, rows in lexicon.sections("claims_nouns").items():
        for row in rows:
            left_out = frozenset(fold_word(word) for word in row.get("except", ()))
            for number, words in _words_by_number(row, kind).items():
                noun = Noun(
                    f"claims_nouns/{kind}/{row['id']}", kind, row.get("role", ""), number,
                    adjective=bool(row.get("adjective")) and number > 0, describes=bool(row.get("describes")),
                    left_out=left_out,
                )  # fmt: skip
                forms = {form for word in words for form in noun_forms(word)}
                for form in sorted(form for form in forms if fold_word(form) not in left_out):
                    table.add(form, noun)
    for name, address in given_names(lexicon).items():
        table.add(name, Noun(address, "people", "", 0, name=True))
    return table


def _words_by_number(row: Row, kind: str) -> dict[int, list[str]]:
    """The words of a row by the count that each is by itself: 1, 2, or 0 for plurals.

    Duals are made of singulars; of ``regular`` people also the feminine and the sound plurals. What is dual and plural
    alike («مدنيين») is plural.
    """
    regular = row.get("regular", ())
    one = [*row.get("one", ()), *regular, *(word + "ة" for word in regular)]
    many = [*row.get("many", ()), *(word + end for word in regular for end in ("ون", "ين", "ات"))]
    two = list(row.get("two", ()))
    if kind != "measures":
        plural = {fold_word(word) for word in many}
        two += [form for word in one for form in dual_forms(word) if fold_word(form) not in plural]
    return {1: one, 2: list(dict.fromkeys(two)), 0: many}


class NounFinder:
    """Finds the nouns of pages with what describes them, and people told by name."""

    def __init__(self, lexicon: Lexicon, verbs: VerbTable, acts: PhraseTable[Sense]) -> None:
        self._table = noun_table(lexicon)
        self._verbs = verbs
        self._acts = acts
        self._stops = _STOPS | words_of(lexicon, "particles")
        self._names = Names(lexicon, verbs, acts, self._stops)

    def find(self, page: Page, first: int, stop: int, numbered: Container[int] = ()) -> list[NounMention]:
        """The noun mentions among tokens ``first`` to ``stop``, none overlapping another; ``numbered`` are the tokens
        of numbers."""
        out: list[NounMention] = []
        for match in self._table.find(page, first, stop):
            noun, procs = match.value, match.reading.procs
            if "س" in procs or match.enclitic in _SPEAKERS or page.tokens[match.first].form in noun.left_out:
                continue
            if noun.name:
                self._add_name(page, match, stop, out)
                continue
            counted = match.first - 1 in numbered
            if noun.adjective and not (
                counted or _beside_people(page, out, match) or self._stands_alone(page, match.first, first, noun)
            ):
                continue
            if out and not counted and (self._belongs(page, out[-1], match) or _of_one_family(page, out[-1], match)):
                continue
            mention = NounMention(
                match.first, match.last + 1, match.last + 1, match.start, match.end, noun,
                procs.endswith(("ال", "لل")), bool(match.enclitic), procs,
            )  # fmt: skip
            mention.stop = self._named(page, mention, self._describing(page, mention, stop), stop)
            mention.end = page.tokens[mention.stop - 1].end
            out.append(mention)
        return out

    def _add_name(self, page: Page, match: Match[Noun], stop: int, out: list[NounMention]) -> None:
        """Add the person whose name begins with ``match``, unless it belongs to the noun before or names a place."""
        procs = match.reading.procs
        if match.enclitic or procs not in _NAME_PROCS or (out and match.first < out[-1].stop):
            return
        if not procs and out and out[-1].stop == match.first and not out[-1].definite:
            return  # «مسجد علي», «مدرسة خالد»
        end = self._names.alone(page, match.first, stop)
        if end > match.first:
            out.append(
                NounMention(
                    match.first, end, end, match.start, page.tokens[end - 1].end, match.value, True, False, procs
                )
            )

    def _named(self, page: Page, mention: NounMention, described: int, stop: int) -> int:
        """The stop of a noun for one person with the name behind it."""
        if mention.noun.kind != "people" or mention.noun.number != 1:
            return described
        for begin in (mention.head_stop, described):
            end = self._names.behind(page, begin, stop)
            if end > begin:
                return max(end, described)
        return described

    def _stands_alone(self, page: Page, i: int, first: int, noun: Noun) -> bool:
        """Whether the word at token ``i`` is a noun of its own: behind a verb, an act, a number or a particle.

        A dual describes a dual only.
        """
        if i == first:
            return True
        before = page.tokens[i - 1]
        if noun.number == 2 and not before.form.endswith(("ان", "ين")):
            return True
        if before.kind != "w" or before.form in self._stops or before.form in _OPENERS:
            return True
        acts = self._acts.at(page, i - 1)
        if before.form.startswith("ال") and page.tokens[i].form.startswith("ال"):
            return bool(acts) and acts[0].value.people
        return self._verbs.read(before.form) is not None or (bool(acts) and acts[0].last == i - 1)

    def _belongs(self, page: Page, before: NounMention, match: Match[Noun]) -> bool:
        """Whether a noun stands within or right behind one for people and describes it."""
        if not match.value.describes or match.first > before.stop or match.reading.procs not in ("", "ال"):
            return False
        definite = match.reading.procs == "ال"
        return before.noun.kind == "people" and before.definite == definite and _agrees(page, before, match)

    def _describes(self, page: Page, mention: NounMention, match: Match[Noun]) -> bool:
        """Whether an indefinite noun describes another: people, or a thing as an adjective («سيارة مدنية»)."""
        if mention.noun.kind == "people":
            return self._belongs(page, mention, match)
        return match.value.adjective

    def _describing(self, page: Page, mention: NounMention, stop: int) -> int:
        """The stop of up to three words behind a noun that describe it.

        Behind a definite word only definite adjectives follow; an indefinite noun of the lexicon begins another phrase
        unless it describes people.
        """
        i = mention.head_stop
        closed = mention.definite or mention.possessed
        for j in range(i, min(i + 3, stop)):
            token = page.tokens[j]
            if token.kind != "w" or token.form in self._stops or token.form[0] == "و" or self._verbs.read(token.form):
                return j
            if token.form[0] in "بل" and token.form[1:3] == "ال":
                return j
            definite = token.form.startswith("ال")
            if not definite:
                nouns = [match for match in self._table.at(page, j) if not match.value.name]
                if closed or (nouns and not self._describes(page, mention, nouns[0])):
                    return j
            mention.stop = j + 1
            closed = closed or definite
        return min(i + 3, stop)


def _agrees(page: Page, before: NounMention, match: Match[Noun]) -> bool:
    """Whether two nouns may agree: «قتل مسلحون مدنيين» and «طعن شاب جنديا» are doer and done to."""
    head, form = page.tokens[before.head_stop - 1].form, page.tokens[match.last].form
    nominative = head.endswith("ون") or (before.noun.number == 2 and head.endswith("ان"))
    if before.noun.number == 0 and match.value.number == 1 and head.endswith(("ون", "ين")):
        return False  # «قتل مسلحون طفلا»
    if nominative or head.endswith("ين"):
        return not form.endswith("ين" if nominative else "ون")
    return head.endswith("ا") or not (form.endswith("ا") and match.value.number == 1)


def _beside_people(page: Page, out: list[NounMention], match: Match[Noun]) -> bool:
    """Whether a noun right before is for people that ``match`` is joined to by «و» or does not agree with."""
    if not out or out[-1].noun.kind != "people" or out[-1].stop != match.first:
        return False
    return match.reading.procs[:1] == "و" or not _agrees(page, out[-1], match)


def _of_one_family(page: Page, before: NounMention, match: Match[Noun]) -> bool:
    """Whether a family only tells who people are: «ثلاثة أطفال من عائلة واحدة»."""
    if not match.value.row.endswith("/family") or before.noun.kind != "people" or before.stop < match.first - 2:
        return False
    from_it = [token.form for token in page.tokens[before.stop : match.first]]
    return from_it[:1] == ["من"]


_SPEAKERS = ("ي", "ك", "ني", "نا")
_NAME_PROCS = ("", "و", "ف", "ل", "ول")
_OPENERS = frozenset("كل اي عدد بعض احد احدي معظم غالبيه مجموعه عشرات مئات الاف بان وان الاخر والاخر اخر".split())
_STOPS = frozenset((*RELATIVES, *DIRECTIONS)).union(
    "في من علي الي عن بعد قبل منذ خلال اثر جراء بين ضد مع ان او ثم حتي كما فيما حيث بينهم بينما قد لم لا اليوم امس "
    "هم اخرين اخرون عند لدي قرب نتيجه بجروح".split()
)
