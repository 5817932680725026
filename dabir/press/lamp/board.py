"""«چاپخانه»: the queue by rank, the printers and clocks at work, what failed and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count
from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.persian import HALF_SPACE, to_persian_digits
from dabir.press.appointments import Appointment, Clockwork, Deed
from dabir.press.clock import due, overdue
from dabir.press.lamp import alarms, words
from dabir.press.models import Change, PrintedPage, Printer, Purge

SHOWN: Final = 25
RANKS: Final = {
    0: "خبرها",
    1: f"صفحهٔ نخست، سرویس{HALF_SPACE}ها و خوراک{HALF_SPACE}ها",
    2: f"صفحه{HALF_SPACE}های وابسته",
    3: "بایگانی",
}
_STORIES: Final = (Deed.PUBLISH, Deed.EXPIRE, Deed.RELEASE)


@dataclass(frozen=True, slots=True)
class Struck:
    """A deed of the clock as the board shows it."""

    pk: int
    label: str
    about: str
    code: int
    due_at: datetime
    delay: str
    attempts: int
    why: str
    error: str


def board(now: datetime | None = None) -> dict[str, Any]:
    """Return all that the board shows."""
    now = now or timezone.now()
    pages = PrintedPage.objects
    failed = pages.exclude(error="")
    return {
        "alarms": alarms.alarms(now),
        "printed": pages.exclude(status=0).count(),
        "queue": _queue(),
        "notes": Change.objects.count(),
        "printers": _printers(now),
        "clocks": Clockwork.objects.filter(beat_at__gt=now - overdue.SILENT).order_by("name"),
        "next": due.next_publication(now),
        "struck": _struck(Appointment.objects.filter(done_at__isnull=False).order_by("-done_at")),
        "failing": _struck(Appointment.objects.failing().order_by("due_at")),
        "failed_count": failed.count(),
        "failed": [_failed(page) for page in failed.order_by("rank", "path")[:SHOWN]],
        "last": pages.exclude(printed_at=None).order_by("-printed_at")[:SHOWN],
        "purges": Purge.objects.count(),
    }


def _queue() -> list[dict[str, Any]]:
    """Return how many pages of each rank wait; ranks without any are left out."""
    stale = PrintedPage.objects.filter(stale_at__isnull=False, error="")
    counts = stale.values_list("rank").annotate(n=Count("pk")).order_by("rank")
    return [{"label": RANKS.get(rank, ""), "count": count} for rank, count in counts]


def _printers(now: datetime) -> list[dict[str, Any]]:
    """Return who prints, what each has in hand, and what troubles it."""
    at_work = Printer.objects.filter(beat_at__gt=now - alarms.SILENT).order_by("name")
    held = PrintedPage.objects.exclude(claimed_by="").filter(claimed_until__gt=now)
    in_hand: dict[str, int] = dict(held.values_list("claimed_by").annotate(n=Count("pk")))
    return [
        {
            "name": printer.name,
            "since": printer.started_at,
            "in_hand": in_hand.get(printer.name, 0),
            "trouble": words.in_plain_words(printer.trouble),
            "error": printer.trouble,
        }
        for printer in at_work
    ]


def _failed(page: PrintedPage) -> dict[str, Any]:
    why = words.in_plain_words(page.error)
    return {"path": page.path, "attempts": page.attempts, "why": why, "error": page.error}


def _struck(appointments: Any) -> list[Struck]:
    """Return what the clock did or failed at, with the headlines of the stories."""
    found = list(appointments[:SHOWN])
    codes = {int(each.key) for each in found if each.deed in _STORIES}
    headlines = dict(Story.objects.filter(pk__in=codes).values_list("pk", "headline"))
    return [_told(each, headlines) for each in found]


def _told(each: Appointment, headlines: dict[int, str]) -> Struck:
    code = int(each.key) if each.deed in _STORIES else 0
    return Struck(
        pk=each.pk,
        label=str(Deed(each.deed).label),
        about=headlines.get(code, "") if code else to_persian_digits(each.key),
        code=code if code in headlines else 0,
        due_at=each.due_at,
        delay=words.seconds(each.delay) if code else "",
        attempts=each.attempts,
        why=words.in_plain_words(each.error),
        error=each.error,
    )
