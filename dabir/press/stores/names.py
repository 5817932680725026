"""Where the page of an address lies in a store: one name for each address, none for an odd one.

    /                      index.html
    /news/912090/          news/912090.html          withdrawn: news/912090.410.html
    /news/912090/print/    print/912090.html         (one folder less for every story)
    /feed.xml              feed.xml                  moved:     feed.xml.301
    any old address at all, moved                    moved/1f/1f0c….301

A name is made of letters, digits, ``_``, ``-``, ``.`` and single slashes, so it can leave no
folder; and each name belongs to one address alone, for a name that does not lead back to its
address is refused. Pure functions of text.
"""

import hashlib
import re
from functools import lru_cache
from typing import Final

from dabir.press.stores.errors import PressError
from dabir.press.stores.packing import endings

STATUSES: Final = (200, 410, 301)
"""What may lie at an address, in the order in which a reader's request looks for it."""

_PAGE: Final = re.compile(r"/(?:[A-Za-z0-9_-]{1,120}/){0,8}", re.ASCII)
_FILE: Final = re.compile(
    r"/(?:[A-Za-z0-9_-]{1,120}/){0,8}[A-Za-z0-9_-]{1,120}\.[a-z][a-z0-9]{0,11}"
)
_LONE_HTML: Final = re.compile(r"(?:\d{3}|parts/[A-Za-z0-9_-]+)\.html", re.ASCII)
"""Error pages and parts of pages: the only files of HTML whose address ends with a name."""
_PRINT_VIEW: Final = re.compile(r"/news/([0-9]+)/print/")
_PRINT_NAME: Final = re.compile(r"print/([0-9]+)\.html")
_ENDING: Final = re.compile(r"\.(?:gz|br)\Z")
_WITHDRAWN: Final = re.compile(r"\.410(\.[a-z0-9]+)\Z")
_NOT_PRINTED: Final = re.compile(r"/(?:media|static|moved)/|.*\.(?:gz|br)\Z")
"""What lies beside the printed paper in a bucket, and the packed copies themselves."""


def name_of(path: str, status: int = 200) -> str:
    """Return the name of the page at an address, without the ending of a packed copy.

    PressError for an address that is none of ours: one that could leave the folder, or that
    shares its name with another address. Only a move (301) may start at any text at all.
    """
    name = page_name(path)
    if status not in STATUSES:
        raise PressError(f"The press prints no page with the status {status}.")
    if status == 301:
        return f"{name}.301" if name else _moved_name(path)
    if name is None:
        raise PressError(f"{path!r} is no address that the press prints.")
    if status == 200:
        return name
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{status}.{ending}"


def names_at(path: str) -> dict[int, str]:
    """Return every name that may lie at an address, by its status."""
    if page_name(path) is None:
        return {301: name_of(path, 301)}
    return {status: name_of(path, status) for status in STATUSES}


def copies_at(path: str, status: int = 200) -> list[str]:
    """Return the names of all copies of the page at an address."""
    name = name_of(path, status)
    return [f"{name}{ending}" for ending in endings(name)]


def address_of(copy: str) -> str:
    """Return the address that a copy belongs to, "" where its name does not tell."""
    name = _ENDING.sub("", copy)
    name = name.removesuffix(".301") if name.endswith(".301") else _WITHDRAWN.sub(r"\1", name)
    path = _address_of(name)
    return path if page_name(path) == name else ""


@lru_cache(maxsize=4096)
def page_name(path: str) -> str | None:
    """Return the name of an ordinary page, None for an address that can be none."""
    if _NOT_PRINTED.match(path) or len(path) > 500:
        return None
    if _PAGE.fullmatch(path):
        found = _PRINT_VIEW.fullmatch(path)
        name = f"print/{found[1]}.html" if found else f"{path[1:-1] or 'index'}.html"
    elif _FILE.fullmatch(path):
        name = path[1:]
    else:
        return None
    return name if _address_of(name) == path else None


def _address_of(name: str) -> str:
    """Return the one address that an ordinary page's name belongs to."""
    if name == "index.html":
        return "/"
    if not name.endswith(".html") or _LONE_HTML.fullmatch(name):
        return f"/{name}"
    if found := _PRINT_NAME.fullmatch(name):
        return f"/news/{found[1]}/print/"
    return f"/{name.removesuffix('.html')}/"


def _moved_name(path: str) -> str:
    """Return the name of a move that starts at an address of another system."""
    seen = hashlib.blake2b(path.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return f"moved/{seen[:2]}/{seen}.301"
