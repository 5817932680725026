"""Files of copy, read and written as they are: their encoding, their first mark, their line ends.

    bytes -> read() -> Copy(lines, ends, encoding, mark) -> Copy.as_bytes(mended lines) -> bytes

Copy whose encoding cannot be told is refused, for a guess would spoil it. Windows-1256, in which
old Persian copy lies about, is read when it is named: that page of codes has no «ی», so «ي» and
«ى» stand in for it there, and «ی» is written back as «ي».
"""

import codecs
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dabir.copydesk.lines import LINE_END

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WINDOWS: Final = "cp1256"
YE_READ: Final = str.maketrans("يى", "یی")
YE_WRITTEN: Final = str.maketrans("ی", "ي")


class CopyError(Exception):
    """A file of copy that cannot be read or written, and what to do about it."""

    def __init__(self, why: str, hint: str = "") -> None:
        super().__init__(why)
        self.hint = hint


@dataclass(frozen=True)
class Copy:
    """The lines of a file, and how its bytes have them.

    ``ends`` are the line ends, one a line, the last empty where the last line has none.
    """

    lines: list[str]
    ends: list[str]
    encoding: str
    mark: bytes = b""

    def as_bytes(self, lines: list[str]) -> bytes:
        """Return ``lines``, which are as many, as this file would hold them."""
        written = "".join(map("".join, zip(lines, self.ends, strict=True)))
        return self.mark + _encoded(written, self.encoding)


def read(content: bytes, encoding: str = "") -> Copy:
    """Return what a file's bytes say; without ``encoding``, as UTF-8 or as their mark says.

    >>> read("ا\\r\\nب".encode()).lines
    ['ا', 'ب']
    """
    mark, named = _mark_of(content)
    encoding = named or _known(encoding) or _guessed(content)
    try:
        written = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(encoding, error.start + len(mark)) from None
    if encoding == WINDOWS:
        written = written.translate(YE_READ)
    return _in_lines(written, encoding, mark)


def _in_lines(written: str, encoding: str, mark: bytes) -> Copy:
    lines = LINE_END.split(written)
    ends = [*LINE_END.findall(written), ""]
    if not lines[-1]:
        del lines[-1], ends[-1]
    return Copy(lines, ends, encoding, mark)


def _mark_of(content: bytes) -> tuple[bytes, str]:
    """Return the mark that a file begins with and the encoding it stands for, or nothing."""
    return next(((mark, name) for mark, name in MARKS if content.startswith(mark)), (b"", ""))


def _known(encoding: str) -> str:
    """Return Python's name of an encoding that somebody named."""
    try:
        return codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        raise CopyError(
            f"There is no encoding called {encoding}.", "Try windows-1256 or utf-16-le."
        ) from None


def _guessed(content: bytes) -> str:
    """Return UTF-8; refuse Persian in UTF-16, of whose bytes nearly every second is 6."""
    if content.count(b"\x06") * 8 < max(8, len(content)):
        return "utf-8"
    little = content[1::2].count(b"\x06") > content[::2].count(b"\x06")
    name = "utf-16-le" if little else "utf-16-be"
    raise CopyError("It is in UTF-16 without the mark that says so.", f"Add --encoding {name}.")


def _unreadable(encoding: str, at: int) -> CopyError:
    if encoding != "utf-8":
        return CopyError(f"It is not in {encoding}: byte {at:,} is none of its characters.")
    return CopyError(
        f"It is not in UTF-8: byte {at:,} is none of its characters.",
        "If it is in Windows-1256, add --encoding windows-1256.",
    )


def _encoded(text: str, encoding: str) -> bytes:
    if encoding == WINDOWS:
        text = text.translate(YE_WRITTEN)
    return text.encode(encoding)


def can_hold(copy: Copy, text: str) -> bool:
    """Tell whether a file's encoding has all the characters of ``text``."""
    try:
        _encoded(text, copy.encoding)
    except UnicodeEncodeError:
        return False
    return True


def write(place: Path, content: bytes, like: Path | None = None) -> None:
    """Put ``content`` at ``place`` in one move, with the rights of the file ``like``."""
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(like.stat().st_mode & 0o777 if like else 0o644)
        new.replace(place)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
