"""Many pages move in: files and folders in, one report a page out.

    find_files() -> open_source() -> pieces -> known already? -> unchanged, unread
                                        |
                                        -> readers (processes) -> records -> Mover, in batches

A bad page stops nothing. What was broken off is taken up where it stood: pages that moved in
are known by their place and bytes, and are not read again. A dry run reads and compares, and
writes nothing; it needs no database, and makes none.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

from dabir.archive.importers import VERSION
from dabir.archive.late import link_late
from dabir.archive.making import Maker
from dabir.archive.models import Original, short_path
from dabir.archive.moving import Arrival, Deed, Mover, RefusedError, Report, decide
from dabir.archive.pictures import shelf_of
from dabir.archive.readers import Readers
from dabir.archive.related.arriving import Arrivals
from dabir.archive.sources import Outcome, Piece, find_files, open_source, size_of
from dabir.persian import JalaliDay

BATCH: Final = 200
"""So many pages are read, and written in one transaction, at a time."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to import: the day of pages that tell none, whether to write, how many readers."""

    day: JalaliDay | None = None
    dry_run: bool = False
    jobs: int = 1


@dataclass(slots=True)
class Progress:
    """How far an import is, in bytes of its sources."""

    done: int = 0
    pages: int = 0


def import_paths(
    paths: Iterable[Path | str],
    wishes: Wishes | None = None,
    progress: Progress | None = None,
    *,
    day: JalaliDay | None = None,
    dry_run: bool = False,
) -> Iterator[Report]:
    """Yield what became of each page; in a dry run, what would become of it."""
    wishes = wishes or Wishes(day, dry_run)
    mover = Mover(Maker(wishes.day))
    has_archive = not wishes.dry_run or _has_archive()
    arrivals = None if wishes.dry_run else Arrivals()
    with Readers(wishes.jobs) as readers:
        for pieces in _batches(_pieces(paths, progress or Progress())):
            known = _unchanged(pieces) if has_archive else {}
            unread = [piece for piece in pieces if piece.place not in known]
            outcomes = {outcome.piece.place: outcome for outcome in readers.read(unread)}
            reports = _reports(pieces, known, outcomes, mover, wishes, has_archive)
            yield from map(arrivals.look, reports) if arrivals else reports
    if not wishes.dry_run:
        link_late(mover.maker.headlines)


def _pieces(paths: Iterable[Path | str], progress: Progress) -> Iterator[Piece]:
    sources = [Path(path) for path in paths]
    for source in sources:
        root = source if source.is_dir() else None
        for path in find_files([source]):
            size, reached = size_of(path), 0
            for piece in open_source(path, root):
                progress.done += max(0, min(piece.read, size) - reached)
                reached = max(reached, min(piece.read, size))
                progress.pages += 1
                yield piece
            progress.done += max(0, size - reached)


def _batches(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Yield pieces in batches in which no place stands twice: a later one is a newer page."""
    batch: dict[str, Piece] = {}
    size = 0
    for piece in pieces:
        if piece.place in batch or len(batch) >= BATCH or size > 64 * 1024 * 1024:
            yield list(batch.values())
            batch, size = {}, 0
        batch[piece.place] = piece
        size += len(piece.data)
    if batch:
        yield list(batch.values())


def digest_of(piece: Piece) -> str:
    """Return the fingerprint of a piece's bytes."""
    return hashlib.sha256(piece.data).hexdigest()


def _unchanged(pieces: Sequence[Piece]) -> dict[str, int]:
    """Return the codes of the pages that moved in before just so: place -> code."""
    seen = {short_path(piece.place): piece for piece in pieces if not piece.trouble}
    known = Original.objects.filter(path__in=seen, importer__gte=VERSION)
    rows = known.values_list("path", "digest", "story_id")
    return {
        seen[path].place: code for path, digest, code in rows if digest_of(seen[path]) == digest
    }


def _reports(
    pieces: Sequence[Piece],
    known: dict[str, int],
    outcomes: dict[str, Outcome],
    mover: Mover,
    wishes: Wishes,
    has_archive: bool,
) -> Iterator[Report]:
    """Yield the reports of a batch in the order of its pages."""
    read = [outcomes[piece.place] for piece in pieces if piece.place in outcomes]
    if wishes.dry_run:
        made = {each.piece.place: _foresee(each, has_archive) for each in read}
    else:
        made = _move(read, mover)
    for piece in pieces:
        code = known.get(piece.place)
        yield made[piece.place] if code is None else Report(Deed.UNCHANGED, piece.place, code)


def _move(outcomes: Sequence[Outcome], mover: Mover) -> dict[str, Report]:
    """Move what was read in; return a report for each, by its place."""
    reports = {
        each.piece.place: Report(Deed.REFUSED, each.piece.place, why=each.why)
        for each in outcomes
        if each.record is None
    }
    told = [each for each in outcomes if each.record is not None]
    arrivals = [
        Arrival(
            each.record,
            each.piece.place,
            digest_of(each.piece),
            each.packed,
            each.piece.form,
            each.piece.address,
            shelf_of(each.piece),
        )
        for each in told
        if each.record is not None
    ]
    for each, report in zip(told, mover.move_in(arrivals) if arrivals else [], strict=True):
        reports[each.piece.place] = _timed(report, each)
    return reports


def _timed(report: Report, outcome: Outcome) -> Report:
    return replace(report, seconds=outcome.seconds)


def _foresee(outcome: Outcome, has_archive: bool) -> Report:
    """Return what would become of a page."""
    piece, record = outcome.piece, outcome.record
    if record is None:
        return Report(Deed.REFUSED, piece.place, why=outcome.why, seconds=outcome.seconds)
    try:
        deed = Deed.MOVED_IN
        if has_archive:
            deed = decide(record, digest_of(piece), piece.place)[0]
    except RefusedError as error:
        return Report(Deed.REFUSED, piece.place, why=str(error), seconds=outcome.seconds)
    told = {"unsure": record.unsure, "record": record, "seconds": outcome.seconds}
    return Report(deed, piece.place, record.code, **told)  # type: ignore[arg-type]


def _has_archive() -> bool:
    """Say whether there is a prepared database to compare with."""
    file = Path(str(settings.DATABASES["default"]["NAME"]))
    if connection.vendor == "sqlite" and connection.connection is None and not file.exists():
        return False
    return Original._meta.db_table in connection.introspection.table_names()
