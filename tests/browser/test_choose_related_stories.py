"""An editor sets a story beside another that the archive suggests."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

CHOSEN = "input[id^=id_related_stories-][id$=-related]"


@pytest.fixture
def form(log_in: Callable[[str], Page]) -> Page:
    """The form of a draft, at the tab of related stories, once the archive knows some."""
    newsroom = log_in("maryam")
    newsroom.goto("/newsroom/stories/?state=draft&span=all&ordering=code")
    newsroom.locator(".newsroom-headline a").first.click()
    for _ in range(30):
        newsroom.get_by_role("tab", name="مرتبط").click()
        newsroom.wait_for_timeout(1_000)
        if newsroom.locator(".beside__story").count():
            return newsroom
        newsroom.reload()
    pytest.fail("The archive suggests nothing.")


def test_a_suggestion_is_set_beside_the_story_and_is_suggested_no_more(form: Page) -> None:
    line = form.locator(".beside__story").first
    headline = line.locator("a").inner_text()
    before = form.locator(CHOSEN).count()
    button = line.get_by_role("button")
    button.focus()
    form.keyboard.press("Enter")
    expect(form.locator("[data-beside-note]")).to_have_text(f"«{headline}» افزوده شد.")
    expect(form.locator(CHOSEN)).to_have_count(before + 1)
    expect(form.locator(".beside__story", has_text=headline)).to_have_count(0)
    form.keyboard.press("Control+s")
    expect(form.locator(".messages .success")).to_be_visible()
    form.get_by_role("tab", name="مرتبط").click()
    expect(form.locator(CHOSEN)).to_have_count(before + 1)
    form.wait_for_timeout(2_000)
    expect(form.locator(".beside__story", has_text=headline)).to_have_count(0)
