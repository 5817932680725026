"""An editor sets the front by mouse and by keyboard, publishes it, and readers see it."""

from collections.abc import Callable

from looking import PHONE, soon, until
from playwright.sync_api import Page

FRONT = "/newsroom/fronts/0/"


def test_an_editor_sets_the_front_and_readers_see_it(log_in: Callable[[str], Page]) -> None:
    page = log_in("maryam")
    page.goto(FRONT)
    story = page.locator(".fronts-story").nth(3)
    code, headline = story.get_attribute("data-code"), story.get_attribute("data-headline")
    assert headline

    # By mouse into the lead, over what stands there.
    lead = page.locator("[data-container=lead]")
    story.drag_to(lead.locator("[data-set]").first, target_position={"x": 30, "y": 3})
    entry = lead.locator(f"[data-set][data-code='{code}']")
    entry.wait_for()
    assert lead.locator("[data-set]").first.get_attribute("data-code") == code
    assert page.locator(".fronts-state__mark").is_visible()

    # By keyboard: words for the front alone.
    entry.locator("summary").focus()
    page.keyboard.press("Enter")
    entry.locator("input[name=headline]").fill("تیتری تنها برای صفحهٔ نخست")
    page.keyboard.press("Enter")
    page.locator(f"[data-set][data-code='{code}'] .fronts-entry__headline").filter(
        has_text="تیتری تنها"
    ).wait_for()

    frame = page.frame_locator("[data-preview]")
    frame.locator(".front__lead .card__headline", has_text="تیتری تنها").wait_for()
    assert "تیتری تنها" not in page.request.get("/").text()
    page.get_by_role("button", name="انتشار صفحه").click()
    page.get_by_text("همین زنده است").wait_for()
    soon(page, "/", "تیتری تنها برای صفحهٔ نخست")


def test_stories_are_moved_by_keyboard_alone(log_in: Callable[[str], Page]) -> None:
    page = log_in("arash")
    page.goto(FRONT)
    page.locator("[data-to]").select_option("secondary")
    choose = page.locator(".fronts-story button").nth(5)
    code = choose.get_attribute("value")
    choose.focus()
    page.keyboard.press("Enter")
    second = page.locator("[data-container=secondary]")
    second.locator(f"[data-set][data-code='{code}']").wait_for()
    page.locator(f"[data-key=down-{code}]").focus()
    page.keyboard.press("Enter")
    until(lambda: _place_of(page, code) == 1)
    focused = page.evaluate("document.activeElement.dataset.key")
    assert focused == f"down-{code}"
    page.keyboard.press("Alt+ArrowUp")
    until(lambda: _place_of(page, code) == 0)


def _place_of(page: Page, code: str | None) -> int:
    entries = page.locator("[data-container=secondary] [data-set]").all()
    return [entry.get_attribute("data-code") for entry in entries].index(code)


def test_a_breaking_bar_is_seen_on_front_and_story(log_in: Callable[[str], Page]) -> None:
    page = log_in("maryam")
    page.set_viewport_size(PHONE)
    page.goto(FRONT)
    page.get_by_text("گذاشتن خبر فوری").click()
    page.locator("#id_text").fill("زمین در شمال لرزید")
    page.get_by_role("button", name="بالای روزنامه بگذار").click()
    page.get_by_text("«زمین در شمال لرزید»").wait_for()
    soon(page, "/", "زمین در شمال لرزید")
    soon(page, "/parts/breaking.html", "زمین در شمال لرزید")
    page.goto("/news/30/")
    page.locator(".breaking", has_text="زمین در شمال لرزید").wait_for()
    page.goto(FRONT)
    page.get_by_role("button", name="بردار", exact=True).first.click()
    page.get_by_text("خبر فوری برداشته شد").wait_for()
