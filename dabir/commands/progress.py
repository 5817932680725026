"""How far a long reading is, on standard error, for somebody who waits at a terminal."""

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import Final

import click

LONG: Final = 200_000
"""Characters from which on it is told how far the reading is."""
EVERY: Final = 0.2
"""Seconds between two tellings."""


class Watched(list[str]):
    """Lines that tell how many of them were taken, each time that they are gone through.

    The desk goes through a story once for its words and once for its marks.
    """

    def __iter__(self) -> Iterator[str]:
        told = time.monotonic()
        for number, line in enumerate(super().__iter__()):
            if time.monotonic() > told + EVERY:
                told = time.monotonic()
                click.echo(_told(number, len(self)), nl=False, err=True)
            yield line


def _told(number: int, lines: int) -> str:
    return f"\r{100 * number // lines:3} % of {lines:,} lines "


@contextlib.contextmanager
def watched(lines: list[str]) -> Iterator[list[str]]:
    """Give lines that tell how far they are, where they are long and somebody waits."""
    if not sys.stderr.isatty() or sum(map(len, lines)) < LONG:
        yield lines
        return
    try:
        yield Watched(lines)
    finally:
        click.echo(f"\r{'':40}\r", nl=False, err=True)
