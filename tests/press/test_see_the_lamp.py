"""The newsroom sees how far each story has come, what waits, and what failed and why."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE
from dabir.press.appointments import Appointment, Clockwork, Deed
from dabir.press.lamp.alarms import alarms
from dabir.press.lamp.column import Light, light
from dabir.press.lamp.ways import Way, way, ways
from dabir.press.lamp.words import UNKNOWN, in_plain_words, seconds
from dabir.press.models import PrintedPage, Printer, Purge

Page = Callable[..., str]


def shown(story: Story, **fields: object) -> Light:
    """Return the light of a story whose page is as ``fields`` say."""
    found = light(Way(story, PrintedPage(path=story.get_absolute_url(), **fields)))
    assert found is not None
    return found


@pytest.fixture
def all_well(db: None) -> None:
    """A printer and a clock that gave a sign of life just now."""
    Printer.objects.create(name="here-1", beat_at=timezone.now())
    Clockwork.beat("here:1")


# One story ----------------------------------------------------------------------------
def test_a_draft_has_no_light(draft: Story) -> None:
    assert light(Way(draft)) is None


def test_the_light_follows_the_page(story: Story) -> None:
    now = timezone.now()
    on_its_way = light(Way(story))
    assert on_its_way is not None
    assert on_its_way.word == "در راه چاپخانه"
    assert shown(story, stale_at=now).word == "در نوبت چاپ"
    assert "جا روی دیسک" in shown(story, error="OSError: No space left on device").more
    assert shown(story, status=200, printed_at=now).word == "روی کیوسک"
    assert shown(story, status=410, printed_at=now).word == "برداشته شد"


def test_a_way_tells_how_many_pages_and_how_long(page: Page, story: Story) -> None:
    page(story.get_absolute_url())
    story.headline = "تیتری تازه"
    story.save_revision().publish()
    assert way(story).is_noted
    page(story.get_absolute_url())
    found = way(Story.objects.get(pk=story.pk))
    assert (found.is_noted, found.waiting, found.is_on_stands) == (False, 0, True)
    assert found.pages > 3
    assert found.took.endswith("ثانیه")


def test_a_draft_that_changes_no_page_leaves_the_last_way_told(page: Page, story: Story) -> None:
    page(story.get_absolute_url())
    story.kicker = "روتیتر تازه"
    story.save_revision().publish()
    page(story.get_absolute_url())
    before = way(story).pages
    story.save_revision()
    page(story.get_absolute_url())
    assert way(story).pages == before > 0


def test_what_waits_is_counted(page: Page, story: Story) -> None:
    page(story.get_absolute_url())
    story.headline = "تیتری دیگر"
    story.save_revision().publish()
    page(story.get_absolute_url())
    settled = way(story).settled
    assert settled is not None
    some = PrintedPage.objects.filter(settlement=settled.pk).values_list("pk", flat=True)[:2]
    PrintedPage.objects.filter(pk__in=list(some)).update(stale_at=timezone.now())
    assert way(story).waiting == 2
    assert way(story).took == ""


def test_any_number_of_ways_costs_the_same(write: Callable[..., Story], maryam: User) -> None:
    stories = [write(headline=f"خبر {number}") for number in range(4)]
    for each in stories:
        each.latest_revision.publish(user=maryam)
    counts = []
    for some in (stories[:1], stories):
        with CaptureQueriesContext(connection) as asked:
            ways(some)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 4


def test_the_story_list_shows_it(as_maryam: Client, page: Page, story: Story) -> None:
    page(story.get_absolute_url())
    assert "روی کیوسک" in as_maryam.get("/newsroom/stories/").content.decode()


def test_the_form_shows_the_steps_and_keeps_them_fresh(
    as_maryam: Client, page: Page, story: Story
) -> None:
    page(story.get_absolute_url())
    form = as_maryam.get(f"/newsroom/stories/edit/{story.pk}/").content.decode()
    assert f'data-lamp="/newsroom/press/story/{story.pk}/"' in form
    fresh = as_maryam.get(f"/newsroom/press/story/{story.pk}/").content.decode()
    for step in ("ذخیره شد", "منتشر شد", "چاپ شد", "روی کیوسک"):
        assert step in form
        assert step in fresh


def test_a_story_under_embargo_says_so(as_sara: Client, draft: Story) -> None:
    draft.embargo_until = timezone.now() + timedelta(hours=1)
    draft.save_revision()
    fresh = as_sara.get(f"/newsroom/press/story/{draft.pk}/").content.decode()
    assert "انتشار ممنوع" in fresh


# The board ----------------------------------------------------------------------------
def test_the_press_says_what_failed_and_tries_again(as_maryam: Client, db: None) -> None:
    for path in ("/", "/about/"):
        PrintedPage.objects.create(path=path, error="OSError: No space left", attempts=3)
    html = as_maryam.get("/newsroom/press/").content.decode()
    assert "No space left" in html
    assert "جا روی دیسک تمام شده است" in html
    assert as_maryam.post("/newsroom/press/retry/", {"path": "/"}).status_code == 302
    page = PrintedPage.objects.get(path="/")
    assert (page.error, page.attempts) == ("", 0)
    assert page.stale_at is not None
    assert PrintedPage.objects.exclude(error="").count() == 1
    as_maryam.post("/newsroom/press/retry/")
    assert not PrintedPage.objects.exclude(error="").exists()


def test_a_button_leads_back_to_where_it_was_and_nowhere_else(as_maryam: Client, db: None) -> None:
    back = as_maryam.post("/newsroom/press/retry/", {"next": "/newsroom/stories/"})
    assert back.headers["Location"] == "/newsroom/stories/"
    away = as_maryam.post("/newsroom/press/retry/", {"next": "https://elsewhere.example/"})
    assert away.headers["Location"] == "/newsroom/press/"


def test_the_board_shows_queue_printers_and_clock(
    as_maryam: Client, all_well: None, story: Story
) -> None:
    now = timezone.now()
    held = {"claimed_by": "here-1", "claimed_until": now + timedelta(minutes=1)}
    PrintedPage.objects.create(path="/", rank=1, stale_at=now, **held)
    done = {"key": str(story.pk), "due_at": now, "done_at": now, "delay": 0.12}
    Appointment.objects.create(deed=Deed.PUBLISH, **done)
    html = as_maryam.get("/newsroom/press/board/").content.decode()
    assert "here-1" in html
    assert "۱ صفحه" in html
    assert "here:1" in html
    assert f"صفحهٔ نخست، سرویس{HALF_SPACE}ها" in html
    assert story.headline in html
    assert "۰٫۱ ثانیه" in html


def test_what_the_clock_failed_at_is_tried_again_on_a_click(
    as_maryam: Client, story: Story
) -> None:
    later = timezone.now() + timedelta(minutes=4)
    failing = Appointment.objects.create(
        deed=Deed.EXPIRE, key=str(story.pk), due_at=timezone.now(), attempts=5, retry_at=later,
        error="OperationalError: database is locked",
    )  # fmt: skip
    assert "پایگاه داده" in as_maryam.get("/newsroom/press/board/").content.decode()
    as_maryam.post("/newsroom/press/clock/", {"appointment": failing.pk})
    failing.refresh_from_db()
    assert failing.retry_at is None


def test_a_reporter_may_not_look_into_the_press(as_sara: Client) -> None:
    for address in ("/newsroom/press/", "/newsroom/press/board/"):
        assert as_sara.get(address).status_code in {302, 403}
    for address in ("/newsroom/press/retry/", "/newsroom/press/clock/"):
        assert as_sara.post(address).status_code in {302, 403}


def test_buttons_reject_get(as_maryam: Client) -> None:
    assert as_maryam.get("/newsroom/press/retry/").status_code == 405
    assert as_maryam.get("/newsroom/press/clock/").status_code == 405


# Alarms -------------------------------------------------------------------------------
def texts() -> str:
    return "\n".join(f"{alarm.text} {alarm.more}" for alarm in alarms())


def test_nothing_is_said_when_all_is_well(all_well: None, as_sara: Client) -> None:
    assert alarms() == []
    assert as_sara.get("/newsroom/press/alarms/").content.strip() == b""


def test_everybody_hears_of_what_is_overdue_while_no_clock_goes(
    draft: Story, maryam: User, as_sara: Client
) -> None:
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    draft.save_revision().publish(user=maryam)
    late = timezone.now() - timedelta(minutes=3)
    draft.revisions.update(approved_go_live_at=late)
    html = as_sara.get("/newsroom/press/alarms/").content.decode()
    assert f"«{draft.headline}» ۳ دقیقه دیر کرده است" in html
    assert f"ساعت کار نمی{HALF_SPACE}کند" in html
    assert f"چاپخانه کار نمی{HALF_SPACE}کند" in html


def test_a_silent_press_and_a_full_store_are_told(all_well: None) -> None:
    Printer.objects.update(trouble="OSError: No space left on device")
    assert "جا روی دیسک تمام شده است" in texts()
    Printer.objects.update(beat_at=timezone.now() - timedelta(minutes=1))
    assert f"چاپخانه کار نمی{HALF_SPACE}کند" in texts()


def test_a_press_that_does_not_get_through_is_told(all_well: None) -> None:
    old = timezone.now() - timedelta(minutes=2)
    PrintedPage.objects.create(path="/news/1/", rank=0, stale_at=old)
    assert "عقب مانده است" in texts()


def test_a_cache_that_does_not_forget_is_told(all_well: None) -> None:
    Purge.objects.create(path="/", attempts=3, error="Couldn't purge")
    assert "CDN" in texts()


def test_strangers_hear_nothing(client: Client, db: None) -> None:
    assert client.get("/newsroom/press/alarms/").status_code == 302


@pytest.mark.parametrize(
    ("count", "told"),
    [(0.04, "۰٫۰ ثانیه"), (0.32, "۰٫۳ ثانیه"), (12, "۱۲ ثانیه"), (200, "۳ دقیقه"),
     (7300, "۲ ساعت"), (400_000, "۵ روز")],
)  # fmt: skip
def test_spans_are_told_in_persian(count: float, told: str) -> None:
    assert seconds(count) == told


def test_reasons_are_told_in_plain_words() -> None:
    assert in_plain_words("") == ""
    assert in_plain_words("ZeroDivisionError: division by zero") == UNKNOWN
