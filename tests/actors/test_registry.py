"""The registry against the contract's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from khabar.actors import ActorRoom
from khabar.text import Page
from tests.support.examples import lexicon

SHARED = Path(os.environ.get("KHABAR_SHARED") or Path(__file__).parents[3] / "shared")
CONTRACT = SHARED / "contract" / "actors.tsv"
ROOM = ActorRoom(lexicon())


def contract() -> list[list[str]]:
    if not CONTRACT.exists():
        pytest.skip(f"the contract's registry is not at {CONTRACT}; set KHABAR_SHARED")
    lines = CONTRACT.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith(("#", "actor_id"))]


def test_every_id_of_the_contract_is_known() -> None:
    missing = [row[0] for row in contract() if not ROOM.registry.known(row[0])]
    assert not missing


def test_every_name_of_the_contract_is_read_as_its_id() -> None:
    """After a verb of saying, where a name is one; names that need a report around them are left out."""
    needs_report = {
        "المعارضة السورية",
        "الثوار",
        "الجيش الوطني",
        "النصرة",
        "المرصد",
        "طالبان",
        "الأطلسي",
        "إقليم كردستان",
    }
    wrong = []
    for actor_id, _, _, names, *_ in contract():
        for name in names.split("|"):
            found = {mention.actor_id for mention in ROOM.find(Page(f"قالت {name} إن ذلك حدث أمس"))}
            if actor_id not in found and name not in needs_report:
                wrong.append((actor_id, name, found))
    assert not wrong


def test_own_ids_are_set_apart() -> None:
    """An id that is neither the contract's nor a state's begins with ``x:``."""
    known = {row[0] for row in contract()}
    odd = [p for p in ROOM.registry.parties if p not in known and not p.startswith("x:") and "." not in p]
    assert not odd


def test_states_have_all_organs() -> None:
    registry = ROOM.registry
    assert registry.organ("germany", "navy") == "germany.navy"
    assert registry.category("germany.navy") == "armed_forces"
    assert registry.organ("palestine", "police") == "palestine_security"
    assert registry.organ("kurds", "army", "syria") == "sdf"
    assert registry.organ("kurds", "army", "france") is None
