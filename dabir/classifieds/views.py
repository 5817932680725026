"""The reader's side: the form, the private page, the phone number.

    new/ -> 303 -> mine/<secret>/ -> edit/, withdraw/

Who holds the secret of a private address owns its advertisement, so these pages are kept
by no cache, listed by no search engine and named to no other site.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.db import transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dabir.classifieds.forms import AdvertisementForm, EditAdvertisementForm, NewAdvertisementForm
from dabir.classifieds.models import Advertisement, PhoneLook, RefusedError
from dabir.classifieds.pictures import HEAVIEST, MOST_PICTURES
from dabir.newsroom.senders import sender_hash
from dabir.persian import HALF_SPACE, to_persian_digits

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

READ_AND_SEND: Final = ["GET", "HEAD", "POST"]
HEAVIEST_FORM: Final = 100 * 1024 * 1024
"""Bytes of one sending, beyond which nothing is read. More than five good pictures weigh, so
that a picture too heavy still gets its own sentence."""

_CRAWLER: Final = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|scrapy|facebookexternalhit|mediapartners|archiver"
    r"|python-(?:requests|urllib)|aiohttp|httpx|okhttp|curl/|wget|libwww|go-http-client|java/",
    re.IGNORECASE,
)
GONE: Final = "این آگهی دیگر روی صفحه نیست."
NO_CRAWLERS: Final = f"شمارهٔ تلفن تنها به خوانندگان نشان داده می{HALF_SPACE}شود."
ENOUGH_LOOKS: Final = (
    f"در یک ساعت گذشته شماره{HALF_SPACE}های بسیاری دیده{HALF_SPACE}اید؛ کمی دیرتر دوباره بیایید."
)
PRESS_BUTTON: Final = "دکمهٔ «نمایش شماره» را در صفحهٔ آگهی بزنید."


class SeeOther(HttpResponseRedirect):
    """Send the browser on to read another page."""

    status_code = 303


def unlisted(view: View[P]) -> View[P]:
    """Keep the answers of ``view`` out of caches, search engines and other sites' logs.

    The referrer policy is same-origin and not no-referrer: under the latter a browser sends
    a form with «Origin: null», which Django's protection against forgery must refuse.
    """

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        response["Referrer-Policy"] = "same-origin"
        return response

    return guarded


def weighed(view: View[P]) -> View[P]:
    """Answer a sending heavier than ``HEAVIEST_FORM`` before a byte of it is read."""

    @csrf_exempt  # looking for the token would read the whole of it; see inside
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        length = str(request.META.get("CONTENT_LENGTH") or "0")
        if length.isdecimal() and int(length) > HEAVIEST_FORM:
            page = {"most": MOST_PICTURES, "heaviest": HEAVIEST // 1024 // 1024}
            return render(request, "pages/classified_heavy.html", page, status=413, using="paper")
        return csrf_protect(view)(request, *args, **kwargs)

    return guarded


def owned(
    view: Callable[[HttpRequest, Advertisement, str], HttpResponse],
) -> Callable[[HttpRequest, str], HttpResponse]:
    """Give ``view`` the advertisement of the secret in the address; without one, say so."""

    @wraps(view)
    def found(request: HttpRequest, token: str) -> HttpResponse:
        advertisement = Advertisement.objects.with_parts().with_token(token).first()
        if advertisement is None:
            return render(request, "pages/classified_missing.html", status=404, using="paper")
        return view(request, advertisement, token)

    return found


# The form and the private page ----------------------------------------------------------
@unlisted
@require_http_methods(READ_AND_SEND)
@weighed
def new(request: HttpRequest) -> HttpResponse:
    """Show the empty form; take a filled one."""
    sender = sender_hash(request)
    chosen = {"category": request.GET.get("category")}
    form = NewAdvertisementForm(*_sent(request), initial=chosen, address_hash=sender)
    if not form.is_bound or not form.is_valid():
        return _form_page(request, form, {})
    sent = Advertisement.submit(form.copy, form.decoded, sender)
    return SeeOther(_private(sent.token) + "?new=1")


@unlisted
@require_safe
@owned
def mine(request: HttpRequest, advertisement: Advertisement, token: str) -> HttpResponse:
    """Show the sender what became of the advertisement."""
    return _private_page(request, advertisement, token)


@unlisted
@require_http_methods(READ_AND_SEND)
@weighed
@owned
def edit(request: HttpRequest, advertisement: Advertisement, token: str) -> HttpResponse:
    """Show the form as it was sent; take the changes."""
    if advertisement.is_withdrawn:
        return SeeOther(_private(token))
    form = EditAdvertisementForm(*_sent(request), advertisement=advertisement)
    own = {"advertisement": advertisement, "back": _private(token)}
    if not form.is_bound or not form.is_valid():
        return _form_page(request, form, own)
    try:
        with transaction.atomic():
            changed = _locked(advertisement).edit(
                form.copy, form.decoded, form.cleaned_data["removed"]
            )
    except RefusedError as refused:
        form.add_error(None, str(refused))
        return _form_page(request, form, own)
    return SeeOther(_private(token) + ("?edited=1" if changed else "?same=1"))


@unlisted
@require_POST
@owned
def withdraw(request: HttpRequest, advertisement: Advertisement, token: str) -> HttpResponse:
    """Take the advertisement off its page for good."""
    try:
        with transaction.atomic():
            _locked(advertisement).withdraw()
    except RefusedError as refused:
        return _private_page(request, advertisement, token, str(refused), status=409)
    return SeeOther(_private(token))


def _locked(advertisement: Advertisement) -> Advertisement:
    """Return the row as it is now, held until the end of the transaction."""
    return get_object_or_404(Advertisement.objects.select_for_update(), pk=advertisement.pk)


def _sent(request: HttpRequest) -> tuple[object, object]:
    """Return what a form reads: text and files of a POST, nothing of anything else."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _private(token: str) -> str:
    return reverse("classifieds:mine", args=[token])


