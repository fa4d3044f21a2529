"""Who acts and who suffers: by word order, prepositions, coordination, and what stood before."""

from __future__ import annotations

import pytest

from khabar import Claim
from khabar.claims.arguments import Candidate, Memory, candidates, memory_after, preposition
from khabar.claims.casting import party_key
from khabar.model import Mention
from tests.claims.reading import act, claims, only, story


def ids(mentions: tuple[Mention, ...]) -> list[str | None]:
    return [m.actor_id for m in mentions]


def last(text: str) -> Claim:
    return claims(text)[-1]


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("هاجمت حركة الشباب قاعدة للجيش الصومالي قرب مقديشو.", ["al_shabaab"], ["somalia.army"]),
        ("قصفت حركة الشباب بقذائف الهاون قاعدة للجيش الصومالي.", ["al_shabaab"], ["somalia.army"]),
        ("اعتقلت الشرطة العراقية ثلاثة من عناصر تنظيم الدولة الإسلامية.", ["iraq.police"], ["isis"]),
        ("هجوم لحركة طالبان على الجيش الأفغاني في قندهار.", ["taliban"], ["afghanistan.army"]),
    ],
)
def test_who_did_it_to_whom(text: str, actors: list[str], targets: list[str]) -> None:
    claim = only(text)
    assert (ids(claim.actors), ids(claim.targets)) == (actors, targets)


def test_somebody_without_a_name_has_no_id() -> None:
    claim = only("هاجم مسلحون مجهولون حاجزا للجيش العراقي غرب الموصل.")
    assert [(m.text, m.actor_id) for m in claim.actors] == [("مسلحون مجهولون", None)]


@pytest.mark.parametrize(
    "text",
    [
        "اندلعت اشتباكات عنيفة بين الجيش السوري وهيئة تحرير الشام في ريف إدلب.",
        "اتفق الجيش السوري وهيئة تحرير الشام على وقف لإطلاق النار في ريف إدلب.",
    ],
)
def test_both_parties_act(text: str) -> None:
    assert ids(only(text).actors) == ["syria.army", "hts"]


def test_nobody_is_made_up() -> None:
    claim = only("انفجرت سيارة مفخخة في سوق شعبي وسط بغداد، ما أسفر عن مقتل 15 شخصا.")
    assert claim.actors == ()


def test_who_only_says_so_is_no_party() -> None:
    claim = only("قالت الأمم المتحدة إن قصفا جويا استهدف مدينة صعدة.")
    assert "un" not in [*ids(claim.actors), *ids(claim.targets)]
    assert [s.type for s in claim.sources] == ["organisation"]


class TestCandidates:
    TEXT = "هاجمت حركة الشباب ثكنة للجيش الصومالي. وانسحبت الحركة بعد ساعات."

    def test_parties_of_the_sentence_before_may_act(self) -> None:
        told = story(self.TEXT)
        found = candidates(told, act(told, "انسحبت"), Memory())
        assert {"al_shabaab", "somalia.army"} <= {c.actor_id for c in found}

    def test_nobody_stands_twice(self) -> None:
        told = story(self.TEXT)
        found = candidates(told, act(told, "انسحبت"), Memory())
        assert len({c.first for c in found}) == len(found)

    def test_the_nameless_of_the_claim_before_may_act_again(self) -> None:
        told = story("هاجم مسلحون مجهولون ثكنة. وبعد ساعة انسحبوا من المكان.")
        (gunmen,) = (c for c in told.candidates if c.party)
        mention = Mention(gunmen.start, gunmen.end, told.page.text[gunmen.start : gunmen.end])
        memory = memory_after(told, Memory(), "armed_attack", [mention], [])
        assert memory.nameless == (gunmen,)
        assert gunmen in candidates(told, act(told, "انسحبوا"), memory)


def test_memory_keeps_whoever_acted() -> None:
    told = story("هاجمت حركة الشباب ثكنة.")
    memory = Memory()
    for name in ("a", "b"):
        memory = memory_after(told, memory, "armed_attack", [Mention(0, 1, "ه", name)], [])
    assert (memory.actors, memory.seen) == ({"b"}, frozenset(("a", "b")))


@pytest.mark.parametrize(
    ("text", "word", "governed_by"),
    [
        ("هجوم على الجيش العراقي", "الجيش", "علي"),
        ("هجوم شنه الجيش العراقي", "الجيش", "-"),
        ("قتلوا على يد الجيش العراقي", "الجيش", "يد"),
        ("قصف للجيش العراقي", "لجيش", "ل"),
        ("الشرطة والجيش العراقي", "جيش العراقي", "و"),
    ],
)
def test_what_governs_a_party(text: str, word: str, governed_by: str) -> None:
    told = story(text)
    party = next(c for c in told.candidates if c.party and c.end > text.index(word))
    assert preposition(told, next(c for c in told.candidates if c.first >= party.first)) == governed_by


def test_forces_of_a_state_are_one_party() -> None:
    def named(actor_id: str | None, first: int = 0) -> Candidate:
        return Candidate(first, first + 1, 0, 1, actor_id, "armed_forces", None, True)

    assert party_key(named("syria.airforce")) == party_key(named("syria.army"))
    assert party_key(named("syria.police")) != party_key(named("syria.army"))
    assert party_key(named(None, 3)) != party_key(named(None, 4))


def texts(mentions: tuple[Mention, ...]) -> list[str]:
    return [m.text for m in mentions]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("اندلعت اشتباكات بين مسلحين وقوات النظام السوري قرب الرستن.", ["مسلحين", "قوات النظام السوري"]),
        ("جرت مواجهات بين محتجين غاضبين وشرطة مكافحة الشغب العراقية في البصرة.", ["محتجين", "شرطة"]),
    ],
)
def test_both_sides_of_between_act(text: str, sides: list[str]) -> None:
    found = texts(only(text).actors)
    assert len(found) == 2
    assert all(side in mention for side, mention in zip(sides, found, strict=True))


def test_the_like_again_is_done_by_all_who_did_it() -> None:
    told = claims("قصفت القوات التركية والجيش الوطني السوري قرية مرعناز بالمدفعية. وطال القصف قرية الشيخ عيسى أيضا.")
    assert [ids(claim.actors) for claim in told] == [["turkey.army", "sna"]] * 2


def test_a_phrase_within_a_chosen_one_plays_no_part() -> None:
    claim = only("استهدف هجوم بسيارة مفخخة مركزا لقوات الأمن العراقية في تكريت.")
    spans = [(m.start, m.end) for m in (*claim.actors, *claim.targets)]
    assert not any(a != b and a[0] <= b[0] and b[1] <= a[1] for a in spans for b in spans)


def test_people_told_of_again_are_one_target() -> None:
    claim = last("قصفت قوات النظام السوري سوقا في سراقب، ما أدى إلى إصابة عامل ونقل العامل إلى المستشفى.")
    assert len([m for m in claim.targets if "عامل" in m.text]) <= 1


def test_whom_an_act_is_done_to_suffers() -> None:
    assert texts(only("اعتقلت البحرية المصرية ثلاثة صيادين قبالة رفح.").targets)[0].startswith("صيادين")


def test_a_suicide_bomber_acts() -> None:
    found = only("فجر انتحاري نفسه قرب حاجز للشرطة العراقية في بغداد.")
    assert ["انتحاري" in m.text for m in found.actors] == [True]
