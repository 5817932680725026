"""The copy desk's addresses: paragraphs of the editor, copy of other programs, the page."""

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from dabir.copydesk.places import NoLexiconError
from dabir.copydesk.shelf import ShelfError
from dabir.newsroom.copydesk import house, keys, wire
from dabir.newsroom.copydesk.panel import MEDIA, settings_of_browser
from dabir.persian import HALF_SPACE

log = logging.getLogger("dabir.newsroom")

_NO_WORDS: Final = "واژگان ویراستار آماده نیست؛ از مهندس روزنامه بخواهید آن را بسازد."
_View = Callable[[HttpRequest], JsonResponse]


def told_in_json(view: _View) -> _View:
    """Let ``view`` refuse in JSON, with a reason in Persian."""

    @wraps(view)
    def answer(request: HttpRequest) -> JsonResponse:
        try:
            return view(request)
        except wire.RefusedError as refused:
            return JsonResponse({"error": str(refused)}, status=refused.status)
        except (NoLexiconError, ShelfError):
            log.exception("The copy desk cannot read")
            return JsonResponse({"error": _NO_WORDS}, status=503)

    return answer


class _Staff:
    """Who may enter the newsroom, asked for at most every ``PATIENCE`` seconds a person.

    The editor asks while somebody types; to look up groups and permissions each time would
    take as long as the reading.
    """

    PATIENCE: Final = 30.0

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], float] = {}

    def includes(self, user: Any) -> bool:
        if not user.is_authenticated:
            return False
        now, who = time.monotonic(), (user.pk, user.get_session_auth_hash())
        if self._known.get(who, 0.0) > now:
            return True
        if not user.has_perm("wagtailadmin.access_admin"):
            return False
        self._known[who] = now + self.PATIENCE
        return True


_staff = _Staff()


def staff_only(view: _View) -> _View:
    """Refuse everybody whom the newsroom does not know."""

    @wraps(view)
    def answer(request: HttpRequest) -> JsonResponse:
        if not _staff.includes(request.user):
            raise wire.RefusedError(f"وارد تحریریه نشده{HALF_SPACE}اید.", 403)
        return view(request)

    return answer


@require_POST
@told_in_json
@staff_only
def read(request: HttpRequest) -> JsonResponse:
    """Read the paragraphs that an editor has changed."""
    body = wire.body_of(request)
    sent, reader = wire.paragraphs_of(body), house.reader()
    texts = [each.text for each in sent]
    found = reader.read(texts, wire.names_of(body), wire.elsewhere_in(body))
    told = [wire.as_record(reader, *each) for each in zip(sent, found, strict=True)]
    return JsonResponse({"version": reader.version, "paragraphs": told})


@csrf_exempt  # a browser sends no such header by itself, so no other site can use it
@require_POST
@told_in_json
def proof(request: HttpRequest) -> JsonResponse:
    """Read the copy of a program that holds a key; answer with the record of ``dabir proof``."""
    if keys.owner_of_key(request) is None:
        raise wire.RefusedError("کلید ویراستاری لازم است؛ آن را در صفحهٔ ویراستاری بردارید.", 401)
    text = wire.whole_text_of(wire.body_of(request))
    marks = [mark.as_record() for mark in house.reader().desk.read(text)]
    return JsonResponse({"text": text, "marks": marks})


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """A sheet of paper: paste any text, and see what the desk says of it."""
    return render(
        request,
        "newsroom/copydesk/page.html",
        {
            "header_title": "ویراستاری",
            "header_icon": "glasses",
            "breadcrumbs_items": [{"url": "", "label": "ویراستاری"}],
            "copydesk": settings_of_browser(),
            "key": keys.key_for(request.user),
            "media": MEDIA,
        },
    )
