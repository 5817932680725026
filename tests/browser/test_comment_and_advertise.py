"""A reader writes, the newsroom decides, the page changes."""

import re
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from conftest import Open, soon
from playwright.sync_api import Page

from tools.paper import RunningPaper, environment


def counters(page: Page, path: str) -> str:
    page.goto(path)
    return page.locator("body").inner_text()


@pytest.mark.parametrize("has_javascript", [True, False], ids=["with JavaScript", "without"])
def test_a_reader_comments_and_a_moderator_publishes(
    open_page: Open, log_in: Callable[[str], Page], has_javascript: bool
) -> None:
    words = f"پیشنهاد من مسیر دوم است {int(time.time() * 1000) if has_javascript else 'دیگر'}"
    path = "/news/21/" if has_javascript else "/news/22/"
    reader = open_page(path, java_script_enabled=has_javascript)
    form = reader.locator("form[action^='/comments/']")
    form.locator("[name=name]").fill("خواننده")
    form.locator("[name=text]").fill(words)
    time.sleep(3.2)
    form.locator("button[type=submit]").click()
    if not has_javascript:  # the form comes back once, to be read over
        assert words in reader.locator("textarea").input_value()
        time.sleep(3.2)
        reader.locator("form[action^='/comments/'] button[type=submit]").click()
    reader.wait_for_url("**/comments/received/**")
    soon(reader, path, "در انتظار بررسی: ۱")

    moderator = log_in("arash")
    moderator.goto("/newsroom/comments/")
    entry = moderator.locator("[data-entry], article, li").filter(has_text=words).last
    entry.get_by_role("button", name=re.compile("^انتشار")).first.click()
    soon(reader, path, words)
    page = counters(reader, path)
    assert "در انتظار بررسی: ۰" in page
    assert "انتشار یافته: ۱" in page


def test_an_advertisement_goes_from_form_to_page_to_expiry(
    open_page: Open, log_in: Callable[[str], Page], paper: RunningPaper
) -> None:
    title = "چرخ خیاطی قدیمی سالم"
    reader = open_page("/classifieds/new/")
    reader.locator("[name=category]").select_option(label="لوازم خانه")
    reader.locator("[name=title]").fill(title)
    reader.locator("[name=city]").fill("کرمان")
    reader.locator("[name=text]").fill(f"چرخ خیاطی پایه{HALF_SPACE}دار با میز چوبی، روغن{HALF_SPACE}کاری شده و آماده کار.")
    reader.locator("[name=price]").fill("۴٬۵۰۰٬۰۰۰")
    reader.locator("[name=phone]").fill("۰۹۰۰ ۰۰۰ ۹۹۸۸")
    time.sleep(3.2)
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
        "from dabir.classifieds.models import Advertisement as A; from django.utils import timezone;"
        f"A.objects.filter(title='{title}').update(expires_at=timezone.now())"
    )
    subprocess.run(
        [sys.executable, "manage.py", "shell", "-c", expire],
        env=environment(paper.folder, paper.address),
        check=True,
        capture_output=True,
    )
    until = time.monotonic() + 15
    while reader.request.get(address).ok and time.monotonic() < until:
        time.sleep(0.1)
    assert reader.request.get(address).status in {404, 410}
    assert title not in reader.request.get("/classifieds/home/").text()
    reader.goto(private)
    assert "منقضی" in reader.locator("main").inner_text() or "پایان" in reader.locator("main").inner_text()
