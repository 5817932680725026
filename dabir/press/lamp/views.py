"""The press's pages in the newsroom, and the small answers that keep them fresh."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from dabir.newsroom.models import Story
from dabir.persian import to_persian_digits
from dabir.press.appointments import Appointment
from dabir.press.lamp.alarms import alarms
from dabir.press.lamp.board import board
from dabir.press.lamp.panel import steps
from dabir.press.models import PrintedPage


def _may(request: HttpRequest) -> dict[str, bool]:
    return {"may_retry": request.user.has_perm("press.change_printedpage")}


@require_safe
@permission_required("press.view_printedpage", raise_exception=True)
def press(request: HttpRequest) -> HttpResponse:
    """What the press has to do, and what it could not."""
    context: dict[str, Any] = {
        "header_title": "چاپخانه",
        "header_icon": "form",
        "breadcrumbs_items": [{"url": "", "label": "چاپخانه"}],
    }
    return render(request, "press/press.html", {**context, **board(), **_may(request)})


@require_safe
@permission_required("press.view_printedpage", raise_exception=True)
def fresh_board(request: HttpRequest) -> HttpResponse:
    """The same, without the page around it."""
    return render(request, "press/board.html", {**board(), **_may(request)})


@require_safe
@permission_required("newsroom.view_story", raise_exception=True)
def story(request: HttpRequest, code: int) -> HttpResponse:
    """The way of one story to the stands."""
    found = get_object_or_404(Story, pk=code)
    return render(request, "press/steps.html", {**steps(found), **_may(request)})


@require_safe
def tell_alarms(request: HttpRequest) -> HttpResponse:
    """What everybody in the newsroom is told; empty when all is well."""
    return render(request, "press/alarms.html", {"alarms": alarms()})


@require_POST
@permission_required("press.change_printedpage", raise_exception=True)
@transaction.atomic
def retry(request: HttpRequest) -> HttpResponse:
    """Let the press try a failed page again now, or all of them."""
    failed = PrintedPage.objects.exclude(error="")
    if one := request.POST.get("path"):
        failed = failed.filter(path=one)
    count = failed.update(stale_at=timezone.now(), retry_at=None, error="", attempts=0)
    messages.success(request, f"{to_persian_digits(count)} صفحه دوباره به چاپخانه رفت.")
    return redirect(_back(request))


@require_POST
@permission_required("press.change_printedpage", raise_exception=True)
def strike_again(request: HttpRequest) -> HttpResponse:
    """Let the clock try what failed again now, one deed or all of them."""
    failing = Appointment.objects.failing()
    if (one := request.POST.get("appointment", "")).isdecimal():
        failing = failing.filter(pk=int(one))
    count = failing.update(retry_at=None)
    messages.success(request, f"{to_persian_digits(count)} کار دوباره به ساعت سپرده شد.")
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """Return the page of the newsroom from which a button was pressed."""
    asked = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if asked and is_ours else reverse("press:press")


urlpatterns = [
    path("", press, name="press"),
    path("board/", fresh_board, name="board"),
    path("alarms/", tell_alarms, name="alarms"),
    path("story/<int:code>/", story, name="story"),
    path("retry/", retry, name="retry"),
    path("clock/", strike_again, name="strike_again"),
]
