"""What has the shape of a time and is none: names («سوق الجمعة», «روسيا اليوم») and idioms («في أمس الحاجة»)."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..text import fold_word
from .phrase import Phrase
from .words import Words

_DUAL = ("ين", "ان")


class Guards:
    """Refuses phrases, by the words on either side of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._heads = self._index(lexicon, "name_heads")
        self._tails = self._index(lexicon, "name_tails")

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
        if phrase.kind in self._heads.get(before, ()) or phrase.kind in self._heads.get(_without_clitic(before), ()):
            return not self._certain(words, phrase)
        single = phrase.last == head
        if single and phrase.kind in self._tails.get(after, ()):
            return True
        return phrase.kind == "weekday" and single and _two(words, head)

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
