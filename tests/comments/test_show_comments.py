from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.template import engines
from django.test import Client

from dabir.comments.models import Comment
from dabir.comments.shown import ShownComments, published_on
from dabir.newsroom.models import Paper, Story


def printed(comments: ShownComments) -> str:
    """The part of a story's page that shows its comments."""
    template = engines["paper"].get_template("parts/comments.html")
    return template.render({"comments": comments})


def test_it_shows_what_is_published(
    comment: Comment, published: Comment, arash: User, story: Story
) -> None:
    answer = published.answer(arash, "از دیروز.")
    shown = published_on(story)

    assert (shown.code, shown.open, shown.pending, shown.published) == (story.pk, True, 1, 2)
    assert [(one.pk, one.name, one.text, one.by_newsroom) for one in shown.list] == [
        (published.pk, "فریدون", "از کی باز است؟", False)
    ]
    assert shown.list[0].sent_at == published.sent_at
    assert [(one.pk, one.by_newsroom) for one in shown.list[0].answers] == [(answer.pk, True)]


def test_the_oldest_comes_first(comment: Comment, published: Comment, arash: User) -> None:
    comment.publish(arash)
    assert [one.pk for one in published_on(comment.story).list] == [published.pk, comment.pk]


def test_equal_comments_are_shown_equal(published: Comment, story: Story) -> None:
    assert published_on(story) == published_on(Story.objects.get(pk=story.pk))
    assert hash(published_on(story)) == hash(published_on(story))


def test_many_comments_take_no_more_queries(
    story: Story, arash: User, django_assert_num_queries: Callable[[int], Any]
) -> None:
    for number in range(6):
        Comment.objects.create(story=story, name="پویا", text=f"نظر {number}", state="published")
    for one in Comment.objects.all():
        one.answer(arash, "سپاس")
    Paper.load()
    with django_assert_num_queries(3):
        shown = published_on(story)
    assert sum(len(one.answers) for one in shown.list) == 6


def test_the_page_shows_counters_comments_and_form(
    comment: Comment, published: Comment, arash: User, story: Story
) -> None:
    published.answer(arash, "از دیروز.")
    page = printed(published_on(story))

    assert "در انتظار بررسی: ۱ · انتشار یافته: ۲" in page
    assert f'id="comment-{published.pk}"' in page
    assert "پاسخ تحریریه" in page
    assert f'href="/comments/{story.pk}/?parent={published.pk}" rel="nofollow"' in page
    assert page.count('rel="nofollow"') == 1  # an answer is not answered
    assert f'action="/comments/{story.pk}/" method="post"' in page
    assert 'class="form__trap"' in page
    assert 'name="token" value=""' in page
    assert comment.text not in page


def test_the_page_of_a_new_story_counts_nothing(story: Story) -> None:
    assert "در انتظار بررسی: ۰ · انتشار یافته: ۰" in printed(published_on(story))


def test_the_text_is_plain(story: Story) -> None:
    Comment.objects.create(
        story=story, name="<i>پویا", text="یک <b>\nدو\n\nسه 3", state="published"
    )
    page = printed(published_on(story))
    assert "&lt;i&gt;پویا" in page
    assert '<p dir="auto">یک &lt;b&gt;<br>دو</p>' in page
    assert '<p dir="auto">سه ۳</p>' in page


def test_it_holds_nothing_that_is_not_to_be_shown(story: Story) -> None:
    Comment.objects.create(
        story=story, name="پویا", email="pouya@example.org", text="سلام", state="published"
    )
    assert "pouya@example.org" not in printed(published_on(story))


def test_where_comments_are_closed_there_is_no_form(published: Comment, story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(comments_closed=True)
    page = printed(published_on(Story.objects.get(pk=story.pk)))

    assert "نظرهای این خبر بسته است" in page
    assert "از کی باز است؟" in page
    assert "<form" not in page
    assert "?parent=" not in page


@pytest.mark.parametrize("is_open", [True, False])
def test_the_paper_may_close_all_comments(story: Story, is_open: bool) -> None:
    paper = Paper.load()
    paper.comments_open = is_open
    paper.save()
    assert published_on(story).open is is_open


def test_the_static_form_leads_to_the_form_with_a_token(client: Client, story: Story) -> None:
    form = {"name": "پویا", "email": "", "text": "نوشتهٔ من", "token": ""}
    page = client.post(f"/comments/{story.pk}/", form).text
    assert 'name="token" value=""' not in page
    assert "نوشتهٔ من" in page
