"""Purge: caches that stand before the paper (a CDN, Varnish) forget what was printed anew.

    printed -> after_printing(paths) -> noted -> purged by Wagtail's back ends -> pages_printed

The press only notes; a thread beside it gathers the notes of a second, purges, and tries again
what failed. A note outlives the process that made it. Where no cache is set, nothing is noted and
``pages_printed`` is sent at once.
"""

import logging
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.db import connection, models
from django.db.models import F, Q
from django.utils import timezone

from dabir.press.signals import pages_printed

log = logging.getLogger("dabir.press")

GATHER: Final = 1.0
"""Seconds of printing that are purged together."""
MOST: Final = 500
"""Addresses that are purged together."""
LEASE: Final = timedelta(seconds=90)
ANSWER: Final = 20.0
"""Seconds that a cache has to answer: Wagtail's back end for HTTP sets no limit of its own."""
FIRST_RETRY: Final = timedelta(seconds=2)
LAST_RETRY: Final = timedelta(minutes=5)


class PurgeError(Exception):
    """A cache did not forget what it was told to."""


class Purge(models.Model):
    """An address that was printed anew and that caches still have to forget."""

    path = models.CharField(max_length=400)
    noted_at = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    claimed_by = models.CharField(max_length=80, blank=True)
    free_at = models.DateTimeField(null=True)
    """Nobody takes it before then: somebody is at it, or it failed just now."""

    class Meta:
        indexes = [models.Index(fields=["free_at"], name="purge_free")]

    def __str__(self) -> str:
        return self.path


def after_printing(paths: list[str]) -> None:
    """Let caches forget ``paths``, whose pages were just put in their places, and then tell others.

    Returns at once. Call outside a transaction, with what readers would see otherwise only.
    """
    if not paths:
        return
    if not settings.WAGTAILFRONTENDCACHE:
        pages_printed.send_robust(sender=None, paths=paths)
        return
    Purge.objects.bulk_create(Purge(path=path) for path in paths)
    _PURGER.begin()


def purge_noted() -> int:
    """Purge what is noted and free, once; return how many addresses were purged.

    PurgeError where a cache did not do it: the notes stay and are tried again.
    """
    notes = _claim()
    if not notes:
        return 0
    paths = list(dict.fromkeys(note.path for note in notes))
    mine = Purge.objects.filter(pk__in=[note.pk for note in notes])
    try:
        _tell_caches([settings.ADDRESS + path for path in paths])
    except Exception as error:
        rest = min(FIRST_RETRY * 2 ** min(notes[0].attempts, 12), LAST_RETRY)
        mine.update(
            attempts=F("attempts") + 1,
            error=str(error)[:500],
            claimed_by="",
            free_at=timezone.now() + rest,
        )
        raise
    mine.delete()
    pages_printed.send_robust(sender=None, paths=paths)
    return len(paths)


def _claim() -> list[Purge]:
    """Take the oldest free notes, and nobody else does for a while."""
    now = timezone.now()
    me = f"{socket.gethostname()}:{os.getpid()}:{threading.get_ident()}:{now.timestamp()}"
    free = Purge.objects.filter(Q(free_at=None) | Q(free_at__lte=now)).order_by("pk")
    oldest = list(free.values_list("pk", flat=True)[:MOST])
    if oldest:
        free.filter(pk__in=oldest).order_by().update(claimed_by=me, free_at=now + LEASE)
    return list(Purge.objects.filter(claimed_by=me).order_by("pk")) if oldest else []


def _tell_caches(addresses: list[str]) -> None:
    """Purge whole addresses from every cache; PurgeError where one did not."""
    from wagtail.contrib.frontend_cache.utils import get_backends

    with _complaints() as heard:
        for cache in get_backends().values():
            cache.purge_batch(addresses)
    if heard:
        raise PurgeError(heard[0])


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Gather what Wagtail's back ends log in this thread: they raise nothing."""
    heard: list[str] = []
    me = threading.get_ident()

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.thread == me and str(record.msg).startswith("Couldn't purge"):
                heard.append(record.getMessage())

    ear, loggers = Ear(logging.ERROR), (logging.getLogger("wagtail.frontendcache"), logging.root)
    for logger in loggers:
        logger.addHandler(ear)
    try:
        yield heard
    finally:
        for logger in loggers:
            logger.removeHandler(ear)


class Purger:
    """Purges in a thread of its own, so that printing waits for no cache."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._noted = threading.Event()

    def begin(self) -> None:
        """See that a thread purges what is noted."""
        self._noted.set()
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="purge", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        if socket.getdefaulttimeout() is None:
            socket.setdefaulttimeout(ANSWER)
        while True:
            self._noted.wait(None if not self._is_left() else GATHER)
            self._noted.clear()
            threading.Event().wait(GATHER)
            try:
                while purge_noted():
                    pass
            except Exception as error:
                log.warning("Caches were not purged, it is tried again: %s", error)
            finally:
                connection.close()

    def _is_left(self) -> Any:
        try:
            return Purge.objects.exists()
        except Exception:
            return True
        finally:
            connection.close()


_PURGER: Final = Purger()
