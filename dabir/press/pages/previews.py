"""Fronts as an editor looks at them before they are printed: by the printer's own code."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from dabir.newsroom.fronts.arrangement import MAIN, Arrangement
from dabir.newsroom.models import Section
from dabir.press.ledger import Reading
from dabir.press.pages import sections
from dabir.press.pages.front import front_of


def preview_front(
    sender: Any, front: int, arrangement: Arrangement, request: HttpRequest, **kwargs: object
) -> HttpResponse:
    """Show a front as it would be printed; nobody keeps the reading."""
    reading = Reading()
    if front == MAIN:
        return HttpResponse(front_of("/", reading, arrangement).body)
    section = Section.objects.get(pk=front)
    path = section.get_absolute_url()
    return HttpResponse(sections.front_of(section, path, reading, arrangement).body)
