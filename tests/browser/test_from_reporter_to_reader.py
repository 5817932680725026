"""A story's whole way: a reporter writes it, editors pass it, readers see it everywhere."""

import re
from collections.abc import Callable

from looking import soon, until
from playwright.sync_api import Page

from dabir.persian import HALF_SPACE

HEADLINE = f"پل چوبی رودخانه می{HALF_SPACE}ماند"


def type_headline(page: Page) -> None:
    """Type the headline by hand, the half-space with Shift and Space."""
    page.locator("#id_headline").click()
    before, after = HEADLINE.split(HALF_SPACE)
    page.keyboard.type(before)
    page.keyboard.press("Shift+Space")
    page.keyboard.type(after)


def type_body(page: Page) -> None:
    page.get_by_title("درج قطعه").first.click()
    page.get_by_role("option", name="متن", exact=True).first.click()
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type("مردم می")
    page.keyboard.press("Shift+Space")
    page.keyboard.type("گویند پل باید بماند.")
    page.wait_for_timeout(700)  # Draftail hands its text to the form a moment later


def write(reporter: Page) -> str:
    """Write a story and send it on its way; return its code."""
    reporter.goto("/newsroom/stories/add/")
    type_headline(reporter)
    reporter.locator("#id_lead").fill("شورای روستا پل چوبی را نگه داشت.")
    type_body(reporter)
    reporter.get_by_role("tab", name="جای خبر").click()
    reporter.locator("#id_section").select_option(label="طبیعت")
    topic = reporter.get_by_role("combobox", name="موضوع")
    topic.fill("پل چوبی")
    reporter.wait_for_selector("[role=option][data-new]")
    topic.press("ArrowDown")
    topic.press("Enter")
    reporter.get_by_role("button", name="کارهای دیگر").click()
    reporter.get_by_role("button", name="فرستادن به راه خبر").click()
    reporter.locator(".messages .success").wait_for()
    if not re.search(r"/edit/\d+/", reporter.url):
        reporter.get_by_role("link", name=HEADLINE).first.click()
    found = re.search(r"/edit/(\d+)/", reporter.url)
    assert found
    return found[1]


def approve(editor: Page, code: str) -> None:
    """Pass the story on, as the workflow asks this editor to."""
    editor.goto(f"/newsroom/stories/edit/{code}/")
    editor.get_by_role("button", name="کارهای دیگر").click()
    editor.get_by_role("button", name=re.compile("^تأیید")).first.click()
    editor.wait_for_load_state("networkidle")


def test_a_story_goes_from_reporter_to_reader(log_in: Callable[[str], Page]) -> None:
    reporter = log_in("sara")
    code = write(reporter)
    assert reporter.locator("button[name=action-publish]").count() == 0
    address = f"/news/{code}/"
    assert reporter.request.get(address).status == 404

    approve(log_in("arash"), code)
    assert reporter.request.get(address).status == 404
    chief = log_in("maryam")
    approve(chief, code)

    until(lambda: chief.request.get(address).ok)
    soon(chief, address, f"می{HALF_SPACE}گویند پل باید بماند")
    page = chief.request.get(address).text()
    topic = re.search(r'href="(/topic/\d+/)"', page)
    assert topic
    for path in ("/", "/section/nature/", topic[1], "/feed.xml", "/section/nature/feed.xml"):
        soon(chief, path, HEADLINE)
    maps = re.findall(r"(/sitemap/\d+-\d+\.xml)", chief.request.get("/sitemap.xml").text())
    soon(chief, maps[0], f"{address}<")
    soon(chief, newest_day(chief), HEADLINE)

    chief.goto(f"/newsroom/stories/unpublish/{code}/")
    chief.locator("form button[type=submit], form input[type=submit]").last.click()
    until(lambda: chief.request.get(address).status == 410)
    until(lambda: HEADLINE not in chief.request.get("/").text())


def newest_day(page: Page) -> str:
    """Return the address of the newest day of the archive, found as a reader finds it."""
    path = "/archive/"
    for depth in (3, 4, 5):
        found = re.findall(r'href="(/archive/[\d/]+)"', page.request.get(path).text())
        path = max(each for each in found if each.count("/") == depth)
    return path
