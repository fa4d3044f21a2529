"""``make bench``: how fast khabar is and how much memory it takes, on this machine.

    python -m eval.bench [--write]

Reports are those of ../shared/gold/dev.jsonl, or where it is absent the project's samples. Each figure stands beside
what issues 2 and 3 ask. ``--write`` keeps them in docs/speed.md.
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from khabar import Raw, Reader, __version__
from khabar.intake import Line, read_lines
from khabar.text import Page

from .gold import REPOSITORY, lines, seven_countries, shared

FIGURES = REPOSITORY / "docs" / "speed.md"
SAMPLES = REPOSITORY / "samples" / "reports.jsonl"
_LOAD = "import time; t = time.process_time(); import khabar; khabar.Reader(); print(time.process_time() - t)"
_BATCH = 2_000


class Figure(NamedTuple):
    """One measurement: the value as written, what is asked, and whether it is reached."""

    what: str
    value: str
    asked: str
    reached: bool


def main() -> int:
    """Print the figures; 1 when one is not what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    name, raws = _reports()
    length = sum(len(raw.text) for raw in raws) // len(raws)
    print(f"{len(raws)} reports of {name}, {length:,} characters each; load of the machine {os.getloadavg()[0]:.1f}")
    figures = []
    for figure in _figures(raws):
        print(
            f"{'ok ' if figure.reached else 'NO '} {figure.what:<58} {figure.value:>16}   asked: {figure.asked}",
            flush=True,
        )
        figures.append(figure)
    if options.write:
        FIGURES.write_text(_page(name, raws, figures), encoding="utf-8")
    return 0 if all(figure.reached for figure in figures) else 1


def _reports() -> tuple[str, list[Raw]]:
    if shared() is not None:
        return "dev.jsonl", [line.raw for line in lines("dev")]
    with SAMPLES.open("rb") as stream:
        return "samples/reports.jsonl", [line.raw for line in read_lines(stream) if isinstance(line, Line)]


def _figures(raws: list[Raw]) -> Iterator[Figure]:
    yield _load()
    reader = Reader(strict=True)
    yield _rate("reports a second on one core", 100, raws, lambda raw: reader.read_raw(raw))
    yield _rate("reports a second, the four rooms alone", 250, raws, lambda raw: _four_rooms(reader, raw))
    yield _linear(reader, raws)
    yield _two_workers(reader, raws)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    yield Figure("peak memory of all this", f"{peak:.0f} MB", "< 400 MB", peak < 400)
    yield from _gazetteer() if shared() is not None else ()


def _load() -> Figure:
    """The best of three fresh processes, with the bytecode that an installed package has."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    seconds = min(float(subprocess.check_output([sys.executable, "-c", _LOAD], env=env)) for _ in range(3))
    return Figure("import and load", f"{seconds:.2f} s", "< 1.0 s", seconds < 1)


def _seconds(run: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Of this process's own time on a core, so that other work on the machine does not count; or of ``clock``."""
    start = clock()
    run()
    return clock() - start


def _rate(what: str, asked: int, raws: list[Raw], read_one: Callable[[Raw], object]) -> Figure:
    """The best of three passes after one to fill caches."""
    passes = [_seconds(lambda: [read_one(raw) for raw in raws]) for _ in range(4)]
    rate = len(raws) / min(passes[1:])
    return Figure(what, f"{rate:.0f} /s", f">= {asked} /s", rate >= asked)


def _four_rooms(reader: Reader, raw: Raw) -> None:
    """Numbers, dates, actors and places, on one page."""
    page = Page(raw.text)
    reader.scene(page, reader.telling(page, raw))


def _linear(reader: Reader, raws: list[Raw]) -> Figure:
    """What a character of a report of 1 MB costs, in terms of one of 10 kB; both of the same sentences."""
    text = "\n".join(raw.text for raw in raws) + "\n"
    long = text * (1_000_000 // len(text) + 1)

    def cost(report: str) -> float:
        return _seconds(lambda: reader.read(report)) / len(report)

    ratio = cost(long[:1_000_000]) / min(cost(long[:10_000]) for _ in range(5))
    return Figure("cost of a character, 1 MB against 10 kB", f"{ratio:.2f} times", "<= 2 times", ratio <= 2)


def _two_workers(reader: Reader, raws: list[Raw]) -> Figure:
    batch = list(itertools.islice(itertools.cycle(raws), _BATCH))

    def seconds(workers: int) -> float:
        return _seconds(lambda: sum(1 for _ in reader.read_many(batch, workers=workers)), time.perf_counter)

    gain = seconds(1) / seconds(2)
    return Figure(f"read_many on {_BATCH:,} reports, 2 workers", f"{gain:.2f} times", ">= 1.6 times", gain >= 1.6)


def _gazetteer() -> Iterator[Figure]:
    """Loading one of seven countries, in a process of its own.

    Linux counts in a child's ru_maxrss what its parent held, so the peak is read from /proc where there is one.
    """
    code = (
        "import pathlib, resource, sys, time; from khabar.places import Gazetteer; t = time.perf_counter();"
        "Gazetteer.open(sys.argv[1]); seconds = time.perf_counter() - t; status = pathlib.Path('/proc/self/status');"
        "lines = status.read_text().splitlines() if status.exists() else [];"
        "peak = [int(line.split()[1]) for line in lines if line.startswith('VmHWM')];"
        "print(seconds, (peak or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss])[0] / 1024)"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = seven_countries(Path(folder))
        seconds, megabytes = map(float, subprocess.check_output([sys.executable, "-c", code, path]).split())
    yield Figure("loading a gazetteer of seven countries", f"{seconds:.2f} s", "< 1.0 s", seconds < 1)
    yield Figure("resident with it", f"{megabytes:.0f} MB", "< 250 MB", megabytes < 250)


def _page(name: str, raws: list[Raw], figures: list[Figure]) -> str:
    rows = "\n".join(f"| {f.what} | {f.value} | {f.asked} |" for f in figures)
    return (
        "# Speed\n\n"
        f"Written by `python -m eval.bench --write` on {date.today()}: khabar {__version__}, Python "
        f"{platform.python_version()}, {platform.system()} {platform.machine()}, {len(raws)} reports of {name}.\n"
        "Times are those of one core; the gain by workers goes by the clock, which other work on the machine slows.\n"
        "`make bench` measures your machine.\n\n"
        f"| what | measured | asked |\n| --- | --- | --- |\n{rows}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
