"""The lamp: what the newsroom sees of the press.

a column of the story list    printed, waiting or failed
/newsroom/press/              what waits, what failed and why, and a button to try again
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.ui.tables import Column

from dabir.newsroom.models import Story
from dabir.persian import to_persian_digits
from dabir.persian.jalali import long_moment
from dabir.press.models import PrintedPage

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Light:
    """The state of one printed page: a word, Wagtail's class for its look, what is behind it."""

    word: str
    look: str = ""
    more: str = ""


def light(page: PrintedPage | None, story: Story) -> Light | None:
    """Return the state of a story's page; None for a story that was never published."""
    if story.first_published_at is None:
        return None
    if page is None:
        return Light("در راه چاپخانه")
    if page.error:
        return Light("چاپ نشد", "w-status--critical", page.error)
    if page.stale_at is not None:
        return Light("در نوبت چاپ")
    when = long_moment(page.printed_at) if page.printed_at else ""
    if page.status == 410:
        return Light("برداشته شد", "", when)
    return Light("روی کیوسک", "w-status--primary", when)


class LampColumn(Column):
    """«چاپ»: how the printed page of each story stands."""

    cell_template_name = "press/lamp.html"

    def get_cell_context_data(
        self, instance: Story, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        pages = _pages_of_list(instance, parent_context)
        context["light"] = light(pages.get(instance.get_absolute_url()), instance)
        context["address"] = instance.get_absolute_url() if instance.live else ""
        return context


def _pages_of_list(story: Story, context: dict[str, Any]) -> dict[str, PrintedPage]:
    """Return the printed pages of every story in the list, asked for once a list."""
    table = context.get("table")
    rows: Iterable[Story] = getattr(table, "data", None) or [story]
    known = getattr(table, "printed_pages", None)
    if known is None:
        wanted = [row.get_absolute_url() for row in rows]
        known = {page.path: page for page in PrintedPage.objects.filter(path__in=wanted)}
        if table is not None:
            table.printed_pages = known
    found: dict[str, PrintedPage] = known
    return found


@require_safe
@permission_required("press.view_printedpage", raise_exception=True)
def press(request: HttpRequest) -> HttpResponse:
    """What the press has to do, and what it could not."""
    pages = PrintedPage.objects
    return render(
        request,
        "press/press.html",
        {
            "header_title": "چاپخانه",
            "header_icon": "form",
            "breadcrumbs_items": [{"url": "", "label": "چاپخانه"}],
            "printed": pages.filter(status=200).count(),
            "waiting": pages.filter(stale_at__isnull=False, error="").count(),
            "failed": pages.exclude(error="").order_by("path")[:SHOWN],
            "last": pages.exclude(printed_at=None).order_by("-printed_at")[:SHOWN],
            "may_retry": request.user.has_perm("press.change_printedpage"),
        },
    )


@require_POST
@permission_required("press.change_printedpage", raise_exception=True)
@transaction.atomic
def retry(request: HttpRequest) -> HttpResponse:
    """Let the press try the failed pages again, now."""
    failed = PrintedPage.objects.exclude(error="")
    count = failed.update(stale_at=timezone.now(), retry_at=None, error="", attempts=0)
    messages.success(request, f"{to_persian_digits(count)} صفحه دوباره به چاپخانه رفت.")
    return redirect("press:press")


urlpatterns = [path("", press, name="press"), path("retry/", retry, name="retry")]
