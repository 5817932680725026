"""No printed page or feed holds the headline of a story under embargo, whatever was done to it."""

import gzip
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import override_settings
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dabir.newsroom.models import Paper, RelatedStory, Section, Story, Topic
from dabir.newsroom.models.embargo import UnderEmbargoError
from dabir.press import work
from dabir.press.clock import Clock
from dabir.press.stores import Folder

SECRET = "رازی که نباید پیش از وقت گفته شود"
STEP = timedelta(minutes=20)
HISTORIES = int(os.environ.get("DABIR_HISTORIES", "50"))
"""Random histories to be tried; a nightly run tries 1,000."""


class Desk:
    """What editors and the clock may do to one story, and to another that speaks of it."""

    def __init__(self) -> None:
        Paper.load()
        self.section = Section.objects.create(key="city", name="شهر", order=1)
        self.code = self.write(SECRET)
        self.other = self.write("خبری دیگر")
        self.story(self.other).latest_revision.publish()

    def write(self, headline: str) -> int:
        story = Story(headline=headline, section=self.section, live=False)
        story.topics = [Topic.objects.get_or_create(name="آب", kind=Topic.Kind.SUBJECT)[0]]
        story.save()
        story.save_revision()
        return int(story.pk)

    def story(self, code: int | None = None) -> Any:
        return Story.objects.get(pk=code or self.code)

    def draft(self) -> Any:
        return self.story().get_latest_revision_as_object()

    def is_secret(self) -> bool:
        return bool(self.story().is_under_embargo)

    # Deeds ---------------------------------------------------------------------------
    def edit(self, count: int) -> None:
        draft = self.draft()
        draft.lead = f"لید {count}"
        draft.save_revision()

    def publish(self, count: int) -> None:
        self.story().latest_revision.publish()

    def publish_an_older_version(self, count: int) -> None:
        versions = list(self.story().revisions.order_by("pk"))
        versions[count % len(versions)].publish()

    def schedule(self, count: int) -> None:
        draft = self.draft()
        draft.go_live_at = timezone.now() + count * STEP
        draft.save_revision().publish()

    def set_embargo(self, count: int) -> None:
        draft = self.draft()
        draft.embargo_until = timezone.now() + count * STEP if count else None
        draft.save_revision()

    def set_embargo_on_the_row(self, count: int) -> None:
        story = self.story()
        story.embargo_until = timezone.now() + count * STEP
        story.full_clean()
        story.save()

    def expire(self, count: int) -> None:
        draft = self.draft()
        draft.expire_at = timezone.now() + (count + 1) * STEP
        draft.save_revision().publish()

    def withdraw(self, count: int) -> None:
        self.story().unpublish()

    def save_as_live(self, count: int) -> None:
        story = self.story()
        story.live, story.first_published_at = True, timezone.now()
        story.save()

    def save_a_record_of_long_ago(self, count: int) -> None:
        stale = self.story()
        if count % 2:
            self.set_embargo(count)
        stale.lead = "لیدی دیگر"
        stale.save()

    def speak_of_it(self, count: int) -> None:
        other = self.story(self.other)
        words = SECRET if count % 2 else ""
        other.related_stories = [RelatedStory(related_id=self.code, headline=words)]
        other.body = [("related", self.story())]
        other.save_revision().publish()

    def strike(self, count: int) -> None:
        Clock().strike()


DEEDS = sorted(
    name for name, deed in vars(Desk).items() if "count" in getattr(deed, "__annotations__", {})
)
STEPS = st.tuples(st.sampled_from(DEEDS), st.integers(0, 4), st.integers(0, 3), st.booleans())


def pages_with_secret(folder: Folder) -> list[str]:
    """Return the printed files that hold the headline."""
    files = ((name, gzip.decompress(body)) for name, body in folder.tree().items() if is_gz(name))
    return [name for name, body in files if SECRET in body.decode()]


def is_gz(name: str) -> bool:
    return name.endswith(".gz")


@pytest.mark.many
class Histories(TestCase):
    @settings(max_examples=HISTORIES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(history=st.lists(STEPS, min_size=3, max_size=12))
    def test_it_is_nowhere_before_its_time(self, history: list[tuple[str, int, int, bool]]) -> None:
        begin = datetime(2026, 11, 24, 9, tzinfo=UTC)
        with (
            tempfile.TemporaryDirectory() as place,
            override_settings(MEDIA_ROOT=f"{place}/media"),
            time_machine.travel(begin, tick=False) as now,
        ):
            desk, folder = Desk(), Folder(Path(place) / "public")
            folder.prepare()
            work.mark_all()
            for name, count, passed, strikes in history:
                with suppress(ValidationError, UnderEmbargoError):  # refused: a secret kept too
                    getattr(desk, name)(count)
                now.shift(passed * STEP)
                if strikes:
                    desk.strike(0)
                work.work(folder)
                assert not desk.is_secret() or not pages_with_secret(folder), (name, count)


def test_it_is_everywhere_when_its_time_has_come(
    draft: Story, story: Story, maryam: User, page: Callable[..., str], folder: Folder
) -> None:
    page("/")
    draft.headline = SECRET
    draft.embargo_until = timezone.now() + timedelta(hours=1)
    draft.save_revision(user=maryam).publish(user=maryam)
    story.related_stories = [RelatedStory(related=draft, headline=SECRET)]
    story.save_revision(user=maryam).publish(user=maryam)
    page("/")
    assert pages_with_secret(folder) == []
    with time_machine.travel(timezone.now() + timedelta(hours=1, seconds=1)):
        Clock().strike()
        for address in ("/", draft.get_absolute_url(), story.get_absolute_url(), "/feed.xml"):
            assert SECRET in page(address), address


def test_the_end_of_an_embargo_frees_words_about_a_story_that_is_no_story_yet(
    draft: Story, story: Story, maryam: User, page: Callable[..., str]
) -> None:
    draft.embargo_until = timezone.now() + timedelta(hours=1)
    draft.save_revision(user=maryam)
    story.related_stories = [RelatedStory(related=draft, headline=SECRET)]
    story.save_revision(user=maryam).publish(user=maryam)
    assert SECRET not in page(story.get_absolute_url())
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        Clock().strike()
        assert SECRET in page(story.get_absolute_url())


@pytest.mark.parametrize("address", ["/comments/{}/", "/newsroom/press/story/{}/"])
def test_strangers_find_it_nowhere_else(client: Any, draft: Story, address: str) -> None:
    draft.embargo_until = timezone.now() + timedelta(hours=1)
    draft.save_revision()
    answer = client.get(address.format(draft.pk))
    assert answer.status_code in {302, 404, 405}
    assert draft.headline not in answer.content.decode()
