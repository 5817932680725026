"""Files on their way in: which ones, and what kind of source each is."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from dabir.archive.sources import feeds, json_lines, packed, warc, wordpress
from dabir.archive.sources.piece import LARGEST, Form, Piece, UnreadableError

TEXTS: Final = {".txt", ".text"}
PAGES: Final = {".html", ".htm", ".xhtml", ".shtml", ".php", ".aspx", ".asp", ".jsp"}
LINES: Final = {".jsonl", ".ndjson"}
WEB_ARCHIVES: Final = {".warc"}
MARKUP: Final = {".xml", ".rss", ".atom", ".wxr", ".rdf"}
BESIDE: Final = frozenset(
    """.jpg .jpeg .png .gif .webp .avif .svg .ico .bmp .tif .tiff .css .js .map .woff .woff2 .ttf
    .eot .mp3 .mp4 .webm .ogg .pdf .json .cdx .cdxj""".split()
)
"""What lies beside pages in a saved folder and is none: passed over there without a word."""
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|div)\b", re.IGNORECASE)
_HEAD: Final = 4096

NO_FILE: Final = "There is no such file or folder."
NO_KIND: Final = (
    "This kind of file ({}) cannot be read. What can: .txt, .html, .warc, .xml of WordPress or"
    " a feed, .jsonl, each also packed as .gz."
)
TOO_LARGE: Final = "The page is larger than {} MB."


def find_files(sources: Iterable[Path | str]) -> Iterator[Path]:
    """Yield the files that ``sources`` name, folders walked through in the order of names.

    Hidden files and folders inside a folder are passed over, and what lies beside pages.
    """
    for source in map(Path, sources):
        if source.is_dir():
            yield from _walk(source)
        else:
            yield source


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() not in BESIDE:
                yield Path(place) / name


def size_of(path: Path) -> int:
    """Return a file's size in bytes, 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def open_source(path: Path, root: Path | None = None) -> Iterator[Piece]:
    """Yield the pieces of one file; where it cannot be read, one that says why.

    ``root`` is the folder that holds it and its pictures; the file's own if none is given.
    """
    try:
        for piece in _open(path):
            yield replace(piece, root=str(root.resolve())) if root and piece.folder else piece
    except UnreadableError as error:
        yield Piece(str(path), trouble=str(error))
    except OSError as error:
        yield Piece(str(path), trouble=f"The file cannot be opened: {error.strerror or error}.")


def _open(path: Path) -> Iterator[Piece]:
    if not path.exists():
        raise UnreadableError(NO_FILE)
    kind = _kind(path)
    if kind in WEB_ARCHIVES:
        return warc.open_archive(path)
    if kind in LINES:
        return json_lines.open_lines(path)
    if kind in MARKUP:
        return _open_markup(path)
    if kind in TEXTS | PAGES or not kind:
        return _open_page(path, kind)
    raise UnreadableError(NO_KIND.format(path.suffix or "without an ending"))


def _kind(path: Path) -> str:
    """Return a file's ending in small letters; of a packed one that of what is packed."""
    name = Path(path.name.lower())
    return Path(name.stem).suffix if name.suffix == ".gz" else name.suffix


def _open_page(path: Path, kind: str) -> Iterator[Piece]:
    data = read_page(path)
    is_html = _HTML.search(data[:_HEAD].replace(b"\x00", b"")) is not None
    if not kind and not is_html:
        raise UnreadableError(NO_KIND.format("without an ending"))
    form = Form.HTML if kind in PAGES or is_html else Form.TEXT
    yield Piece(
        str(path.resolve()), form, data, folder=str(path.resolve().parent), read=size_of(path)
    )


def read_page(path: Path) -> bytes:
    """Return the bytes of a page's file, unpacked. Raises UnreadableError where it is too large."""
    if size_of(path) > LARGEST:
        raise UnreadableError(TOO_LARGE.format(LARGEST // 1024**2))
    data = path.read_bytes()
    return packed.unpack(data) if data.startswith(packed.MAGIC) else data


def _open_markup(path: Path) -> Iterator[Piece]:
    """Open a file of XML: an export of WordPress, or a feed."""
    with path.open("rb") as raw, packed.opened(path, raw) as file:
        head = file.read(64 * 1024)
    if b"wordpress.org/export" in head:
        return wordpress.open_export(path)
    return feeds.open_feed(path)
