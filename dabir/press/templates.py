"""Whether the templates that pages are filled into changed since a printer read them.

A printer that runs for months keeps its templates in memory. It looks at their files before each
turn, and where one is another, it reads them anew and the whole paper is printed again.
"""

import os
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from django.template import engines

from dabir.press.ledger import digest

_ENDINGS: Final = (".html", ".xml", ".txt")


class Templates:
    """The templates as one printer has them."""

    def __init__(self) -> None:
        self._seen = self._look()

    def changed(self) -> bool:
        """Say whether a file changed since the last look; if so, read the templates anew."""
        found = self._look()
        if found == self._seen:
            return False
        self._seen = found
        self._environment.cache.clear()
        return True

    @cached_property
    def _environment(self) -> Any:
        engine: Any = engines["paper"]
        return engine.env

    def _look(self) -> str:
        """Return a digest of the files' names, sizes and times."""
        return digest(
            sorted(row for place in self._environment.loader.searchpath for row in _files(place))
        )


def _files(place: str) -> Iterator[tuple[str, int, int]]:
    """Yield (name, size, time) of every template in a folder and those in it."""
    with os.scandir(place) as found:
        for each in found:
            if each.name.endswith(_ENDINGS):
                told = each.stat()
                yield each.path, told.st_size, told.st_mtime_ns
            elif each.is_dir() and each.name[0] not in "_.":
                yield from _files(each.path)
