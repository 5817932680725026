"""Where a story stands: draft, on its way, scheduled, live, changed, withdrawn, under embargo,
locked.

A story may be at two of these at once: live, and with a change of it on its way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Revision, WorkflowState

from dabir.newsroom.jalali import short_moment
from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE


class State(models.TextChoices):
    DRAFT = "draft", f"پیش{HALF_SPACE}نویس"
    ON_ITS_WAY = "way", "در راه"
    SCHEDULED = "scheduled", f"زمان{HALF_SPACE}بندی{HALF_SPACE}شده"
    LIVE = "live", "منتشرشده"
    CHANGED = "changed", "منتشرشده + تغییر تازه"
    WITHDRAWN = "withdrawn", "برداشته"
    EMBARGO = "embargo", "انتشار ممنوع"
    LOCKED = "locked", "قفل"


@dataclass(frozen=True)
class Badge:
    """One state as a row shows it."""

    state: State
    label: str


def _waiting() -> models.QuerySet[models.Model]:
    """Return the versions of stories that wait for their hour."""
    waiting: models.QuerySet[models.Model] = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Story),
        approved_go_live_at__isnull=False,
    )
    return waiting


def _on_its_way() -> models.QuerySet[models.Model]:
    """Return the workflow states of stories between two desks."""
    active: models.QuerySet[models.Model] = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Story),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return active


def _codes(rows: models.QuerySet[models.Model]) -> Any:
    """Return a query for the codes of the stories that ``rows`` belong to; they are few."""
    return rows.annotate(code=Cast("object_id", models.BigIntegerField())).values("code")


_CONDITIONS: Final[dict[str, models.Q]] = {
    State.DRAFT: models.Q(live=False, first_published_at=None),
    State.LIVE: models.Q(live=True),
    State.CHANGED: models.Q(live=True, has_unpublished_changes=True),
    State.WITHDRAWN: models.Q(live=False, first_published_at__isnull=False),
    State.LOCKED: models.Q(locked=True),
}


def in_state(stories: models.QuerySet[Story], state: str) -> models.QuerySet[Story]:
    """Return the stories that stand at ``state``."""
    if state == State.ON_ITS_WAY:
        return stories.filter(pk__in=_codes(_on_its_way()))
    if state == State.SCHEDULED:
        return stories.filter(pk__in=_codes(_waiting()))
    if state == State.EMBARGO:
        return stories.filter(embargo_until__gt=timezone.now())
    return stories.filter(_CONDITIONS[state])


def with_states(stories: models.QuerySet[Story]) -> models.QuerySet[Story]:
    """Return the stories with all that ``badges`` reads, in two queries for any number of rows."""
    active = WorkflowState.objects.active().select_related("current_task_state__task")
    states = models.Prefetch("workflow_states_relation", active, to_attr="_current_workflow_states")
    waiting = _waiting().filter(object_id=Cast(models.OuterRef("pk"), models.CharField()))
    found: models.QuerySet[Story] = stories.annotate(is_scheduled=models.Exists(waiting))
    return found.prefetch_related(states)


def badges(story: Story) -> Iterator[Badge]:
    """Yield where ``story`` stands: first what readers see, then what is under way.

    The story comes from ``with_states``.
    """
    under_way = [*_under_way(story)]
    if story.live:
        state = State.CHANGED if story.has_unpublished_changes else State.LIVE
        yield Badge(state, state.label)
    elif story.is_withdrawn:
        yield Badge(State.WITHDRAWN, State.WITHDRAWN.label)
    elif not under_way:
        yield Badge(State.DRAFT, State.DRAFT.label)
    yield from under_way
    if story.embargo_until and story.is_under_embargo:
        yield Badge(State.EMBARGO, f"ممنوع تا {short_moment(story.embargo_until)}")
    if story.locked:
        yield Badge(State.LOCKED, State.LOCKED.label)


def _under_way(story: Story) -> Iterator[Badge]:
    """Yield what is about to happen to ``story``: its next desk, its hour."""
    workflow = story.current_workflow_state
    if workflow is not None and workflow.status == WorkflowState.STATUS_IN_PROGRESS:
        task = workflow.current_task_state.task
        yield Badge(State.ON_ITS_WAY, f"{State.ON_ITS_WAY.label}: {task.name}")
    elif workflow is not None:
        yield Badge(State.ON_ITS_WAY, "بازگشته برای اصلاح")
    if getattr(story, "is_scheduled", False):
        yield Badge(State.SCHEDULED, State.SCHEDULED.label)
