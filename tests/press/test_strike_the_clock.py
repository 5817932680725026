"""What falls due is done, each item by itself."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.press import clock

SOON = timedelta(hours=1)
LATER = timedelta(hours=2)


def schedule(story: Story, maryam: User) -> None:
    story.go_live_at = timezone.now() + SOON
    story.save_revision(user=maryam).publish(user=maryam)


def test_a_scheduled_story_goes_out(draft: Story, maryam: User) -> None:
    schedule(draft, maryam)
    clock.Clock().strike()
    draft.refresh_from_db()
    assert not draft.live
    with time_machine.travel(timezone.now() + LATER):
        clock.Clock().strike()
    draft.refresh_from_db()
    assert draft.live


def test_a_story_that_expires_is_withdrawn(story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    clock.Clock().strike()
    story.refresh_from_db()
    assert not story.live
    assert story.expired


def test_one_failure_stops_no_other(
    write: Callable[..., Story], maryam: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = write(headline="یک"), write(headline="دو")
    schedule(first, maryam)
    schedule(second, maryam)
    save = Story.save

    def fail_on_first(self: Story, *args: object, **kwargs: object) -> None:
        if self.headline == "یک":
            raise ValueError("broken")
        save(self, *args, **kwargs)

    monkeypatch.setattr(Story, "save", fail_on_first)
    with time_machine.travel(timezone.now() + LATER):
        clock.Clock().strike()
    monkeypatch.undo()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.live, second.live) == (False, True)
