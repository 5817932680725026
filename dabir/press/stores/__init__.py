"""The stores: where the paper is printed to, behind one small interface. They know no story.

names     which name an address has, and that it is safe
packing   copies in gzip and brotli
folder    a folder on this machine
bucket    a bucket of an S3-compatible server, for several machines
"""

from pathlib import Path

from dabir.press.stores.errors import PressError
from dabir.press.stores.folder import Folder
from dabir.press.stores.store import Item, Store

__all__ = ["Folder", "Item", "PressError", "Store", "open_store"]


def open_store(address: str, folder: Path) -> Store:
    """Return the bucket at an address ``s3://…``, or ``folder`` where the address is empty."""
    if not address:
        return Folder(folder)
    from dabir.press.stores.bucket import Bucket  # boto3 is installed for who asked for it

    return Bucket.at(address)
