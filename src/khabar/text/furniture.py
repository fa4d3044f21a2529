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
    head = _HEAD.search(text, 0, _NEAR)
    tail = _TAIL.search(text, head.end()) if head else None
    return (head.end(), tail.start()) if head and tail else (0, len(text))


_CROSSHEAD = re.compile(r"(?<=[.!?…\"»”]) {8,}[^\s.!?؟]+(?: [^\s.!?؟]+){0,4} {8,}(?=\S)")
_GAP = re.compile("(?<![ \u00a0])[ \u00a0]{4,}(?=\\S)")


def links(text: str, headings: re.Pattern[str]) -> list[tuple[int, int]]:
    """(start, end) of the lists of headlines of other reports in a folded ``text``: each from its heading to the last
    run of blanks of its line, behind which the report goes on."""
    out: list[tuple[int, int]] = []
    for heading in headings.finditer(text):
        if out and heading.start() < out[-1][1]:
            continue
        line = text.find("\n", heading.start())
        gaps = [gap.start() for gap in _GAP.finditer(text, heading.end(), len(text) if line < 0 else line)]
        if len(gaps) > 1:
            out.append((heading.start(), gaps[-1]))
    return out


def breaks(text: str, headings: re.Pattern[str]) -> list[int]:
    """Offsets of a folded ``text`` behind crossheads and links between paragraphs, at which a line of its own ends."""
    out = {match.end() for match in _CROSSHEAD.finditer(text)} if "        " in text else set()
    for start, end in links(text, headings):
        out.add(start)
        at: re.Match[str] | None = _GAP.search(text, start)
        while at is not None and at.start() <= end:
            out.add(at.end())
            at = _GAP.search(text, at.end())
    return sorted(out)
