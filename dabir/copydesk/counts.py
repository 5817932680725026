"""What an archive has taught: counts of words, of pairs and of the gaps inside pairs.

The counts stand in one SQLite file, so that learning can stop anywhere and go on, and a
story is never counted twice. Readers do not use it: they use the lexicon made from it.

    stories -> Counts.learn() -> counts.sqlite3 -> lexicon (see ``compiling``)
"""

import hashlib
import itertools
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self, TypeVar

from dabir.copydesk.pieces import EDGE, NO_WORDS, Piece, pieces
from dabir.persian.letters import HALF_SPACE, skeleton
from dabir.persian.tokens import Kind, Token, tokens

Thing = TypeVar("Thing")

BATCH: Final = 200_000
"""Words that are counted in memory before they are written."""

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS word (
  id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, n INTEGER NOT NULL,
  stories INTEGER NOT NULL, first TEXT, last TEXT);
CREATE TABLE IF NOT EXISTS pair (
  a INTEGER NOT NULL, b INTEGER NOT NULL, n INTEGER NOT NULL,
  half INTEGER NOT NULL, space INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS spelling (
  word INTEGER NOT NULL, written TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (word, written)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS story (code TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
"""


class Lesson(NamedTuple):
    """A published story as the desk learns from it; ``day`` is the day of publication."""

    code: str
    paragraphs: list[str]
    day: date | None = None

    @property
    def digest(self) -> bytes:
        """A short sum of the text, to know the same text again."""
        return hashlib.blake2b("\n".join(self.paragraphs).encode(), digest_size=8).digest()


@dataclass
class Tally:
    """Counts of a batch of stories, before they are written."""

    words: Counter[str] = field(default_factory=Counter)
    stories: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    halves: Counter[tuple[str, str]] = field(default_factory=Counter)
    spaces: Counter[tuple[str, str]] = field(default_factory=Counter)
    spellings: Counter[tuple[str, str]] = field(default_factory=Counter)
    days: dict[str, tuple[str, str]] = field(default_factory=dict)
    size: int = 0

    def add(self, lesson: Lesson, sign: int = 1) -> None:
        """Count a story; with ``sign`` -1 take it out of the counts."""
        chains = []
        seen: set[str] = set()
        for paragraph in lesson.paragraphs:
            cut = tokens(paragraph)
            chain = pieces(cut)
            chains.append(chain)
            words = [EDGE, *(piece.word for piece in chain), EDGE]
            seen.update(words)
            self.size += sum(piece.word not in NO_WORDS for piece in chain)
            self._count(self.words, words, sign)
            self._count(self.pairs, itertools.pairwise(words), sign)
            self._count(self.spellings, _spellings(cut), sign)
        consistent = uses_half_spaces(chains)
        for chain in chains:
            for a, b in itertools.pairwise(chain):
                if b.gap == HALF_SPACE:
                    self.halves[a.word, b.word] += sign
                elif consistent and b.gap == " " and not {a.word, b.word} & NO_WORDS:
                    self.spaces[a.word, b.word] += sign
        self._count(self.stories, seen, sign)
        if lesson.day:
            self._date(seen, lesson.day.isoformat())

    @staticmethod
    def _count(counter: Counter[Thing], things: Iterable[Thing], sign: int) -> None:
        if sign > 0:
            counter.update(things)
        else:
            counter.subtract(things)

    def _date(self, words: set[str], day: str) -> None:
        for word in words:
            first, last = self.days.get(word, (day, day))
            self.days[word] = (min(first, day), max(last, day))


_PREFIXES: Final = frozenset(["می", "نمی"])
_SUFFIXES: Final = frozenset(["ها", "های", "هایی"])


def uses_half_spaces(chains: Iterable[list[Piece]]) -> bool:
    """Say whether a story joins its affixes with half-spaces where every style asks for it.

    Only such a story says something by a blank inside a compound: in one without
    half-spaces every compound stands apart.
    """
    joined = apart = 0
    for chain in chains:
        for a, b in itertools.pairwise(chain):
            if a.word in _PREFIXES or b.word in _SUFFIXES:
                joined += b.gap == HALF_SPACE
                apart += b.gap == " "
    return joined > 4 * apart


def _spellings(cut: list[Token]) -> Iterator[tuple[str, str]]:
    """Yield the parts of words that are written otherwise than their skeleton."""
    for token in cut:
        if token.kind is Kind.WORD and token.text != skeleton(token.text):
            for part in token.text.split(HALF_SPACE):
                bare = skeleton(part)
                if part != bare and bare:
                    yield bare, part


class Counts:
    """The counts of an archive, in an SQLite file."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(path, isolation_level=None, timeout=60)
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        self._base.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._base.close()

    def learn(self, lessons: Iterable[Lesson]) -> Iterator[int]:
        """Count the stories that are not yet counted; yield the number of words after each batch.

        A story counts once under its code. It may come again with other text (a
        correction): what was counted stays, for its old text is not here to be taken out.
        """
        tally, batch = Tally(), []
        for lesson in lessons:
            if self._knows(lesson.code):
                continue
            tally.add(lesson)
            batch.append((lesson.code, lesson.digest))
            if tally.size >= BATCH:
                self._write(tally, batch)
                yield tally.size
                tally, batch = Tally(), []
        if batch:
            self._write(tally, batch)
            yield tally.size

    def forget(self, lesson: Lesson) -> bool:
        """Take a story out of the counts; ``False`` if it was not counted with this very text."""
        found = self._base.execute("SELECT digest FROM story WHERE code = ?", (lesson.code,))
        if (row := found.fetchone()) is None or row[0] != lesson.digest:
            return False
        tally = Tally()
        tally.add(lesson, sign=-1)
        self._write(tally, [])
        self._base.execute("DELETE FROM story WHERE code = ?", (lesson.code,))
        return True

    @property
    def stories(self) -> int:
        """How many stories were counted."""
        (number,) = self._base.execute("SELECT count(*) FROM story").fetchone()
        return int(number)

    @property
    def pairs(self) -> int:
        """How many different pairs were counted."""
        (number,) = self._base.execute("SELECT count(*) FROM pair").fetchone()
        return int(number)

    def rows(self, query: str) -> sqlite3.Cursor:
        """Return the rows of a query, for the making of a lexicon."""
        return self._base.execute(query)

    def _knows(self, code: str) -> bool:
        found = self._base.execute("SELECT 1 FROM story WHERE code = ?", (code,))
        return found.fetchone() is not None

    def _write(self, tally: Tally, batch: list[tuple[str, bytes]]) -> None:
        base = self._base
        base.execute("BEGIN IMMEDIATE")
        try:
            self._write_words(tally)
            ids = self._ids(tally)
            self._write_pairs(tally, ids)
            base.executemany(
                "INSERT INTO spelling VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET n = n + excluded.n",
                sorted((ids[word], written, n) for (word, written), n in tally.spellings.items()),
            )
            base.executemany("INSERT OR REPLACE INTO story VALUES (?, ?)", batch)
            base.execute("COMMIT")
        except BaseException:
            base.execute("ROLLBACK")
            raise

    def _write_words(self, tally: Tally) -> None:
        self._base.executemany(
            "INSERT INTO word (word, n, stories, first, last) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (word) DO UPDATE SET n = n + excluded.n,"
            " stories = stories + excluded.stories,"
            " first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),"
            " last = max(coalesce(last, excluded.last), coalesce(excluded.last, last))",
            (
                (word, n, tally.stories[word], *tally.days.get(word, (None, None)))
                for word, n in tally.words.items()
            ),
        )

    def _ids(self, tally: Tally) -> dict[str, int]:
        self._base.execute("CREATE TEMP TABLE IF NOT EXISTS asked (word TEXT PRIMARY KEY)")
        self._base.execute("DELETE FROM asked")
        self._base.executemany("INSERT INTO asked VALUES (?)", ((word,) for word in tally.words))
        return dict(self._base.execute("SELECT word.word, id FROM word JOIN asked USING (word)"))

    def _write_pairs(self, tally: Tally, ids: dict[str, int]) -> None:
        rows = sorted(
            (ids[a], ids[b], n, tally.halves[a, b], tally.spaces[a, b])
            for (a, b), n in tally.pairs.items()
        )
        self._base.executemany(
            "INSERT INTO pair VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " n = n + excluded.n, half = half + excluded.half, space = space + excluded.space",
            rows,
        )
