"""Takes the pictures of README and docs from the demo paper: `make screenshots`."""

import re
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

from dabir.persian.letters import HALF_SPACE
from tools.paper import CHROMIUM, CHROMIUM_FLAGS, ROOT, running

OUT: Final = ROOT / "docs" / "screenshots"
WIDTHS: Final = {"phone": (390, 844), "desktop": (1280, 900)}
PAGES: Final = {
    "front": "/",
    "story": "/news/30/",
    "section": "/section/science/",
    "classifieds": "/classifieds/",
}
NEWSROOM: Final = {
    "stories": "/newsroom/stories/",
    "editor": "/newsroom/stories/edit/30/",
    "comments": "/newsroom/comments/",
    "front-setting": "/newsroom/fronts/0/",
}
# A story with slips of every kind, for the pictures of the copy desk.
HEADLINE: Final = "ایران وترکیه برای مهار آتش جنگل ها همکاری همکاری می کنند"
LEAD: Final = "نخستین گروه دیروز باهواپیما رسید و کار از امروز در سه استان آغاز می شود."
BODY: Final = (
    "مردم این روستاها سه روز است باچراغ نفتی شب را می گذرانند و آب را از چشمه می آورند.",
    "به گفته استاندار، دو گروه از شهر به این این روستاها رفته اند و تا شنبه می مانند.",
)


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


def log_in(page: Page) -> None:
    page.goto("/newsroom/login/")
    page.fill("input[name=username]", "maryam")
    page.fill("input[name=password]", "dabir-demo")
    page.click("button[type=submit]")
    page.wait_for_url(re.compile("/newsroom/$"))


def shoot_newsroom(browser: Browser, address: str) -> None:
    for size, (width, height) in WIDTHS.items():
        context = browser.new_context(base_url=address, viewport={"width": width, "height": height})
        page = context.new_page()
        log_in(page)
        for name, path in NEWSROOM.items():
            page.goto(path)
            page.wait_for_load_state("networkidle")
            shoot(page, name, size)
        shoot_copy_desk(page, size)
        context.close()


# The copy desk -------------------------------------------------------------------------


def shoot_copy_desk(page: Page, size: str) -> None:
    """A story under the desk's marks, many fixes before they are made, the sheet, a trial."""
    page.goto("/newsroom/stories/add/")
    write_with_slips(page)
    wait_for_desk(page)
    if size == "desktop":
        page.locator("[data-side-panel-toggle=copydesk]").click()
    page.locator("#id_headline").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    shoot(page, "copydesk", size)
    page.keyboard.press("Escape")
    if size == "desktop":
        page.locator("[data-copydesk-do=fix-half-spaces]").click()
        shoot(page, "copydesk-fixes", size)
        page.keyboard.press("Escape")
        shoot_trial(page, size)
    page.goto("/newsroom/copydesk/")
    page.locator("#copydesk-text").fill("\n".join((HEADLINE, LEAD, *BODY)))
    wait_for_desk(page)
    shoot(page, "copydesk-sheet", size)


def write_with_slips(page: Page) -> None:
    page.locator("#id_headline").fill(HEADLINE)
    page.locator("#id_lead").fill(LEAD)
    page.get_by_title("درج قطعه").first.click()
    page.get_by_role("option", name="متن", exact=True).first.click()
    page.locator(".public-DraftEditor-content").first.click()
    for paragraph in BODY:
        page.keyboard.type(paragraph)
        page.keyboard.press("Enter")


def shoot_trial(page: Page, size: str) -> None:
    """An entry of the rulebook, tried on the archive."""
    page.goto("/newsroom/copydesk/rulebook/add/")
    page.locator("#id_written").fill("مسیر")
    page.locator("#id_right").fill("راه")
    page.locator("#id_reason").fill(f"در این روزنامه «راه» می{HALF_SPACE}نویسیم.")
    page.get_by_role("button", name="ذخیره").first.click()
    page.get_by_role("button", name="آزمایش کن").click()
    page.get_by_text("به پایان رسید").wait_for()
    shoot(page, "copydesk-trial", size)


def wait_for_desk(page: Page) -> None:
    page.wait_for_timeout(500)
    page.wait_for_function("globalThis.copydesk?.desk?.transport.isIdle")
    page.wait_for_timeout(500)


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with running() as paper, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        shoot_paper(browser, paper.address)
        shoot_newsroom(browser, paper.address)
        browser.close()


if __name__ == "__main__":
    main()
