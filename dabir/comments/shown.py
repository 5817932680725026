"""What readers see of a story's comments; the press prints exactly this."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from dabir.comments.models import Comment
from dabir.newsroom.models import Paper, Story


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
    counters = Story.objects.values_list("pending_comments", "published_comments")
    pending, published = counters.get(pk=story.pk)
    answers: dict[int | None, list[ShownComment]] = defaultdict(list)
    rows = list(Comment.objects.published().filter(story=story).oldest())
    for row in rows:
        if row.parent_id:
            answers[row.parent_id].append(_shown(row))
    shown = [_shown(row, tuple(answers[row.pk])) for row in rows if not row.parent_id]
    return ShownComments(story.pk, is_open(story), pending, published, tuple(shown))


def _shown(row: Comment, answers: tuple[ShownComment, ...] = ()) -> ShownComment:
    return ShownComment(row.pk, row.name, row.text, row.sent_at, row.by_newsroom, answers)
