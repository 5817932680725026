"""A running demo paper, and a real Chromium to look at it with."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from looking import DESKTOP, Open
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools.paper import CHROMIUM, CHROMIUM_FLAGS, RunningPaper, free_port, running

PASSWORD = "dabir-demo"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def paper() -> Iterator[RunningPaper]:
    """The demo paper; every process of tests has one of its own, and only the first its port."""
    is_first = os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0"
    with running(None if is_first else free_port()) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not shutil.which("chromium"):
        pytest.skip("Chromium is missing; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


def forbidden(said: str) -> bool:
    """Say whether a browser's word tells of something that the page's policy forbids."""
    return "Content Security Policy" in said or "Content-Security-Policy" in said


@pytest.fixture
def open_page(chromium: Browser, paper: RunningPaper) -> Iterator[Open]:
    """Return a function that opens an address of the paper in a window of its own.

    Fails in the end if any page asked another host for anything, or logged an error, or did
    what its Content-Security-Policy forbids.
    """
    contexts: list[BrowserContext] = []
    elsewhere: list[str] = []
    errors: list[str] = []

    def open_it(path: str, **options: Any) -> Page:
        options.setdefault("viewport", DESKTOP)
        context = chromium.new_context(base_url=paper.address, locale="fa-IR", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((paper.address, "data:", "blob:"))
                else elsewhere.append(request.url)
            ),
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: forbidden(said.text) and errors.append(said.text))
        page.goto(path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert not elsewhere
    assert not errors


@pytest.fixture(scope="session")
def logged_in() -> dict[str, Any]:
    """What the browser keeps of those who logged in once, by their names."""
    return {}


@pytest.fixture
def log_in(open_page: Open, logged_in: dict[str, Any]) -> Callable[[str], Page]:
    """Return a function that opens the newsroom as one of the demo's staff."""

    def as_somebody(username: str) -> Page:
        page = open_page("/newsroom/", storage_state=logged_in.get(username))
        if "/login/" in page.url:
            page.fill("input[name=username]", username)
            page.fill("input[name=password]", PASSWORD)
            page.click("button[type=submit]")
            page.wait_for_url(re.compile(r"/newsroom/$"))
            logged_in[username] = page.context.storage_state()
        return page

    return as_somebody
