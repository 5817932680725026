"""Every version of a story is kept: seen, compared, brought back."""

import pytest
from django.http import HttpResponse
from wagtail.test.utils.form_data import inline_formset

from dabir.newsroom import signals
from dabir.newsroom.models import Story
from dabir.persian.jalali import long_moment
from tests.newsroom.conftest import edit, story_url


@pytest.fixture
def shown():
    """A room above that shows previews, as the press does; gives the stories it was asked for."""
    asked = []
    others, signals.story_previewed.receivers = signals.story_previewed.receivers, []
    signals.story_previewed.sender_receivers_cache.clear()

    def show(sender, story, request, **kwargs):
        asked.append(story)
        return HttpResponse(f"<h1>{story.headline}</h1>")

    signals.story_previewed.connect(show)
    yield asked
    signals.story_previewed.disconnect(show)
    signals.story_previewed.receivers = others
    signals.story_previewed.sender_receivers_cache.clear()


def test_it_compares_two_versions(as_sara, draft, typed):
    edit(as_sara, draft, typed(headline="تیتر دوم", bullets="یکم\nدوم"))
    first, second = draft.revisions.order_by("pk")
    page = as_sara.get(story_url("revisions_compare", draft.pk, first.pk, second.pk))
    told = page.content.decode()
    assert page.status_code == 200
    assert "تیتر دوم" in told
    assert "دوم" in told
    assert long_moment(first.created_at) in told
    assert "2026-" not in told


def test_it_compares_with_what_readers_see(as_sara, story, typed):
    edit(as_sara, story, typed(headline="تیتر دوم"))
    page = as_sara.get(story_url("revisions_compare", story.pk, "live", "latest"))
    assert page.status_code == 200


@pytest.mark.parametrize("code", ["0", "99999999999999999999", "abc"])
def test_a_comparison_of_nothing_is_not_found(as_sara, draft, code):
    address = f"/newsroom/stories/history/{code}/revisions/compare/earliest...latest/"
    assert as_sara.get(address).status_code == 404


def test_it_brings_back_an_earlier_version(as_sara, draft, typed):
    first = draft.latest_revision
    edit(as_sara, draft, typed(headline="تیتر دوم"))
    page = as_sara.get(story_url("revisions_revert", draft.pk, first.pk))
    assert page.context["form"].instance.headline == draft.headline
    data = typed(headline=draft.headline)
    as_sara.post(story_url("revisions_revert", draft.pk, first.pk), data)
    draft.refresh_from_db()
    assert draft.headline == Story.objects.get().headline
    assert draft.revisions.count() == 3


def test_a_version_that_is_brought_back_says_its_time_in_jalali(as_sara, draft):
    page = as_sara.get(story_url("revisions_revert", draft.pk, draft.latest_revision.pk))
    assert "ساعت" in page.content.decode()


def test_the_history_tells_who_did_what_and_when(as_sara, draft, typed):
    edit(as_sara, draft, typed())
    page = as_sara.get(story_url("history", draft.pk)).content.decode()
    assert "سارا رها" in page
    assert "همین حالا" in page


def test_the_history_is_narrowed_by_jalali_days(as_sara, draft, typed):
    edit(as_sara, draft, typed())
    asked = {"timestamp_from": "۱۴۰۰/۰۱/۰۱", "timestamp_to": "۱۴۰۰/۰۱/۰۲"}
    page = as_sara.get(story_url("history", draft.pk), asked)
    assert not list(page.context["object_list"])
    assert "۱ فروردین ۱۴۰۰" in page.content.decode()


def test_a_draft_is_shown_as_the_press_would_print_it(as_sara, draft, typed, shown):
    told = as_sara.post(story_url("preview_on_edit", draft.pk), typed(headline="پیش از چاپ"))
    assert told.json()["is_valid"]
    page = as_sara.get(story_url("preview_on_edit", draft.pk))
    assert page.content.decode() == "<h1>پیش از چاپ</h1>"
    assert shown[0].pk == draft.pk


def test_a_story_that_is_not_saved_yet_is_shown_too(as_sara, typed, shown):
    as_sara.post(story_url("preview_on_add"), typed(headline="هنوز هیچ جا نیست"))
    page = as_sara.get(story_url("preview_on_add"))
    assert "هنوز هیچ جا نیست" in page.content.decode()


def test_an_earlier_version_is_shown(as_sara, draft, shown):
    page = as_sara.get(story_url("revisions_view", draft.pk, draft.latest_revision.pk))
    assert draft.headline in page.content.decode()


def test_a_correction_is_seen_once_it_is_published(as_sara, as_maryam, story, typed):
    corrections = inline_formset(
        [{"text": "طول پل ۴۰ متر است.", "made_at": "۱۴۰۵/۰۱/۰۵ ۱۰:۳۰", "ORDER": "1"}]
    )
    edit(as_sara, story, typed(corrections=corrections))
    assert not story.corrections.exists()
    Story.objects.get().latest_revision.publish()
    correction = Story.objects.get().corrections.get()
    assert correction.text == "طول پل ۴۰ متر است."
    assert correction.made_at.isoformat() == "2026-03-25T07:00:00+00:00"


def test_a_correction_needs_a_day_of_the_calendar(as_sara, story, typed):
    corrections = inline_formset([{"text": "…", "made_at": "۳۱ آبان ۱۴۰۵", "ORDER": "1"}])
    response = edit(as_sara, story, typed(corrections=corrections))
    assert "در تقویم نیست" in response.content.decode()


def test_a_preview_is_shown_in_the_newsrooms_frame(as_sara, draft, typed):
    address = story_url("preview_on_edit", draft.pk)
    as_sara.post(address, typed())
    response = as_sara.get(address, {"in_preview_panel": "true"})
    assert typed()["headline"] in response.content.decode()
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_versions_are_compared_by_jalali_moments(as_maryam, story, typed):
    corrections = inline_formset(
        [{"text": "طول پل ۴۰ متر است.", "made_at": "۱۴۰۵/۰۱/۰۵ ۱۰:۳۰", "ORDER": "1"}]
    )
    edit(as_maryam, story, typed(corrections=corrections))
    page = as_maryam.get(story_url("revisions_compare", story.pk, "earliest", "latest"))
    assert "۵ فروردین ۱۴۰۵، ۱۰:۳۰" in page.content.decode()
    assert "2026-" not in page.content.decode().split("<main")[1]
