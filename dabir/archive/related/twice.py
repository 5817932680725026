"""The same story twice: is most of one in the other, word for word?

    shingles(terms)       every three words in their order
    shared(one, other)    what part of the shorter one's are the other's too (0 to 1)

Shingles are made of terms, so that no spelling hides a story (Broder, 1997, calls the share
of the shorter one *containment*). A new headline, a cut, paragraphs in another order and small
corrections leave most of them; two reports of one event share few.
"""

from collections.abc import Sequence
from typing import Final, TypeVar

SAME: Final = 0.5
"""From this share on two stories are the same one."""
WIDTH: Final = 3
LEAST: Final = 12
"""A text of fewer shingles proves nothing."""


Shingle = TypeVar("Shingle")


def shingles(terms: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Return every three neighbours among ``terms``."""
    return frozenset(zip(*(terms[at:] for at in range(WIDTH)), strict=False))


def shared(one: frozenset[Shingle], other: frozenset[Shingle]) -> float:
    """Return the share of the shorter text's shingles that the other has; 0 for scraps."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= LEAST else 0.0
