"""``dabir copydesk learn``: the desk learns words from stories, the paper's own or files of them.

    paper (newsroom)  ┐
                      ├─> lessons -> Counts (a story once) -> the learnt lexicon
    FILE.jsonl.gz …   ┘

Only what is new is counted, so the command may run every night, or be stopped at any time.
"""

import gzip
import hashlib
import json
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

import click

from dabir.copydesk import places
from dabir.copydesk.compiling import compile_learnt
from dabir.copydesk.counts import Counts, Lesson
from dabir.copydesk.foretelling import foretell
from dabir.copydesk.shelf import Shelf, ShelfError

UNTIL: Final = Path("copydesk") / "learnt-until.json"
"""In the data folder: the moment until which the paper's changes were learnt."""


def learn(files: tuple[str, ...]) -> int:
    """Learn from ``files``, or from the paper; say how much; return the exit code."""
    data, started = places.data_folder(), time.perf_counter()
    with Counts(data / places.COUNTS) as counts:
        known = counts.stories
        words, forgotten = _learn_files(files, counts) if files else _learn_paper(data, counts)
        stories = counts.stories - known + forgotten
        if words or forgotten or not _is_compiled(data):
            _compile(counts, data)
    seconds = time.perf_counter() - started
    click.echo(
        f"{words:,} words of {stories:,} new stories in {seconds:,.1f} s: "
        f"{60 * words / seconds:,.0f} words a minute."
    )
    if forgotten:
        click.echo(f"{forgotten:,} withdrawn stories forgotten.")
    return 0


def renew(data: Path) -> None:
    """Make the learnt lexicon anew from its counts, where it is of another version or older."""
    if (data / places.LEARNT).exists() and not _is_compiled(data):
        with Counts(data / places.COUNTS) as counts:
            _compile(counts, data)


def _compile(counts: Counts, data: Path) -> None:
    """Make the learnt lexicon, with what the desk finds of common words."""
    compile_learnt(places.BASE, counts, data / places.LEARNT)
    foretell(data / places.LEARNT)


def _learn_files(files: tuple[str, ...], counts: Counts) -> tuple[int, int]:
    return _count(counts, lessons_in(files)), 0


def _learn_paper(data: Path, counts: Counts) -> tuple[int, int]:
    """Return how many words were learnt, and how many stories forgotten."""
    lessons = PaperLessons(data, counts)
    words = _count(counts, lessons)
    lessons.remember()
    return words, lessons.forgotten


def _count(counts: Counts, lessons: Iterable[Lesson]) -> int:
    """Count lessons, tell how far it is, and return how many words were new."""
    words = 0
    for batch in counts.learn(lessons):
        words += batch
        if sys.stderr.isatty():
            click.echo(f"\r{words:,} words …", nl=False, err=True)
    if words and sys.stderr.isatty():
        click.echo("\r", nl=False, err=True)
    return words


def _is_compiled(data: Path) -> bool:
    """Tell whether the learnt lexicon is there, readable and no older than the language's."""
    learnt = data / places.LEARNT
    try:
        Shelf(learnt)
    except (OSError, ShelfError):
        return False
    return learnt.stat().st_mtime >= places.BASE.stat().st_mtime


# Files ---------------------------------------------------------------------------------


def lessons_in(files: Iterable[str]) -> Iterator[Lesson]:
    """Yield the stories of files: ``.jsonl`` with a story a line, else one story of text.

    A story without a code is known by its words, so the same file again teaches nothing.
    """
    for name in files:
        for paragraphs in _stories_in(Path(name)):
            digest = hashlib.blake2b("\n".join(paragraphs).encode(), digest_size=12)
            yield Lesson(f"text:{digest.hexdigest()}", paragraphs)


def _stories_in(place: Path) -> Iterator[list[str]]:
    opened = gzip.open if place.suffix == ".gz" else open
    with opened(place, "rt", encoding="utf-8") as lines:
        if ".jsonl" not in place.suffixes:
            yield lines.read().splitlines()
            return
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _paragraphs(line, place, number)


def _paragraphs(line: str, place: Path, number: int) -> list[str]:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    if isinstance(found, list) and all(isinstance(each, str) for each in found):
        return found
    raise click.ClickException(f"{place}:{number} is no story: a list of paragraphs was expected.")


# The paper -----------------------------------------------------------------------------


class PaperLessons:
    """What the paper published since it last taught; what it withdrew is forgotten.

    ``remember()`` is said when all of it is counted: a run that was stopped before begins
    where the last whole one ended.
    """

    def __init__(self, data: Path, counts: Counts) -> None:
        self._place, self._counts = data / UNTIL, counts
        self._newest = self._read()
        self.forgotten = 0

    def __iter__(self) -> Iterator[Lesson]:
        from dabir.newsroom.copydesk.archive import stories_changed_since

        for story in stories_changed_since(self._newest):
            self._newest = max(self._newest or story.changed_at, story.changed_at)
            if story.paragraphs:
                yield Lesson(str(story.code), story.paragraphs, story.day)
            else:
                self._forget(story.code)

    def remember(self) -> None:
        """Note until when the paper's changes were learnt."""
        if self._newest:
            self._place.write_text(json.dumps({"until": self._newest.isoformat()}))

    def _forget(self, code: int) -> None:
        """Take a withdrawn story out, if its words are still those that were learnt."""
        from dabir.newsroom.copydesk.parts import paragraphs
        from dabir.newsroom.models import Story

        story = Story.objects.get(code=code)
        self.forgotten += self._counts.forget(Lesson(str(code), paragraphs(story)))

    def _read(self) -> datetime | None:
        try:
            return datetime.fromisoformat(json.loads(self._place.read_text())["until"])
        except (FileNotFoundError, ValueError, KeyError):
            return None
