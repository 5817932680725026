"""Comments that come along with stories from another system.

They were judged there: what was published stays published, with its answers, and what waited
waits. They are told to nobody and written into no log, for nobody of this newsroom acted.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from dabir.comments.models import NEWSROOM, Comment, CountedBefore, recount_all
from dabir.newsroom.arrivals import ToldComment, ToldComments
from dabir.newsroom.models import Story
from dabir.persian import clean_line, clean_text


def take_told(sender: type[Story], told: Sequence[ToldComments], **kwargs: Any) -> None:
    """Take the comments of stories that came, in place of those that came with them before."""
    codes = [each.code for each in told]
    days = dict(Story.objects.filter(pk__in=codes).values_list("pk", "first_published_at"))
    Comment.objects.filter(story__in=codes, came_along=True).delete()
    threads = [pair for each in told for pair in _threads(each, days.get(each.code))]
    Comment.objects.bulk_create(first for first, _ in threads)
    Comment.objects.bulk_create(_answers(threads))
    _keep_counts(told)
    recount_all(Story.objects.filter(pk__in=codes))


Thread = tuple[Comment, list[Comment]]


def _threads(told: ToldComments, day: datetime | None) -> Iterator[Thread]:
    for each in told.comments:
        yield (
            _comment(each, told.code, day),
            [_comment(answer, told.code, day) for answer in each.answers],
        )


def _answers(threads: Iterable[Thread]) -> Iterator[Comment]:
    """Yield the answers under the comments that are saved now."""
    for first, answers in threads:
        for answer in answers:
            answer.parent = first
            if first.state != Comment.State.PUBLISHED:
                answer.state = first.state
            yield answer


def _comment(told: ToldComment, code: int, day: datetime | None) -> Comment:
    state = Comment.State.PENDING if told.pending else Comment.State.PUBLISHED
    sent = told.sent or day or timezone.now()
    return Comment(
        story_id=code,
        name=NEWSROOM if told.by_newsroom else clean_line(told.name)[:80],
        text=clean_text(told.text),
        state=state,
        by_newsroom=told.by_newsroom,
        sent_at=sent,
        decided_at=None if told.pending else sent,
        came_along=True,
    )


def _keep_counts(told: Sequence[ToldComments]) -> None:
    """Keep how many comments more a page counted than came along with it."""
    CountedBefore.objects.filter(story__in=[each.code for each in told]).delete()
    CountedBefore.objects.bulk_create(
        CountedBefore(story_id=each.code, pending=pending, published=published, rejected=rejected)
        for each in told
        if each.counted
        for pending, published, rejected in [_more(each, each.counted)]
    )


def _more(told: ToldComments, counted: tuple[int, int, int]) -> tuple[int, int, int]:
    every = [*told.comments, *(answer for each in told.comments for answer in each.answers)]
    pending = sum(each.pending for each in every)
    return (
        max(counted[0] - pending, 0),
        max(counted[1] - (len(every) - pending), 0),
        counted[2],
    )
