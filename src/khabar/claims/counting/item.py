"""What may be a count in a claim, with what stands around it."""

from __future__ import annotations

import msgspec

from ...model import Span
from ...text import Page
from ..nouns import NounMention
from ..story import Story

PEOPLE = ("people", "others", "")
# Acts whose word has the people that it is done to right behind it.
DONE_TO = ("arrest", "abduction", "release", "execution", "assassination")


class Item(msgspec.Struct, gc=False):
    """Something that may be a count.

    ``kind`` is number, one, two, one of, another, toll noun; ``unit_kind`` the class of the noun counted, "" where none
    stands there, "unknown" where the word there is not in the lexicon. ``subject`` tells that a verb with its object
    stands right before it («شنه ثلاثة مسلحين»), ``names`` that digits stand behind a definite noun, as in names
    («كتيبة المدفعية 285»). ``whole`` is the count before that includes it («بينهم»), ``joined`` the one that «و» adds
    it to.
    """

    first: int
    stop: int
    start: int
    end: int
    min: int | None
    max: int | None
    approx: bool
    kind: str
    unit: Span | None = None
    unit_first: int = -1
    unit_stop: int = -1
    unit_kind: str = ""
    unit_role: str = ""
    row: str | None = None
    procs: str = ""
    subject: bool = False
    names: bool = False
    whole: Item | None = None
    joined: Item | None = None

    @property
    def last(self) -> int:
        """The token behind the number and the noun it counts."""
        return max(self.stop, self.unit_stop)


def count_noun(item: Item, page: Page, unit: NounMention) -> None:
    """Set ``unit`` as what ``item`` counts."""
    item.unit_kind, item.unit_role, item.row = unit.noun.kind, unit.noun.role, unit.noun.row
    item.unit = Span(unit.start, unit.end, page.text[unit.start : unit.end])
    item.unit_first, item.unit_stop = unit.first, unit.stop


def procs_before(page: Page, i: int, start: int) -> str:
    """What hangs before the word at token ``i`` that begins at offset ``start``, also before digits («و5», «لـ5»)."""
    token = page.tokens[i]
    if start > token.start:
        return token.form[: start - token.start]
    before = page.tokens[i - 1] if i else None
    if token.kind == "d" and before is not None and before.form in _ATTACHED and before.end >= token.start - 1:
        return before.form
    return ""


_ATTACHED = frozenset(("و", "ف", "ب", "ل", "وب", "ول"))


def from_noun(story: Story, noun: NounMention, number: int) -> Item:
    """A noun that is a count of one or two by its form."""
    tokens = story.page.tokens
    stop = noun.head_stop
    at_least = [token.form for token in tokens[stop : stop + 2]] == ["علي", "الاقل"]
    stop += 2 * at_least
    return Item(
        noun.first, stop, noun.start, tokens[stop - 1].end, number, None if at_least else number, False,
        "one" if number == 1 else "two", unit_first=noun.first, unit_stop=noun.stop, unit_kind=noun.noun.kind,
        unit_role=noun.noun.role, row=noun.noun.row, procs=procs_before(story.page, noun.first, noun.start),
    )  # fmt: skip


def definite(form: str) -> bool:
    """Whether a folded word has the article, as far as its letters tell; «إلى» and «ألف» have none."""
    return form.startswith("ال") and form not in _NO_ARTICLE


_NO_ARTICLE = frozenset("الي الا الان الف الفا الفي الاف اليه اليها اليهم".split())
# Words that no noun phrase goes on with.
ENDS = frozenset("في من علي الي عن بعد قبل خلال اثر جراء نتيجه اثناء قرب داخل امس اليوم كان متاثرا".split())
_AMONG = "بينهم بينهن بينها منهم منها منهما ضمنهم".split()
AMONG = frozenset((*_AMONG, *("و" + word for word in _AMONG)))
ONE = frozenset(("واحد", "واحده", "واحدا"))
TWO = frozenset(("اثنان", "اثنين", "اثنتان", "اثنتين"))
ONE_OF_THEM = frozenset("احدهم احدهما احداهما احداهن".split())
