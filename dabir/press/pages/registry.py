"""Printers by address.

A printer composes one kind of page: it reads the records, tells the reading, and gives
the sheet, or None when there is no such page (any more).
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
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


BATCH: Final = 100
"""How many pages are made from one reading of the records."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A composed page: its bytes, and the status that readers get with it."""

    body: bytes
    status: int = 200


@dataclass(frozen=True, slots=True)
class Composed:
    """One page of a batch: its sheet (None: there is no such page), or why it failed."""

    path: str
    reading: Reading
    sheet: Sheet | None = None
    error: Exception | None = None
    seconds: float = 0


Compose = Callable[..., Sheet | None]
Gather = Callable[[Iterable[dict[str, str]]], Any]
"""What the addresses of a batch name -> what their pages are made from, read at once."""


@dataclass(frozen=True, slots=True)
class Printer:
    pattern: re.Pattern[str]
    rank: int
    compose: Compose
    paths: Callable[[], Iterable[str]]
    gather: Gather | None


_PRINTERS: Final[list[Printer]] = []
_LAST: Final[list[Printer]] = []


def prints(
    pattern: str,
    *,
    rank: int,
    paths: Callable[[], Iterable[str]] | None = None,
    gather: Gather | None = None,
    last: bool = False,
) -> Callable[[Compose], Compose]:
    """Register a printer for the addresses that ``pattern`` matches whole.

    One that is ``last`` is asked where no other knows an address.

    ``paths`` yields every address of the kind that there is now; left out, the pattern
    is the one address itself. What ``gather`` returns for a batch, the printer gets after
    the reading; printers with the same ``gather`` share it.
    """

    def register(compose: Compose) -> Compose:
        every = paths or (lambda: [pattern.replace("\\", "")])
        printer = Printer(re.compile(pattern), rank, compose, every, gather)
        if last:
            _LAST.append(printer)
        else:
            _PRINTERS.append(printer)
        return compose

    return register


@dataclass(frozen=True, slots=True)
class _Order:
    """A page to compose: who prints it, and what its address names."""

    path: str
    printer: Printer
    parts: dict[str, str]


def _find(path: str) -> _Order | None:
    for printer in (*_PRINTERS, *_LAST):
        if found := printer.pattern.fullmatch(path):
            return _Order(path, printer, found.groupdict())
    return None


def rank(path: str) -> int | None:
    """Return how soon ``path`` is printed, None for an address that no printer knows."""
    found = _find(path)
    return found.printer.rank if found else None


def compose(path: str, reading: Reading) -> Sheet | None:
    """Compose the page at ``path`` afresh, telling ``reading``; None when there is no such page."""
    order = _find(path)
    with shown.opened():
        return _compose(order, reading, _gather([order])) if order else None


def compose_many(paths: Sequence[str]) -> Iterator[Composed]:
    """Compose pages afresh, in the order of ``paths``; one that fails spoils no other.

    What the pages of a family are made from is read once for a batch, when its first page
    is composed: whoever asks whether something changed since must have begun to watch before.
    A page gets a reading of its own, whole only where it did not fail.
    """
    for start in range(0, len(paths), BATCH):
        orders = [(path, _find(path)) for path in paths[start : start + BATCH]]
        with shown.opened():
            gathered = _gather_all([order for _, order in orders if order])
            made = [
                _compose_safely(order, gathered) if order else Composed(path, Reading())
                for path, order in orders
            ]
        yield from made


_Gathered = dict[Gather, Any]


def _gather(orders: list[_Order]) -> _Gathered:
    """Return what each family of printers is told of its pages among ``orders``."""
    families: dict[Gather, list[dict[str, str]]] = {}
    for order in orders:
        if order.printer.gather:
            families.setdefault(order.printer.gather, []).append(order.parts)
    return {gather: gather(parts) for gather, parts in families.items()}


def _gather_all(orders: list[_Order]) -> _Gathered | None:
    """Return what is gathered for a batch; None where that fails and each page is on its own."""
    try:
        return _gather(orders)
    except Exception:
        return None


def _compose(order: _Order, reading: Reading, gathered: _Gathered) -> Sheet | None:
    printer = order.printer
    shared = (gathered[printer.gather],) if printer.gather else ()
    return printer.compose(order.path, reading, *shared, **order.parts)


def _compose_safely(order: _Order, gathered: _Gathered | None) -> Composed:
    """Compose one page of a batch; one that fails with the batch is tried on its own."""
    started = time.perf_counter()
    made = _try(order, gathered) if gathered is not None else None
    if made is None or made.error:
        with shown.opened():
            made = _try(order)
    return replace(made, seconds=time.perf_counter() - started)


def _try(order: _Order, gathered: _Gathered | None = None) -> Composed:
    reading = Reading()
    try:
        found = _gather([order]) if gathered is None else gathered
        return Composed(order.path, reading, _compose(order, reading, found))
    except Exception as error:
        return Composed(order.path, reading, error=error)


def all_paths() -> Iterator[str]:
    """Yield every address of the paper as it is now."""
    for printer in (*_PRINTERS, *_LAST):
        yield from printer.paths()


def sheet(
    template: str,
    path: str,
    reading: Reading,
    status: int = 200,
    **context: Any,
) -> Sheet:
    """Return a template filled in: the paper's masthead, its own address, and ``context``."""
    told = {"paper": shown.paper(reading), "path": path, **context}
    return Sheet(engines["paper"].get_template(template).render(told).encode(), status)


def cards(reading: Reading, name: str, limit: int | None = None) -> tuple[shown.Card, ...]:
    """Return the newest live stories of list ``name``, and tell ``reading`` the window."""
    found = window(reading, name, limit)
    around = shown.Around.of_cards(found)
    return tuple(shown.card(story, reading, around) for story in found)


def window(
    reading: Reading, name: str, limit: int | None = None, since: datetime | None = None
) -> list[Story]:
    """Return the newest ``limit`` live stories of a list (all: None), and tell ``reading``.

    Newest first; of two at the same moment, the later code. The window ends at ``since``, where
    that is told.
    """
    found = shown.case().newest(name, limit, milliseconds(since) if since else None)
    if since:
        found = [story for story in found if story.first_published_at > since]
    is_full = limit is not None and len(found) >= limit
    ends = found[limit - 1].first_published_at if limit and is_full else since
    reading.list(name, milliseconds(ends) if ends else None)
    return found[:limit]


def position(story: Story) -> int:
    """Return where a story stands in lists by time: milliseconds since 1970 (UTC)."""
    return milliseconds(story.first_published_at)


def milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
