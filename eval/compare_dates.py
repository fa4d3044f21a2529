"""khabar's dates beside dateparser's on the same cases: ``python eval/compare_dates.py``.

Four sets of cases, each read by both in one run:

- *written*: days in twelve news formats from the generator of the tests, right when exactly the day is found;
- *sentences*: the positive examples beside the date rules that tell single days, with their reference date;
- *no times*: the examples that hold none, right when nothing is found;
- *gold*: the times of ../shared/gold/dev.jsonl that are one day, the words alone with the report's date; left out where
  the gold is not here.

dateparser (BSD) is a development dependency; its ``search_dates`` is told the language, the order day-month and that
the past is meant, and a time of day counts as its day. The first three sets hold in khabar's own tests: they show what
dateparser reads of them. Only the last compares. Prints a Markdown table with the share right and the time a case
takes.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from eval.gold import reports, shared
from khabar.dates import DateRoom
from khabar.lexicon import load
from khabar.text import Page
from tests.support.dates import FORMATS
from tests.support.examples import Example, examples, files, room_of

Case = tuple[str, date | None, list[date]]
Find = Callable[[str, date | None], list[date]]


def room_examples() -> list[Example]:
    """The examples beside the date rules."""
    return [example for file in files() if room_of(file) == "dates" for example in examples(file)]


def written() -> list[Case]:
    """Days of 2000 to 2030, forty in every format."""
    source = random.Random(7)
    out: list[Case] = []
    for write in FORMATS.values():
        for _ in range(40):
            day = date(2000, 1, 1) + timedelta(source.randrange(11_323))
            out.append((write(day), None, [day]))
    return out


def sentences() -> list[Case]:
    """Positive examples whose every time is one day."""
    out: list[Case] = []
    for example in room_examples():
        days = [item["from"] for item in example.find if item["from"] and item["from"] == item["to"]]
        if example.kind == "positive" and not example.country and days and len(days) == len(example.find):
            out.append((example.text, example.reference, [date.fromisoformat(str(day)) for day in days]))
    return out


def no_times() -> list[Case]:
    """Examples without a time."""
    return [(example.text, example.reference, []) for example in room_examples() if not example.find]


def gold() -> list[Case]:
    """The times of the gold that are one day, each once; the report's date is the reference."""
    out: list[Case] = []
    for report in reports("dev"):
        given = report["published"] or (report["reference_date"] or {}).get("date")
        times = {c["time"]["start"]: c["time"] for c in report["claims"] if c["time"]}
        for told in times.values():
            if told["from"] and told["from"] == told["to"]:
                reference = date.fromisoformat(given) if given else None
                out.append((told["text"], reference, [date.fromisoformat(told["from"])]))
    return out


def khabar_finder() -> Find:
    """The days that khabar finds in a text."""
    room = DateRoom(load())
    return lambda text, reference: [
        m.from_ or date.max for m in room.find(Page(text), reference=reference) if m.from_ == m.to or m.from_ is None
    ]


def dateparser_finder() -> Find:
    """The days that ``dateparser.search`` finds in a text."""
    from dateparser.search import search_dates

    def find(text: str, reference: date | None) -> list[date]:
        settings: dict[str, object] = {"PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
        if reference is not None:
            settings["RELATIVE_BASE"] = datetime(reference.year, reference.month, reference.day, 12)
        return [when.date() for _, when in search_dates(text, languages=["ar"], settings=settings) or []]

    return find


def measure(find: Find, cases: Sequence[Case]) -> tuple[float, float]:
    """The share of ``cases`` read right, and milliseconds a case; a case that raises is wrong."""
    right = 0
    begin = time.perf_counter()
    for text, reference, expected in cases:
        try:
            right += find(text, reference) == expected
        except Exception:
            continue
    return right / len(cases), 1000 * (time.perf_counter() - begin) / len(cases)


def main() -> int:
    """Print the table."""
    finders = {"khabar": khabar_finder(), "dateparser": dateparser_finder()}
    print("| cases | n | " + " | ".join(f"{name} right | ms a case" for name in finders) + " |")
    print("| --- | --- | " + " | ".join("--- | ---" for _ in finders) + " |")
    sets = {"written": written(), "sentences": sentences(), "no times": no_times()}
    if shared() is not None:
        sets["gold"] = gold()
    for name, cases in sets.items():
        cells = []
        for find in finders.values():
            find(*cases[0][:2])
            share, spent = measure(find, cases)
            cells.append(f"{share:.3f} | {spent:.2f}")
        print(f"| {name} | {len(cases)} | " + " | ".join(cells) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
