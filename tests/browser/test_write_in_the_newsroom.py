"""What editors' hands do: half-spaces, counters, the calendar, topics, the story list."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dabir.persian import HALF_SPACE


@pytest.fixture
def newsroom(log_in: Callable[[str], Page]) -> Page:
    return log_in("maryam")


@pytest.fixture
def form(newsroom: Page) -> Page:
    """The form of one of the demo's drafts."""
    newsroom.goto("/newsroom/stories/?state=draft&span=all&ordering=code")
    newsroom.locator(".newsroom-headline a").first.click()
    newsroom.wait_for_selector(".public-DraftEditor-content")
    return newsroom


def save(form: Page) -> None:
    """Save the draft and open its form anew."""
    form.wait_for_timeout(600)  # Draftail hands its text to the form a moment later
    form.keyboard.press("Control+s")
    expect(form.locator(".messages .success")).to_be_visible()


def body(form: Page):
    """Put the caret before the first paragraph, and return the editor."""
    editor = form.locator(".public-DraftEditor-content").first
    editor.click()
    form.keyboard.press("Control+Home")
    return editor


def schedule(form: Page) -> None:
    form.get_by_role("tab", name="زمان").click()
    form.get_by_role("tabpanel").get_by_role("button", name="بندی").click()


def test_shift_and_space_type_a_half_space_in_a_box_and_undo_takes_it_back(form):
    headline = form.locator("#id_headline")
    headline.fill("میرود")
    headline.evaluate("box => { box.focus(); box.setSelectionRange(2, 2); }")
    form.keyboard.press("Shift+Space")
    assert headline.input_value() == f"می{HALF_SPACE}رود"
    form.keyboard.press("Control+z")
    assert headline.input_value() == "میرود"


def test_shift_and_space_type_a_half_space_over_a_selection(form):
    lead = form.locator("#id_lead")
    lead.fill("می رود")
    lead.evaluate("box => { box.focus(); box.setSelectionRange(2, 3); }")
    form.keyboard.press("Shift+Space")
    assert lead.input_value() == f"می{HALF_SPACE}رود"


def test_shift_and_space_type_a_half_space_in_the_body_and_undo_takes_it_back(form):
    editor = body(form)
    before = editor.inner_text()
    form.keyboard.type("می")
    form.keyboard.press("Shift+Space")
    form.keyboard.type("رود ")
    assert editor.inner_text().startswith(f"می{HALF_SPACE}رود ")
    for _ in range(12):
        form.keyboard.press("Control+z")
    assert editor.inner_text() == before


def test_a_half_space_of_the_body_is_saved(form):
    body(form)
    form.keyboard.type("می")
    form.keyboard.press("Shift+Space")
    form.keyboard.type("آید ")
    save(form)
    form.reload()
    expect(form.locator(".public-DraftEditor-content").first).to_contain_text(f"می{HALF_SPACE}آید")


def test_the_preview_shows_the_story_beside_its_form(form):
    headline = form.locator("#id_headline").input_value()
    form.locator("[data-side-panel-toggle=preview]").click()
    frame = form.frame_locator("[data-w-preview-target=iframe]").last
    expect(frame.locator("h1.story__headline")).to_have_text(headline)


def test_plain_space_stays_a_space(form):
    headline = form.locator("#id_headline")
    headline.fill("می")
    headline.press("End")
    form.keyboard.press("Space")
    assert headline.input_value() == "می "


def test_a_paragraph_that_begins_with_latin_stays_right_to_left(form):
    body(form)
    form.keyboard.type("G20 ")
    block = form.locator(".public-DraftStyleDefault-block").first
    assert "public-DraftStyleDefault-ltr" in block.get_attribute("class")
    assert block.evaluate("block => getComputedStyle(block).direction") == "rtl"
    assert block.evaluate("block => getComputedStyle(block).textAlign") in {"start", "right"}


def test_the_counter_counts_and_warns_and_never_stops(form):
    headline = form.locator("#id_headline")
    counter = form.locator("#id_headline + .newsroom-count")
    headline.fill("ا" * 51)
    assert counter.inner_text().startswith("۵۱ نویسه")
    assert "newsroom-count--long" not in counter.get_attribute("class")
    headline.fill("ا" * 88)
    assert counter.inner_text().startswith("۸۸ نویسه")
    assert "newsroom-count--long" in counter.get_attribute("class")