def _form_page(
    request: HttpRequest, form: AdvertisementForm, context: dict[str, object]
) -> HttpResponse:
    status = 429 if form.flooded else 422 if form.is_bound else 200
    page = {"advertisement": None, **context, "form": form}
    return render(request, "pages/classified_form.html", page, status=status, using="paper")


def _private_page(
    request: HttpRequest,
    advertisement: Advertisement,
    token: str,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    page = {
        "advertisement": advertisement,
        "State": Advertisement.State,
        "address": settings.ADDRESS + _private(token),
        "edit_address": reverse("classifieds:edit", args=[token]),
        "withdraw_address": reverse("classifieds:withdraw", args=[token]),
        "news": next((word for word in ("new", "edited", "same") if word in request.GET), ""),
        "refused": refused,
    }
    return render(request, "pages/classified_mine.html", page, status=status, using="paper")


# The phone number -----------------------------------------------------------------------
@csrf_exempt  # the button stands on a printed page, and shows no more than anybody may see
@unlisted
def phone(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell the number of a printed advertisement: as JSON to a script, as a page to a person."""
    now = timezone.now()
    found = Advertisement.objects.approved().filter(pk=pk, expires_at__gt=now).first()
    if request.method != "POST":
        page = _phone_page(request, 405, found, error=PRESS_BUTTON)
        return HttpResponseNotAllowed(["POST"], page.content)
    if _CRAWLER.search(request.headers.get("User-Agent", "")):
        return _phone_answer(request, 403, error=NO_CRAWLERS)
    if found is None:
        return _phone_answer(request, 404, error=GONE)
    if not PhoneLook.allow(sender_hash(request), now):
        return _phone_answer(request, 429, found, error=ENOUGH_LOOKS)
    return _phone_answer(request, 200, found, phone=found.phone)


def _phone_answer(
    request: HttpRequest, status: int, found: Advertisement | None = None, **told: str
) -> HttpResponse:
    if "application/json" not in request.headers.get("Accept", ""):
        return _phone_page(request, status, found, **told)
    if "phone" in told:
        told["shown"] = to_persian_digits(told["phone"])
    return JsonResponse(told, status=status)


def _phone_page(
    request: HttpRequest,
    status: int,
    advertisement: Advertisement | None,
    phone: str = "",
    error: str = "",
) -> HttpResponse:
    page = {"advertisement": advertisement, "phone": phone, "error": error}
    return render(request, "pages/classified_phone.html", page, status=status, using="paper")
