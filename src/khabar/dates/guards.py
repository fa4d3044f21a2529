"""What has the shape of a time and is none: names («سوق الجمعة», «روسيا اليوم») and idioms («في أمس الحاجة»)."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..text import fold_word
from .phrase import Phrase
from .words import Words

_DUAL = ("ين", "ان")
_NOW = frozenset(["اليوم", "الان"])
_OPENERS = frozenset("\"“”«»'‘’([{#|@:-–—_…")


class Guards:
    """Refuses phrases, by the words on either side of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads = self._index(lexicon, "name_heads")
        self._tails = self._index(lexicon, "name_tails")
        self._pairs = {head.split()[-1] for head in self._heads if " " in head}
        self._always = {
            fold_word(word)
            for row in lexicon.rows("dates_guards", "name_heads")
            if row.get("always")
            for word in row["words"]
        }
        self._outlets = {
            fold_word(word): bool(row.get("sure"))
            for row in lexicon.rows("dates_guards", "outlets")
            for word in row["words"]
        }
        self._leads = {fold_word(word) for row in lexicon.rows("dates_guards", "outlet_leads") for word in row["words"]}
        self._relations = {
            fold_word(word)
            for row in lexicon.rows("dates_links", "prepositions")
            for word in row["words"]
            if " " not in word
        }

    @staticmethod
    def _index(lexicon: Lexicon, section: str) -> dict[str, frozenset[str]]:
        index: dict[str, frozenset[str]] = {}
        for row in lexicon.rows("dates_guards", section):
            for word in row["words"]:
                form = fold_word(word)
                index[form] = index.get(form, frozenset()) | frozenset(row["kinds"])
        return index

    def refuses(self, words: Words, phrase: Phrase) -> bool:
        """``phrase`` is no time where it stands."""
        head = phrase.head
        before = words.form(head - 1) if words.follows(head) else ""
        after = words.form(phrase.last + 1) if words.follows(phrase.last + 1) else ""
        if before and self._is_name(words, phrase, before):
            return before in self._always or not self._certain(words, phrase)
        single = phrase.last == head
        if single and words.form(head) in _NOW and self._names_outlet(words, head - 1, before):
            return True
        if single and phrase.kind in self._tails.get(after, ()):
            return True
        return phrase.kind == "weekday" and single and _two(words, head)

    def _is_name(self, words: Words, phrase: Phrase, before: str) -> bool:
        """The word before, or the two before, make a name of a time of that kind."""
        if phrase.kind in self._heads.get(before, ()) or phrase.kind in self._heads.get(_without_clitic(before), ()):
            return True
        if before not in self._pairs:
            return False
        pair = f"{words.form(phrase.head - 2)} {before}"
        return phrase.kind in self._heads.get(pair, ()) or phrase.kind in self._heads.get(_without_clitic(pair), ())

    def _names_outlet(self, words: Words, i: int, form: str) -> bool:
        """«(مراسل) حلب اليوم», «روسيا اليوم»: the word at token ``i`` with what follows is an outlet's name."""
        sure = self._outlets.get(form)
        if sure is None:
            sure = self._outlets.get(_without_clitic(form))
        if sure is None:
            return False
        if not words.follows(i) or words.form(i - 1)[-1:] in _OPENERS:
            return True
        lead = words.form(i - 1)
        if lead in self._leads or _without_clitic(lead) in self._leads or "today" in self._heads.get(lead, ()):
            return True
        return sure and not lead.startswith("ال") and lead not in self._relations

    @staticmethod
    def _certain(words: Words, phrase: Phrase) -> bool:
        """It tells more than a name would: a part of the day («حي السكري فجر الجمعة»), a year."""
        if phrase.kind == "weekday":
            return phrase.last > phrase.head
        if phrase.kind == "today":
            return phrase.last > phrase.head
        if phrase.kind in ("date", "month"):
            return words.tokens[phrase.last].kind == "d" or any(row.split("/")[1] == "modifiers" for row in phrase.rows)
        return False


def _without_clitic(form: str) -> str:
    return form[1:] if form[:1] in "وفبل" and len(form) > 3 else form


def _two(words: Words, i: int) -> bool:
    """«الجنديين الاثنين»: the two of them, not Monday."""
    before = words.form(i - 1)
    dual = before.startswith("ال") and before.endswith(_DUAL) and len(before) > 5
    return dual and words.form(i).endswith("لاثنين")
