"""The editor's page of a front.

Each deed is one small form and is done on the newest draft, whoever made it: of two editors at
work neither loses what the other does, and each is told of the other. Without a script every
form brings the whole page; with it the board alone is replaced.

To publish is to publish what one saw: where the draft changed meanwhile, nothing goes out.
"""

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe
from wagtail.log_actions import log

from dabir.newsroom import signals
from dabir.newsroom.fronts import deeds
from dabir.newsroom.fronts.arrangement import MAIN, Arrangement, to_json
from dabir.newsroom.fronts.bar import BarForm
from dabir.newsroom.fronts.board import board, rule_choices
from dabir.newsroom.fronts.chooser import choose
from dabir.newsroom.models import BreakingBar, FrontVersion, Section, Story
from dabir.newsroom.models.fronts import (
    DraftMovedError,
    arrangement_of,
    change_draft,
    live_arrangement,
    publish_draft,
    token_of,
    undo,
)
from dabir.persian import HALF_SPACE
from dabir.persian.jalali import clock_time, numeric_moment

PREPARE: Final = "newsroom.change_frontversion"
PUBLISH: Final = "newsroom.publish_front"
HISTORY: Final = 20
MAIN_NAME: Final = "صفحهٔ نخست"


@require_safe
@permission_required(PREPARE, raise_exception=True)
def fronts(request: HttpRequest) -> HttpResponse:
    return redirect("newsroom_front", front=MAIN)


@require_safe
@permission_required(PREPARE, raise_exception=True)
def front(request: HttpRequest, front: int) -> HttpResponse:
    """The page on which a front is set."""
    return _page(request, front, BarForm())


def _page(request: HttpRequest, front: int, bar_form: BarForm, status: int = 200) -> HttpResponse:
    name = _name(front)
    title = f"چیدن {name}"
    context = {
        "header_title": title,
        "header_icon": "table",
        "breadcrumbs_items": [{"url": "", "label": title}],
        "name": name,
        "fronts": [(MAIN, MAIN_NAME), *Section.objects.values_list("pk", "name")],
        "address": "/" if front == MAIN else Section.objects.get(pk=front).get_absolute_url(),
        "versions": _history(front),
        "bar": BreakingBar.objects.standing(),
        "bar_form": bar_form,
        "kinds": Story.Kind.choices,
        "sections": Section.objects.values_list("pk", "name"),
        "asked": request.GET,
        "stories": choose(request.GET),
    }
    return render(
        request, "newsroom/fronts/front.html", {**context, **_board(request, front)}, status=status
    )


def _history(front: int) -> list[FrontVersion]:
    versions = FrontVersion.objects.of(front).select_related("made_by", "published_by")
    return list(versions.defer("stored", "before")[:HISTORY])


def _name(front: int) -> str:
    if front == MAIN:
        return MAIN_NAME
    return f"صفحهٔ {get_object_or_404(Section, pk=front).name}"


def _board(request: HttpRequest, front: int, told: str = "") -> dict[str, Any]:
    """Return what the board shows: the draft, whose it is, and what was just done."""
    head = FrontVersion.objects.head(front)
    live = FrontVersion.objects.live(front)
    arrangement = arrangement_of(head, front)
    return {
        "front": front,
        "head": head,
        "live": live,
        "token": token_of(head),
        "is_ahead": bool(head and head.is_draft and head.stored != to_json(_live_now(front))),
        "containers": board(arrangement),
        "rules": rule_choices(front),
        "may_publish": request.user.has_perm(PUBLISH),
        "told": told,
    }


def _live_now(front: int) -> Arrangement:
    return arrangement_of(FrontVersion.objects.live(front), front)


# Deeds -----------------------------------------------------------------------------------


@require_POST
@permission_required(PREPARE, raise_exception=True)
def do(request: HttpRequest, front: int) -> HttpResponse:
    """Do one deed on the newest draft."""
    _name(front)
    head = FrontVersion.objects.head(front)
    try:
        if request.POST.get("deed") == "undo":
            undo(front, request.user)
        else:
            change_draft(front, request.user, lambda now: deeds.do(now, request.POST.dict()))
    except deeds.Refusal as refusal:
        return _answer(request, front, str(refusal), 422)
    return _answer(request, front, _told_of_others(request, head))


def _told_of_others(request: HttpRequest, head: FrontVersion | None) -> str:
    """Return words about somebody else's change that this editor's page did not show yet."""
    if head is None or token_of(head) == request.POST.get("base", "") or _is_mine(request, head):
        return ""
    return (
        f"{who(head)} ساعت {clock_time(head.changed_at)} این چیدمان را عوض کرده بود؛"
        " کار شما روی چیدمان او انجام شد."
    )


def _is_mine(request: HttpRequest, version: FrontVersion) -> bool:
    return version.made_by_id == request.user.pk and version.is_draft


def who(version: FrontVersion) -> str:
    """Return the name of who made a version."""
    user = version.made_by
    return (user.get_full_name() or user.get_username()) if user else "کسی"


