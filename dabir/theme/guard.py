"""Guards what the newsroom's process answers: headers for the browser, kind words for a fault."""

from collections.abc import Callable
from typing import Final

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from dabir.press.headings import SECURITY
from dabir.theme.views import unavailable

NEWSROOM: Final = "/newsroom/"
NEWSROOM_POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
"""The newsroom's own policy: Wagtail's admin writes scripts and styles into its pages, and
shows previews in a frame. Nothing comes from another host there either."""


class GuardMiddleware:
    """Puts the paper's headers on what is not a printed file, and answers for a lost database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(NEWSROOM):
            _frame_by_ourselves(response)
        for name, value in SECURITY:
            response.headers.setdefault(name, value)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer with the page that says the newsroom is away, when its database is."""
        if isinstance(exception, OperationalError | InterfaceError):
            return unavailable(request)
        return None


def _frame_by_ourselves(response: HttpResponse) -> None:
    """Let the newsroom show this in its frames: a preview is a page of the paper, which passed
    here once before, under an address of the paper.
    """
    policy = response.headers.get("Content-Security-Policy", NEWSROOM_POLICY)
    response.headers["Content-Security-Policy"] = policy.replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'"
    )
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
