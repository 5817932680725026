"""Makes a large paper out of a smaller one: the same stories again and again, each time older.

    DABIR_DATA=/tmp/paper python -m tools.press_bench.multiplied 10      (SQLite only)

In statements of the database, so that a million stories take minutes and not hours. Every copy
has codes, hours, addresses and standings of its own, and stands in the days and months of its
hours; its words are those of the story that it was copied from.
"""

import json
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

import django

OF_STORY: Final = {"id": "id + :keys", "story_id": "story_id + :codes"}
SOURCE: Final = "again(source, :codes)"
COPIED: Final[dict[str, dict[str, str]]] = {
    "newsroom_story": {
        "code": "code + :codes",
        "first_published_at": "older(first_published_at, :copy)",
        "last_published_at": "older(last_published_at, :copy)",
        "changed_at": "older(changed_at, :copy)",
    },
    "newsroom_byline": OF_STORY,
    "newsroom_source": OF_STORY,
    "newsroom_story_topics": OF_STORY,
    "newsroom_story_further_sections": OF_STORY,
    "newsroom_relatedstory": OF_STORY | {"related_id": "related_id + :codes"},
    "press_printedpage": {"id": "id + :keys", "path": "again(path, :codes)"},
    "press_shown": {"id": "id + :keys", "page_id": "page_id + :pages", "source": SOURCE},
    "press_standing": {
        "id": "id + :keys",
        "source": SOURCE,
        "list": "list_then(list, position, :copy)",
        "position": "position - :copy * :span",
    },
}
"""Table -> the columns that differ in a copy -> how, in SQL."""
WHICH: Final = {
    "press_printedpage": "path LIKE '/news/%'",
    "press_shown": "page_id IN (SELECT id FROM press_printedpage WHERE path LIKE '/news/%')",
    "press_standing": "source LIKE 'story:%'",
}
"""Table -> which of its rows are of stories, where not all are."""
_CODE: Final = re.compile(r"(?<=^/news/)\d+|(?<=^story:)\d+|(?<=^comments:)\d+")


def main(times: int) -> None:
    django.setup()
    from django.conf import settings

    from tools.press_bench.printed_already import print_the_rest

    started = time.perf_counter()
    with closing(sqlite3.connect(Path(settings.DATA) / "dabir.sqlite3")) as database:
        database.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000;")
        with database, without_indexes(database):
            multiply(database, times)
        database.execute("ANALYZE")
    print_the_rest()
    print(json.dumps({"seconds": time.perf_counter() - started}))


@contextmanager
def without_indexes(database: sqlite3.Connection) -> Iterator[None]:
    """Drop the indexes of the copied tables, and make them again in the end: far faster."""
    found = database.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index'")
    indexes = [(name, sql) for name, table, sql in found.fetchall() if table in COPIED and sql]
    for name, _ in indexes:
        database.execute(f'DROP INDEX "{name}"')
    yield
    for _, sql in indexes:
        database.execute(sql)


def multiply(database: sqlite3.Connection, times: int) -> None:
    """Copy everything that belongs to stories ``times`` - 1 times."""
    from tools.press_bench.archive import BETWEEN

    stories, pages = last(database, "newsroom_story", "code"), last(database, "press_printedpage")
    span = timedelta(seconds=round(stories * BETWEEN.total_seconds()))
    offer(database, span)
    for table, columns in COPIED.items():
        key = "code" if "code" in columns else "id"
        top = last(database, table, key)
        names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        made = ", ".join(columns.get(name, f'"{name}"') for name in names)
        which = f"{key} <= {top} AND {WHICH.get(table, 'true')}"
        statement = f"INSERT INTO {table} SELECT {made} FROM {table} WHERE {which}"
        shift = {"codes": stories, "keys": top, "pages": pages}
        for copy in range(1, times):
            told = {name: each * copy for name, each in shift.items()}
            span_in_ms = round(span.total_seconds() * 1000)
            database.execute(statement, told | {"copy": copy, "span": span_in_ms})


def last(database: sqlite3.Connection, table: str, key: str = "id") -> int:
    found: int = database.execute(f"SELECT max({key}) FROM {table}").fetchone()[0]
    return found


def offer(database: sqlite3.Connection, span: timedelta) -> None:
    """Give the database what copies need: hours before, codes after, days of other hours."""

    def older(moment: str | None, copy: int) -> str | None:
        return str(datetime.fromisoformat(moment) - copy * span) if moment else None

    def again(text: str, codes: int) -> str:
        return _CODE.sub(lambda found: str(int(found[0]) + codes), text)

    def list_then(name: str, position: int, copy: int) -> str:
        kind = name.partition(":")[0]
        if kind not in {"day", "month"}:
            return name
        moment = datetime.fromtimestamp(position / 1000, UTC) - copy * span
        half = moment.replace(minute=moment.minute // 30 * 30, second=0, microsecond=0)
        return f"{kind}:{path_of(half, kind)}"

    database.create_function("older", 2, older, deterministic=True)
    database.create_function("again", 2, again, deterministic=True)
    database.create_function("list_then", 3, list_then, deterministic=True)


@lru_cache(maxsize=4096)
def path_of(moment: datetime, kind: str) -> str:
    """Return the day or month of half an hour, as lists name it: no day of Tehran begins in it."""
    from dabir.persian import JalaliDay

    day = JalaliDay.of(moment)
    return day.path if kind == "day" else day.in_month.path


if __name__ == "__main__":
    main(int(sys.argv[1]))
