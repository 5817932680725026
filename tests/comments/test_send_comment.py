from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from dabir.comments.models import Comment
from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE
from tests.comments.conftest import begun, counters

LOOK_AGAIN = f"لطفاً نوشته{HALF_SPACE}تان را یک بار مرور کنید و بفرستید"

Send = Callable[..., HttpResponse]


def test_it_is_taken_in_and_waits(send: Send, story: Story, told: list[int]) -> None:
    response = send(name=" نرگس ", email="narges@example.org", text="پل خوبی است.\r\nسپاس")

    assert response.status_code == 303
    assert response["Location"] == f"/comments/received/{story.pk}/"
    comment = Comment.objects.get()
    assert (comment.name, comment.email) == ("نرگس", "narges@example.org")
    assert (comment.text, comment.state) == ("پل خوبی است.\nسپاس", "pending")
    assert len(comment.address_hash) == 64
    assert counters(story) == (1, 0, 0)
    assert told == [story.pk]


def test_the_reader_is_thanked(client: Client, story: Story) -> None:
    page = client.get(f"/comments/received/{story.pk}/")
    assert "در انتظار بررسی تحریریه است" in page.text
    assert f'href="/news/{story.pk}/"' in page.text


def test_it_answers_a_published_comment(send: Send, published: Comment) -> None:
    send(parent=str(published.pk))
    assert Comment.objects.pending().get().parent == published


def test_the_form_says_what_is_answered(client: Client, published: Comment) -> None:
    page = client.get(f"/comments/{published.story_id}/?parent={published.pk}")
    assert "در پاسخ به <bdi>فریدون</bdi>" in page.text
    assert f'name="parent" value="{published.pk}"' in page.text


def test_a_comment_that_is_gone_cannot_be_answered(send: Send, comment: Comment) -> None:
    response = send(parent=str(comment.pk), text="همین را می گفتم")

    assert response.status_code == 422
    assert "دیگر در صفحه نیست" in response.text
    assert 'name="parent" value=""' in response.text
    assert "همین را می گفتم" in response.text


def test_the_form_stands_alone_too(client: Client, story: Story) -> None:
    page = client.get(f"/comments/{story.pk}/")
    assert page.status_code == 200
    assert story.headline in page.text
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": ""}, "نامتان را بنویسید"),
        ({"name": "ن" * 81}, "نام بیش از ۸۰ نویسه"),
        ({"email": "nobody"}, "این ایمیل درست نیست"),
        ({"email": "a" * 250 + "@example.org"}, "بیش از اندازه بلند"),
        ({"text": ""}, "متن نظرتان را بنویسید"),
        ({"text": HALF_SPACE * 9}, "متن نظرتان را بنویسید"),
        ({"text": "نه"}, "خیلی کوتاه است"),
        ({"text": "ن" * 3001}, "۳۰۰۱ نویسه است"),
    ],
)
def test_what_is_wrong_is_said_beside_it(
    send: Send, story: Story, fields: dict[str, str], words: str
) -> None:
    response = send(**{"name": "نرگس", "text": "نوشته من", **fields})

    assert response.status_code == 422
    assert words in response.text
    assert 'aria-invalid="true"' in response.text
    assert not Comment.objects.exists()


@pytest.mark.parametrize("token", ["", "made up", "123:abc"])
def test_without_a_token_it_is_looked_over_once_more(send: Send, token: str) -> None:
    response = send(token=token, text="نوشته من")

    assert response.status_code == 200
    assert LOOK_AGAIN in response.text
    assert "نوشته من" in response.text
    assert not Comment.objects.exists()


def test_an_old_token_is_renewed(send: Send) -> None:
    old = begun(12 * 3600 + 60)
    response = send(token=old)
    assert LOOK_AGAIN in response.text
    assert old not in response.text


def test_nobody_writes_in_two_seconds(send: Send) -> None:
    token = begun(2)
    response = send(token=token)
    assert LOOK_AGAIN in response.text
    assert f'name="token" value="{token}"' in response.text  # waiting does not begin anew
    assert not Comment.objects.exists()


def test_whoever_fills_the_trap_looks_over_it_once_more(send: Send) -> None:
    response = send(website="https://example.org")
    assert LOOK_AGAIN in response.text
    assert "https://example.org" not in response.text
    assert not Comment.objects.exists()


def test_the_same_text_is_taken_once(send: Send, client: Client, story: Story) -> None:
    send()
    response = send()

    assert response["Location"] == f"/comments/received/{story.pk}/?again=1"
    assert "پیش از این رسیده است" in client.get(response["Location"]).text
    assert Comment.objects.count() == 1


def test_the_same_text_from_elsewhere_is_another_comment(send: Send) -> None:
    send()
    send(address="192.0.2.2")
    assert Comment.objects.count() == 2


def test_markup_stays_text(send: Send, client: Client, story: Story) -> None:
    text = '<script>alert(1)</script> & "quotes" \'; DROP TABLE comments_comment; --'
    send(text=text)
    assert Comment.objects.get().text == text

    page = send(text=text, name="").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_hidden_signs_are_taken_out(send: Send) -> None:
    send(name="نر\u202eگس\x00", text="پل\u200b خوبی\x07 می\u200cشود\u2066")
    comment = Comment.objects.get()
    assert (comment.name, comment.text) == ("نرگس", "پل خوبی می\u200cشود")


def test_closed_comments_are_closed(send: Send, client: Client, story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(comments_closed=True)
    response = send()
    assert response.status_code == 403
    assert "نظرهای این خبر بسته است" in response.text
    assert client.get(f"/comments/{story.pk}/").status_code == 403


def test_a_paper_may_close_all_comments(send: Send) -> None:
    from dabir.newsroom.models import Paper

    paper = Paper.load()
    paper.comments_open = False
    paper.save()
    assert send().status_code == 403


@pytest.mark.parametrize("address", ["/comments/{}/", "/comments/received/{}/"])
def test_a_story_that_readers_do_not_see_takes_none(
    client: Client, draft: Story, address: str
) -> None:
    for code in (draft.pk, 999_999, 10**30):
        response = client.get(address.format(code))
        assert response.status_code == 404
        assert "خبری با این کد" in response.text


def test_it_needs_no_session_and_no_csrf_token(story: Story) -> None:
    client = Client(enforce_csrf_checks=True)
    form = {"name": "نرگس", "text": "پل خوبی است.", "token": begun(10)}
    assert client.post(f"/comments/{story.pk}/", form).status_code == 303


def test_it_rejects_other_methods(client: Client, story: Story) -> None:
    assert client.put(f"/comments/{story.pk}/").status_code == 405
    assert client.post(f"/comments/received/{story.pk}/").status_code == 405
