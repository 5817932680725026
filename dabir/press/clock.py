"""What falls due: publication and expiry of stories, expiry of advertisements.

Each item is a transaction of its own, so that one failure stops no other.
"""

import logging
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from dabir.classifieds.models import Advertisement
from dabir.comments.models import Comment
from dabir.newsroom.models import Story

log = logging.getLogger("dabir.press")


def strike() -> None:
    """Do what is due now."""
    for revision in Revision.objects.filter(approved_go_live_at__lte=timezone.now()):
        _do(f"publication of {revision.object_id}", revision.publish)
    for story in Story.objects.live().filter(expire_at__lte=timezone.now()):
        _do(f"expiry of {story.pk}", partial(_expire, story))
    _do("expiry of advertisements", lambda: Advertisement.objects.expire_due(timezone.now()))
    _do("forgetting of readers' addresses", Comment.objects.forget_addresses)


def _expire(story: Story) -> None:
    story.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _do(what: str, deed: Callable[[], object]) -> None:
    try:
        with transaction.atomic():
            deed()
    except Exception:
        log.exception("The %s failed and is tried again", what)
