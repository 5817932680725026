"""The story list and the chooser ask the same search, and drafts are found beside it."""

import pytest
from django.conf import settings

from dabir.archive.search.indexer import Indexer
from dabir.newsroom.models import Story

pytestmark = pytest.mark.django_db


def test_a_published_story_is_found_by_any_spelling(story: Story) -> None:
    indexer = Indexer(settings.SEARCH_DIR)
    while indexer.turn():
        pass
    assert list(Story.objects.matching("پلهای چوبي رودخانه")) == [story]


def test_a_draft_is_found_by_its_headline(story: Story, draft: Story) -> None:
    indexer = Indexer(settings.SEARCH_DIR)
    while indexer.turn():
        pass
    assert list(Story.objects.matching("دوچرخه")) == [draft]


def test_headlines_are_looked_into_while_there_is_no_index(story: Story, draft: Story) -> None:
    assert list(Story.objects.matching("پل عابر")) == [story]
    assert list(Story.objects.matching("دوچرخه")) == [draft]
