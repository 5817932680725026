"""The stores: where the paper is printed to, behind one small interface. They know no story.

names     which name an address has, and that it is safe
packing   copies in gzip and brotli
folder    a folder on this machine
bucket    a bucket of an S3-compatible server, for several machines
"""

import os
from functools import cache
from pathlib import Path

from dabir.press.stores.errors import PressError
from dabir.press.stores.folder import Folder
from dabir.press.stores.store import Item, Store

__all__ = ["Folder", "Item", "PressError", "Store", "open_store"]


def open_store(address: str, folder: Path) -> Store:
    """Return the bucket at an address ``s3://…``, or ``folder`` where the address is empty."""
    return _bucket(address, os.getpid()) if address else Folder(folder)


@cache
def _bucket(address: str, process: int) -> Store:
    """Return the bucket at an address, one for each process: connections are not inherited."""
    try:
        from dabir.press.stores.bucket import Bucket
    except ImportError as error:
        raise PressError(
            f"A paper in a bucket needs a package that is missing: {error.name}.",
            "Install it with `make install-s3`.",
        ) from error
    return Bucket.at(address)
