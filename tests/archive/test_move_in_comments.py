"""Comments come along with their story, and counters that another system kept stay true."""

import pytest

from dabir.archive.importers import read_page
from dabir.archive.importers.markup import read_html
from dabir.archive.moving import Deed, Report, move_in
from dabir.comments.models import Comment, recount
from dabir.newsroom.models import Story
from tests.archive.conftest import daily_page
from tests.archive.pages import ANSWER, CODE, READER, iransamaneh_page

pytestmark = pytest.mark.django_db


def move(page: str) -> Report:
    return move_in(read_html(page), page, "/old/712034.html")


def counters() -> tuple[int, int, int]:
    story = Story.objects.get(pk=CODE)
    return story.pending_comments, story.published_comments, story.rejected_comments


def test_comments_with_their_answers_come_along() -> None:
    move(iransamaneh_page())

    first = Comment.objects.get(text=READER)
    answer = first.answers.get()
    assert (first.name, first.state, first.story_id) == ("سارا", "published", CODE)
    assert (answer.text, answer.by_newsroom) == (ANSWER, True)
    assert not first.acts.exists()


def test_the_counters_stay_those_of_the_page() -> None:
    move(iransamaneh_page())

    assert counters() == (1, 3, 2)
    assert recount() == 0
    assert counters() == (1, 3, 2)


def test_counters_without_comments_outlive_the_nightly_count() -> None:
    text = daily_page()
    move_in(read_page(text), text, "/old/1.txt")
    story = Story.objects.get(pk=CODE)
    story.save()
    recount()

    assert counters() == (2, 5, 0)


def test_a_comment_that_is_written_here_counts_with_them() -> None:
    move(iransamaneh_page())
    Comment.objects.create(story_id=CODE, name="مینا", text="تازه رسیدم")

    assert counters() == (2, 3, 2)
    assert recount() == 0


def test_a_newer_page_brings_its_comments_once() -> None:
    move(iransamaneh_page())
    Comment.objects.create(story_id=CODE, name="مینا", text="تازه رسیدم")

    assert move(iransamaneh_page(kicker="")).outcome is Deed.UPDATED

    assert Comment.objects.filter(text=READER).count() == 1
    assert Comment.objects.filter(text="تازه رسیدم").count() == 1
    assert counters() == (2, 3, 2)
