"""JSON Lines: one story a line, as ``dabir import --dry-run --json`` prints them.

The least is ``{"code": 1, "headline": "…", "body": ["…"]}``.
"""

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

from dabir.archive.sources.packed import opened
from dabir.archive.sources.piece import LARGEST, Form, Piece

TOO_LONG: Final = "Line {} is longer than {} MB."
BREAKS_OFF: Final = "The file breaks off after {} lines: {}"


def open_lines(path: Path) -> Iterator[Piece]:
    """Yield the lines of a file, packed or not; one that is too long is refused by itself."""
    place = str(path.resolve())
    with path.open("rb") as raw:
        file = opened(path, raw)
        number = 0
        try:
            for number, line in enumerate(_lines(file), start=1):
                if line is None:
                    trouble = TOO_LONG.format(number, LARGEST // 1024**2)
                    yield Piece(f"{place}#{number}", trouble=trouble, read=raw.tell())
                elif line.strip():
                    name = f"{place}#{_name(line, number)}"
                    folder = str(path.resolve().parent)
                    yield Piece(name, Form.RECORD, line, folder=folder, read=raw.tell())
        except (OSError, EOFError, zlib.error) as error:
            yield Piece(place, trouble=BREAKS_OFF.format(number, error))


def _lines(file: IO[bytes]) -> Iterator[bytes | None]:
    """Yield lines; None for one above the limit, whose rest is passed over."""
    while line := file.readline(LARGEST + 1):
        if len(line) <= LARGEST:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LARGEST)
        yield None


def _name(line: bytes, number: int) -> str:
    """Return what a line is known by: the story's code, or else the line's number."""
    try:
        told: Any = json.loads(line)
    except (ValueError, RecursionError):
        return f"{number}"
    code = told.get("code") if isinstance(told, dict) else None
    return f"code-{code}" if isinstance(code, int | str) and code else f"{number}"
