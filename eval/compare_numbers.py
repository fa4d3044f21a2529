"""khabar's numbers beside PyArabic's on the same cases: ``python eval/compare_numbers.py``.

Four sets of cases, each read by both in one run:

- *spelled*: numbers in words from the generator of the tests, 0 to 10,000 and random ones to 10^12, one style each;
- *sentences*: the positive examples beside the number rules, right when exactly the expected values are found; PyArabic
  gives one value a number, so only examples whose every number is exact count, those in digits aside;
- *no numbers*: the examples that hold none, right when nothing is found;
- *gold*: the exact counts of ../shared/gold/dev.jsonl that are written in number words, these words alone; left out
  where the gold is not here.

The first three sets hold in khabar's own tests: they show what PyArabic reads of them. Only the last compares. PyArabic
(GPL) is a development dependency. Prints a Markdown table with the share right and the time a case takes.
"""

from __future__ import annotations

import random
import re
import runpy
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from eval.gold import gold as gold_file
from eval.gold import reports, shared
from khabar.lexicon import load
from khabar.numbers import NumberRoom
from khabar.text import Page
from tests.support.examples import Example, examples, files, room_of
from tests.support.numerals import spell, styles

Case = tuple[str, list[float]]
_DIGIT = re.compile(r"[0-9٠-٩۰-۹]")


def room_examples() -> list[Example]:
    """The examples beside the number rules."""
    return [example for file in files() if room_of(file) == "numbers" for example in examples(file)]


def spelled() -> list[Case]:
    """Numbers in words, each alone."""
    source = random.Random(7)
    options = list(styles())
    numbers = [*range(10_001), *(source.randrange(10 ** source.randint(5, 12)) for _ in range(5000))]
    return [(spell(number, source.choice(options)), [number]) for number in numbers]


def sentences() -> list[Case]:
    """Positive examples in words whose numbers are all exact."""
    out = []
    for example in room_examples():
        exact = all(item["min"] == item["max"] and item["min"] is not None for item in example.find)
        if example.kind == "positive" and exact and not _DIGIT.search(example.text):
            out.append((example.text, [item["min"] for item in example.find]))
    return out


def no_numbers() -> list[Case]:
    """Examples without a number."""
    return [(example.text, []) for example in room_examples() if not example.find]


def gold() -> list[Case]:
    """The exact counts of the gold in number words, each once."""
    is_number = runpy.run_path(str(gold_file("dev").with_name("components.py")))["NUMBER_WORD"].search
    out: list[Case] = []
    for report in reports("dev"):
        told = {n["start"]: n for claim in report["claims"] for n in claim["counts"]}
        exact = [n for n in told.values() if n["min"] is not None and n["min"] == n["max"]]
        out += [(n["text"], [n["min"]]) for n in exact if is_number(n["text"]) and not _DIGIT.search(n["text"])]
    return out


def khabar_reader() -> Callable[[str], list[float]]:
    """The values that khabar finds in a text."""
    room = NumberRoom(load())
    return lambda text: [m.min for m in room.find(Page(text)) if m.min is not None and m.min == m.max]


def pyarabic_reader() -> Callable[[str], list[float]]:
    """The values that PyArabic finds in a text."""
    from pyarabic.number import extract_number_phrases, text2number

    return lambda text: [text2number(phrase) for phrase in extract_number_phrases(text)]


def measure(read: Callable[[str], list[float]], cases: Sequence[Case]) -> tuple[float, float]:
    """The share of ``cases`` read right, and milliseconds a case; a case that raises is wrong."""
    right = 0
    begin = time.perf_counter()
    for text, expected in cases:
        try:
            right += read(text) == expected
        except Exception:
            continue
    return right / len(cases), 1000 * (time.perf_counter() - begin) / len(cases)


def main() -> int:
    """Print the table."""
    readers = {"khabar": khabar_reader(), "PyArabic": pyarabic_reader()}
    print("| cases | n | " + " | ".join(f"{name} right | ms a case" for name in readers) + " |")
    print("| --- | --- |" + " --- | --- |" * len(readers))
    sets = {"spelled": spelled(), "sentences": sentences(), "no numbers": no_numbers()}
    if shared() is not None:
        sets["gold"] = gold()
    for name, cases in sets.items():
        cells = [f"{share:.3f} | {cost:.3f}" for share, cost in (measure(read, cases) for read in readers.values())]
        print(f"| {name} | {len(cases)} | " + " | ".join(cells) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
