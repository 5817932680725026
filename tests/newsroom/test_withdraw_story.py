"""The editor in chief takes a story out of readers' sight; it keeps its code."""

from django.urls import reverse

from dabir.newsroom.models import Story
from dabir.persian import to_persian_digits
from tests.newsroom.conftest import edit, story_url


def test_it_goes_out_of_sight_and_stays_in_the_newsroom(as_maryam, story):
    response = as_maryam.post(story_url("unpublish", story.pk))
    assert response.status_code == 302
    story.refresh_from_db()
    assert story.is_withdrawn
    assert "برداشته" in as_maryam.get(story_url("list")).content.decode()


def test_it_asks_first_and_names_the_code(as_maryam, story):
    page = as_maryam.get(story_url("unpublish", story.pk)).content.decode()
    assert f"کد ({to_persian_digits(story.pk)})" in page
    story.refresh_from_db()
    assert story.live


def test_others_may_not(as_sara, as_arash, story):
    for client in (as_sara, as_arash):
        response = client.post(story_url("unpublish", story.pk))
        assert response.status_code == 302
        assert response.url == reverse("wagtailadmin_home")
    story.refresh_from_db()
    assert story.live


def test_a_withdrawn_story_comes_back_under_its_code(as_maryam, story, typed):
    as_maryam.post(story_url("unpublish", story.pk))
    edit(as_maryam, story, typed(), **{"action-publish": "1"})
    assert Story.objects.get(pk=story.pk).live


def test_the_menu_calls_it_by_the_newsroom_s_word(as_maryam, as_sara, story):
    assert "برداشتن" in as_maryam.get(story_url("edit", story.pk)).content.decode()
    page = as_sara.get(story_url("edit", story.pk)).content.decode()
    assert story_url("unpublish", story.pk) not in page
