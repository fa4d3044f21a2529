"""The gate: no measure may fall below its pinned floor, and the gold may not change unnoticed.

python -m eval.gate                              compare with eval/baseline.json; 1 when a floor is undercut
python -m eval.gate --pin                        raise floors to what is measured now; none is lowered
python -m eval.gate --pin --lower --reason WHY   also lower floors; the reason is kept in the file
python -m eval.gate --pin --new-gold --reason WHY   the gold was changed on purpose: pin its new fingerprint
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from datetime import date
from pathlib import Path

import msgspec

from .gold import REPORTS, fingerprint
from .measures import CEILINGS, measure, undercut

BASELINE = Path(__file__).with_name("baseline.json")
GOLD = (*REPORTS, "challenge")


class Lowered(msgspec.Struct, frozen=True):
    """A floor that was lowered on purpose."""

    day: date
    measure: str
    from_: float
    to: float
    reason: str


class Baseline(msgspec.Struct, frozen=True):
    """Floors (ceilings where less is better) by measure, for gold files of these fingerprints."""

    gold: dict[str, str] = {}
    floors: dict[str, float] = {}
    lowered: tuple[Lowered, ...] = ()


def load(path: Path = BASELINE) -> Baseline:
    """The pinned baseline; an empty one where none is pinned."""
    return msgspec.json.decode(path.read_bytes(), type=Baseline) if path.exists() else Baseline()


def changed_gold(baseline: Baseline) -> list[str]:
    """The gold files whose content is not the pinned one."""
    return [name for name, pinned in baseline.gold.items() if fingerprint(name) != pinned]


def pin(baseline: Baseline, found: dict[str, float], *, lower: bool, reason: str) -> Baseline:
    """The baseline with the floors that ``found`` reaches; those it undercuts stay unless ``lower``."""
    floors = dict(baseline.floors)
    lowered = list(baseline.lowered)
    for name, value in found.items():
        floor = _rounded(name, value)
        before = floors.get(name)
        if before is None or not undercut({name: value}, {name: before}):
            floors[name] = floor
        elif lower:
            floors[name] = floor
            lowered.append(Lowered(date.today(), name, before, floor, reason))
    gold = {name: fingerprint(name) for name in GOLD}
    return Baseline(gold=gold, floors=dict(sorted(floors.items())), lowered=tuple(lowered))


def _rounded(name: str, value: float) -> float:
    """To three places, to the lenient side."""
    return math.ceil(value * 1000) / 1000 if name in CEILINGS else math.floor(value * 1000) / 1000


def main() -> int:
    """Compare or pin; the exit status."""
    options = _options()
    baseline = load()
    changed = changed_gold(baseline)
    if changed and not options.new_gold:
        print(f"the gold changed since it was pinned: {', '.join(changed)}; see --new-gold", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder))
    worse = undercut(found, baseline.floors)
    if options.pin:
        pinned = pin(baseline, found, lower=options.lower, reason=options.reason)
        BASELINE.write_bytes(msgspec.json.format(msgspec.json.encode(pinned), indent=2) + b"\n")
        worse = undercut(found, pinned.floors)
        print(f"{BASELINE.name}: {len(pinned.floors)} floors")
    for line in worse:
        print(f"undercut  {line}", file=sys.stderr)
    return 1 if worse else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", action="store_true")
    parser.add_argument("--new-gold", action="store_true")
    parser.add_argument("--reason", default="")
    options = parser.parse_args()
    if (options.lower or options.new_gold) and not (options.pin and options.reason.strip()):
        parser.error("--lower and --new-gold need --pin and --reason")
    return options


if __name__ == "__main__":
    sys.exit(main())
