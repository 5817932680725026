"""Measure the archive: the search beside its peers, back issues moving in, related stories.

    make bench-archive WISHES="--stories 100000 --rows searching --text FILE.jsonl.gz"

Stories are drawn with a seed from the sentences of the given texts, or of our own. CPU is user
and system time of the process, and of the server's where it is PostgreSQL, which takes part
where ``DABIR_DATABASE`` names one. What has to be found in real stories is measured where they
lie beside the repository. Exit code 1: something that must be is not.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import click

from tools.archive_bench import delay, importing, related, searching
from tools.archive_bench.searching import Wanted
from tools.archive_bench.table import HEAD, Row

MEASURES: Final[dict[str, Callable[[Wanted], Iterator[Row]]]] = {
    "searching": searching.rows,
    "delay": lambda wanted: delay.rows(),
    "related": lambda wanted: iter(related.rows()),
    "importing": lambda wanted: iter(importing.rows(wanted.stories)),
}


@click.command()
@click.option("--stories", default=20_000, show_default=True)
@click.option("--queries", default=200, show_default=True, help="Of each class.")
@click.option("--text", multiple=True, type=click.Path(exists=True, path_type=Path))
@click.option("--peers", default="fts5,postgresql", show_default=True, help="Some, or nothing.")
@click.option("--rows", "names", default=",".join(MEASURES), show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), help="Keep the indexes here.")
@click.option("--seed", default=1403, show_default=True)
def main(
    stories: int,
    queries: int,
    text: tuple[Path, ...],
    peers: str,
    names: str,
    folder: Path | None,
    seed: int,
) -> None:
    """Measure the archive."""
    beside = tuple(filter(None, peers.split(",")))
    if not os.environ.get("DABIR_DATABASE", "").startswith("postgres"):
        beside = tuple(name for name in beside if name != "postgresql")
    missed = 0
    with tempfile.TemporaryDirectory(prefix="dabir-bench-") as temporary:
        wanted = Wanted(stories, queries, text, beside, folder or Path(temporary), seed)
        print(HEAD)
        for name in names.split(","):
            for row in MEASURES[name](wanted):
                print(row, flush=True)
                missed += not row.holds
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
