"""Answers of the newsroom's process to readers when something is not as it should be."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Tell somebody whose form came from a page that is too old what to do."""
    return render(request, "pages/expired.html", status=403, using="paper")
