"""Measure the search: time and size of the index, and each class of query, beside its peers.

    python -m tools.bench_archive [--stories 20000] [--text FILE …] [--peers fts5,postgresql]

Stories are drawn with a seed from the sentences of the given texts, or of our own. CPU is the
process's own user and system time; for PostgreSQL, which works elsewhere, only wall time is
told. PostgreSQL takes part where ``DABIR_DATABASE`` names one and it is asked for.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

import click

from dabir.archive.search import fts, index, place, vocabulary
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.found import MOST_COUNTED
from dabir.archive.search.query import read_query
from dabir.archive.search.stops import STOPS
from dabir.archive.search.wishes import Limits, Order, Phrase, Term, Wish
from tools.archive_bench import stories
from tools.archive_bench.postgresql import PostgreSQL

SAMPLE: Final = 2_000
"""Stories of which vocabulary and queries are made, and analysis is timed."""
LIMIT: Final = 20
Engine = Any


@click.command()
@click.option("--stories", "count", default=20_000, show_default=True)
@click.option("--queries", default=100, show_default=True, help="Of each class.")
@click.option("--text", multiple=True, type=click.Path(exists=True, path_type=Path))
@click.option("--peers", default="fts5", show_default=True, help="fts5,postgresql or nothing.")
@click.option("--seed", default=1403, show_default=True)
def main(count: int, queries: int, text: tuple[Path, ...], peers: str, seed: int) -> None:
    """Build the indexes and ask them."""
    pool = stories.sentences(list(text), seed)
    sample = list(stories.entries(min(SAMPLE, count), pool, seed))
    bodies = [f"{entry.headline}\n{entry.lead}\n{entry.body}" for entry in sample]
    words = vocabulary.build(place.lexicon(), place.verbs(), vocabulary.learn(bodies))
    analyser = Analyser(place.lexicon(), words)
    analysis(analyser, bodies)
    asked = classes(sample, analyser, queries, seed)
    with tempfile.TemporaryDirectory() as folder:
        for name in ["dabir", *filter(None, peers.split(","))]:
            measure(name, Path(folder) / name, analyser, count, pool, seed, asked)


def analysis(analyser: Analyser, bodies: list[str]) -> None:
    """Tell how many stories of the sample are analysed a second and core, cold and warm."""
    for state in ("cold", "warm"):
        began = time.process_time()
        for body in bodies:
            analyser.read(body)
        print(f"analysis, {state:4} {len(bodies) / (time.process_time() - began):10,.0f} stories/s")


def measure(
    name: str,
    folder: Path,
    analyser: Analyser,
    count: int,
    pool: list[str],
    seed: int,
    asked: dict[str, list[Wish]],
) -> None:
    """Build one engine's index, and ask it each class of query."""
    folder.mkdir()
    cpu, wall = time.process_time(), time.perf_counter()
    engine, size = _built(name, folder, analyser, stories.entries(count, pool, seed))
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"\n{name}: {count:,} stories, {size / count:,.0f} bytes a story")
    print(f"  built at {count / cpu:,.0f} stories a CPU second, {count / wall:,.0f} a second")
    print(f"  {'':24}{'CPU p50':>9}{'p95':>9}{'p99':>9}{'wall p50':>10}{'p95':>9}{'p99':>9}  ms")
    for label, wishes in asked.items():
        timed(label, engine, wishes)
    if name == "dabir":
        counted(engine, asked["one word, relevance"])
        searchable(folder, analyser, next(stories.entries(1, pool, seed + 1)))
    shutil.rmtree(folder)


def _built(
    name: str, folder: Path, analyser: Analyser, entries: Iterator[Any]
) -> tuple[Engine, int]:
    if name == "postgresql":
        server = PostgreSQL(analyser)
        server.put(entries)
        return server, server.size
    room: Any = {"dabir": index, "fts5": fts}[name]
    writer = room.Writer(folder, analyser)
    writer.put(entries, fresh=True)
    writer.commit()
    writer.close()
    return room.Index(folder), sum(file.stat().st_size for file in folder.iterdir())


def timed(label: str, engine: Engine, wishes: list[Wish]) -> None:
    """Ask, and print the percentiles."""
    engine.find(wishes[0], limit=LIMIT)
    times = [_time(lambda wish=wish: engine.find(wish, limit=LIMIT)) for wish in wishes]
    _tell(label, times)


def _time(deed: Callable[[], object]) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    deed()
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


def _tell(label: str, times: list[tuple[float, float]]) -> None:
    columns = []
    for each in zip(*times, strict=True):
        row = sorted(each)
        columns += [row[int(share * (len(row) - 1))] for share in (0.5, 0.95, 0.99)]
    cpu, wall = columns[:3], columns[3:]
    cells = "".join(f"{value:9.2f}" for value in cpu) + f"{wall[0]:10.2f}"
    print(f"  {label:24}{cells}" + "".join(f"{value:9.2f}" for value in wall[1:]))


def counted(engine: Engine, wishes: list[Wish]) -> None:
    """Time what the page asks beside the stories: the number, and the facets."""
    few = [wish for wish in wishes if engine.at_most(wish) <= MOST_COUNTED]
    if few:
        _tell("counts and facets", [_time(lambda wish=wish: engine.counts(wish)) for wish in few])


def searchable(folder: Path, analyser: Analyser, entry: Any) -> None:
    """Time how long a story takes from the writer to a reader's result."""
    reader, writer = index.Index(folder), index.Writer(folder, analyser)
    times = []
    for _ in range(20):
        began = time.perf_counter()
        writer.put([entry])
        writer.commit()
        reader.reload()
        times.append(time.perf_counter() - began)
    writer.close()
    print(f"  put, committed, reloaded: p95 {sorted(times)[18] * 1000:.0f} ms")


def classes(sample: list[Any], analyser: Analyser, many: int, seed: int) -> dict[str, list[Wish]]:
    """Return the queries of each class, of words that stand in the stories."""
    random = Random(seed)
    texts = [entry.body for entry in sample]

    def clauses(size: int) -> tuple[Term, ...]:
        while True:
            words = analyser.words_of(random.choice(texts)[:400])
            terms = [Term(w.terms, w.compound) for w in words if not {*w.terms} & STOPS]
            if len(terms) >= size:
                at = random.randrange(len(terms) - size + 1)
                return tuple(terms[at : at + size])

    def phrase() -> tuple[Phrase, ...]:
        terms = analyser.read(random.choice(texts)).terms
        at = random.randrange(max(len(terms) - 2, 1))
        return (Phrase(tuple(terms[at : at + 2])),)

    section = Limits(sections=(stories.SECTIONS[0],))
    newest = Order.NEWEST
    return {
        "one word, relevance": [Wish(clauses(1)) for _ in range(many)],
        "two words, relevance": [Wish(clauses(2)) for _ in range(many)],
        "four words, relevance": [Wish(clauses(4)) for _ in range(many)],
        "any of three": [Wish(clauses(3), any=True) for _ in range(many)],
        "one word, newest": [Wish(clauses(1), order=newest) for _ in range(many)],
        "two words, newest": [Wish(clauses(2), order=newest) for _ in range(many)],
        "two words in a section": [Wish(clauses(2), limits=section) for _ in range(many)],
        "phrase": [Wish(phrase()) for _ in range(many)],
        "commonest words": [read_query("در این که", analyser).wish] * min(many, 20),
    }


if __name__ == "__main__":
    main()
