"""The story list shows the last week, and leads to every other story."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column

from dabir.newsroom import desk as desk_room
from dabir.newsroom.models import Byline, Desk, Story, Writer
from dabir.newsroom.paginator import LAST_PAGE, OpenPaginator
from dabir.persian import JalaliDay
from tests.newsroom.conftest import story_url


def headlines(client, **asked):
    """Return the headlines that the list shows when it is asked for something."""
    page = client.get(story_url("list"), asked)
    assert page.status_code == 200
    return [story.headline for story in page.context["object_list"]]


def changed(story, **ago):
    """Let ``story`` have changed last some time ago."""
    Story.objects.filter(pk=story.pk).update(changed_at=timezone.now() - timedelta(**ago))


@pytest.fixture
def old(write):
    story = write(headline="سیل دو ماه پیش")
    changed(story, days=60)
    return story


@pytest.fixture
def ancient(write):
    story = write(headline="سیل پارسال")
    changed(story, days=300)
    return story


def test_it_shows_what_a_journalist_looks_for(as_sara, story):
    page = as_sara.get(story_url("list")).content.decode()
    for told in ("پس از دو سال", "پل عابر پیاده باز شد", "شهر", "سارا رها", "منتشرشده", "امروز"):
        assert told in page


def test_it_shows_the_last_week_and_says_so(as_sara, draft, old):
    assert headlines(as_sara) == [draft.headline]
    page = as_sara.get(story_url("list")).content.decode()
    assert "خبرهای یک هفتهٔ گذشته" in page
    assert "span=all" in page


def test_all_stories_are_one_click_away(as_sara, draft, old, ancient):
    assert headlines(as_sara, span="all") == [draft.headline, old.headline, ancient.headline]
    page = as_sara.get(story_url("list"), {"span": "all"}).content.decode()
    assert "یک هفتهٔ گذشته." not in page


@pytest.mark.parametrize(("span", "count"), [("today", 1), ("month", 1), ("year", 3)])
def test_it_reaches_back_as_far_as_asked(as_sara, draft, old, ancient, span, count):
    assert len(headlines(as_sara, span=span)) == count


def test_it_is_narrowed_by_jalali_days(as_sara, draft, old, ancient):
    old_day = timezone.now() - timedelta(days=60)
    day = JalaliDay.of(old_day).numeric
    assert headlines(as_sara, days_from=day, days_to=day) == [old.headline]
    page = as_sara.get(story_url("list"), {"days_from": day, "days_to": day}).content.decode()
    assert f"از {date_format(JalaliDay.of(old_day).gregorian)} تا" in page
    assert headlines(as_sara, days_from=day) == [draft.headline, old.headline]
    assert headlines(as_sara, days_to=day, span="today") == [old.headline, ancient.headline]


def test_an_impossible_day_is_told_and_the_week_stays(as_sara, draft, old):
    page = as_sara.get(story_url("list"), {"days_from": "۳۱ مهر ۱۴۰۰"})
    assert "در تقویم نیست" in page.content.decode()
    assert [story.headline for story in page.context["object_list"]] == [draft.headline]


def test_a_code_is_found_over_all_time_in_any_digits(as_sara, draft, ancient):
    for code in (
        str(ancient.pk),
        f" {ancient.pk}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
    ):
        assert headlines(as_sara, q=code) == [ancient.headline]


def test_words_are_looked_for_in_ninety_days(as_sara, draft, old, ancient):
    assert headlines(as_sara, q="سیل") == [old.headline]
    page = as_sara.get(story_url("list"), {"q": "سیل"}).content.decode()
    assert "۹۰ روز" in page


def test_words_are_looked_for_in_all_time_when_asked(as_sara, old, ancient):
    assert headlines(as_sara, q="سیل", span="all") == [old.headline, ancient.headline]


def test_all_words_must_be_there_and_arabic_letters_do_not_matter(as_sara, draft, write):
    write(headline="دوچرخه در شهر")
    assert headlines(as_sara, q="دوچرخه ایستگاه") == [draft.headline]
    assert headlines(as_sara, q="كشيده") == [draft.headline]


def test_a_number_that_is_no_code_is_a_word(as_sara, write):
    story = write(headline="۲۰ نیمکت")
    assert headlines(as_sara, q="۲۰") == [story.headline]
    assert headlines(as_sara, q="9" * 40) == []


def test_a_kicker_is_looked_in_too(as_sara, story):
    assert headlines(as_sara, q="دو سال") == [story.headline]


@pytest.mark.parametrize(
    "state", ["draft", "live", "changed", "withdrawn", "locked", "way", "scheduled"]
)
def test_it_is_narrowed_by_state(as_sara, write, maryam, sara, newsroom, state):
    stories = {name: write(headline=name) for name in ("draft", "live", "changed", "withdrawn")}
    for name in ("live", "changed", "withdrawn"):
        stories[name].latest_revision.publish(user=maryam)
    changed_one = Story.objects.get(headline="changed")
    changed_one.lead = "لید تازه"
    changed_one.save_revision(user=sara)
    Story.objects.get(headline="withdrawn").unpublish(user=maryam)
    way = write(headline="way")
    way.get_workflow().start(way, sara)
    Story.objects.filter(pk=write(headline="locked").pk).update(locked=True)
    waiting = write(headline="scheduled")
    waiting.go_live_at = timezone.now() + timedelta(days=1)
    waiting.save_revision(user=sara).publish(user=maryam)

    found = headlines(as_sara, state=state)
    assert state in found
    assert ("withdrawn" in found) == (state == "withdrawn")
    labels = as_sara.get(story_url("list"), {"state": state}).content.decode()
    assert f"newsroom-state--{state}" in labels


def test_a_story_that_came_back_says_so(as_sara, write, sara, arash, newsroom):
    story = write(headline="بازگشته")
    workflow = story.get_workflow().start(story, sara)
    workflow.current_task_state.reject(user=arash)
    assert "بازگشته برای اصلاح" in as_sara.get(story_url("list")).content.decode()


def test_it_is_narrowed_by_section_kind_desk_and_writer(
    as_sara, draft, write, other_section, desk, sara
):
    writer = Writer.objects.create(name="لاله بادگیر")
    other = write(headline="گزارش دانش", section=other_section, kind="report", desk=desk)
    Byline.objects.create(story=other, writer=writer)
    assert headlines(as_sara, section=other_section.pk) == [other.headline]
    assert headlines(as_sara, kind="report") == [other.headline]
    assert headlines(as_sara, desk=Desk.objects.get().pk) == [other.headline]
    assert headlines(as_sara, writer=writer.pk) == [other.headline]


def test_it_is_ordered_by_indexed_columns_only(as_sara, draft, story):
    assert headlines(as_sara, ordering="code") == [draft.headline, story.headline]
    assert headlines(as_sara, ordering="-code") == [story.headline, draft.headline]
    assert headlines(as_sara, ordering="-first_published_at") == [story.headline, draft.headline]
    assert headlines(as_sara, ordering="first_published_at") == [story.headline, draft.headline]
    assert headlines(as_sara, ordering="headline") == headlines(as_sara)


def test_it_counts_nothing_and_asks_little_whatever_the_number_of_rows(as_sara, write):
    for number in range(30):
        write(headline=f"خبر {number}")
    as_sara.get(story_url("list"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = as_sara.get(story_url("list"), {"span": "all"})
    assert len(page.context["object_list"]) == 25
    stories = [query["sql"] for query in asked if 'FROM "newsroom_story"' in query["sql"]]
    assert not [sql for sql in stories if "COUNT(" in sql]
    assert not [sql for sql in stories if '"newsroom_story"."body"' in sql]
    assert len(asked) < 25


def test_it_is_walked_by_pages(as_sara, write):
    for number in range(30):
        write(headline=f"خبر {number}")
    first = as_sara.get(story_url("list")).content.decode()
    assert "کهنه&zwnj;تر" in first
    second = as_sara.get(story_url("list"), {"p": "2"})
    assert len(second.context["object_list"]) == 5
    assert "تازه&zwnj;تر" in second.content.decode()


@pytest.mark.parametrize(("asked", "page"), [("x", 1), (None, 1), ("-3", 1), ("999999", LAST_PAGE)])
def test_a_page_of_no_sense_is_a_page_within_reach(asked, page):
    assert OpenPaginator([], 25).get_page(asked).number == page


def test_the_paginator_knows_of_one_page_more():
    paginator = OpenPaginator(range(60), 25)
    assert paginator.page(1).has_next()
    assert paginator.num_pages == 2
    assert not paginator.page(3).has_next()
    assert list(paginator.get_elided_page_range(1)) == []


def test_an_empty_week_says_so(as_sara, old):
    assert "در این یک هفته" in as_sara.get(story_url("list")).content.decode()
    assert "خبری پیدا نشد" in as_sara.get(story_url("list"), {"q": "هیچ"}).content.decode()


def test_the_results_alone_are_refreshed(as_sara, draft):
    page = as_sara.get(story_url("list_results"), {"q": "دوچرخه", "_w_filter_fragment": "1"})
    assert draft.headline in page.content.decode()


def test_rooms_above_add_columns(as_sara, story, monkeypatch):
    monkeypatch.setattr(desk_room, "story_columns", [])
    desk_room.add_story_column(Column("comments", label="نظرها", accessor=lambda story: "سه"))
    desk_room.add_story_column(Column("comments", label="نظرها", accessor=lambda story: "هفت"))
    page = as_sara.get(story_url("list")).content.decode()
    assert "هفت" in page
    assert "سه</td>" not in page


def test_it_needs_somebody_of_the_newsroom(client, story):
    assert client.get(story_url("list")).status_code == 302
