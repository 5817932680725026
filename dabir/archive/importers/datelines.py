"""The dateline: «اهواز-», «تهران - ایسنا -» before the first words of a lead or body."""

import re
from typing import Final

from dabir.archive.importers.lines import aligned
from dabir.archive.importers.outlets import NAMES
from dabir.archive.importers.places import PLACES

_DATELINE: Final = re.compile(
    rf"^[\s(]*(?P<place>{PLACES}(?:\s?[،,/]\s?{PLACES})?)\s?[)]?\s?"
    rf"(?:[-–—ـ/،,]+\s?(?:خبرگزاری )?{NAMES}\s?)?[-–—ـ:/]+\s?"
)


def read_dateline(text: str) -> tuple[str, int]:
    """Return the place that a paragraph opens with, and where its own words begin.

    An empty place and 0 where it opens with none.
    """
    found = _DATELINE.match(aligned(text[:80]))
    return (text[slice(*found.span("place"))], found.end()) if found else ("", 0)
