"""What intake hands to the reader."""

from __future__ import annotations

from datetime import date

import msgspec

from ..model import Context


class Raw(msgspec.Struct, frozen=True):
    """A report as it comes in: its text exactly as published and what is known of it."""

    text: str
    title: str | None = None
    published: date | None = None
    doc_id: str | None = None
    context: Context = Context()
