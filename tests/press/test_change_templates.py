"""A template that changes while the press is at work changes every page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.template import engines

from dabir.press.printer import Printer
from dabir.press.stores import Folder
from dabir.press.templates import Templates

pytestmark = pytest.mark.django_db


@pytest.fixture
def overlay(tmp_path: Path) -> Iterator[Path]:
    """A folder whose templates stand before the theme's own."""
    environment = engines["paper"].env
    place = tmp_path / "theme"
    (place / "parts").mkdir(parents=True)
    environment.loader.searchpath.insert(0, str(place))
    yield place
    environment.loader.searchpath.remove(str(place))
    environment.cache.clear()


def test_a_printer_at_work_prints_with_the_new_template(
    page: Callable[..., str], folder: Folder, overlay: Path
) -> None:
    printer = Printer(folder)
    before = page("/about/")
    (overlay / "parts" / "colophon.html").write_text("<footer>پایان</footer>")
    assert printer.drain()
    after = (folder.read("/about/") or b"").decode()
    assert "<footer>پایان</footer>" in after
    assert after != before
    assert not printer.drain()


def test_templates_that_are_as_they_were_are_left_alone(overlay: Path) -> None:
    templates = Templates()
    part = overlay / "parts" / "note.html"
    assert not templates.changed()
    part.write_text("یک")
    assert templates.changed()
    assert not templates.changed()
    part.write_text("دو تا")
    assert templates.changed()
    part.unlink()
    assert templates.changed()
