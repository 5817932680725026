"""The indexer: one process that keeps the index as the stories are.

    outbox -> stories as they are now -> index, committed -> outbox rows taken away
    no index, or one of another version -> a new building beside it, which takes its place

It may be killed at any moment: what the index has not on its disk is still in the outbox.
"""

import fcntl
import logging
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Final, TypeVar

from django.db import close_old_connections

from dabir.archive.models import ToIndex
from dabir.archive.related import suggesting
from dabir.archive.search import place, stories
from dabir.archive.search.building import LEAST, begin_building, text_of
from dabir.archive.search.engines import Writer
from dabir.archive.search.vocabulary import Vocabulary

log = logging.getLogger("dabir.archive")

LOOK: Final = 0.1
"""Seconds between two looks into an empty outbox."""
BATCH: Final = 400
"""Stories that are put in with one commit."""
BUILDING_BATCH: Final = 400
"""Stories of a building between two looks at what readers wait for: half a second."""
OUTGROWN: Final = 2
"""So many times the stories that the vocabulary was learnt from, and it is learnt anew."""
_TELL: Final = 100
WANTED: Final = "rebuild"
"""The file that asks the indexer for a new building."""
Progress = Callable[[int], None]
Item = TypeVar("Item")


class BusyError(Exception):
    """Another indexer is at work in the same folder."""


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the folder of the index alone; BusyError where another process holds it.

    The system lets go of the lock when a process ends, however it ends.
    """
    root.mkdir(parents=True, exist_ok=True)
    with (root / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError(f"Another indexer is at work in {root}.") from error
        yield


class Indexer:
    """The one who writes. Use it within ``alone``."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._writer: Writer | None = None
        self._folder: Path | None = None
        self._kept_to = 0
        self._is_quiet = False

    def run(self, stop: Event) -> None:
        """Keep the index as the stories are, until told to stop; wait for a lost database."""
        while not stop.is_set():
            try:
                if not self.turn() and not suggesting.make():
                    stop.wait(LOOK)
            except Exception:
                log.exception("The indexer stumbled and goes on")
                self._let_go()
                close_old_connections()
                stop.wait(1)
        self._let_go()

    def turn(self) -> int:
        """Build what is missing, and take a batch out of the outbox; return how many rows.

        When the outbox has run empty, the vocabulary may have been outgrown: an archive that
        moved in teaches compounds, and which words are common.
        """
        if not self._is_fit() or (self._root / WANTED).exists():
            self.build()
        taken = self._take(keep=False)
        if not taken and not self._is_quiet and self._has_outgrown():
            self.build()
        self._is_quiet = not taken
        return taken

    def build(self, progress: Progress | None = None) -> int:
        """Build the index anew beside the one in use, and let it take its place.

        ``progress`` is told how many more stories were taken: each twice, for its half-spaces
        and for the index. What changes meanwhile goes into the one in use as well. Return how
        many stories there are.
        """
        (self._root / WANTED).unlink(missing_ok=True)
        self._clear_away()
        folder = place.begin(self._root)
        writer = begin_building(folder, _watched(self._texts(), progress))
        count = 0
        for count, entry in enumerate(_watched(stories.all_entries(), progress), 1):
            writer.put([entry], fresh=True)
            if count % BUILDING_BATCH == 0:
                self._keep_fresh()
        writer.commit()
        self._let_go()
        place.switch(self._root, folder)
        self._writer, self._folder = writer, folder
        self._kept_to = 0
        return count

    # Parts of a turn -------------------------------------------------------------------
    def _is_fit(self) -> bool:
        """Say whether the index in use is there, of this version, and open for writing."""
        try:
            folder = place.current(self._root)
            if folder == self._folder and self._writer and (folder / "meta.json").exists():
                return True
            self._let_go()
            opened = place.open_folder(folder)
        except (place.NoIndexError, OSError, ValueError) as error:
            log.info("%s It is built anew.", error)
            self._let_go()
            return False
        self._writer, self._folder = Writer(folder, opened.analyser), folder
        return True

    def _has_outgrown(self) -> bool:
        """Say whether the index has far more stories than its vocabulary was learnt from."""
        opened = place.open_folder(place.current(self._root))
        learnt_from = Vocabulary.open(opened.folder).stories
        return opened.index.stories >= OUTGROWN * max(learnt_from, LEAST)

    def _take(self, *, keep: bool) -> int:
        """Put the stories of the oldest rows in, or drop them, and take the rows away.

        With ``keep`` the rows stay for the building that is under way.
        """
        if self._writer is None:
            return 0
        rows = ToIndex.objects.filter(pk__gt=self._kept_to if keep else 0)
        noted = dict(rows.order_by("pk").values_list("pk", "code")[:BATCH])
        if not noted:
            return 0
        codes = sorted({*noted.values()})
        found = stories.entries(codes)
        self._writer.drop({*codes} - {entry.code for entry in found})
        self._writer.put(found)
        self._writer.commit()
        if keep:
            self._kept_to = max(noted)
        else:
            suggesting.want(entry.code for entry in found)
            ToIndex.objects.filter(pk__in=[*noted]).delete()
        return len(noted)

    def _keep_fresh(self) -> None:
        """Let the index in use see what changed while another is built."""
        if self._writer is not None and self._is_fit():
            while self._take(keep=True):
                pass

    def _texts(self) -> Iterator[str]:
        for number, entry in enumerate(stories.all_entries(), 1):
            if number % BUILDING_BATCH == 0:
                self._keep_fresh()
            yield text_of(entry)

    def _clear_away(self) -> None:
        """Remove what a building left that was stopped."""
        self._root.mkdir(parents=True, exist_ok=True)
        try:
            used: Path | None = place.current(self._root)
        except place.NoIndexError:
            used = None
        for each in self._root.iterdir():
            if each.name.isdigit() and each != used:
                shutil.rmtree(each, ignore_errors=True)

    def _let_go(self) -> None:
        writer, self._writer, self._folder = self._writer, None, None
        if writer is not None:
            writer.close()


def _watched(items: Iterable[Item], progress: Progress | None) -> Iterator[Item]:
    """Yield ``items``, and tell now and then how many were taken."""
    for count, item in enumerate(items, 1):
        yield item
        if progress and count % _TELL == 0:
            progress(_TELL)
