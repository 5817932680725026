"""Holds the printed paper against the ledger and against printing afresh.

    missing   the ledger has the page, the store does not; or nobody ever printed it
    torn      a copy of the page cannot be unpacked, or is not like the others
    stale     the page is not what printing it afresh gives, and does not wait to be printed
    stray     the store has a file that is no page's
    astray    a story stands in other lists of the ledger than its record says

Reads page by page, so that a paper of a million stories can be checked while it goes on.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple, TypeVar

from dabir.press.ledger import Reading
from dabir.press.models import PrintedPage
from dabir.press.pages import all_paths, astray, compose
from dabir.press.stores import Store
from dabir.press.stores.names import address_of, copies_at

Thing = TypeVar("Thing")

SOME = 500


class Problem(NamedTuple):
    """What is wrong, and at which address; of a stray file, its name; of a story, its source."""

    kind: str
    place: str


def problems(store: Store, sample: int | None = None) -> Iterator[Problem]:
    """Yield what is wrong with the paper; of ``sample`` pages chosen by chance, or of all."""
    pages = PrintedPage.objects.exclude(status=0)
    if sample is not None:
        yield from _wrong_pages(store, pages.order_by("?")[:sample])
        return
    yield from _wrong_pages(store, pages.order_by("pk").iterator(SOME))
    yield from _unknown(all_paths())
    yield from _strays(store)
    yield from (Problem("astray", source) for source in astray())


def _wrong_pages(store: Store, pages: Iterable[PrintedPage]) -> Iterator[Problem]:
    for page in pages:
        if wrong := _wrong(store, page):
            page.refresh_from_db()
            if page.stale_at is None and _wrong(store, page):
                yield Problem(wrong, page.path)


def _wrong(store: Store, page: PrintedPage) -> str:
    """Return what is wrong with a page, "" where nothing is."""
    bodies = store.bodies(page.path, page.status)
    if not all(name in bodies for name in copies_at(page.path, page.status)):
        return "missing"
    first, *others = bodies.values()
    if first is None or any(other != first for other in others):
        return "torn"
    sheet = compose(page.path, Reading())
    is_right = sheet is not None and (sheet.status, sheet.body) == (page.status, first)
    return "" if is_right else "stale"


def _unknown(paths: Iterator[str]) -> Iterator[Problem]:
    """Yield the addresses of the paper that the ledger does not know."""
    for some in _in_parts(paths):
        known = set(PrintedPage.objects.filter(path__in=some).values_list("path", flat=True))
        yield from (Problem("missing", path) for path in some if path not in known)


def _strays(store: Store) -> Iterator[Problem]:
    """Yield the files that are no page's copies."""
    moved = _moved_names()
    for some in _in_parts(store.names()):
        wanted = {name: address_of(name) for name in some}
        pages = PrintedPage.objects.filter(path__in=set(wanted.values()))
        right = {
            copy
            for path, status in pages.exclude(status=0).values_list("path", "status")
            for copy in copies_at(path, status)
        }
        yield from (Problem("stray", name) for name in some if name not in right | moved)


def _moved_names() -> frozenset[str]:
    """Return the files of moves, whose names do not tell the address that they start at."""
    paths = PrintedPage.objects.filter(status=301).values_list("path", flat=True)
    return frozenset(name for path in paths.iterator() for name in copies_at(path, 301))


def _in_parts(things: Iterator[Thing]) -> Iterator[list[Thing]]:
    while some := list(islice(things, SOME)):
        yield some
