"""Reports for people: each claim with its sentence, its words highlighted, and its fields a line each.

Arabic stands on lines of its own or at the end of a line, after what is written in Latin letters, so that terminals
with and without bidirectional layout keep both readable; no marks are added to it, so that copying gives the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from ..model import Claim, Count, Mention, Place, Reason, Report, Source, Span, Time
from ..text import Page
from .terminal import shown

_COLOURS = {
    "trigger": "1;31",
    "actors": "34",
    "targets": "35",
    "place": "32",
    "time": "33",
    "counts": "1;33",
    "sources": "36",
    "dim": "2",
    "head": "1",
}
_LETTER = re.compile(r"\w|[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c\u200d]")
_MARGIN = "     "
_LABEL = 8


class Painter:
    """Writes colours, or does not."""

    def __init__(self, colours: bool) -> None:
        self.colours = colours

    def __call__(self, text: str, colour: str) -> str:
        """``text`` in one of the colours of the fields."""
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self.colours and text else text


def pretty(report: Report, origin: str, paint: Painter, *, explain: bool = False) -> str:
    """A report as lines of text."""
    page = Page(report.text)
    blocks = [_head(report, origin, paint)]
    blocks += ("\n".join(claim_lines(claim, page, paint, explain=explain)) for claim in report.claims)
    if report.unread:
        blocks.append("\n".join(_unread_lines(report, paint)))
    return "\n\n".join(blocks) + "\n\n"


def _head(report: Report, origin: str, paint: Painter) -> str:
    number = len(report.claims)
    counted = "no claims" if not number else "1 claim" if number == 1 else f"{number} claims"
    facts = [counted]
    if report.reference_date:
        facts.append(f"{report.reference_date.date} ({report.reference_date.basis})")
    facts += filter(None, (report.context.outlet, report.title))
    return paint(shown(f"== {origin}: " + " · ".join(facts).replace("\n", " ")), "head")


def claim_lines(claim: Claim, page: Page, paint: Painter, *, explain: bool = False) -> Iterator[str]:
    """A claim: its id and type, its sentence, its fields."""
    tags = [claim.type.replace("_", " "), *([claim.modality] if claim.modality != "actual" else [])]
    tags += ["statement"] if claim.kind == "statement" else []
    tags += ["quoted"] if claim.quoted else []
    yield f"{claim.id:<4} {paint(', '.join(tags), 'head')}{_confidence(claim)}"
    yield _MARGIN + sentence(claim, page, paint)
    for label, colour, machine, words in _fields(claim):
        yield f"{_MARGIN}{label:<{_LABEL}} {paint(machine, 'dim')}{'  ' if machine else ''}{paint(words, colour)}"
    if explain:
        yield from explanation(claim, paint)


def _confidence(claim: Claim) -> str:
    return f"  {claim.confidence:.2f}" if claim.confidence < 1 else ""


def _fields(claim: Claim) -> Iterator[tuple[str, str, str, str]]:
    """(label, colour, what was read, the words) of each filled field."""
    parties = "speaker" if claim.kind == "statement" else "who"
    rows: list[tuple[str, str, Iterable[tuple[str, Span]]]] = [
        (parties, "actors", ((_party(m), m) for m in claim.actors)),
        ("to whom", "targets", ((_party(m), m) for m in claim.targets)),
        ("where", "place", ((_place(p), p) for p in filter(None, [claim.place]))),
        ("when", "time", ((_time(t), t) for t in filter(None, [claim.time]))),
        ("count", "counts", ((_count(c, claim.counts), c) for c in claim.counts)),
        ("weapon", "trigger", (("", w) for w in claim.weapons)),
        ("says", "sources", ((_source(s), s) for s in claim.sources)),
    ]
    for label, colour, items in rows:
        for machine, span in items:
            yield label, colour, machine, _words(span)
    if claim.speech and (claim.speech.cue or claim.speech.stance != "neutral"):
        yield "spoken", "sources", claim.speech.stance, _words(claim.speech.cue) if claim.speech.cue else ""


def _words(span: Span) -> str:
    return shown(" ".join(span.text.split()))


def _party(mention: Mention) -> str:
    return mention.actor_id or "-"


def _place(place: Place) -> str:
    at = f"{abs(place.lat):.3f}{'NS'[place.lat < 0]}" if place.lat is not None else ""
    at += f" {abs(place.lon):.3f}{'EW'[place.lon < 0]}" if place.lon is not None else ""
    return ", ".join(filter(None, (shown(place.name_en or ""), at or "coordinates unknown", place.precision)))


def _time(time: Time) -> str:
    if time.from_ is None and time.to is None:
        return "date unknown"
    days = f"{time.from_ or '…'}" if time.from_ == time.to else f"{time.from_ or '…'} to {time.to or '…'}"
    return days if time.precision in (None, "day") else f"{days}, {time.precision}"


def _count(count: Count, counts: tuple[Count, ...]) -> str:
    if count.min == count.max:
        number = f"{count.min}"
    elif count.max is None:
        number = f"{count.min} or more"
    else:
        number = f"at most {count.max}" if count.min is None else f"{count.min} to {count.max}"
    whole = f", of the {counts[count.part_of].min}" if count.part_of is not None else ""
    about = "about " if count.approx else ""
    return f"{count.role} {about}{number}{whole}{', running toll' if count.toll == 'cumulative' else ''}"


def _source(source: Source) -> str:
    cue = f" ({source.stance})" if source.stance != "neutral" else ""
    return f"{source.type}{cue}" + (f" {source.actor_id}" if source.actor_id else "")


def sentence(claim: Claim, page: Page, paint: Painter) -> str:
    """The sentences that hold a claim's evidence: its words highlighted, what is not evidence dimmed, and no colour
    beginning or ending within a word."""
    if not page.sentences:
        return ""
    first, last = page.sentence_at(claim.evidence.start), page.sentence_at(max(0, claim.evidence.end - 1))
    start, end = page.sentences[first][0], page.sentences[last][1]
    end -= len(page.text[start:end]) - len(page.text[start:end].rstrip())
    inner = _whole_words(page.text, claim.evidence.start, claim.evidence.end)
    cuts = [(start, inner[0], "dim"), *_coloured(claim, page.text, *inner), (inner[1], end, "dim")]
    out = [paint(shown(page.text[a:b]), colour) if colour else shown(page.text[a:b]) for a, b, colour in cuts]
    return "".join(out).strip().replace("\n", "\n" + _MARGIN)


def _coloured(claim: Claim, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """``text[start:end]`` in pieces with their colours, "" where a piece has none."""
    at = start
    for span, colour in _highlights(claim):
        a, b = _whole_words(text, span.start, span.end)
        a = max(a, at)
        if a < b <= end:
            yield at, a, ""
            yield a, b, colour
            at = b
    yield at, end, ""


def _highlights(claim: Claim) -> list[tuple[Span, str]]:
    """Spans with their colours, in order; the trigger first where several begin together."""
    marked: list[tuple[Span, str]] = [(claim.trigger, "trigger")] if claim.trigger else []
    for name in ("actors", "targets", "counts", "sources"):
        marked += ((span, name) for span in getattr(claim, name))
    marked += ((span, name) for name in ("place", "time") if (span := getattr(claim, name)) is not None)
    return sorted(marked, key=lambda item: item[0].start)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened to the edges of its first and last word."""
    while start > 0 and _LETTER.match(text[start]) and _LETTER.match(text[start - 1]):
        start -= 1
    while end < len(text) and _LETTER.match(text[end - 1]) and _LETTER.match(text[end]):
        end += 1
    return start, end


