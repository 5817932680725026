"""What readers see of a story's comments; the press prints exactly this."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from dabir.comments.models import Comment
from dabir.newsroom.models import Paper, Story

_OF_STORY: Final = (
    "live",
    "embargo_until",
    "comments_closed",
    "pending_comments",
    "published_comments",
)


@dataclass(frozen=True, slots=True)
class ShownComment:
    """One published comment with the published answers to it, oldest first."""

    pk: int
    name: str
    text: str
    sent_at: datetime
    by_newsroom: bool
    answers: tuple["ShownComment", ...] = ()


@dataclass(frozen=True, slots=True)
class ShownComments:
    """The comments of one story: two counters, and what is published, oldest first."""

    code: int
    open: bool
    pending: int
    published: int
    list: tuple[ShownComment, ...]


def is_open(story: Story) -> bool:
    """Say whether readers may comment on ``story`` now."""
    return story.takes_comments and Paper.load().comments_open


def published_on(story: Story) -> ShownComments:
    """Return what readers see under ``story``, in three queries however many comments it has."""
    return published_on_many([Story.objects.only(*_OF_STORY).get(pk=story.pk)])[story.pk]


def published_on_many(stories: Collection[Story]) -> dict[int, ShownComments]:
    """Return what readers see under each story, by its code, in two queries for all of them.

    The counters are those that the records were read with.
    """
    rows: dict[int, list[Comment]] = defaultdict(list)
    found = Comment.objects.published().filter(story_id__in=[story.pk for story in stories])
    for row in found.oldest():
        rows[row.story_id].append(row)
    is_paper_open = Paper.load().comments_open
    return {
        story.pk: ShownComments(
            story.pk,
            story.takes_comments and is_paper_open,
            story.pending_comments,
            story.published_comments,
            _threads(rows.get(story.pk, [])),
        )
        for story in stories
    }


def _threads(rows: list[Comment]) -> tuple[ShownComment, ...]:
    """Return comments, oldest first, each with its answers."""
    answers: dict[int | None, list[ShownComment]] = defaultdict(list)
    for row in rows:
        if row.parent_id:
            answers[row.parent_id].append(_shown(row))
    return tuple(_shown(row, tuple(answers[row.pk])) for row in rows if not row.parent_id)


def _shown(row: Comment, answers: tuple[ShownComment, ...] = ()) -> ShownComment:
    return ShownComment(row.pk, row.name, row.text, row.sent_at, row.by_newsroom, answers)
