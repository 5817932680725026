"""The same index in SQLite's FTS5: the oracle of the tests, and for machines without tantivy.

It takes the same terms and finds the same stories; only their order differs, and the time.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.archive.search.found import Counts, Found, text_of, year_of
from dabir.archive.search.wishes import Choice, Clause, Limits, Order, Phrase, Term, Wish

FILE: Final = "meta.json"
"""Named as tantivy names the file that every commit changes."""
_SCHEMA: Final = """
    CREATE TABLE IF NOT EXISTS story (code INTEGER PRIMARY KEY, moment INTEGER, year INTEGER,
        sections TEXT, people TEXT, names TEXT, topics TEXT);
    CREATE INDEX IF NOT EXISTS story_moment ON story (moment);
    CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5
        (text, compounds, tokenize="unicode61 remove_diacritics 0 tokenchars '\u00b6'");
"""
_SEPARATOR: Final = "\x1f"


def _open(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / FILE, check_same_thread=False)
    connection.executescript(_SCHEMA)
    return connection


class Writer:
    """Puts stories in, as ``index.Writer`` does."""

    def __init__(self, folder: Path, analyser: Analyser) -> None:
        self._connection, self._analyser = _open(folder), analyser

    def put(self, entries: Iterable[Entry], *, fresh: bool = False) -> None:
        """Put stories in, in place of what was there under their codes."""
        for entry in entries:
            if not fresh:
                self.drop([entry.code])
            self._put(entry)

    def _put(self, entry: Entry) -> None:
        names, topics = (
            " ".join(("", *self._analyser.read(" ".join(each)).terms, ""))
            for each in (entry.people, entry.topics)
        )
        lists = [_SEPARATOR.join(("", *each, "")) for each in (entry.sections, entry.people)]
        row = (entry.code, int(entry.published.timestamp()), year_of(entry), *lists, names, topics)
        self._connection.execute("INSERT INTO story VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        self._connection.execute(
            "INSERT INTO words (rowid, text, compounds) VALUES (?, ?, ?)",
            (entry.code, *text_of(entry, self._analyser)),
        )

    def drop(self, codes: Iterable[int]) -> None:
        """Take stories out."""
        for code in codes:
            self._connection.execute("DELETE FROM story WHERE code = ?", (code,))
            self._connection.execute("DELETE FROM words WHERE rowid = ?", (code,))

    def commit(self) -> None:
        """Let readers see what was put and dropped."""
        self._connection.commit()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class Index:
    """Finds stories, as ``index.Index`` does."""

    def __init__(self, folder: Path) -> None:
        if not (folder / FILE).exists():
            raise FileNotFoundError(folder / FILE)
        self._connection = _open(folder)

    def reload(self) -> None:
        """See what was committed since: SQLite always does."""

    @property
    def stories(self) -> int:
        """How many stories are in the index."""
        return int(self._one("SELECT count(*) FROM story"))

    def find(self, wish: Wish, *, limit: int, offset: int = 0, count: bool = False) -> Found:
        """Return the stories that fulfil ``wish``, ``limit`` of them after ``offset``."""
        if not wish:
            return Found([], 0 if count else None)
        tables, where, values = _sql(wish)
        relevant = wish.clauses and wish.order is Order.RELEVANT
        order = "bm25(words), story.code" if relevant else "moment DESC, story.code DESC"
        rows = self._connection.execute(
            f"SELECT story.code FROM {tables} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",  # noqa: S608
            (*values, limit, offset),
        )
        codes = [code for (code,) in rows]
        total = self._one(f"SELECT count(*) FROM {tables} WHERE {where}", values) if count else None  # noqa: S608
        return Found(codes, total)

    def like(self, terms: Mapping[str, float], *, limit: int) -> list[tuple[int, float]]:
        """Return the codes of stories that have most of ``terms``; the weights are not used."""
        match = " OR ".join(map(_quoted, terms))
        rows = self._connection.execute(
            "SELECT rowid, -bm25(words) FROM words WHERE words MATCH ? ORDER BY 2 DESC LIMIT ?",
            (f"text : ({match})", limit),
        )
        return list(rows)

    def frequency(self, term: str) -> int:
        """Return in how many stories a term is."""
        asked = f"text : {_quoted(term)}"
        return int(self._one("SELECT count(*) FROM words WHERE words MATCH ?", (asked,)))

    def at_most(self, wish: Wish) -> int:
        """Return a number of stories that the wish cannot exceed."""
        return self.find(wish, limit=0, count=True).total or 0

    def counts(self, wish: Wish, most: int = 8) -> Counts:
        """Return how many of the stories are in which section, year, and by whom."""
        if not wish:
            return Counts()
        tables, where, values = _sql(wish)
        asked = f"SELECT sections, year, people FROM {tables} WHERE {where}"  # noqa: S608
        tallies: tuple[Counter[str], ...] = (Counter(), Counter(), Counter())
        for sections, year, people in self._connection.execute(asked, values):
            tallies[0].update(filter(None, sections.split(_SEPARATOR)))
            tallies[1][str(year)] += 1
            tallies[2].update(filter(None, people.split(_SEPARATOR)))
        return Counts(*(tally.most_common(most) for tally in tallies))

    def _one(self, asked: str, values: Iterable[Any] = ()) -> int:
        return int(self._connection.execute(asked, tuple(values)).fetchone()[0])


def _sql(wish: Wish) -> tuple[str, str, list[Any]]:
    """Return the tables, the condition and its values."""
    tables, conditions, values = "story", list[str](), list[Any]()
    if wish.clauses:
        tables = "story JOIN words ON words.rowid = story.code"
        joint = " OR " if wish.any else " AND "
        match = f"({joint.join(map(_match, wish.clauses))})"
        match += "".join(f" NOT {_match(clause)}" for clause in wish.without)
        conditions, values = ["words MATCH ?"], [match]
    elif wish.without:
        unwanted = " OR ".join(map(_match, wish.without))
        conditions.append("story.code NOT IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(unwanted)
    for condition, value in _limits(wish.limits):
        conditions.append(condition)
        values += value
    return tables, " AND ".join(conditions) or "1", values


def _limits(limits: Limits) -> Iterator[tuple[str, list[Any]]]:
    if limits.sections:
        parts = " OR ".join(["instr(sections, ?) > 0"] * len(limits.sections))
        yield f"({parts})", [f"{_SEPARATOR}{key}{_SEPARATOR}" for key in limits.sections]
    for column, names in (("names", limits.people), ("topics", limits.topics)):
        for term in (term for name in names for term in name):
            yield f"instr({column}, ?) > 0", [f" {term} "]
    if limits.codes:
        yield f"story.code IN ({','.join('?' * len(limits.codes))})", [*limits.codes]
    if limits.year is not None:
        yield "year = ?", [limits.year]
    if limits.since is not None:
        yield "moment >= ?", [limits.since]
    if limits.before is not None:
        yield "moment < ?", [limits.before]


def _match(clause: Clause) -> str:
    match clause:
        case Term(_, compound) if compound:
            return f"compounds : {_quoted(compound)}"
        case Term(terms) | Phrase(terms):
            return f"text : {_quoted(' '.join(terms))}"
        case Choice(of):
            return f"({' OR '.join(map(_match, of))})"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
