"""Where the paper is printed to: a folder of files, each written whole or not at all.

    /news/912090/      -> news/912090/index.html   (+ .gz, .br)
    a withdrawn story  -> news/912090/410.html in its place
    /feed.xml          -> feed.xml

Knows no story: paths and bytes only.
"""

import contextlib
import gzip
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import brotli

COMPRESSED: Final = {".gz": 6, ".br": 5}
"""Precompressed copies and their level: higher ones cost ten times for a tenth of the size."""
_SAFE_PATH: Final = re.compile(
    r"^/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*)?\Z"
)
_TEMPORARY: Final = ".printing-"


class PressError(Exception):
    """The press cannot print; says why and, in ``hint``, what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Folder:
    """A folder that the paper is printed to."""

    root: Path

    def prepare(self) -> None:
        """Make the folder where it is missing; PressError where that cannot be."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PressError(
                f"The press has nowhere to print: {self.root} cannot be made ({error.strerror}).",
                "Create the folder, or set DABIR_DATA to one that may be written to.",
            ) from error

    def place(self, path: str, status: int = 200) -> Path:
        """Return the file of an address. PressError for a path that could leave the folder."""
        if not _SAFE_PATH.match(path) or ".." in path:
            raise PressError(f"{path!r} is no address that the press prints.")
        if path.endswith("/"):
            path += "index.html" if status == 200 else f"{status}.html"
        return self.root / path.lstrip("/")

    def read(self, path: str, status: int = 200) -> bytes | None:
        """Return what is printed at an address, None where nothing is."""
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            return self.place(path, status).read_bytes()
        return None

    def replace(self, path: str, body: bytes, status: int = 200) -> None:
        """Print ``body`` at an address: a reader gets the old page or the new one, never a part."""
        place = self.place(path, status)
        place.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(
            place.with_name(place.name + ".br"), brotli.compress(body, quality=COMPRESSED[".br"])
        )
        _write_whole(
            place.with_name(place.name + ".gz"), gzip.compress(body, COMPRESSED[".gz"], mtime=0)
        )
        _write_whole(place, body)
        _sync_folder(place.parent)
        if path.endswith("/"):
            _remove(self.place(path, 410 if status == 200 else 200))

    def remove(self, path: str) -> None:
        """Take an address out of the paper, and the folders that this leaves empty."""
        for status in (200, 410):
            _remove(self.place(path, status))
        folder = self.place(path).parent
        while folder != self.root and folder.is_relative_to(self.root):
            try:
                folder.rmdir()
            except OSError:
                return
            folder = folder.parent

    def tree(self) -> dict[str, bytes]:
        """Return every printed file by its name under the folder, compressed copies included."""
        return {
            place.relative_to(self.root).as_posix(): place.read_bytes()
            for place in sorted(self.root.rglob("*"))
            if place.is_file()
        }

    def sweep(self) -> None:
        """Remove what a press that was killed in the middle of a file left behind."""
        for place in self.root.rglob(f"{_TEMPORARY}*"):
            place.unlink(missing_ok=True)


def _write_whole(place: Path, body: bytes) -> None:
    """Write a file beside its place and move it there once it is safely on the disk."""
    temporary = place.with_name(f"{_TEMPORARY}{secrets.token_hex(8)}")
    try:
        with temporary.open("wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder as safe as the files behind them."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(place: Path) -> None:
    """Remove a file and its compressed copies: the plain one first, so that no copy outlives it."""
    for suffix in ("", *COMPRESSED):
        with contextlib.suppress(NotADirectoryError):
            place.with_name(place.name + suffix).unlink(missing_ok=True)
