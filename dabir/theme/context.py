"""What every readers' page knows that the newsroom's process makes: the masthead."""

from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest

from dabir.newsroom.models import Paper
from dabir.press.pages import shown


def masthead(request: HttpRequest) -> dict[str, Any]:
    """Return the paper and the page's own address, for every page that is not printed."""
    return {"paper": _paper(), "path": request.path}


def _paper() -> shown.PaperShown:
    """Return the masthead; a bare one while the database is away, so that errors can be told."""
    try:
        return shown.paper_facts()
    except DatabaseError:
        name = Paper._meta.get_field("name").default
        return shown.PaperShown(
            name=name,
            motto="",
            short_name=name,
            about="",
            contact="",
            sections=(),
            comments_open=False,
            site=settings.ADDRESS,
        )