def test_the_calendar_is_walked_by_keys(form):
    schedule(form)
    box = form.locator("#id_go_live_at")
    box.fill("۱۳۹۵/۰۳/۲۱ ۱۴:۰۵")
    form.locator(".publishing [data-jalali-open]:visible").first.click()
    assert form.locator(".jalali-calendar [aria-current]").first.inner_text() == "۲۱"
    for key in ("ArrowLeft", "ArrowDown", "ArrowUp", "ArrowRight", "PageDown", "Home"):
        form.keyboard.press(key)
    form.keyboard.press("Enter")
    assert box.input_value() == "۱۳۹۵/۰۴/۱۹ ۱۴:۰۵"  # the Saturday of that week


def test_the_calendar_takes_month_year_and_clock(form):
    schedule(form)
    box = form.locator("#id_expire_at")
    opener = form.locator("[data-jalali-open]:visible").last
    box.fill("۱۴۰۰/۱۱/۳۰")
    opener.click()
    calendar = form.locator(".jalali-calendar:popover-open")
    calendar.get_by_label("ماه", exact=True).select_option("12")
    calendar.get_by_label("ساعت").fill("۰۷:۳۰")
    calendar.get_by_label("ساعت").press("Enter")
    assert box.input_value() == "۱۴۰۰/۱۲/۲۹ ۰۷:۳۰"
    opener.click()
    calendar.get_by_label("سال").fill("۱۳۹۹")
    calendar.get_by_label("سال").press("Tab")
    calendar.get_by_label("ماه بعد").click()
    calendar.get_by_label("ماه پیش").click()
    calendar.get_by_role("button", name="۱۳ اسفند").click()
    assert box.input_value() == "۱۳۹۹/۱۲/۱۳ ۰۷:۳۰"
    opener.click()
    calendar.get_by_text("پاک کن").click()
    assert box.input_value() == ""


def test_escape_closes_the_calendar_and_gives_the_focus_back(form):
    schedule(form)
    opener = form.locator(".publishing [data-jalali-open]:visible").first
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    form.keyboard.press("Escape")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(opener).to_be_focused()


def test_a_topic_is_made_on_the_spot_and_then_picked_with_the_keys(form):
    form.get_by_role("tab", name="جای خبر").click()
    box = form.get_by_role("combobox", name="موضوع")
    box.fill("بندر نو")
    form.wait_for_selector("[role=option][data-new]")
    box.press("ArrowDown")
    box.press("Enter")
    chosen = form.locator(".topics-input__topic", has_text="بندر نو")
    expect(chosen).to_have_count(1)
    chosen.get_by_role("button").click()
    expect(chosen).to_have_count(0)
    box.fill("بندر نو")
    form.wait_for_selector("[role=option][data-id]")
    box.press("Enter")
    expect(chosen).to_have_count(1)
    save(form)
    expect(form.locator(".topics-input__topic", has_text="بندر نو")).to_have_count(1)


def test_numbers_of_wagtail_s_scripts_are_persian(form):
    form.get_by_role("tab", name="نام").click()
    assert form.locator("[data-inline-panel-child-count]").first.inner_text().strip() == "۱"


def test_a_story_is_found_while_one_types(newsroom):
    newsroom.goto("/newsroom/stories/?span=all")
    rows = newsroom.locator("#listing-results tbody tr")
    assert rows.count() == 25
    newsroom.locator("#id_q").fill("زعفران")
    expect(rows).not_to_have_count(25)
    expect(rows.first).to_contain_text("زعفران")


def test_a_story_is_chosen_by_its_code(form):
    form.get_by_role("tab", name="خبرهای مرتبط").click()
    form.get_by_role("button", name="افزودن خبر مرتبط").click()
    form.locator("[data-chooser-action-choose]:visible").last.click()
    form.locator(".modal-body #id_q").fill("۱۲")
    choices = form.locator(".modal-body [data-chooser-modal-choice]")
    expect(choices).to_have_count(1)
    headline = choices.inner_text()
    choices.click()
    expect(form.locator("[data-chooser-title]:visible").last).to_have_text(headline)
