"""The role of a number by grammar: which toll word governs it, what it counts, whose part it is, what the act is."""

from __future__ import annotations

from ...model import Role
from ..arguments import Act
from ..triggers import Trigger
from .item import DONE_TO, PEOPLE, Item

# What a number of people is that no toll word governs, by the type of the act.
BY_TYPE: dict[str, Role] = {
    "arrest": "detained", "abduction": "abducted", "surrender": "surrendered", "release": "released",
    "displacement": "displaced", "deployment": "deployed", "protest": "participants", "riot": "participants",
    "withdrawal": "displaced", "execution": "killed", "assassination": "killed", "casualties": "killed",
    "armed_clash": "participants",
}  # fmt: skip
# Acts in which bombs fall or are fired; in others they are laid.
_FIRED = ("air_strike", "shelling", "interception")
_MAYBE_PEOPLE = (*PEOPLE, "unknown")
_GOVERNED = 6
_TOPIC = 14  # words between a subject and its plural verb
_TOTAL = 9  # words between «قتلى الغارة» and the number that it reached
_BOTH = {"killed", "wounded"}


def rule(act: Act, item: Item) -> str:
    """The role by grammar: of the unit where it is a thing, of the toll word that governs it, of the count it is part
    of, else of the act."""
    if no_count(act, item):
        return "none"
    if item.kind.startswith("toll noun"):
        return next((t.sense.toll for t in act.sentence.triggers if t.first == item.first), "none")
    if item.unit_role and item.unit_kind != "people":
        planted = item.row is not None and item.row.endswith("/bomb") and act.type not in _FIRED
        return "other" if planted else item.unit_role
    if item.unit_kind not in _MAYBE_PEOPLE:
        return "none"
    whole = item.whole
    if whole is not None and whole.unit_kind not in PEOPLE and item.unit_kind == "":
        return whole.unit_role or "none"
    found = governed(act, item)
    if found is not None:
        return found[1]
    part = act.parts.get(item.unit_first)
    if item.subject or part == "agent" or (part == "subject" and act.type not in BY_TYPE):
        return "participants"
    if act.type == "seizure" and item.unit_kind == "people":
        return "detained"
    if item.kind in ("one", "one of", "another") and act.type not in BY_TYPE:
        return "none"
    if act.trigger.sense.lemma == "return_home":
        return "returned"
    return BY_TYPE.get(act.type, "none")


def no_count(act: Act, item: Item) -> bool:
    """Whether grammar makes ``item`` no count of the act: «أب لسبعة أطفال», «كتيبة المدفعية 285»."""
    if item.kind != "number" or item.unit_role:
        return False
    if item.procs.endswith("ل"):
        return not any(t.last == item.first - 1 for t in act.sentence.triggers)
    return item.names and item.unit_kind == "" and governed(act, item) is None


def governed(act: Act, item: Item) -> tuple[Trigger, str] | None:
    """The toll word that governs a number with the role it gives, its own or that of the count it belongs to."""
    toll = governing(act, item)
    if toll is not None:
        return toll, both(act, toll, item) or toll.sense.toll
    before = inherited(act, item)
    return governed(act, before) if before is not None else None


def inherited(act: Act, item: Item) -> Item | None:
    """The count before whose role ``item`` shares: it is a part of it, or added to it, with no toll between."""
    before = item.whole or item.joined
    if before is None or item.unit_kind not in PEOPLE:
        return None
    between = [t for t in act.sentence.triggers if before.last <= t.first < item.first and not t.sense.people]
    if any(t.first != act.trigger.first or (item.whole is None and t.sense.form is None) for t in between):
        return None
    return before


