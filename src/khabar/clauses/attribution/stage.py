"""One scene as attribution sees it: which token begins a party, a time, a quotation, the name of a speaker."""

from __future__ import annotations

from ...model import ActorMention
from ...text import RELATIVES, Token
from ..scene import Scene
from ..verbs import VerbTable
from .lexis import Noun, SpeechLexis, bare_stems

# The particle أن in its spellings, with the pronouns that hang on it.
THAT = frozenset(
    head + tail
    for head in ("ان", "بان")
    for tail in ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم", "نني", "ننا")
)
PREPOSITIONS = frozenset(
    "في فى علي عن الي خلال بعد قبل اثناء عبر منذ مع من لدي عند حول ضد بين حتي تحت عقب اثر جراء فوق".split()
)
RELATIVE = RELATIVES.union("والذي والتي والذين ممن".split())
# «قالت فيه إسرائيل»: a preposition with a pronoun between a verb and its speaker.
FURTHER = frozenset("به بها فيه فيها عنه عنها اليه اليها عليه عليها له لها لهم".split())
COMMAS = frozenset("،,-–—")
OPEN_MARKS = frozenset("«“\"'„‹")
CLOSE_MARKS = frozenset("»”\"'›")
DIRECT_WORDS = 4  # A quotation of fewer words is a name or a quoted expression.


