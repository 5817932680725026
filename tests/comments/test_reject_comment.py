import pytest
from django.contrib.auth.models import User

from dabir.comments.models import Act, Comment
from dabir.comments.refusals import Refused
from dabir.newsroom.models import Story
from tests.comments.conftest import counters


def test_it_keeps_the_comment_from_readers(comment: Comment, arash: User, story: Story) -> None:
    comment.reject(arash, "  نامربوط\nبه خبر ")

    comment.refresh_from_db()
    assert comment.state == "rejected"
    assert comment.reason == "نامربوط به خبر"
    assert counters(story) == (0, 0, 1)
    assert Act.objects.get().reason == "نامربوط به خبر"


@pytest.mark.parametrize(("reason", "words"), [("  ", "دلیل رد را"), ("ن" * 301, "۳۰۰ نویسه")])
def test_it_needs_a_reason(
    comment: Comment, arash: User, story: Story, reason: str, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        comment.reject(arash, reason)
    assert counters(story) == (1, 0, 0)


def test_its_published_answers_go_with_it(published: Comment, arash: User, story: Story) -> None:
    answer = published.answer(arash, "از دیروز.")
    waiting = Comment.objects.create(story=story, parent=published, name="پویا", text="سپاس")
    published.reject(arash, "تکراری")

    answer.refresh_from_db()
    waiting.refresh_from_db()
    assert (answer.state, answer.reason) == ("rejected", "تکراری")
    assert waiting.state == "pending"
    assert counters(story) == (1, 0, 2)


def test_it_tells_the_rooms_above(comment: Comment, arash: User, told: list[int]) -> None:
    comment.reject(arash, "تکراری")
    assert told == [comment.story_id]
