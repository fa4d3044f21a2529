"""How well statements are found: ``python -m eval.statements GOLD.jsonl [--acts] [--errors N] [--floor S]``.

Proposals are aligned with the gold's statements as ``score.py`` aligns claims. ``--acts`` takes the triggers of the
gold's events as those of the act claims; without it the claims room's own acts are used.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from khabar import Reader
from khabar.claims.statements import Statements
from khabar.clauses import Scene
from khabar.clauses.attribution import Attributions
from khabar.model import Context
from khabar.text import Page

from .matching import f1, score_module


def as_claim(page: Page, p: Any) -> dict[str, Any]:
    """A proposal in the form that the scorer compares."""
    fields = msgspec.to_builtins(p)
    return {**fields, "evidence": {"start": p.start, "end": p.end, "text": page.text[p.start : p.end]}}


def acts_in(reader: Reader, scene: Scene, report: dict[str, Any], *, from_gold: bool) -> list[int]:
    """Where the acts' triggers begin: of the gold's events, or of the claims room's own acts."""
    if from_gold:
        return [(c.get("trigger") or c["evidence"])["start"] for c in report["claims"] if c["kind"] == "event"]
    return [p.trigger.start for p in reader._claims.propose(reader._claims.story(scene)) if p.trigger]


class Outcome(NamedTuple):
    """A report's gold statements beside those found; ``spurious`` answer neither a required nor an optional one."""

    required: list[dict[str, Any]]
    pairs: list[tuple[dict[str, Any], dict[str, Any]]]
    spurious: list[dict[str, Any]]

    @property
    def missed(self) -> list[dict[str, Any]]:
        """Required statements that none answers."""
        hit = {id(g) for g, _ in self.pairs}
        return [g for g in self.required if id(g) not in hit]


def outcome(score: Any, report: dict[str, Any], found: list[dict[str, Any]]) -> Outcome:
    """Align the statements of a report with its gold."""
    gold = [c for c in report["claims"] if c["kind"] == "statement"]
    required = [c for c in gold if not c.get("optional")]
    pairs = score.align(required, found)
    taken = {id(s) for _, s in pairs}
    rest = [s for s in found if id(s) not in taken]
    explained = {id(s) for _, s in score.align([c for c in gold if c.get("optional")], rest)}
    return Outcome(required, pairs, [s for s in rest if id(s) not in explained])


class Tally:
    """Counts of one file."""

    def __init__(self) -> None:
        self.all: Counter[str] = Counter()
        self.by_type: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, score: Any, o: Outcome) -> None:
        """Count one report."""
        t = self.all
        t.update(gold=len(o.required), found=len(o.pairs) + len(o.spurious), hit=len(o.pairs))
        t.update(typed=sum(g["type"] == s["type"] for g, s in o.pairs))
        t.update(quoted=sum(bool(g["quoted"]) == bool(s["quoted"]) for g, s in o.pairs))
        for slot in ("actors", "targets"):
            t[f"{slot}.hit"] += sum(score.matched(g[slot], s[slot], score.same_mention) for g, s in o.pairs)
            t[f"{slot}.gold"] += sum(len(g[slot]) for g in o.required)
            t[f"{slot}.found"] += sum(len(s[slot]) for s in (*(s for _, s in o.pairs), *o.spurious))
        for name, claims in (("gold", o.required), ("hit", [g for g, _ in o.pairs]), ("spurious", o.spurious)):
            for claim in claims:
                self.by_type[claim["type"]][name] += 1

    def lines(self) -> list[str]:
        """The table."""
        t = self.all
        return [
            f"found   {f1(t['hit'], t['gold'], t['found'])}",
            f"type    {f1(t['typed'], t['gold'], t['found'])}",
            *(
                f"{slot:8}{f1(t[f'{slot}.hit'], t[f'{slot}.gold'], t[f'{slot}.found'])}"
                for slot in ("actors", "targets")
            ),
            f"quoted  {t['quoted'] / max(1, t['hit']):.3f} of the found",
            *(
                f"  {name:22} gold {c['gold']:3}  hit {c['hit']:3}  spurious {c['spurious']:3}"
                for name, c in sorted(self.by_type.items())
            ),
        ]


def show(name: str, o: Outcome) -> None:
    """Print what is wrong in a report."""
    for g in o.missed:
        print(f"{name} missed {g['type']}: {g['evidence']['text'][:140]!r}")
    for s in o.spurious:
        print(f"{name} spurious {s['type']} {s['score']}: {s['evidence']['text'][:140]!r}")
    for g, s in o.pairs:
        if g["type"] != s["type"]:
            print(f"{name} {g['type']} read as {s['type']}: {g['evidence']['text'][:140]!r}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--acts", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--floor", type=float, default=0.0)
    args = parser.parse_args()
    score = score_module(args.gold.parent)
    reader = Reader()
    attributions, statements = Attributions(reader.lexicon), Statements(reader.lexicon)
    tally = Tally()
    for number, line in enumerate(args.gold.open(encoding="utf-8")):
        report = json.loads(line)
        page = Page(report["text"])
        context = msgspec.convert(report.get("context") or {}, Context)
        scene = reader.scene(page, reader._context.read(page, title=None, published=None, context=context))
        acts = acts_in(reader, scene, report, from_gold=args.acts)
        proposals = statements.propose(scene, attributions.listen(scene), acts)
        o = outcome(score, report, [as_claim(page, p) for p in proposals if p.score >= args.floor])
        tally.add(score, o)
        if number < args.errors:
            show(report["doc_id"], o)
    print("\n".join(tally.lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
