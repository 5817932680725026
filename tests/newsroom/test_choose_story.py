"""A story is chosen from another one by its code, or by words of its headline."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dabir.newsroom.models import Story

NAMES = "wagtailsnippetchoosers_newsroom_story"


def listed(client, **asked):
    page = client.get(reverse(f"{NAMES}:choose_results"), asked)
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def ancient(write):
    story = write(headline="سیل پارسال")
    Story.objects.filter(pk=story.pk).update(changed_at=timezone.now() - timedelta(days=300))
    return story


def test_the_newest_changed_come_first(as_sara, draft, story):
    page = listed(as_sara)
    assert page.index(story.headline) < page.index(draft.headline)
    assert "منتشرشده" in page


def test_words_are_looked_for_in_ninety_days(as_sara, draft, ancient):
    assert draft.headline in listed(as_sara, q="دوچرخه")
    assert ancient.headline not in listed(as_sara, q="سیل")


def test_a_code_is_found_over_all_time(as_sara, draft, ancient):
    page = listed(as_sara, q=str(ancient.pk))
    assert ancient.headline in page
    assert draft.headline not in page


def test_nothing_found_is_told(as_sara, draft):
    assert "پیدا نشد" in listed(as_sara, q="هیچ")


def test_an_empty_newsroom_is_told(as_sara):
    assert "هنوز خبری نیست" in listed(as_sara)


def test_the_window_opens_with_its_box(as_sara, draft):
    window = as_sara.get(reverse(f"{NAMES}:choose")).json()
    assert "کد یا تیتر خبر" in window["html"]
    assert draft.headline in window["html"]


def test_many_are_walked_by_pages(as_sara, write):
    for number in range(20):
        write(headline=f"خبر {number}")
    assert "صفحهٔ ۱" in listed(as_sara)
    assert "صفحهٔ ۲" in listed(as_sara, p="2")


def test_what_is_chosen_comes_back(as_sara, story):
    told = as_sara.get(reverse(f"{NAMES}:chosen", args=[story.pk])).json()
    assert told["result"]["id"] == str(story.pk)
    assert told["result"]["string"] == story.headline
