"""«چاپ»: how the printed pages of each story stand, in one word, in the story list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.tables import Column

from dabir.newsroom.models import Story
from dabir.persian.jalali import long_moment
from dabir.press.lamp import ways, words
from dabir.press.lamp.ways import Way


@dataclass(frozen=True, slots=True)
class Light:
    """A word, Wagtail's class for its look, and what is behind it."""

    word: str
    look: str = ""
    more: str = ""


def light(way: Way) -> Light | None:
    """Return how a story's pages stand; None for a story that was never published."""
    page = way.page
    if not way.was_published:
        return None
    if page is not None and page.error:
        return Light(ways.NOT_PRINTED, "w-status--critical", words.in_plain_words(page.error))
    if page is None or (way.is_noted and page.stale_at is None):
        return Light(ways.ON_ITS_WAY)
    if page.stale_at is not None:
        return Light(ways.QUEUED, "", _since(way))
    when = long_moment(page.printed_at) if page.printed_at else ""
    if page.status == 410:
        return Light(ways.TAKEN_DOWN, "", when)
    more = f"{when}؛ {words.pages(way.pages)} در {way.took}" if way.took else when
    if way.waiting:
        more = f"{when}؛ {words.pages(way.waiting)} دیگر در نوبت"
    return Light(ways.ON_THE_STANDS, "w-status--primary", more)


def _since(way: Way) -> str:
    stale_at = way.page.stale_at if way.page else None
    if stale_at is None:
        return ""
    return f"از {words.seconds((timezone.now() - stale_at).total_seconds())} پیش"


class LampColumn(Column):
    """How the printed page of each story stands."""

    cell_template_name = "press/lamp.html"

    def get_cell_context_data(
        self, instance: Story, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        found = _ways_of_list(instance, parent_context)[instance.pk]
        context["light"] = light(found)
        context["address"] = instance.get_absolute_url() if found.is_on_stands else ""
        return context


def _ways_of_list(story: Story, context: dict[str, Any]) -> dict[int, Way]:
    """Return the ways of every story in the list, asked for once a list."""
    table = context.get("table")
    rows: Iterable[Story] = getattr(table, "data", None) or [story]
    known: dict[int, Way] | None = getattr(table, "ways", None)
    if known is None or story.pk not in known:
        known = ways.ways(rows)
        if table is not None:
            table.ways = known
    return known
