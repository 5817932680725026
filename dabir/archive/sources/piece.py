"""A piece of a source, and what came of reading it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dabir.archive.importers import PageRecord

LARGEST: Final = 16 * 1024 * 1024
"""No page of a paper has more bytes than this; unpacked ones neither."""


class Form(StrEnum):
    """How a piece tells its story."""

    TEXT = "text"
    HTML = "html"
    WORDPRESS = "wordpress"
    """A post of an export, as JSON."""
    FEED = "feed"
    """An entry of a feed, as JSON."""
    RECORD = "record"
    """A line of JSON Lines."""


class UnreadableError(Exception):
    """What no story can be read from. The message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One page, post, entry or line.

    ``place`` is how the archive knows it again: a file's path, an address, or a file's path
    with ``#`` and the story's code or the line's number. ``address`` is where readers found
    it. Its pictures may lie in ``folder``, anywhere under ``root``, or in the web archive
    ``archive``. ``read`` counts the source's bytes up to here.
    A piece with a ``trouble`` has no story, and says why.
    """

    place: str
    form: Form = Form.TEXT
    data: bytes = b""
    address: str = ""
    charset: str = ""
    folder: str = ""
    root: str = ""
    archive: str = ""
    trouble: str = ""
    read: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a piece says: the record read from it, or why there is none.

    ``packed`` is its text as the archive keeps it.
    """

    piece: Piece
    packed: bytes = b""
    record: PageRecord | None = None
    why: str = ""
    seconds: float = 0.0
