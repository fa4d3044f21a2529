"""Noun phrases that name a party: a name, or a head («قوات»، «الناطق باسم»، «طائرات») with what says whose it is.

Grammar: a noun without article takes a genitive («جيش مصر»، «عناصر الشرطة»); a sound plural in -una or -ina does not,
its construct drops the n («مقاتلو»). Wright, *A Grammar of the Arabic Language* (3rd ed.), II §§ 75-93.
"""

from __future__ import annotations

import msgspec

from .belonging import Belonging, linked
from .found import FORCE, MAX_MODIFIERS, Found, found_of, loaded_of
from .guards import adjectival, another, bare_follows, blocked, placed
from .lexis import Hit, Words
from .registry import Registry

GENITIVE = frozenset({"body", "people", "gear", "site", "office", "voice", "some"})
_IN_THEIR_NAME = frozenset({"باسمه", "باسمها", "باسمهم"})
# What a place may stand behind: «محافظ نينوى», «قائد شرطة ديالى», «مصدر أمني في الأنبار».
_OF_PLACES = frozenset({"place", "local", "antecedent"})
_THEIRS = frozenset({"لها", "له", "لهم"})


class Phrases:
    """Reads the noun phrase that begins at a word."""

    def __init__(self, registry: Registry, belonging: Belonging) -> None:
        self._registry = registry
        self._belonging = belonging

    def at(self, words: Words, i: int, day: str, depth: int = 0) -> Found | None:
        """The longest party phrase that begins at word ``i``; None when there is none."""
        best: Found | None = None
        for hit in words.hits(i):
            found = self._of(words, hit, day, depth)
            if found is None:
                continue
            if best is None or _better(found, best):
                best = found
            elif (
                found.last == best.last
                and found.entry.kind == best.entry.kind == "party"
                and found.entry.target != best.entry.target
            ):
                best.open = "which"
                best.others = (*best.others, found.entry)
        return best

    def _of(self, words: Words, hit: Hit, day: str, depth: int) -> Found | None:
        entry = hit.entry
        kind = entry.kind
        if kind in ("noun", "weak", "party", "short") and blocked(words, hit):
            return None
        if kind == "noun":
            return self._noun(words, hit, day, depth)
        if not entry.holds(day):
            return None
        if kind in ("party", "person", "weak"):
            open_ = "licence" if kind == "weak" else "which" if entry.alone == "local" else ""
            return self._tail(words, found_of(words, hit, entry.target, open_=open_))
        if kind in ("country", "capital"):
            return found_of(words, hit, entry.target, country=entry.target, open_="agent")
        if kind == "adjective":
            return _people(words, hit)
        if kind == "short" and not another(words, hit):
            return self._tail(words, found_of(words, hit, None, open_="short"))
        return None

    def _tail(self, words: Words, found: Found) -> Found:
        """Abusive or glorifying words behind a name («تنظيم داعش الإرهابي») belong to it and make it loaded."""
        hit = words.hit(found.last + 1, "tail")
        plural = hit is not None and hit.reading.stem.endswith(("ين", "ون"))
        if plural and not words.form(found.last).endswith(("ين", "ون")):
            return found
        if hit is not None and hit.definite and words.joined(found.last, hit.last) and hit.reading.procs == "ال":
            found.last = hit.last
            if hit.entry.loaded:
                found.loaded = found.loaded or loaded_of(hit.entry.loaded, found.actor_id)
            found.reasons.append(hit.entry.reason)
        return found

    def _noun(self, words: Words, hit: Hit, day: str, depth: int) -> Found | None:
        entry = hit.entry
        if adjectival(words, hit):
            return None
        if hit.reading.enclitic:
            if entry.rank == "office":  # «نظيره القطري»
                return self._belonging.adjective(words, hit._replace(definite=True), hit.last + 1)
            if entry.rank not in FORCE and entry.rank != "voice":
                return None
            return found_of(words, hit, None, organ=entry.organ, rank=entry.rank, open_="owner")
        found = self._belonging.adjective(words, hit, hit.last + 1)
        settled = found is not None and (found.actor_id is not None or found.open)
        if not settled and depth < 4 and entry.alone != "place":  # «والي الجزيرة» is no channel's
            found = self._complement(words, hit, day, depth) or found
        if found is None:
            found = self._alone(words, hit)
        return self._tail(words, found) if found else None

    def _complement(self, words: Words, hit: Hit, day: str, depth: int) -> Found | None:
        """The noun with a genitive or a linked party."""
        entry = hit.entry
        k = hit.last + 1
        sound_plural = entry.rank in ("people", "voice") and hit.reading.stem.endswith(("ون", "ين", "ان"))
        if entry.rank in GENITIVE and not sound_plural and (not hit.definite or entry.rank == "voice"):
            owner = self.at(words, k, day, depth + 1)
            if owner is not None and not hit.definite and owner.rank != "deed" and bare_follows(words, k):
                found = self._belonging.owned(words, hit, owner)
                if found is not None:
                    return found
        link = linked(words, hit)
        if link is None:
            return None
        at, participle = link.at, link.participle
        if participle and (entry.rank in ("gear", "site") or (entry.rank, participle.rank) == ("fixed", "")):
            return None  # «عربة تابعة لقوات التحالف»: the force is the party
        if words.form(at) in _THEIRS and entry.rank in FORCE:  # «الفصائل الموالية لها»
            if participle is not None and participle.rank == "loyal":
                hit = hit._replace(entry=msgspec.structs.replace(entry, data={**entry.loyal, **(entry.data or {})}))
            found = found_of(words, hit, None, organ=entry.organ, rank=entry.rank, open_="owner")
            found.last = at
            return found
        if words.form(at - 1) in _IN_THEIR_NAME:  # «الناطق باسمها»
            found = found_of(words, hit, None, organ=entry.organ, rank="voice", open_="owner")
            found.last = at - 1
            return found
        owner = self.at(words, at, day, depth + 1)
        if owner is None or not words.joined(hit.first, owner.last):
            return None
        if participle is not None:
            return self._belonging.loyal(words, hit, owner, participle)
        return self._belonging.owned(words, hit, owner) if self._belonging.may_link(words, hit, owner, at) else None

    def _alone(self, words: Words, hit: Hit) -> Found | None:
        entry = hit.entry
        beside = words.hit(hit.last + 1, "modifier")
        if entry.rank == "voice" and beside is not None and beside.entry.organ == "-":  # «مصدر طبي» is nobody's
            return found_of(words, hit, None, organ=entry.organ, rank="voice", open_="silent")
        if entry.rank in ("office", "voice") and entry.organ and entry.alone in _OF_PLACES:
            country = placed(words, hit.last + 1, direct=entry.alone != "antecedent")
            if country is not None:
                return self._local(words, hit, country)
        if entry.alone in ("", "place") or (entry.alone in ("definite", "antecedent") and not hit.definite):
            return None
        last = hit.last
        organ = entry.organ
        modifier = words.hit(last + 1, "modifier") if entry.rank in FORCE else None
        while (
            modifier is not None
            and not words.hit(modifier.first, "noun")
            and modifier.definite == hit.definite
            and modifier.reading.procs in ("", "ال")
        ):
            organ = modifier.entry.organ or organ
            last = modifier.last
            modifier = words.hit(last + 1, "modifier") if last < hit.last + MAX_MODIFIERS else None
        if entry.alone == "antecedent" and beside is not None and hit.definite:
            return None
        open_ = {"unknown": "", "antecedent": "antecedent"}.get(entry.alone, "organ")
        if organ == "-":
            open_ = "silent"
        found = found_of(words, hit, None, organ=organ, rank=entry.rank, open_=open_)
        found.last = last
        return found

    def _local(self, words: Words, hit: Hit, country: str) -> Found:
        """«محافظ نينوى», «مصدر أمني في محافظة الأنبار»: of the place's country, or the report's if it is not known."""
        organ, rank = hit.entry.organ, hit.entry.rank
        if not country:
            return found_of(words, hit, None, organ=organ, rank=rank, open_="organ")
        actor = self._registry.organ(country, organ)
        return found_of(words, hit, actor, country=country, organ=organ, rank=rank)


def _people(words: Words, hit: Hit) -> Found | None:
    """«الأميركيون», «الأتراك»: people named by their country or party; no adjective of a noun before."""
    entry = hit.entry
    if not entry.rank and not (hit.definite and hit.reading.stem.endswith(("ون", "ين"))):
        return None
    if entry.nation and hit.reading.procs == "ال" and words.form(hit.first - 1).startswith("ال"):
        return None
    country = entry.target if entry.nation else ""
    return found_of(words, hit, entry.target, country=country, open_="agent" if country else "")


def _better(found: Found, best: Found) -> bool:
    """A name beats what is somebody's: «ميليشيا "الجيش الوطني" التابعة له» is not an army of his; else the rank."""
    if "owner" in (found.open, best.open) and "party" in (found.entry.kind, best.entry.kind):
        return best.open == "owner"
    return _rank(found) > _rank(best)


def _rank(found: Found) -> tuple[int, int]:
    """Longer first; then names, then what is settled, then what is open; a short form before somebody unknown."""
    if found.entry.kind == "short":
        return found.last, 2
    if found.open == "which":
        return found.last, 3
    return found.last, 1 if found.open else 3 if found.actor_id else 1