def _answer(request: HttpRequest, front: int, told: str = "", status: int = 200) -> HttpResponse:
    """Answer a script with the board, a form without one with the page."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        found = _board(request, front, told)
        return render(request, "newsroom/fronts/board.html", found, status=status)
    if told:
        (messages.error if status >= 400 else messages.warning)(request, told)
    return redirect("newsroom_front", front=front)


@require_POST
@permission_required(PREPARE, raise_exception=True)
def restore(request: HttpRequest, front: int, pk: int) -> HttpResponse:
    """Go back to an earlier version: it becomes the draft."""
    version = get_object_or_404(FrontVersion.objects.of(front), pk=pk)
    change_draft(front, request.user, lambda now: version.arrangement)
    messages.success(
        request, f"چیدمان {numeric_moment(version.changed_at)} پیش{HALF_SPACE}نویس شد."
    )
    return redirect("newsroom_front", front=front)


@require_POST
@permission_required(PUBLISH, raise_exception=True)
def publish(request: HttpRequest, front: int) -> HttpResponse:
    """Publish the draft that the editor saw."""
    name = _name(front)
    try:
        publish_draft(front, request.user, request.POST.get("base", ""))
    except DraftMovedError as moved:
        theirs = moved.version
        by = f"{who(theirs)} ساعت {clock_time(theirs.changed_at)} " if theirs else "کسی "
        return _answer(
            request,
            front,
            f"منتشر نشد: {by}این چیدمان را عوض کرده است. چیدمان تازه را ببینید و"
            " اگر درست است منتشر کنید.",
            409,
        )
    messages.success(request, f"{name} منتشر شد و به چاپخانه رفت.")
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return _answer(request, front)
    return redirect("newsroom_front", front=front)


# Looking ---------------------------------------------------------------------------------


@require_safe
@permission_required(PREPARE, raise_exception=True)
def stories(request: HttpRequest, front: int) -> HttpResponse:
    """The stories to choose from, without the page around them."""
    return render(request, "newsroom/fronts/stories.html", {"stories": choose(request.GET)})


@require_safe
@permission_required(PREPARE, raise_exception=True)
def preview(request: HttpRequest, front: int) -> HttpResponse:
    """The front as the press would print it: the draft, or (``of=live``) what is live."""
    _name(front)
    if request.GET.get("of") == "live":
        arrangement = live_arrangement(front)
    else:
        arrangement = arrangement_of(FrontVersion.objects.head(front), front)
    told = {"front": front, "arrangement": arrangement, "request": request}
    for _, response in signals.front_previewed.send(FrontVersion, **told):
        if isinstance(response, HttpResponse):
            return response
    raise Http404


@require_safe
@permission_required(PREPARE, raise_exception=True)
def compare(request: HttpRequest, front: int) -> HttpResponse:
    """The draft beside what is live."""
    name = _name(front)
    title = f"پیش{HALF_SPACE}نویس و زندهٔ {name}"
    context = {
        "header_title": title,
        "header_icon": "view",
        "breadcrumbs_items": [
            {"url": reverse("newsroom_front", args=[front]), "label": f"چیدن {name}"},
            {"url": "", "label": title},
        ],
        "front": front,
    }
    return render(request, "newsroom/fronts/compare.html", context)


# The breaking bar ------------------------------------------------------------------------


@require_POST
@permission_required(PUBLISH, raise_exception=True)
def raise_bar(request: HttpRequest) -> HttpResponse:
    """Let a breaking bar stand, in the place of what stood."""
    form = BarForm(request.POST)
    if not form.is_valid():
        return _page(request, MAIN, form, 422)
    bar = form.raise_bar(request.user)
    log(bar, "newsroom.bar.raise", user=request.user)
    until = numeric_moment(bar.expires_at)
    messages.success(request, f"خبر فوری بالای روزنامه رفت؛ تا {until} می{HALF_SPACE}ماند.")
    return redirect("newsroom_front", front=MAIN)


@require_POST
@permission_required(PUBLISH, raise_exception=True)
def end_bar(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the breaking bar down before its hour."""
    bar = get_object_or_404(BreakingBar, pk=pk)
    if bar.ended_at is None:
        bar.end(request.user)
        log(bar, "newsroom.bar.end", user=request.user)
        messages.success(request, "خبر فوری برداشته شد.")
    return redirect("newsroom_front", front=MAIN)


urlpatterns = [
    path("fronts/", fronts, name="newsroom_fronts"),
    path("fronts/<int:front>/", front, name="newsroom_front"),
    path("fronts/<int:front>/do/", do, name="newsroom_front_do"),
    path("fronts/<int:front>/publish/", publish, name="newsroom_front_publish"),
    path("fronts/<int:front>/restore/<int:pk>/", restore, name="newsroom_front_restore"),
    path("fronts/<int:front>/stories/", stories, name="newsroom_front_stories"),
    path("fronts/<int:front>/preview/", preview, name="newsroom_front_preview"),
    path("fronts/<int:front>/compare/", compare, name="newsroom_front_compare"),
    path("fronts/breaking/", raise_bar, name="newsroom_bar_raise"),
    path("fronts/breaking/<int:pk>/end/", end_bar, name="newsroom_bar_end"),
]
__all__ = ["urlpatterns"]
