"""The engines that are measured, each with an index of its own: built, sized and asked."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dabir.archive.search import fts, index
from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from tools.archive_bench.postgresql import PostgreSQL

OURS: Final = "dabir"
STAMP: Final = "bench.json"


@dataclass(frozen=True)
class Built:
    """An index and how it was made: bytes, and seconds of processor and of the clock.

    ``cpu`` returns seconds of the processor that the engine has used so far.
    """

    name: str
    engine: Any
    size: int
    cpu_seconds: float
    seconds: float
    cpu: Callable[[], float]


def build(name: str, folder: Path, analyser: Analyser, entries: Iterator[Entry]) -> Built:
    """Return one engine with the stories in it; what ``folder`` has already stays."""
    if name == "postgresql":
        return _build_postgresql(analyser, entries)
    room: Any = {OURS: index, "fts5": fts}[name]
    if not (folder / STAMP).exists():
        folder.mkdir(parents=True, exist_ok=True)
        told = _put(room.Writer(folder, analyser), entries)
        (folder / STAMP).write_text(json.dumps(told))
    cpu, wall = json.loads((folder / STAMP).read_text())
    size = sum(file.stat().st_size for file in folder.iterdir())
    return Built(name, room.Index(folder), size, cpu, wall, time.process_time)


def _put(writer: Any, entries: Iterator[Entry]) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    writer.put(entries, fresh=True)
    writer.commit()
    writer.close()
    return time.process_time() - cpu, time.perf_counter() - wall


def _build_postgresql(analyser: Analyser, entries: Iterator[Entry]) -> Built:
    server = PostgreSQL(analyser)
    cpu, wall = time.process_time() + server.cpu(), time.perf_counter()
    server.put(entries)
    spent = time.process_time() + server.cpu() - cpu
    return Built(
        "postgresql", server, server.size, spent, time.perf_counter() - wall,
        lambda: time.process_time() + server.cpu(),
    )  # fmt: skip
