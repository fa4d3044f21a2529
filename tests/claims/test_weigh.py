"""What was considered: every slot of a claim with what won and what lost."""

from __future__ import annotations

from khabar import Raw
from khabar.claims.weigh import Considered, considered
from khabar.intake.dates import publication_date
from tests.claims.reading import PUBLISHED, claims, reader, room, scene

TEXT = "قصفت مدفعية الجيش السوري بلدة خان شيخون في ريف إدلب صباح اليوم، ما أدى إلى مقتل خمسة مدنيين."


def weighed() -> list[Considered]:
    return considered(room(), scene(TEXT), TEXT.index("قصفت"))


def test_every_slot_is_told() -> None:
    assert {"trigger", "type", "place", "time", "count"} <= {option.slot for option in weighed()}


def test_what_was_kept_is_what_the_claim_has() -> None:
    (claim,) = claims(TEXT)
    assert claim.place is not None and claim.time is not None
    kept = [(option.slot, option.words) for option in weighed() if option.kept]
    assert ("place", claim.place.text) in kept
    assert ("time", claim.time.text) in kept
    assert [words for slot, words in kept if slot == "actor"] == [m.text for m in claim.actors]
    assert [words for slot, words in kept if slot == "count"] == [c.text for c in claim.counts]


def test_one_type_is_kept() -> None:
    assert [option.answer for option in weighed() if option.slot == "type" and option.kept] == [claims(TEXT)[0].type]


def test_what_lost_is_told_too() -> None:
    assert any(not option.kept for option in weighed())


def test_scores_and_reasons() -> None:
    for option in weighed():
        assert 0 <= option.score <= 1
        assert all(reason[0] in "+-" for reason in option.decided)


def test_a_statement_has_none() -> None:
    text = "اتهمت الحكومة اليمنية جماعة الحوثي بخرق الهدنة."
    (claim,) = claims(text)
    assert claim.kind == "statement"
    assert reader().considered(Raw(text, published=publication_date(PUBLISHED)), claim) == []


def test_where_no_act_stands_nothing_was_considered() -> None:
    assert considered(room(), scene(TEXT), 1) == []
