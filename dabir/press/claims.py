"""Who prints which page: a printer claims stale pages for a while, and nobody else prints them.

A printer that falls silent loses its claims when the while is over; one that is started again
in its place releases them at once.
"""

import fcntl
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from dabir.press.models import PrintedPage
from dabir.press.models import Printer as PrinterRecord

WHILE: Final = timedelta(seconds=60)
"""How long a claim holds: a batch takes a second, a store that hangs half a minute."""
FIRST_RETRY: Final = timedelta(seconds=5)
LAST_RETRY: Final = timedelta(minutes=10)
"""A page that fails is tried again after 5, 10, 20 … seconds, at most every 10 minutes."""
SLOTS: Final = 64
"""Printers that one machine may have."""


def waiting() -> QuerySet[PrintedPage]:
    """Return the stale pages that may be printed now, the most urgent first."""
    is_due = Q(retry_at__isnull=True) | _is_past("retry_at", LAST_RETRY)
    is_free = Q(claimed_by="") | _is_past("claimed_until", WHILE)
    found = PrintedPage.objects.filter(is_due, is_free, stale_at__isnull=False)
    return found.order_by("rank", "stale_at", "pk")


def _is_past(field: str, longest: timedelta) -> Q:
    """Return whether a moment is over; one too far ahead is of a clock that was wrong."""
    now = timezone.now()
    return Q(**{f"{field}__lte": now}) | Q(**{f"{field}__gt": now + 2 * longest})


@transaction.atomic
def claim(name: str, most: int) -> list[PrintedPage]:
    """Return the most urgent stale pages, claimed for the printer ``name``: of one rank only."""
    found = list(waiting().select_for_update(skip_locked=True)[:most])
    pages = [page for page in found if page.rank == found[0].rank]
    until = timezone.now() + WHILE
    PrintedPage.objects.filter(pk__in=[page.pk for page in pages]).update(
        claimed_by=name, claimed_until=until
    )
    for page in pages:
        page.claimed_by, page.claimed_until = name, until
    return pages


def still_held(pages: list[PrintedPage]) -> set[int]:
    """Return the keys of those pages that are still claimed as they say."""
    now = timezone.now()
    found = PrintedPage.objects.filter(pk__in=[page.pk for page in pages], claimed_until__gt=now)
    held = dict(found.values_list("pk", "claimed_by"))
    return {page.pk for page in pages if held.get(page.pk) == page.claimed_by}


def release(name: str) -> None:
    """Release what printers whose name begins with ``name`` hold."""
    held = PrintedPage.objects.filter(claimed_by__startswith=name)
    held.update(claimed_by="", claimed_until=None)


@contextmanager
def printer_name(folder: Path) -> Iterator[str]:
    """Hold a name that no other printer has: the machine, a number on it, and a token.

    The number is free when its file in ``folder`` is not locked: whoever had it is dead, and
    what it had claimed is released.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, SLOTS + 1):
        with (folder / f"printer-{number}.lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            place = f"{socket.gethostname()[:50]}/{number}/"
            release(place)
            PrinterRecord.objects.filter(name__startswith=place).delete()
            name = place + secrets.token_hex(4)
            try:
                yield name
            finally:
                release(name)
                PrinterRecord.objects.filter(name=name).delete()
            return
    raise RuntimeError(f"{SLOTS} printers are at work on this machine already.")
