"""The search: its index's size and making, and each class of query, beside its peers."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from dabir.archive.search import index, place
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.building import common_terms
from dabir.archive.search.entries import Entry
from dabir.archive.search.found import MOST_COUNTED
from dabir.archive.search.taught import learn
from dabir.archive.search.wishes import Wish
from tools.archive_bench import stories
from tools.archive_bench.classes import Class, classes
from tools.archive_bench.engines import OURS, Built, build
from tools.archive_bench.table import Row, percentiles, share

SAMPLE: Final = 2_000
"""Stories of which vocabulary and queries are made, and analysis is timed."""
LIMIT: Final = 20
MUST_BYTES: Final = 700
LARGE: Final = 100_000
"""Stories from which on the size is judged: in a small index dictionaries weigh most."""
MUST_RATE: Final = 800
MUST_DELAY: Final = 1.0


@dataclass(frozen=True)
class Wanted:
    """How many stories and queries a class, of which texts, beside whom, kept where."""

    stories: int
    queries: int
    texts: tuple[Path, ...]
    peers: tuple[str, ...]
    folder: Path
    seed: int


class Times(NamedTuple):
    """Milliseconds of some queries: of the processor, and of the clock."""

    cpu: list[float]
    wall: list[float]


def rows(wanted: Wanted) -> Iterator[Row]:
    """Build the indexes, ask them, and yield what that took."""
    pool = stories.sentences(list(wanted.texts), wanted.seed)
    sample = list(stories.entries(min(SAMPLE, wanted.stories), pool, wanted.seed))
    bodies = [f"{entry.headline}\n{entry.lead}\n{entry.body}" for entry in sample]
    words = place.vocabulary(learn(bodies))
    words.facts["common"] = common_terms(bodies, Analyser(place.lexicon(), words))
    analyser = Analyser(place.lexicon(), words)
    yield from _analysis(analyser, bodies)
    built = []
    for name in (OURS, *wanted.peers):
        entries = stories.entries(wanted.stories, pool, wanted.seed)
        folder = wanted.folder / f"{name}-{wanted.stories}"
        built.append(build(name, folder, analyser, entries))
    ours = built[0]
    yield from _making(wanted.stories, built)
    asked = classes(sample, analyser, wanted.queries, wanted.seed)
    for each in asked:
        yield from _class(each, built)
    yield from _counted(ours, asked[0].wishes)
    fresh = next(stories.entries(1, pool, wanted.seed + 1))
    yield _kept_fresh(wanted.folder / f"{OURS}-{wanted.stories}", analyser, fresh)


def _analysis(analyser: Analyser, bodies: list[str]) -> Iterator[Row]:
    for state in ("cold", "warm"):
        began = time.process_time()
        for body in bodies:
            analyser.read(body)
        rate = len(bodies) / (time.process_time() - began)
        yield Row(f"analysis alone, {state}, stories a CPU second", f"{rate:,.0f}")


def _making(count: int, built: list[Built]) -> Iterator[Row]:
    size, rate = built[0].size / count, count / built[0].cpu_seconds
    beside = _beside(built, lambda each: f"{each.size / count:,.0f}")
    yield Row(
        f"index of {count:,} stories, bytes a story", f"{size:,.0f}", beside,
        f"≤ {MUST_BYTES}", "400", size <= MUST_BYTES or count < LARGE,
    )  # fmt: skip
    beside = _beside(built, lambda each: f"{count / each.cpu_seconds:,.0f}")
    yield Row(
        "built with analysis, stories a CPU second", f"{rate:,.0f}", beside,
        f"≥ {MUST_RATE}", "10,000", rate >= MUST_RATE,
    )  # fmt: skip


def _beside(built: list[Built], tell: Any) -> str:
    return "; ".join(f"{each.name} {tell(each)}" for each in built[1:])


def _class(asked: Class, built: list[Built]) -> Iterator[Row]:
    """Yield how long one class of query takes in each engine."""
    times = {each.name: _ask(each, asked.wishes) for each in built}
    ours = times[OURS]
    holds = asked.must is None or share(ours.cpu, asked.part) <= asked.must
    must = "" if asked.must is None else f"p{asked.part * 100:.0f} ≤ {asked.must:.0f}"
    for kind in Times._fields:
        told = {name: percentiles(getattr(found, kind)) for name, found in times.items()}
        beside = "; ".join(f"{name} {text}" for name, text in told.items() if name != OURS)
        what = f"{asked.name}, {kind} ms, p50 / p95 / p99"
        if kind == "cpu":
            yield Row(what, told[OURS], beside, must, asked.aim, holds)
        else:
            yield Row(what, told[OURS], beside)


def _ask(built: Built, wishes: list[Wish]) -> Times:
    built.engine.find(wishes[0], limit=LIMIT)
    times = Times([], [])
    for wish in wishes:
        cpu, wall = built.cpu(), time.perf_counter()
        built.engine.find(wish, limit=LIMIT)
        times.wall.append((time.perf_counter() - wall) * 1000)
        times.cpu.append((built.cpu() - cpu) * 1000)
    return times


def _counted(ours: Built, wishes: list[Wish]) -> Iterator[Row]:
    """Time what the page asks beside the stories: the number, and the facets."""
    few = [wish for wish in wishes if ours.engine.at_most(wish) <= MOST_COUNTED]
    times = []
    for wish in few:
        began = time.process_time()
        ours.engine.find(wish, limit=1, count=True)
        ours.engine.counts(wish)
        times.append((time.process_time() - began) * 1000)
    if times:
        yield Row("number and facets, cpu ms, p50 / p95 / p99", percentiles(times))


def _kept_fresh(folder: Path, analyser: Analyser, entry: Entry) -> Row:
    """Time how long a story takes from the writer to a reader's result; leave none behind."""
    reader, writer = index.Index(folder), index.Writer(folder, analyser)
    times = []
    for _ in range(20):
        began = time.perf_counter()
        writer.put([entry])
        writer.commit()
        reader.reload()
        times.append(time.perf_counter() - began)
    writer.close()
    late = share(times, 0.95)
    return Row(
        "put, committed, reloaded, p95 of the clock, ms", f"{late * 1000:,.0f}",
        must=f"≤ {MUST_DELAY * 1000:,.0f}", aim="50", holds=late <= MUST_DELAY,
    )  # fmt: skip
