"""The type of an act: what its word declares, corrected by its means, its toll and who suffered it.

«قصف» alone is shelling, «قصف … بالطائرات» an air strike; «هجوم … بسيارة مفخخة» an explosion; a ranked person killed by
gunmen an assassination (the gold's decisions, and ACLED's codebook on sub-event types).
"""

from __future__ import annotations

from . import grammar
from .arguments import Act, preposition
from .linear import Linear
from .located import within
from .story import Sentence, Story
from .triggers import Trigger

VIOLENCE = (
    "air_strike", "shelling", "explosion", "suicide_attack", "chemical_attack", "armed_clash", "armed_attack",
    "assassination", "execution", "casualties", "violence_other",
)  # fmt: skip
# What a declared type may turn out to be, beside itself.
_TURNS = {
    **dict.fromkeys(VIOLENCE, VIOLENCE),
    "territory_taken": ("armed_attack", "seizure", "release"),
    "arrest": ("abduction",),
    "abduction": ("arrest",),
    "protest": ("riot",),
    "riot": ("armed_clash", "protest"),
    "displacement": ("release", "withdrawal"),
    "withdrawal": ("displacement", "deployment"),
    "deployment": ("withdrawal",),
    "destruction": ("explosion", "air_strike", "shelling"),
    "interception": ("air_strike", "shelling"),
}
FALLBACK = {"ruled": 4.0}
# The means that settle the type, the strongest first; `attack` words are typed by any of them.
_DECISIVE = (("gas", "chemical_attack"), ("suicide", "suicide_attack"), ("air", "air_strike"))
_OF_ATTACK = (("artillery", "shelling"), ("bomb", "explosion"), ("gun", "armed_attack"), ("blade", "armed_attack"))
_POINTED_TO = {
    "shelling": ("air_strike", "chemical_attack"),
    "explosion": ("suicide_attack",),
    "armed_attack": ("air_strike", "shelling", "explosion", "suicide_attack", "chemical_attack", "assassination"),
}
_OPEN_TO_MEANS = frozenset(("shelling", "armed_attack", "explosion"))
_BY_LAND = frozenset(("airborne_landing",))  # Troops from aircraft raid on the ground.
_NEAR = 12


def choose(story: Story, sentence: Sentence, trigger: Trigger, span: tuple[int, int], told: str, scorer: Linear) -> str:
    """The type of the act at ``trigger`` with evidence tokens ``span``; ``told`` is the type of the act before it."""
    declared = trigger.sense.type
    if len(candidates(trigger)) == 1:
        return declared
    held = context_features(story, sentence, trigger, span, told)
    ruled = rule(story, sentence, trigger, span, told)
    totals = scorer.scores([*held, f"row {trigger.sense.row}", f"{declared}"])

    def score(kind: str) -> float:
        own = own_features(declared, ruled, kind)
        return totals.get(kind, 0.0) + scorer.alone(own)

    return max(candidates(trigger), key=score)


def candidates(trigger: Trigger) -> tuple[str, ...]:
    """The types that the act may have, the declared one first."""
    declared = trigger.sense.type
    return (declared, *(kind for kind in _TURNS.get(declared, ()) if kind != declared))


def rule(story: Story, sentence: Sentence, trigger: Trigger, span: tuple[int, int], told: str) -> str:
    """The type by the codebook's rule: the declared one unless the means named in the clause settle it; «الهجوم» with
    the article and no means of its own is the act told before."""
    sense = trigger.sense
    means = {
        c.detail
        for c in sentence.cues
        if c.section == "means" and span[0] <= c.first < span[1] and not _of_landing(story, c.first)
    }
    if any((a.actor_id or "").endswith(".airforce") for _, _, a in within(story.actors, *span)):
        means.add("air")
    if sense.toll:
        return _rule_of_toll(story, sentence, trigger, span, means)
    if sense.lemma in _HOLDING:
        return "abduction" if _held_by_group(story, sentence, trigger, span) else sense.type
    if sense.lemma in _SHOOTING and _at_ranked(story, sentence, trigger, span):
        return "assassination"
    if sense.type == "destruction":
        return "explosion" if sense.form is not None and _with_bomb(sentence, trigger) else sense.type
    if sense.type not in _OPEN_TO_MEANS or sense.lemma in _BY_LAND or _names_guns(sentence, trigger):
        return sense.type
    for name, kind in _DECISIVE:
        if (
            name in means
            and not (kind == "suicide_attack" and sense.type == "shelling")
            and not (kind == "air_strike" and sense.type == "explosion")
        ):
            return kind
    found = next((kind for name, kind in _OF_ATTACK if name in means), "") if sense.base == "attack" else ""
    if not found and trigger.definite and told in _POINTED_TO.get(sense.type, ()):
        return told
    return found or sense.type


