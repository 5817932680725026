"""Reads what a reader asks for: the head of a request in HTTP/1.1 (RFC 9112), and nothing else.

Strict on purpose: what is not plainly a request without a body is left to the newsroom's server,
which reads all of HTTP.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import unquote_to_bytes

from dabir.press.answers import Environ

END: Final = b"\r\n\r\n"
LONGEST: Final = 64 * 1024
"""Bytes that the head of a request may have."""

_LINE: Final = re.compile(rb"(GET|HEAD) (/[!-~]*) HTTP/1\.1")
_NAME: Final = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_TOLD: Final = {
    b"accept-encoding": "HTTP_ACCEPT_ENCODING",
    b"if-none-match": "HTTP_IF_NONE_MATCH",
    b"if-range": "HTTP_IF_RANGE",
    b"range": "HTTP_RANGE",
    b"host": "HTTP_HOST",
    b"connection": "HTTP_CONNECTION",
}
"""What an answer of the newsstand depends on, as WSGI calls it."""
_MORE: Final = frozenset((b"content-length", b"transfer-encoding", b"expect", b"upgrade"))
"""Signs that more follows the head."""


class Asked(NamedTuple):
    """A request without a body."""

    environ: Environ
    """What ``Server`` wants to know, as WSGI names it."""
    is_last: bool
    """Whether the connection ends with the answer."""


def read_asked(head: bytes) -> Asked | None:
    """Return the request that ``head`` (with its empty line) plainly is, else None."""
    first, *fields = head[: -len(END)].split(b"\r\n")
    ends = len(fields) + 2
    line = _LINE.fullmatch(first)
    if line is None or head.count(b"\r") != ends or head.count(b"\n") != ends or b"\0" in head:
        return None
    environ: Environ = {"REQUEST_METHOD": line[1].decode(), "PATH_INFO": _path(line[2])}
    for field in fields:
        name, colon, value = field.partition(b":")
        key = _key(name)
        if key is None or not colon:
            return None
        if key:
            said = value.strip(b" \t").decode("latin-1")
            environ[key] = f"{environ[key]}, {said}" if key in environ else said
    if "," in environ.get("HTTP_HOST", ","):
        return None
    return Asked(environ, "close" in environ.get("HTTP_CONNECTION", "").lower())


@lru_cache(maxsize=1024)
def _key(name: bytes) -> str | None:
    """Return what WSGI calls a field, "" for one that does not matter, None for one that rules a
    plain request out.
    """
    if not _NAME.fullmatch(name) or name.lower() in _MORE:
        return None
    return _TOLD.get(name.lower(), "")


@lru_cache(maxsize=32_768)
def _path(target: bytes) -> str:
    """Return the path of a request's target as WSGI's ``PATH_INFO`` has it."""
    return unquote_to_bytes(target.partition(b"?")[0]).decode("latin-1")
