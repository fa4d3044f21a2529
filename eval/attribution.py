"""How well attribution reads a gold file, given its claims: ``python -m eval.attribution GOLD.jsonl [--errors N]``.

For every counted claim of the gold, the sources that `Attributions` finds at its trigger (or at its evidence's start)
are held against the gold's. Prints F1 of the innermost source (as ``score.py`` matches mentions), F1 of "no source",
and how often chain, types, stances and quotation are right, each alone and all together ("telling").
``--gold-actors`` takes the parties from the gold instead of the actors room, to tell apart whose errors they are.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from khabar import Reader
from khabar.clauses.attribution import Attributions, Voices
from khabar.model import ActorMention, Context
from khabar.text import Page

from .matching import f1, score_module


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
        rest = {"chain": self.chain, "types": self.types, "stance": self.stances, "quoted": self.quoted}
        return [
            f"source     {f1(self.hits, self.gold, self.found)}",
            f"no source  {f1(self.silent, self.silent_gold, self.silent_found)}",
            *(f"{name:10} {value / max(1, self.claims):.3f}" for name, value in rest.items()),
            f"telling    {self.telling / max(1, self.claims):.3f}",
        ]


class Listener:
    """Reads a gold report as far as attribution needs it; ``parties`` gives its actors."""

    def __init__(self, parties: dict[str, str] | None) -> None:
        self._reader = Reader()
        self._attributions = Attributions(self._reader.lexicon)
        self._categories = parties

    def voices(self, report: dict[str, Any]) -> Voices:
        """Who speaks in the report; with ``parties`` (id to category) of the parties that the gold names."""
        page = Page(report["text"])
        context = msgspec.convert(report.get("context") or {}, Context)
        published = date.fromisoformat(report["published"]) if report.get("published") else None
        telling = self._reader._context.read(page, title=None, published=published, context=context)
        scene = self._reader.scene(page, telling)
        if self._categories is not None:
            scene = msgspec.structs.replace(scene, actors=gold_actors(report, self._categories))
        return self._attributions.listen(scene)


def told(voices: Voices, claim: dict[str, Any]) -> tuple[list[dict[str, Any]], bool]:
    """(sources, quoted) that attribution gives to a gold claim."""
    evidence = claim["evidence"]
    at = (claim.get("trigger") or evidence)["start"]
    whole = claim["kind"] == "statement" and voices.mostly_quoted(evidence["start"], evidence["end"])
    return [msgspec.to_builtins(source) for source in voices.sources_at(at)], voices.quoted_at(at) or whole


def show(report: dict[str, Any], claim: dict[str, Any], sources: list[dict[str, Any]], quoted: bool) -> None:
    """Print a claim whose telling is wrong."""
    at = (claim.get("trigger") or claim["evidence"])["start"]
    print(f"{report['doc_id']} {claim['type']}: …{report['text'][max(0, at - 160) : at + 60]!r}")
    for name, said, chain in (("gold ", claim["quoted"], claim["sources"]), ("found", quoted, sources)):
        print(f"   {name}", said, [(s["text"], s["actor_id"], s["type"], s["stance"]) for s in chain])


def registry(gold: Path) -> dict[str, str]:
    """Category by actor id, of the contract beside the gold."""
    rows = (gold.parent.parent / "contract" / "actors.tsv").read_text(encoding="utf-8").splitlines()
    return {row.split("\t")[0]: row.split("\t")[1] for row in rows if row and row[0] != "#"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--gold-actors", action="store_true")
    args = parser.parse_args()
    score = score_module(args.gold.parent)
    listener = Listener(registry(args.gold) if args.gold_actors else None)
    tallies = {"event": Tally(), "statement": Tally()}
    shown = 0
    for line in args.gold.open(encoding="utf-8"):
        report = json.loads(line)
        voices = listener.voices(report)
        for claim in report["claims"]:
            if claim.get("optional"):
                continue
            sources, quoted = told(voices, claim)
            right = tallies[claim["kind"]].add(score, claim, sources, quoted)
            if not right and shown < args.errors and claim["kind"] == "event":
                shown += 1
                show(report, claim, sources, quoted)
    for kind, tally in tallies.items():
        print(f"{kind}s: {tally.claims}")
        print("\n".join("  " + line for line in tally.lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
