"""What falls due: publication and expiry of stories, expiry of advertisements, night work.

Each item is a transaction of its own, so that one failure stops no other.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from dabir.classifieds.models import Advertisement
from dabir.comments.models import Comment, recount
from dabir.newsroom.models import Story
from dabir.persian import JalaliDay

log = logging.getLogger("dabir.press")


class Clock:
    """Strikes about once a second; does the night work when the day changes in Tehran."""

    def __init__(self) -> None:
        self._day: JalaliDay | None = None

    def strike(self) -> None:
        """Do what is due now."""
        now = timezone.now()
        for revision in Revision.objects.filter(approved_go_live_at__lte=now):
            _do(f"publication of {revision.object_id}", revision.publish)
        for story in Story.objects.live().filter(expire_at__lte=now):
            _do(f"expiry of {story.pk}", partial(_expire, story))
        if Advertisement.objects.due(now).exists():
            _do("expiry of advertisements", partial(Advertisement.objects.expire_due, now))
        if self._day != (today := JalaliDay.of(now)):
            self._day = today
            work_at_night(now)


def work_at_night(now: datetime) -> None:
    """Forget what is kept of readers for a while only, and count the comments anew."""
    _do("forgetting of readers' addresses", Comment.objects.forget_addresses)
    _do("forgetting of old advertisements", partial(Advertisement.objects.forget_old, now))
    _do("counting of comments", recount)


def _expire(story: Story) -> None:
    story.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _do(what: str, deed: Callable[[], object]) -> None:
    try:
        with transaction.atomic():
            deed()
    except Exception:
        log.exception("The %s failed and is tried again", what)
