"""Readers of other systems' pages: the text of a page in, a ``PageRecord`` out.

    raw text -> lines.cut() -> furniture.classify() -> runs.find_body()
             -> head.read_head() -> flat_text.read_page()

Pure Python, no Django. The rules are those by which Persian news pages are made (which
labels stand where, what repeats what), never the habits of one outlet.
"""

from typing import Final

from dabir.archive.importers.flat_text import read_page
from dabir.archive.importers.record import (
    Attribution,
    Comments,
    Headlines,
    NoStory,
    PageRecord,
    Span,
)

VERSION: Final = 1
"""Raised when the importers read better: pages moved in before are then read again."""

__all__ = [
    "VERSION",
    "Attribution",
    "Comments",
    "Headlines",
    "NoStory",
    "PageRecord",
    "Span",
    "read_page",
]
