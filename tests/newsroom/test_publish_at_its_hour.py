"""Publication at its hour leaves what Wagtail's own publication leaves, in fewer queries."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry, WorkflowState

from dabir.newsroom import publication
from dabir.newsroom.models import Byline, Correction, Section, Source, Story, Topic

SOON = timezone.now() + timedelta(hours=1)
HOUR = SOON + timedelta(hours=1)


def publish_due(story: Story) -> None:
    with transaction.atomic():
        held = publication.hold(story.pk)
        assert held is not None
        version = publication.approved(held, timezone.now())
        assert version is not None
        publication.publish_due(held, version)


def publish_as_wagtail(story: Story) -> None:
    version = story.revisions.get(approved_go_live_at__isnull=False)
    version.publish()


def left_by(publish: Callable[[Story], None], story: Story) -> dict[str, Any]:
    """Return all that a publication leaves in the database; what it did is undone."""
    sid = transaction.savepoint()
    with time_machine.travel(HOUR, tick=False):
        publish(Story.objects.get(pk=story.pk))
    row = Story.objects.filter(pk=story.pk).values().get()
    row["body"] = str(row["body"])
    left = {
        "row": row,
        "bylines": [*Byline.objects.values("story", "writer", "guest", "sort_order")],
        "sources": [*Source.objects.values("story", "outlet")],
        "corrections": [*Correction.objects.values("story", "text")],
        "topics": [*story.topics.through.objects.values("story", "topic")],
        "sections": [*story.further_sections.through.objects.values("story", "section")],
        "waiting": [*story.revisions.order_by("pk").values("pk", "approved_go_live_at")],
        "ways": [*WorkflowState.objects.values("pk", "status")],
        "log": [
            *ModelLogEntry.objects.order_by("pk").values(
                "action", "label", "data", "user", "revision", "content_changed", "object_id",
                "content_type", "timestamp", "uuid", "deleted",
            )
        ],
    }  # fmt: skip
    transaction.savepoint_rollback(sid)
    return left


def schedule(story: Story, maryam: User) -> None:
    story.go_live_at = SOON
    story.save_revision(user=maryam).publish(user=maryam)


def as_it_is(story: Story, topic: Topic, other_section: Section) -> None:
    """A draft as it was written."""


def with_all_its_parts(story: Story, topic: Topic, other_section: Section) -> None:
    story.topics = [topic]
    story.further_sections = [other_section]
    story.sources = [Source(outlet="ایرنا")]
    story.corrections = [Correction(text="نام شهر درست شد.")]


def renamed(story: Story, topic: Topic, other_section: Section) -> None:
    story.headline = "تیتری دیگر"


def without_names(story: Story, topic: Topic, other_section: Section) -> None:
    story.bylines = []


CHANGES = [as_it_is, with_all_its_parts, renamed, without_names]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("seen", [False, True], ids=["a draft", "a live story"])
def test_it_leaves_what_wagtail_leaves(
    change: Callable[..., None],
    seen: bool,
    draft: Story,
    maryam: User,
    topic: Topic,
    other_section: Section,
) -> None:
    if seen:
        draft.latest_revision.publish(user=maryam)
        draft.refresh_from_db()
    change(draft, topic, other_section)
    schedule(draft, maryam)
    assert left_by(publish_due, draft) == left_by(publish_as_wagtail, draft)


def test_a_newer_draft_stays_unpublished(draft: Story, maryam: User) -> None:
    schedule(draft, maryam)
    draft.headline = "تیتری که هنوز کسی ندیده"
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        draft.save_revision(user=maryam)
    mine, wagtails = left_by(publish_due, draft), left_by(publish_as_wagtail, draft)
    assert mine == wagtails
    assert mine["row"]["has_unpublished_changes"]


def test_a_story_on_its_way_leaves_its_way(draft: Story, sara: User, maryam: User) -> None:
    schedule(draft, maryam)
    draft.get_workflow().start(draft, sara)
    mine = left_by(publish_due, draft)
    assert mine == left_by(publish_as_wagtail, draft)
    assert [way["status"] for way in mine["ways"]] == ["cancelled"]


def test_an_embargo_holds_it(draft: Story, maryam: User) -> None:
    schedule(draft, maryam)
    Story.objects.filter(pk=draft.pk).update(embargo_until=HOUR + timedelta(hours=1))
    with time_machine.travel(HOUR):
        publish_due(draft)
    assert not Story.objects.get(pk=draft.pk).live


def test_a_version_is_read_when_its_story_is_held(draft: Story, maryam: User) -> None:
    schedule(draft, maryam)
    with transaction.atomic():
        held = publication.hold(draft.pk)
        assert held is not None
        draft.revisions.update(approved_go_live_at=None)  # another clock was quicker
        assert publication.approved(held, HOUR) is None


def test_it_asks_less(draft: Story, maryam: User) -> None:
    schedule(draft, maryam)
    counts = []
    for publish in (publish_due, publish_as_wagtail):
        with CaptureQueriesContext(connection) as asked:
            left_by(publish, draft)
        counts.append(len(asked))
    assert counts[0] <= counts[1] - 12
