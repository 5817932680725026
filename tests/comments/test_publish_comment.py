import pytest
from django.contrib.auth.models import User

from dabir.comments.models import Act, Comment
from dabir.comments.refusals import AlreadyDecided, Refused
from dabir.newsroom.models import Story
from tests.comments.conftest import counters


def test_it_publishes_the_comment(comment: Comment, arash: User) -> None:
    comment.publish(arash)

    comment.refresh_from_db()
    assert comment.state == "published"
    assert comment.decided_by == arash
    assert comment.decided_at is not None
    assert comment.version == 1


def test_it_moves_the_counters(comment: Comment, arash: User, story: Story) -> None:
    assert counters(story) == (1, 0, 0)
    comment.publish(arash)
    assert counters(story) == (0, 1, 0)


def test_it_tells_the_rooms_above(comment: Comment, arash: User, told: list[int]) -> None:
    comment.publish(arash)
    assert told == [comment.story_id]


def test_it_is_written_in_the_log(comment: Comment, arash: User) -> None:
    comment.publish(arash)

    act = Act.objects.get()
    assert (act.comment, act.act, act.by) == (comment, "publish", arash)
    assert (act.from_state, act.to_state) == ("pending", "published")
    assert str(act) == "انتشار، آرش کیانی"


def test_it_publishes_a_rejected_comment(comment: Comment, arash: User, story: Story) -> None:
    comment.reject(arash, "تکراری")
    comment.publish(arash)

    assert comment.reason == ""
    assert counters(story) == (0, 1, 0)


def test_it_publishes_once(
    comment: Comment, arash: User, maryam: User, story: Story, told: list[int]
) -> None:
    comment.publish(arash)
    with pytest.raises(AlreadyDecided) as refusal:
        comment.publish(maryam)

    assert str(refusal.value) == "این نظر را آرش کیانی پیش از شما منتشر کرده است."
    assert counters(story) == (0, 1, 0)
    assert Act.objects.count() == 1
    assert told == [story.pk]


def test_it_tells_who_was_quicker(comment: Comment, arash: User, maryam: User) -> None:
    seen_by_maryam = Comment.objects.get(pk=comment.pk)
    comment.reject(arash, "تکراری")

    with pytest.raises(AlreadyDecided, match="آرش کیانی پیش از شما رد کرده است"):
        seen_by_maryam.publish(maryam)
    assert Comment.objects.get().state == "rejected"


def test_it_tells_oneself_so(comment: Comment, arash: User) -> None:
    comment.publish(arash)
    with pytest.raises(AlreadyDecided, match="خودتان پیش از این منتشر کرده"):
        comment.publish(arash)


def test_it_tells_of_a_colleague_who_left(comment: Comment, arash: User, maryam: User) -> None:
    comment.publish(arash)
    arash.delete()
    with pytest.raises(AlreadyDecided, match="این نظر را همکاری پیش از شما"):
        comment.publish(maryam)


def test_it_refuses_an_imported_one_without_a_log(published: Comment, arash: User) -> None:
    with pytest.raises(AlreadyDecided, match="پیش از این بررسی شده است"):
        published.publish(arash)


def test_an_answer_waits_for_what_it_answers(published: Comment, arash: User) -> None:
    answer = Comment.objects.create(
        story=published.story, parent=published, name="پویا", text="از دیروز."
    )
    published.reopen(arash)

    with pytest.raises(Refused, match="نخست آن نظر را منتشر کنید"):
        answer.publish(arash)
    published.publish(arash)
    answer.publish(arash)
    assert Comment.objects.published().count() == 2
