"""Measures the copy desk beside what was asked and beside its peers: ``make bench-copydesk``.

Every row is a measure of ``tools/copydesk_bench``. The texts are in ``../shared/copydesk``; where
that folder is not, nothing can be measured, and the command says so and ends well.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tools.copydesk_bench import judged, machine, measures, peers, readers, sets
from tools.copydesk_bench.measures import Row
from tools.copydesk_bench.readers import Reader


def main() -> None:
    wish = wishes()
    if absent := sets.missing():
        print(f"Nothing to measure: {absent} is not there. The texts do not belong to Dabir.")
        return
    with tempfile.TemporaryDirectory(prefix="dabir-bench-") as folder:
        who = people(wish, Path(folder))
        if wish.show_clean:
            show_clean(who[-1], wish)
        else:
            table(who, wish)


def wishes() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, prog="bench_copydesk")
    parser.add_argument("--sample", type=int, default=0, help="read so many lines of each set")
    parser.add_argument("--rows", default="", help="these rows only, by comma; see --list")
    parser.add_argument("--list", action="store_true", help="name the rows")
    parser.add_argument("--readers", default="", help="fresh, learnt, peers; by comma")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--show-clean", action="store_true", help="show marks to be judged")
    parser.add_argument("--all", action="store_true", help="with --show-clean: judged ones too")
    parser.add_argument("--data", type=Path, help="a data folder that has learnt already")
    wish = parser.parse_args()
    if wish.list:
        sys.exit("\n".join(f"{row.key:20} {row.figures[0].what}" for row in rows(wish)))
    return wish


def rows(wish: argparse.Namespace) -> list[Row]:
    """Return the wanted rows of the table."""
    wanted = [name for name in wish.rows.split(",") if name]
    every = [*measures.QUALITY, *machine.ROWS]
    return [row for row in every if not wanted or any(row.key.startswith(w) for w in wanted)]


def people(wish: argparse.Namespace, folder: Path) -> list[Reader]:
    """Return who reads: the peers, the desk fresh from its box, the desk with an archive."""
    wanted = wish.readers.split(",") if wish.readers else ["peers", "fresh", "learnt"]
    found = peers.readers() if "peers" in wanted and not wish.show_clean else []
    if "fresh" in wanted:
        found.append(readers.desk("Dabir, fresh", folder))
    if "learnt" in wanted:
        data = wish.data or machine.learnt_folder()
        if data:
            found.append(readers.desk("Dabir, learnt", data))
    return found


def table(who: list[Reader], wish: argparse.Namespace) -> None:
    """Print the table, a row as soon as it is measured."""
    show = as_markdown if wish.markdown else as_columns
    heads = ["found before", "must", "aim", *(reader.name for reader in who)]
    print(show("", heads))
    if wish.markdown:
        print("|---" * (1 + len(heads)) + "|")
    for row in rows(wish):
        columns = [cells(row, reader, wish.sample) for reader in who]
        for figure, *found in zip(row.figures, *columns, strict=True):
            limits = [figure.best, figure.must, figure.aim]
            print(show(figure.what, [*limits, *found]), flush=True)


def as_columns(what: str, found: list[str]) -> str:
    return f"{what:52}" + "".join(f"{each:>17}" for each in found)


def as_markdown(what: str, found: list[str]) -> str:
    what = what.replace("  ", "· ") if what.startswith(" ") else what
    return "| " + " | ".join([what, *found]) + " |"


def cells(row: Row, reader: Reader, sample: int) -> list[str]:
    """Return what a reader reaches in the figures of a row."""
    if not reader.command:
        return ["not installed"] * len(row.figures)
    return row.measure(reader, min(filter(None, (sample, reader.most)), default=0))


def show_clean(reader: Reader, wish: argparse.Namespace) -> None:
    """Show the error marks on news that nobody spoilt, one a line, with their names."""
    for name in ("news-clean", "treebank-clean"):
        _, found = measures.read(reader, name, wish.sample)
        for line in judged.show(found, wish.all):
            print(f"{name}\t{line}")


if __name__ == "__main__":
    main()
