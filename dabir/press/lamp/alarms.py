"""What everybody in the newsroom is told, on every page, in plain words and politely.

Computed from what stands in the database, never told by the process that may be dead.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone

from dabir.persian import HALF_SPACE, to_persian_digits
from dabir.persian.jalali import clock_time
from dabir.press.clock import overdue
from dabir.press.lamp import words
from dabir.press.models import Change, PrintedPage, Printer, Purge

SILENT: Final = timedelta(seconds=30)
"""A printer that gave no sign for longer does not print."""
STUCK: Final = timedelta(seconds=60)
"""What waits for the press longer than this says that it does not get through."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is wrong, and what becomes of it."""

    text: str
    more: str = ""
    code: int = 0
    """The story that it is about; 0 for none."""


def alarms(now: datetime | None = None) -> list[Alarm]:
    """Return what is wrong now, what readers feel first."""
    now = now or timezone.now()
    return [*_overdue(now), *_clock(now), *_press(now), *_caches()]


def _overdue(now: datetime) -> list[Alarm]:
    found = overdue.overdue(now)
    told = [
        Alarm(
            f"{each.label} «{each.headline}» {words.seconds((now - each.due_at).total_seconds())}"
            f" دیر کرده است (قرار: {clock_time(each.due_at)}).",
            words.in_plain_words(each.error),
            each.code,
        )
        for each in found[:3]
    ]
    if len(found) > len(told):
        told.append(Alarm(f"{to_persian_digits(len(found) - len(told))} خبر دیگر هم دیر کرده است."))
    return told


def _clock(now: datetime) -> list[Alarm]:
    if overdue.goes(now):
        return []
    return [
        Alarm(
            "ساعت کار نمی" + HALF_SPACE + "کند.",
            f"خبرهای زمان{HALF_SPACE}بندی{HALF_SPACE}شده تا راه افتادن آن بیرون"
            f" نمی{HALF_SPACE}روند؛ انتشار با دست کار می{HALF_SPACE}کند. به مهندس خبر دهید.",
        )
    ]


def _press(now: datetime) -> list[Alarm]:
    at_work = list(Printer.objects.filter(beat_at__gt=now - SILENT))
    if not at_work:
        return [
            Alarm(
                f"چاپخانه کار نمی{HALF_SPACE}کند.",
                f"خوانندگان روزنامه را می{HALF_SPACE}بینند، ولی آنچه منتشر می{HALF_SPACE}کنید تا"
                f" راه افتادن آن چاپ نمی{HALF_SPACE}شود. به مهندس خبر دهید.",
            )
        ]
    troubles = {printer.trouble for printer in at_work if printer.trouble}
    if troubles:
        return [
            Alarm(
                f"چاپخانه نمی{HALF_SPACE}تواند صفحه{HALF_SPACE}ها را سر جایشان بگذارد.",
                words.in_plain_words(min(troubles)),
            )
        ]
    return _stuck(now)


def _stuck(now: datetime) -> list[Alarm]:
    """Tell of changes that the press, though at work, does not come to."""
    old = now - STUCK
    first = PrintedPage.objects.filter(rank=0, stale_at__lt=old, error="").order_by("stale_at")
    if not Change.objects.filter(noted_at__lt=old).exists() and not first.exists():
        return []
    late = f"تغییرها با بیش از یک دقیقه تأخیر دیده می{HALF_SPACE}شوند."
    return [Alarm("چاپخانه از کار عقب مانده است.", late)]


def _caches() -> list[Alarm]:
    stuck = Purge.objects.filter(attempts__gte=3).first()
    if stuck is None:
        return []
    return [Alarm(words.in_plain_words(f"PurgeError {stuck.error}"))]
