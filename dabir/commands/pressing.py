"""The commands of the press."""

import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path

import click
from django.utils import timezone

from dabir.press import clock, ledger, work
from dabir.press.files import Folder
from dabir.press.models import PrintedPage
from dabir.press.orphans import follow_parent
from dabir.press.pages import all_paths, compose, describer
from dabir.press.printer import BATCH


def print_stale() -> int:
    """Print what is stale. Return the exit code."""
    return _print_waiting(1)


def print_all(printers: int = 1) -> int:
    """Print every page afresh, by several printers. What is interrupted, ``print_stale`` ends."""
    work.mark_all(afresh=True)
    return _print_waiting(printers)


def print_paths(paths: Iterable[str]) -> int:
    """Print these addresses afresh."""
    unknown = [path for path in paths if describer.rank(path) is None]
    for path in unknown:
        click.secho(f"{path} is no address that the press prints.", fg="red", err=True)
    ledger.add_pages(paths, describer)
    PrintedPage.objects.filter(path__in=paths).update(
        stale_at=timezone.now(), retry_at=None, digest=""
    )
    return 2 if unknown else _print_waiting(1)


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


def check() -> int:
    """Compare every printed file with fresh printing and name what differs; 1 where any does."""
    printed = work.public_folder().tree()
    with tempfile.TemporaryDirectory() as place:
        fresh_folder = Folder(Path(place))
        print_afresh(fresh_folder)
        fresh = fresh_folder.tree()
    wrong = 0
    for name in sorted(printed.keys() | fresh.keys()):
        why = _difference(printed.get(name), fresh.get(name))
        if why:
            wrong += 1
            click.echo(f"{why:8} /{name}")
    click.echo(f"{len(fresh)} files, {wrong} not as they should be")
    return 1 if wrong else 0


def _difference(printed: bytes | None, fresh: bytes | None) -> str:
    if printed == fresh:
        return ""
    if printed is None:
        return "missing"
    return "stray" if fresh is None else "stale"


def print_afresh(folder: Folder) -> None:
    """Print the whole paper into ``folder`` from nothing, leaving the ledger alone."""
    for path in all_paths():
        sheet = compose(path, ledger.Reading())
        if sheet is not None:
            folder.replace(path, sheet.body, sheet.status)


def watch() -> int:
    """Print what becomes stale until told to stop."""
    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())
    with work.printer() as printer:
        printer.store.sweep()
        work.run_forever(printer, stop.is_set, tick=clock.Clock().strike)
    return 0
