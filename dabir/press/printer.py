"""One printer: claims stale pages, composes them, puts them in their places, enters what they read.

    claim -> compose -> put -> tell the caches -> enter

Where one page fails, it is noted with its reason and tried again later, and the others are
printed. Where the store takes nothing at all, nothing is noted against the pages: they stay
stale, and the printer waits for the store.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import F
from django.utils import timezone

from dabir.press import ledger
from dabir.press.claims import FIRST_RETRY, LAST_RETRY, claim, still_held
from dabir.press.entering import Read, began, enter
from dabir.press.ledger import Reading, digest
from dabir.press.models import PrintedPage
from dabir.press.pages import Sheet, compose_many, describer
from dabir.press.purge import after_printing
from dabir.press.stores import PressError, Store
from dabir.press.templates import Templates

log = logging.getLogger("dabir.press")

BATCH = 96
"""Pages that are claimed and printed together: what they read in common is read once."""


@dataclass
class Made:
    """A page as it was composed; without a sheet where there is no such page any more."""

    page: PrintedPage
    sheet: Sheet | None
    reading: Reading
    seen: str = ""

    def __post_init__(self) -> None:
        if self.sheet:
            self.seen = digest(self.sheet.status, self.sheet.body)

    def is_new(self, store: Store) -> bool:
        """Say whether the store has something else at the page's address, or nothing."""
        page = self.page
        if self.sheet is None:
            return page.status != 0 or store.has(page.path, 200)
        return self.seen != page.digest or not store.has(page.path, self.sheet.status)

    def settle(self) -> None:
        """Let the page say that it is printed so."""
        page = self.page
        page.printed_at = timezone.now()
        page.attempts, page.error, page.retry_at = 0, "", None
        page.digest = self.seen
        page.status = self.sheet.status if self.sheet else 0
        page.size = len(self.sheet.body) if self.sheet else 0


@dataclass
class Printer:
    """One who prints into a store, under a name that no other has."""

    store: Store
    name: str = "alone"
    changed: list[str] = field(default_factory=list)
    """The addresses whose bytes were changed by the last turn."""
    templates: Templates = field(default_factory=Templates)

    def turn(self, most: int = BATCH) -> int:
        """Settle, and print a batch of what is stale; return how many pages were tried."""
        self.look_at_templates()
        while ledger.settle(describer):
            pass
        self.changed = []
        pages = claim(self.name, most)
        if pages:
            self.print_pages(pages)
        return len(pages)

    def look_at_templates(self) -> None:
        """Let the whole paper be printed anew where a template changed."""
        if self.templates.changed():
            log.info("Templates changed: %s pages are printed anew", ledger.mark_every())

    def drain(self, limit: int | None = None) -> int:
        """Print until nothing waits, or ``limit`` pages are done; return how many were tried."""
        done = 0
        while limit is None or done < limit:
            count = self.turn(BATCH if limit is None else min(BATCH, limit - done))
            if not count:
                break
            done += count
        return done

    def print_pages(self, pages: list[PrintedPage]) -> None:
        """Print claimed pages. PressError where the store takes nothing: they stay stale."""
        since = began()
        made = list(self._compose(pages))
        held = still_held([each.page for each in made])
        printed = self._put([each for each in made if each.page.pk in held])
        after_printing(self.changed)
        enter([Read(each.page, each.reading) for each in printed], since)

    def _compose(self, pages: list[PrintedPage]) -> Iterator[Made]:
        """Yield the pages as they are now, without those that cannot be composed."""
        by_path = {page.path: page for page in pages}
        for found in compose_many(list(by_path)):
            page = by_path[found.path]
            page.seconds = found.seconds
            if found.error:
                log.error("%s could not be printed", page.path, exc_info=found.error)
                fail(page, found.error)
            else:
                yield Made(page, found.sheet, found.reading)

    def _put(self, made: list[Made]) -> list[Made]:
        """Put pages in their places, all at once, or one by one where that fails.

        Return those that are in their places.
        """
        new = [each for each in made if each.is_new(self.store)]
        failed: list[Made] = []
        try:
            self._put_together(new)
        except (OSError, PressError):
            self.store.check()
            failed = [each for each in new if not self._put_alone(each)]
        self.changed = [each.page.path for each in new if each not in failed]
        printed = [each for each in made if each not in failed]
        for each in printed:
            each.settle()
        return printed

    def _put_together(self, made: list[Made]) -> None:
        self.store.put_many(
            (each.page.path, each.sheet.body, each.sheet.status) for each in made if each.sheet
        )
        for each in made:
            if each.sheet is None:
                self.store.remove(each.page.path)

    def _put_alone(self, made: Made) -> bool:
        try:
            self._put_together([made])
        except (OSError, PressError) as error:
            log.exception("%s could not be printed", made.page.path)
            fail(made.page, error)
            return False
        return True


def fail(page: PrintedPage, error: Exception) -> None:
    """Note why a page could not be printed, and when it is tried again."""
    wait = min(FIRST_RETRY * 2 ** min(page.attempts, 12), LAST_RETRY)
    PrintedPage.objects.filter(pk=page.pk, claimed_by=page.claimed_by).update(
        attempts=F("attempts") + 1,
        error=f"{type(error).__name__}: {error}"[:2000],
        retry_at=timezone.now() + wait,
        claimed_by="",
        claimed_until=None,
    )
