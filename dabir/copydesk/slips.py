"""Slips of one letter, by how they come about at a Persian keyboard.

The layout is ISIRI 9147, as Persian keyboards have it; the letters of one sound are those
that Persian writers confuse (ا and ع, ت and ط, ث س ص, ح and ه, ذ ز ض ظ, ق and غ).
"""

from enum import Enum
from itertools import pairwise
from typing import Final

ROWS: Final = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")
SOUNDS: Final = ("اآعء", "تط", "ثسص", "حه", "ذزضظ", "قغ")


class Slip(Enum):
    """How the written word came from the right one."""

    REPEATED = "repeated"
    """A letter typed twice: «میلیاارد»."""
    ADDED_NEAR = "added near"
    """A key beside a letter's own was hit with it."""
    ADDED = "added"
    DROPPED = "dropped"
    DROPPED_TWIN = "dropped twin"
    """One of two like letters is missing: «ممتاز» as «متاز»."""
    SWAPPED = "swapped"
    MADDA = "madda"
    """«ا» where «آ» is meant: it takes one key more."""
    SOUND = "sound"
    """A letter of the same sound."""
    NEAR = "near"
    """The key beside."""
    OTHER = "other"


def _beside() -> dict[str, frozenset[str]]:
    near: dict[str, set[str]] = {}
    for row in ROWS:
        for one, other in pairwise(row):
            near.setdefault(one, set()).add(other)
            near.setdefault(other, set()).add(one)
    return {letter: frozenset(others) for letter, others in near.items()}


BESIDE: Final = _beside()
"""The keys beside each key of a row."""
ALIKE: Final = {letter: frozenset(group) - {letter} for group in SOUNDS for letter in group}
"""The letters that sound like each letter."""
NONE: Final[frozenset[str]] = frozenset()


def slip(written: str, right: str) -> Slip | None:
    """Return how ``written`` came from ``right``, or ``None`` if not by one slip."""
    i, end = 0, min(len(written), len(right))
    while i < end and written[i] == right[i]:
        i += 1
    match len(written) - len(right):
        case 0:
            return _changed(written, right, i)
        case 1 if written[i + 1 :] == right[i:]:
            return _added(written, i)
        case -1 if written[i:] == right[i + 1 :]:
            twin = i > 0 and right[i] == right[i - 1]
            return Slip.DROPPED_TWIN if twin else Slip.DROPPED
    return None


def _changed(written: str, right: str, i: int) -> Slip | None:
    if i == len(written):
        return None
    if written[i + 1 :] == right[i + 1 :]:
        if (written[i], right[i]) == ("ا", "آ"):
            return Slip.MADDA
        if right[i] in ALIKE.get(written[i], NONE):
            return Slip.SOUND
        return Slip.NEAR if right[i] in BESIDE.get(written[i], NONE) else Slip.OTHER
    swapped = written[i : i + 2] == right[i : i + 2][::-1]
    return Slip.SWAPPED if swapped and written[i + 2 :] == right[i + 2 :] else None


def _added(written: str, i: int) -> Slip:
    if i > 0 and written[i] == written[i - 1]:
        return Slip.REPEATED
    near = BESIDE.get(written[i], NONE)
    neighbours = written[max(0, i - 1) : i] + written[i + 1 : i + 2]
    return Slip.ADDED_NEAR if any(letter in near for letter in neighbours) else Slip.ADDED
