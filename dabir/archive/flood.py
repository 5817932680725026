"""Keeps a flood of queries from harming anybody: so many at once, so many from one sender.

Counted in the memory of each process and nowhere else: nothing of a reader is stored.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

AT_ONCE: Final = 3
"""Queries that one process answers side by side; the newsroom keeps its other threads."""
WAIT: Final = 1.0
"""Seconds that a query waits for its turn."""
SHARE: Final = 20.0
"""Queries that a sender may ask at once; they grow back at ``PACE`` a second."""
PACE: Final = 1.0
_REMEMBERED: Final = 20_000

_turns = threading.BoundedSemaphore(AT_ONCE)
_lock = threading.Lock()
_shares: dict[str, tuple[float, float]] = {}


class FloodError(Exception):
    """Too much is asked; ``retry_after`` says in how many seconds there is room."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


@contextmanager
def turn(sender: str) -> Iterator[None]:
    """Hold one of the turns for a query of ``sender``; FloodError where there is none."""
    _spend(sender)
    if not _turns.acquire(timeout=WAIT):
        raise FloodError(2)
    try:
        yield
    finally:
        _turns.release()


def _spend(sender: str) -> None:
    now = time.monotonic()
    with _lock:
        if len(_shares) >= _REMEMBERED:
            _shares.clear()
        left, before = _shares.get(sender, (SHARE, now))
        left = min(left + (now - before) * PACE, SHARE)
        if left < 1:
            raise FloodError(int((1 - left) / PACE) + 1)
        _shares[sender] = (left - 1, now)


def forget() -> None:
    """Forget who asked how much."""
    with _lock:
        _shares.clear()
