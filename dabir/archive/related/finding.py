"""Related stories, and the same story twice: from the index's candidates.

tell(entry)           the story's terms
index.like(chosen)    candidates: the stories with its telling terms
related               candidates by how near they lie to the story, and to those nearest to it
same                  the candidate that says most of it word for word
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from dabir.archive.related import twice
from dabir.archive.related.latent import Floats
from dabir.archive.related.points import Points
from dabir.archive.related.weights import Told, chosen, tell
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.engines import Index
from dabir.archive.search.entries import Entry

CANDIDATES: Final = 50
SUSPECTS: Final = 20
"""Candidates that may be the same story."""
_NEAREST: Final = 12
"""So many of the nearest draw the story's point to theirs, by as much as it weighs itself
(Rocchio, 1971)."""
_FAR: Final = 0.2
"""What lies farther off than this cosine has a word in common and nothing else."""
_LEAST_SHARE: Final = 0.2
"""Without points: a related story has so much of the telling terms' weight at least."""
_NEAR: Final = 0.5
"""A story that lies farther off than this cosine is no copy."""

Entries = Callable[[Sequence[int]], list[Entry]]


class Copy(NamedTuple):
    """A story that says the same, and what part of the shorter one is shared."""

    code: int
    share: float


@dataclass(frozen=True)
class Finder:
    """Finds by an index; ``points`` may be missing, ``entries`` reads stories by their codes."""

    index: Index
    analyser: Analyser
    points: Points | None
    entries: Entries

    def related(self, entry: Entry, limit: int) -> list[int]:
        """Return codes of stories related to one, the nearest first, without itself."""
        told = tell(entry, self.analyser)
        found = self._candidates(entry.code, told, CANDIDATES)
        if self.points is None or not found:
            least = _LEAST_SHARE * self._weight(chosen(told, self.index))
            return [code for code, score in found if score >= least][:limit]
        codes = [code for code, _ in found]
        order = _nearest(self.points.model.vector(told), self.points.of(codes, self._tell))
        return [codes[place] for place in order[:limit]]

    def same(self, entry: Entry) -> Copy | None:
        """Return the story that is the same as ``entry`` under another code, None without one."""
        own = self._shingles(entry)
        if len(own) < twice.LEAST:
            return None
        suspects = self._suspects(entry)
        shares = (
            Copy(other.code, twice.shared(own, self._shingles(other)))
            for other in (self.entries(suspects) if suspects else ())
        )
        best = max(shares, key=lambda copy: (copy.share, -copy.code), default=None)
        return best if best and best.share >= twice.SAME else None

    def _candidates(self, code: int, told: Told, limit: int) -> list[tuple[int, float]]:
        terms = chosen(told, self.index)
        found = self.index.like(terms, limit=limit + 1) if terms else []
        return [hit for hit in found if hit[0] != code][:limit]

    def _weight(self, terms: Mapping[str, float]) -> float:
        """Return about what the index gives a story of usual length that has all of ``terms``."""
        size = self.index.stories
        idf = (math.log1p(size / max(self.index.frequency(term), 1)) for term in terms)
        return sum(weight * each for weight, each in zip(terms.values(), idf, strict=True))

    def _suspects(self, entry: Entry) -> list[int]:
        """Return the candidates that lie near enough to be worth a reading."""
        told = tell(entry, self.analyser)
        found = [code for code, _ in self._candidates(entry.code, told, SUSPECTS)]
        if self.points is None or not found:
            return found
        near = self.points.of(found, self._tell) @ self.points.model.vector(told)
        return [code for code, cosine in zip(found, near, strict=True) if cosine >= _NEAR]

    def _shingles(self, entry: Entry) -> frozenset[tuple[str, ...]]:
        return twice.shingles(self.analyser.read(f"{entry.lead}\n{entry.body}").terms)

    def _tell(self, codes: list[int]) -> Mapping[int, Told]:
        return {entry.code: tell(entry, self.analyser) for entry in self.entries(codes)}


def _nearest(point: Floats, others: Floats) -> list[int]:
    """Return the places of ``others``, the nearest to ``point`` and its neighbours first.

    A neighbourhood says better than one story what it is about. What lies far off is left out.
    """
    near = others @ point
    closest = np.argsort(-near, kind="stable")[:_NEAREST]
    drawn = point + others[closest].mean(axis=0)
    order = np.argsort(-(others @ drawn), kind="stable")
    return [int(place) for place in order if near[place] >= _FAR]
