"""Furniture of saved pages: what a page prints around the words of a report, glued to them.

A page of X saved as text reads «name@handle<the post>10:16 AM · Oct 31, 2024…Views», one of Facebook «name October 31,
2024 · Shared with Public<the post>All reactions:…<comments of readers>». What stands on either side of such a seam is
no sentence of the other; comments are no part of the report.

Pages of news saved as text keep their crossheads («… النار.      غارة جوية      في هذه الأثناء …») and the links
between their paragraphs («روابط ذات علاقة    <headline>    <headline>     وقال …») in the line, apart only by blanks.
"""

from __future__ import annotations

import re

_ARABIC = "\u0600-\u06ff"
_HEAD = re.compile(
    rf"(?:Shared with (?:Public|Custom|Friends|Your friends|Only me)|(?<=\S)@[A-Za-z0-9_]{{2,15}})(?=[#{_ARABIC}\"«“|])"
)
_TAIL = re.compile(r"(?:\d\d:\d\d)?\d{1,2}:\d\d [AP]M · [A-Z][a-z]{2} \d{1,2}, \d{4}|All reactions:")
# The post of a saved page begins within so many characters; a handle further on stands in another kind of text.
_NEAR = 600


def seams(text: str) -> list[int]:
    """Offsets of a folded ``text`` at which a post begins or ends, in order."""
    if " · " not in text and "@" not in text and "All reactions:" not in text:
        return []
    return sorted({match.end() for match in _HEAD.finditer(text)} | {match.start() for match in _TAIL.finditer(text)})


def post(text: str) -> tuple[int, int]:
    """(start, end) of the post that a folded ``text`` holds: behind its author, before its date and the comments on it;
    of any other text the whole."""
    head = _HEAD.search(text, 0, _NEAR) if text else None
    tail = _TAIL.search(text, head.end()) if head else None
    return (head.end(), tail.start()) if head and tail else (0, len(text))


_CROSSHEAD = re.compile(r"(?<=[.!?…\"»”]) {8,}[^\s.!?؟]+(?: [^\s.!?؟]+){0,4}(?P<end> {8,})(?=\S)")
_LINKS = re.compile(r"روابط ذات (?:علاقه|صله)[^\n]*")
_BLANKS = re.compile(r" {4,}(?=\S)")


def breaks(text: str) -> list[int]:
    """Offsets of a folded ``text`` behind crossheads and links between paragraphs, at which a line of its own ends."""
    out = {match.end() for match in _CROSSHEAD.finditer(text)} if "        " in text else set()
    for links in _LINKS.finditer(text):
        out.add(links.start())
        out.update(blanks.end() for blanks in _BLANKS.finditer(text, links.start(), links.end()))
    return sorted(out)
