"""Sheets of mentions for a reader to judge, and the precision that the verdicts give.

- ``python -m eval.sheet write docs/sheets``: every mention that each of the four rooms finds in 40 reports of the
  gold's train set, one TSV a room; a verdict already in the sheet stays with a row whose fields are the same;
- ``python -m eval.sheet show docs/sheets places``: the mentions without a verdict in their words, to the terminal only;
- ``python -m eval.sheet measure docs/sheets``: a Markdown table with the precision of each room.

A sheet holds offsets and values only, never words of a report: the reports may not be redistributed. ``start`` and
``end`` count code points of the report's text.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, get_args

from khabar import ActorMention, NumberMention, PlaceMention, Reader, TimeMention
from khabar.text import Page

from .gold import lines, seven_countries

Room = Literal["numbers", "dates", "places", "actors"]
Row = dict[str, str]
Mention = NumberMention | TimeMention | PlaceMention | ActorMention

ROOMS: tuple[Room, ...] = get_args(Room)
FIELDS: dict[Room, tuple[str, ...]] = {
    "numbers": ("min", "max", "approx", "ordinal"),
    "dates": ("reference", "from", "to", "precision"),
    "places": ("name_en", "lat", "lon", "precision"),
    "actors": ("actor_id",),
}
VERDICTS = ("right", "wrong", "doubtful")
REPORTS = 40
AROUND = 60  # characters shown on either side of a mention
Z95 = 1.959964  # the normal quantile of a two-sided interval of 95 %


def header(room: Room) -> tuple[str, ...]:
    """The columns of a room's sheet."""
    return ("doc_id", "start", "end", *FIELDS[room], "verdict", "reason")


def key(room: Room, row: Row) -> tuple[str, ...]:
    """What a verdict was given on: the report, the span and the fields."""
    return tuple(row[name] for name in header(room)[:-2])


def chosen(index: int) -> bool:
    """The fixed rule of the sample: reports whose number, counted from 1, leaves 1 or 3 when divided by 5."""
    return index % 5 in (1, 3)


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    return f"{value:.4f}" if isinstance(value, float) else str(value)


def _values(mention: Mention, reference: object) -> tuple[object, ...]:
    match mention:
        case NumberMention():
            return mention.min, mention.max, mention.approx, mention.ordinal
        case TimeMention():
            return reference, mention.from_, mention.to, mention.precision
        case PlaceMention():
            return mention.name_en, mention.lat, mention.lon, mention.precision
        case ActorMention():
            return (mention.actor_id,)


def mentions(reader: Reader) -> Iterator[tuple[Room, Row, str]]:
    """Every mention in the reports of the sample: its room, its row without a verdict, and the report's text."""
    sample = [line.raw for index, line in enumerate(lines("train"), 1) if chosen(index)][:REPORTS]
    for raw in sample:
        page = Page(raw.text)
        telling = reader.telling(page, raw)
        scene = reader.scene(page, telling)
        found: dict[Room, Sequence[Mention]] = {
            "numbers": scene.numbers,
            "dates": scene.times,
            "places": scene.places,
            "actors": scene.actors,
        }
        reference = telling.reference.date if telling.reference else None
        for room in ROOMS:
            for mention in found[room]:
                cells = (raw.doc_id, mention.start, mention.end, *_values(mention, reference), "", "")
                yield room, dict(zip(header(room), map(_shown, cells), strict=True)), raw.text


def read_sheet(path: Path, room: Room) -> list[Row]:
    """The rows of a sheet; none where it is absent.

    Raises:
        SystemExit: its columns or a verdict are not those of a sheet.
    """
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        if tuple(table.fieldnames or ()) != header(room):
            sys.exit(f"{path}: the columns must be {', '.join(header(room))}")
        rows = list(table)
    for number, row in enumerate(rows, 1):
        if row["verdict"] not in ("", *VERDICTS):
            sys.exit(f"{path}, row {number}: {row['verdict']!r} is no verdict; use {', '.join(VERDICTS)}")
        if row["verdict"] == "wrong" and not row["reason"]:
            sys.exit(f"{path}, row {number}: wrong needs a reason")
    return rows


def write_sheets(folder: Path, reader: Reader) -> None:
    """Write the four sheets anew, keeping the verdicts on rows that have not changed."""
    found: dict[Room, list[Row]] = {room: [] for room in ROOMS}
    for room, row, _ in mentions(reader):
        found[room].append(row)
    folder.mkdir(parents=True, exist_ok=True)
    for room, rows in found.items():
        path = folder / f"{room}.tsv"
        judged = {key(room, row): row for row in read_sheet(path, room)}
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, header(room), delimiter="\t", lineterminator="\n")
            table.writeheader()
            table.writerows(judged.get(key(room, row), row) for row in rows)


def show(folder: Path, room: Room, reader: Reader) -> None:
    """Print the mentions of ``room`` that have no verdict, with their words and what stands around them."""
    judged = {key(room, row) for row in read_sheet(folder / f"{room}.tsv", room) if row["verdict"]}
    for its, row, text in mentions(reader):
        if its != room or key(room, row) in judged:
            continue
        start, end = int(row["start"]), int(row["end"])
        around = f"{text[max(0, start - AROUND) : start]}⟦{text[start:end]}⟧{text[end : end + AROUND]}"
        print(" ".join((*key(room, row), "|", " ".join(around.split()))))


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The 95 % interval of a proportion by Wilson's score (E. B. Wilson, JASA 22, 1927)."""
    if not judged:
        return 0.0, 1.0
    share, spread = right / judged, Z95 * Z95 / judged
    middle = share + spread / 2
    half = Z95 * math.sqrt(share * (1 - share) / judged + spread / judged / 4)
    return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def measure(folder: Path) -> str:
    """A Markdown table of the verdicts in the sheets of ``folder``; a doubtful mention counts as not right.

    Raises:
        SystemExit: a mention has no verdict.
    """
    out = ["| room | mentions | right | wrong | doubtful | precision | 95 % interval |"]
    out.append("| --- | --- | --- | --- | --- | --- | --- |")
    for room in ROOMS:
        verdicts = [row["verdict"] for row in read_sheet(folder / f"{room}.tsv", room)]
        if "" in verdicts:
            sys.exit(f"{room}: {verdicts.count('')} mentions have no verdict")
        right, wrong, doubtful = (verdicts.count(verdict) for verdict in VERDICTS)
        low, high = wilson(right, len(verdicts))
        precision = right / len(verdicts) if verdicts else 0.0
        out.append(
            f"| {room} | {len(verdicts)} | {right} | {wrong} | {doubtful} | {precision:.3f} | {low:.3f}–{high:.3f} |"
        )
    return "\n".join(out)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m eval.sheet", description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("what", choices=("write", "show", "measure"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("room", nargs="?", choices=ROOMS, help="for show")
    given = parser.parse_args(arguments)
    if given.what == "measure":
        print(measure(given.folder))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        reader = Reader(gazetteer=seven_countries(Path(scratch)), strict=True)
        if given.what == "write":
            write_sheets(given.folder, reader)
        else:
            for room in [given.room] if given.room else ROOMS:
                show(given.folder, room, reader)
    return 0


if __name__ == "__main__":
    sys.exit(main())
