"""The date that the browser writes into the masthead is the date of the Jalali calendar."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import dabir.theme
from dabir.persian import JalaliDay
from dabir.persian.jalali import TEHRAN

SCRIPT = Path(dabir.theme.__file__).parent / "static/theme/js/paper.js"
DAYS = [datetime(2026, 3, 18, 0, 30, tzinfo=TEHRAN) + timedelta(days=n) for n in range(8)]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(timezone_id="America/New_York")
    yield page
    page.close()


@pytest.mark.parametrize("moment", DAYS, ids=lambda moment: f"{moment:%m-%d}")
def test_it_writes_the_day_of_tehran(page: Page, moment: datetime) -> None:
    page.clock.set_fixed_time(moment)
    page.set_content("<p data-today></p>")
    page.add_script_tag(content=SCRIPT.read_text(), type="module")
    expect(page.locator("[data-today]")).to_have_text(str(JalaliDay.of(moment)))
