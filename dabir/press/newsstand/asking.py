"""Reads what a reader asks for: the head of a request in HTTP/1.1 (RFC 9112), and nothing else.

Strict on purpose: what is not plainly a request without a body is left to the newsroom's server,
which reads all of HTTP.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote_to_bytes

from dabir.press.answers import Environ

END: Final = b"\r\n\r\n"
LONGEST: Final = 64 * 1024
"""Bytes that the head of a request may have."""

_LINE: Final = re.compile(rb"(GET|HEAD) (/[!-~]*) HTTP/1\.1\r\n")
_FIELDS: Final = re.compile(rb"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\r\n\x00]*\r\n)+")
_NOTED: Final = re.compile(
    rb"^(accept-encoding|connection|content-length|expect|host|if-none-match|if-range|range"
    rb"|transfer-encoding|upgrade):[ \t]*([^\r]*?)[ \t]*\r$",
    re.IGNORECASE | re.MULTILINE,
)
_TOLD: Final = {
    b"accept-encoding": "HTTP_ACCEPT_ENCODING",
    b"if-none-match": "HTTP_IF_NONE_MATCH",
    b"if-range": "HTTP_IF_RANGE",
    b"range": "HTTP_RANGE",
}
"""What a printed page's answer depends on, as WSGI calls it."""
_MORE: Final = frozenset((b"content-length", b"transfer-encoding", b"expect", b"upgrade"))
"""Signs that more follows the head."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request without a body."""

    environ: Environ
    """What ``Server`` wants to know, as WSGI names it."""
    is_last: bool
    """Whether the connection ends with the answer."""


def read_asked(head: bytes) -> Asked | None:
    """Return the request that ``head`` (with its empty line) plainly is, else None."""
    line = _LINE.match(head)
    end = len(head) - 2
    if line is None or not _FIELDS.fullmatch(head, line.end(), end):
        return None
    environ: Environ = {"REQUEST_METHOD": line[1].decode(), "PATH_INFO": _path(line[2])}
    is_last, hosts = False, 0
    for name, value in _NOTED.findall(head, line.end(), end):
        name = name.lower()
        if key := _TOLD.get(name):
            said = value.decode("latin-1")
            environ[key] = f"{environ[key]}, {said}" if key in environ else said
        elif name in _MORE:
            return None
        elif name == b"host":
            hosts += 1
        else:
            is_last = is_last or b"close" in value.lower()
    return Asked(environ, is_last) if hosts == 1 else None


@lru_cache(maxsize=32_768)
def _path(target: bytes) -> str:
    """Return the path of a request's target as WSGI's ``PATH_INFO`` has it."""
    return unquote_to_bytes(target.partition(b"?")[0]).decode("latin-1")
