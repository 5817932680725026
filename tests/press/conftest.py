"""A press for the cast's stories."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dabir.press import work
from dabir.press.stores import Folder


@pytest.fixture
def folder(settings: Any) -> Folder:
    return Folder(Path(settings.PUBLIC_DIR))


@pytest.fixture
def page(folder: Folder, db: None) -> Callable[..., str]:
    """Return a function that lets the press work, and gives the printed page at an address."""
    work.mark_all()  # as `dabir run` does for a new paper

    def printed(path: str, status: int = 200) -> str:
        work.work(folder)
        body = folder.read(path, status)
        assert body is not None, f"{path} is not printed"
        return body.decode()

    return printed
