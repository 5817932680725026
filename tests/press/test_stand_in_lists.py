"""Lists are read off the ledger, which keeps where every story stands."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from dabir.newsroom.models import Section, Story
from dabir.press import checking, lists, work
from dabir.press.ledger import Reading
from dabir.press.pages import astray
from dabir.press.pages.registry import milliseconds, window
from dabir.press.stores import Folder

Page = Callable[..., str]
NOON = datetime(2026, 9, 22, 8, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def published(story: Story) -> Story:
    story.save_revision().publish()
    story.refresh_from_db()
    return story


def test_a_list_has_its_newest_first(page: Page, write: Callable[..., Story]) -> None:
    older, newer = published(write(headline="کهنه")), published(write(headline="تازه"))
    Story.objects.filter(pk=older.pk).update(first_published_at=NOON - timedelta(hours=1))
    work.mark_all()
    page("/")
    assert [story.pk for story in window(Reading(), "latest")] == [newer.pk, older.pk]


def test_of_two_at_the_same_moment_the_later_code_comes_first(
    page: Page, write: Callable[..., Story]
) -> None:
    stories = [published(write(headline=f"تیتر {n}")) for n in range(3)]
    Story.objects.update(first_published_at=NOON)
    work.mark_all()
    page("/")
    reading = Reading()
    assert window(reading, "latest", 2) == stories[:0:-1]
    assert reading.windows == {"latest": milliseconds(NOON)}
    assert len(lists.top("latest", 1)) == 3


def test_a_story_changed_past_save_is_found_and_put_right(
    folder: Folder, page: Page, story: Story, other_section: Section
) -> None:
    page("/")
    Story.objects.filter(pk=story.pk).update(section=other_section)
    assert list(astray()) == [f"story:{story.pk}"]
    assert checking.Problem("astray", f"story:{story.pk}") in checking.problems(folder)
    work.mark_all()
    assert story.headline in page(other_section.get_absolute_url())
    assert not list(checking.problems(folder))


def test_a_story_deleted_past_delete_is_found(page: Page, story: Story) -> None:
    page("/")
    Story.objects.filter(pk=story.pk).update(live=False)
    assert set(astray()) == {f"story:{story.pk}"}


def test_a_change_that_waits_to_be_settled_is_not_astray(page: Page, story: Story) -> None:
    page("/")
    story.unpublish()
    assert not list(astray())
