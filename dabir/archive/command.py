"""``dabir import SOURCE…``: pages of another system move in.

Django is needed when the command runs and not when it is imported, so the rooms' modules
are imported inside.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from dabir.persian import JalaliDay, read_day

if TYPE_CHECKING:
    from dabir.archive.moving import Report

MANY: Final = 20
"""From more files than this on, a progress bar stands for a line a file."""
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
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--day", callback=read_option_day, help="For pages without one, like 1395/03/21.")
@click.option(
    "--dry-run", is_flag=True, help="Read the pages and say what would come; write nothing."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a page on standard output.")
@click.pass_context
def import_command(
    ctx: click.Context,
    sources: tuple[Path, ...],
    day: JalaliDay | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Move stories in from pages: files, or folders with all that is in them.

    Exit code 0: all well. 1: some pages were refused, and why. 2: nothing could be read.
    """
    from dabir.archive.importing import import_paths
    from dabir.archive.reading import find_pages

    files = list(find_pages(sources))
    reports = import_paths(files, day=day, dry_run=dry_run)
    counts: Counter[str] = Counter()
    refused: list[str] = []
    for report in _with_progress(reports, len(files)):
        counts[report.outcome] += 1
        if report.outcome == "refused":
            refused.append(f"{report.path}: refused. {report.why}")
        if as_json:
            click.echo(json.dumps(as_object(report), ensure_ascii=False))
        elif len(files) <= MANY:
            _say(report)
    for line in refused:
        click.echo(line, err=True)
    _say_summary(counts, dry_run)
    ctx.exit(exit_code(counts))


def exit_code(counts: Counter[str]) -> int:
    """Return what the command answers to the shell."""
    refused = counts["refused"]
    if refused == counts.total():
        return NOTHING_READ
    return SOME_REFUSED if refused else ALL_WELL


def _with_progress(reports: Iterable["Report"], length: int) -> Iterator["Report"]:
    """Yield the reports, with a bar on standard error for many files at a terminal."""
    if length <= MANY:
        yield from reports
        return
    with click.progressbar(reports, length, "Moving in", file=sys.stderr) as bar:
        yield from bar


def _say(report: "Report") -> None:
    """Say in one line what became of a page, with the remarks below it; refused ones come last."""
    if report.outcome == "refused":
        return
    click.echo(f"{report.path}: {report.outcome}" + (f" {report.code}" if report.code else ""))
    for remark in report.unsure:
        click.echo(f"    {remark}")


def _say_summary(counts: Counter[str], dry_run: bool) -> None:
    told = ", ".join(f"{outcome} {count}" for outcome, count in sorted(counts.items()))
    would = "Dry run, nothing was written: " if dry_run else ""
    click.echo(f"{would}{counts.total()} pages: {told or 'none was found'}.", err=True)


def as_object(report: "Report") -> dict[str, Any]:
    """Return a report as JSON has it: what the page says, and what became of it."""
    about = {
        "path": report.path,
        "outcome": str(report.outcome),
        "why": report.why or None,
        "unsure": list(report.unsure),
        "seconds": round(report.seconds, 6),
    }
    record = report.record
    if record is None:
        return about
    said = record.attribution
    return about | {
        "kicker": record.kicker or None,
        "headline": record.headline,
        "lead": record.lead or None,
        "code": str(record.code) if record.code else "",
        "published": record.published.isoformat() if record.published else None,
        "updated": record.updated.isoformat() if record.updated else None,
        "body": list(record.body),
        "attribution": {
            "phrase": said.phrase,
            "own": said.own_outlet or None,
            "via": said.outlet or None,
            "city": said.city or None,
            "kind": said.kind,
        }
        if said
        else None,
        "end_marks": list(record.end_marks),
        "related": [headline for _, headline in record.related],
        "comments": record.comments._asdict() if record.comments else None,
        "byline": record.byline or None,
        "section": record.section or None,
        "topics": list(record.topics),
    }
