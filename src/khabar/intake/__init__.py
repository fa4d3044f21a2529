"""The intake room: files, streams and JSON lines become reports whose text is exactly as published."""

from .dates import publication_date
from .encoding import Decoded, decode
from .files import STDIN, Form, Notice, Taken, form_of, take
from .lines import BadLine, Line, read_lines
from .markup import Blanked, blank_markup
from .raw import Raw
from .script import why_not_arabic

__all__ = [
    "STDIN",
    "BadLine",
    "Blanked",
    "Decoded",
    "Form",
    "Line",
    "Notice",
    "Raw",
    "Taken",
    "blank_markup",
    "decode",
    "form_of",
    "publication_date",
    "read_lines",
    "take",
    "why_not_arabic",
]
