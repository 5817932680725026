"""The copy desk's addresses: paragraphs of the editor, copy of other programs, the page."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from dabir.newsroom.copydesk import house, keys, wire
from dabir.newsroom.copydesk.panel import MEDIA, settings_of_browser

_View = Callable[[HttpRequest], JsonResponse]


def told_in_json(view: _View) -> _View:
    """Let ``view`` refuse in JSON, with a reason in Persian."""

    @wraps(view)
    def answer(request: HttpRequest) -> JsonResponse:
        try:
            return view(request)
        except wire.RefusedError as refused:
            return JsonResponse({"error": str(refused)}, status=refused.status)

    return answer


@require_POST
@told_in_json
def read(request: HttpRequest) -> JsonResponse:
    """Read the paragraphs that an editor has changed."""
    body = wire.body_of(request)
    reader, names = house.reader(), wire.names_of(body)
    read = [wire.read_paragraph(reader, sent, names) for sent in wire.paragraphs_of(body)]
    return JsonResponse({"version": reader.version, "paragraphs": read})


@csrf_exempt  # a browser sends no such header by itself, so no other site can use it
@require_POST
@told_in_json
def proof(request: HttpRequest) -> JsonResponse:
    """Read the copy of a program that holds a key; answer with the record of ``dabir proof``."""
    if keys.owner_of_key(request) is None:
        raise wire.RefusedError("کلید ویراستاری لازم است؛ آن را در صفحهٔ ویراستاری بردارید.", 401)
    text = wire.whole_text_of(wire.body_of(request))
    marks = [each.mark.as_record() for each in house.reader().read(text)]
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
