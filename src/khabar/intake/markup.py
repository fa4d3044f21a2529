"""HTML given as text: markup is passed over in place, so that offsets still count the text as given."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_BLOCK = (
    "address|article|aside|blockquote|body|br|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|"
    "hr|html|iframe|img|li|link|main|meta|nav|ol|option|p|section|select|table|tbody|td|tfoot|th|thead|title|tr|ul|video"
)
_INLINE = "a|abbr|b|bdi|bdo|big|button|cite|em|font|i|input|ins|label|mark|q|s|small|span|strong|sub|sup|time|u"
_TAG = re.compile(rf"<(?:!doctype\b[^<>]*|/?(?:(?P<block>{_BLOCK})|{_INLINE})(?:[\s/][^<>]*)?)>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(?:(?P<name>script|style|noscript|template)\b|!--)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_CLOSE = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "noscript", "template")} | {
    "": re.compile("-->")
}
# Folding drops it, so a word that a tag cuts in two («<b>و</b>…») stays one word, as a browser shows it.
_NOTHING = "\u200b"


class Blanked(NamedTuple):
    """A text whose markup is blanked, of the same length; where the first tag stands; how many there are."""

    text: str
    start: int
    end: int
    tags: int


def blank_markup(text: str) -> Blanked | None:
    """``text`` with tags, scripts, comments and character references blanked; None when it holds no HTML tag.

    A tag that starts a line for a browser starts one here. A character reference becomes its character.
    """
    first = _TAG.search(text) if "<" in text else None
    if first is None:
        return None
    tags = 0

    def tag(match: re.Match[str]) -> str:
        nonlocal tags
        tags += 1
        length = match.end() - match.start()
        return "\n" + " " * (length - 1) if match["block"] else _NOTHING * length

    blanked = _ENTITY.sub(_character, _TAG.sub(tag, _without_hidden(text)))
    return Blanked(blanked, first.start(), first.end(), tags)


def _character(match: re.Match[str]) -> str:
    plain = html.unescape(match.group())
    length = match.end() - match.start()
    return plain + _NOTHING * (length - len(plain)) if len(plain) <= length else match.group()


def _without_hidden(text: str) -> str:
    """Scripts, styles and comments blanked, each from its opening to its closing tag; an unclosed one is left."""
    out: list[str] = []
    done = 0
    unclosed: set[str] = set()
    for match in _HIDDEN.finditer(text):
        name = (match["name"] or "").lower()
        if match.start() < done or name in unclosed:
            continue
        close = _CLOSE[name].search(text, match.end())
        if close is None:
            unclosed.add(name)
            continue
        out += (text[done : match.start()], "\n", " " * (close.end() - match.start() - 1))
        done = close.end()
    return "".join([*out, text[done:]]) if out else text
