"""What a server lends itself from a bucket: in memory, and in a folder for when S3 is away.

    asked again within 3 s    memory
    within 30 s               memory, and one look at the bucket behind the reader's back
    later, or never before    one look at the bucket (a tag that is the same costs no body)
    the bucket is away        the last copy, from memory or from the folder; asked again in 3 s

So several machines serve one paper, each reprint shows within seconds, and readers see no
error while S3 is away: what was read here before is still read.
"""

import logging
import os
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from botocore.exceptions import BotoCoreError, ClientError

from dabir.press.memory import Describe, Kept, kept_large, kept_whole
from dabir.press.stores.bucket import ABSENT, Place

Shelves = Callable[[Describe, int], "Borrowed"]

log = logging.getLogger("dabir.press")

FRESH: Final = 3.0
"""Seconds for which nobody asks the bucket again."""
SHOWN: Final = 30.0
"""Seconds after which a reader waits for the look at the bucket."""
_LONGEST: Final = 300
"""Characters of a name; S3 refuses keys of more than 1,024 bytes."""
_MEMORY: Final = 128_000_000
_FOLDER: Final = 2_000_000_000
"""Bytes of copies in the folder; the ones that were fetched first go first."""
_NAMES: Final = 100_000
"""Names to remember, those of nothing included."""
_MANY: Final = 1_000
"""Copies written between two looks at the folder's size."""


@dataclass(frozen=True, slots=True)
class Lent:
    """What the bucket had under a name, and when that was looked up."""

    kept: Kept | None
    looked: float


class Borrowed:
    """The files of a bucket as a shelf."""

    def __init__(self, place: Place, within: str, folder: Path, describe: Describe, large: int):
        """``within`` is the part of the bucket, such as ``media/``."""
        self._bucket = place.bucket
        self._start = place.prefix + within
        self._client = place.client(wait=3, tries=1)
        self._folder = folder
        self._describe = describe
        self._large = large
        self._lent: OrderedDict[str, Lent] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()
        self._asked: set[str] = set()
        self._behind = ThreadPoolExecutor(4, thread_name_prefix="borrowing")
        self._away_until = 0.0
        self._written = 0

    def get(self, name: str) -> Kept | None:
        """Return a file, None where the bucket has none."""
        if len(name) > _LONGEST:
            return None
        lent = self._lent.get(name)
        now = time.monotonic()
        if lent is not None and now - lent.looked < FRESH:
            return lent.kept
        if now < self._away_until:
            return lent.kept if lent else self._from_folder(name)
        if lent is not None and lent.kept is not None and now - lent.looked < SHOWN:
            self._look_behind(name)
            return lent.kept
        return self._look(name)

    def part(self, name: str, first: int, last: int) -> Iterator[bytes]:
        """Yield a part of a large file, straight from the bucket."""
        found = self._client.get_object(
            Bucket=self._bucket, Key=self._start + name, Range=f"bytes={first}-{last}"
        )
        yield from found["Body"].iter_chunks(256 * 1024)

    def _look_behind(self, name: str) -> None:
        """Look at the bucket once, while readers have the last copy."""
        with self._lock:
            if name in self._asked:
                return
            self._asked.add(name)
        self._behind.submit(self._look_once, name)

    def _look_once(self, name: str) -> None:
        try:
            self._look(name)
        finally:
            self._asked.discard(name)

    def _look(self, name: str) -> Kept | None:
        """Ask the bucket; where it is away, return the last copy."""
        lent = self._lent.get(name)
        try:
            kept = self._fetch(name, lent.kept if lent else None)
        except (BotoCoreError, ClientError, OSError) as error:
            self._away_until = time.monotonic() + FRESH
            log.warning("The bucket is away, readers get the last copies: %s", error)
            return lent.kept if lent else self._from_folder(name)
        self._remember(name, kept)
        return kept

    def _fetch(self, name: str, known: Kept | None) -> Kept | None:
        """Return what the bucket has: ``known`` itself where that is the same."""
        asked: dict[str, Any] = {"IfNoneMatch": known.stamp[0]} if known else {}
        try:
            found = self._client.get_object(Bucket=self._bucket, Key=self._start + name, **asked)
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if known and code in {"304", "NotModified"}:
                return known
            if code in ABSENT or error.response["ResponseMetadata"]["HTTPStatusCode"] == 400:
                self._place(name).unlink(missing_ok=True)
                return None
            raise
        stamp, size = (found["ETag"],), found["ContentLength"]
        said, changed = self._describe(name), found["LastModified"].timestamp()
        if size > self._large:
            found["Body"].close()
            return kept_large(stamp, size, said, changed)
        body = found["Body"].read()
        self._write(name, body)
        return kept_whole(stamp, body, said, changed)

    def _remember(self, name: str, kept: Kept | None) -> None:
        with self._lock:
            self._forget(self._lent.pop(name, None))
            self._lent[name] = Lent(kept, time.monotonic())
            self._size += len(kept.body or b"") if kept else 0
            while self._size > _MEMORY or len(self._lent) > _NAMES:
                self._forget(self._lent.popitem(last=False)[1])

    def _forget(self, lent: Lent | None) -> None:
        if lent is not None and lent.kept is not None:
            self._size -= len(lent.kept.body or b"")

    # The folder ------------------------------------------------------------------------

    def _place(self, name: str) -> Path:
        """Return where a copy lies: names are those of routes, and leave no folder."""
        return self._folder / f"{name}.copy"

    def _from_folder(self, name: str) -> Kept | None:
        """Return the copy that was fetched last, perhaps before this process began."""
        try:
            body, changed = self._place(name).read_bytes(), self._place(name).stat().st_mtime
        except (OSError, ValueError):
            return None
        return kept_whole(("",), body, self._describe(name), changed)

    def _write(self, name: str, body: bytes) -> None:
        """Keep a copy for when the bucket is away; without room for it, readers have the rest."""
        place = self._place(name)
        temporary = self._folder / f".{secrets.token_hex(8)}"
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(body)
            temporary.replace(place)
        except (OSError, ValueError):
            temporary.unlink(missing_ok=True)
            return
        self._written += 1
        if self._written % _MANY == 0:
            self._behind.submit(make_room, self._folder, _FOLDER)


def borrow(address: str, folder: Path) -> tuple[Shelves, Shelves]:
    """Return what makes the shelves of printed pages and of uploaded files of a bucket."""
    place = Place.at(address)
    return (
        partial(Borrowed, place, "", folder / "paper"),
        partial(Borrowed, place, "media/", folder / "media"),
    )


def make_room(folder: Path, limit: int) -> None:
    """Remove the copies that were fetched first until a fifth of the limit is free."""
    copies = []
    for within, _, names in os.walk(folder):
        for name in names:
            place = Path(within, name)
            try:
                found = place.stat()
            except OSError:
                continue
            copies.append((found.st_mtime, found.st_size, place))
    size = sum(each for _, each, _ in copies)
    if size <= limit:
        return
    for _, each, place in sorted(copies):
        place.unlink(missing_ok=True)
        size -= each
        if size <= limit * 0.8:
            return
