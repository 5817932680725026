"""The moderation queue of the newsroom: the requests of those who judge comments.

    queue  ->  publish / reject / reopen / answer / bulk  ->  back to the queue

Every form tells which version of the comment its moderator saw; the comment refuses a deed
on a version that a colleague has changed in the meantime. What was typed is not lost: a
refused answer or reason is shown again with the comment as it is now.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, cast

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.admin_url_finder import AdminURLFinder

from dabir.comments.forms import AnswerForm, FilterForm, ReasonForm
from dabir.comments.models import Act, Comment, CommentQuerySet
from dabir.comments.refusals import Refused
from dabir.newsroom.models import Story
from dabir.persian import to_persian_digits

PAGE_SIZE: Final = 50
LAST_PAGE: Final = 200
"""Behind it the database would count through too many rows; a search leads there quicker."""

PERMISSION: Final = "comments.change_comment"
may_moderate: Final = permission_required(PERMISSION, raise_exception=True)


@dataclass(frozen=True, slots=True)
class Entry:
    """One comment as the queue shows it, and where its story is edited."""

    comment: Comment
    story_desk: str | None


@may_moderate
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show the comments of one state, newest first."""
    asked = FilterForm(request.GET)
    rows, page = asked.rows(), min(asked.value("p", 1), LAST_PAGE)
    found = list(_with_parts(rows)[(page - 1) * PAGE_SIZE : page * PAGE_SIZE + 1])
    code = asked.value("story", None)
    context = {
        "asked": asked,
        "state": asked.shown_state,
        "story": Story.objects.filter(pk=code).first() if code else None,
        "entries": _entries(request, found[:PAGE_SIZE]),
        "page": page,
        "has_more": len(found) > PAGE_SIZE and page < LAST_PAGE,
        "states": Comment.State.choices,
        "pending": Comment.objects.pending().count(),
    }
    return render(request, "comments/queue.html", {**_frame(request), **context})


@may_moderate
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one comment with its log."""
    return _show_one(request, pk)


@may_moderate
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a comment."""
    return _do(request, _seen(request, pk).publish, "نظر منتشر شد.")


@may_moderate
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a comment back into the queue."""
    return _do(request, _seen(request, pk).reopen, "نظر به صف بازگشت.")


@may_moderate
@require_POST
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    """Reject a comment for the given reason."""
    comment, form = _seen(request, pk), ReasonForm(request.POST)
    try:
        comment.reject(_user(request), form.reason())
    except Refused as refusal:
        return _show_one(request, pk, refusal=str(refusal), reason_form=form)
    messages.success(request, "نظر رد شد.")
    return _back(request)


@may_moderate
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a comment in the newsroom's name."""
    comment, form = _seen(request, pk), AnswerForm(request.POST)
    try:
        comment.answer(_user(request), form["text"].value())
    except Refused as refusal:
        return _show_one(request, pk, refusal=str(refusal), answer_form=form)
    messages.success(request, "پاسخ تحریریه منتشر شد.")
    return _back(request)


@may_moderate
@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """Publish or reject all that were picked; what is refused is told, the rest is done."""
    by, picked = _user(request), _picked(request)
    try:
        if not picked:
            raise Refused("هیچ نظری برگزیده نشده است؛ کنار نظرها را نشان بگذارید.")
        if request.POST.get("act") == "publish":
            _do_each(request, picked, lambda comment: comment.publish(by), "منتشر")
        else:
            reason = ReasonForm(request.POST).reason()
            answers_first = picked[::-1]
            _do_each(request, answers_first, lambda comment: comment.reject(by, reason), "رد")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _back(request)


# What the requests are made of ---------------------------------------------------------
def _user(request: HttpRequest) -> User:
    return cast("User", request.user)


def _number(text: str) -> int:
    """Read a number of a form; nonsense is -1, which no comment and no version has."""
    return int(text) if text.isdecimal() and len(text) < 19 else -1


