"""Measures the press beside nginx and beside what was asked of it: ``make bench-press``.

    make bench-press WISHES="--sizes 1000,100000 --rows serving,publishing"

Each row is measured on papers of generated stories (``tools/press_bench/archive.py``), made in a
temporary folder, or in ``--folder`` where they are kept for the next run. Processor time is what
counts where it can: other work on the machine disturbs it least.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from tools.press_bench import commenting, printing, publishing, schedule, serving
from tools.press_bench.bench import Paper, Row, at

MEASURES: Final[dict[str, Callable[[list[Paper]], Iterator[Row]]]] = {
    "serving": serving.alone,
    "busy": serving.beside_an_editor,
    "publishing": publishing.rows,
    "printing": printing.rows,
    "readers": commenting.rows,
    "schedule": schedule.rows,
}


def main() -> None:
    wish = wishes()
    with tempfile.TemporaryDirectory(prefix="dabir-bench-") as temporary:
        papers = [at(wish.folder or Path(temporary), size) for size in wish.sizes]
        print(f"{'':58} {'found':>14} {'beside':>26} {'must':>12}")
        for name in wish.rows:
            for row in MEASURES[name](papers):
                print(row, flush=True)


def wishes() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], prog="bench_press")
    sizes = "stories of the papers, by comma; the first one is printed whole"
    parser.add_argument("--sizes", type=numbers, default=[1000, 20_000], help=sizes)
    parser.add_argument("--rows", type=names, default=list(MEASURES), help="some, by comma")
    parser.add_argument("--folder", type=Path, help="where to keep the papers")
    return parser.parse_args()


def numbers(told: str) -> list[int]:
    return [int(each) for each in told.split(",")]


def names(told: str) -> list[str]:
    found = told.split(",")
    if unknown := [each for each in found if each not in MEASURES]:
        raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(MEASURES)}")
    return found


if __name__ == "__main__":
    sys.exit(main())
