"""What the story list shows of a story."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.tables import Column

from dabir.newsroom.jalali import short_moment
from dabir.newsroom.models import Story
from dabir.newsroom.viewsets.states import badges
from dabir.persian import HALF_SPACE, to_persian_digits


class HeadlineColumn(Column):
    """The kicker, small, over the headline, which leads to the story's form."""

    cell_template_name = "newsroom/columns/headline.html"

    def get_cell_context_data(self, instance: Story, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        context["edit_url"] = reverse("wagtailsnippets_newsroom_story:edit", args=[instance.pk])
        return context


class StateColumn(Column):
    """Where the story stands, as one badge or several."""

    cell_template_name = "newsroom/columns/state.html"

    def get_value(self, instance: Story) -> Any:
        return list(badges(instance))


class MomentColumn(Column):
    """A moment in Jalali, short; a dash where there is none."""

    def get_value(self, instance: Any) -> str:
        moment = super().get_value(instance)
        return short_moment(moment) if isinstance(moment, datetime) else "—"


class MarksColumn(Column):
    """How the copy desk's marks of the story stand; a dash where it was never saved here."""

    cell_template_name = "newsroom/columns/marks.html"

    def get_cell_context_data(self, instance: Story, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        context["state"] = getattr(instance, "marks", None)
        return context


def code(story: Story) -> str:
    """The story's code in Persian digits."""
    return to_persian_digits(story.pk)


def names(story: Story) -> str:
    """The names over the story."""
    return "، ".join(byline.name for byline in story.bylines.all())


def place_column() -> Column:
    """Return the column of a row's place among the others (its ``order``)."""
    return Column("order", label="ترتیب", accessor=_place, sort_key="order")


def _place(row: Any) -> str:
    return to_persian_digits(row.order)


def own_columns() -> list[Column]:
    """Return the newsroom's own columns of the list."""
    return [
        HeadlineColumn("headline", label="تیتر"),
        Column("code", label="کد", accessor=code, sort_key="code", classname="newsroom-narrow"),
        Column("section", label="سرویس", classname="newsroom-narrow"),
        Column("bylines", label="نویسنده", accessor=names, classname="newsroom-wide-only"),
        StateColumn("state", label="وضعیت"),
        MarksColumn("marks", label=f"نشان{HALF_SPACE}ها", classname="newsroom-wide-only"),
        MomentColumn(
            "first_published_at",
            label="انتشار",
            sort_key="first_published_at",
            classname="newsroom-moment newsroom-wide-only",
        ),
        MomentColumn(
            "changed_at", label="آخرین تغییر", sort_key="changed_at", classname="newsroom-moment"
        ),
    ]
