"""Packed bytes, unpacked to no more than a limit: a small file may hold gigabytes of zeros."""

import gzip
import io
import zlib
from pathlib import Path
from typing import IO, Final, cast

from dabir.archive.sources.piece import LARGEST, UnreadableError

MAGIC: Final = b"\x1f\x8b"
TOO_LARGE: Final = "It unpacks to more than {} MB; no page of a paper does."
BROKEN: Final = "It is packed with gzip, and broken: {}"


def opened(path: Path, raw: IO[bytes]) -> IO[bytes]:
    """Return what a file holds, unpacked where its name ends with ``.gz``."""
    return cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if path.suffix.lower() == ".gz" else raw


def unpack(data: bytes, limit: int = LARGEST) -> bytes:
    """Return what gzip packed. Raises UnreadableError above the limit, or where it is broken."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return read_within(cast("IO[bytes]", file), limit)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(BROKEN.format(error)) from error


def read_within(file: IO[bytes], limit: int = LARGEST) -> bytes:
    """Return all that a file holds. Raises UnreadableError above the limit."""
    data = file.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(TOO_LARGE.format(limit // 1024**2))
    return data