class Stage:
    """Look-ups by token over one scene."""

    def __init__(self, scene: Scene, lexis: SpeechLexis, verbs: VerbTable) -> None:
        self.verbs = verbs
        self.scene = scene
        self.page = scene.page
        self.tokens: list[Token] = scene.page.tokens
        self.forms: list[str] = scene.page.forms
        self.lexis = lexis
        self.names: set[str] = set()
        self.mention_from: dict[int, ActorMention] = {}
        self.mention_on: dict[int, ActorMention] = {}
        for mention in scene.actors:
            first, stop = self._range(mention.start, mention.end)
            self.mention_from.setdefault(first, mention)
            for i in range(first, stop):
                self.mention_on.setdefault(i, mention)
        self.time_stop: dict[int, int] = {}
        for time in scene.times:
            first, stop = self._range(time.start, time.end)
            self.time_stop[first] = stop
        self.places: dict[int, str] = {}
        for place in scene.places:
            code = (place.candidates[0].country or "").lower() if place.candidates else ""
            if code in lexis.states:
                self.places[self._range(place.start, place.end)[0]] = lexis.states[code]
        self.numbers = {self.page.token_at(number.start) for number in scene.numbers}
        self._by_opening: dict[str, list[ActorMention]] | None = None
        self._quotes: dict[int, tuple[int, int]] = {}
        for quote in self.page.quotes:
            first, stop = self.page.token_range(quote.start, quote.end)
            if stop > first:
                self._quotes[first] = (stop, sum(t.kind != "p" for t in self.tokens[first:stop]))

    def named_with(self, word: str) -> list[ActorMention]:
        """The known parties whose name of several words begins with ``word``, particles and article aside."""
        if self._by_opening is None:
            self._by_opening = {}
            for mention in self.scene.actors:
                if mention.actor_id and len(mention.text.split()) > 1:
                    for stem in bare_stems(self.form(self.page.token_at(mention.start))):
                        self._by_opening.setdefault(stem, []).append(mention)
        return self._by_opening.get(word, [])

    def _range(self, start: int, end: int) -> tuple[int, int]:
        first = max(0, self.page.token_at(start))
        return first, max(first + 1, self.page.token_range(start, end)[1])

    def form(self, i: int) -> str:
        """The folded form of token ``i``; empty outside the page."""
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def direct_quote(self, i: int) -> int:
        """Token behind the quotation that opens at ``i`` if it is direct speech, else 0."""
        stop, words = self._quotes.get(i, (0, 0))
        return stop if words >= DIRECT_WORDS else 0

    def short_quote(self, i: int) -> int:
        """Token behind a quoted name or expression that opens at ``i``, else 0."""
        stop, words = self._quotes.get(i, (0, 0))
        return stop if 0 < words < DIRECT_WORDS else 0

    def any_quote(self, i: int) -> int:
        """Token behind whatever quotation opens at ``i``, else 0."""
        return self._quotes.get(i, (0, 0))[0]

    def bound(self, i: int) -> str:
        """The particle that hangs on the name or noun at token ``i``: "ل", "ب", "و", … or ""."""
        mention = self.mention_from.get(i)
        token = self.tokens[i]
        if mention is not None and mention.start > token.start:
            return token.form[: mention.start - token.start]
        return token.form[: self.cut(token.form)]

    def cut(self, form: str) -> int:
        """Letters of و ف ب ل ك before the speaker noun that ``form`` holds; its article stays."""
        for stem in bare_stems(form):
            if self.lexis.plain_noun(stem) is not None:
                cut = len(form) - len(stem)
                return cut - 2 if form[:cut].endswith("ال") else cut
        return 0

    def is_preposition(self, i: int) -> bool:
        """Token ``i`` is a preposition, or one hangs on the name or noun that stands there."""
        form = self.form(i)
        return form in PREPOSITIONS or (bool(form) and self.bound(i)[-1:] in ("ل", "ب"))

    def head(self, i: int) -> Noun | None:
        """The speaker noun, rank or paper that a noun phrase at token ``i`` is about, quantities stepped over."""
        i = self.behind_quantity(i)
        form = self.form(i)
        return self.lexis.noun(form) or self.lexis.stem_in(self.lexis.documents, form)

    def behind_quantity(self, i: int) -> int:
        """The token behind «عدد من»، «أحد»، «هذا» or a number at ``i``; ``i`` itself where none stands."""
        form = self.form(i)
        stem = form[1:] if form.startswith("و") and form[1:] in self.lexis.quantities else form
        if stem in self.lexis.quantities or i in self.numbers:
            return i + 2 if self.form(i + 1) == "من" else i + 1
        return i

    def known(self, i: int) -> bool:
        """Something at token ``i`` names a speaker: a party, a speaker noun, a rank, a name met before."""
        form = self.form(i)
        if not form:
            return False
        if i in self.mention_from or self.head(i) is not None or form in self.names:
            return True
        if form in OPEN_MARKS:
            return (i + 1) in self.mention_from
        if form == "#":
            return (i + 1) in self.mention_on or (i + 1) in self.mention_from
        after = self.behind_quantity(i)
        return after != i and after in self.mention_from

    def is_press(self, i: int) -> bool:
        """Token ``i`` is an outlet or the press, to whom somebody speaks."""
        noun, mention = self.lexis.noun(self.form(i)), self.mention_from.get(i)
        if mention is not None and mention.category == "media":
            return True
        return noun is not None and (noun.type == "media" or noun.press)

    def is_venue(self, i: int) -> bool:
        """Token ``i`` is what something is said in («بيان»، «مؤتمر»)."""
        return self.lexis.stem_in(self.lexis.venues, self.form(i)) is not None

    def skip(self, i: int, stop: int) -> int:
        """The token behind times, adverbs and punctuation that may stand between verb and speaker."""
        lexis = self.lexis
        while i < stop:
            form = self.form(i)
            if i in self.time_stop:
                i = self.time_stop[i]
            elif form in lexis.adverbs or form in COMMAS:
                i += 1
            elif form == "من" and self.form(i + 1) in lexis.by_his_side:
                i += 2
            else:
                break
        return min(i, stop)

    def mention_stop(self, mention: ActorMention, i: int) -> int:
        """The token behind ``mention``, which begins at token ``i``."""
        return max(i + 1, self.page.token_range(mention.start, mention.end)[1])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of tokens ``first``..``last`` without the particles that hang on the first and without marks."""
        if self.form(first) in OPEN_MARKS and self.short_quote(first) == last + 1 and last > first + 1:
            first, last = first + 1, last - 1
        token = self.tokens[first]
        end = self.tokens[last].end
        mention = self.mention_from.get(first)
        if mention is not None and token.start < mention.start < end:
            return mention.start, end
        cut = 0 if mention is not None else self.cut(token.form)
        return (self.page.folded.original(token.fstart + cut) if cut else token.start), end