def _seen(request: HttpRequest, pk: int) -> Comment:
    """Return the comment as the version that the moderator saw when deciding."""
    comment = get_object_or_404(Comment, pk=pk)
    comment.version = _number(request.POST.get("version", ""))
    return comment


def _picked(request: HttpRequest) -> list[Comment]:
    """Return the comments whose boxes were ticked («pk:version»), as they were seen."""
    pairs = (box.partition(":") for box in request.POST.getlist("pick"))
    versions = {_number(pk): _number(version) for pk, _, version in pairs}
    comments = list(Comment.objects.filter(pk__in=versions).oldest())
    for comment in comments:
        comment.version = versions[comment.pk]
    return comments


def _do(request: HttpRequest, deed: Callable[[User], None], done: str) -> HttpResponse:
    """Do one deed in the moderator's name, and say how it went."""
    try:
        deed(_user(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return _back(request)


def _do_each(
    request: HttpRequest, picked: list[Comment], deed: Callable[[Comment], None], done: str
) -> None:
    """Do one deed to each, and say how many it was done to and why not to the others."""
    refusals = []
    for comment in picked:
        try:
            deed(comment)
        except Refused as refusal:
            refusals.append(f"{comment.name}: {refusal}")
    if count := len(picked) - len(refusals):
        messages.success(request, f"{to_persian_digits(count)} نظر {done} شد.")
    for words in refusals:
        messages.error(request, words)


def _back(request: HttpRequest) -> HttpResponse:
    """Return to where the moderator was."""
    place = request.POST.get("next", "")
    if not (place.startswith("/") and url_has_allowed_host_and_scheme(place, None)):
        place = reverse("moderation:queue")
    return HttpResponseRedirect(place)


def _with_parts(comments: CommentQuerySet) -> CommentQuerySet:
    """Let the database bring along what the queue shows of each comment, and no more."""
    acts = Prefetch("acts", Act.objects.select_related("by"))
    return (
        comments.select_related("story", "parent", "answered_by")
        .defer("story__body", "story__lead", "story__bullets")
        .prefetch_related(acts)
    )


def _entries(request: HttpRequest, comments: list[Comment]) -> list[Entry]:
    finder = AdminURLFinder(request.user)
    stories = {comment.story_id: comment.story for comment in comments}
    desks = {code: finder.get_edit_url(story) for code, story in stories.items()}
    return [Entry(comment, desks[comment.story_id]) for comment in comments]


def _frame(request: HttpRequest) -> dict[str, Any]:
    """Return what every page of the queue shows around the comments."""
    return {
        "header_title": "نظرها",
        "header_icon": "comment",
        "breadcrumbs_items": [{"url": reverse("moderation:queue"), "label": "نظرها"}],
        "here": request.POST.get("next") or request.get_full_path(),
        "reason_form": ReasonForm(),
    }


def _show_one(request: HttpRequest, pk: int, refusal: str = "", **forms: Any) -> HttpResponse:
    """Show one comment as it is now; with a refusal, also what was typed."""
    comment = get_object_or_404(_with_parts(Comment.objects.all()), pk=pk)
    context = {
        "entry": _entries(request, [comment])[0],
        "refusal": refusal,
        **forms,
    }
    frame = _frame(request)
    frame["breadcrumbs_items"].append({"url": "", "label": comment.name})
    status = 409 if refusal else 200
    return render(request, "comments/one.html", {**frame, **context}, status=status)


urlpatterns = [
    path("", queue, name="queue"),
    path("bulk/", bulk, name="bulk"),
    path("<int:pk>/", one, name="one"),
    path("<int:pk>/publish/", publish, name="publish"),
    path("<int:pk>/reject/", reject, name="reject"),
    path("<int:pk>/reopen/", reopen, name="reopen"),
    path("<int:pk>/answer/", answer, name="answer"),
]
