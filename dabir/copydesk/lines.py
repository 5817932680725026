"""Copy by its lines, as editors and files have it."""

import re
from typing import Final, NamedTuple

from dabir.copydesk.marks import Mark

LINE_END: Final = re.compile(r"\r\n|\r|\n")
"""What ends a line; other signs that some programs take for an end are letters of the line."""


class ReadLine(NamedTuple):
    """A line, its number from nought, and its marks, whose offsets are the line's own."""

    number: int
    text: str
    marks: list[Mark]
