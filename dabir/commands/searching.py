"""``dabir search``: asks the index, keeps it, builds it anew."""

import gzip
import itertools
import json
import signal
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click
from django.conf import settings

from dabir.archive.models import ToIndex
from dabir.archive.search import place, stories
from dabir.archive.search.asking import ask, read, reader, suggested
from dabir.archive.search.building import begin_building, text_of
from dabir.archive.search.entries import Entry
from dabir.archive.search.indexer import WANTED, BusyError, Indexer, alone
from dabir.newsroom.models import Story
from dabir.persian.jalali import TEHRAN

_WAIT: Final = 0.5


def search(typed: str, *, any_word: bool, limit: int, as_json: bool) -> int:
    """Print what one query finds; 1 where nothing is found."""
    row = _answer({"text": typed}, any_word, limit)
    if as_json:
        click.echo(json.dumps(row, ensure_ascii=False))
        return 0 if row["codes"] else 1
    headlines = dict(Story.objects.filter(pk__in=row["codes"]).values_list("pk", "headline"))
    for code in row["codes"]:
        click.echo(f"{code:>12}  {headlines.get(code, '')}")
    click.echo(f"{row['total']} stories", err=True)
    better = None if row["codes"] else suggested(typed, reader.opened())
    if better:
        click.echo(f"Perhaps: {better}", err=True)
    return 0 if row["codes"] else 1


def batch(path: Path, *, any_word: bool, limit: int) -> int:
    """Print what each query of a file of JSON lines finds, as JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = _answer(json.loads(line), any_word, limit)
            click.echo(json.dumps(row, ensure_ascii=False))
    return 0


def _answer(asked: dict[str, Any], any_word: bool, limit: int) -> dict[str, Any]:
    opened = reader.opened()
    query = read(str(asked["text"]), opened)
    if any_word:
        query = query.any()
    answer = ask(query, opened, limit=limit)
    total = opened.index.find(answer.query.wish, limit=1, count=True).total
    told: dict[str, Any] = {name: asked[name] for name in ("query", "spelling") if name in asked}
    return {**told, "total": total, "codes": answer.codes}


def watch() -> int:
    """Keep the index as the stories are until told to stop; 2 where another process does."""
    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())
    try:
        with alone(settings.SEARCH_DIR):
            Indexer(settings.SEARCH_DIR).run(stop)
    except BusyError as error:
        click.secho(str(error), fg="red", err=True)
        stop.wait(5)  # whoever starts it again need not hurry
        return 2
    return 0


def rebuild() -> int:
    """Build the index anew, here or in the indexer that is at work."""
    root = settings.SEARCH_DIR
    try:
        with alone(root):
            length = 2 * stories.how_many()
            with click.progressbar(length=length, label="     stories") as bar:
                count = Indexer(root).build(bar.update)
    except BusyError:
        return _ask_indexer(root)
    click.echo(f"{count} stories can be found.")
    return 0


def _ask_indexer(root: Path) -> int:
    before = _used(root)
    (root / WANTED).touch()
    click.echo("The running indexer builds it; until then the old one serves.")
    while _used(root) == before:
        time.sleep(_WAIT)
    click.echo("Built.")
    return 0


def _used(root: Path) -> str:
    try:
        return place.current(root).name
    except place.NoIndexError:
        return ""


def say_status() -> int:
    """Say how many stories can be found and how many wait; 1 where there is no index."""
    click.echo(f"waiting  {ToIndex.objects.count()}")
    try:
        opened = reader.opened()
    except place.NoIndexError as error:
        click.echo(f"index    none: {error}")
        return 1
    size = sum(file.stat().st_size for file in opened.folder.iterdir())
    click.echo(f"stories  {opened.index.stories}")
    click.echo(f"index    {opened.folder}, {size:,} bytes")
    return 0


def index_jsonl(path: Path) -> int:
    """Make the index of a file of JSON lines, for measurements; the database is not asked."""
    root = settings.SEARCH_DIR
    with alone(root):
        folder = place.begin(root)
        writer = begin_building(folder, map(text_of, read_jsonl(path)))
        writer.put(read_jsonl(path), fresh=True)
        writer.commit()
        writer.close()
        place.switch(root, folder)
    click.echo(f"{place.open_folder(folder).index.stories} stories can be found.", err=True)
    return 0


def read_jsonl(path: Path) -> Iterator[Entry]:
    """Yield the stories of a .jsonl or .jsonl.gz file: code, published, headline, body (a list
    of paragraphs), and perhaps lead and section."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in itertools.filterfalse(str.isspace, lines):
            row = json.loads(line)
            yield Entry(
                code=int(row["code"]),
                published=_moment(row["published"]),
                headline=row.get("headline", ""),
                kicker=row.get("kicker", ""),
                lead=row.get("lead", ""),
                body="\n".join(row.get("body", ())),
                sections=tuple(filter(None, [row.get("section", "")])),
            )


def _moment(told: str) -> datetime:
    moment = datetime.fromisoformat(told)
    return moment if moment.tzinfo else moment.replace(tzinfo=TEHRAN)
