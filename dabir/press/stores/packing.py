"""Packed copies: text is kept as gzip and brotli alone, and unpacked for who takes neither."""

import gzip
import zlib
from typing import Final

import brotli
import deflate

GZIP: Final = 6
BROTLI: Final = 5
"""Levels: higher ones cost ten times for a tenth of the size."""
_NEAR: Final = 16
_FAR: Final = 22
"""How far back Brotli looks for what it has seen, as powers of two. A page is shorter than the
nearer one, which costs a fifth less."""
PACKED: Final = (".br", ".gz")
"""Endings of packed copies, the smaller first."""
_TEXT: Final = frozenset(("html", "xml", "txt", "svg", "json", "css", "js", "webmanifest"))


def is_text(name: str) -> bool:
    """Say whether a file of this name is kept packed; pictures and films are packed already."""
    return name.rpartition(".")[2] in _TEXT


def endings(name: str) -> tuple[str, ...]:
    """Return the endings under which the copies of a name lie; "" for one that lies as it is."""
    return PACKED if is_text(name) else ("",)


def ending_of(copy: str) -> str:
    """Return the ending of a packed copy by its name, "" for a file that lies as it is."""
    return copy[-3:] if copy.endswith(PACKED) else ""


def pack(body: bytes, ending: str) -> bytes:
    """Return a body as the copy with this ending holds it: the same bytes for the same body."""
    if ending == ".br":
        far = _NEAR if len(body) < 1 << _NEAR else _FAR
        return bytes(brotli.compress(body, quality=BROTLI, lgwin=far))
    return bytes(deflate.gzip_compress(body, GZIP)) if ending == ".gz" else body


def unpack(packed: bytes, ending: str) -> bytes | None:
    """Return the body of a copy, None where the copy is torn."""
    try:
        if ending == ".br":
            return bytes(brotli.decompress(packed))
        return gzip.decompress(packed) if ending == ".gz" else packed
    except (brotli.error, OSError, EOFError, zlib.error):
        return None
