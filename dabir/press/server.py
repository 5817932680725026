"""Serves the printed paper, and passes what is no printed page on to the newsroom.

A WSGI layer that never touches Django or the database for a printed page:

    path -> route (remembered) -> the copy that the reader takes -> one look at its stat
         -> bytes and headers from memory

Where a page's own file is missing: the note that it was withdrawn (410), the address that it
moved to (301), the address with its closing slash, the paper's 404 page. Only the addresses of
``routes.DYNAMIC`` reach the newsroom; when that fails, readers get kind words.
"""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from dabir.press import answers
from dabir.press.announcing import Announced
from dabir.press.answers import Application, Environ, StartResponse
from dabir.press.headings import SECURITY, STRICT_TRANSPORT, accepted, of_file, of_page
from dabir.press.memory import LARGE, Describe, Kept, Memory, Shelf, kept_whole
from dabir.press.routes import Kind, Route, find_route
from dabir.press.stores.names import name_of
from dabir.press.stores.packing import PACKED, is_text, unpack

log = logging.getLogger("dabir.press")

_ALLOWED: Final = frozenset(("GET", "HEAD"))
_OWN_STATUS: Final = {"404.html": 404, "503.html": 503}
"""Error pages have their status also for who asks for them by name."""
_LARGEST_PAGE: Final = 50_000_000
"""Bytes up to which a page is kept in memory: what a map for search engines may have."""
Place = Path | Callable[[Describe, int], Shelf]
"""A folder, or what makes a shelf of another kind: it is told how to describe a file, and from
how many bytes on a file is large."""


class Server:
    """The paper as a WSGI application, with the newsroom behind it."""

    def __init__(
        self,
        public: Place,
        static: Place,
        media: Place,
        newsroom: Application,
        secure: bool = False,
        announced: Path | None = None,
    ) -> None:
        """``secure`` is for a paper whose address is ``https``; ``announced`` the file with the
        moment that the clock announces.
        """
        self._newsroom = newsroom
        self._guard = [*SECURITY, *([STRICT_TRANSPORT] if secure else [])]
        self._pages = _shelf(public, lambda name: [*of_page(name), *self._guard], _LARGEST_PAGE)
        self._shelves = {
            kind: _shelf(place, lambda name: [*of_file(name), *self._guard])
            for kind, place in ((Kind.STATIC, static), (Kind.MEDIA, media))
        }
        self._announced = Announced(announced)

    def __call__(self, environ: Environ, start: StartResponse) -> Iterable[bytes]:
        route = find_route(environ.get("PATH_INFO", ""))
        kind = route.kind
        if kind is Kind.NEWSROOM:
            return self._ask_newsroom(environ, start)
        if environ["REQUEST_METHOD"] not in _ALLOWED:
            return answers.words(start, environ, 405, self._guard)
        if kind is Kind.PAGE:
            kept = self._find(route.name, environ)
            if kept is not None:
                headers = kept.hurried if self._announced.is_near() else kept.headers
                return answers.answer(
                    environ, start, kept, headers, _OWN_STATUS.get(route.name, 200)
                )
        answer = self._look_further(environ, start, route)
        return self._error(environ, start, 404) if answer is None else answer

    def say_newsroom_is_away(self, start: StartResponse) -> Iterable[bytes]:
        """Answer in the newsroom's place, when nobody is there."""
        return self._error({"REQUEST_METHOD": "GET"}, start, 503)

    def _find(self, name: str, environ: Environ) -> Kept | None:
        """Return the copy of a printed page that the reader takes, None where none is printed."""
        for ending in accepted(environ.get("HTTP_ACCEPT_ENCODING", "")):
            kept = self._pages.get(name + ending) if ending else self._unpacked(name)
            if kept is not None:
                return kept
        return None

    def _unpacked(self, name: str) -> Kept | None:
        """Return a printed page for who takes no packed copy."""
        if not is_text(name):
            return self._pages.get(name)
        for ending in PACKED:
            kept = self._pages.get(name + ending)
            body = unpack(kept.body, ending) if kept and kept.body is not None else None
            if kept and body is not None:
                said = [*of_page(name), *self._guard]
                return kept_whole(kept.stamp, body, said, kept.changed)
        return None

    def _look_further(
        self, environ: Environ, start: StartResponse, route: Route
    ) -> Iterable[bytes] | None:
        """Answer for an address that has no printed page of its own; None where nothing is."""
        match route.kind:
            case Kind.STATIC | Kind.MEDIA:
                return self._file(environ, start, route)
            case Kind.ELSEWHERE:
                moved = self._moved(start, name_of(route.path, 301))
                return answers.redirect(start, route.to, self._guard) if moved is None else moved
            case Kind.PAGE:
                return self._withdrawn_or_moved(environ, start, route.name)
            case Kind.SLASHLESS if self._is_printed(route.name):
                return answers.redirect(start, route.to, self._guard)
            case Kind.SLASHLESS | Kind.ODD:
                return self._moved(start, name_of(route.path, 301))
        return None

    def _file(self, environ: Environ, start: StartResponse, route: Route) -> Iterable[bytes] | None:
        """Answer with a static or uploaded file, packed where a packed copy lies beside it."""
        shelf, name = self._shelves[route.kind], route.name
        is_packed = route.kind is Kind.STATIC and is_text(name)
        taken = accepted(environ.get("HTTP_ACCEPT_ENCODING", "")) if is_packed else ("",)
        for ending in taken:
            kept = shelf.get(name + ending)
            if kept is not None and ending:
                return answers.answer(environ, start, kept, kept.headers)
            if kept is not None:
                return answers.answer_file(environ, start, shelf, name, kept)
        return None

    def _withdrawn_or_moved(
        self, environ: Environ, start: StartResponse, name: str
    ) -> Iterable[bytes] | None:
        stem, _, ending = name.rpartition(".")
        kept = self._find(f"{stem}.410.{ending}", environ)
        if kept is not None:
            return answers.answer(environ, start, kept, kept.headers, 410)
        return self._moved(start, f"{name}.301")

    def _moved(self, start: StartResponse, name: str) -> Iterable[bytes] | None:
        kept = self._pages.get(name)
        if kept is None or kept.body is None:
            return None
        return answers.redirect(start, kept.body.decode(errors="replace"), self._guard)

    def _is_printed(self, name: str) -> bool:
        """Say whether anything lies at the address of a page, be it a note that it is gone."""
        stem, _, ending = name.rpartition(".")
        names = (f"{name}.gz", f"{stem}.410.{ending}.gz", f"{name}.301")
        return any(self._pages.get(each) is not None for each in names)

    def _error(self, environ: Environ, start: StartResponse, status: int) -> Iterable[bytes]:
        """Answer with one of the paper's own error pages, or a line where it is not printed yet."""
        kept = self._find(f"{status}.html", environ)
        if kept is None:
            return answers.words(start, environ, status, self._guard)
        return answers.answer(environ, start, kept, kept.headers, status)

    def _ask_newsroom(self, environ: Environ, start: StartResponse) -> Iterable[bytes]:
        """Pass a request on; when the newsroom is away, say so with the paper's own page."""
        try:
            return self._newsroom(environ, start)
        except Exception:
            log.exception("The newsroom is away")
            return self._error(environ, start, 503)


def _shelf(place: Place, describe: Describe, large: int = LARGE) -> Shelf:
    return Memory(place, describe, large) if isinstance(place, Path) else place(describe, large)
