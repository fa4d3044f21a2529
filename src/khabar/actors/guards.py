"""What shows that a word is no party where it stands: an adjective, a compound, a thing of the same name."""

from __future__ import annotations

from .lexis import Hit, Words

# Words behind which a singular («مسلح») is a noun; behind another noun it is its adjective («هجوم مسلح»).
_BEFORE_NOUNS = frozenset("من عن مع ان علي الي قبل يد بيد كل اي بين مقتل مصرع اصابه برصاص ضد".split()) | {""}
_RELATIVES = frozenset({"الذي", "التي", "الماضي", "الحالي", "الثاني"})


def blocked(words: Words, hit: Hit) -> bool:
    """What stands beside the word shows that it is no party: «القاعدة العسكرية»، «القضاء على»، «صاروخ القسام»."""
    name = hit.entry.target or hit.entry.row.rpartition("/")[2]
    if name not in words.guarded:
        return False
    after = words.hit(hit.last + 1, "block")
    if after is not None and name in after.entry.data and words.joined(hit.last, after.last):
        return True
    before = words.hit(hit.first - 1, "block_before")
    return before is not None and name in before.entry.data


def adjectival(words: Words, hit: Hit) -> bool:
    """The word is an adjective here: «العمليات البحرية»، «الصراع المسلح»، «إسلاميين مسلحين»."""
    if hit.last > hit.first or hit.reading.procs not in ("", "ال") or not words.hits(hit.first):
        return False
    before = words.form(hit.first - 1)
    stem = hit.reading.stem
    if hit.entry.rank != "gunmen" and not (hit.definite and stem.endswith("يه")):
        return False
    if words.hit(hit.first - 1, "verb"):
        return False
    if hit.definite:
        return before.startswith("ال") and len(before) > 4
    if stem.endswith(("ين", "ون")):
        return before.endswith(("ين", "ون"))
    counted = before.isdigit() or before.endswith(("ون", "ين", "عشر", "مءه", "ميه", "مايه", "الف", "الاف"))
    return not (before in _BEFORE_NOUNS or counted)


def another(words: Words, hit: Hit) -> bool:
    """An adjective behind a short form makes it something else: «الوكالة الدولية»، «المحكمة العليا»."""
    form = words.form(hit.last + 1)
    if len(form) < 6 or not form.startswith("ال") or form in _RELATIVES or not form.endswith(("يه", "ي", "يا")):
        return False
    return words.hit(hit.last + 1, "tail", "adjective") is None and words.joined(hit.last, hit.last + 1)


def placed(words: Words, k: int, *, direct: bool) -> str | None:
    """The country of the town or district at word ``k``, "" where it is not known; None where no place stands there.

    ``direct``: the place may follow as a genitive («محافظ نينوى»), else only behind «في» or «بـ».
    """
    inside = words.form(k) == "في"
    k += inside
    ways = ("", "ال") if inside else ("ب", "بال", "", "ال") if direct else ("ب", "بال")
    ground = words.hit(k, "ground")
    for hit in (ground and words.hit(ground.last + 1, "cue"), words.hit(k, "cue"), ground):
        if hit is not None and (hit.reading.procs in ways or hit.first > k):
            return hit.entry.target if hit.entry.kind == "cue" else ""
    return None


def bare_follows(words: Words, k: int) -> bool:
    """Word ``k`` has a reading without conjunction or preposition: a genitive follows its noun directly."""
    return any(hit.bare for hit in words.hits(k))
