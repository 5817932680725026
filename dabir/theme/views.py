"""Answers of the newsroom's process to readers when something is not as it should be."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Tell somebody whose form came from a page that is too old what to do."""
    return _page(request, "pages/expired.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Tell that there is nothing at this address."""
    return _page(request, "pages/not_found.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Tell that the newsroom stumbled, and that the paper is up."""
    return _page(request, "pages/unavailable.html", 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Tell that the newsroom is away for a while, and that the paper is up."""
    return _page(request, "pages/unavailable.html", 503)


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    response = render(request, template, status=status, using="paper")
    add_never_cache_headers(response)
    return response
