"""How each deed is done: in a transaction, on a row that is held, asked again whether it is due."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.db import connection, transaction
from django.utils import timezone

from dabir.classifieds.models import Advertisement
from dabir.newsroom import publication
from dabir.newsroom.models import BreakingBar
from dabir.press import ledger
from dabir.press.appointments import Appointment, Deed
from dabir.press.clock.due import Item

DONE, NOT_NOW, NO_LONGER = True, None, False
"""What a deed answers: it is done, somebody else holds the row, it is not due any more."""
Answer = bool | None


def _publish(item: Item, now: datetime) -> Answer:
    story = publication.hold(int(item.key))
    if story is None:
        return NOT_NOW
    version = publication.approved(story, now)
    if version is None:
        return NO_LONGER
    publication.publish_due(story, version)
    return DONE


def _expire(item: Item, now: datetime) -> Answer:
    story = publication.hold(int(item.key))
    if story is None:
        return NOT_NOW
    if not story.live or story.expire_at is None or story.expire_at > now:
        return NO_LONGER
    story.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return DONE


def _release(item: Item, now: datetime) -> Answer:
    """Let the pages that speak of a story be printed as they may be now."""
    story = publication.hold(int(item.key))
    if story is None:
        return NOT_NOW
    if story.embargo_until != item.due_at:
        return NO_LONGER
    ledger.note(f"story:{story.pk}")
    return DONE


def _expire_advertisement(item: Item, now: datetime) -> Answer:
    due = Advertisement.objects.due(now).filter(pk=int(item.key))
    ad = due.select_for_update(skip_locked=True).first()
    if ad is None:
        return NOT_NOW
    ad.expire()
    return DONE


def _take_down_bar(item: Item, now: datetime) -> Answer:
    due = BreakingBar.objects.due(now).filter(pk=int(item.key))
    bar = due.select_for_update(of=("self",), skip_locked=True).first()
    if bar is None:
        return NOT_NOW
    bar.end()
    return DONE


_DEEDS: Final[dict[str, Callable[[Item, datetime], Answer]]] = {
    Deed.PUBLISH: _publish,
    Deed.EXPIRE: _expire,
    Deed.RELEASE: _release,
    Deed.AD: _expire_advertisement,
    Deed.BAR: _take_down_bar,
}


@transaction.atomic
def do(item: Item, now: datetime) -> bool:
    """Do one item and write it down, all or nothing; return whether it was done here."""
    _wait_for_nobody()
    if not _DEEDS[item.deed](item, now):
        return False
    write_down(item)
    return True


def _wait_for_nobody() -> None:
    """Let an item whose rows somebody holds fail soon, and not hold up the others."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '2s'")


def write_down(item: Item) -> None:
    """Write down that an item is done, and how late."""
    done_at = timezone.now()
    Appointment.objects.bulk_create(
        [
            Appointment(
                deed=item.deed,
                key=item.key,
                due_at=item.due_at,
                done_at=done_at,
                delay=max((done_at - item.due_at).total_seconds(), 0),
                attempts=1,
            )
        ],
        update_conflicts=True,
        unique_fields=["deed", "key", "due_at"],
        update_fields=["done_at", "delay", "error", "retry_at"],
    )


def note_failure(item: Item, error: Exception, now: datetime) -> None:
    """Write down why an item could not be done, in a transaction of its own."""
    with transaction.atomic():
        appointments = Appointment.objects.select_for_update()
        found, _ = appointments.get_or_create(deed=item.deed, key=item.key, due_at=item.due_at)
        found.fail(f"{type(error).__name__}: {error}", now)
