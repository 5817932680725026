"""Until its embargo ends nobody outside sees a story, whatever the newsroom does."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.newsroom.models.embargo import LIVE_ALREADY, UnderEmbargoError
from dabir.persian import HALF_SPACE
from dabir.persian.jalali import numeric_moment
from tests.newsroom.conftest import edit

HOUR = timedelta(hours=1)


def waits_for(story: Story) -> Any:
    """Return when the approved version of ``story`` goes out; None if none waits."""
    waiting = story.revisions.filter(approved_go_live_at__isnull=False)
    return waiting.values_list("approved_go_live_at", flat=True).first()


@pytest.fixture
def held(draft: Story) -> Story:
    """A draft that may not go out before two hours have passed."""
    draft.embargo_until = timezone.now() + 2 * HOUR
    draft.save_revision()
    draft.refresh_from_db()
    return draft


def test_saving_a_draft_puts_the_embargo_on_the_story_itself(held: Story) -> None:
    assert Story.objects.get(pk=held.pk).is_under_embargo


def test_publishing_holds_it_until_the_embargo_ends(held: Story, maryam: User) -> None:
    held.latest_revision.publish(user=maryam)
    held.refresh_from_db()
    assert not held.live
    assert waits_for(held) == held.embargo_until


def test_an_earlier_hour_is_held_and_a_later_one_stays(held: Story, maryam: User) -> None:
    held.go_live_at = timezone.now() + HOUR
    held.save_revision().publish(user=maryam)
    assert waits_for(held) == held.embargo_until
    held.go_live_at = later = timezone.now() + 3 * HOUR
    held.save_revision().publish(user=maryam)
    assert waits_for(held) == later


def test_a_version_from_before_the_embargo_is_held_too(draft: Story, maryam: User) -> None:
    before = draft.latest_revision
    draft.embargo_until = timezone.now() + HOUR
    draft.save_revision()
    before.publish(user=maryam)
    assert not Story.objects.get(pk=draft.pk).live


def test_a_record_read_before_the_embargo_does_not_wipe_it_out(draft: Story) -> None:
    stale = Story.objects.get(pk=draft.pk)
    Story.objects.filter(pk=draft.pk).update(embargo_until=timezone.now() + HOUR)
    stale.headline = "تیتری دیگر"
    stale.save()
    assert Story.objects.get(pk=draft.pk).is_under_embargo
    stale.live = True
    with pytest.raises(UnderEmbargoError):
        stale.save()


def test_what_waits_moves_with_the_embargo(held: Story, maryam: User) -> None:
    held.latest_revision.publish(user=maryam)
    held.refresh_from_db()
    held.embargo_until += HOUR
    held.save()
    assert waits_for(held) == held.embargo_until
    held.embargo_until -= 2 * HOUR
    held.save()
    assert waits_for(held) == held.embargo_until


def test_a_lifted_embargo_leaves_the_hour_as_it_is(held: Story, maryam: User) -> None:
    held.latest_revision.publish(user=maryam)
    held.refresh_from_db()
    end, held.embargo_until = held.embargo_until, None
    held.save()
    assert waits_for(held) == end


def test_it_is_not_live_even_where_the_row_says_so(story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(embargo_until=timezone.now() + HOUR)
    assert not Story.objects.live().filter(pk=story.pk).exists()
    assert not Story.objects.get(pk=story.pk).is_public
    with time_machine.travel(timezone.now() + 2 * HOUR):
        assert Story.objects.live().filter(pk=story.pk).exists()


def test_an_embargo_on_what_readers_see_is_refused(story: Story) -> None:
    story.embargo_until = timezone.now() + HOUR
    with pytest.raises(ValidationError, match="بردارید"):
        story.save_revision()
    assert Story.objects.get(pk=story.pk).embargo_until is None


def test_it_may_not_outlast_the_story(draft: Story) -> None:
    draft.embargo_until = timezone.now() + 2 * HOUR
    draft.expire_at = timezone.now() + HOUR
    with pytest.raises(ValidationError):
        draft.save_revision()


# The form -----------------------------------------------------------------------------
def test_the_form_sets_it_and_says_that_the_story_is_held(
    as_maryam: Client, draft: Story, typed: Callable[..., dict[str, Any]]
) -> None:
    until = numeric_moment(timezone.now() + HOUR)
    data = typed(embargo_until=until, **{"action-publish": "1"})
    answer = as_maryam.post(f"/newsroom/stories/edit/{draft.pk}/", data, follow=True)
    draft.refresh_from_db()
    assert (draft.live, draft.is_under_embargo) == (False, True)
    assert f"زودتر از آن بیرون نمی{HALF_SPACE}رود" in answer.content.decode()


def test_the_form_refuses_it_on_what_readers_see(
    as_maryam: Client, story: Story, typed: Callable[..., dict[str, Any]]
) -> None:
    until = numeric_moment(timezone.now() + HOUR)
    answer = edit(as_maryam, story, typed(embargo_until=until))
    assert LIVE_ALREADY in answer.content.decode()
    assert Story.objects.get(pk=story.pk).embargo_until is None


def test_a_form_opened_before_it_was_set_does_not_wipe_it_out(
    as_maryam: Client, held: Story, typed: Callable[..., dict[str, Any]]
) -> None:
    edit(as_maryam, held, typed(**{"embargo_until": "", "embargo_until-shown": ""}))
    assert Story.objects.get(pk=held.pk).is_under_embargo
    shown = numeric_moment(held.embargo_until)
    edit(as_maryam, held, typed(**{"embargo_until": "", "embargo_until-shown": shown}))
    assert not Story.objects.get(pk=held.pk).is_under_embargo


def test_a_reporter_may_set_it_and_not_lift_it(
    as_sara: Client, draft: Story, typed: Callable[..., dict[str, Any]]
) -> None:
    until = numeric_moment(timezone.now() + HOUR)
    edit(as_sara, draft, typed(embargo_until=until))
    assert Story.objects.get(pk=draft.pk).is_under_embargo
    data = typed(**{"embargo_until": "", "embargo_until-shown": until})
    assert "با کسی است" in edit(as_sara, draft, data).content.decode()
    assert Story.objects.get(pk=draft.pk).is_under_embargo


def test_the_list_shows_it_and_is_narrowed_to_it(as_maryam: Client, held: Story) -> None:
    html = as_maryam.get("/newsroom/stories/?state=embargo").content.decode()
    assert held.headline in html
    assert "ممنوع تا" in html
