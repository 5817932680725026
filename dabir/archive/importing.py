"""Many pages move in: files and folders in, one report a file out.

    find_pages() -> read_file() -> read_page() -> move_in() -> Report

A bad file stops nothing. A dry run reads and compares, and writes nothing; it needs no
database, and makes none.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, connection, transaction

from dabir.archive.headlines import LiveHeadlines
from dabir.archive.importers import NoStory, PageRecord, read_page
from dabir.archive.models import Original, digest_of_text
from dabir.archive.moving import Deed, RefusedError, Report, decide, move_in
from dabir.archive.reading import UnreadableError, find_pages, read_file
from dabir.newsroom.models import RelatedStory
from dabir.persian import JalaliDay


def import_paths(
    paths: Iterable[Path | str], *, day: JalaliDay | None = None, dry_run: bool = False
) -> Iterator[Report]:
    """Yield what became of each file; in a dry run, what would become of it."""
    headlines = LiveHeadlines()
    moved: list[int] = []
    for path in find_pages(paths):
        started = time.perf_counter()
        report = _look(path) if dry_run else _import(path, day, headlines)
        if report.outcome in {Deed.MOVED_IN, Deed.UPDATED} and report.code and not dry_run:
            moved.append(report.code)
        yield replace(report, path=str(path), seconds=time.perf_counter() - started)
    link_late(moved, headlines)


def _import(path: Path, day: JalaliDay | None, headlines: LiveHeadlines) -> Report:
    try:
        raw = read_file(path)
        return move_in(read_page(raw), raw, str(path.resolve()), day=day, headlines=headlines)
    except (UnreadableError, NoStory, RefusedError) as error:
        return Report(Deed.REFUSED, str(path), why=str(error))
    except IntegrityError as error:
        return Report(Deed.REFUSED, str(path), why=f"The database refused it: {error}")


def _look(path: Path) -> Report:
    try:
        raw = read_file(path)
        record = read_page(raw)
        deed = _foresee(record, raw, path)
    except (UnreadableError, NoStory, RefusedError) as error:
        return Report(Deed.REFUSED, str(path), why=str(error))
    return Report(deed, str(path), record.code, unsure=record.unsure, record=record)


def _foresee(record: PageRecord, raw: str, path: Path) -> Deed:
    """Return what would become of a page."""
    if not _has_archive():
        return Deed.MOVED_IN
    return decide(record, digest_of_text(raw), str(path.resolve()))[0]


def _has_archive() -> bool:
    """Say whether there is a prepared database to compare with."""
    file = Path(str(settings.DATABASES["default"]["NAME"]))
    if connection.vendor == "sqlite" and connection.connection is None and not file.exists():
        return False
    return Original._meta.db_table in connection.introspection.table_names()


def link_late(codes: Iterable[int], headlines: LiveHeadlines) -> None:
    """Link the related stories of a batch that moved in after the stories that name them."""
    waiting = RelatedStory.objects.filter(story_id__in=list(codes), related__isnull=True)
    for row in waiting.select_related("story__original"):
        there = headlines.find(row.headline, row.story_id)
        if there is None or row.story.original.was_edited:
            continue
        with transaction.atomic():
            row.related_id, row.kicker, row.headline = there, "", ""
            row.save()
            Original.objects.get(story_id=row.story_id).seal()
