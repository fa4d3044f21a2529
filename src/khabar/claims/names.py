"""Names of private people: those hurt, held or freed whom no registry knows («الشاب سلام حسين العارف»).

A name is told by its company: a noun for a person before it («الطفلة ريم»), a word that says a name follows («يدعى»), a
word of death, arrest or abduction before it, or that first names make it up.
"""

from __future__ import annotations

from ..clauses.verbs import VerbTable
from ..lexicon import Lexicon
from ..text import Page, PhraseTable, fold_word
from .lexis import Sense

_MOST_PARTS = 4
# Parts of names that join what follows to what stands before, and that are no part of their own.
_JOINERS = frozenset("بن ابن ابو ام عبد ال ولد بنت الله الدين".split())
_DONE_TO = frozenset(("arrest", "abduction", "assassination", "execution", "release", "violence_other"))


def given_names(lexicon: Lexicon) -> dict[str, str]:
    """First names of one word, with the address of the row that has each."""
    return {
        name: f"{file}/given/{row['id']}"
        for file in ("claims_names", "actors_people")
        for row in lexicon.rows(file, "given")
        for name in row["names"]
        if " " not in name
    }


def words_of(lexicon: Lexicon, section: str) -> frozenset[str]:
    """The folded words of a section of ``claims_names``."""
    return frozenset(fold_word(word) for row in lexicon.rows("claims_names", section) for word in row["words"])


class Names:
    """Tells how far a person's name reaches."""

    def __init__(self, lexicon: Lexicon, verbs: VerbTable, acts: PhraseTable[Sense], particles: frozenset[str]) -> None:
        self._verbs = verbs
        self._acts = acts
        doubtful = [name for row in lexicon.rows("claims_names", "doubtful") for name in row["names"]]
        self._given = frozenset(map(fold_word, (*given_names(lexicon), *doubtful))) - _JOINERS
        self._cues = words_of(lexicon, "cues")
        self._ends = particles | words_of(lexicon, "ends")

    def behind(self, page: Page, i: int, stop: int) -> int:
        """The stop of a name that begins at token ``i`` right behind a noun for a person; ``i`` where none does.

        «يدعى» and its like may stand between, and quotation marks.
        """
        k = i
        cue = k < stop and page.tokens[k].form in self._cues
        k += cue
        while k < stop and page.tokens[k].form in _QUOTES:
            k += 1
        end, _ = self._reach(page, k, stop, any_word=cue or k > i)
        return end if end > k else i

    def alone(self, page: Page, i: int, stop: int) -> int:
        """The stop of a name that stands at token ``i`` without a noun before it; ``i`` where none does."""
        end, given = self._reach(page, i, stop, any_word=False)
        if end - i < 2 or given == 0:
            return i
        told = given > 1 or self._suffers(page, i) or _set_apart(page, i, end, stop)
        return end if told else i

    def _suffers(self, page: Page, i: int) -> bool:
        """Whether the word before token ``i`` tells what was done to somebody."""
        if i == 0:
            return False
        return any(m.last == i - 1 and (m.value.toll or m.value.type in _DONE_TO) for m in self._acts.at(page, i - 1))

    def is_given(self, page: Page, i: int) -> bool:
        """Whether token ``i`` is a first name; «على» is none."""
        token = page.tokens[i]
        if token.form == "علي":
            return page.text[token.end - 1] == "ي"
        return token.form in self._given

    def _reach(self, page: Page, first: int, stop: int, *, any_word: bool) -> tuple[int, int]:
        """(stop of a name that begins at ``first``, how many of its parts are first names)."""
        parts = given = 0
        i = first
        while i < stop and parts < _MOST_PARTS:
            token = page.tokens[i]
            if token.kind != "w":
                break
            if self.is_given(page, i):
                given += 1
                parts += 1
            elif token.form in _JOINERS:
                given += 1
            elif self._unknown(page, i, parts, any_word=any_word):
                parts += 1
            else:
                break
            i += 1
        return (i, given) if parts else (first, 0)

    def _unknown(self, page: Page, i: int, parts: int, *, any_word: bool) -> bool:
        """Whether a word that is no first name may go on with a name: a family name, or its second part."""
        form = page.tokens[i].form
        if len(form) < 3 or form in self._ends or form[0] == "و" or self._verbs.read(form) or self._acts.at(page, i):
            return False
        if form.startswith("ال"):
            return len(form) > 4 and (parts > 0 or any_word)
        if form[0] in "بلك" and form[1:3] in ("ال", "لا"):
            return False
        return parts == 1 or (parts == 0 and any_word)


def _set_apart(page: Page, first: int, end: int, stop: int) -> bool:
    """Whether signs set a name apart: quotation marks, a bullet before it, an age behind it («(35 عاما)»)."""
    before = page.tokens[first - 1].form if first else ""
    behind = page.tokens[end].form if end < stop else ""
    aged = behind == "(" and end + 1 < stop and page.tokens[end + 1].kind == "d"
    return (before in "•▪●*" and before != "") or aged or (before in _QUOTES and behind in _QUOTES)


_QUOTES = frozenset("\"“”„«»'‘’")
