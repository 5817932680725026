"""The night's work: once a day, whichever clock comes to it first, beside what is due at an hour.

It may take minutes over a large archive, so it has a thread and a connection of its own, and no
transaction around it: who does it takes a lease, and a lease that runs out is taken again.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Thread
from typing import Final

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from dabir.classifieds.models import Advertisement
from dabir.comments.models import Comment, recount
from dabir.persian import JalaliDay
from dabir.press.appointments import Appointment, Deed
from dabir.press.clock import deeds
from dabir.press.clock.due import Item

log = logging.getLogger("dabir.press")

KEPT: Final = timedelta(days=90)
"""How long the record of what the clock did is kept."""
LEASE: Final = timedelta(minutes=10)


def _shorten_records(now: datetime) -> None:
    Appointment.objects.filter(done_at__lt=now - KEPT).delete()


_WORKS: Final[dict[str, Callable[[datetime], object]]] = {
    Deed.ADDRESSES: lambda now: Comment.objects.forget_addresses(),
    Deed.OLD_ADS: Advertisement.objects.forget_old,
    Deed.RECOUNT: lambda now: recount(),
    Deed.RECORDS: _shorten_records,
}


def undone(now: datetime) -> list[Item]:
    """Return the work that was not done since this day began in Tehran.

    A clock that was away for days does it once.
    """
    today = JalaliDay.of(now)
    done = Appointment.objects.filter(deed__in=_WORKS, key=today.path, done_at__isnull=False)
    known = set(done.values_list("deed", flat=True))
    return [Item(today.begins, deed, today.path) for deed in _WORKS if deed not in known]


def work(now: datetime | None = None) -> int:
    """Do what is undone of the night's work, each by itself; return how many were done."""
    now = now or timezone.now()
    return sum(_do(item, now) for item in undone(now) if _take(item, now))


def _take(item: Item, now: datetime) -> bool:
    """Take the lease of one work; say whether it was free."""
    names = {"deed": item.deed, "key": item.key, "due_at": item.due_at}
    Appointment.objects.bulk_create([Appointment(**names)], ignore_conflicts=True)
    held = Q(retry_at__gt=now, retry_at__lte=now + LEASE)  # farther off: the clock was set back
    free = Appointment.objects.filter(**names, done_at=None).exclude(held)
    return free.update(retry_at=now + LEASE) == 1


def _do(item: Item, now: datetime) -> bool:
    try:
        _WORKS[item.deed](now)
        deeds.write_down(item)
    except Exception as error:
        log.exception("The night work %s failed and is tried again", item.deed)
        deeds.note_failure(item, error, now)
        return False
    return True


class Night:
    """Does the night's work in a thread of its own."""

    def __init__(self) -> None:
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Begin what is undone, unless it is being done."""
        if self._thread and self._thread.is_alive():
            return
        if undone(timezone.now()):
            self._thread = Thread(target=self._work, name="night", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        try:
            work()
        finally:
            connection.close()
