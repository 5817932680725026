"""The dashboard: what waits for me, what I am writing, what went out today."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Table

from dabir.newsroom.models import Story
from dabir.newsroom.viewsets.columns import HeadlineColumn, MomentColumn, StateColumn
from dabir.newsroom.viewsets.states import with_states
from dabir.persian import JalaliDay

SHOWN = 10


class _StoriesPanel(Component):
    """A short table of stories under a heading."""

    template_name = "newsroom/home/stories.html"
    heading = ""
    empty = ""
    moment = ("changed_at", "آخرین تغییر")

    def stories(self, request: Any) -> Any:
        raise NotImplementedError

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        found = with_states(
            self.stories(parent_context["request"]).select_related("section")
        ).defer("body", "lead", "bullets")
        columns = [
            HeadlineColumn("headline", label="تیتر"),
            StateColumn("state", label="وضعیت"),
            MomentColumn(self.moment[0], label=self.moment[1], classname="newsroom-moment"),
        ]
        rows = list(found[:SHOWN])
        return {"panel": self, "rows": rows, "table": Table(columns, rows)}


class MyDraftsPanel(_StoriesPanel):
    """What I wrote and readers have not yet seen."""

    name = "my_drafts"
    order = 230
    heading = "در دست من"
    empty = "خبری در دست ندارید."

    def stories(self, request: Any) -> Any:
        unseen = Q(live=False, first_published_at=None) | Q(live=True, has_unpublished_changes=True)
        return Story.objects.filter(unseen, written_by=request.user).order_by("-changed_at")


class PublishedTodayPanel(_StoriesPanel):
    """What went out today, newest first."""

    name = "published_today"
    order = 240
    heading = "منتشرشده در امروز"
    empty = "امروز هنوز خبری منتشر نشده است."
    moment = ("first_published_at", "انتشار")

    def stories(self, request: Any) -> Any:
        today = JalaliDay.of(timezone.now())
        return Story.objects.live().filter(first_published_at__gte=today.begins).newest()
