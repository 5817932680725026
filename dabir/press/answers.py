"""Answers to readers: whole files, parts of files, nothing where a reader has it already."""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final
from urllib.parse import quote

from dabir.press.headings import ERROR, LONG, Headers, type_of
from dabir.press.memory import Kept, Shelf

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

STATUS: Final = {
    200: "200 OK",
    206: "206 Partial Content",
    301: "301 Moved Permanently",
    304: "304 Not Modified",
    404: "404 Not Found",
    405: "405 Method Not Allowed",
    410: "410 Gone",
    416: "416 Range Not Satisfiable",
    503: "503 Service Unavailable",
}
WORDS: Final = {
    404: "این صفحه در روزنامه نیست.",
    405: "این نشانی تنها برای خواندن است.",
    503: "تحریریه اکنون در دسترس نیست؛ روزنامه خواندنی است.",
}
_OF_A_BODY: Final = frozenset(("Content-Length", "Content-Type", "Content-Encoding"))
_RANGE: Final = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")
_ADDRESS: Final = re.compile(r"/(?!/)[^\x00-\x20\\]*|https?://[^\x00-\x20\\]+")


def answer(
    environ: Environ, start: StartResponse, kept: Kept, headers: Headers, status: int = 200
) -> Iterable[bytes]:
    """Answer with a whole file from memory, or with 304 to who has it."""
    if status == 200 and "HTTP_IF_NONE_MATCH" in environ and is_known(environ, kept.etag):
        return not_modified(start, headers)
    start(STATUS[status], headers)
    if environ["REQUEST_METHOD"] == "HEAD" or kept.body is None:
        return [b""]
    return [kept.body]


def answer_file(
    environ: Environ, start: StartResponse, shelf: Shelf, name: str, kept: Kept
) -> Iterable[bytes]:
    """Answer with a file or the part of it that is asked for; large ones come from the disk."""
    if "HTTP_IF_NONE_MATCH" in environ and is_known(environ, kept.etag):
        return not_modified(start, kept.headers)
    first, last, status, headers = 0, kept.size - 1, 200, kept.headers
    if "HTTP_RANGE" in environ and environ.get("HTTP_IF_RANGE", kept.etag) == kept.etag:
        try:
            found = asked_range(environ["HTTP_RANGE"], kept.size)
        except NoSuchPartError:
            return unsatisfiable(start, kept)
        if found is not None:
            first, last = found
            status, headers = 206, _of_part(kept, first, last)
    start(STATUS[status], headers)
    if environ["REQUEST_METHOD"] == "HEAD":
        return [b""]
    if kept.body is None:
        return shelf.part(name, first, last)
    return [kept.body if status == 200 else kept.body[first : last + 1]]


def not_modified(start: StartResponse, headers: Headers) -> Iterable[bytes]:
    start(STATUS[304], [each for each in headers if each[0] not in _OF_A_BODY])
    return [b""]


def unsatisfiable(start: StartResponse, kept: Kept) -> Iterable[bytes]:
    """Refuse a part that the file does not have."""
    headers = [each for each in kept.headers if each[0] not in {"Content-Length", "Cache-Control"}]
    size = ("Content-Range", f"bytes */{kept.size}")
    start(STATUS[416], [*headers, ("Cache-Control", ERROR), ("Content-Length", "0"), size])
    return [b""]


def _of_part(kept: Kept, first: int, last: int) -> Headers:
    headers = [each for each in kept.headers if each[0] != "Content-Length"]
    headers.append(("Content-Range", f"bytes {first}-{last}/{kept.size}"))
    return [*headers, ("Content-Length", str(last - first + 1))]


def redirect(start: StartResponse, to: str, guard: Headers) -> Iterable[bytes] | None:
    """Lead to another address; None for a text that is no address."""
    if not _ADDRESS.fullmatch(to):
        return None
    where = ("Location", quote(to, safe="/:?#[]@!$&'()*+,;=%~"))
    start(STATUS[301], [where, ("Cache-Control", LONG), ("Content-Length", "0"), *guard])
    return [b""]


def words(start: StartResponse, environ: Environ, status: int, guard: Headers) -> Iterable[bytes]:
    """Answer with a line, where the paper's own page is not printed."""
    body = WORDS[status].encode()
    headers = [
        ("Content-Type", type_of("txt")),
        ("Cache-Control", ERROR),
        ("Content-Length", str(len(body))),
        *guard,
    ]
    if status == 405:
        headers.append(("Allow", "GET, HEAD"))
    start(STATUS[status], headers)
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]


def is_known(environ: Environ, etag: str) -> bool:
    """Say whether the reader has this very file (RFC 9110, 13.1.2: weak comparison)."""
    known: str = environ["HTTP_IF_NONE_MATCH"]
    return etag in known or known.strip() == "*"


class NoSuchPartError(Exception):
    """A range lies behind the end of the file."""


def asked_range(asked: str, size: int) -> tuple[int, int] | None:
    """Return the first and last byte of a single range; None for what is no range, several
    ranges included: then the whole file is the answer. NoSuchPartError behind the end.
    """
    found = _RANGE.fullmatch(asked.strip())
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        first, last = max(size - int(found[2]), 0), size - 1
    else:
        first, last = int(found[1]), min(int(found[2] or size - 1), size - 1)
        if found[2] and int(found[2]) < first:
            return None
    if first > last:
        raise NoSuchPartError
    return first, last
