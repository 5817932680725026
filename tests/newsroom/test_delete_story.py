"""Only a draft that readers never saw is deleted, and its code is never given again."""

import pytest

from dabir.newsroom.models import Story
from tests.newsroom.conftest import add, story_url


def test_a_desk_editor_deletes_a_draft(as_arash, draft):
    assert as_arash.get(story_url("delete", draft.pk)).status_code == 200
    as_arash.post(story_url("delete", draft.pk))
    assert not Story.objects.exists()


def test_a_reporter_deletes_nothing(as_sara, draft):
    as_sara.post(story_url("delete", draft.pk))
    assert Story.objects.exists()


def test_a_published_story_is_not_deleted_even_by_an_administrator(admin_client, as_arash, story):
    for client in (admin_client, as_arash):
        assert client.get(story_url("delete", story.pk)).status_code == 302
        client.post(story_url("delete", story.pk))
    assert Story.objects.filter(pk=story.pk).exists()


def test_a_withdrawn_story_is_not_deleted(as_maryam, story):
    as_maryam.post(story_url("unpublish", story.pk))
    as_maryam.post(story_url("delete", story.pk))
    assert Story.objects.filter(pk=story.pk).exists()


def test_many_are_not_deleted_at_once(admin_client, draft, story):
    address = f"/newsroom/bulk/newsroom/story/delete/?id={draft.pk}&id={story.pk}"
    response = admin_client.post(address)
    assert response.status_code == 302
    assert Story.objects.count() == 2


def test_the_form_offers_deletion_of_drafts_only(as_arash, draft, story):
    assert (
        story_url("delete", draft.pk) in as_arash.get(story_url("edit", draft.pk)).content.decode()
    )
    page = as_arash.get(story_url("edit", story.pk)).content.decode()
    assert story_url("delete", story.pk) not in page


@pytest.mark.django_db(transaction=True)
def test_the_code_is_not_given_again(as_arash, as_sara, draft, typed):
    code = draft.pk
    as_arash.post(story_url("delete", code))
    add(as_sara, typed())
    assert Story.objects.get().pk > code
