"""The newsroom's side: the queue of advertisements, and what an editor decides of them.

A decision carries the version of the text that the editor saw; if its sender has edited
it since, the decision is refused and the editor reads again.
"""

from collections.abc import Callable, Iterator
from typing import Final, cast

from django.contrib.auth.models import User
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.auth import permission_required

from dabir.classifieds.models import Advertisement, RefusedError
from dabir.persian import HALF_SPACE, clean_line, to_persian_digits

A_PAGE: Final = 20
REASONS: Final = (
    f"متن آگهی نارسا است؛ روشن بنویسید چه می{HALF_SPACE}دهید یا چه می{HALF_SPACE}خواهید.",
    "آگهی تکراری است.",
    f"عکس با آگهی نمی{HALF_SPACE}خواند.",
    "دسته درست برگزیده نشده است.",
    f"این کالا یا خدمت را نمی{HALF_SPACE}توان آگهی کرد.",
)
"""Ready words for a rejection; an editor may write any other."""
LONGEST_REASON: Final = 300

may_decide = permission_required("classifieds.change_advertisement")
Decision = Callable[[Advertisement], None]


@require_safe
@may_decide
def queue(request: HttpRequest) -> HttpResponse:
    """Show the advertisements of one state, the longest waiting or the latest first."""
    state = _state(request.GET.get("state", ""))
    context = {
        "header_title": f"نیازمندی{HALF_SPACE}ها",
        "header_icon": "tag",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": "تحریریه"},
            {"url": None, "label": f"نیازمندی{HALF_SPACE}ها"},
        ],
        "state": state,
        "State": Advertisement.State,
        "tabs": list(_tabs()),
        "page": _page(request, state),
        "reasons": REASONS,
        "longest_reason": LONGEST_REASON,
    }
    return render(request, "classifieds/queue.html", context)


@require_POST
@may_decide
def approve(request: HttpRequest) -> HttpResponse:
    """Put the chosen advertisements onto their pages."""
    user = cast("User", request.user)
    return _decide(request, lambda advertisement: advertisement.approve(user), "تأیید شد")


@require_POST
@may_decide
def reject(request: HttpRequest) -> HttpResponse:
    """Keep the chosen advertisements off their pages, and tell their senders why."""
    user = cast("User", request.user)
    reason = clean_line(request.POST.get("reason", ""))[:LONGEST_REASON]
    return _decide(request, lambda advertisement: advertisement.reject(user, reason), "رد شد")


def _decide(request: HttpRequest, decision: Decision, done: str) -> HttpResponse:
    """Do ``decision`` to each chosen advertisement; one that is refused stops no other."""
    chosen = request.POST.getlist("chosen")
    refusals = [why for why in (_refusal(mark, decision) for mark in chosen) if why]
    for why in dict.fromkeys(refusals):
        messages.error(request, why)
    if count := len(chosen) - len(refusals):
        messages.success(request, f"{to_persian_digits(count)} آگهی {done}.")
    if not chosen:
        messages.warning(request, f"هیچ آگهی{HALF_SPACE}ای برگزیده نشده است.")
    return redirect(_place(request))


def _place(request: HttpRequest) -> str:
    """Return the page of the queue that a decision was made on."""
    page = request.POST.get("p", "")[:6]
    where = {
        "state": _state(request.POST.get("state", "")),
        "p": page if page.isdecimal() else "1",
    }
    return f"{reverse('classifieds_queue')}?{urlencode(where)}"


def _refusal(mark: str, decision: Decision) -> str:
    """Do ``decision`` to the advertisement of «pk:version»; return why not, or nothing."""
    pk, _, version = mark.partition(":")
    if not (pk.isdecimal() and version.isdecimal()):
        return "آگهی برگزیده شناخته نشد؛ صفحه را دوباره باز کنید."
    try:
        with transaction.atomic():
            locked = Advertisement.objects.select_for_update().filter(pk=int(pk)).first()
            if locked is None:
                return "این آگهی دیگر نیست."
            locked.refuse_unseen(int(version))
            decision(locked)
    except RefusedError as refused:
        return str(refused)
    return ""


def _state(asked: str) -> str:
    """Return the state that is asked for; the waiting ones where there is no such state."""
    return asked if asked in Advertisement.State.values else Advertisement.State.PENDING


def _tabs() -> Iterator[tuple[str, str, int]]:
    """Yield each state, its name and how many advertisements are in it."""
    rows = Advertisement.objects.order_by().values_list("state").annotate(Count("pk"))
    counts = dict(rows)
    for state, label in Advertisement.State.choices:
        yield state, label, counts.get(state, 0)


def _page(request: HttpRequest, state: str) -> Page[Advertisement]:
    """Return one page of the queue, with all that its cards show."""
    waiting = state == Advertisement.State.PENDING
    order = ("changed_at", "pk") if waiting else ("-changed_at", "-pk")
    found = Advertisement.objects.filter(state=state).order_by(*order)
    found = found.with_parts().select_related("approved_by").prefetch_related("acts__by")
    return Paginator(found, A_PAGE).get_page(request.GET.get("p"))
