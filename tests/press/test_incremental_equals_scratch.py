"""After any history of edits the printed tree is what printing everything afresh gives."""

import gzip
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar

import brotli
import pytest
from django.template import engines
from django.test import override_settings
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dabir.press import work
from dabir.press.models import PrintedPage
from dabir.press.pages import all_paths, astray, compose_many
from dabir.press.printer import Made, Printer
from dabir.press.stores import Folder
from dabir.press.stores.names import name_of
from tests.press.deeds import DEEDS, Newsroom

pick = st.integers(0, 6)


def printed(folder: Folder) -> dict[str, bytes]:
    """Return the pages as readers get them; the packed copies must say the same."""
    tree = folder.tree()
    pages = {
        name.removesuffix(".gz"): gzip.decompress(body)
        for name, body in tree.items()
        if name.endswith(".gz")
    }
    for name, body in pages.items():
        assert brotli.decompress(tree[f"{name}.br"]) == body
    assert len(tree) == 2 * len(pages)
    return pages


@contextmanager
def overlaid_theme(place: Path) -> Iterator[None]:
    """Let templates in ``place`` stand before the theme's own."""
    environment = engines["paper"].env
    environment.loader.searchpath.insert(0, str(place))
    try:
        yield
    finally:
        environment.loader.searchpath.remove(str(place))
        environment.cache.clear()


def afresh() -> dict[str, bytes]:
    """Return the pages as printing everything from nothing gives them."""
    pages = {}
    for made in compose_many(list(all_paths())):
        assert made.error is None, made.path
        if made.sheet is not None:
            pages[name_of(made.path, made.sheet.status)] = made.sheet.body
    return pages


class Interrupted(Printer):
    """A printer to whom things happen while it prints.

    ``meanwhile`` is what happens after pages were "read", after their claims were "looked" at,
    or after they were "put" in their places.
    """

    meanwhile: ClassVar[dict[str, Callable[[], object]]] = {}

    def _compose(self, pages: list[PrintedPage]) -> Iterator[Made]:
        yield from super()._compose(pages)
        self._let_happen("read")

    def _put(self, made: list[Made]) -> list[Made]:
        self._let_happen("looked")
        put = super()._put(made)
        self._let_happen("put")
        return put

    def _let_happen(self, moment: str) -> None:
        self.meanwhile.pop(moment, lambda: None)()


class Press:
    """Two printers and a folder; the first is interrupted."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.first, self.second = Interrupted(folder, "first"), Printer(folder, "second")

    def print_all(self) -> None:
        while self.first.turn() or self.second.turn():
            Interrupted.meanwhile.clear()

    def interrupt(self, moment: str, deed: Callable[[], None], is_silent: bool) -> None:
        """Let the first print half, then something happen and the second print it."""

        def happen() -> None:
            if is_silent:
                PrintedPage.objects.filter(claimed_by="first").update(claimed_until=LONG_AGO)
            deed()
            self.second.drain()

        Interrupted.meanwhile[moment] = happen
        PrintedPage.objects.filter(rank__lte=1).update(stale_at=timezone.now())
        self.print_all()


LONG_AGO = timezone.now() - timedelta(days=1)
MOMENTS = ["", "read", "looked", "put", "read, claim lost", "looked, claim lost", "put, claim lost"]
STEPS = st.tuples(
    st.sampled_from([*DEEDS, "_change_template"]), pick, pick, st.sampled_from(MOMENTS)
)
HISTORIES = int(os.environ.get("DABIR_HISTORIES", "50"))
"""Random histories to be tried; a nightly run tries 1,000."""


@pytest.mark.many
class Histories(TestCase):
    @settings(max_examples=HISTORIES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(history=st.lists(STEPS, min_size=3, max_size=9))
    def test_it_prints_what_printing_afresh_gives(
        self, history: list[tuple[str, int, int, str]]
    ) -> None:
        with (
            tempfile.TemporaryDirectory() as place,
            overlaid_theme(Path(place)),
            override_settings(MEDIA_ROOT=f"{place}/media"),
        ):
            newsroom, press = Newsroom(Path(place)), Press(Folder(Path(place) / "public"))
            newsroom.publish_new(1, 1)
            newsroom.publish_new(2, 3)
            work.mark_all()
            press.print_all()
            for deed, a, b, moment in history:
                do = partial(getattr(newsroom, deed), a, b)
                if moment:
                    press.interrupt(moment.partition(",")[0], do, "lost" in moment)
                else:
                    do()
                    press.print_all()
                check(press.folder, (deed, a, b, moment))


def check(folder: Folder, step: object) -> None:
    """Hold the folder against printing afresh."""
    failed = list(PrintedPage.objects.exclude(error="").values_list("path", "error"))
    assert not failed, step
    assert not PrintedPage.objects.filter(stale_at__isnull=False).exists(), step
    assert not PrintedPage.objects.exclude(claimed_by="").exists(), step
    now, fresh = printed(folder), afresh()
    differing = [n for n in now.keys() | fresh.keys() if now.get(n) != fresh.get(n)]
    assert not differing, step
    assert not list(astray()), step
