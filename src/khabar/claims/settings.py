"""Where and when: the place and time mention that an act takes, in its clause or from what stands near."""

from __future__ import annotations

from bisect import bisect_left

from .arguments import Act
from .linear import Linear
from .located import Located
from .neighbourhood import M, Option, features, groups
from .story import Story

__all__ = ["M", "Option", "choose", "features", "groups", "options"]

PLACE_FALLBACK = {
    "inside": 2.0, "near 0": 0.5, "kept": 0.6, "same sentence before": 0.2, "same sentence behind": 0.2, "bias": -1.0,
    "prep from": -1.0, "contained by next": 0.8, "ahead": -1.0,
}  # fmt: skip
TIME_FALLBACK = {
    "inside": 2.5, "kept": 0.4, "same sentence before": 0.3, "same sentence behind": 0.3, "bias": -1.2,
}  # fmt: skip
_BACK = 3
_AHEAD = 3
SURE = 0.7


def options(story: Story, located: Located[M], act: Act, kept: M | None) -> list[Option[M]]:
    """The mentions of the sentence and of the ones before it, that of the claim before, and the report's first.

    Places also of the sentences behind that tell an act of the same type: a lead says «in the north», the body in which
    village. Where the report was written is none.
    """
    if not located:
        return []
    index, firsts = act.sentence.index, located.firsts
    lo = story.sentences[max(0, index - _BACK)].first
    near = set(range(bisect_left(firsts, lo), bisect_left(firsts, act.sentence.stop)))
    near |= {0} if kept is None else {0, story.place_in_order(kept)}
    ahead = _AHEAD if located is story.places else 0
    for sentence in story.sentences[index + 1 : index + 1 + ahead]:
        if any(t.sense.type == act.type for t in sentence.triggers):
            near.update(range(bisect_left(firsts, sentence.first), bisect_left(firsts, sentence.stop)))
    return [
        Option(i, j, m, m is kept, k == 0)
        for k in sorted(near)
        for i, j, m in (located[k],)
        if not story.in_dateline(m)
    ]


def choose(
    story: Story, located: Located[M], act: Act, kept: M | None, scorer: Linear, floor: float
) -> tuple[M, float] | None:
    """The mention that sets ``act`` with its probability, None where none is likely enough."""
    best: tuple[float, Option[M]] | None = None
    ordered = sorted(options(story, located, act, kept), key=lambda o: not act.first <= o.first < act.stop)
    for option in ordered:
        if best is not None and best[0] >= SURE and not act.first <= option.first < act.stop:
            break  # what stands outside the clause does not outweigh what surely sets it
        p = scorer.probability_of(groups(story, act, option))
        if best is None or p > best[0]:
            best = (p, option)
    return (best[1].mention, best[0]) if best is not None and best[0] >= floor else None
