"""Enters in the ledger what pages read, after they were printed.

A page may be read while what it shows changes. So settling and entering exclude one another,
and a page that read something which was settled since then has read the past: it is entered,
and stays stale.

    since = began()        before the pages are read: what was settled until then
    enter(pages, since)    after printing
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.db.models import Max, Model
from django.utils import timezone

from dabir.press.ledger import Reading, list_name
from dabir.press.locks import with_others
from dabir.press.models import PrintedPage, Settlement, Shown, Window

_OUTCOME: Final = (
    "printed_at",
    "seconds",
    "attempts",
    "error",
    "retry_at",
    "status",
    "digest",
    "size",
)


@dataclass(frozen=True, slots=True)
class Read:
    """A page that was printed, with the outcome in its fields, and what it read."""

    page: PrintedPage
    reading: Reading

    def has(self, names: set[str]) -> bool:
        """Say whether the page read any of these sources, or of these lists by ``list_name``."""
        return any(source in names for source, _ in self.reading.shown) or any(
            list_name(name) in names for name in self.reading.windows
        )


def began() -> int:
    """Return the last settlement: what is read from now on is at least as new."""
    return Settlement.objects.aggregate(last=Max("pk"))["last"] or 0


def enter(printed: list[Read], since: int) -> int:
    """Write down what pages read and how their printing went; return how many are fresh now.

    Not fresh is a page that was marked stale again, that read something which was settled
    after ``since``, or that is another printer's by now. A page with status 0 is no page
    any more, and is forgotten.
    """
    with with_others():
        ours = _ours(printed)
        _enter(Shown, ("source", "facet"), "seen", [(r.page, r.reading.shown) for r in ours])
        _enter(Window, ("list",), "floor", [(r.page, _floors(r.reading)) for r in ours])
        _save_outcomes([read.page for read in ours])
        return _give_back(ours, since)


def _ours(printed: list[Read]) -> list[Read]:
    """Return the pages that are still this printer's.

    The others were printed by somebody else meanwhile, and over that by this one: they are
    to be printed once more, also where there is no such page any more.
    """
    found = PrintedPage.objects.select_for_update().filter(pk__in=[r.page.pk for r in printed])
    holders = dict(found.values_list("pk", "claimed_by"))
    lost = [r.page for r in printed if holders.get(r.page.pk) != r.page.claimed_by]
    if lost:
        now = timezone.now()
        PrintedPage.objects.filter(pk__in=[page.pk for page in lost]).update(stale_at=now)
        PrintedPage.objects.bulk_create(
            [
                PrintedPage(path=page.path, rank=page.rank, status=page.status, stale_at=now)
                for page in lost
            ],
            ignore_conflicts=True,
        )
    return [read for read in printed if read.page not in lost]


def _floors(reading: Reading) -> dict[tuple[str], int | None]:
    return {(name,): floor for name, floor in reading.windows.items()}


def _enter(
    record: type[Model],
    names: tuple[str, ...],
    value: str,
    read: list[tuple[PrintedPage, dict[Any, Any]]],
) -> None:
    """Replace the records of pages by what they read: a value under some names."""
    rows = record._default_manager.filter(page__in=[page.pk for page, _ in read])
    was: dict[int, dict[Any, tuple[int, Any]]] = {}
    for pk, page, seen, *key in rows.values_list("pk", "page", value, *names):
        was.setdefault(page, {})[tuple(key)] = pk, seen
    gone: list[int] = []
    new: list[Model] = []
    for page, now in read:
        stood = was.get(page.pk, {})
        for key, seen in now.items():
            before = stood.pop(key, None)
            if before is None or before[1] != seen:
                gone += before[:1] if before else ()
                new.append(record(page=page, **dict(zip(names, key, strict=True)), **{value: seen}))
        gone += (pk for pk, _ in stood.values())
    for some in _in_parts(gone):
        record._default_manager.filter(pk__in=some).delete()
    record._default_manager.bulk_create(new, batch_size=500)


def _in_parts(keys: list[int], size: int = 500) -> Iterator[list[int]]:
    for at in range(0, len(keys), size):
        yield keys[at : at + size]


def _save_outcomes(pages: Iterable[PrintedPage]) -> None:
    """Save how printing went: one statement for all, many times faster than ``bulk_update``."""
    meta = PrintedPage._meta
    fields = [field for field in meta.concrete_fields if field.name in _OUTCOME]
    assignments = ", ".join(f"{connection.ops.quote_name(str(f.column))} = %s" for f in fields)
    table = connection.ops.quote_name(meta.db_table)
    rows = [
        (*(f.get_db_prep_save(getattr(page, f.attname), connection) for f in fields), page.pk)
        for page in pages
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {table} SET {assignments} WHERE id = %s", rows)  # noqa: S608


def _give_back(printed: list[Read], since: int) -> int:
    """Release the pages; those that read the past, or were marked meanwhile, stay stale."""
    settled = set(Settlement.objects.filter(pk__gt=since).values_list("name", flat=True))
    pages = PrintedPage.objects
    stale = dict(pages.filter(pk__in=[r.page.pk for r in printed]).values_list("pk", "stale_at"))
    fresh: list[int] = []
    gone: list[int] = []
    past: list[int] = []
    for read in printed:
        page = read.page
        if stale[page.pk] != page.stale_at or read.has(settled):
            past.append(page.pk)
        else:
            (fresh if page.status else gone).append(page.pk)
    pages.filter(pk__in=fresh).update(stale_at=None, claimed_by="", claimed_until=None)
    pages.filter(pk__in=gone).delete()
    pages.filter(pk__in=past).update(stale_at=timezone.now(), claimed_by="", claimed_until=None)
    return len(fresh) + len(gone)
