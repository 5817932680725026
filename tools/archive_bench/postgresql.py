"""PostgreSQL's full text over the same terms, where ``DABIR_DATABASE`` names a PostgreSQL."""

import os
from collections.abc import Iterable
from typing import Any

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.archive.search.found import text_of
from dabir.archive.search.wishes import Order, Phrase, Term, Wish


class PostgreSQL:
    """A table with a GIN index; only what the classes of queries ask is there."""

    def __init__(self, analyser: Analyser) -> None:
        import psycopg

        self._connection = psycopg.connect(os.environ["DABIR_DATABASE"], autocommit=True)
        self._analyser = analyser

    def put(self, entries: Iterable[Entry]) -> None:
        run = self._connection.execute
        run("DROP TABLE IF EXISTS bench_story")
        run("CREATE TABLE bench_story (code bigint, moment bigint, section text, t tsvector)")
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
                moment = int(entry.published.timestamp())
                copy.write_row((entry.code, moment, entry.sections[0], vector))
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
        asked = " & ".join(map(_asked, wish.clauses))
        values: list[Any] = [asked]
        where = "t @@ q"
        if wish.limits.sections:
            where += " AND section = ANY(%s)"
            values.append(list(wish.limits.sections))
        order = "moment DESC" if wish.order is Order.NEWEST else "ts_rank(t, q) DESC"
        rows = self._connection.execute(
            f"SELECT code FROM bench_story, to_tsquery('simple', %s) q WHERE {where}"
            f" ORDER BY {order} LIMIT {limit:d}",
            values,
        )
        return [code for (code,) in rows]


def _asked(clause: object) -> str:
    match clause:
        case Term(_, compound) if compound:
            return f"'{compound}'"
        case Term(terms) | Phrase(terms):
            return " <-> ".join(f"'{term}'" for term in terms)
    return "''"