def governing(act: Act, item: Item) -> Trigger | None:
    """The toll word that governs a number: the noun it counts right behind it; a verb in the plural behind its subject
    («خمسة منهم قتلوا»); the toll whose sum it is («قتلى الغارة بلغ ثمانية»); else the nearest before it with no other
    act between, or a verb close behind («شخص قتل»)."""
    tolls = [t for t in act.sentence.triggers if t.sense.toll]
    behind = next((t for t in tolls if t.first >= item.stop), None)
    if behind is not None and _names(act, behind, item):
        return behind
    before = next((t for t in reversed(tolls) if t.last < item.first), None)
    people = before is not None and before.sense.people
    opens = before is None or people or item.procs.startswith("و")
    if behind is not None and opens and _follows_its_subject(behind, item) and _topic_of(act, behind, item):
        return behind
    if before is not None and people and item.unit_kind == "" and item.kind == "number" and _sum_of(act, before, item):
        return before
    if before is not None and not people and item.first - before.last <= _GOVERNED:
        between = [t for t in act.sentence.triggers if before.last < t.first < item.first and not t.sense.toll]
        if not between and not (opens and _plural(before)):
            return before
    if behind is None or behind.sense.form is None or behind.first - item.stop > _GOVERNED:
        return None
    return behind if item.max == 1 or _plural(behind) else None


def certain(act: Act, item: Item) -> bool:
    """Whether grammar leaves no doubt: a noun of toll names whom the number counts («سبعة قتلى»), a verb in the plural
    has it as its subject, two tolls share it («مقتل وإصابة سبعة»), or it stands right behind an act done to people."""
    if no_count(act, item):
        return True
    toll = governing(act, item)
    if toll is None and act.type in DONE_TO and item.unit_kind == "people" and item.kind != "one of":
        return 0 < item.first - max(act.trigger.last, act.trigger.partner) <= 1
    if toll is None or item.kind != "number" or item.unit_kind not in _MAYBE_PEOPLE:
        return False
    if both(act, toll, item):
        return True
    return toll.first >= item.stop and (_names(act, toll, item) or _follows_its_subject(toll, item))


def _names(act: Act, toll: Trigger, item: Item) -> bool:
    """Whether a noun of toll behind names what ``item`` counts: right behind it («20 إصابة»), or «بين قتيل وجريح»."""
    if not toll.sense.people:
        return toll.first == item.stop and toll.sense.part == "noun" and not toll.procs and not toll.enclitic
    if toll.first - item.stop <= 1 and "و" not in toll.procs:
        return True
    return toll.sense.lemma == "dead_and_wounded" and toll.last > toll.first + 1 and _topic_of(act, toll, item)


def _plural(toll: Trigger) -> bool:
    """Whether the toll is a verb in the plural or dual: with its subject behind it, it would be singular."""
    return toll.sense.form is not None and toll.sense.form.number in "pd" and not toll.enclitic


def _follows_its_subject(toll: Trigger, item: Item) -> bool:
    """Whether the toll stands behind its subject by its form: a verb in the plural, or «… مصرعهم»."""
    return _plural(toll) or (toll.sense.lemma == "deaths_of" and toll.enclitic != "")


def _topic_of(act: Act, verb: Trigger, item: Item) -> bool:
    """Whether ``item`` may be the subject before ``verb``: near it, no other act or toll between."""
    if verb.first - item.last > _TOPIC:
        return False
    return not any(item.last <= t.first < verb.first and t.sense.form is not None for t in act.sentence.triggers)


def _sum_of(act: Act, toll: Trigger, item: Item) -> bool:
    """Whether ``item`` may be how many the victims before it came to: near behind, no other act between."""
    if item.first - toll.last > _TOTAL:
        return False
    return not any(toll.last < t.first < item.first for t in act.sentence.triggers)


def both(act: Act, toll: Trigger, item: Item) -> str:
    """The role "casualties" where killing and wounding are told in one («مقتل وإصابة عشرة», «عشرة استشهدوا
    وأصيبوا»), else ""."""
    triggers = act.sentence.triggers
    if item.unit_kind == "others":
        return ""
    k = triggers.index(toll)
    pair = triggers[max(0, k - 1) : k + 1] if toll.first < item.first else triggers[k : k + 2]
    if len(pair) < 2 or {t.sense.toll for t in pair} != _BOTH or any(t.sense.people for t in pair):
        return ""
    first, second = pair
    if first.enclitic:  # «مقتله وإصابة …»
        return ""
    if second.first != first.last + 1 or second.procs[:1] != "و" or first.sense.part != second.sense.part:
        return ""
    # A verb in the plural has its subject before it, one in the singular behind it, and the two must share it.
    apart = _plural(first) or _plural(second)
    if toll.first > item.first:
        apart = not (_plural(first) and _plural(second))
    return "" if apart else "casualties"
