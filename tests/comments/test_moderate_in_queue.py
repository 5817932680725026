from collections.abc import Callable
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

from dabir.comments.models import Comment
from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE
from tests.comments.conftest import counters

QUEUE = "/newsroom/comments/"

Deed = Callable[..., HttpResponse]


@pytest.fixture
def do(as_arash: Client, comment: Comment) -> Deed:
    """Return a function that sends one form of the queue as Arash."""

    def post(deed: str, one: Comment = comment, **fields: object) -> HttpResponse:
        form = {"version": one.version, "next": f"{QUEUE}?p=2", **fields}
        return as_arash.post(f"{QUEUE}{one.pk}/{deed}/", form, follow=True)

    return post


def test_it_publishes(do: Deed, comment: Comment, arash: User) -> None:
    response = do("publish")
    comment.refresh_from_db()
    assert (comment.state, comment.decided_by) == ("published", arash)
    assert response.redirect_chain == [(f"{QUEUE}?p=2", 302)]
    assert "نظر منتشر شد" in response.text


def test_it_reopens(do: Deed, comment: Comment, arash: User) -> None:
    comment.publish(arash)
    assert "نظر به صف بازگشت" in do("reopen").text
    comment.refresh_from_db()
    assert comment.state == "pending"


def test_it_rejects_for_a_standard_reason_and_own_words(do: Deed, comment: Comment) -> None:
    response = do("reject", standard="تکراری", own="همان نظر دیروز")
    comment.refresh_from_db()
    assert (comment.state, comment.reason) == ("rejected", "تکراری: همان نظر دیروز")
    assert "نظر رد شد" in response.text


def test_it_does_not_reject_without_a_reason(do: Deed, comment: Comment) -> None:
    response = do("reject", standard="", own=" ")
    assert response.status_code == 409
    assert "دلیل رد را برگزینید" in response.text
    comment.refresh_from_db()
    assert comment.state == "pending"


def test_it_answers(do: Deed, comment: Comment, story: Story) -> None:
    response = do("answer", text="سپاس از شما")
    assert "پاسخ تحریریه منتشر شد" in response.text
    assert Comment.objects.get(by_newsroom=True).parent == comment
    assert counters(story) == (0, 2, 0)


def test_whoever_is_late_is_told(do: Deed, comment: Comment, maryam: User, story: Story) -> None:
    Comment.objects.get(pk=comment.pk).publish(maryam)
    assert "این نظر را مریم دادگر پیش از شما منتشر کرده است." in do("publish").text
    assert counters(story) == (0, 1, 0)


def test_a_late_answer_is_not_lost(do: Deed, comment: Comment, maryam: User) -> None:
    Comment.objects.get(pk=comment.pk).reject(maryam, "تکراری")
    response = do("answer", text="پاسخ بلند من")
    assert response.status_code == 409
    assert "مریم دادگر پیش از شما رد کرده است" in response.text
    assert "پاسخ بلند من" in response.text


def test_a_late_reason_is_not_lost(do: Deed, comment: Comment, maryam: User) -> None:
    Comment.objects.get(pk=comment.pk).publish(maryam)
    response = do("reject", own="نام کسی را برده است", standard="تکراری")
    assert response.status_code == 409
    assert "نام کسی را برده است" in response.text
    assert '<option value="تکراری" selected>' in response.text


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40])
def test_a_form_without_a_version_does_nothing(do: Deed, comment: Comment, version: str) -> None:
    do("publish", version=version)
    comment.refresh_from_db()
    assert comment.state == "pending"


@pytest.mark.parametrize(
    "place", ["https://evil.example/", "//evil.example", "abc", "", "\r\nX: y"]
)
def test_it_leads_nowhere_else(as_arash: Client, comment: Comment, place: str) -> None:
    form = {"version": comment.version, "next": place}
    response = as_arash.post(f"{QUEUE}{comment.pk}/publish/", form)
    assert response["Location"] == QUEUE


