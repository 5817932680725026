"""The form of a printed page, and the queue's keys, in a real browser."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.template import engines
from django.test import Client
from playwright.sync_api import Page, expect, sync_playwright

from dabir.comments.models import Comment
from dabir.comments.shown import published_on
from dabir.newsroom.models import Story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield browser.new_page()
        browser.close()


@pytest.fixture
def printed_page(page: Page, live_server: Any, story: Story) -> Page:
    """A page that was printed once, open in the browser."""
    part = engines["paper"].get_template("parts/comments.html")
    body = part.render({"comments": published_on(story)})
    address = f"{live_server.url}/news/{story.pk}/"
    kind = "text/html; charset=utf-8"
    page.route(address, lambda route: route.fulfill(body=body, content_type=kind))
    page.goto(address)
    return page


def test_a_reader_writes_under_a_printed_story(printed_page: Page, story: Story) -> None:
    token = printed_page.locator("[name=token]")
    expect(token).to_have_value("")
    printed_page.get_by_label("نام", exact=True).focus()
    expect(token).not_to_have_value("")

    printed_page.get_by_label("نام", exact=True).fill("نرگس")
    printed_page.get_by_label("نظر شما").fill("پل خوبی شده است.")
    printed_page.wait_for_timeout(3100)
    printed_page.get_by_role("button", name="فرستادن نظر").click()

    printed_page.wait_for_url("**/comments/received/**")
    assert Comment.objects.get().text == "پل خوبی شده است."


def test_while_the_newsroom_is_down_the_form_stays(printed_page: Page) -> None:
    asked = []
    printed_page.route("**/comments/token/", lambda route: (asked.append(1), route.abort()))
    printed_page.get_by_label("نام", exact=True).focus()
    printed_page.get_by_label("نام", exact=True).fill("نرگس")
    printed_page.get_by_label("نظر شما").focus()
    printed_page.wait_for_timeout(200)
    assert len(asked) == 2
    expect(printed_page.get_by_label("نام", exact=True)).to_have_value("نرگس")


def press(page: Page, code: str, key: str) -> None:
    """Press a key of a keyboard that writes Persian, which the test tool does not have."""
    event = {"code": code, "key": key, "bubbles": True, "cancelable": True}
    page.evaluate(
        "event => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', event))", event
    )


def test_a_moderator_works_by_keyboard(
    page: Page, live_server: Any, story: Story, arash: User
) -> None:
    comments = [
        Comment.objects.create(story=story, name=f"خواننده {n}", text=f"نظر {n}") for n in range(3)
    ]
    client = Client()
    client.force_login(arash)
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    page.context.add_cookies([{**session, "url": live_server.url}])
    page.goto(f"{live_server.url}/newsroom/comments/", wait_until="load")
    current = page.locator(".queue-entry--current")

    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("[data-queue-count]")).to_have_text("۱ نظر برگزیده")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(current).to_have_id(f"comment-{comments[2].pk}")

    page.keyboard.press("r")
    expect(current.locator("select[name=standard]")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(current.locator("textarea")).to_be_focused()
    page.keyboard.type("jkp")  # in a field these are letters
    expect(current.locator("textarea")).to_have_value("jkp")
    page.keyboard.press("Escape")

    with page.expect_navigation():
        page.keyboard.press("p")
    expect(current).to_have_id(f"comment-{comments[1].pk}")  # and on with the next one
    assert Comment.objects.published().get() == comments[2]

    press(page, "KeyK", "ن")  # the same keys, while the keyboard writes Persian
    expect(current).to_have_id(f"comment-{comments[1].pk}")
    press(page, "KeyJ", "ت")
    expect(current).to_have_id(f"comment-{comments[0].pk}")
    press(page, "Slash", "؟")
    expect(page.get_by_text("بررسی نظرها")).to_be_visible()
