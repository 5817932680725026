"""Files on their way in: which ones, and the text in each."""

import codecs
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

LARGEST: Final = 50 * 1024 * 1024
KINDS: Final = {".txt"}
PERSIAN_SHARE: Final = 0.5
"""Of the letters in old Windows text (cp1256), so many are Persian, or it is something else."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_PERSIAN: Final = re.compile(r"[\u0620-\u06d3]")


class UnreadableError(Exception):
    """A file that no story can be read from. The message says why, in plain words."""


def find_pages(sources: Iterable[Path | str]) -> Iterator[Path]:
    """Yield the files that ``sources`` name, folders walked through in the order of names.

    Hidden files and folders inside a folder are passed over.
    """
    for source in map(Path, sources):
        if source.is_dir():
            yield from _walk(source)
        else:
            yield source


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place) / name for name in sorted(files) if not name.startswith("."))


def read_file(path: Path) -> str:
    """Return the text of a page's file. Raises UnreadableError where there is none."""
    if not path.exists():
        raise UnreadableError("There is no such file or folder.")
    if path.suffix.lower() not in KINDS:
        kind = path.suffix or "without an ending"
        raise UnreadableError(f"This kind of file ({kind}) cannot be read yet, only .txt.")
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise UnreadableError(f"The file cannot be opened: {error.strerror}.") from error
    if size > LARGEST:
        raise UnreadableError(f"The file is larger than {LARGEST // 1024**2} MB.")
    return decode(data)


def decode(data: bytes) -> str:
    """Return the bytes as text: UTF-8, UTF-16 with its mark, or old Windows Persian (cp1256)."""
    text = _decode_unicode(data)
    if text is None:
        text = data.decode("cp1256", "replace")
        if not _looks_persian(text):
            raise UnreadableError("The file is neither UTF-8 nor Persian in cp1256.")
    if not text.strip():
        raise UnreadableError("The file is empty.")
    if _CONTROL.search(text):
        raise UnreadableError("The file is no text: it has control signs in it.")
    return text


def _decode_unicode(data: bytes) -> str | None:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        return None


def _looks_persian(text: str) -> bool:
    letters = len(_LETTER.findall(text))
    return letters > 0 and len(_PERSIAN.findall(text)) >= PERSIAN_SHARE * letters
