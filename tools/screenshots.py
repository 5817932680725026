"""Takes the pictures of README and docs from the demo paper: `make screenshots`."""

import re
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

from tools.paper import CHROMIUM, CHROMIUM_FLAGS, ROOT, running

OUT: Final = ROOT / "docs" / "screenshots"
WIDTHS: Final = {"phone": (390, 844), "desktop": (1280, 900)}
PAGES: Final = {
    "front": "/",
    "story": "/news/30/",
    "section": "/section/science/",
    "classifieds": "/classifieds/",
}


def shoot(page: Page, name: str, size: str) -> None:
    place = OUT / f"{name}-{size}.jpg"
    page.wait_for_timeout(600)
    page.screenshot(path=place, type="jpeg", quality=72)
    print(place.relative_to(ROOT))


def open_newest_day(page: Page) -> None:
    """Go from the archive to its newest day with stories: year, month, day."""
    page.goto("/archive/")
    for depth in (4, 5, 6):
        links = page.locator("main a[href^='/archive/1']").all()
        found = [link.get_attribute("href") or "" for link in links]
        page.goto(max(path for path in found if path.count("/") == depth - 1))


def shoot_paper(browser: Browser, address: str) -> None:
    for size, (width, height) in WIDTHS.items():
        page = browser.new_page(base_url=address, viewport={"width": width, "height": height})
        for name, path in PAGES.items():
            page.goto(path)
            shoot(page, name, size)
        open_newest_day(page)
        shoot(page, "day", size)
        page.close()


def shoot_newsroom(browser: Browser, address: str) -> None:
    for size, (width, height) in WIDTHS.items():
        context = browser.new_context(base_url=address, viewport={"width": width, "height": height})
        page = context.new_page()
        page.goto("/newsroom/login/")
        page.fill("input[name=username]", "maryam")
        page.fill("input[name=password]", "dabir-demo")
        page.click("button[type=submit]")
        page.wait_for_url(re.compile("/newsroom/$"))
        for name, path in {
            "stories": "/newsroom/stories/",
            "editor": "/newsroom/stories/edit/30/",
            "comments": "/newsroom/comments/",
        }.items():
            page.goto(path)
            page.wait_for_load_state("networkidle")
            shoot(page, name, size)
        context.close()


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with running() as paper, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        shoot_paper(browser, paper.address)
        shoot_newsroom(browser, paper.address)
        browser.close()


if __name__ == "__main__":
    main()
