"""The press at work: what waits is printed, by one printer or by several side by side.

    turn: settle the notes -> claim the most urgent pages -> compose -> put -> enter

After a crash between two of these steps a page is stale still, and is printed again.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection
from django.utils import timezone

from dabir.press import ledger
from dabir.press.claims import printer_name, release, waiting
from dabir.press.models import PrintedPage
from dabir.press.models import Printer as PrinterRecord
from dabir.press.pages import all_paths, astray, describer
from dabir.press.printer import Printer
from dabir.press.stores import PressError, Store, open_store

__all__ = ["mark_all", "printer", "public_folder", "run_forever", "waiting", "work"]

log = logging.getLogger("dabir.press")

BEAT: Final = 2.0
"""Seconds between two signs of life."""
PAUSE: Final = 0.02
"""Seconds between two looks at the ledger: half of it is what readers wait on average."""
SHORT_PAUSE: Final = 0.005
"""The same on SQLite, which is asked for nothing but a number that it has in memory."""
LOOK: Final = 1.0
"""Seconds after which the ledger is looked at even if nobody wrote."""
REST: Final = 1.0
"""Seconds before a printer that stumbled tries again."""


def public_folder() -> Store:
    """Return where the paper is printed to: a folder, or the bucket of ``DABIR_STORE``."""
    return open_store(settings.STORE, Path(settings.PUBLIC_DIR))


@contextmanager
def printer(store: Store | None = None) -> Iterator[Printer]:
    """Hire a printer for a while, beside those that are at work."""
    with printer_name(Path(settings.DATA) / "printers") as name:
        store = store or public_folder()
        store.prepare()
        yield Printer(store, name)


def work(store: Store | None = None, limit: int | None = None) -> int:
    """Print until nothing waits (or ``limit`` pages are done); return how many were tried."""
    return Printer(store or public_folder()).drain(limit)


def mark_all(afresh: bool = False) -> int:
    """Mark every address of the paper stale, known to the ledger or not; return how many.

    ``afresh``: they are written even where they look the same. Stories that stand astray, for
    they were changed past ``save()``, are noted.
    """
    ledger.note(*astray())
    ledger.add_pages(all_paths(), describer)
    fields: dict[str, object] = {"stale_at": timezone.now(), "retry_at": None}
    return PrintedPage.objects.update(**fields, **({"digest": ""} if afresh else {}))


def run_forever(printer: Printer, stop: Callable[[], bool]) -> None:
    """Print what becomes stale until ``stop`` says so.

    A database or a store that is away for a while is waited for.
    """
    next_beat = 0.0
    watch = Watch()
    while not stop():
        try:
            if time.monotonic() >= next_beat:
                next_beat = time.monotonic() + BEAT
                beat(printer)
                printer.look_at_templates()
            if watch.sees_work() and printer.turn():
                watch.look_again()
            else:
                time.sleep(SHORT_PAUSE if connection.vendor == "sqlite" else PAUSE)
        except PressError as error:
            log.warning("%s", error)
            release(printer.name)
            beat(printer, str(error))
            next_beat = time.monotonic() + BEAT
            time.sleep(REST)
        except Exception:
            log.exception("A printer stumbled and goes on")
            connection.close()
            time.sleep(REST)


class Watch:
    """Looks for something to print many times a second, at next to no cost.

    SQLite tells by a number whether anybody else has written since (``PRAGMA data_version``).
    """

    def __init__(self) -> None:
        self.look_again()

    def look_again(self) -> None:
        """Let the next look be a real one."""
        self._version, self._next_look = -1, 0.0

    def sees_work(self) -> bool:
        """Say whether a change waits to be settled, or a page to be printed."""
        if connection.vendor == "sqlite" and not self._was_written():
            return False
        return ledger.has_notes() or waiting().exists()

    def _was_written(self) -> bool:
        """Say whether anybody wrote; yes once a second, for pages whose retry is due."""
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA data_version")
            version = cursor.fetchone()[0]
        now = time.monotonic()
        if version == self._version and now < self._next_look:
            return False
        self._version, self._next_look = version, now + LOOK
        return True


def beat(printer: Printer, trouble: str = "") -> None:
    """Give a sign of life; ``trouble`` says why nothing can be printed."""
    now = timezone.now()
    known = PrinterRecord.objects.filter(name=printer.name)
    if not known.update(beat_at=now, trouble=trouble):
        PrinterRecord.objects.create(name=printer.name, beat_at=now, trouble=trouble)
    known.filter(troubled_at=None).exclude(trouble="").update(troubled_at=now)
    known.filter(trouble="").update(troubled_at=None)
