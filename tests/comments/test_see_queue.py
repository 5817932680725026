import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from dabir.comments import queue
from dabir.comments.models import Comment
from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE
from dabir.persian.jalali import TEHRAN

QUEUE = "/newsroom/comments/"


def read(client: Client, query: dict[str, str]) -> str:
    """The queue as its reader sees it, half-spaces and all."""
    return unescape(client.get(QUEUE, query).text)


def test_it_shows_what_waits(as_arash: Client, comment: Comment, published: Comment) -> None:
    page = as_arash.get(QUEUE).text
    assert comment.text in page
    assert comment.story.headline in page
    assert published.text not in page


def test_it_shows_the_other_states(
    as_arash: Client, comment: Comment, published: Comment, arash: User
) -> None:
    comment.reject(arash, "تبلیغ یا پیوند نامربوط")
    page = as_arash.get(QUEUE, {"state": "rejected"}).text
    assert "دلیل رد: تبلیغ یا پیوند نامربوط" in page
    assert published.text in as_arash.get(QUEUE, {"state": "published"}).text


def test_it_tells_the_time_by_the_jalali_calendar(as_arash: Client, comment: Comment) -> None:
    Comment.objects.update(sent_at=datetime(2016, 6, 10, 14, 5, tzinfo=TEHRAN))
    assert "جمعه ۲۱ خرداد ۱۳۹۵، ۱۴:۰۵" in as_arash.get(QUEUE).text


def test_it_shows_the_log_of_each_comment(
    as_arash: Client, comment: Comment, arash: User, maryam: User
) -> None:
    comment.publish(maryam)
    comment.reopen(arash)
    page = as_arash.get(QUEUE).text
    assert "کارنامه (۲)" in page
    assert "انتشار، مریم دادگر" in page
    assert "از «انتشار یافته» به «در انتظار بررسی»" in page


def test_it_says_what_is_answered_and_by_whom(
    as_arash: Client, published: Comment, arash: User
) -> None:
    published.answer(arash, "از دیروز.")
    page = as_arash.get(QUEUE, {"state": "published"}).text
    assert "پاسخ تحریریه: آرش کیانی" in page
    assert "در پاسخ به <bdi>فریدون</bdi>" in page


def test_markup_is_shown_as_text(as_arash: Client, story: Story) -> None:
    Comment.objects.create(story=story, name="<b>پویا", text="<script>alert(1)</script>")
    page = as_arash.get(QUEUE).text
    assert "<script>alert(1)" not in page
    assert "&lt;b&gt;پویا" in page


def test_it_filters_by_story(
    as_arash: Client, comment: Comment, write: Callable[..., Story]
) -> None:
    other = write(headline="باغ تازه", live=True)
    Comment.objects.create(story=other, name="پویا", text="باغ زیباست")

    page = as_arash.get(QUEUE, {"story": other.pk}).text
    assert "باغ زیباست" in page
    assert comment.text not in page
    assert "تنها نظرهای خبر «باغ تازه»" in page


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        (f"می{HALF_SPACE}روم", "می روم"),
        ("می روم", f"می{HALF_SPACE}روم"),
        ("\u0639\u0644\u064a \u0643\u0631\u064a\u0645\u064a", "علی کریمی"),
        ("علی", "\u0639\u0644\u0649"),
        ("100%", "0%"),
    ],
)
def test_it_finds_words_however_they_are_typed(
    as_arash: Client, story: Story, stored: str, asked: str
) -> None:
    found = Comment.objects.create(story=story, name="پویا", text=f"من {stored} اینجا")
    other = Comment.objects.create(story=story, name="پویا", text="چیز دیگری")
    page = as_arash.get(QUEUE, {"q": asked}).text
    assert f'id="comment-{found.pk}"' in page
    assert f'id="comment-{other.pk}"' not in page


def test_it_turns_pages_of_fifty(as_arash: Client, story: Story) -> None:
    rows = [Comment(story=story, name="پویا", text=f"نظر {n}") for n in range(51)]
    for age, row in enumerate(rows):
        row.sent_at -= timedelta(minutes=age)
    Comment.objects.bulk_create(rows)

    first = as_arash.get(QUEUE)
    assert len(first.context["entries"]) == 50
    assert f"کهنه{HALF_SPACE}ترها" in unescape(first.text)
    second = as_arash.get(QUEUE, {"p": 2})
    assert [entry.comment.text for entry in second.context["entries"]] == ["نظر 50"]
    assert f"تازه{HALF_SPACE}ترها" in unescape(second.text)


def test_it_does_not_count_through_the_whole_archive(as_arash: Client, comment: Comment) -> None:
    assert as_arash.get(QUEUE, {"p": 10**9}).context["page"] == queue.LAST_PAGE


@pytest.mark.parametrize(
    "query",
    [{"state": "x"}, {"story": "abc"}, {"p": "-3"}, {"q": "\x00"}, {"story": "9" * 40}],
)
def test_nonsense_shows_the_queue(
    as_arash: Client, comment: Comment, query: dict[str, str]
) -> None:
    assert as_arash.get(QUEUE, query).status_code == 200


def test_an_empty_queue_says_so(as_arash: Client) -> None:
    assert "هیچ نظری در انتظار بررسی نیست" in as_arash.get(QUEUE).text
    assert f"این{HALF_SPACE}جا هنوز نظری نیست" in read(as_arash, {"state": "rejected"})
    assert f"نظری با این نشانی{HALF_SPACE}ها نیست" in read(as_arash, {"q": "باغ"})


def test_more_comments_take_no_more_queries(
    as_arash: Client, story: Story, arash: User, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for number in range(12):
        one = Comment.objects.create(story=story, name="پویا", text=f"نظر {number}")
        one.publish(arash)
        one.reopen(arash)
    as_arash.get(QUEUE)
    with django_assert_max_num_queries(22):
        as_arash.get(QUEUE)


def test_one_comment_has_a_page(as_arash: Client, comment: Comment) -> None:
    assert comment.text in as_arash.get(f"{QUEUE}{comment.pk}/").text
    assert as_arash.get(f"{QUEUE}987654/").status_code == 404


def test_the_menu_tells_how_many_wait(as_arash: Client, comment: Comment) -> None:
    assert '"نظرها (۱)"' in menu(as_arash)


def menu(client: Client) -> str:
    """The newsroom's menu, as it is handed to the sidebar."""
    page = client.get("/newsroom/").text
    found = re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found
    return json.dumps(json.loads(found[1]), ensure_ascii=False)


def test_the_menu_has_no_count_when_nothing_waits(as_arash: Client) -> None:
    assert '"نظرها"' in menu(as_arash)


def test_reporters_do_not_judge_comments(as_sara: Client, comment: Comment) -> None:
    assert as_sara.get(QUEUE).status_code == 302
    assert "نظرها" not in menu(as_sara)


def test_strangers_are_asked_to_log_in(client: Client, comment: Comment) -> None:
    assert client.get(QUEUE)["Location"].startswith("/newsroom/login/")
