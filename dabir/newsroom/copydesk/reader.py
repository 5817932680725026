"""Reads paragraphs by one version of the house; a mark's key; offsets as browsers count.

The desk itself remembers what it read: while one types, nearly all of a story stays as it
was. What a story says elsewhere counts too (one name, spelt two ways), so it comes along as
counts of words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Final

from dabir.copydesk import Desk, House, Mark
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.story import is_new_name

_NEIGHBOURS: Final = 24
"""How far around a mark its key looks, in characters."""
_NAMED: Final = 2
"""A name that a story is filed under counts as if the story had it so often."""


@dataclass(frozen=True, slots=True)
class KeyedMark:
    """A mark with the key that an answer to it is kept by."""

    mark: Mark
    key: str


class Reader:
    """A desk that works by one version of the house."""

    def __init__(self, house: House, lexicon: Lexicon, version: str) -> None:
        self.lexicon = lexicon
        self.version = version
        self.desk = Desk(house, lexicon=lexicon)

    def read(
        self,
        texts: Sequence[str],
        names: Iterable[str] = (),
        elsewhere: Mapping[str, int] | None = None,
    ) -> list[list[KeyedMark]]:
        """Return the marks over each paragraph of a story.

        ``names`` are those that the story is filed under; ``elsewhere`` has how often words
        stand in paragraphs that are not among ``texts``.
        """
        counts = Counter(elsewhere or {})
        for name in names:
            counts.update(dict.fromkeys(self.desk.words(name), _NAMED))
        lines = [text.split("\n") for text in texts]
        found = iter(self.desk.read_lines([line for each in lines for line in each], counts))
        return [
            [KeyedMark(mark, key(text, mark)) for mark in _joined(each, islice(found, len(each)))]
            for text, each in zip(texts, lines, strict=True)
        ]

    def words(self, text: str) -> tuple[dict[str, int], list[str]]:
        """Return how often each word stands in a paragraph, and which of them are new names.

        What other paragraphs are read with: see ``elsewhere``.
        """
        counts: Counter[str] = Counter()
        for line in text.split("\n"):
            counts.update(self.desk.words(line))
        new = [word for word in counts if is_new_name(word, self.lexicon)]
        return dict(counts), new


def _joined(lines: Iterable[str], found: Iterable[list[Mark]]) -> Iterator[Mark]:
    """Yield marks over single lines as marks over the paragraph that the lines make."""
    at = 0
    for line, marks in zip(lines, found, strict=True):
        yield from (mark.moved(at) for mark in marks)
        at += len(line) + 1


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
