"""Many arrays in one file that is mapped, not read: it opens at once and costs what is used.

    magic, length of the table (8 bytes), table as JSON, then every part at its offset

The table names the parts, their offsets and lengths in bytes, and the file's facts. Numbers
are little-endian. A file is written whole beside its place and renamed into it.
"""

import json
import mmap
import os
import struct
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

MAGIC: Final = b"DABIRLX3"
_ALIGN: Final = 8


class ShelfError(Exception):
    """A file that is no shelf, or one of another making."""


class Shelf:
    """A mapped file of named parts."""

    def __init__(self, path: Path) -> None:
        if sys.byteorder != "little":  # pragma: no cover
            raise ShelfError("The lexicon is written for little-endian machines.")
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ShelfError(f"{path} cannot be opened: {error}") from error
        self._view = memoryview(self._map)
        if bytes(self._view[:8]) != MAGIC:
            raise ShelfError(f"{path} is no lexicon of this version of Dabir.")
        (length,) = struct.unpack("<Q", self._view[8:16])
        table = json.loads(bytes(self._view[16 : 16 + length]))
        self.facts: dict[str, Any] = table["facts"]
        self._parts: dict[str, tuple[int, int]] = table["parts"]
        self._start = _aligned(16 + length)

    @property
    def names(self) -> list[str]:
        """The names of the parts."""
        return list(self._parts)

    def bytes_of(self, name: str) -> bytes:
        """Return a copy of a part."""
        return bytes(self.part(name))

    def part(self, name: str, code: str = "B") -> Any:
        """Return a part as a memory view of items of the type ``code`` of ``struct``."""
        offset, length = self._parts[name]
        view: Any = self._view[self._start + offset : self._start + offset + length]
        return view.cast(code)


def write_shelf(path: Path, parts: Mapping[str, bytes], facts: Mapping[str, Any]) -> None:
    """Write a shelf at ``path``, whole or not at all."""
    places, at = {}, 0
    for name, part in parts.items():
        places[name] = (at, len(part))
        at = _aligned(at + len(part))
    table = json.dumps({"facts": facts, "parts": places}).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(MAGIC + struct.pack("<Q", len(table)) + table)
            file.write(bytes(_aligned(16 + len(table)) - 16 - len(table)))
            for part in parts.values():
                file.write(part)
                file.write(bytes(_aligned(len(part)) - len(part)))
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).chmod(0o644)
        Path(fresh).replace(path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGN) * _ALIGN
