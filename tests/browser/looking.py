"""How tests look at pages."""

import time
from collections.abc import Callable

from playwright.sync_api import Page

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}

Open = Callable[..., Page]
"""Opens an address of the paper in a window of its own."""


WAIT = 20
"""Seconds that a test waits for what happens within one."""


def until(is_so: Callable[[], bool], seconds: float = WAIT) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it did not come to be"
        time.sleep(0.05)


def soon(page: Page, path: str, words: str) -> None:
    """Wait until the page at ``path`` holds ``words``."""
    until(lambda: words in page.request.get(path).text())
