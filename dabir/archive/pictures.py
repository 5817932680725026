"""Pictures that lie beside a page: found, looked at, and taken into the newsroom.

Nothing is fetched. A picture whose file is not there keeps its address and its caption in
``Original.pictures``, so that a later import with the files takes it.
"""

import hashlib
import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import unquote, urljoin, urlsplit

from django.core.files.images import ImageFile
from PIL import Image

from dabir.archive.bodies import Taken
from dabir.archive.importers import PageRecord
from dabir.archive.importers.record import PictureTold
from dabir.archive.sources.piece import Piece
from dabir.archive.sources.warc import find_pictures, read_picture
from dabir.newsroom.models import Picture

LARGEST: Final = 40 * 1024 * 1024
MOST_PIXELS: Final = 100_000_000
FORMATS: Final = {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp", "AVIF": ".avif"}
_UP: Final = 6
"""So many folders above a page's are looked through for its mirror's root."""


class Shelf(Protocol):
    """Where the pictures of a page may lie."""

    def find(self, picture: PictureTold) -> bytes | None:
        """Return the bytes of a picture; None where it is not there."""


class FolderShelf:
    """The folder of a saved page: names beside it, or a mirror's ``host/path``."""

    def __init__(self, folder: str, root: str, address: str = "") -> None:
        self.folder, self.root, self.address = Path(folder), Path(root or folder), address

    def find(self, picture: PictureTold) -> bytes | None:
        for place in self._places(picture):
            file = place.resolve()
            if file.is_relative_to(self.root.resolve()) and file.is_file():
                return file.read_bytes() if file.stat().st_size <= LARGEST else None
        return None

    def _places(self, picture: PictureTold) -> Iterator[Path]:
        if picture.file:
            yield self.folder / picture.file
        parts = urlsplit(picture.address)
        path = unquote(parts.path)
        if not path or "\x00" in path:
            return
        if not parts.netloc and not path.startswith("/"):
            yield self.folder / path
        host = parts.netloc or urlsplit(self.address).netloc
        for above in [self.folder, *self.folder.parents][:_UP]:
            yield above / host / path.lstrip("/")
            yield above / path.lstrip("/")


class ArchiveShelf:
    """The web archive that a page stands in."""

    def __init__(self, archive: str, address: str) -> None:
        self.archive, self.address = archive, address

    def find(self, picture: PictureTold) -> bytes | None:
        address = urljoin(self.address, picture.address)
        offset = pictures_in(self.archive).get(address)
        return None if offset is None else read_picture(Path(self.archive), offset)


@lru_cache(maxsize=1)
def pictures_in(archive: str) -> dict[str, int]:
    """Return the pictures in a web archive: address -> where its record begins."""
    return dict(find_pictures(Path(archive)))


def shelf_of(piece: Piece) -> Shelf | None:
    """Return where a piece's pictures may lie."""
    if piece.archive:
        return ArchiveShelf(piece.archive, piece.address)
    return FolderShelf(piece.folder, piece.root, piece.address) if piece.folder else None


class Beside:
    """The pictures of one page on their way in."""

    def __init__(self, shelf: Shelf | None) -> None:
        self._shelf = shelf
        self.taken: Taken = {}
        self.missing = 0

    def take(self, record: PageRecord) -> list[dict[str, Any]]:
        """Take the pictures of a record that lie beside it; return all, as they are noted."""
        told = [block.picture for block in record.blocks if block.picture]
        told = [record.picture, *told] if record.picture else told
        noted = []
        for picture in told:
            number = self.taken.get(picture.address) or self._take(picture)
            if number:
                self.taken[picture.address] = number
            else:
                self.missing += 1
            noted.append({"address": picture.address, "caption": picture.caption, "taken": number})
        return noted

    def _take(self, picture: PictureTold) -> int | None:
        data = self._shelf.find(picture) if self._shelf else None
        ending = _ending(data) if data else ""
        return _save(picture, data, ending) if data and ending else None


def _ending(data: bytes) -> str:
    """Return the ending that fits a picture's bytes; empty for what is no picture of ours."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            fits = width * height <= MOST_PIXELS
            return FORMATS.get(image.format or "", "") if fits else ""
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""


def _save(picture: PictureTold, data: bytes, ending: str) -> int:
    """Save a picture, or find the one with these very bytes; return its number."""
    seen = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    known = Picture.objects.filter(file_hash=seen).values_list("pk", flat=True).first()
    if known:
        return int(known)
    name = f"{seen[:16]}{ending}"
    made = Picture(
        title=(picture.caption or picture.alt or name)[:255],
        file=ImageFile(io.BytesIO(data), name=name),
        file_hash=seen,
        file_size=len(data),
        alt=picture.alt[:300],
        credit=picture.credit[:120],
    )
    made.save()
    return int(made.pk)
