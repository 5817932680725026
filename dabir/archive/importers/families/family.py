"""What an adapter says of its family."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

Selectors = tuple[str, ...]


def select(names: str) -> Selectors:
    """Return selectors that are written in a row with commas; the first are asked first."""
    return tuple(" ".join(name.split()) for name in names.split(",") if name.strip())


NONE: Final[Selectors] = ()


def no_address(code: int) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Comments:
    """Where readers' comments stand, and inside each: who, when, what, and the answers."""

    item: Selectors = NONE
    name: Selectors = NONE
    day: Selectors = NONE
    text: Selectors = NONE
    answer: Selectors = NONE


@dataclass(frozen=True)
class Family:
    """A system of newspapers: its signs, and where it sets what.

    ``signs`` are selectors of which a page must have ``needs``; a name in ``generators``,
    found in ``<meta name=generator>``, counts as three. ``short_addresses`` gives the paths
    besides the page's own that lead to a story of this code.
    """

    name: str
    signs: Selectors = NONE
    needs: int = 2
    generators: tuple[str, ...] = ()
    kicker: Selectors = NONE
    headline: Selectors = NONE
    lead: Selectors = NONE
    bullets: Selectors = NONE
    body: Selectors = NONE
    published: Selectors = NONE
    updated: Selectors = NONE
    code: Selectors = NONE
    section: Selectors = NONE
    topics: Selectors = NONE
    byline: Selectors = NONE
    related: Selectors = NONE
    picture: Selectors = NONE
    counters: Selectors = NONE
    short_address: Selectors = NONE
    comments: Comments = Comments()
    short_addresses: Callable[[int], tuple[str, ...]] = no_address
