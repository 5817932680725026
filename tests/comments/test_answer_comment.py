import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from dabir.comments.models import Comment
from dabir.comments.refusals import AlreadyDecided, Refused
from dabir.newsroom.models import Story
from tests.comments.conftest import counters


def test_the_answer_is_published_in_the_newsrooms_name(published: Comment, arash: User) -> None:
    answer = published.answer(arash, " از دیروز.\r\n")

    answer.refresh_from_db()
    assert (answer.text, answer.name, answer.state) == ("از دیروز.", "تحریریه", "published")
    assert answer.by_newsroom
    assert answer.answered_by == arash
    assert answer.parent == published
    assert [act.act for act in answer.acts.all()] == ["answer"]


def test_a_comment_that_waits_is_published_with_it(
    comment: Comment, arash: User, story: Story
) -> None:
    comment.answer(arash, "سپاس از شما.")

    assert comment.state == "published"
    assert counters(story) == (0, 2, 0)
    assert [act.act for act in comment.acts.all()] == ["publish", "answer"]


def test_it_tells_the_rooms_above(published: Comment, arash: User, told: list[int]) -> None:
    published.answer(arash, "از دیروز.")
    assert told == [published.story_id]


def test_an_answer_is_not_answered(published: Comment, arash: User) -> None:
    answer = published.answer(arash, "از دیروز.")
    with pytest.raises(Refused, match="زیر نظر اصلی"):
        answer.answer(arash, "و از فردا.")


def test_a_rejected_comment_is_not_answered(comment: Comment, arash: User) -> None:
    comment.reject(arash, "تکراری")
    with pytest.raises(Refused, match="نخست آن را به صف بازگردانید"):
        comment.answer(arash, "سپاس")


@pytest.mark.parametrize(("text", "words"), [(" \n", "متن پاسخ"), ("ن" * 3001, "۳۰۰۰ نویسه")])
def test_it_needs_a_text(published: Comment, arash: User, text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        published.answer(arash, text)


def test_two_colleagues_do_not_answer_unawares(
    published: Comment, arash: User, maryam: User
) -> None:
    seen_by_maryam = Comment.objects.get(pk=published.pk)
    published.answer(arash, "از دیروز.")
    with pytest.raises(AlreadyDecided, match="آرش کیانی پیش از شما پاسخ داده است"):
        seen_by_maryam.answer(maryam, "از پریروز.")


def test_the_record_refuses_an_answer_to_an_answer(published: Comment, arash: User) -> None:
    answer = published.answer(arash, "از دیروز.")
    with pytest.raises(ValidationError, match="به پاسخ"):
        Comment.objects.create(story=answer.story, parent=answer, name="پویا", text="سپاس")


def test_the_record_refuses_an_answer_under_another_story(published: Comment, draft: Story) -> None:
    with pytest.raises(ValidationError, match="زیر همان خبر"):
        Comment.objects.create(story=draft, parent=published, name="پویا", text="سپاس")
