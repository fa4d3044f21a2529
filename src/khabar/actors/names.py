"""Names that several parties bear, and names that are common words too."""

from __future__ import annotations

from ..model import Reason
from .found import Found
from .lexis import Words
from .registry import Registry
from .survey import INTO


class Names:
    """Decides doubtful names by what stands around them and what else the page names."""

    def __init__(self, words: Words, registry: Registry) -> None:
        self._words = words
        self._registry = registry

    def which(self, found: Found, named: set[str], about: str) -> bool:
        """A name that several parties bear: the one of the report's country, else one that is named in full."""
        entries = (found.entry, *found.others)
        there = [e for e in entries if self._registry.country_of(e.target) == about]
        chosen = [*there, *(e for e in entries if e.target in named), *(e for e in entries if e.alone != "local")]
        if not chosen:
            return len(entries) == 1 and self.licensed(found, named)
        if chosen[0] is not found.entry:
            found.actor_id, found.loaded = chosen[0].target, chosen[0].loaded
            found.reasons[-1] = chosen[0].reason
        if len(entries) > 1:
            found.reasons.append(Reason("actors.country_of_report"))
        return True

    def licensed(self, found: Found, named: set[str]) -> bool:
        """A name that is a common word too («الجزيرة»، «القاعدة») counts where something speaks for it."""
        words = self._words
        if found.head >= 0 or found.actor_id in named:
            return self._case(found)
        before = words.hit(found.first - 1, "verb", "licence")
        if before is not None and (before.entry.kind == "verb" or before.entry.organ):
            return self._case(found)
        after = words.hit(found.last + 1, "verb")
        if after is not None and after.reading.procs in ("", "س") and words.joined(found.last, after.first):
            return self._case(found)
        return self._quoted(found)

    def _case(self, found: Found) -> bool:
        """No preposition that puts it in a place («في الجزيرة») or makes it a manner («بحماس»)."""
        before = self._words.form(found.first - 1)
        procs = {hit.reading.procs for hit in self._words.hits(found.first) if hit.entry is found.entry}
        return found.head >= 0 or (before not in INTO and bool(procs & {"", "و", "ال", "وال", "ل", "ف"}))

    def _quoted(self, found: Found) -> bool:
        text = self._words.page.text
        end = self._words.tokens[found.last].end
        return text[found.start - 1 : found.start] in "\"«“'" and text[end : end + 1] in "\"»”'" and found.start > 0
