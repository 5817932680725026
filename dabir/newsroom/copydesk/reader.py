"""Reads paragraphs by one version of the house, and remembers what it read.

A paragraph is read the same way wherever it stands, so its marks are kept by its text: in
the editor nearly every paragraph that arrives was read before.
"""

import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from dabir.copydesk import Desk, House, Mark
from dabir.copydesk.lexicon import Lexicon

REMEMBERED: Final = 2_000_000
"""Characters whose marks a process remembers."""
_NEIGHBOURS: Final = 24
"""How far around a mark its key looks, in characters."""


@dataclass(frozen=True, slots=True)
class KeyedMark:
    """A mark with the key that an answer to it is kept by."""

    mark: Mark
    key: str


class Reader:
    """A desk that works by one version of the house."""

    def __init__(self, house: House, lexicon: Lexicon, version: str) -> None:
        self.house = house
        self.lexicon = lexicon
        self.version = version
        self._desk_for = lru_cache(maxsize=32)(self._desk)
        self._read: OrderedDict[tuple[str, frozenset[str]], list[KeyedMark]] = OrderedDict()
        self._letters = 0
        self._lock = threading.Lock()

    def read(self, text: str, names: Collection[str] = ()) -> list[KeyedMark]:
        """Return the marks over a paragraph of a story that is about ``names``."""
        asked = (text, frozenset(names))
        found = self._read.get(asked)
        if found is None:
            marks = self._desk_for(asked[1]).read(text)
            found = [KeyedMark(mark, key(text, mark)) for mark in marks]
            self._remember(asked, found)
        return found

    def _desk(self, names: frozenset[str]) -> Desk:
        house = replace(self.house, names=self.house.names | names) if names else self.house
        return Desk(house, lexicon=self.lexicon)

    def _remember(self, asked: tuple[str, frozenset[str]], found: list[KeyedMark]) -> None:
        with self._lock:
            if asked not in self._read:
                self._letters += len(asked[0])
            self._read[asked] = found
            while self._letters > REMEMBERED:
                (text, _), _ = self._read.popitem(last=False)
                self._letters -= len(text)


def key(text: str, mark: Mark) -> str:
    """Return what an answer to ``mark`` is kept by: its rule, its words, the words beside it.

    The key stays while the rest of the story changes, and goes when these words do.
    """
    before = text[max(0, mark.start - _NEIGHBOURS) : mark.start].split()
    after = text[mark.end : mark.end + _NEIGHBOURS].split()
    words = (mark.rule, text[mark.start : mark.end], *before[-1:], "|", *after[:1])
    return blake2b("\n".join(words).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def as_browsers_count(text: str, marks: Iterable[Mark]) -> list[tuple[int, int]]:
    """Return where each mark begins and ends in UTF-16 code units, as JavaScript counts."""
    spans = [(mark.start, mark.end) for mark in marks]
    if not spans or max(text) < "\U00010000":
        return spans
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if character >= "\U00010000" else 1))
    return [(units[start], units[end]) for start, end in spans]
