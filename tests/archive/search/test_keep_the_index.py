"""The index follows the stories: noted in their own transaction, put in by one process."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from dabir.archive.models import ToIndex
from dabir.archive.search import indexer as indexing
from dabir.archive.search import place
from dabir.archive.search.asking import ask, read
from dabir.archive.search.indexer import WANTED, BusyError, Indexer, alone
from dabir.archive.search.vocabulary import LEARNT
from dabir.newsroom.models import Byline, Section, Story, Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def indexer(db: None) -> Indexer:
    return Indexer(settings.SEARCH_DIR)


def found(typed: str) -> list[int]:
    opened = place.Reader(lambda: settings.SEARCH_DIR).opened()
    return ask(read(typed, opened), opened, limit=20).codes


def keep(indexer: Indexer) -> None:
    while indexer.turn():
        pass


def test_a_published_story_is_found_and_a_draft_is_not(
    indexer: Indexer, story: Story, draft: Story
) -> None:
    keep(indexer)
    assert found("پل عابر") == [story.pk]
    assert found("مسیر دوچرخه ایستگاه") == []
    assert not ToIndex.objects.exists()


def test_a_change_is_found_and_what_was_is_not(
    indexer: Indexer, story: Story, maryam: User
) -> None:
    keep(indexer)
    story.headline, story.lead, story.body = "قایق تازه به آب افتاد", "", []
    story.save_revision(user=maryam).publish(user=maryam)
    keep(indexer)
    assert found("قایق") == [story.pk]
    assert found("رودخانه") == []


def test_what_readers_may_not_see_is_not_found(indexer: Indexer, story: Story) -> None:
    keep(indexer)
    story.unpublish()
    keep(indexer)
    assert found("پل") == []


def test_an_embargoed_story_is_not_found(
    indexer: Indexer, write: Callable[..., Story], maryam: User
) -> None:
    later = timezone.now() + timedelta(hours=2)
    held = write(headline="رازی که نباید گفت", embargo_until=later)
    held.latest_revision.publish(user=maryam)
    keep(indexer)
    assert found("راز") == []


def test_a_deleted_story_is_not_found(indexer: Indexer, story: Story) -> None:
    keep(indexer)
    story.delete()
    keep(indexer)
    assert found("پل") == []


def test_names_topics_and_sections_are_limits(
    indexer: Indexer, story: Story, topic: Topic, section: Section
) -> None:
    story.topics.add(topic)
    story.save()
    keep(indexer)
    assert found("نویسنده:رها موضوع:دوچرخه بخش:شهر") == [story.pk]
    topic.name = "پیادگان"
    topic.save()
    section.key = "town"
    section.save()
    Byline.objects.all().delete()
    keep(indexer)
    assert found("موضوع:پیادگان بخش:town") == [story.pk]
    assert found("نویسنده:رها") == []


def test_nothing_is_noted_where_the_change_is_undone(story: Story) -> None:
    ToIndex.objects.all().delete()
    with transaction.atomic():
        story.save()
        transaction.set_rollback(True)
    assert not ToIndex.objects.exists()


def test_there_is_one_indexer_at_a_time() -> None:
    root = settings.SEARCH_DIR
    with alone(root), pytest.raises(BusyError), alone(root):
        pass
    with alone(root):
        pass


def test_a_lost_index_is_built_anew(indexer: Indexer, story: Story) -> None:
    keep(indexer)
    shutil.rmtree(settings.SEARCH_DIR)
    with pytest.raises(place.NoIndexError):
        found("پل")
    keep(indexer)
    assert found("پل") == [story.pk]


def test_an_index_of_another_version_is_built_anew(
    indexer: Indexer, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(indexer)
    monkeypatch.setattr(place, "VERSION", 9_999)
    with pytest.raises(place.NoIndexError):
        found("پل")
    monkeypatch.undo()
    (settings.SEARCH_DIR / WANTED).touch()
    before = place.current(settings.SEARCH_DIR)
    keep(indexer)
    assert place.current(settings.SEARCH_DIR) != before
    assert not before.exists()


@pytest.mark.parametrize("damage", ["", "no trie at all"])
def test_an_index_whose_words_are_spoilt_is_built_anew(
    indexer: Indexer, story: Story, damage: str
) -> None:
    keep(indexer)
    words = place.current(settings.SEARCH_DIR) / LEARNT
    words.unlink()
    if damage:
        words.write_text(damage)
    keep(Indexer(settings.SEARCH_DIR))
    assert found("پل") == [story.pk]


def test_what_changes_while_it_is_built_is_not_lost(
    indexer: Indexer, story: Story, write: Callable[..., Story], maryam: User, monkeypatch: Any
) -> None:
    keep(indexer)
    texts = indexer._texts

    def meanwhile() -> Any:
        yield from texts()
        write(headline="قایق آمد").latest_revision.publish(user=maryam)
        indexer._keep_fresh()
        assert found("قایق")

    monkeypatch.setattr(indexer, "_texts", meanwhile)
    assert indexer.build() == 2
    keep(indexer)
    assert len(found("قایق")) == 1


def test_an_archive_that_has_grown_is_learnt_from_by_itself(
    indexer: Indexer, story: Story, write: Callable[..., Story], maryam: User, monkeypatch: Any
) -> None:
    monkeypatch.setattr(indexing, "LEAST", 1)
    keep(indexer)
    before = place.current(settings.SEARCH_DIR)
    write(headline="قایق آمد").latest_revision.publish(user=maryam)
    keep(indexer)
    learnt = place.current(settings.SEARCH_DIR)
    assert learnt != before
    assert found("قایق") == [story.pk + 1]
    story.save()
    keep(indexer)
    assert place.current(settings.SEARCH_DIR) == learnt


def test_another_process_reads_a_copy(indexer: Indexer, story: Story, tmp_path: Any) -> None:
    keep(indexer)
    copy = tmp_path / "copy"
    shutil.copytree(settings.SEARCH_DIR, copy)
    story.unpublish()
    keep(indexer)
    opened = place.Reader(lambda: copy).opened()
    assert ask(read("پل", opened), opened, limit=5).codes == [story.pk]
