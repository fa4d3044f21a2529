"""How well attribution reads a gold file, given its claims: ``python -m eval.attribution GOLD.jsonl [--errors N]``.

For every counted claim of the gold, the sources that `Attributions` finds at its trigger (or at its evidence's start)
are held against the gold's. Prints F1 of the innermost source (as ``score.py`` matches mentions), F1 of "no source",
and how often chain, types, stances and quotation are right, each alone and all together ("telling").
``--gold-actors`` takes the parties from the gold instead of the actors room, to tell apart whose errors they are.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from khabar.actors import ActorRoom
from khabar.clauses import Scene
from khabar.clauses.attribution import Attributions
from khabar.context import ContextRoom
from khabar.dates import DateRoom
from khabar.lexicon import load
from khabar.model import ActorMention, Context
from khabar.numbers import NumberRoom
from khabar.reader import Raw
from khabar.text import Page


def scorer(folder: Path) -> Any:
    """The gold's own ``score.py``."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no score.py beside the gold in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_actors(report: dict[str, Any], categories: dict[str, str]) -> list[ActorMention]:
    """The parties that the gold names, as the actors room would hand them on."""
    found: dict[int, dict[str, Any]] = {}
    for claim in report["claims"]:
        for mention in claim["actors"] + claim["targets"] + claim["sources"]:
            if mention.get("actor_id"):
                shorter = found.get(mention["start"])
                if shorter is None or mention["end"] < shorter["end"]:
                    found[mention["start"]] = mention
    out: list[ActorMention] = []
    for m in sorted(found.values(), key=lambda m: (m["start"], m["end"])):
        if not out or m["start"] >= out[-1].end:
            out.append(
                ActorMention(
                    m["start"],
                    m["end"],
                    m["text"],
                    m["actor_id"],
                    category=categories.get(m["actor_id"], "state" if "." not in m["actor_id"] else "organ"),
                )
            )
    return out


class Tally:
    """Counts of one file."""

    def __init__(self) -> None:
        self.hits = self.gold = self.found = 0
        self.silent = self.silent_gold = self.silent_found = 0
        self.claims = self.chain = self.types = self.stances = self.quoted = self.telling = 0

    def add(self, score: Any, gold: dict[str, Any], sources: list[dict[str, Any]], quoted: bool) -> bool:
        """Count one claim; True when all of its telling is right."""
        want = gold["sources"]
        self.claims += 1
        self.gold += bool(want)
        self.found += bool(sources)
        self.hits += bool(want and sources and score.same_mention(want[-1], sources[-1]))
        self.silent_gold += not want
        self.silent_found += not sources
        self.silent += not want and not sources
        chain = len(want) == len(sources) and all(map(score.same_mention, want, sources))
        types = chain and [s["type"] for s in want] == [s["type"] for s in sources]
        stances = chain and [s["stance"] for s in want] == [s["stance"] for s in sources]
        same = bool(gold["quoted"]) == quoted
        self.chain += chain
        self.types += types
        self.stances += stances
        self.quoted += same
        right = types and stances and same
        self.telling += right
        return right

    def lines(self) -> list[str]:
        """The table."""

        def f1(hits: int, gold: int, found: int) -> str:
            p, r = hits / max(1, found), hits / max(1, gold)
            return f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  (gold {gold}, found {found})"

        rest = {"chain": self.chain, "types": self.types, "stance": self.stances, "quoted": self.quoted}
        return [
            f"source     {f1(self.hits, self.gold, self.found)}",
            f"no source  {f1(self.silent, self.silent_gold, self.silent_found)}",
            *(f"{name:10} {value / max(1, self.claims):.3f}" for name, value in rest.items()),
            f"telling    {self.telling / max(1, self.claims):.3f}",
        ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--gold-actors", action="store_true")
    args = parser.parse_args()
    score = scorer(args.gold.parent)
    registry = (args.gold.parent.parent / "contract" / "actors.tsv").read_text(encoding="utf-8").splitlines()
    categories = {row.split("\t")[0]: row.split("\t")[1] for row in registry if row and row[0] != "#"}
    lexicon = load()
    numbers, dates = NumberRoom(lexicon), DateRoom(lexicon)
    actors = None if args.gold_actors else ActorRoom(lexicon)
    contexts = ContextRoom(lexicon, dates)
    attributions = Attributions(lexicon)
    events, statements = Tally(), Tally()
    shown = 0
    for line in args.gold.open(encoding="utf-8"):
        report = json.loads(line)
        page = Page(report["text"])
        published = report.get("published")
        raw = msgspec.convert({"text": report["text"], "published": published}, Raw)
        context = msgspec.convert(report.get("context") or {}, Context)
        telling = contexts.read(page, title=None, published=raw.published, context=context)
        reference = telling.reference.date if telling.reference else None
        scene = Scene(
            page=page,
            telling=telling,
            numbers=numbers.find(page),
            times=dates.find(page, reference=reference, country=telling.country),
            actors=gold_actors(report, categories)
            if actors is None
            else actors.find(page, reference=reference, country=telling.country),
            places=[],
        )
        voices = attributions.listen(scene)
        for claim in report["claims"]:
            if claim.get("optional"):
                continue
            statement = claim["kind"] == "statement"
            at = (claim.get("trigger") or claim["evidence"])["start"]
            sources = [msgspec.to_builtins(s) for s in voices.sources_at(at)]
            evidence = claim["evidence"]
            quoted = voices.quoted_at(at) or (statement and voices.mostly_quoted(evidence["start"], evidence["end"]))
            right = (statements if statement else events).add(score, claim, sources, quoted)
            if not right and shown < args.errors and not statement:
                shown += 1
                print(f"{report['doc_id']} {claim['type']}: …{report['text'][max(0, at - 160) : at + 60]!r}")
                print(
                    "   gold ",
                    claim["quoted"],
                    [(s["text"], s["actor_id"], s["type"], s["stance"]) for s in claim["sources"]],
                )
                print("   found", quoted, [(s["text"], s["actor_id"], s["type"], s["stance"]) for s in sources])
    for name, tally in (("events", events), ("statements", statements)):
        print(f"{name}: {tally.claims}")
        print("\n".join("  " + line for line in tally.lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
