"""Which file an address leads to: pure functions of text, so that each is found once."""

import re
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

from dabir.old_addresses import code_in
from dabir.press.stores.names import page_name

DYNAMIC: Final = re.compile(
    r"^/(?:newsroom/|comments/|search/|-/|classifieds/(?:new/|mine/|[0-9]+/phone/))"
)
"""Addresses that need the newsroom's process."""
MEDIA: Final = re.compile(r"^/media/(?:images|classifieds|documents|demo)/[^/]")
"""Uploaded files that readers may have: renditions, advertisements' pictures, videos.
Originals of pictures stay in the house."""
_WITH_SLUG: Final = re.compile(r"^(/(?:news|topic)/[0-9]{1,18}/)(?!print/?$)[^/]+/?$")
_LONGEST: Final = 400
"""Longer addresses lead nowhere that is worth remembering."""


class Kind(Enum):
    PAGE = "page"
    """A printed page, by its name."""
    STATIC = "static"
    MEDIA = "media"
    """Files that are not printed, by their name under their folder."""
    NEWSROOM = "newsroom"
    ELSEWHERE = "elsewhere"
    """An older form of an address, which leads to ``to`` unless it moved elsewhere."""
    SLASHLESS = "slashless"
    """A page's address without its closing slash; with it, it is ``to``."""
    ODD = "odd"
    """No address of ours; perhaps one that moved."""
    NOWHERE = "nowhere"


class Route(NamedTuple):
    kind: Kind
    name: str = ""
    to: str = ""
    path: str = ""
    """The address itself, where a move may start at it."""


def find_route(path: str) -> Route:
    """Return where a request's path (WSGI's ``PATH_INFO``) leads."""
    return _find(path) if len(path) < _LONGEST else _find.__wrapped__(path)


@lru_cache(maxsize=32_768)
def _find(raw: str) -> Route:
    path = readable_path(raw)
    if path is None:
        return Route(Kind.NOWHERE)
    if DYNAMIC.match(path):
        return Route(Kind.NEWSROOM)
    if path.startswith(("/static/", "/media/")):
        return _file(path)
    if (code := code_in(path)) is not None:
        return Route(Kind.ELSEWHERE, to=f"/news/{code}/", path=path)
    if found := _WITH_SLUG.match(path):
        path = found[1]
    if name := page_name(path):
        return Route(Kind.PAGE, name)
    if name := page_name(f"{path}/"):
        return Route(Kind.SLASHLESS, name, f"{path}/", path)
    return Route(Kind.ODD, path=path)


def _file(path: str) -> Route:
    """Return the route of a file that is not printed."""
    _, folder, name = path.split("/", 2)
    if not name or path.endswith(("/", ".gz", ".br")):
        return Route(Kind.NOWHERE)
    if folder == "static":
        return Route(Kind.STATIC, name)
    return Route(Kind.MEDIA, name) if MEDIA.match(path) else Route(Kind.NOWHERE)


def readable_path(raw: str) -> str | None:
    """Return the request's path as text, None for one that can be no address of ours."""
    try:
        path = raw.encode("latin-1").decode()
    except UnicodeError:
        return None
    if not path.startswith("/") or "\x00" in path or "\\" in path or "//" in path:
        return None
    if any(part.startswith(".") for part in path.split("/")):
        return None
    return path
