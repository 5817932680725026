"""The commands of the press."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterable

import click
from django.utils import timezone

from dabir.press import checking, ledger, work
from dabir.press.models import PrintedPage
from dabir.press.orphans import follow_parent
from dabir.press.pages import describer
from dabir.press.printer import BATCH


def print_stale() -> int:
    """Print what is stale. Return the exit code."""
    return _print_waiting(1)


def print_all(printers: int = 1) -> int:
    """Print every page afresh, by several printers. What is interrupted, ``print_stale`` ends."""
    work.mark_all(afresh=True)
    return _print_waiting(printers)


def print_paths(paths: Iterable[str]) -> int:
    """Print these addresses afresh; 2 where one is no page."""
    asked = set(paths)
    ledger.add_pages(asked, describer)
    pages = PrintedPage.objects.filter(path__in=asked)
    pages.update(stale_at=timezone.now(), retry_at=None, digest="")
    done = _print_waiting(1)
    known = pages.exclude(status=0, error="").values_list("path", flat=True)
    unknown = sorted(asked - set(known))
    for path in unknown:
        click.secho(f"{path} is no address that the press prints.", fg="red", err=True)
    return 2 if unknown else done


def _print_waiting(printers: int) -> int:
    """Print with a bar until nothing waits; 1 where a page failed."""
    while ledger.settle(describer):
        pass
    length = PrintedPage.objects.filter(stale_at__isnull=False).count()
    helpers = [_helper() for _ in range(printers - 1)]
    with work.printer() as printer, click.progressbar(length=length, label=f"{'pages':>12}") as bar:
        while printer.drain(BATCH * 4):
            left = work.waiting().count() if helpers else None
            bar.update(BATCH * 4 if left is None else length - bar.pos - left)
    for helper in helpers:
        helper.wait()
    return _say_failed()


def _helper() -> subprocess.Popen[bytes]:
    """Start another process that prints until nothing waits."""
    return subprocess.Popen(
        [sys.executable, "-m", "dabir.cli", "press"],
        stdout=subprocess.DEVNULL,
        preexec_fn=follow_parent,
    )


def _say_failed() -> int:
    failed = PrintedPage.objects.exclude(error="")
    for page in failed[:20]:
        click.secho(f"{page.path} could not be printed: {page.error}", fg="red", err=True)
    return 1 if failed else 0


def say_status() -> int:
    """Say how the paper stands; 1 where a page failed."""
    pages = PrintedPage.objects
    failed = pages.exclude(error="")
    click.echo(f"printed {pages.exclude(status=0).count()}")
    click.echo(f"stale   {pages.filter(stale_at__isnull=False).count()}")
    click.echo(f"failed  {failed.count()}")
    for page in failed[:20]:
        click.echo(f"  {page.path}: {page.error}")
    return 1 if failed.exists() else 0


def check(sample: int | None = None) -> int:
    """Hold the paper (or ``sample`` pages of it) against the ledger and fresh printing.

    Name what differs; 1 where anything does.
    """
    wrong = 0
    for problem in checking.problems(work.public_folder(), sample):
        wrong += 1
        click.echo(f"{problem.kind:8} {problem.place}")
    pages = PrintedPage.objects.exclude(status=0).count()
    click.echo(f"{sample or pages} pages, {wrong} not as they should be")
    return 1 if wrong else 0


def watch() -> int:
    """Print what becomes stale until told to stop."""
    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())
    with work.printer() as printer:
        printer.store.sweep()
        work.run_forever(printer, stop.is_set)
    return 0
