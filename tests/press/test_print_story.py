"""A published story is printed, with every page that shows it."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from dabir.comments.models import Comment
from dabir.newsroom.models import (
    Byline,
    Correction,
    Paper,
    Picture,
    RelatedStory,
    Section,
    Source,
    Story,
    Topic,
)
from dabir.persian import JalaliDay, to_persian_digits
from dabir.press import work
from dabir.press.models import PrintedPage
from dabir.press.stores import Folder

Page = Callable[..., str]


@pytest.fixture
def full(
    write: Callable[..., Story],
    picture: Picture,
    topic: Topic,
    other_section: Section,
    story: Story,
    maryam: User,
) -> Story:
    """A story with one of everything."""
    found = write(
        kicker="روتیتر خبر",
        headline="تیتر خبر کامل",
        lead="لید خبر کامل",
        bullets=["نکته نخست", "نکته دوم"],
        dateline="یزد",
        picture=picture,
        picture_caption="شرح عکس خبر",
        body=[
            ("paragraph", '<p>متن <b>پررنگ</b> و <a href="https://example.org/x">پیوند</a></p>'),
            ("cross_head", "میان تیتر"),
            ("quote", {"text": "نقل قول", "speaker": "گوینده"}),
            ("picture", {"picture": picture, "caption": "شرح دیگر", "alt": ""}),
            ("gallery", [{"picture": picture, "caption": f"قاب {n}", "alt": ""} for n in (1, 2)]),
            ("video", {"file": None, "address": "https://example.org/v.webm", "caption": "ویدیو"}),
            ("related", story),
        ],
    )
    found.topics = [topic]
    found.further_sections = [other_section]
    found.bylines = [*found.bylines.all(), Byline(guest="نویسنده میهمان")]
    found.sources = [Source(outlet="خبرگزاری نمونه", via="روزنامه دیگر", city="شیراز")]
    found.corrections = [Correction(text="عدد نادرست بود.")]
    found.related_stories = [
        RelatedStory(related=story, kicker="روتیتر مرتبط"),
        RelatedStory(headline="خبری که اینجا نیست"),
    ]
    found.save_revision(user=maryam).publish(user=maryam)
    return Story.objects.get(pk=found.pk)


def test_it_shows_everything_of_the_story(page: Page, full: Story) -> None:
    html = page(full.get_absolute_url())
    for words in (
        "روتیتر خبر", "تیتر خبر کامل", "لید خبر کامل", "نکته نخست", "یزد", "شرح عکس خبر", "پررنگ",
        "میان تیتر", "نقل قول", "گوینده", "شرح دیگر", "قاب", "https://example.org/v.webm",
        "نویسنده میهمان", "سارا رها", "خبرگزاری نمونه", "روزنامه دیگر", "شیراز",
        "عدد نادرست بود.", "روتیتر مرتبط", "خبری که اینجا نیست", "پل عابر پیاده باز شد", "دوچرخه",
        to_persian_digits(full.pk), "نیما پاکدل", "در انتظار بررسی", "<svg",
    ):  # fmt: skip
        assert words in html, words


def test_every_page_that_shows_it_is_printed(page: Page, full: Story, topic: Topic) -> None:
    day = JalaliDay.of(full.first_published_at)
    for path in (
        "/", "/section/city/", "/section/science/", f"/topic/{topic.pk}/", f"/archive/{day.path}/",
        "/feed.xml", "/section/city/feed.xml", "/parts/latest.html", f"/news/{full.pk}/print/",
    ):  # fmt: skip
        assert "تیتر خبر کامل" in page(path), path
    address = f"{full.get_absolute_url()}<"
    assert address in page(f"/sitemap/{day.year}-{day.month:02}.xml")
    assert address in page("/sitemap/news.xml")


def test_it_tells_machines_what_the_story_is(page: Page, full: Story) -> None:
    html = page(full.get_absolute_url())
    data = json.loads(re.search(r'application/ld\+json">(.*?)</script>', html, re.S)[1])  # type: ignore[index]
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "تیتر خبر کامل"
    assert data["datePublished"].startswith(str(full.first_published_at.year))
    assert f'rel="canonical" href="http://127.0.0.1:8000{full.get_absolute_url()}"' in html
    assert 'property="og:title"' in html


@pytest.mark.parametrize(
    "path", ["/feed.xml", "/sitemap.xml", "/sitemap/pages.xml", "/sitemap/news.xml"]
)
def test_what_machines_read_is_well_formed(page: Page, full: Story, path: str) -> None:
    work.mark_all()
    ElementTree.fromstring(page(path))


def test_a_body_edit_does_not_reprint_the_front(page: Page, story: Story, maryam: User) -> None:
    page("/")
    story.body = [("paragraph", "<p>متن تازه</p>")]
    story.save_revision(user=maryam).publish(user=maryam)
    from dabir.press import ledger
    from dabir.press.pages import describer

    while ledger.settle(describer):
        pass
    stale = set(PrintedPage.objects.filter(stale_at__isnull=False).values_list("path", flat=True))
    assert story.get_absolute_url() in stale
    assert "/" not in stale
    assert "متن تازه" in page(story.get_absolute_url())


def test_a_new_headline_reaches_every_page(page: Page, story: Story, maryam: User) -> None:
    page("/")
    story.headline = "تیتری دیگر"
    story.save_revision(user=maryam).publish(user=maryam)
    for path in ("/", "/section/city/", "/feed.xml", story.get_absolute_url()):
        html = page(path)
        assert "تیتری دیگر" in html
        assert "پل عابر پیاده" not in html


def test_a_draft_of_a_live_story_changes_nothing(page: Page, story: Story, maryam: User) -> None:
    before = page(story.get_absolute_url())
    story.headline = "پیش نویس"
    story.save_revision(user=maryam)
    assert page(story.get_absolute_url()) == before


def test_a_withdrawn_story_leaves_every_page(
    page: Page, story: Story, folder: Folder, maryam: User
) -> None:
    page("/")
    story.unpublish(user=maryam)
    assert "پل عابر" not in page("/")
    assert "پل عابر" not in page("/section/city/")
    gone = page(story.get_absolute_url(), status=410)
    assert "پل عابر" not in gone
    assert folder.read(story.get_absolute_url()) is None
    assert folder.read(f"{story.get_absolute_url()}print/") is None
    day = JalaliDay.of(story.first_published_at)
    assert folder.read(f"/archive/{day.path}/") is None


def test_a_draft_is_nowhere(page: Page, draft: Story, folder: Folder) -> None:
    work.mark_all()
    assert "مسیر دوچرخه" not in page("/")
    assert folder.read(draft.get_absolute_url()) is None


def test_a_deleted_story_is_gone_from_the_folder(page: Page, story: Story, folder: Folder) -> None:
    address = story.get_absolute_url()
    page(address)
    story.delete()
    work.work(folder)
    assert folder.read(address) is None
    assert "پل عابر" not in page("/")


def test_a_moved_section_takes_its_address_along(page: Page, story: Story, folder: Folder) -> None:
    page("/section/city/")
    section = story.section
    section.key = "town"
    section.save()
    assert "پل عابر" in page("/section/town/")
    assert folder.read("/section/city/") is None


def test_a_comment_changes_the_page_and_its_counters(
    page: Page, story: Story, maryam: User
) -> None:
    comment = Comment.objects.create(story=story, name="خواننده", text="<b>سلام</b> بر شما")
    html = page(story.get_absolute_url())
    assert "سلام" not in html
    comment.publish(maryam)
    html = page(story.get_absolute_url())
    assert "&lt;b&gt;سلام&lt;/b&gt; بر شما" in html


def test_text_of_writers_is_never_markup(page: Page, story: Story, maryam: User) -> None:
    story.headline = "<script>alert(1)</script>"
    story.kicker = '"><img src=x>'
    story.body = [
        ("paragraph", '<p onclick="x()">متن<script>x()</script><a href="javascript:x()">پ</a></p>')
    ]
    story.save_revision(user=maryam).publish(user=maryam)
    for path in ("/", story.get_absolute_url(), "/feed.xml", f"{story.get_absolute_url()}print/"):
        html = page(path)
        assert "<script>alert" not in html
        assert "<img src=x>" not in html
        assert "onclick" not in html
        assert "javascript:" not in html


def test_a_page_whose_bytes_are_the_same_is_not_written(
    page: Page, story: Story, folder: Folder
) -> None:
    page("/")
    before = folder.place("/").stat().st_mtime_ns
    work.mark_all()
    work.work(folder)
    assert folder.place("/").stat().st_mtime_ns == before


def test_a_page_that_fails_blocks_no_other(
    page: Page, story: Story, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.work(folder)
    work.mark_all()
    monkeypatch.setattr("dabir.press.pages.front.topic_strip", lambda *read: 1 / 0)
    assert "پل عابر" in page(story.get_absolute_url())
    failed = PrintedPage.objects.get(path="/")
    assert "ZeroDivisionError" in failed.error
    assert failed.attempts == 1
    assert failed.retry_at is not None
    assert failed.retry_at > timezone.now()
    monkeypatch.undo()
    PrintedPage.objects.update(retry_at=None)
    assert "پل عابر" in page("/")
    assert PrintedPage.objects.get(path="/").error == ""


def test_a_lost_picture_file_stops_no_page(page: Page, full: Story, picture: Picture) -> None:
    picture.get_rendition("width-320|format-webp")
    picture.renditions.all().delete()
    picture.file.storage.delete(picture.file.name)
    assert "تیتر خبر کامل" in page(full.get_absolute_url())


def test_the_calendar_shows_the_days_that_have_stories(
    page: Page, story: Story, maryam: User
) -> None:
    moment = datetime(2021, 3, 20, 9, tzinfo=UTC)  # 30 Esfand 1399, a leap year
    story.first_published_at = moment
    story.save()
    story.save_revision(user=maryam).publish(user=maryam)
    month = page("/archive/1399/12/")
    assert "/archive/1399/12/30/" in month
    assert "/archive/1399/12/29/" not in month
    assert "پل عابر" in page("/archive/1399/12/30/")
    assert "/archive/1399/12/" in page("/archive/1399/")
    assert "/archive/1399/" in page("/archive/")


def test_a_story_updated_later_says_so(page: Page, story: Story, maryam: User) -> None:
    Story.objects.filter(pk=story.pk).update(first_published_at=timezone.now() - timedelta(days=2))
    story.refresh_from_db()
    story.lead = "لید تازه"
    story.save_revision(user=maryam).publish(user=maryam)
    assert "dateModified" in page(story.get_absolute_url())


def test_the_papers_name_reaches_every_page(page: Page, story: Story) -> None:
    page("/")
    paper = Paper.load()
    paper.name = "نامی دیگر"
    paper.save()
    assert "نامی دیگر" in page("/")
    assert "نامی دیگر" in page(story.get_absolute_url())


def test_an_editor_previews_a_draft(as_sara: Any, draft: Story) -> None:
    response = draft.make_preview_request()
    assert "مسیر دوچرخه" in response.content.decode()
