"""A reader writes, the newsroom decides, the page changes."""

import re
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from looking import Open, soon, until
from playwright.sync_api import Page, expect

from dabir.persian import HALF_SPACE, to_ascii_digits
from tools.paper import RunningPaper, environment

ENOUGH = 3.2
"""Seconds after which a form is believed to be filled in by a person."""


def counter(page: Page, path: str, label: str) -> int:
    """Return the number that readers see after ``label`` on the printed page."""
    words = re.sub(r"<[^>]+>", "", page.request.get(path).text())
    found = re.search(rf"{label}\s*:?\s*([۰-۹]+)", words)
    assert found, f"{path} has no counter «{label}»"
    return int(to_ascii_digits(found[1]))


@pytest.mark.parametrize("has_javascript", [True, False], ids=["with JavaScript", "without"])
def test_a_reader_comments_and_a_moderator_publishes(
    open_page: Open, log_in: Callable[[str], Page], has_javascript: bool
) -> None:
    path = "/news/21/" if has_javascript else "/news/22/"
    words = f"پیشنهاد من مسیر دوم است؛ {path}"
    reader = open_page(path, java_script_enabled=has_javascript)
    pending = counter(reader, path, "در انتظار بررسی")
    published = counter(reader, path, "انتشار یافته")
    form = reader.locator("form[action^='/comments/']")
    form.locator("[name=name]").fill("خواننده")
    form.locator("[name=text]").fill(words)
    if has_javascript:
        expect(reader.locator("[name=token]")).not_to_have_value("")
        time.sleep(ENOUGH)
        form.locator("button[type=submit]").click()
    else:  # the form comes back once, to be read over
        form.locator("button[type=submit]").click()
        assert reader.locator("textarea").input_value() == words
        time.sleep(ENOUGH)
        reader.locator("form[action^='/comments/'] button[type=submit]").click()
    reader.wait_for_url("**/comments/received/**")
    until(lambda: counter(reader, path, "در انتظار بررسی") == pending + 1)

    moderator = log_in("arash")
    moderator.goto("/newsroom/comments/")
    entry = moderator.locator("article, li").filter(has_text=words).last
    entry.get_by_role("button", name=re.compile("^انتشار")).first.click()
    soon(reader, path, words)
    assert counter(reader, path, "در انتظار بررسی") == pending
    assert counter(reader, path, "انتشار یافته") == published + 1


def test_an_advertisement_goes_from_form_to_page_to_expiry(
    open_page: Open, log_in: Callable[[str], Page], paper: RunningPaper
) -> None:
    title = "چرخ خیاطی قدیمی سالم"
    reader = open_page("/classifieds/new/")
    reader.locator("[name=category]").select_option(label="لوازم خانه")
    reader.locator("[name=title]").fill(title)
    reader.locator("[name=city]").fill("کرمان")
    reader.locator("[name=text]").fill(
        f"چرخ خیاطی پایه{HALF_SPACE}دار با میز چوبی، روغن{HALF_SPACE}کاری شده و آماده کار."
    )
    reader.locator("[name=price]").fill("۴٬۵۰۰٬۰۰۰")
    reader.locator("[name=phone]").fill("۰۹۰۰ ۰۰۰ ۹۹۸۸")
    time.sleep(ENOUGH)
    reader.locator("main form button[type=submit]").last.click()
    reader.wait_for_url("**/classifieds/mine/**")
    private = reader.url

    editor = log_in("maryam")
    editor.goto("/newsroom/classifieds/")
    entry = editor.locator("article, li, tr").filter(has_text=title).last
    entry.get_by_role("button", name=re.compile("تأیید|تایید|انتشار")).first.click()
    soon(reader, "/classifieds/home/", title)

    reader.goto("/classifieds/home/")
    reader.get_by_role("link", name=title).first.click()
    assert "09000009988" not in reader.content()
    assert "۰۹۰۰۰۰۰۹۹۸۸" not in reader.content()
    reader.get_by_role("button", name=re.compile("شماره|تلفن")).click()
    reader.get_by_text(re.compile("۰۹۰۰.?۰۰۰.?۹۹۸۸|09000009988")).wait_for()
    address = reader.url

    expire = (
        "from dabir.classifieds.models import Advertisement as A;"
        "from django.utils import timezone;"
        f"A.objects.filter(title='{title}').update(expires_at=timezone.now())"
    )
    subprocess.run(
        [sys.executable, "manage.py", "shell", "-c", expire],
        env=environment(paper.folder, paper.address),
        check=True,
        capture_output=True,
    )
    until(lambda: reader.request.get(address).status == 404)
    assert title not in reader.request.get("/classifieds/home/").text()
    reader.goto(private)
    assert (
        "منقضی" in reader.locator("main").inner_text()
        or "پایان" in reader.locator("main").inner_text()
    )