def explanation(claim: Claim, paint: Painter) -> Iterator[str]:
    """For every filled field the rule and the lexicon row that filled it."""
    filled = [name for name in ("type", "trigger", *_LISTED) if getattr(claim, name)]
    filled += ["modality"] if claim.modality != "actual" else []
    named = [name for name in claim.because if name.split(".")[0].split("[")[0] not in filled]
    for name in chain(filled, named):
        reasons = [(key, value) for key, value in claim.because.items() if _belongs(key, name)]
        if not reasons:
            yield f"{_MARGIN}{paint('why', 'dim')} {name:<{_LABEL + 6}} no rule named"
        for key, reason in reasons:
            yield f"{_MARGIN}{paint('why', 'dim')} {key:<{_LABEL + 6}} {_reason(reason)}"


_LISTED = ("actors", "targets", "place", "time", "counts", "sources", "speech", "weapons", "quoted")


def _belongs(key: str, name: str) -> bool:
    return key == name or key.startswith((f"{name}.", f"{name}["))


def _reason(reason: Reason) -> str:
    return f"{reason.rule}  <- {reason.row}" if reason.row else reason.rule


def _unread_lines(report: Report, paint: Painter) -> Iterator[str]:
    for unread in report.unread:
        yield f"{_MARGIN}{paint('not understood:', 'dim')} {shown(unread.reason)}  {_words(unread)}"
