"""How fast the paper is printed afresh, by one process and by two, and what disk it takes."""

import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass

from tools.press_bench.bench import Paper, Row


@dataclass(frozen=True)
class Reprint:
    pages: int
    wall: float
    processor: float


def rows(papers: list[Paper]) -> Iterator[Row]:
    """Print the first paper whole with one process, then with two."""
    paper = papers[0]
    one, two = reprint(paper, 1), reprint(paper, 2)
    for number, done, must in ((1, one, "300"), (2, two, "550")):
        found = f"{done.pages / done.wall:,.0f}"
        beside = f"{done.pages / done.processor:,.0f} a CPU second"
        yield Row(
            f"pages printed a second, {number} process{'es' * (number > 1)}", found, beside, must
        )
    found = f"{one.wall:.0f} s"
    stories = sum(1 for _ in (paper.public / "news").glob("*.html.gz"))
    beside = f"{one.processor / stories * 1000:.1f} ms CPU a story"
    yield Row(f"full reprint of {stories:,} stories ({one.pages:,} pages)", found, beside)
    yield Row(
        "disk a story, in blocks of the disk",
        f"{disk(paper) / stories / 1000:.1f} kB",
        "",
        "24 kB",
    )


def reprint(paper: Paper, printers: int) -> Reprint:
    before, started = children(), time.monotonic()
    paper.dabir("press", "--all", "--printers", str(printers))
    wall = time.monotonic() - started
    pages = sum(1 for _ in paper.public.rglob("*.gz"))
    return Reprint(pages, wall, children() - before)


def children() -> float:
    """Return the processor seconds of processes that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def disk(paper: Paper) -> int:
    """Return the bytes that the printed paper takes, whole blocks counted."""
    files = (place.lstat() for place in paper.public.rglob("*") if place.is_file())
    return sum(found.st_blocks * 512 for found in files)
