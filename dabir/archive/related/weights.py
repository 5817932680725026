"""What a story is about, in weighted terms.

tell(entry, analyser) -> how often each of its terms stands in it
chosen(told, index)   -> its most telling terms, to ask the index with
"""

import math
from collections import Counter
from collections.abc import Mapping
from typing import Final, Protocol

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.archive.search.stops import STOPS

HEADLINE_TIMES: Final = 3
"""A word of the headline counts as if it stood there so many times."""
TERMS: Final = 15
"""So many terms ask for candidates: more of them find as good ones, and cost more."""
_MOST_SHARE: Final = 0.2
"""What stands in more than this share of the stories tells nothing."""

Told = Mapping[str, int]
"""Term -> how often it stands in a story."""


class Archive(Protocol):
    """What an index tells of its terms."""

    @property
    def stories(self) -> int: ...
    def frequency(self, term: str) -> int: ...


def tell(entry: Entry, analyser: Analyser) -> Told:
    """Return the terms of a story and how often each stands in it."""
    told = Counter(analyser.read(f"{entry.kicker}\n{entry.lead}\n{entry.body}").terms)
    for term in analyser.read(entry.headline).terms:
        told[term] += HEADLINE_TIMES
    return told


def chosen(told: Told, archive: Archive, most: int = TERMS) -> dict[str, float]:
    """Return the ``most`` telling terms with their weights: tf-idf, tf by its logarithm.

    A term that no other story has finds nothing, and is left out.
    """
    size = archive.stories
    found = {}
    for term, count in told.items():
        if len(term) < 2 or term in STOPS:
            continue
        frequency = archive.frequency(term)
        if 0 < frequency <= max(size * _MOST_SHARE, 10):
            found[term] = (1 + math.log(count)) * math.log1p(size / frequency)
    best = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return dict(best[:most])
