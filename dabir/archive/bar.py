"""The bar of a long import: how far, how fast, how long still."""

import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from dabir.archive.importing import Progress

EVERY: Final = 0.5
"""Seconds between two looks."""
Told = TypeVar("Told")


def with_bar(reports: Iterator[Told], progress: "Progress", total: int) -> Iterator[Told]:
    """Yield the reports, with a line on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from reports
        return
    began = seen = time.monotonic()
    for count, report in enumerate(reports, start=1):
        yield report
        if time.monotonic() - seen > EVERY:
            seen = time.monotonic()
            sys.stderr.write(f"\r\x1b[K{line(count, progress.done, total, seen - began)}")
            sys.stderr.flush()
    sys.stderr.write("\r\x1b[K")


def line(count: int, done: int, total: int, seconds: float) -> str:
    """Return the bar: pages, pages a second, per cent of the sources' bytes, time left."""
    rate = count / seconds if seconds else 0.0
    share = min(done / total, 1.0) if total else 0.0
    left = f"{clock(seconds * (1 - share) / share)} left" if share else ""
    return f"Moving in: {count:,} pages, {rate:,.0f}/s, {share:.0%} {left}".rstrip()


def clock(seconds: float) -> str:
    """Return a span of time as ``2:05:07`` or ``5:07``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
