"""The requests of readers: the form under a story, its token, and the word of thanks.

The form stands in a printed page, so it carries no CSRF token: there is no session that
somebody else's page could misuse. It is judged by its start token and the sender's address.
"""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from dabir.comments.addresses import address_hashes
from dabir.comments.forms import ReaderForm
from dabir.comments.models import Comment
from dabir.comments.refusals import SentBefore, TooManySent
from dabir.comments.shown import is_open
from dabir.comments.start_token import new_token
from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE

LARGEST_BODY: Final = 1024 * 1024

LOOK_AGAIN: Final = f"لطفاً نوشته{HALF_SPACE}تان را یک بار مرور کنید و بفرستید."
NO_STORY: Final = f"خبری با این کد در روزنامه نیست یا دیگر منتشر نمی{HALF_SPACE}شود."
CLOSED: Final = f"نظرهای این خبر بسته است و نظر تازه{HALF_SPACE}ای گرفته نمی{HALF_SPACE}شود."
TOO_LARGE: Final = (
    f"آنچه فرستادید بیش از اندازه بلند است. به صفحهٔ پیش برگردید و آن را کوتاه{HALF_SPACE}تر کنید."
)
UNREADABLE: Final = "این درخواست خواندنی نیست. به صفحهٔ خبر برگردید و دوباره بفرستید."


class SeeOther(HttpResponseRedirect):
    """The answer to a form that was taken: look at this page now."""

    status_code = 303


@never_cache
@require_safe
def token(request: HttpRequest) -> JsonResponse:
    """Tell the printed page's script that its reader begins to write now."""
    return JsonResponse({"token": new_token()})


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, code: int) -> HttpResponse:
    """Show the form for a comment on a story, or take a comment in."""
    if refusal := _unreadable(request):
        return refusal
    story = Story.objects.live().filter(pk=code).first()
    if story is None:
        return _turn_away(request, NO_STORY, 404)
    if not is_open(story):
        return _turn_away(request, CLOSED, 403, story)
    if request.method == "POST":
        return _take(request, story, ReaderForm(story, request.POST))
    return _show(request, story, ReaderForm(story, initial={"parent": request.GET.get("parent")}))


@never_cache
@require_safe
def received(request: HttpRequest, code: int) -> HttpResponse:
    """Thank the reader, and show the way back."""
    story = Story.objects.live().filter(pk=code).first()
    if story is None:
        return _turn_away(request, NO_STORY, 404)
    context = {"story": story, "again": "again" in request.GET}
    return render(request, "pages/comment_received.html", context, using="paper")


def _take(request: HttpRequest, story: Story, form: ReaderForm) -> HttpResponse:
    """Take a filled form in, or show it again with what is to be done."""
    if not form.is_valid():
        return _show(request, story, form, status=422)
    if form.may_be_a_robot:
        return _show(request, story, form, LOOK_AGAIN)
    fields = {name: form.cleaned_data[name] for name in ("name", "email", "text", "parent")}
    thanks = reverse("comments:received", args=[story.pk])
    try:
        Comment.objects.submit(story=story, hashes=address_hashes(request), **fields)
    except SentBefore:
        return SeeOther(f"{thanks}?again=1")
    except TooManySent as refusal:
        response = _show(request, story, form, str(refusal), status=429)
        response["Retry-After"] = str(int(refusal.window.total_seconds()))
        return response
    return SeeOther(thanks)


def _show(
    request: HttpRequest, story: Story, form: ReaderForm, message: str = "", status: int = 200
) -> HttpResponse:
    """Show the form as a page of its own, with everything that was written in it."""
    context: dict[str, Any] = {"story": story, "form": form, "message": message}
    return render(request, "pages/comment_write.html", context, status=status, using="paper")


def _turn_away(
    request: HttpRequest, message: str, status: int, story: Story | None = None
) -> HttpResponse:
    """Say why no comment can be taken."""
    context = {"story": story, "message": message}
    return render(request, "pages/comment_refused.html", context, status=status, using="paper")


def _unreadable(request: HttpRequest) -> HttpResponse | None:
    """Turn a request away that must not even be read: too long, or in no encoding of text."""
    charset = (request.content_params or {}).get("charset", "utf-8")
    if charset.lower() not in {"utf-8", "utf8"}:
        return _turn_away(request, UNREADABLE, 400)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isascii() or not length.isdigit() or int(length[:12]) > LARGEST_BODY:
        return _turn_away(request, TOO_LARGE, 413)
    return None
