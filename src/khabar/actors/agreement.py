"""Whether a pronoun may stand for a mention: «عناصره» are an army's, «عناصرها» a movement's, «مواقعهم» some men's.

Grammar: a pronoun agrees with its antecedent in gender and number; things in the plural count as one feminine. What
the script does not show agrees with all. Wright, *A Grammar of the Arabic Language* (3rd ed.), I §§ 289-294, II §§
141-152.
"""

from __future__ import annotations

from .found import Found
from .lexis import Words

_PRONOUNS = ("هم", "ها", "ه")
_BY_GENDER = {"masculine": "ه", "feminine": "ها", "people": "هم"}


def pronoun_of(words: Words, found: Found) -> str:
    """The third-person pronoun in or behind a noun («عناصره», «الفصائل الموالية لها»); "" where none shows."""
    form = words.form(found.last)
    return next((pronoun for pronoun in _PRONOUNS if form.endswith(pronoun)), "")


def agrees(words: Words, pronoun: str, earlier: Found) -> bool:
    """Whether ``pronoun`` may stand for ``earlier``; an adjective behind a deed («غارة تركية») is no antecedent."""
    if earlier.rank == "deed":
        return False
    wanted = _pronoun_for(words, earlier)
    return not wanted or not pronoun or wanted == pronoun


def _pronoun_for(words: Words, earlier: Found) -> str:
    """The pronoun that the first noun of a mention takes; "" where its form does not tell."""
    known = words.hit(earlier.first, "gender")
    if known is not None:
        return _BY_GENDER[known.entry.target]
    if earlier.entry.kind in ("country", "capital", "person"):
        return ""
    written = words.page.text[earlier.start : words.tokens[earlier.first].end]
    if written.endswith(("ة", "ات")):
        return "ها"
    return "هم" if written.endswith(("ون", "ين")) and len(written) > 4 else ""
