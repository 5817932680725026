"""Prepares a data folder: database, static files, the demo paper."""

import gzip
import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import brotli
import click
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from dabir.commands import learning
from dabir.press import work
from dabir.press.stores import PressError

EMPTY: Final = Path(__file__).resolve().parents[2] / "build" / "empty.sqlite3"
"""The empty database that the installation made; older ones are migrated on."""
_PACKED = {".css", ".js", ".svg", ".txt", ".json"}


def prepare() -> None:
    """Bring database, lexicon and static files up to this version. Safe to repeat."""
    try:
        Path(settings.DATA).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PressError(
            f"The data folder {settings.DATA} cannot be made ({error.strerror}).",
            "Set DABIR_DATA to a folder that may be written to.",
        ) from error
    _begin_with_empty_database()
    if _needs_migration():
        click.echo("Making the database (the first time takes a quarter of a minute) …")
        call_command("migrate", verbosity=0, interactive=False)
    learning.renew(Path(settings.DATA))
    work.public_folder().prepare()
    _collect_static()


def _begin_with_empty_database() -> None:
    """Lay the empty database that the installation made where SQLite's file is to be."""
    place = Path(connection.settings_dict["NAME"])
    is_a_file = connection.vendor == "sqlite" and place.is_absolute()
    if is_a_file and not place.exists() and EMPTY.exists():
        new = place.with_name(f"{place.name}.new")
        shutil.copyfile(EMPTY, new)
        new.replace(place)


def _needs_migration() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _collect_static() -> None:
    """Collect and pack the static files when they are not those of this version."""
    stamp = Path(settings.STATIC_ROOT) / "collected"
    version = _static_version()
    if stamp.exists() and stamp.read_text() == version:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    for place in Path(settings.STATIC_ROOT).rglob("*"):
        if place.suffix in _PACKED and place.is_file():
            pack(place)
    stamp.write_text(version)


def _static_version() -> str:
    """Return a digest of the static files that would be collected."""
    found = (storage.path(name) for finder in get_finders() for name, storage in finder.list([]))
    return _digest_of(map(Path, found))


def paper_version() -> str:
    """Return a digest of what shapes every page: static files, templates, printers."""
    package = Path(settings.PACKAGE)
    shaping = [*package.glob("theme/**/*"), *package.glob("press/pages/**/*.py")]
    files = sorted(place for place in shaping if place.suffix in {".html", ".xml", ".txt", ".py"})
    return f"{_static_version()} {_digest_of(files)} {settings.ADDRESS}"


def _digest_of(files: Iterable[Path]) -> str:
    """Return a digest of files' names, sizes and times."""
    seen = hashlib.blake2b(digest_size=12)
    for place in files:
        found = place.stat()
        seen.update(f"{place} {found.st_size} {found.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def pack(place: Path) -> None:
    """Write the precompressed copies of a file."""
    body = place.read_bytes()
    place.with_name(place.name + ".gz").write_bytes(gzip.compress(body, 9, mtime=0))
    place.with_name(place.name + ".br").write_bytes(brotli.compress(body, quality=9))


def load_demo_if_empty() -> bool:
    """Load the demo paper where there is nothing yet; return whether it was."""
    from dabir.demo.load import Loader, is_empty

    if not is_empty():
        return False
    click.echo("Loading the demo paper …")
    with Bars() as bars:
        Loader(bars.show).load()
    return True


class Bars:
    """One progress bar after another, by name."""

    def __init__(self) -> None:
        self._name = ""
        self._bar: Any = None

    def __enter__(self) -> "Bars":
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
        self._bar = None

    def show(self, name: str, done: int, length: int) -> None:
        """Move the bar called ``name`` to ``done`` of ``length``."""
        if name != self._name:
            self._close()
            self._name = name
            self._bar = click.progressbar(length=length, label=f"{name:>12}")
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)


def print_stale() -> None:
    """Print what is stale, with a bar; leave it to the press that runs, where one does.

    A paper that another version printed, or for another address, is printed afresh.
    """
    from dabir.commands import pressing

    mark_all_if_new()
    try:
        pressing.print_stale()
    except PressError:
        click.echo("The press that runs here prints it.")


def mark_all_if_new() -> bool:
    """Mark every page stale where another version printed them, or for another address."""
    stamp = Path(settings.DATA) / "printed-by"
    version = paper_version()
    if stamp.exists() and stamp.read_text() == version:
        return False
    work.mark_all()
    stamp.write_text(version)
    return True


def is_printed() -> bool:
    """Say whether there is a paper to serve."""
    return work.public_folder().read("/") is not None
