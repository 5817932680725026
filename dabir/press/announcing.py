"""What is about to appear, so that readers' copies of the fronts are short-lived just then.

    the clock -> announce(place, moment) -> DATA/announced -> Announced(place).is_near() -> server

A minute before an announced publication copies of fronts and feeds may be kept for a second
only; when it appears, no reader holds an older front for longer. The file is written by the
clock of each machine and read once a second by each worker of its server.
"""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

FILE: Final = "announced"
"""The file in the data folder that holds the next moment."""
BEFORE: Final = 75.0
"""Seconds before the moment: a copy of a front may be shown for 70."""
AFTER: Final = 10.0
"""Seconds after it: what the press may need."""
_LOOK: Final = 1.0


def announce(place: Path, moment: datetime | None) -> None:
    """Write down when the next publication is due (None: none is), where that is news."""
    words = f"{moment.timestamp():.0f}" if moment else ""
    if _read(place) != words:
        new = place.with_name(f"{place.name}.new")
        new.write_text(words)
        new.replace(place)


def _read(place: Path | None) -> str:
    try:
        return place.read_text() if place else ""
    except (OSError, UnicodeError):
        return ""


class Announced:
    """The announced moment, as a server reads it."""

    def __init__(self, place: Path | None, clock: Callable[[], float] = time.time) -> None:
        self._place = place
        self._clock = clock
        self._looked = float("-inf")
        self._moment: float | None = None

    def is_near(self) -> bool:
        """Say whether something is about to appear, or should appear right now."""
        now = self._clock()
        if not 0 <= now - self._looked < _LOOK:
            self._looked, self._moment = now, self._look()
        moment = self._moment
        return moment is not None and moment - BEFORE <= now <= moment + AFTER

    def _look(self) -> float | None:
        """Return the moment in the file. One that is over holds until its seconds after it are."""
        words = _read(self._place)
        found = float(words) if words.isascii() and words.isdigit() else None
        before = self._moment
        is_recent = before is not None and before <= self._clock() <= before + AFTER
        return before if is_recent and (found is None or found > self._clock() + BEFORE) else found
