"""Where back issues come from: files, folders and archives in, pieces out.

    find_files() -> open_source() -> Piece, Piece, …    one for each page, post, entry or line
    read_piece()                                        Piece -> Outcome, in any process

A piece is a page's bytes with where it stood and in what form. Reading one needs no
database and no network, so many are read at once in processes of their own.
"""

from dabir.archive.sources.files import find_files, open_source, size_of
from dabir.archive.sources.forms import read_form
from dabir.archive.sources.piece import Form, Outcome, Piece, UnreadableError
from dabir.archive.sources.reading import read_piece, read_pieces

__all__ = [
    "Form",
    "Outcome",
    "Piece",
    "UnreadableError",
    "find_files",
    "open_source",
    "read_form",
    "read_piece",
    "read_pieces",
    "size_of",
]
