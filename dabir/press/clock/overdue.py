"""What should have been done. Computed from the hours themselves: it holds while no clock goes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.press.appointments import Appointment, Clockwork, Deed
from dabir.press.clock import due

LATE: Final = timedelta(seconds=60)
"""What is due for longer is overdue, and everybody in the newsroom is told."""
SILENT: Final = timedelta(seconds=30)
"""A clock that gave no sign for longer does not go."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """A deed whose hour has passed, with what is known of why."""

    label: str
    code: int
    headline: str
    due_at: datetime
    attempts: int
    error: str


def overdue(now: datetime | None = None) -> list[Overdue]:
    """Return what should have been done a minute ago and was not, the longest due first."""
    now = now or timezone.now()
    late = sorted([*due.publications(now - LATE), *due.expiries(now - LATE)])
    if not late:
        return []
    codes = {int(item.key) for item in late}
    headlines = dict(Story.objects.filter(pk__in=codes).values_list("pk", "headline"))
    failing = {(each.deed, each.key, each.due_at): each for each in Appointment.objects.failing()}
    found = []
    for item in late:
        why = failing.get((item.deed, item.key, item.due_at))
        found.append(
            Overdue(
                label=str(Deed(item.deed).label),
                code=int(item.key),
                headline=headlines.get(int(item.key), ""),
                due_at=item.due_at,
                attempts=why.attempts if why else 0,
                error=why.error if why else "",
            )
        )
    return found


def goes(now: datetime | None = None) -> bool:
    """Say whether any clock goes."""
    now = now or timezone.now()
    return Clockwork.objects.filter(beat_at__gt=now - SILENT).exists()
