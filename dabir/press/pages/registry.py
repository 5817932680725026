"""Printers by address.

A printer composes one kind of page: it reads the records, tells the reading, and gives
the sheet, or None when there is no such page (any more).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.template import engines

from dabir.newsroom.models import Story
from dabir.press.ledger import Reading
from dabir.press.pages import shown

STORY: Final = 0
FRONT: Final = 1
DEPENDENT: Final = 2
ARCHIVE: Final = 3
"""Ranks: how soon a stale page is printed. The story first, then fronts and feeds, then
pages that show it by the way, then the archive and the maps for machines."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A composed page: its bytes, and the status that readers get with it."""

    body: bytes
    status: int = 200


Compose = Callable[..., Sheet | None]


@dataclass(frozen=True, slots=True)
class Printer:
    pattern: re.Pattern[str]
    rank: int
    compose: Compose
    paths: Callable[[], Iterable[str]]


_PRINTERS: Final[list[Printer]] = []


def prints(
    pattern: str, *, rank: int, paths: Callable[[], Iterable[str]] | None = None
) -> Callable[[Compose], Compose]:
    """Register a printer for the addresses that ``pattern`` matches whole.

    ``paths`` yields every address of the kind that there is now; left out, the pattern
    is the one address itself.
    """

    def register(compose: Compose) -> Compose:
        every = paths or (lambda: [pattern.replace("\\", "")])
        _PRINTERS.append(Printer(re.compile(pattern), rank, compose, every))
        return compose

    return register


def _find(path: str) -> tuple[Printer, dict[str, str]] | None:
    for printer in _PRINTERS:
        if found := printer.pattern.fullmatch(path):
            return printer, found.groupdict()
    return None


def rank(path: str) -> int | None:
    """Return how soon ``path`` is printed, None for an address that no printer knows."""
    found = _find(path)
    return found[0].rank if found else None


def compose(path: str, reading: Reading) -> Sheet | None:
    """Compose the page at ``path`` afresh, telling ``reading``; None when there is no such page."""
    found = _find(path)
    if found is None:
        return None
    printer, parts = found
    return printer.compose(path, reading, **parts)


def all_paths() -> Iterator[str]:
    """Yield every address of the paper as it is now."""
    for printer in _PRINTERS:
        yield from printer.paths()


def sheet(template: str, path: str, reading: Reading, status: int = 200, **context: Any) -> Sheet:
    """Return a template filled in: the paper's masthead, its own address, and ``context``."""
    filled = (
        engines["paper"]
        .get_template(template)
        .render({"paper": shown.paper(reading), "path": path, **context})
    )
    return Sheet(filled.encode(), status)


def cards(
    reading: Reading, name: str, stories: Any, limit: int | None = None
) -> tuple[shown.Card, ...]:
    """Return the newest live stories of a list, and tell ``reading`` the window.

    ``name`` is the list's name in the ledger, ``stories`` a queryset that holds it.
    """
    return tuple(shown.card(story, reading) for story in window(reading, name, stories, limit))


def window(reading: Reading, name: str, stories: Any, limit: int | None = None) -> list[Story]:
    """Return the newest ``limit`` live stories of a list (all: None), and tell ``reading``."""
    found = stories.live().newest().select_related("section", "picture")
    found = list(found.prefetch_related("picture__renditions")[:limit])
    is_full = limit is not None and len(found) == limit
    reading.list(name, position(found[-1]) if is_full else None)
    return found


def position(story: Story) -> int:
    """Return where a story stands in lists by time: milliseconds since 1970 (UTC)."""
    return int(story.first_published_at.timestamp() * 1000)
