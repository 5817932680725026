"""Web archives (WARC): every page that answered well, and the pictures beside them.

A page is known by its address, so a later visit to the same page is a newer page of the
same story. What breaks off in the middle is read as far as it goes.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

from warcio.archiveiterator import ArchiveIterator

from dabir.archive.sources.packed import read_within
from dabir.archive.sources.piece import Form, Piece, UnreadableError

BREAKS_OFF: Final = "The web archive breaks off after {} records: {}"
NO_RECORD: Final = "There is no record of a web archive in it."
_PAGES: Final = ("text/html", "application/xhtml")
_TEXTS: Final = ("text/plain",)


def open_archive(path: Path) -> Iterator[Piece]:
    """Yield the pages of a web archive."""
    with path.open("rb") as file:
        count = 0
        try:
            for record in ArchiveIterator(file):
                count += record.rec_type is not None
                if piece := _piece(record, file):
                    yield piece
        except Exception as error:
            # warcio raises whatever the broken bytes lead to: its own, zlib's, ValueError …
            yield Piece(
                str(path.resolve()), trouble=BREAKS_OFF.format(count, error or type(error).__name__)
            )
        else:
            if not count:
                yield Piece(str(path.resolve()), trouble=NO_RECORD)


def _piece(record: Any, file: BinaryIO) -> Piece | None:
    """Return the page that a record holds; None for whatever else it is."""
    address = _address(record)
    form = _form(record)
    if form is None or not address.startswith("http"):
        return None
    charset = _header(record, "Content-Type").partition("charset=")[2].strip(" \"'")
    try:
        data = read_within(record.content_stream())
    except UnreadableError as error:
        return Piece(address, trouble=str(error), address=address, read=file.tell())
    if not data.strip():
        return None
    return Piece(address, form, data, address, charset, archive=file.name, read=file.tell())


def _form(record: Any) -> Form | None:
    """Return in what form a record holds a page; None for a picture, a redirect, an error."""
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
    elif record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return None
        kind = _header(record, "Content-Type")
    else:
        return None
    if kind.lower().startswith(_PAGES):
        return Form.HTML
    return Form.TEXT if kind.lower().startswith(_TEXTS) and "robots" not in kind else None


def _header(record: Any, name: str) -> str:
    return (record.http_headers.get_header(name) if record.http_headers else "") or ""


def find_pictures(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the address of each picture in an archive, and where its record begins."""
    with path.open("rb") as file:
        records = ArchiveIterator(file)
        try:
            for record in records:
                if _is_picture(record):
                    yield _address(record), records.get_record_offset()
        except Exception:
            # The pages were read as far as the archive goes, and so are its pictures.
            return


def read_picture(path: Path, offset: int) -> bytes | None:
    """Return the picture of the record that begins at ``offset``; None where it is too large."""
    with path.open("rb") as file:
        file.seek(offset)
        try:
            return read_within(next(iter(ArchiveIterator(file))).content_stream())
        except Exception:
            return None


def _is_picture(record: Any) -> bool:
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
    elif record.rec_type == "response" and record.http_headers is not None:
        kind = _header(record, "Content-Type")
        if record.http_headers.get_statuscode() != "200":
            return False
    else:
        return False
    return kind.lower().startswith("image/")


def _address(record: Any) -> str:
    return record.rec_headers.get_header("WARC-Target-URI") or ""
