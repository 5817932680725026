"""The files that readers ask for, kept in memory and kept true by a look at each file's stat."""

import os
import stat
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from email.utils import formatdate
from hashlib import blake2b
from pathlib import Path
from typing import Final, Protocol

from dabir.press.headings import HURRIED, SHORT, Headers

LARGE: Final = 1_000_000
"""Files above this many bytes are read at each request, not kept in memory."""
_MEMORY: Final = 128_000_000
"""How many bytes of files one worker keeps in memory."""

Describe = Callable[[str], Headers]
"""Gives the headers that a file has by its name alone, packed copies included."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was when it was last looked at, with all that is said of it."""

    stamp: tuple[object, ...]
    """What tells that the file is another now."""
    body: bytes | None
    """None for a large one."""
    size: int
    changed: float
    etag: str
    headers: Headers
    """Of an answer with the whole file."""
    hurried: Headers
    """The same while something that was announced is about to appear."""


class Shelf(Protocol):
    """Where the server finds files: a folder, or what it borrowed from a bucket."""

    def get(self, name: str) -> Kept | None:
        """Return a file by its name, None where there is none."""

    def part(self, name: str, first: int, last: int) -> Iterable[bytes]:
        """Return the bytes from ``first`` to ``last`` of a large file."""


def kept_whole(stamp: tuple[object, ...], body: bytes, said: Headers, changed: float) -> Kept:
    """Return a small file with its headers; its tag is made of its bytes."""
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    return _kept(stamp, body, len(body), etag, said, changed)


def kept_large(stamp: tuple[object, ...], size: int, said: Headers, changed: float) -> Kept:
    """Return a large file with its headers; its tag is made of what tells that it changed."""
    etag = f'"{blake2b(repr(stamp).encode(), digest_size=12).hexdigest()}"'
    return _kept(stamp, None, size, etag, said, changed)


def _kept(
    stamp: tuple[object, ...],
    body: bytes | None,
    size: int,
    etag: str,
    said: Headers,
    changed: float,
) -> Kept:
    headers = [
        *said,
        ("ETag", etag),
        ("Last-Modified", formatdate(changed, usegmt=True)),
        ("Content-Length", str(size)),
    ]
    hurried = [(name, HURRIED if value == SHORT else value) for name, value in headers]
    return Kept(stamp, body, size, changed, etag, headers, hurried)


class Memory:
    """Bytes of the files of a folder that were served last."""

    def __init__(
        self, root: Path, describe: Describe, large: int = LARGE, limit: int = _MEMORY
    ) -> None:
        self._root = os.path.realpath(root)
        self._describe = describe
        self._large = large
        self._limit = limit
        self._size = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, name: str) -> Kept | None:
        """Return a file, None where there is no ordinary file (no link either)."""
        place = f"{self._root}/{name}"
        try:
            found = os.lstat(place)
        except (OSError, ValueError):
            return None
        kept = self._kept.get(name)
        stamp = (found.st_ino, found.st_mtime_ns, found.st_size)
        if kept is not None and kept.stamp == stamp:
            return kept
        if not stat.S_ISREG(found.st_mode) or os.path.realpath(place) != place:
            return None
        return self._read(name, place)

    def part(self, name: str, first: int, last: int) -> Iterator[bytes]:
        """Yield a part of a large file."""
        with Path(self._root, name).open("rb") as file:
            file.seek(first)
            left = last - first + 1
            while left > 0 and (chunk := file.read(min(left, 256 * 1024))):
                left -= len(chunk)
                yield chunk

    def _read(self, name: str, place: str) -> Kept | None:
        """Read a file. Its stat is that of the very file that is read, so a tag fits its body."""
        try:
            with Path(place).open("rb") as file:
                found = os.fstat(file.fileno())
                stamp = (found.st_ino, found.st_mtime_ns, found.st_size)
                said, changed = self._describe(name), found.st_mtime
                if found.st_size > self._large:
                    return kept_large(stamp, found.st_size, said, changed)
                kept = kept_whole(stamp, file.read(), said, changed)
        except OSError:
            return None
        self._keep(name, kept)
        return kept

    def _keep(self, name: str, kept: Kept) -> None:
        with self._lock:
            before = self._kept.pop(name, None)
            self._size += kept.size - (before.size if before else 0)
            self._kept[name] = kept
            while self._size > self._limit:
                _, oldest = self._kept.popitem(last=False)
                self._size -= oldest.size
