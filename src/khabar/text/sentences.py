"""Sentences: stretches of a text that cover it exactly.

A sentence ends at a line break, at ؟ ! … or at a full stop that is no decimal mark, no part of an abbreviation,
initial or address. Closing quotation marks and brackets behind the stop belong to the sentence that it ends.
"""

from __future__ import annotations

import re

# A stop; what closes behind it; and the blank space up to the next sentence.
_END = re.compile(r"(?:[.!?؟…۔]+[\"'”’»)\]]*(?:\s+|$|(?=[\u0621-\u064a«“\"]))|\s*\n\s*)")
_INITIAL = re.compile(r"(?:^|[\s(«\"“])[\u0621-\u064a]\.$|(?:^|\s)(?:ا\.ف\.ب|أ\.ف\.ب|د\.ب\.ا|د|م|أ|ا|ص|ب)\.$")
_ADDRESS = re.compile(r"(?:https?:|www\.)\S*$")


def split(text: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of ``text``; together they cover it exactly."""
    out: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.start() < start or _no_end(text, match):
            continue
        out.append((start, match.end()))
        start = match.end()
    if start < len(text):
        out.append((start, len(text)))
    return out


def _no_end(text: str, match: re.Match[str]) -> bool:
    if not match.group().startswith("."):
        return False
    before = text[max(0, match.start() - 60) : match.start() + 1]
    after = text[match.end() : match.end() + 1]
    if before[-2:-1].isdigit() and after.isdigit() and match.group() == ".":
        return True
    return bool(_INITIAL.search(before) or _ADDRESS.search(before))
