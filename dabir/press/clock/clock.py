"""Strikes: does what is due, rests what failed, sleeps until the next hour.

The sleep is measured by a clock that nobody sets (monotonic) and is a second at most; what is
due is decided by the wall clock and the database alone. So a wall clock that jumps an hour
forward makes that hour's items due at once, and one that jumps back does nothing twice.
"""

import logging
import os
import socket
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Final

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone

from dabir.press import announcing
from dabir.press.appointments import Appointment, Clockwork
from dabir.press.clock import deeds, due
from dabir.press.clock.due import Item
from dabir.press.clock.night import Night

log = logging.getLogger("dabir.press")

LONGEST_SLEEP: Final = 1.0
BEAT: Final = 5.0
"""Seconds between two signs of life."""
PASSED_OVER: Final = 0.05
"""Seconds until a row that somebody else held is asked for again."""
ROUND: Final = 50
"""Items done before what is due is read again: something older may have come."""


class Clock:
    """One process that strikes."""

    def __init__(self) -> None:
        self.name = f"{socket.gethostname()}:{os.getpid()}"
        self._next_beat = 0.0
        self._night = Night()
        self._passed_over = False
        self._struck_at = timezone.now()
        self._next_look = 0.0
        self._next_end: datetime | None = None

    def run(self, stop: Event) -> None:
        """Strike at each hour until told to stop. A database that is away is waited for."""
        while not stop.is_set():
            try:
                self._give_sign()
                if not self.strike(stop.is_set):
                    stop.wait(self.sleep())
            except Exception:
                log.exception("The clock stumbled and goes on")
                close_old_connections()
                stop.wait(LONGEST_SLEEP)

    def strike(self, stop: Callable[[], bool] = lambda: False) -> int:
        """Do what is due now, each item by itself; return how many were done."""
        self._struck_at = now = timezone.now()
        found = self._look(now)
        self._passed_over = False
        if not found:
            return 0
        resting = _resting(now)
        ready = [item for item in found if item not in resting][:ROUND]
        done = sum(_do(item) for item in ready if not stop())
        self._passed_over = done < len(ready)
        return done

    def sleep(self) -> float:
        """Return the seconds until something falls due, a second at most; announce it.

        What fell due since the last strike is not passed over: it is due at once.
        """
        publication = due.next_publication(self._struck_at)
        announcing.announce(Path(settings.DATA) / announcing.FILE, publication)
        hour = min(filter(None, (publication, self._next_end)), default=None)
        until = (hour - timezone.now()).total_seconds() if hour else LONGEST_SLEEP
        return min(max(until, 0.001), PASSED_OVER if self._passed_over else LONGEST_SLEEP)

    def _look(self, now: datetime) -> list[Item]:
        """Return what is due: publications always, the rest each second and at its hour."""
        if time.monotonic() < self._next_look and not (self._next_end and self._next_end <= now):
            return sorted(due.publications(now))
        self._next_look = time.monotonic() + LONGEST_SLEEP
        self._next_end = due.next_end(now)
        return due.items(now)

    def _give_sign(self) -> None:
        if time.monotonic() >= self._next_beat:
            Clockwork.beat(self.name)
            self._night.begin()
            self._next_beat = time.monotonic() + BEAT


def _resting(now: datetime) -> set[Item]:
    """Return the items that failed just now and are left alone for a while."""
    failed = Appointment.objects.resting(now).values_list("due_at", "deed", "key")
    return {Item(*each) for each in failed}


def _do(item: Item) -> bool:
    """Do one item; one that fails is written down and stops no other."""
    now = timezone.now()
    try:
        return deeds.do(item, now)
    except Exception as error:
        log.exception("%s of %s failed and is tried again", item.deed, item.key)
        deeds.note_failure(item, error, now)
        return False
