"""The gate: no measure below its floor, and floors that only an explicit flag lowers."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import gate
from eval.gate import Baseline, load, pin
from eval.gold import ABSENT, shared
from eval.measures import CEILINGS, challenge, components, measure, undercut

needs_gold = pytest.mark.skipif(shared() is None, reason=ABSENT)


@needs_gold
def test_no_floor_is_undercut(tmp_path: Path) -> None:
    baseline = load()
    if not baseline.floors:
        pytest.skip("nothing is pinned yet: python -m eval.gate --pin")
    assert not gate.changed_gold(baseline), "the gold changed; pin it on purpose: python -m eval.gate --help"
    worse = undercut(measure(tmp_path), baseline.floors)
    assert not worse, "\n".join(worse)


def test_undercut_names_what_is_worse() -> None:
    (ceiling,) = CEILINGS
    floors = {"dev.record": 0.5, ceiling: 0.03, "dev.gone": 0.1}
    assert undercut({"dev.record": 0.5, ceiling: 0.03, "dev.gone": 0.1}, floors) == []
    worse = undercut({"dev.record": 0.49, ceiling: 0.04}, floors)
    assert [line.split(":")[0] for line in worse] == ["dev.record", ceiling, "dev.gone"]


def test_pinning_raises_floors_and_lowers_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "fingerprint", lambda name: name)
    (ceiling,) = CEILINGS
    before = Baseline(floors={"a": 0.5, "b": 0.5, ceiling: 0.03})
    after = pin(before, {"a": 0.61239, "b": 0.4, "new": 0.7, ceiling: 0.0211}, lower=False, reason="")
    assert after.floors == {"a": 0.612, "b": 0.5, "new": 0.7, ceiling: 0.022}
    assert after.lowered == ()


def test_lowering_keeps_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "fingerprint", lambda name: name)
    after = pin(Baseline(floors={"a": 0.5}), {"a": 0.4}, lower=True, reason="the rule was wrong")
    assert after.floors == {"a": 0.4}
    (lowered,) = after.lowered
    assert (lowered.measure, lowered.from_, lowered.to, lowered.reason) == ("a", 0.5, 0.4, "the rule was wrong")


@pytest.mark.parametrize("arguments", [["--lower"], ["--pin", "--lower"], ["--pin", "--new-gold", "--reason", " "]])
def test_lowering_needs_a_reason(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["gate", *arguments])
    with pytest.raises(SystemExit) as caught:
        gate.main()
    assert caught.value.code == 2


def test_tables_are_read() -> None:
    assert challenge("negated      3/4\nall         10/40\n") == {"challenge.negated": 0.75, "challenge.all": 0.25}
    assert components("numbers       recall 0.970   97 of 100\nactors named  recall 0.5   1 of 2\n") == {
        "components.numbers": 0.97,
        "components.actors named": 0.5,
    }
