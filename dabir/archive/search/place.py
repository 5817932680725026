"""Where the index lies, and how everybody finds its newest state.

    search/current        names the folder in use
    search/7/             one building of the index: its files and its vocabulary

A new building is made beside the one in use and takes its place at once. The files of an
index never change once they are written, so a copy of the folder serves another machine.
"""

import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.engines import Index
from dabir.archive.search.language import number
from dabir.archive.search.taught import Learnt, build
from dabir.archive.search.vocabulary import VERSION, Vocabulary
from dabir.copydesk import places
from dabir.copydesk.lexicon import Lexicon

CURRENT: Final = "current"


class NoIndexError(Exception):
    """There is no index that can be read; ``hint`` says what to do."""

    hint = "Run `dabir search --rebuild`; a running Dabir does so by itself."


@dataclass(frozen=True)
class Opened:
    """The index in use, and the analyser that reads queries as it read stories."""

    index: Index
    analyser: Analyser
    folder: Path


def lexicon() -> Lexicon:
    """Return the lexicon of the language: the learnt one changes, and an index must not."""
    return places.lexicon()


def verbs() -> list[str]:
    """Return the stems of the language's verbs."""
    try:
        return places.VERBS.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise places.NoLexiconError(f"The verbs are not there: {places.VERBS}.") from error


def vocabulary(learnt: Learnt) -> Vocabulary:
    """Return the vocabulary of the language, and of what an archive taught."""
    return build(lexicon(), verbs(), learnt, places.BASE.parent)


def current(root: Path) -> Path:
    """Return the folder of the index in use."""
    try:
        return root / (root / CURRENT).read_text().strip()
    except OSError as error:
        raise NoIndexError("The search has no index.") from error


def begin(root: Path) -> Path:
    """Return a fresh folder for a new building of the index."""
    root.mkdir(parents=True, exist_ok=True)
    last = max((int(each.name) for each in root.iterdir() if each.name.isdigit()), default=0)
    folder = root / str(last + 1)
    folder.mkdir()
    return folder


def switch(root: Path, folder: Path) -> None:
    """Let ``folder`` be the index in use, and clear the others away.

    Who still reads an older one keeps its files until it looks again.
    """
    fresh = root / f"{CURRENT}.new"
    with fresh.open("w") as file:
        file.write(folder.name)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(root / CURRENT)
    for each in root.iterdir():
        if each.name.isdigit() and each != folder:
            shutil.rmtree(each, ignore_errors=True)


class Reader:
    """Keeps the index in use open, and sees when there is a newer state."""

    def __init__(self, root: Callable[[], Path]) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._opened: Opened | None = None
        self._seen: tuple[Path, int, int] | None = None

    def opened(self) -> Opened:
        """Return the index in its newest state; NoIndexError where there is none."""
        with self._lock:
            folder = current(self._root())
            try:
                state = (folder / "meta.json").stat()
                seen = (folder, state.st_ino, state.st_mtime_ns)
                if self._opened is None or self._opened.folder != folder:
                    self._opened = open_folder(folder)
                elif seen != self._seen:
                    self._opened.index.reload()
            except (OSError, ValueError) as error:
                self._opened = self._seen = None
                raise NoIndexError(f"The index cannot be read: {error}") from error
            self._seen = seen
            return self._opened


def open_folder(folder: Path) -> Opened:
    """Open the index of one folder."""
    words = Vocabulary.open(folder)
    facts = words.facts
    if facts.get("version") != VERSION or facts.get("language") != number(lexicon(), verbs()):
        raise NoIndexError("The index was made by another version of Dabir.")
    return Opened(Index(folder), Analyser(lexicon(), words), folder)
