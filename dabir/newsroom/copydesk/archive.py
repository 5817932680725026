"""What the desk learns from: the words of stories that readers see.

``dabir copydesk learn`` asks for what changed since it last asked. A story that was
withdrawn comes without words, so that what was learnt from it is forgotten.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

from dabir.newsroom.copydesk.parts import paragraphs
from dabir.newsroom.models import Story
from dabir.persian.jalali import TEHRAN

_AT_ONCE: Final = 200


class Learnable(NamedTuple):
    """A story as the desk learns it."""

    code: int
    day: date
    """The day it was published, in Tehran."""
    paragraphs: list[str]
    """Its words; none, when readers see it no more."""
    changed_at: datetime
    """What to ask for next time is everything since the greatest of these."""


def stories_changed_since(moment: datetime | None = None) -> Iterator[Learnable]:
    """Yield published and withdrawn stories that changed at ``moment`` or later, oldest first.

    Without a moment, the whole archive. Drafts that readers never saw are no part of it, and
    of a published story only what readers see: ``Story``'s row, not its newest revision.
    """
    stories = Story.objects.filter(first_published_at__isnull=False)
    if moment is not None:
        stories = stories.filter(changed_at__gte=moment)
    for story in stories.order_by("changed_at", "code").iterator(_AT_ONCE):
        assert story.first_published_at is not None  # noqa: S101  asked for above
        day = story.first_published_at.astimezone(TEHRAN).date()
        words = paragraphs(story) if story.live else []
        yield Learnable(story.code, day, words, story.changed_at)
