"""Publication at its hour: what Wagtail's action does, in a third of its queries.

A thousand stories may be due in one minute, and Wagtail asks the database some forty times
for each. What it asks only to find nothing (parts that the story has none of, a way that it
is not on, whether the log's own foreign keys exist) is asked here at once or not at all.

    hold(code) -> the row under a lock -> publish_due(row, version)

``tests/newsroom/test_publish_at_its_hour.py`` compares every row with what Wagtail leaves.
"""

from datetime import datetime
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision, WorkflowState
from wagtail.signals import published

from dabir.newsroom.models import Byline, Correction, RelatedStory, Source, Story

_PARTS: Final[dict[str, str]] = {
    "bylines": Byline._meta.db_table,
    "sources": Source._meta.db_table,
    "corrections": Correction._meta.db_table,
    "related_stories": RelatedStory._meta.db_table,
    "topics": Story.topics.through._meta.db_table,
    "further_sections": Story.further_sections.through._meta.db_table,
}
_OWN: Final = {"code", "pending_comments", "published_comments", "rejected_comments"}
"""Columns that no version carries: what readers wrote is counted elsewhere."""
_COLUMNS: Final = [field.name for field in Story._meta.concrete_fields if field.name not in _OWN]


def hold(code: int) -> Story | None:
    """Return the story under a lock; None while others hold it.

    Call in a transaction. On SQLite the transaction itself is the lock. Its version is asked
    for afterwards: PostgreSQL reads a row that it locks anew, but not a row that is joined to
    it, so a version that another clock published a moment ago would still seem to wait.
    """
    return Story.objects.order_by().select_for_update(skip_locked=True).filter(pk=code).first()


def approved(story: Story, now: datetime) -> Any | None:
    """Return the version of ``story`` whose hour has come; None if none waits any more."""
    newest: Any = story.latest_revision
    if newest is not None and newest.approved_go_live_at is not None:
        return newest if newest.approved_go_live_at <= now else None
    return story.revisions.filter(approved_go_live_at__lte=now).first()


def publish_due(story: Story, version: Any) -> None:
    """Publish ``version`` of a story that is held, without a user: its hour was approved.

    Call in the transaction in which it is held.
    """
    now = timezone.now()
    found = _there(story)
    version.content_object = story
    record: Any = version.as_object()
    record.is_held = True
    waits = record.go_live_at is not None and record.go_live_at > now
    if story.is_under_embargo or waits or found.pop("way"):
        story.publish_locked(version)
        return
    renamed_from = story.headline if story.headline != record.headline else ""
    _go_live(record, version, story, now)
    parts = [name for name, is_there in found.items() if is_there or version.content.get(name)]
    record.save(update_fields=[*_COLUMNS, *parts])
    published.send(sender=Story, instance=record, revision=version)
    _log(record, version, renamed_from, now)


def _go_live(record: Any, version: Any, story: Story, now: datetime) -> None:
    """Set what publication changes beside the text."""
    record.live, record.expired = True, False
    record.has_unpublished_changes = version.pk != story.latest_revision_id
    record.last_published_at, record.live_revision = now, version
    record.first_published_at = record.first_published_at or now
    story.revisions.exclude(approved_go_live_at=None).update(approved_go_live_at=None)
    version.approved_go_live_at = None


def _there(story: Story) -> dict[str, bool]:
    """Return which parts the story's row has, and whether it is on its way between desks."""
    probes = [f"EXISTS(SELECT 1 FROM {table} WHERE story_id = %s)" for table in _PARTS.values()]  # noqa: S608
    way = WorkflowState._meta.db_table
    probes.append(
        f"EXISTS(SELECT 1 FROM {way} WHERE object_id = %s"  # noqa: S608
        " AND base_content_type_id = %s AND status IN (%s, %s))"
    )
    kind = ContentType.objects.get_for_model(Story).pk
    active = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    with connection.cursor() as cursor:
        asked = [*[story.pk] * len(_PARTS), str(story.pk), kind, *active]
        cursor.execute("SELECT " + ", ".join(probes), asked)
        row = cursor.fetchone() or ()
    return dict(zip([*_PARTS, "way"], map(bool, row), strict=True))


def _log(record: Any, version: Any, renamed_from: str, now: datetime) -> None:
    """Write what happened into the story's history, as Wagtail words it."""
    title = {"title": {"old": renamed_from, "new": str(record)}} if renamed_from else {}
    actions = ["wagtail.rename", "wagtail.publish"] if _was_renamed(version, renamed_from) else []
    kind = ContentType.objects.get_for_model(Story)
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=kind,
            object_id=str(record.pk),
            label=str(record),
            action=action,
            timestamp=now,
            data=title if actions else {},
            revision=version,
            content_changed=action == "wagtail.publish",
        )
        for action in actions or ["wagtail.publish"]
    )


def _was_renamed(version: Any, renamed_from: str) -> bool:
    """Say whether an earlier version was called otherwise; a first one has no old name."""
    if not renamed_from:
        return False
    try:
        version.get_previous()
    except Revision.DoesNotExist:
        return False
    return True
