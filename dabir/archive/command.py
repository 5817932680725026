"""``dabir import SOURCE…``: pages of another system move in.

Django is needed when the command runs and not when it is imported, so the rooms' modules
are imported inside.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from dabir.archive.bar import with_bar
from dabir.archive.importers.told import as_told
from dabir.persian import JalaliDay, read_day

if TYPE_CHECKING:
    from dabir.archive.importing import Progress, Wishes
    from dabir.archive.moving import Report

MANY: Final = 20
"""From more files than this on, a progress bar stands for a line a file."""
MOST_REFUSED: Final = 200
"""So many refused pages are named at the end; ``--report`` names all."""
ALL_WELL, SOME_REFUSED, NOTHING_READ = 0, 1, 2


def read_option_day(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> JalaliDay | None:
    """Return the day that ``--day`` names; say what a day looks like where there is none."""
    try:
        return read_day(value) if value else None
    except ValueError:
        raise click.BadParameter(f"«{value}» is no day; write it like 1395/03/21.") from None


@click.command(name="import")
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option("--day", callback=read_option_day, help="For pages without one, like 1395/03/21.")
@click.option(
    "--dry-run", is_flag=True, help="Read the pages and say what would come; write nothing."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a page on standard output.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=lambda: os.cpu_count() or 1,
    show_default="the machine's cores",
    help="So many processes read; one writes.",
)
@click.option(
    "--again", is_flag=True, help="Read the pages that are kept again, with today's importer."
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what was refused or unsure, and why, into this file, a JSON object a line.",
)
@click.pass_context
def import_command(
    ctx: click.Context,
    sources: tuple[Path, ...],
    day: JalaliDay | None,
    dry_run: bool,
    as_json: bool,
    jobs: int,
    again: bool,
    report: Path | None,
) -> None:
    """Move stories in: pages as text or HTML, folders of them, web archives (WARC), exports of
    WordPress, feeds with whole stories, JSON Lines.

    Exit code 0: all well. 1: some pages were refused, and why. 2: nothing could be read.
    """
    from dabir.archive.importing import Progress, Wishes

    if bool(sources) == again:
        raise click.UsageError("Name sources to import, or --again to read kept pages anew.")
    wishes, progress = Wishes(day, dry_run, jobs), Progress()
    told = _Told(as_json, report)
    for each in _reports(sources, wishes, progress):
        told.say(each)
    told.close(dry_run)
    ctx.exit(exit_code(told.counts))


def _reports(
    sources: tuple[Path, ...], wishes: "Wishes", progress: "Progress"
) -> Iterator["Report"]:
    """Yield the reports, with a bar on standard error for many files at a terminal."""
    from dabir.archive.again import read_again
    from dabir.archive.importing import import_paths
    from dabir.archive.sources import find_files, size_of

    if not sources:
        yield from read_again(wishes)
        return
    sizes = [size_of(path) for path in find_files(sources)]
    reports = import_paths(sources, wishes, progress)
    yield from with_bar(reports, progress, sum(sizes))


class _Told:
    """What is said of an import: a line a page, a report, a summary."""

    def __init__(self, as_json: bool, report: Path | None) -> None:
        self.counts: Counter[str] = Counter()
        self._json = as_json
        self._refused: list[str] = []
        self._lines: list[str] = []
        self._file = report.open("w", encoding="utf-8") if report else None

    def say(self, report: "Report") -> None:
        self.counts[report.outcome] += 1
        if report.outcome == "refused" and len(self._refused) < MOST_REFUSED:
            self._refused.append(f"{report.path}: refused. {report.why}")
        if self._file and (report.outcome == "refused" or report.unsure):
            about = _about(report) | {"code": report.code}
            self._file.write(json.dumps(about, ensure_ascii=False) + "\n")
        if self._json:
            click.echo(json.dumps(as_object(report), ensure_ascii=False))
        elif self.counts.total() <= MANY:
            self._lines += _lines(report)

    def close(self, dry_run: bool) -> None:
        """Say the lines of few pages, the refused ones, and the sums."""
        if self.counts.total() <= MANY:
            for line in self._lines:
                click.echo(line)
        for line in self._refused:
            click.echo(line, err=True)
        left = self.counts["refused"] - len(self._refused)
        if left > 0:
            click.echo(f"… and {left} more; --report FILE names all.", err=True)
        _say_summary(self.counts, dry_run)
        if self._file:
            self._file.close()


def exit_code(counts: Counter[str]) -> int:
    """Return what the command answers to the shell."""
    refused = counts["refused"]
    if refused == counts.total():
        return NOTHING_READ
    return SOME_REFUSED if refused else ALL_WELL


def _lines(report: "Report") -> Iterator[str]:
    """Yield what became of a page, with the remarks below it; refused ones come last."""
    if report.outcome == "refused":
        return
    yield f"{report.path}: {report.outcome}" + (f" {report.code}" if report.code else "")
    for remark in report.unsure:
        yield f"    {remark}"


def _say_summary(counts: Counter[str], dry_run: bool) -> None:
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    would = "Dry run, nothing was written: " if dry_run else ""
    total = counts.total()
    pages = "1 page" if total == 1 else f"{total} pages"
    click.echo(f"{would}{pages}: {told or 'none was found'}.", err=True)


def _about(report: "Report") -> dict[str, Any]:
    return {
        "path": report.path,
        "outcome": str(report.outcome),
        "why": report.why or None,
        "unsure": list(report.unsure),
        "seconds": round(report.seconds, 6),
    }


def as_object(report: "Report") -> dict[str, Any]:
    """Return a report as JSON has it: what the page says, and what became of it."""
    return _about(report) | (as_told(report.record) if report.record else {})
