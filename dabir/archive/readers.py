"""Readers of pages in processes of their own: they read, one writes.

A process that dies over a page, for want of memory or by a fault of a library's, takes no
other page along: its pages are read again, each in a process alone.
"""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Final, Self

from dabir.archive.sources import Outcome, Piece, read_pieces

SHARE: Final = 10
"""So many pages are handed to a process at a time."""
FEW: Final = 20
"""Fewer pages than these are read in this process."""
DIED: Final = "Reading it killed the process that read it."


class Readers:
    """So many processes as are asked for; none at all for one."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def read(self, pieces: Sequence[Piece]) -> list[Outcome]:
        """Return what each piece says, in their order."""
        if self.jobs < 2 or len(pieces) < FEW:
            return read_pieces(pieces)
        pool = self._pool = self._pool or _open_pool(self.jobs)
        shares = [list(share) for share in _shares(pieces)]
        try:
            futures = [pool.submit(read_pieces, share) for share in shares]
        except BrokenProcessPool:
            return self._alone(pieces)
        return [outcome for outcomes in self._gather(shares, futures) for outcome in outcomes]

    def _gather(
        self, shares: list[list[Piece]], futures: list[Future[list[Outcome]]]
    ) -> Iterator[list[Outcome]]:
        for share, future in zip(shares, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                self._pool = None
                yield self._alone(share)

    def _alone(self, pieces: Sequence[Piece]) -> list[Outcome]:
        """Read pieces each in a process of its own."""
        self._pool = None
        found = []
        for piece in pieces:
            with _open_pool(1) as pool:
                try:
                    found += pool.submit(read_pieces, [piece]).result()
                except BrokenProcessPool:
                    found.append(Outcome(piece, why=DIED))
        return found


def _shares(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    return (pieces[start : start + SHARE] for start in range(0, len(pieces), SHARE))


def _open_pool(jobs: int) -> ProcessPoolExecutor:
    """Return processes that are copies of one that has read the importers, and no database."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dabir.archive.sources"])
    return ProcessPoolExecutor(jobs, mp_context=context)
