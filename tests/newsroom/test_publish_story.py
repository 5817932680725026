"""Publication is the editor in chief's."""

from datetime import timedelta

from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.persian.jalali import numeric_moment
from tests.newsroom.conftest import add, edit, story_url

PUBLISH = {"action-publish": "1"}


def test_the_editor_in_chief_publishes_at_once(as_maryam, draft, typed):
    edit(as_maryam, draft, typed(), **PUBLISH)
    draft.refresh_from_db()
    assert draft.live
    assert draft.first_published_at


def test_a_new_story_may_go_out_with_its_first_save(as_maryam, typed):
    add(as_maryam, typed(), **PUBLISH)
    assert Story.objects.get().live


def test_a_reporter_sees_no_button_and_publishes_nothing(as_sara, draft, typed):
    assert "action-publish" not in as_sara.get(story_url("edit", draft.pk)).content.decode()
    edit(as_sara, draft, typed(), **PUBLISH)
    draft.refresh_from_db()
    assert not draft.live


def test_a_desk_editor_publishes_nothing(as_arash, draft, typed):
    edit(as_arash, draft, typed(), **PUBLISH)
    draft.refresh_from_db()
    assert not draft.live


def test_readers_keep_the_old_text_until_the_new_one_is_published(as_sara, as_maryam, story, typed):
    edit(as_sara, story, typed(headline="پل عابر بسته شد"))
    story.refresh_from_db()
    assert story.headline == "پل عابر پیاده باز شد"
    assert story.has_unpublished_changes
    edit(as_maryam, story, typed(headline="پل عابر بسته شد"), **PUBLISH)
    story.refresh_from_db()
    assert story.headline == "پل عابر بسته شد"


def test_a_story_needs_its_headline_and_section_to_go_out(as_maryam, draft, typed):
    response = edit(as_maryam, draft, typed(headline=""), **PUBLISH)
    assert response.status_code == 200
    draft.refresh_from_db()
    assert not draft.live


def test_it_waits_for_its_hour(as_maryam, draft, typed):
    hour = timezone.now() + timedelta(days=2)
    edit(as_maryam, draft, typed(go_live_at=numeric_moment(hour)), **PUBLISH)
    draft.refresh_from_db()
    assert not draft.live
    assert draft.scheduled_revision.approved_go_live_at == hour.replace(second=0, microsecond=0)
    assert "زمان" in as_maryam.get(story_url("list")).content.decode()
    page = as_maryam.get(story_url("edit", draft.pk)).content.decode()
    assert numeric_moment(hour) in page


def test_an_impossible_hour_is_told_so(as_maryam, draft, typed):
    response = edit(as_maryam, draft, typed(go_live_at="۳۱ مهر ۱۴۰۶ ۱۰:۰۰"), **PUBLISH)
    assert "در تقویم نیست" in response.content.decode()
    draft.refresh_from_db()
    assert not draft.live
