"""khabar reads Arabic conflict reports into attributed claims: who did what to whom, where, when, how many, and
who says so.

>>> import khabar
>>> report = khabar.read("قال الجيش إن طائرة قصفت بلدة", published="2024-05-18")  # doctest: +SKIP
"""

from __future__ import annotations

__version__ = "0.1.0"

from functools import cache as _cache
from typing import TYPE_CHECKING

from .errors import KhabarError
from .model import ActorMention, Claim, Context, NumberMention, PlaceMention, Report, TimeMention

if TYPE_CHECKING:
    from datetime import date

from .intake import Raw, decode
from .reader import Reader
from .records import from_json, to_json


@_cache
def _reader() -> Reader:
    return Reader()


def read(
    text: str,
    *,
    title: str | None = None,
    published: date | str | None = None,
    doc_id: str | None = None,
    context: Context | None = None,
) -> Report:
    """Read one report with the default reader; see :meth:`Reader.read`."""
    return _reader().read(text, title=title, published=published, doc_id=doc_id, context=context)


def find_numbers(text: str) -> list[NumberMention]:
    """The numbers of ``text``; see :meth:`Reader.find_numbers`."""
    return _reader().find_numbers(text)


def find_times(text: str, reference: date | None = None) -> list[TimeMention]:
    """The time expressions of ``text``; see :meth:`Reader.find_times`."""
    return _reader().find_times(text, reference)


def find_actors(text: str) -> list[ActorMention]:
    """The parties that ``text`` names; see :meth:`Reader.find_actors`."""
    return _reader().find_actors(text)


def find_places(text: str) -> list[PlaceMention]:
    """The places that ``text`` names; see :meth:`Reader.find_places`."""
    return _reader().find_places(text)


__all__ = [
    "ActorMention",
    "Claim",
    "Context",
    "KhabarError",
    "NumberMention",
    "PlaceMention",
    "Raw",
    "Reader",
    "Report",
    "TimeMention",
    "__version__",
    "decode",
    "find_actors",
    "find_numbers",
    "find_places",
    "find_times",
    "from_json",
    "read",
    "to_json",
]
