"""Reads pieces: bytes into text, text into a record. Nothing that is in them stops it."""

import time
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import brotli

from dabir.archive.importers import NoStory, PageRecord
from dabir.archive.sources.encodings import Decoded, decode
from dabir.archive.sources.forms import read_form
from dabir.archive.sources.piece import Outcome, Piece, UnreadableError

FAULT: Final = "The importer itself failed on it: {}: {}. Please report this page."
PACKING: Final = 5
"""Brotli's effort: a page of 250 KB takes 4 ms and a tenth of its room."""


def read_pieces(pieces: Iterable[Piece]) -> list[Outcome]:
    """Return what each piece says."""
    return [read_piece(piece) for piece in pieces]


def read_piece(piece: Piece) -> Outcome:
    """Return what one piece says, or why it says no story; the seconds are processor time."""
    started = time.process_time()
    if piece.trouble:
        return Outcome(piece, why=piece.trouble)
    record, text, why = _read(piece)
    seconds = time.process_time() - started
    return Outcome(piece, pack(text) if record else b"", record, why, seconds)


def _read(piece: Piece) -> tuple[PageRecord | None, str, str]:
    try:
        decoded = decode(piece.data, piece.charset)
        record = read_form(piece.form, decoded.text, piece.address)
        return _remarked(record, decoded), decoded.text, ""
    except (UnreadableError, NoStory) as error:
        return None, "", str(error)
    except Exception as error:
        # A page that the importer cannot bear must not stop a million others.
        return None, "", FAULT.format(type(error).__name__, error)


def pack(text: str) -> bytes:
    """Return a text packed as the archive keeps it."""
    packed: bytes = brotli.compress(text.encode("utf-8", "surrogatepass"), quality=PACKING)
    return packed


def _remarked(record: PageRecord, decoded: Decoded) -> PageRecord:
    if not decoded.remark:
        return record
    return replace(record, unsure=(*record.unsure, decoded.remark))
