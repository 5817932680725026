"""Copy by its lines, as editors and files have it: marks told in the characters of their line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from dabir.copydesk.marks import Mark

LINE_END: Final = re.compile(r"\r\n|\r|\n")
"""What ends a line; other signs that some programs take for an end are letters of the line."""


class ReadLine(NamedTuple):
    """A line, its number from nought, and its marks, whose offsets are the line's own."""

    number: int
    text: str
    marks: list[Mark]


def by_line(lines: Sequence[str], marks: Iterable[Mark]) -> Iterator[ReadLine]:
    """Yield every line with its marks; ``marks`` are those of the lines joined by newlines."""
    waiting = iter(marks)
    mark = next(waiting, None)
    at = 0
    for number, line in enumerate(lines):
        held = []
        while mark and mark.start <= at + len(line):
            held.append(mark.moved(-at))
            mark = next(waiting, None)
        yield ReadLine(number, line, held)
        at += len(line) + 1