def _of_landing(story: Story, at: int) -> bool:
    """Whether what comes by air are troops («عملية إنزال جوي»), who then raid on the ground."""
    return at > 0 and story.page.tokens[at - 1].form.removeprefix("ال") in ("انزال", "انزالا")


def _rule_of_toll(story: Story, sentence: Sentence, trigger: Trigger, span: tuple[int, int], means: set[str]) -> str:
    """The act behind a toll: told by its means, by who killed («على يد»), by the rank of who was killed."""
    near = {c.detail for c in sentence.cues if c.section == "means" and 0 < c.first - trigger.last <= _NEAR}
    found = next((kind for name, kind in _OF_ATTACK if name in near), "")
    if trigger.sense.toll == "killed" and not trigger.sense.people and found in ("", "armed_attack"):
        by_hand = (
            found
            or _by_hand(story, trigger.last + 1, min(trigger.last + _NEAR, sentence.stop))
            or killers(story, sentence, trigger, span)
        )
        ranked = any(c.section == "rank" and 0 < c.first - trigger.last <= 2 for c in sentence.cues) or _one_of_leaders(
            story, trigger.last + 1
        )
        counted = any(0 <= first - trigger.last - 1 <= 1 for first, _, _ in story.numbers_near(trigger))
        if ranked and not counted and "air" not in means:
            return "assassination"
        if by_hand:
            return "armed_attack"
    return found or trigger.sense.type


def _one_of_leaders(story: Story, at: int) -> bool:
    """Whether «أحد قادة», «أحد أبرز» or the like stands at token ``at``."""
    forms = [token.form for token in story.page.tokens[at : at + 2]]
    return len(forms) > 1 and forms[0] in ("احد", "احدي") and forms[1] in _LEADERS


_LEADERS = frozenset("ابرز كبار قاده زعماء قيادات قياديي ضباط".split())


def killers(story: Story, sentence: Sentence, trigger: Trigger, span: tuple[int, int]) -> bool:
    """Whether the clause tells who kills: «قتل الجنود مزارعا», «الجنود قتلوا مزارعا», «قام الجنود بقتل مزارع».

    A verb before its subject is singular, so that behind a plural one («قتلوا سبعة») stands who was killed.
    """
    tokens = story.page.tokens
    if _with_light_verb(story, sentence, trigger):
        return True
    if trigger.sense.form is None or trigger.sense.voice == "passive":
        return False
    act = Act(sentence, trigger, trigger.sense.type, *span)
    found = grammar.own(story, act, trigger)
    if "subject" in found.values():
        sufferer = next(
            (c for c in story.candidates_between(trigger.last + 1, span[1]) if found.get(c.first) == "sufferer"), None
        )
        return sufferer is not None and preposition(story, sufferer) in ("-", "number")
    behind = trigger.last + 1
    if not any(first - behind <= 1 for first in found if first >= behind) and not any(
        first == behind for first, _, _ in story.numbers_near(trigger)
    ):
        return False
    if tokens[trigger.last].form.endswith("وا"):
        return True
    segment = sentence.segments[sentence.segment_of(trigger.first)]
    leading = story.candidates_between(max(span[0], segment.first), trigger.first)
    return bool(leading) and leading[0].category in grammar.ARMED and not leading[0].counted


