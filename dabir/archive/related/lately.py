"""The stories that moved in a moment ago: is one of them the same as the next?

The index does not have them yet. Of each story every fourth shingle or so is remembered, chosen
by its hash (Broder, 1997): two texts that share half of their words share some of these. Who
shares most is compared shingle by shingle. Memory is bounded by forgetting the oldest.
"""

from array import array
from collections import Counter, deque
from typing import Final

from dabir.archive.related import twice
from dabir.archive.related.finding import Copy
from dabir.persian import HALF_SPACE, to_ascii_digits
from dabir.persian.letters import skeleton

KEPT: Final = 5_000
"""Stories that are remembered, some 40 MB."""
_GRID: Final = 4
_SUSPECTS: Final = 3


class Lately:
    """Remembers stories in the order in which they come."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._stories: deque[int] = deque()
        self._all: dict[int, array[int]] = {}
        self._sampled: dict[int, int] = {}

    def look(self, code: int, text: str) -> Copy | None:
        """Return the story that says the same as ``text``, and remember it under ``code``."""
        words = skeleton(to_ascii_digits(text).replace(HALF_SPACE, " ")).split()
        own = frozenset(map(hash, twice.shingles(words)))
        sampled = [each for each in own if each % _GRID == 0]
        found = self._same(own, sampled)
        self._remember(code, own, sampled)
        return found

    def _same(self, own: frozenset[int], sampled: list[int]) -> Copy | None:
        votes = Counter(self._sampled[each] for each in sampled if each in self._sampled)
        suspects = [code for code, _ in votes.most_common(_SUSPECTS)]
        copies = (Copy(code, twice.shared(own, frozenset(self._all[code]))) for code in suspects)
        best = max(copies, key=lambda copy: copy.share, default=None)
        return best if best and best.share >= twice.SAME else None

    def _remember(self, code: int, own: frozenset[int], sampled: list[int]) -> None:
        if code not in self._all:
            self._stories.append(code)
        self._all[code] = array("q", own)
        self._sampled |= dict.fromkeys(sampled, code)
        if len(self._stories) > self._kept:
            self._forget(self._stories.popleft())

    def _forget(self, code: int) -> None:
        for each in self._all.pop(code):
            if self._sampled.get(each) == code:
                del self._sampled[each]
