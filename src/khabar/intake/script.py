"""Whether a text can be Arabic at all; told from its letters alone."""

from __future__ import annotations

import re

_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_ANY_LETTER = re.compile(r"[^\W\d_]")
# Letters of Persian, Urdu, Kurdish, Pashto and Uyghur that Arabic lacks. About one in fifty letters of a Persian text
# is one of them, one in ten of an Urdu or Kurdish one; Arabic has them in some foreign names and dialect words only.
# Those that Arabic posts use as ornaments (heh goal, heh doachashmee) are not among them.
_FOREIGN = "پچژگٹڈڑںےێۆڕڵەځڅړښۍې"
_FOREIGN_SHARE = 0.015
_FOREIGN_LEAST = 3  # different letters: one alone may be an ornament or a filter dodge
# The first bytes of Arabic letters in UTF-8, as they look when the text was taken for Windows-1252 or Latin-1.
_MOJIBAKE = ("\u00d8", "\u00d9")


def why_not_arabic(text: str) -> str | None:
    """Why ``text`` is not read, or None when it may be Arabic (blank text included)."""
    if not _ARABIC_LETTER.search(text):
        if not _ANY_LETTER.search(text):
            return None
        if sum(map(text.count, _MOJIBAKE)) * 5 > len(text):
            return "no Arabic letters: UTF-8 that was read as Windows-1252; decode the original bytes as UTF-8"
        return "no Arabic letters: khabar reads Arabic only"
    foreign = [count for letter in _FOREIGN if (count := text.count(letter))]
    if len(foreign) >= _FOREIGN_LEAST and sum(foreign) >= _FOREIGN_SHARE * len(text):
        return "Arabic script, but letters of another language (Persian, Urdu, Kurdish, …): khabar reads Arabic only"
    return None
