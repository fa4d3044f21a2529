"""Whether a name is the outlet that publishes the report.

Outlets are given by their Latin names («Al Mohrar Media», «BBC Arabic», «syriahr.com»), reports name them in Arabic.
Ids of the registry are compared with the outlet's words, initials and address; other names by their consonants, which
both scripts write.
"""

from __future__ import annotations

import re

_DIGRAPHS = (("kh", "X"), ("sh", "S"), ("ch", "S"), ("gh", "G"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ou", ""))
_LATIN = str.maketrans("pvcqz", "bfkkz", "aeiouywh'-")
_ARABIC = str.maketrans(
    {
        "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "", "خ": "X", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s",
        "ش": "S", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "G", "ف": "f", "ق": "k", "ك": "k", "ل": "l",
        "م": "m", "ن": "n", "ه": "", "و": "", "ي": "", "ا": "", "ء": "",
    }
)  # fmt: skip


class Outlet:
    """The report's own outlet, recognised under its ids and names."""

    def __init__(self, name: str) -> None:
        words = re.findall(r"[A-Za-z0-9]+", name)
        lower = [word.lower() for word in words]
        self._joined = "".join(lower)
        self._words = set(lower) | {"".join(w[0] for w in words if w[0].isupper()).lower()}
        bare = [word[2:] if word.startswith("al") and len(word) > 5 else word for word in lower]
        self._bones = {bone for bone in map(_latin_bones, bare) if len(bone) > 1}

    def has_id(self, actor_id: str | None) -> bool:
        """The actor is the outlet: its id stands in the outlet's name, or the name's initials are its id."""
        if not actor_id or not self._joined or "." in actor_id or ":" in actor_id:
            return False
        key = actor_id.replace("_", "")
        return key in self._words or (len(key) > 4 and key in self._joined)

    def named(self, folded_words: list[str], *, least: int = 3) -> bool:
        """One of the Arabic words has the consonants of a word of the outlet's name, ``least`` of them or more."""
        for word in folded_words:
            bones = arabic_bones(word)
            if len(bones) >= least and bones in self._bones:
                return True
        return False


def _latin_bones(word: str) -> str:
    for pair, letter in _DIGRAPHS:
        word = word.replace(pair, letter)
    return re.sub(r"(.)\1", r"\1", word.translate(_LATIN))


def arabic_bones(word: str) -> str:
    """The consonants of a folded Arabic word in Latin letters, its article aside."""
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    return re.sub(r"(.)\1", r"\1", bare.translate(_ARABIC))
