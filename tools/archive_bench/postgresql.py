"""PostgreSQL's full text over the same terms, where ``DABIR_DATABASE`` names a PostgreSQL."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.archive.search.found import text_of, year_of
from dabir.archive.search.wishes import Choice, Clause, Limits, Order, Phrase, Term, Wish


class PostgreSQL:
    """A table with a GIN index; only what the classes of queries ask is there."""

    def __init__(self, analyser: Analyser) -> None:
        import psycopg

        self._connection = psycopg.connect(os.environ["DABIR_DATABASE"], autocommit=True)
        self._connection.execute("SET max_parallel_workers_per_gather = 0")
        self._connection.execute("SET max_parallel_maintenance_workers = 0")
        self._pid = self._connection.info.backend_pid
        self._analyser = analyser

    def cpu(self) -> float:
        """Return seconds of the processor that the server's process for us has used."""
        return int(Path(f"/proc/{self._pid}/schedstat").read_text().split()[0]) / 1e9

    def put(self, entries: Iterable[Entry]) -> None:
        run = self._connection.execute
        run("DROP TABLE IF EXISTS bench_story")
        run(
            "CREATE TABLE bench_story (code bigint, moment bigint, year int,"
            " section text, names text[], t tsvector)"
        )
        with self._connection.cursor().copy("COPY bench_story FROM STDIN") as copy:
            for entry in entries:
                text, compounds = text_of(entry, self._analyser)
                terms = dict.fromkeys(f"{text} {compounds}".split())
                places = {term: [] for term in terms}  # type: ignore[var-annotated]
                for place, term in enumerate(text.split(), 1):
                    places[term].append(min(place, 16_383))
                vector = " ".join(
                    "'{}'{}".format(t, ":" + ",".join(map(str, p[:250])) if p else "")
                    for t, p in places.items()
                )
                moment, year = int(entry.published.timestamp()), year_of(entry)
                names = self._analyser.read(" ".join(entry.people)).terms
                copy.write_row((entry.code, moment, year, entry.sections[0], names, vector))
        run("CREATE INDEX ON bench_story USING gin (t)")
        run("CREATE INDEX ON bench_story (moment)")
        run("ANALYZE bench_story")

    @property
    def size(self) -> int:
        row: Any = self._connection.execute(
            "SELECT pg_total_relation_size('bench_story')"
        ).fetchone()
        return int(row[0])

    def find(self, wish: Wish, *, limit: int) -> list[int]:
        joint = " | " if wish.any else " & "
        asked = f"({joint.join(map(_asked, wish.clauses))})" if wish.clauses else ""
        asked += "".join(f" & !{_asked(clause)}" for clause in wish.without)
        limits = list(_limits(wish.limits))
        conditions = [condition for condition, _ in limits]
        values: list[Any] = [value for _, value in limits]
        source = "bench_story"
        if asked:
            source += ", to_tsquery('simple', %s) q"
            conditions.insert(0, "t @@ q")
            values.insert(0, asked)
        newest = wish.order is Order.NEWEST or not asked
        rows = self._connection.execute(
            f"SELECT code FROM {source} WHERE {' AND '.join(conditions)}"
            f" ORDER BY {'moment' if newest else 'ts_rank(t, q)'} DESC LIMIT {limit:d}",
            values,
        )
        return [code for (code,) in rows]


def _limits(limits: Limits) -> Iterator[tuple[str, Any]]:
    if limits.sections:
        yield "section = ANY(%s)", list(limits.sections)
    for name in limits.people:
        yield "names @> %s", list(name)
    if limits.year is not None:
        yield "year = %s", limits.year
    if limits.since is not None:
        yield "moment >= %s", limits.since
    if limits.before is not None:
        yield "moment < %s", limits.before


def _asked(clause: Clause) -> str:
    match clause:
        case Term(_, compound) if compound:
            return f"'{compound}'"
        case Term(terms) | Phrase(terms):
            return "(" + " <-> ".join(f"'{term}'" for term in terms) + ")"
        case Choice(of):
            return "(" + " | ".join(map(_asked, of)) + ")"
