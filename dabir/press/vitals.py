"""How the paper does, for those who watch machines.

/-/health     200 while database, press and clock are well; 503, and which is not
/-/metrics    figures in Prometheus' text format, for this machine or for who has the token

Health tells anybody which part is unwell and nothing about why: reasons stand in the log and in
the newsroom. A balancer that asks for it should not take readers away from a paper that is read
from files; it is for alarms.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Final

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dabir.classifieds.models import Advertisement
from dabir.comments.models import Comment
from dabir.press.appointments import Appointment, Clockwork
from dabir.press.clock import overdue
from dabir.press.models import Change, PrintedPage, Printer, Settlement

SILENT: Final = timedelta(seconds=30)
"""A printer that gave no sign of life for longer does not print."""
FORMAT: Final = "text/plain; version=0.0.4; charset=utf-8"
Samples = Iterable[tuple[str, float]]
"""Figures by their labels: «rank="1"», or nothing."""


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """Say whether the paper is well; 503 where a part of it is not."""
    parts = _parts()
    is_well = all(state == "ok" for state in parts.values())
    words = {"status": "ok" if is_well else "unwell", **parts}
    return JsonResponse(words, status=200 if is_well else 503)


def _parts() -> dict[str, str]:
    """Return the state of each part: ok, silent (gives no sign of life), stuck or away."""
    try:
        going = Printer.objects.filter(beat_at__gt=timezone.now() - SILENT)
        troubles = list(going.values_list("trouble", flat=True))
        clock = "ok" if overdue.goes() else "silent"
    except DatabaseError:
        return {"database": "away", "press": "unknown", "clock": "unknown"}
    stuck = "stuck" if troubles and all(troubles) else "ok"
    return {"database": "ok", "press": stuck if troubles else "silent", "clock": clock}


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Tell the figures, to this machine or to who has the token."""
    if not may_read_metrics(request):
        return HttpResponse("Metrics want their token.\n", status=403, content_type=FORMAT)
    return HttpResponse("".join(_told(timezone.now())), content_type=FORMAT)


def may_read_metrics(request: HttpRequest) -> bool:
    """Say whether a request has the token, or comes from this machine and through no proxy."""
    token: str = settings.METRICS_TOKEN
    told = request.headers.get("Authorization", "")
    if token and constant_time_compare(told, f"Bearer {token}"):
        return True
    passed_on = {"X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "Via"} & {*request.headers}
    return not passed_on and _is_this_machine(request.META.get("REMOTE_ADDR", ""))


def _is_this_machine(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _told(now: datetime) -> Iterator[str]:
    """Yield every figure as Prometheus reads it."""
    for name, (kind, meaning, samples) in FIGURES.items():
        lines = [
            f"{name}{{{labels}}} {value:.15g}\n" if labels else f"{name} {value:.15g}\n"
            for labels, value in samples(now)
        ]
        yield f"# HELP {name} {meaning}\n# TYPE {name} {kind}\n"
        yield from lines


def _age(moment: datetime | None, now: datetime) -> float:
    """Return the seconds since a moment; 0 for none, or for one that a wrong clock wrote."""
    return max((now - moment).total_seconds(), 0.0) if moment else 0.0


def _pages(now: datetime) -> Samples:
    for status, count in PrintedPage.objects.values_list("status").annotate(Count("pk")):
        if status:
            yield f'status="{status}"', count


def _stale(now: datetime) -> Samples:
    found = PrintedPage.objects.filter(stale_at__isnull=False).values_list("rank")
    counts = dict(found.annotate(Count("pk")))
    for rank in range(max([3, *counts]) + 1):
        yield f'rank="{rank}"', counts.get(rank, 0)


def _failed(now: datetime) -> Samples:
    waiting = PrintedPage.objects.filter(stale_at__isnull=False)
    yield "", waiting.exclude(error="").count()


def _oldest_stale(now: datetime) -> Samples:
    waiting = PrintedPage.objects.filter(stale_at__isnull=False)
    yield "", _age(waiting.aggregate(oldest=Min("stale_at"))["oldest"], now)


def _settlements(now: datetime) -> Samples:
    yield "", Settlement.objects.aggregate(last=Max("pk"))["last"] or 0


def _notes(now: datetime) -> Samples:
    yield "", Change.objects.count()


def _printers(now: datetime) -> Samples:
    found = Printer.objects.filter(beat_at__gt=now - SILENT)
    told = found.aggregate(well=Count("pk", Q(trouble="")), stuck=Count("pk", ~Q(trouble="")))
    yield 'state="well"', told["well"]
    yield 'state="stuck"', told["stuck"]


def _printer_beats(now: datetime) -> Samples:
    for name, beat in Printer.objects.order_by("name").values_list("name", "beat_at"):
        yield f'printer="{_quoted(name)}"', _age(beat, now)


def _clock_beats(now: datetime) -> Samples:
    for name, beat in Clockwork.objects.order_by("name").values_list("name", "beat_at"):
        yield f'clock="{_quoted(name)}"', _age(beat, now)


def _overdue(now: datetime) -> Samples:
    yield "", len(overdue.overdue(now))


def _failing(now: datetime) -> Samples:
    yield "", Appointment.objects.failing().count()


def _comments(now: datetime) -> Samples:
    yield "", Comment.objects.pending().count()


def _advertisements(now: datetime) -> Samples:
    yield "", Advertisement.objects.filter(state=Advertisement.State.PENDING).count()


def _quoted(words: str) -> str:
    """Return a label's value as the format wants it."""
    return words.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


FIGURES: Final[dict[str, tuple[str, str, Callable[[datetime], Samples]]]] = {
    "dabir_pages": ("gauge", "Addresses of the paper, by the status that readers get.", _pages),
    "dabir_pages_stale": ("gauge", "Pages that wait to be printed, the urgent rank 0.", _stale),
    "dabir_pages_failed": ("gauge", "Pages whose last printing failed.", _failed),
    "dabir_oldest_stale_seconds": ("gauge", "How long the oldest page waits.", _oldest_stale),
    "dabir_settlements_total": ("counter", "Changes that were settled.", _settlements),
    "dabir_changes_unsettled": ("gauge", "Changes that were noted only.", _notes),
    "dabir_printers": ("gauge", "Printers that gave a sign of life lately.", _printers),
    "dabir_printer_beat_age_seconds": ("gauge", "Since a printer's last sign.", _printer_beats),
    "dabir_clock_beat_age_seconds": ("gauge", "Since a clock's last sign of life.", _clock_beats),
    "dabir_appointments_overdue": ("gauge", "Hours that passed and nothing was done.", _overdue),
    "dabir_appointments_failing": ("gauge", "Deeds of the clock that are tried again.", _failing),
    "dabir_comments_waiting": ("gauge", "Comments that the newsroom has not read.", _comments),
    "dabir_advertisements_waiting": ("gauge", "Advertisements not read yet.", _advertisements),
}
"""Every figure: its kind, what it means, what it is now."""

urlpatterns = [path("health", health, name="health"), path("metrics", metrics, name="metrics")]
