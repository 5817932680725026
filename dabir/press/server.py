"""Serves the printed paper, and passes what is no printed page on to the newsroom.

A WSGI layer: a request for a printed file is answered from memory of (file, bytes), which
a look at the file's stat keeps true, and never touches Django or the database. Only the
addresses of ``DYNAMIC`` reach the newsroom; when that fails, readers get kind words.
"""

import hashlib
import logging
import mimetypes
import os
import re
import stat
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

log = logging.getLogger("dabir.press")

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]
Headers = list[tuple[str, str]]

DYNAMIC: Final = re.compile(
    r"^/(?:newsroom/|comments/|search/|-/|classifieds/(?:new/|mine/|\d+/phone/))"
)
"""Addresses that need the newsroom's process."""
MEDIA: Final = re.compile(r"^/media/(?:images|classifieds|documents|demo)/[^/]")
"""Uploaded files that readers may have: renditions, advertisements' pictures, videos.
Originals of pictures stay in the house."""

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
SECURITY: Final[Headers] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
]
_FOREVER: Final = "public, max-age=31536000, immutable"
_PAGE: Final = "public, max-age=30, stale-while-revalidate=300"
_HASHED: Final = re.compile(r"\.[0-9a-f]{12}\.")
_ENCODINGS: Final = (("br", ".br"), ("gzip", ".gz"))
_LARGE: Final = 1_000_000
"""Files above this many bytes are read from the disk at each request, not kept in memory."""
_MEMORY: Final = 128_000_000
"""How many bytes of files one worker keeps in memory."""

