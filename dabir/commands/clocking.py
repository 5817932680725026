"""The command of the clock."""

import signal
import threading

import click
from django.utils import timezone

from dabir.persian import to_ascii_digits
from dabir.persian.jalali import numeric_moment
from dabir.press.appointments import Clockwork
from dabir.press.clock import Clock, due, overdue


def strike_forever() -> int:
    """Do what falls due at its second until told to stop."""
    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())
    Clock().run(stop)
    return 0


def say_status() -> int:
    """Say which clocks go, what comes next and what is overdue; 1 where anything is."""
    now = timezone.now()
    going = Clockwork.objects.filter(beat_at__gt=now - overdue.SILENT).values_list(
        "name", flat=True
    )
    click.echo(f"going    {', '.join(going) or 'none'}")
    hour = due.next_hour(now)
    click.echo(f"next     {to_ascii_digits(numeric_moment(hour)) if hour else 'nothing'}")
    late = overdue.overdue(now)
    click.echo(f"overdue  {len(late)}")
    for each in late[:20]:
        why = f": {each.error}" if each.error else ""
        click.echo(f"  {each.code} since {to_ascii_digits(numeric_moment(each.due_at))}{why}")
    return 1 if late or not going else 0
