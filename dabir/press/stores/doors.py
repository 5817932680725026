"""The folders of a batch: each opened once, and step by step, so that no link is followed."""

import contextlib
import os
import threading
from pathlib import Path
from types import TracebackType
from typing import Final

_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


class Doors:
    """Open folders under a root, by the names of files in them; closed in the end.

    Several threads may ask at once.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._open: dict[str, int] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> "Doors":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for folder in self._open.values():
            os.close(folder)

    def open(self, name: str) -> int:
        """Return the folder of the file ``name``; OSError where there is none, or a link."""
        with self._lock:
            return self._find(name.rpartition("/")[0])

    def make(self, name: str) -> list[int]:
        """Make the folders of a file where they are missing; return those that got a new name."""
        grown = []
        with self._lock:
            for part in _steps(name.rpartition("/")[0]):
                within, _, last = part.rpartition("/")
                if part not in self._open:
                    folder = self._find(within)
                    with contextlib.suppress(FileExistsError):
                        os.mkdir(last, dir_fd=folder)
                        grown.append(folder)
        return grown

    def _find(self, place: str) -> int:
        if place not in self._open:
            self._open[place] = self._enter(place)
        return self._open[place]

    def _enter(self, place: str) -> int:
        if not place:
            return os.open(self._root, os.O_RDONLY | os.O_DIRECTORY)
        within, _, last = place.rpartition("/")
        return os.open(last, _FOLDER, dir_fd=self._find(within))


def _steps(place: str) -> list[str]:
    """Return a folder and all above it, the uppermost first: «a/b» gives «a», «a/b»."""
    parts = place.split("/") if place else []
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]
