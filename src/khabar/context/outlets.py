"""Outlets and their countries."""

from __future__ import annotations

import re

from ..lexicon import Lexicon
from ..model import Context, Unread
from ..text import fold_word

_NOT_LETTERS = re.compile(r"[^\w]+")
_CODE = re.compile(r"[A-Z]{2}")
_COMMON = re.compile(r"\b(?:news|agency|network|arabic|online)\b")


class Outlets:
    """Knows outlets by name and countries by code or name."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._countries: dict[str, str] = {}
        self._outlets: dict[str, str | None] = {}
        for row in lexicon.rows("context", "countries"):
            for name in row["names"]:
                self._countries[_key(name)] = row["id"]
        for rows in lexicon.sections("context_outlets").values():
            for row in rows:
                for name in row["names"]:
                    self._outlets[_key(name)] = row.get("country")

    def country(self, context: Context) -> str | None:
        """The ISO 3166 code of the outlet's country: as given, else the one that the outlet reports on."""
        given = context.outlet_country
        if given:
            return given if _CODE.fullmatch(given) else self._countries.get(_key(given))
        return next((self._outlets[name] for name in _names(context.outlet) if name in self._outlets), None)

    def unread(self, context: Context) -> tuple[Unread, ...]:
        """An outlet that is given and not known; accounts of people («@name») are no outlets."""
        outlet = context.outlet
        if not outlet or context.platform or "@" in outlet or any(name in self._outlets for name in _names(outlet)):
            return ()
        return (Unread(0, 0, "", f"unknown outlet: {outlet}"),)


def _names(outlet: str | None) -> list[str]:
    """The spellings that ``outlet`` may be known by: whole, without brackets, without «news» and the like."""
    if not outlet:
        return []
    whole = re.sub(r"\(.*?\)", "", outlet)
    inside = re.findall(r"\((.*?)\)", outlet)
    keys = [_key(name) for name in (outlet, whole, *inside)]
    return [*keys, *(key for name in keys if (key := _COMMON.sub("", name).strip()))]


def _key(name: str) -> str:
    return _NOT_LETTERS.sub(" ", fold_word(name).lower()).strip()