def _with_light_verb(story: Story, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether killing is the object of a verb of doing («قاموا بقتل»); «تمكنوا من قتل» sums up fights as often."""
    if trigger.procs[:1] != "ب":
        return False
    begin = max(sentence.segments[sentence.segment_of(trigger.first)].first, trigger.first - _NEAR)
    return any(token.form.lstrip("وف") in _DOING for token in story.page.tokens[begin : trigger.first])


_DOING = frozenset("قام قامت قاموا يقوم تقوم اقدم اقدمت اقدموا".split())


def _held_by_group(story: Story, sentence: Sentence, trigger: Trigger, span: tuple[int, int]) -> bool:
    """Whether people are held by those who are no authority: hostages, captives of an armed group, captive soldiers."""
    if any(token.form.removeprefix("ال") in _HOSTAGES for token in story.page.tokens[span[0] : span[1]]):
        return True
    own = grammar.own(story, Act(sentence, trigger, trigger.sense.type, *span), trigger)
    near = story.candidates_between(*span)
    holders = [
        c
        for c in near
        if not c.counted and (own.get(c.first) in ("subject", "agent") or preposition(story, c) == "لدي")
    ]
    if holders:
        return any(c.category in ("armed_group", "unknown") for c in holders)
    return any(c.category == "armed_forces" and own.get(c.first) in ("patient", "object", "first") for c in near)


_HOLDING = frozenset(("hold", "take_prisoner", "capture_soldiers"))
_HOSTAGES = frozenset("رهينه رهينتين رهائن مختطف مختطفه مختطفين مختطفون مخطوف مخطوفين مخطوفون".split())


def _at_ranked(story: Story, sentence: Sentence, trigger: Trigger, span: tuple[int, int]) -> bool:
    """Whether one ranked person is shot at («أطلق مجهولون النار على قاض»)."""
    forms = story.page.tokens
    return any(
        c.section == "rank"
        and trigger.last < c.first < min(trigger.last + _NEAR, span[1])
        and forms[c.first - 1].form == "علي"
        for c in sentence.cues
    )


_SHOOTING = frozenset(("open_fire", "shoot"))


def _with_bomb(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether bombs destroy («دمر مسلحون مدرسة بعبوات ناسفة»)."""
    return any(
        c.section == "means" and c.detail == "bomb" and 0 < c.first - trigger.last <= _NEAR for c in sentence.cues
    )


def _by_hand(story: Story, first: int, stop: int) -> bool:
    """Whether «على يد», «من قبل» or the like stands among the tokens."""
    forms = [token.form for token in story.page.tokens[first:stop]]
    return any(form in _BY_HAND or (form == "قبل" and forms[k - 1 : k] == ["من"]) for k, form in enumerate(forms))


_BY_HAND = frozenset(("يد", "ايدي", "برصاص", "بنيران"))


def _names_guns(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the act's own phrase names artillery («قصف مدفعي»), which no aircraft beside it changes."""
    return any(c.row.endswith("/artillery") and trigger.first <= c.first <= trigger.last + 1 for c in sentence.cues)


def pair_features(trigger: Trigger, held: list[str], ruled: str, kind: str) -> list[str]:
    """Features of the act having type ``kind``; ``ruled`` is the type by the rule."""
    declared = trigger.sense.type
    about = [*held, f"row {trigger.sense.row}", declared]
    return [f"{feature} > {kind}" for feature in about] + own_features(declared, ruled, kind)


def own_features(declared: str, ruled: str, kind: str) -> list[str]:
    """Features of the pair alone: how ``kind`` stands to what the word declares and the rule says."""
    out = []
    if kind == ruled:
        out += ["ruled", f"ruled {ruled}", f"ruled {declared} to {ruled}"]
    if kind == declared == ruled:
        out.append(f"declared {declared}")
    return out


def context_features(story: Story, sentence: Sentence, trigger: Trigger, span: tuple[int, int], told: str) -> list[str]:
    """What stands around the act and bears on its type."""
    first, stop = span
    base = f"base {trigger.sense.base}" if trigger.sense.base else "toll" if trigger.sense.toll else "plain"
    out = [base, f"part {trigger.sense.part} {base}"]
    for cue in sentence.cues:
        if cue.section not in ("means", "rank") or not (first <= cue.first < stop):
            continue
        name = f"means {cue.detail}" if cue.section == "means" else "rank"
        near = trigger.first - 3 <= cue.first <= trigger.last + _NEAR
        out += [name, f"{base} {name}"]
        if near:
            out += [f"near {name}", f"near {base} {name}"]
        if cue.first <= trigger.last and cue.last >= trigger.first - 1:
            out.append(f"within {name}")
    for other in sentence.triggers:
        if other is not trigger and first <= other.first < stop:
            out.append(f"beside {'toll ' + other.sense.toll if other.sense.toll else other.sense.type}")
    for _, _, actor in within(story.actors, first, stop):
        out.append(f"party {actor.category}")
        if actor.actor_id and "." in actor.actor_id:
            out.append(f"organ {actor.actor_id.rsplit('.', 1)[1]}")
    if trigger.sense.toll == "killed" and killers(story, sentence, trigger, span):
        out.append("killers")
    how = "verb" if trigger.sense.form else "definite" if trigger.definite else "open"
    out += [f"after {told}", f"after {told} {how}", f"after {told} {base}"]
    out += [f"report {means}" for means in story.means]
    out += [f"sentence {cue.detail}" for cue in sentence.cues if cue.section == "means"]
    return sorted(set(out))
