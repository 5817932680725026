"""The lead: the paragraph between the headline and the body, where the page has one.

Persian news pages nearly always have one. It has none where the first paragraph is the
source line («به گزارش …»), where only one paragraph is told, where the first one is too long
to be a lead, or where the second speaks on of «وی».
"""

import re
from typing import Final

from dabir.archive.importers.attribution import opens_with_source
from dabir.archive.importers.kinds import Kind
from dabir.archive.importers.page import Page
from dabir.archive.importers.record import LEAD_LENGTH

SHORTEST: Final = 40
USUAL_LENGTH: Final = 600
"""A longer first paragraph is the body's, unless the source line or a repeat follows it."""
SHORT_WORDS: Final = 6
_GOES_ON: Final = re.compile(r"^(?:وی|او|ایشان|نامبرده)(?!\w)")
"""How a paragraph begins that speaks on of the person named before; no body does so."""


def split(page: Page, below: list[int]) -> tuple[int | None, list[int]]:
    """Return the lead's line and the body's lines out of those below the headline."""
    below = _without_labels(page, below)
    if len(below) < 2 or not _may_be_lead(page, below):
        return None, below
    return below[0], below[1:]


def _without_labels(page: Page, below: list[int]) -> list[int]:
    """Leave out short lines before the first paragraph: names, places, captions."""
    start = 0
    if any(page.is_prose(at) for at in below):
        while _is_label(page, below[start]):
            start += 1
    return below[start:]


def _is_label(page: Page, at: int) -> bool:
    line = page.lines[at]
    closes = line.plain.endswith((".", ":", "؟", "!", "…", "»"))
    return not line.is_prose and len(line.words) <= SHORT_WORDS and not closes


def _may_be_lead(page: Page, below: list[int]) -> bool:
    first, second = page.lines[below[0]], page.lines[below[1]]
    if opens_with_source(first.plain) or not SHORTEST <= len(first.text) <= LEAD_LENGTH:
        return False
    parted = any(page.kinds[at] is Kind.META for at in range(below[0], below[1]))
    if parted or first.key == second.key or opens_with_source(second.plain):
        return True
    return len(first.text) <= USUAL_LENGTH and not _GOES_ON.match(second.plain)
