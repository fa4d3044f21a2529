"""How well statements are found: ``python -m eval.statements GOLD.jsonl [--acts] [--errors N] [--floor S]``.

Proposals are aligned with the gold's statements as ``score.py`` aligns claims. ``--acts`` takes the triggers of the
gold's events as those of the act claims; without it the claims room's own acts are used.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from khabar import Reader
from khabar.claims.statements import Statements
from khabar.clauses.attribution import Attributions
from khabar.model import Context
from khabar.text import Page

from .attribution import scorer


def as_claim(page: Page, p: Any) -> dict[str, Any]:
    """A proposal in the form that the scorer compares."""
    fields = msgspec.to_builtins(p)
    return {**fields, "evidence": {"start": p.start, "end": p.end, "text": page.text[p.start : p.end]}}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--acts", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--floor", type=float, default=0.0)
    args = parser.parse_args()
    score = scorer(args.gold.parent)
    reader = Reader()
    attributions, statements = Attributions(reader.lexicon), Statements(reader.lexicon)
    t: Counter[str] = Counter()
    by_type: dict[str, Counter[str]] = {}
    for line in args.gold.open(encoding="utf-8"):
        report = json.loads(line)
        page = Page(report["text"])
        context = msgspec.convert(report.get("context") or {}, Context)
        telling = reader._context.read(page, title=None, published=None, context=context)
        scene = reader.scene(page, telling)
        voices = attributions.listen(scene)
        events = [c for c in report["claims"] if c["kind"] == "event"]
        if args.acts:
            acts = [(c.get("trigger") or c["evidence"])["start"] for c in events]
        else:
            acts = [p.trigger.start for p in reader._claims.propose(reader._claims.story(scene)) if p.trigger]
        found = [as_claim(page, p) for p in statements.propose(scene, voices, acts) if p.score >= args.floor]
        gold = [c for c in report["claims"] if c["kind"] == "statement"]
        required = [c for c in gold if not c.get("optional")]
        pairs = score.align(required, found)
        taken = {id(s) for _, s in pairs}
        rest = [s for s in found if id(s) not in taken]
        explained = {id(s) for _, s in score.align([c for c in gold if c.get("optional")], rest)}
        spurious = [s for s in rest if id(s) not in explained]
        t.update(gold=len(required), found=len(pairs) + len(spurious), hit=len(pairs))
        t.update(typed=sum(g["type"] == s["type"] for g, s in pairs))
        for slot in ("actors", "targets"):
            for g, s in pairs:
                t[f"{slot}.hit"] += score.matched(g[slot], s[slot], score.same_mention)
            t[f"{slot}.gold"] += sum(len(c[slot]) for c in required)
            t[f"{slot}.found"] += sum(len(s[slot]) for _, s in pairs) + sum(len(s[slot]) for s in spurious)
        t["quoted"] += sum(bool(g["quoted"]) == bool(s["quoted"]) for g, s in pairs)
        hit = {id(g) for g, _ in pairs}
        for g in required:
            by_type.setdefault(g["type"], Counter())["gold"] += 1
            by_type[g["type"]]["hit"] += id(g) in hit
        for s in spurious:
            by_type.setdefault(s["type"], Counter())["spurious"] += 1
        if args.errors > 0:
            args.errors -= 1
            for g in required:
                if id(g) not in hit:
                    print(f"{report['doc_id']} missed {g['type']}: {g['evidence']['text'][:140]!r}")
            for s in spurious:
                print(f"{report['doc_id']} spurious {s['type']} {s['score']}: {s['evidence']['text'][:140]!r}")
            for g, s in pairs:
                if g["type"] != s["type"]:
                    print(f"{report['doc_id']} {g['type']} read as {s['type']}: {g['evidence']['text'][:140]!r}")

    def f1(hits: int, gold: int, found: int) -> str:
        p, r = hits / max(1, found), hits / max(1, gold)
        return f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  (gold {gold}, found {found})"

    print("found  ", f1(t["hit"], t["gold"], t["found"]))
    print("type   ", f1(t["typed"], t["gold"], t["found"]))
    for slot in ("actors", "targets"):
        print(f"{slot:8}", f1(t[f"{slot}.hit"], t[f"{slot}.gold"], t[f"{slot}.found"]))
    print(f"quoted   {t['quoted'] / max(1, t['hit']):.3f} of the found")
    for name, c in sorted(by_type.items()):
        print(f"  {name:22} gold {c['gold']:3}  hit {c['hit']:3}  spurious {c['spurious']:3}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
