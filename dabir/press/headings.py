"""What is said of a file beside its bytes: its type, how long it may be kept, what browsers
may do with it. One table, for the server of ``dabir run``, for buckets and for proxies.
"""

import mimetypes
import re
from datetime import datetime
from functools import lru_cache
from typing import Final

from dabir.persian.jalali import TEHRAN, JalaliDay
from dabir.press.stores.packing import is_text

Headers = list[tuple[str, str]]

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
STRICT_TRANSPORT: Final = (
    "Strict-Transport-Security",
    "max-age=31536000; includeSubDomains; preload",
)
"""For a paper whose address is ``https``; the newsroom says the same."""

SHORT: Final = "public, max-age=10, stale-while-revalidate=60"
USUAL: Final = "public, max-age=30, stale-while-revalidate=300"
LONG: Final = "public, max-age=300, stale-while-revalidate=3600"
FOREVER: Final = "public, max-age=31536000, immutable"
ERROR: Final = "public, max-age=5"
HURRIED: Final = "public, max-age=1"
"""What ``SHORT`` becomes while something that was announced is about to appear."""

LIFETIMES: Final[tuple[tuple[str, str], ...]] = (
    (r"\d{3}\.html|.*\.410\.[a-z]+", ERROR),
    (r"index\.html|section/.*|(?:.*/)?feed\.xml|sitemap/news\.xml|parts/.*", SHORT),
    (r"print/.*|.*\.301|robots\.txt|favicon\.svg", LONG),
    (r".*", USUAL),
)
"""How long a printed page may be kept, by its name: the first pattern that matches it whole."""
_LIFETIMES: Final = [(re.compile(pattern), kept) for pattern, kept in LIFETIMES]
_DAY: Final = re.compile(r"archive/(\d{4})/(\d\d)/(\d\d)\.html")
_QVALUE: Final = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?")
HASHED: Final = re.compile(r"\.[0-9a-f]{12}\.|(?:^|/)images/")
"""Static and uploaded files whose name changes with what is in them."""

CODINGS: Final = {"br": "br", "gz": "gzip"}
"""What Content-Encoding calls a packed copy, by its ending."""
_TYPES: Final = {
    "html": "text/html; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "301": "text/plain; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "svg": "image/svg+xml; charset=utf-8",
    "webp": "image/webp",
    "avif": "image/avif",
    "webm": "video/webm",
    "woff2": "font/woff2",
}


def type_of(name: str) -> str:
    """Return the media type of a file by its name, which has no ending of a packed copy."""
    kind = _TYPES.get(name.rpartition(".")[2])
    return kind or mimetypes.guess_type(name)[0] or "application/octet-stream"


def lifetime(name: str) -> str:
    """Return the Cache-Control of a printed page. Days that are over hardly change any more."""
    if found := _DAY.fullmatch(name):
        return LONG if _is_over(found) else SHORT
    return next(kept for pattern, kept in _LIFETIMES if pattern.fullmatch(name))


def _is_over(found: re.Match[str]) -> bool:
    today = JalaliDay.of(datetime.now(TEHRAN))
    return tuple(map(int, found.groups())) < (today.year, today.month, today.day)


def file_lifetime(name: str) -> str:
    """Return the Cache-Control of a static or uploaded file: for ever where its name changes
    with what is in it, as the names of style sheets and of renditions do.
    """
    return FOREVER if HASHED.search(name) else USUAL


def of_page(name: str) -> Headers:
    """Return what is said of a printed page by its name, with the ending of a packed copy."""
    stem, _, ending = name.rpartition(".")
    coding = CODINGS.get(ending)
    plain = stem if coding else name
    headers = [
        ("Content-Type", type_of(plain)),
        ("Cache-Control", lifetime(plain)),
        ("Vary", "Accept-Encoding"),
    ]
    return [*headers, ("Content-Encoding", coding)] if coding else headers


def of_file(name: str) -> Headers:
    """Return what is said of a static or uploaded file; packed copies are of text alone."""
    stem, _, ending = name.rpartition(".")
    coding = CODINGS.get(ending)
    plain = stem if coding else name
    headers = [("Content-Type", type_of(plain)), ("Cache-Control", file_lifetime(plain))]
    if is_text(plain):
        headers.append(("Vary", "Accept-Encoding"))
    return [*headers, ("Content-Encoding", coding) if coding else ("Accept-Ranges", "bytes")]


@lru_cache(maxsize=512)
def accepted(header: str) -> tuple[str, ...]:
    """Return the endings of the copies that an Accept-Encoding header takes, the best first.

    "" stands for the file as it is, which everybody takes in the end (RFC 9110, 12.5.3).
    """
    weights: dict[str, float] = {}
    for part in header.lower().split(","):
        coding, _, parameters = part.partition(";")
        weights[coding.strip()] = _weight(parameters)
    others = weights.get("*", 0.0)
    brotli = weights.get("br", others)
    gzip = weights.get("gzip", weights.get("x-gzip", others))
    plain = weights.get("identity", 0.0)
    ranked = sorted([(-brotli, 0, ".br"), (-gzip, 1, ".gz"), (-plain, 2, "")])
    taken = [ending for weight, _, ending in ranked if weight < 0 and ending]
    before = [ending for weight, _, ending in ranked if -weight >= plain and ending in taken]
    return (*before, "")


def _weight(parameters: str) -> float:
    """Return the q of a coding: 1 where none is given, 0 where it is none."""
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    return float(value) if _QVALUE.fullmatch(value.strip()) else 0.0
