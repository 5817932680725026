"""A folder that the paper is printed to: each file is written whole or not at all.

    bodies -> temporary files -> fsync each -> rename each -> fsync each folder -> old ones go

The temporary files of a batch are packed and written by several hands before the first is
synced, and the hands sync them side by side: the disk takes them in one go, and waits for its
own journal a few times a batch, not twice a page. No symbolic link is followed.
"""

import contextlib
import os
import secrets
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from dabir.press.stores import moving_in
from dabir.press.stores.doors import Doors
from dabir.press.stores.errors import PressError
from dabir.press.stores.names import copies_at, name_of, names_at
from dabir.press.stores.packing import endings, pack, unpack
from dabir.press.stores.store import Item, Store

TEMPORARY: Final = ".printing"
"""The folder of files that are not whole yet; the server serves nothing that begins with a dot."""
_LEFT_BEHIND: Final = 600
"""Seconds after which a temporary file belongs to no press that is still alive."""
_HANDS: Final = 8
"""Threads that pack, write and sync a batch: more than processors, for they wait for the disk."""
_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Folder(Store):
    """A folder that the paper is printed to."""

    root: Path
    durable: bool = True
    """Whether to wait for the disk. Without, a power cut may leave torn pages: for trials only."""

    def prepare(self) -> None:
        """Make the folder, and bring a paper that an older version printed to today's names."""
        try:
            (self.root / TEMPORARY).mkdir(parents=True, exist_ok=True)
            moving_in.move_in(self.root)
        except OSError as error:
            raise PressError(
                f"The press has nowhere to print: {self.root} cannot be made ({error.strerror}).",
                "Create the folder, or set DABIR_DATA to one that may be written to.",
            ) from error

    def check(self) -> None:
        """Write a file and take it away again."""
        try:
            self._write(b"x" * 4096).unlink()
        except OSError as error:
            raise PressError(
                f"The press cannot print into {self.root}: {error.strerror}.",
                "See whether the disk is full, or the folder may not be written to.",
            ) from error

    def put_many(self, items: Iterable[Item]) -> int:
        """Print pages together: all are on the disk before the first one takes its place."""
        wanted = list(items)
        written: list[tuple[Path, str]] = []
        with Doors(self.root) as doors:
            try:
                changed = sum(_side_by_side(partial(self._lay_out, doors, written), wanted))
                self._place(written, doors)
            finally:
                for temporary, _ in written:
                    temporary.unlink(missing_ok=True)
            for path, _, status in wanted:
                others = [name for other, name in names_at(path).items() if other != status]
                self._remove(others, doors)
        return changed

    def _lay_out(self, doors: Doors, written: list[tuple[Path, str]], item: Item) -> bool:
        """Write those copies of a page that are not there yet beside the paper; say if any."""
        path, body, status = item
        name = name_of(path, status)
        copies = [end for end in endings(name) if not _holds(doors, name, end, body)]
        for end in copies:
            written.append((self._write(pack(body, end)), name + end))
        return bool(copies)

    def remove(self, path: str) -> None:
        """Take whatever lies at an address out of the paper. Empty folders stay: they cost
        nothing, and another press may be about to print into one.
        """
        with Doors(self.root) as doors:
            self._remove(list(names_at(path).values()), doors)

    def has(self, path: str, status: int = 200) -> bool:
        """Say whether every copy of a page is there."""
        return all(_is_file(self.root / name) for name in copies_at(path, status))

    def names(self) -> Iterator[str]:
        """Yield the name of every file, folder by folder; of links too, for they are strays."""
        for folder, folders, files in os.walk(self.root):
            if Path(folder) == self.root:
                folders[:] = [name for name in folders if name != TEMPORARY]
                files = [name for name in files if name != moving_in.STAMP]
            within = Path(folder).relative_to(self.root)
            links = [name for name in folders if Path(folder, name).is_symlink()]
            yield from sorted((within / name).as_posix() for name in (*files, *links))

    def sweep(self) -> None:
        """Remove temporary files that no living press can still be writing."""
        for left in (self.root / TEMPORARY).glob("*"):
            with contextlib.suppress(FileNotFoundError):
                if left.lstat().st_mtime < time.time() - _LEFT_BEHIND:
                    left.unlink()

    def place(self, path: str, status: int = 200) -> Path:
        """Return the file of a page: its copy in gzip, where it is kept packed."""
        return self.root / copies_at(path, status)[-1]

    def replace(self, path: str, body: bytes, status: int = 200) -> None:
        """Print a page: ``put`` by its older name."""
        self.put(path, body, status)

    def copy(self, name: str) -> bytes | None:
        """Return a file's bytes, None where there is no ordinary file."""
        with Doors(self.root) as doors:
            return _bytes_of(doors, name)

    def _write(self, body: bytes) -> Path:
        """Write a temporary file, which is not on the disk yet; return it."""
        temporary = self.root / TEMPORARY / secrets.token_hex(12)
        try:
            with os.fdopen(os.open(temporary, _NEW_FILE, 0o644), "wb") as file:
                file.write(body)
        except FileNotFoundError:
            temporary.parent.mkdir(parents=True)
            return self._write(body)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return temporary

    def _place(self, written: list[tuple[Path, str]], doors: Doors) -> None:
        """Bring temporary files safely to the disk, then move each to its name."""
        _side_by_side(self._sync, [temporary for temporary, _ in written])
        for temporary, name in written:
            made = doors.make(name)
            if self.durable:
                for folder in made:
                    os.fsync(folder)
            os.replace(temporary, _last(name), dst_dir_fd=doors.open(name))
        _side_by_side(self._sync, list({(self.root / name).parent for _, name in written}))

    def _sync(self, place: Path) -> None:
        """Wait until a file, or the names in a folder, are on the disk."""
        if self.durable:
            found = os.open(place, os.O_RDONLY)
            try:
                os.fsync(found)
            finally:
                os.close(found)

    def _remove(self, names: list[str], doors: Doors) -> None:
        """Remove what lies under these names of one address, safely from the disk too."""
        if not names:
            return
        removed = 0
        with contextlib.suppress(FileNotFoundError):
            folder = doors.open(names[0])
            for name in names:
                for ending in endings(name):
                    with contextlib.suppress(FileNotFoundError):
                        os.unlink(_last(name) + ending, dir_fd=folder)
                        removed += 1
        if removed:
            self._sync((self.root / names[0]).parent)


def _holds(doors: Doors, name: str, ending: str, body: bytes) -> bool:
    """Say whether a copy is there already and gives this very body."""
    packed = _bytes_of(doors, name + ending)
    return packed is not None and unpack(packed, ending) == body


def _bytes_of(doors: Doors, name: str) -> bytes | None:
    """Return a file's bytes, None where there is no ordinary file."""
    try:
        found = os.open(_last(name), os.O_RDONLY | os.O_NOFOLLOW, dir_fd=doors.open(name))
        with os.fdopen(found, "rb") as file:
            return file.read()
    except OSError:
        return None


Answer = TypeVar("Answer")


def _side_by_side(deed: Callable[[Thing], Answer], things: list[Thing]) -> list[Answer]:
    """Do the same to many things with several hands; what failed is raised when all are done."""
    if len(things) < 2:
        return [deed(thing) for thing in things]
    with ThreadPoolExecutor(min(_HANDS, len(things))) as hands:
        return list(hands.map(deed, things))


def _last(name: str) -> str:
    """Return the last part of a name."""
    return name.rpartition("/")[2]


def _is_file(place: Path) -> bool:
    """Say whether there is an ordinary file, no link."""
    try:
        return stat.S_ISREG(place.lstat().st_mode)
    except OSError:
        return False
