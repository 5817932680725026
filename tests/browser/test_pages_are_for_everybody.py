"""axe-core finds nothing, pages read without JavaScript, nothing is cut off at any width."""

from pathlib import Path
from typing import Any

import pytest
from looking import DESKTOP, PHONE, Open, until

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {
    "front": "/",
    "story": "/news/30/",
    "section": "/section/science/",
    "topics": "/topics/",
    "archive": "/archive/",
    "classifieds": "/classifieds/",
    "category": "/classifieds/books/",
    "advertisement form": "/classifieds/new/",
    "about": "/about/",
    "not found": "/nothing/here/",
}


def violations(page: Any) -> list[str]:
    """Return what axe finds, a line a violation."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_page: Open, name: str, viewport: Any, scheme: str) -> None:
    page = open_page(PAGES[name], viewport=viewport, color_scheme=scheme, bypass_csp=True)
    assert violations(page) == []


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_the_archive(open_page: Open, viewport: Any) -> None:
    page = open_page("/archive/", viewport=viewport, bypass_csp=True)
    for depth in (4, 5, 6):  # a year, its last month with stories, its last day with stories
        links = page.locator("main a[href^='/archive/1']")
        found = [link.get_attribute("href") or "" for link in links.all()]
        deeper = [path for path in found if path.count("/") == depth - 1]
        page.goto(max(deeper))
        assert violations(page) == []
    assert page.locator("main a[href^='/news/']").count()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_the_window(open_page: Open, name: str) -> None:
    page = open_page(PAGES[name])
    for width in (320, 390, 768, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_load_of_a_story_is_light(open_page: Open) -> None:
    """All that comes over the wire but pictures, headers and font included, as a browser counts."""
    page = open_page("/about/")
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.clearBrowserCache")
    kinds: dict[str, str] = {}
    loaded: dict[str, int] = {}
    network.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    network.on(
        "Network.loadingFinished",
        lambda e: loaded.update({e["requestId"]: e["encodedDataLength"]}),
    )
    page.goto("/news/30/", wait_until="networkidle")
    found = {key: size for key, size in loaded.items() if kinds.get(key) not in {None, "Image"}}
    assert {"Document", "Stylesheet", "Font", "Script"} <= {kinds[key] for key in found}
    assert sum(found.values()) <= 120_000


def test_a_story_reads_without_javascript(open_page: Open) -> None:
    page = open_page("/", java_script_enabled=False)
    page.locator("main h2 a").first.click()
    assert page.locator("h1").inner_text()
    assert page.locator("main p").count() > 2
    assert page.locator("form[action^='/comments/']").count() == 1


def test_the_front_is_read_by_keyboard_alone(open_page: Open) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('main a[href^=\"/news/\"]')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/news/*/")
    assert page.locator("h1").is_visible()


def test_the_short_link_is_copied(open_page: Open) -> None:
    page = open_page("/news/30/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-copy]").click()
    until(
        lambda: page.evaluate("navigator.clipboard.readText()").endswith("/news/30/"),
    )
