from django.contrib.auth.models import User

from dabir.comments.models import Comment
from dabir.newsroom.models import Story
from tests.comments.conftest import counters


def test_it_puts_the_comment_back_into_the_queue(
    comment: Comment, arash: User, maryam: User, story: Story, told: list[int]
) -> None:
    comment.reject(arash, "تکراری")
    comment.reopen(maryam)

    comment.refresh_from_db()
    assert (comment.state, comment.reason) == ("pending", "")
    assert (comment.decided_by, comment.decided_at) == (None, None)
    assert counters(story) == (1, 0, 0)
    assert [act.act for act in comment.acts.all()] == ["reject", "reopen"]
    assert told == [story.pk, story.pk]


def test_its_published_answers_go_with_it(published: Comment, arash: User, story: Story) -> None:
    published.answer(arash, "از دیروز.")
    published.reopen(arash)
    assert counters(story) == (2, 0, 0)
