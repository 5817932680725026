"""The press at work: settle what was noted, print what is stale, and rest.

One process prints; a lock on a file in the data folder keeps a second one out.
"""

import fcntl
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from dabir.press import ledger
from dabir.press.files import Folder, PressError
from dabir.press.ledger import Reading
from dabir.press.models import PrintedPage
from dabir.press.pages import all_paths, compose, describer

log = logging.getLogger("dabir.press")

FIRST_RETRY = timedelta(seconds=5)
LAST_RETRY = timedelta(minutes=10)
"""A page that fails is tried again after 5, 10, 20 … seconds, at most every 10 minutes."""


_OUTCOME = (
    "printed_at",
    "seconds",
    "attempts",
    "error",
    "retry_at",
    "status",
    "digest",
    "size",
)


def public_folder() -> Folder:
    """Return the folder that readers are served."""
    return Folder(Path(settings.PUBLIC_DIR))


def waiting() -> QuerySet[PrintedPage]:
    """Return the stale pages that may be printed now, the most urgent first."""
    due = Q(retry_at__isnull=True) | Q(retry_at__lte=timezone.now())
    return PrintedPage.objects.filter(due, stale_at__isnull=False).order_by(
        "rank", "stale_at", "pk"
    )


def print_page(page: PrintedPage, folder: Folder) -> bool:
    """Print one stale page; return whether its file changed.

    The page is read, then its file replaced, then the ledger told: after a crash between
    two of these the page is stale still, and is printed again. A mark that came while
    the page was read stays.
    """
    started = time.perf_counter()
    stale_at = page.stale_at
    reading = Reading()
    try:
        changed = _print(page, folder, reading)
    except Exception as error:
        log.exception("%s could not be printed", page.path)
        _fail(page, error)
        return False
    page.printed_at = timezone.now()
    page.seconds = time.perf_counter() - started
    page.attempts, page.error, page.retry_at = 0, "", None
    with transaction.atomic():
        if page.status == 0:
            page.delete()
            return changed
        ledger.enter(page, reading)
        page.save(update_fields=_OUTCOME)
        PrintedPage.objects.filter(pk=page.pk, stale_at=stale_at).update(stale_at=None)
    return changed


def _print(page: PrintedPage, folder: Folder, reading: Reading) -> bool:
    """Compose a page and put it in its place; a page whose bytes are the same is not written."""
    sheet = compose(page.path, reading)
    if sheet is None:
        folder.remove(page.path)
        was_printed = page.status != 0
        page.status = 0
        return was_printed
    seen = ledger.digest(sheet.status, sheet.body)
    if seen == page.digest and folder.place(page.path, sheet.status).exists():
        return False
    folder.replace(page.path, sheet.body, sheet.status)
    page.status, page.digest, page.size = sheet.status, seen, len(sheet.body)
    return True


def _fail(page: PrintedPage, error: Exception) -> None:
    """Note why a page could not be printed, and when it is tried again."""
    wait = min(FIRST_RETRY * 2 ** min(page.attempts, 12), LAST_RETRY)
    PrintedPage.objects.filter(pk=page.pk).update(
        attempts=F("attempts") + 1,
        error=f"{type(error).__name__}: {error}"[:2000],
        retry_at=timezone.now() + wait,
    )


def work(folder: Folder | None = None, limit: int | None = None) -> int:
    """Settle and print until nothing waits (or ``limit`` pages are done); return the pages done."""
    folder = folder or public_folder()
    done = 0
    while limit is None or done < limit:
        while ledger.settle(describer):
            pass
        pages = list(waiting()[:20])
        if not pages:
            break
        for page in pages:
            print_page(page, folder)
            done += 1
            if ledger.has_notes():
                break  # a story may have come that is more urgent than what is left
    return done


def mark_all() -> int:
    """Mark every address of the paper stale, known to the ledger or not; return how many."""
    ledger.add_pages(all_paths(), describer)
    return PrintedPage.objects.update(stale_at=timezone.now(), retry_at=None)


def forget_files() -> None:
    """Forget what is printed, so that every stale page is written even if it looks the same."""
    PrintedPage.objects.update(digest="")


@contextmanager
def alone(wait: bool = False) -> Iterator[None]:
    """Hold the press alone; PressError where another process prints into the same data folder."""
    place = Path(settings.DATA) / "press.lock"
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise PressError(
                "Another press prints into this data folder.",
                "`dabir run` prints by itself: what you changed is printed within a second.",
            ) from error
        yield


def run_forever(
    stop: Callable[[], bool], tick: Callable[[], None] | None = None, pause: float = 0.1
) -> None:
    """Print what becomes stale until ``stop`` says so; ``tick`` is called about once a second.

    A database that is away for a while is waited for.
    """
    folder = public_folder()
    folder.prepare()
    folder.sweep()
    next_tick = 0.0
    while not stop():
        try:
            if tick and time.monotonic() >= next_tick:
                next_tick = time.monotonic() + 1
                tick()
            if not work(folder, limit=200):
                time.sleep(pause)
        except Exception:
            log.exception("The press stumbled and goes on")
            close_old_connections()
            time.sleep(1)
