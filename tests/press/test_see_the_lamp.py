"""The newsroom sees how each printed page stands."""

from collections.abc import Callable

from django.test import Client
from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.press import lamp
from dabir.press.models import PrintedPage


def test_a_draft_has_no_light(draft: Story) -> None:
    assert lamp.light(None, draft) is None


def test_the_light_follows_the_page(story: Story) -> None:
    page = PrintedPage(path=story.get_absolute_url(), stale_at=timezone.now())
    assert lamp.light(None, story).word == "در راه چاپخانه"  # type: ignore[union-attr]
    assert lamp.light(page, story).word == "در نوبت چاپ"  # type: ignore[union-attr]
    page.error = "disk full"
    assert lamp.light(page, story).more == "disk full"  # type: ignore[union-attr]
    page.error, page.stale_at, page.status, page.printed_at = "", None, 200, timezone.now()
    assert lamp.light(page, story).word == "روی کیوسک"  # type: ignore[union-attr]
    page.status = 410
    assert lamp.light(page, story).word == "برداشته شد"  # type: ignore[union-attr]


def test_the_story_list_shows_it(as_maryam: Client, page: Callable[..., str], story: Story) -> None:
    page(story.get_absolute_url())
    assert "روی کیوسک" in as_maryam.get("/newsroom/stories/").content.decode()


def test_the_press_says_what_failed_and_tries_again(as_maryam: Client, db: None) -> None:
    PrintedPage.objects.create(path="/", error="disk full", attempts=3)
    html = as_maryam.get("/newsroom/press/").content.decode()
    assert "disk full" in html
    assert as_maryam.post("/newsroom/press/retry/").status_code == 302
    page = PrintedPage.objects.get(path="/")
    assert (page.error, page.attempts) == ("", 0)
    assert page.stale_at is not None


def test_a_reporter_may_not_look_into_the_press(as_sara: Client) -> None:
    assert as_sara.get("/newsroom/press/").status_code in {302, 403}
    assert as_sara.post("/newsroom/press/retry/").status_code in {302, 403}
