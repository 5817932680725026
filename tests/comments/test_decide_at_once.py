"""Several moderators, and readers, at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from dabir.comments.models import Comment
from dabir.comments.refusals import AlreadyDecided, SentBefore
from dabir.newsroom.models import Section, Story
from tests.comments.conftest import counters

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(file_database: None) -> Story:
    section = Section.objects.create(key="city", name="شهر")
    now = timezone.now()
    return Story.objects.create(headline="پل باز شد", section=section, first_published_at=now)


@pytest.fixture
def moderators(file_database: None) -> list[User]:
    return [User.objects.create_user(name) for name in ("arash", "maryam", "bahar", "dariush")]


def at_once(deeds: list[Callable[[], object]]) -> list[object]:
    """Do all deeds at the same moment, each on a connection of its own; return what came of it."""
    start = Barrier(len(deeds))

    def do(deed: Callable[[], object]) -> object:
        start.wait()
        try:
            return deed()
        except (AlreadyDecided, SentBefore) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(do, deeds))


def test_one_moderator_decides_and_the_others_are_told(
    story: Story, moderators: list[User]
) -> None:
    for round_number in range(5):
        comment = Comment.objects.create(story=story, name="نرگس", text=f"پل {round_number}")
        seen = [Comment.objects.get(pk=comment.pk) for _ in moderators]
        first, second, third, fourth = zip(seen, moderators, strict=True)
        results = at_once(
            [
                lambda a=first: a[0].publish(a[1]),
                lambda a=second: a[0].reject(a[1], "تکراری"),
                lambda a=third: a[0].publish(a[1]),
                lambda a=fourth: a[0].reject(a[1], "تکراری"),
            ]
        )
        refusals = [str(result) for result in results if result is not None]
        assert len(refusals) == 3
        assert all(words.startswith("این نظر را ") and "پیش از شما" in words for words in refusals)
        assert comment.acts.count() == 1

    states = [Comment.objects.filter(story=story, state=s).count() for s in Comment.State]
    assert counters(story) == tuple(states)
    assert sum(counters(story)) == 5


def test_the_counters_are_right_after_many_deeds_at_once(
    story: Story, moderators: list[User]
) -> None:
    comments = [
        Comment.objects.create(story=story, name="نرگس", text=f"پل {number}") for number in range(8)
    ]
    deeds: list[Callable[[], object]] = [
        lambda c=comment, by=moderators[n % 4]: c.publish(by) for n, comment in enumerate(comments)
    ]
    deeds += [
        lambda n=number: Comment.objects.submit(
            story=story, hashes=[f"hash {n}"], name="پویا", text=f"راه {n}"
        )
        for number in range(4)
    ]
    at_once(deeds)
    assert counters(story) == (4, 8, 0)


def test_a_form_sent_twice_at_once_is_taken_once(story: Story) -> None:
    def submit() -> object:
        return Comment.objects.submit(story=story, hashes=["one"], name="پویا", text="راه خوبی است")

    results = at_once([submit] * 4)
    assert sum(isinstance(result, SentBefore) for result in results) == 3
    assert counters(story) == (1, 0, 0)
