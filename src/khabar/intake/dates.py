"""The publication date that comes with a report."""

from __future__ import annotations

from datetime import date, datetime

from ..errors import InputError


def publication_date(value: date | str | None) -> date | None:
    """The day of ``value``: a date, a datetime, or their ISO form ("2024-05-18", "2024-05-18T09:30:00Z").

    Of a moment only the day as written counts; no time zone is converted.

    Raises:
        InputError: it is no ISO date.
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    raise InputError(f"{value!r} is no date", "write it as YYYY-MM-DD, for example 2024-05-18")