_OLD_ADDRESS: Final = re.compile(r"^/fa/(?:news|tiny/news)[/-](\d{1,18})(?:/[^/]*)*$")
_WITH_SLUG: Final = re.compile(r"^(/(?:news|topic)/\d{1,18}/)(?!print/)[^/]+/?$")
_WITHOUT_SLASH: Final = re.compile(r"^/(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+$")
_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".webm": "video/webm",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was when it was last looked at."""

    stamp: tuple[int, int, int]
    body: bytes | None
    """None for a large one."""
    etag: str


class Memory:
    """Bytes of the files served last, kept true by a look at each file's stat."""

    def __init__(self, limit: int = _MEMORY) -> None:
        self._limit = limit
        self._size = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, place: str) -> Kept | None:
        """Return the file at ``place``, None where there is no ordinary file (no link either)."""
        try:
            found = os.stat(place, follow_symlinks=False)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        stamp = (found.st_ino, found.st_mtime_ns, found.st_size)
        kept = self._kept.get(place)
        if kept is not None and kept.stamp == stamp:
            return kept
        return self._read(place, stamp)

    def _read(self, place: str, stamp: tuple[int, int, int]) -> Kept | None:
        if stamp[2] > _LARGE:
            return Kept(stamp, None, f'"{stamp[0]:x}-{stamp[1]:x}-{stamp[2]:x}"')
        try:
            body = Path(place).read_bytes()
        except OSError:
            return None
        kept = Kept(stamp, body, f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"')
        with self._lock:
            before = self._kept.pop(place, None)
            self._size += len(body) - (len(before.body or b"") if before else 0)
            self._kept[place] = kept
            while self._size > self._limit:
                _, oldest = self._kept.popitem(last=False)
                self._size -= len(oldest.body or b"")
        return kept


class Server:
    """The paper as a WSGI application, with the newsroom behind it."""

    def __init__(self, public: Path, static: Path, media: Path, newsroom: Application) -> None:
        self._public = str(public)
        self._roots = {"/static/": str(static), "/media/": str(media)}
        self._newsroom = newsroom
        self._memory = Memory()

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = readable_path(environ)
        if path is None:
            return self._page(environ, start_response, "/404.html", 404)
        if DYNAMIC.match(path):
            return self._ask_newsroom(environ, start_response)
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            return self._refuse_method(start_response)
        return self._serve(environ, start_response, path)

    def _serve(
        self, environ: dict[str, Any], start_response: StartResponse, path: str
    ) -> Iterable[bytes]:
        """Answer with the printed page or file at ``path``, a redirect, or the 404 page."""
        for prefix, root in self._roots.items():
            if path.startswith(prefix):
                if prefix == "/media/" and not MEDIA.match(path):
                    break
                place = f"{root}/{path[len(prefix) :]}"
                return self._file(environ, start_response, place) or self._page(
                    environ, start_response, "/404.html", 404
                )
        for candidate, status in _candidates(path):
            answer = self._file(environ, start_response, self._public + candidate, status)
            if answer is not None:
                return answer
        if address := self._moved(path):
            return _redirect(start_response, address)
        return self._page(environ, start_response, "/404.html", 404)

    def _moved(self, path: str) -> str | None:
        """Return the address that ``path`` is an older form of, if that one is in the paper."""
        if found := _OLD_ADDRESS.match(path):
            return f"/news/{int(found[1])}/"
        if _WITHOUT_SLASH.match(path) and any(
            os.path.isfile(f"{self._public}{candidate}") for candidate, _ in _candidates(path + "/")
        ):
            return path + "/"
        return None

    def _page(
        self, environ: dict[str, Any], start_response: StartResponse, path: str, status: int
    ) -> Iterable[bytes]:
        """Answer with one of the paper's own error pages, or a line where it is not printed yet."""
        answer = self._file(environ, start_response, self._public + path, status)
        if answer is not None:
            return answer
        headers = [("Content-Type", _TYPES[".txt"]), *SECURITY]
        start_response(_STATUS[status], headers)
        return [_WORDS[status].encode()]

    def _file(
        self, environ: dict[str, Any], start_response: StartResponse, place: str, status: int = 200
    ) -> Iterable[bytes] | None:
        """Answer with a file, packed as the reader takes it; None where there is none."""
        kept = self._memory.get(place)
        if kept is None:
            return None
        headers = self._headers(place, status)
        accepted = environ.get("HTTP_ACCEPT_ENCODING", "")
        for encoding, suffix in _ENCODINGS:
            if _accepts(accepted, encoding) and (packed := self._memory.get(place + suffix)):
                kept = packed
                place += suffix
                headers.append(("Content-Encoding", encoding))
                break
        return _answer(environ, start_response, place, kept, headers, status)

    def _headers(self, place: str, status: int) -> Headers:
        """Return the headers of a file by its kind and where it lies."""
        suffix = os.path.splitext(place)[1]
        kind = _TYPES.get(suffix) or mimetypes.guess_type(place)[0] or "application/octet-stream"
        is_page = place.startswith(self._public)
        lasting = not is_page and (_HASHED.search(place) or "/images/" in place)
        cache = _FOREVER if lasting else _PAGE
        headers = [
            ("Content-Type", kind),
            ("Cache-Control", cache if status == 200 else "no-cache"),
        ]
        if is_page or suffix in {".css", ".js", ".svg"}:
            headers.append(("Vary", "Accept-Encoding"))
        return headers + SECURITY

    def _ask_newsroom(
        self, environ: dict[str, Any], start_response: StartResponse
    ) -> Iterable[bytes]:
        """Pass a request on; when the newsroom is away, say so with the paper's own page."""
        try:
            return self._newsroom(environ, start_response)
        except Exception:
            log.exception("The newsroom is away")
            return self._page(environ, start_response, "/503.html", 503)

    def _refuse_method(self, start_response: StartResponse) -> Iterable[bytes]:
        start_response(
            _STATUS[405], [("Allow", "GET, HEAD"), ("Content-Type", _TYPES[".txt"]), *SECURITY]
        )
        return [_WORDS[405].encode()]


_STATUS: Final = {
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
_WORDS: Final = {
    404: "این صفحه در روزنامه نیست.",
    405: "این نشانی تنها برای خواندن است.",
    503: "تحریریه اکنون در دسترس نیست؛ روزنامه خواندنی است.",
}


def readable_path(environ: dict[str, Any]) -> str | None:
    """Return the request's path as text, None for one that can be no address of ours."""
    try:
        path: str = environ.get("PATH_INFO", "").encode("latin-1").decode()
    except UnicodeError:
        return None
    if not path.startswith("/") or "\x00" in path or "\\" in path or "//" in path:
        return None
    if any(part.startswith(".") for part in path.split("/")):
        return None
    return path


def _candidates(path: str) -> list[tuple[str, int]]:
    """Return the files that may answer ``path``, with the status that each gives."""
    if found := _WITH_SLUG.match(path):
        path = found[1]
    if path.endswith("/"):
        return [(f"{path}index.html", 200), (f"{path}410.html", 410)]
    return [(path, 200)] if not path.endswith((".gz", ".br", "index.html", "410.html")) else []


def _accepts(header: str, encoding: str) -> bool:
    """Say whether an Accept-Encoding header takes ``encoding``."""
    for part in header.split(","):
        name, _, parameters = part.partition(";")
        if name.strip() == encoding:
            return parameters.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def _redirect(start_response: StartResponse, address: str) -> Iterable[bytes]:
    start_response(
        _STATUS[301],
        [
            ("Location", quote(address)),
            ("Cache-Control", _PAGE),
            ("Content-Length", "0"),
            *SECURITY,
        ],
    )
    return [b""]


def _answer(
    environ: dict[str, Any],
    start_response: StartResponse,
    place: str,
    kept: Kept,
    headers: Headers,
    status: int,
) -> Iterable[bytes]:
    """Answer with a file: not at all where the reader has it, a part where one is asked for."""
    size = kept.stamp[2]
    headers += [
        ("ETag", kept.etag),
        ("Last-Modified", formatdate(kept.stamp[1] / 1e9, usegmt=True)),
        ("Accept-Ranges", "bytes"),
    ]
    if status == 200 and _is_known(environ, kept.etag):
        start_response(_STATUS[304], headers)
        return [b""]
    first, last = 0, size - 1
    if status == 200 and (asked := environ.get("HTTP_RANGE")) and _may_range(environ, kept.etag):
        found = _range(asked, size)
        if found == "unsatisfiable":
            start_response(_STATUS[416], [*headers, ("Content-Range", f"bytes */{size}")])
            return [b""]
        if isinstance(found, tuple):
            first, last = found
            status = 206
            headers.append(("Content-Range", f"bytes {first}-{last}/{size}"))
    headers.append(("Content-Length", str(last - first + 1)))
    start_response(_STATUS[status], headers)
    if environ["REQUEST_METHOD"] == "HEAD":
        return [b""]
    if kept.body is not None:
        return [kept.body[first : last + 1]]
    return _from_disk(place, first, last)


def _is_known(environ: dict[str, Any], etag: str) -> bool:
    """Say whether the reader has this very file."""
    known = environ.get("HTTP_IF_NONE_MATCH", "")
    return known.strip() == "*" or etag in [
        tag.strip().removeprefix("W/") for tag in known.split(",")
    ]


def _may_range(environ: dict[str, Any], etag: str) -> bool:
    """Say whether a part may be sent: not of another file than the reader began with."""
    began_with: str = environ.get("HTTP_IF_RANGE", etag)
    return began_with == etag


def _range(asked: str, size: int) -> tuple[int, int] | str | None:
    """Return (first, last) byte of a single range, "unsatisfiable", or None to send all."""
    found = re.fullmatch(r"bytes=(\d*)-(\d*)", asked.strip())
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        first, last = max(size - int(found[2]), 0), size - 1
    else:
        first, last = int(found[1]), min(int(found[2] or size - 1), size - 1)
    if first > last:
        return "unsatisfiable"
    return first, last


def _from_disk(place: str, first: int, last: int) -> Iterable[bytes]:
    """Yield a part of a large file."""
    with Path(place).open("rb") as file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (chunk := file.read(min(left, 256 * 1024))):
            left -= len(chunk)
            yield chunk