@pytest.mark.parametrize("deed", ["publish", "reject", "reopen", "answer"])
def test_deeds_need_a_post_and_a_comment(as_arash: Client, comment: Comment, deed: str) -> None:
    assert as_arash.get(f"{QUEUE}{comment.pk}/{deed}/").status_code == 405
    assert as_arash.post(f"{QUEUE}987654/{deed}/").status_code == 404


@pytest.mark.parametrize("deed", ["publish", "reject", "reopen", "answer"])
def test_deeds_need_the_permission(as_sara: Client, comment: Comment, deed: str) -> None:
    form = {"version": 0, "standard": "تکراری", "text": "پاسخ"}
    assert as_sara.post(f"{QUEUE}{comment.pk}/{deed}/", form).status_code == 302
    comment.refresh_from_db()
    assert comment.version == 0


def test_deeds_need_a_csrf_token(arash: User, comment: Comment) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(arash)
    assert client.post(f"{QUEUE}{comment.pk}/publish/", {"version": 0}).status_code == 403


# Many at once ------------------------------------------------------------------------------
@pytest.fixture
def three(story: Story) -> list[Comment]:
    return [
        Comment.objects.create(story=story, name=f"خواننده {n}", text=f"نظر {n}") for n in "abc"
    ]


def picks(comments: list[Comment]) -> list[str]:
    return [f"{one.pk}:{one.version}" for one in comments]


def bulk(client: Client, **form: object) -> str:
    return client.post(f"{QUEUE}bulk/", form, follow=True).text


def test_it_publishes_many(as_arash: Client, three: list[Comment], story: Story) -> None:
    page = bulk(as_arash, act="publish", pick=picks(three[:2]))
    assert "۲ نظر منتشر شد" in page
    assert counters(story) == (1, 2, 0)


def test_it_rejects_many(as_arash: Client, three: list[Comment], story: Story) -> None:
    page = bulk(as_arash, act="reject", pick=picks(three), standard="تکراری")
    assert "۳ نظر رد شد" in page
    assert counters(story) == (0, 0, 3)


def test_it_rejects_none_without_a_reason(as_arash: Client, three: list[Comment]) -> None:
    assert "دلیل رد را برگزینید" in bulk(as_arash, act="reject", pick=picks(three))
    assert Comment.objects.pending().count() == 3


def test_it_asks_for_a_choice(as_arash: Client, three: list[Comment]) -> None:
    page = bulk(as_arash, act="publish", pick=["", "x:y", ":", "987654:0"])
    assert "هیچ نظری برگزیده نشده است" in page


def test_it_does_the_rest_when_one_is_refused(
    as_arash: Client, three: list[Comment], maryam: User, story: Story
) -> None:
    Comment.objects.get(pk=three[0].pk).publish(maryam)
    page = bulk(as_arash, act="publish", pick=picks(three))
    assert "۲ نظر منتشر شد" in page
    assert "خواننده a: این نظر را مریم دادگر پیش از شما منتشر کرده است." in page
    assert counters(story) == (0, 3, 0)


def test_answers_are_published_after_what_they_answer(
    as_arash: Client, published: Comment, arash: User, story: Story
) -> None:
    published.answer(arash, "از دیروز.")
    published.reopen(arash)
    bulk(as_arash, act="publish", pick=picks(list(Comment.objects.order_by("-pk"))))
    assert counters(story) == (0, 2, 0)


def test_answers_are_rejected_before_what_they_answer(
    as_arash: Client, published: Comment, arash: User, story: Story
) -> None:
    published.answer(arash, "از دیروز.")
    page = bulk(as_arash, act="reject", pick=picks(list(Comment.objects.all())), standard="تکراری")
    assert "۲ نظر رد شد" in page
    assert "خودتان پیش از این" not in page
    assert counters(story) == (0, 0, 2)


def test_the_queue_works_without_its_script(as_arash: Client, comment: Comment) -> None:
    page = as_arash.get(QUEUE).text
    assert f'action="{QUEUE}{comment.pk}/publish/" method="post"' in page
    assert f"انتشار برگزیده{HALF_SPACE}ها" in unescape(page)
