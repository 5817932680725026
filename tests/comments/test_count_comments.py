from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from dabir.comments.models import Comment, recount
from dabir.newsroom.models import Story
from tests.comments.conftest import counters


def test_a_new_comment_is_counted(comment: Comment, published: Comment, story: Story) -> None:
    assert counters(story) == (1, 1, 0)


def test_a_deleted_comment_is_counted_no_more(
    published: Comment, arash: User, story: Story, told: list[int]
) -> None:
    published.answer(arash, "از دیروز.")
    published.delete()
    assert counters(story) == (0, 0, 0)
    assert told[-1] == story.pk


def test_saving_a_comment_again_counts_nothing(comment: Comment, story: Story) -> None:
    comment.save()
    assert counters(story) == (1, 0, 0)


def test_a_wrong_counter_stops_at_zero(comment: Comment, arash: User, story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(pending_comments=0)
    comment.publish(arash)
    assert counters(story) == (0, 1, 0)


def test_recount_sets_a_story_right(comment: Comment, story: Story, told: list[int]) -> None:
    Story.objects.filter(pk=story.pk).update(pending_comments=7, rejected_comments=2)
    assert recount(story) == 1
    assert counters(story) == (1, 0, 0)
    assert told == [story.pk]


def test_the_nightly_recount_tells_only_of_what_was_wrong(
    comment: Comment, story: Story, draft: Story, told: list[int]
) -> None:
    Story.objects.filter(pk=draft.pk).update(published_comments=3)
    assert recount() == 1
    assert recount() == 0
    assert counters(draft) == (0, 0, 0)
    assert told == [draft.pk]


def test_an_older_copy_of_a_story_brings_no_older_counters(
    story: Story, arash: User, maryam: User
) -> None:
    revision = story.save_revision(user=arash)
    comment = Comment.objects.create(story=story, name="نرگس", text="پل خوبی است.")
    comment.publish(arash)

    revision.publish(user=maryam)
    assert counters(story) == (0, 1, 0)


def test_imported_comments_keep_their_time_and_state(story: Story, told: list[int]) -> None:
    long_ago = timezone.now() - timedelta(days=3000)
    rows = [
        Comment(story=story, name="نرگس", text="یک", state="published", sent_at=long_ago),
        Comment(story=story, name="پویا", text="دو", state="rejected", sent_at=long_ago),
    ]
    Comment.objects.bulk_create(rows)

    assert recount(story) == 1
    assert counters(story) == (0, 1, 1)
    assert Comment.objects.published().get().sent_at == long_ago
    assert told == [story.pk]


def test_a_comment_is_called_by_its_name_and_first_words(comment: Comment) -> None:
    assert str(comment) == "نرگس: پل خوبی شده است."
