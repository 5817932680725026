"""A paragraph as the rules read it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from dabir.copydesk.house import House
from dabir.copydesk.joints import JoinedWord
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.pieces import NO_WORDS, Piece, pieces
from dabir.copydesk.readings import GLUED, LETTERS, Reader, Reading
from dabir.copydesk.story import Story
from dabir.persian.forms import APART
from dabir.persian.letters import HALF_SPACE
from dabir.persian.tokens import Kind, Token, tokens
from dabir.persian.verbs import CONTINUOUS

IN_COMPOUND: Final = 1.5
"""Odds that another letter needs in a part of a compound, where any word may stand."""


class Doubt(NamedTuple):
    """A reading that is likelier than what is written in ``text[start:end]``.

    ``word`` is the written piece, or the first of two, by its skeleton.
    """

    word: str
    reading: Reading
    start: int
    end: int
    odds: float


class Line:
    """A line of copy cut into tokens, which depend on nothing but its text.

    words    the pieces' skeletons alone, in their order
    counts   how often each of them stands there, without those that are no words, and how
             often each two of them do with a blank between: «دبیر» and «دبیر شورای»
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.pieces = pieces(self.tokens)
        self.words = [piece[0] for piece in self.pieces]
        self.counts = Counter(self.words)
        for word in NO_WORDS:
            self.counts.pop(word, None)
        self.counts.update(self._apart())

    def _apart(self) -> Iterator[str]:
        """Yield every two words with a blank between them."""
        for first, second in pairwise(self.pieces):
            if second[3] == " " and first[0] not in NO_WORDS and second[0] not in NO_WORDS:
                yield f"{first[0]} {second[0]}"


@dataclass
class Paragraph:
    """A line of copy, its tokens, and what the desk knows while reading it."""

    line: Line
    reader: Reader
    house: House = field(default_factory=House)
    story: Story = field(default_factory=lambda: Story({}))

    @property
    def text(self) -> str:
        """The line as it was written."""
        return self.line.text

    @property
    def lexicon(self) -> Lexicon:
        """What the desk knows of words."""
        return self.reader.lexicon

    @property
    def tokens(self) -> list[Token]:
        """All tokens in their order."""
        return self.line.tokens

    @cached_property
    def words(self) -> list[Token]:
        """The tokens that are Persian words."""
        return [token for token in self.tokens if token.kind is Kind.WORD]

    @property
    def pieces(self) -> list[Piece]:
        """The tokens as a chain of pieces, words under their skeletons."""
        return self.line.pieces

    @cached_property
    def joined(self) -> list[JoinedWord]:
        """The words that are to be written with half-spaces and are not."""
        all_endings = self.house.switches.get("all-endings", False)
        return list(self.reader.joiner.words(self.pieces, all_endings))

    @cached_property
    def doubts(self) -> list[Doubt]:
        """The pieces that read better another way, none over another."""
        chain, words, reader = self.pieces, self.line.words, self.reader
        found: list[Doubt] = []
        for at, reading, odds in reader.along(words, self.story):
            last = at + reading.pieces - 1
            if reading.kind == LETTERS and odds < IN_COMPOUND and _is_in_compound(chain, at):
                continue
            if _fits(reading, chain, at, last):
                found.append(Doubt(words[at], reading, chain[at].start, chain[last].end, odds))
        return _strongest(found)

    def spelt(self, word: str) -> str:
        """Return how a skeleton is written."""
        return self.lexicon.spelling(word)


def _fits(reading: Reading, chain: list[Piece], first: int, last: int) -> bool:
    """Say whether the gaps allow a reading: a half-space is never a slip of the bar."""
    if reading.kind == GLUED:
        return chain[first].gap != HALF_SPACE
    return last == first or chain[last].gap == " "


def _is_in_compound(chain: list[Piece], at: int) -> bool:
    """Say whether a half-space joins a piece to another that is no affix: «پی|پخ»."""
    before = chain[at - 1].word if at and chain[at].gap == HALF_SPACE else ""
    after = chain[at + 1] if at + 1 < len(chain) else None
    behind = after.word if after and after.gap == HALF_SPACE else ""
    return bool(before and before not in CONTINUOUS) or bool(behind and behind not in APART)


def _strongest(doubts: list[Doubt]) -> list[Doubt]:
    """Return the doubts without those that overlap a stronger one."""
    kept: list[Doubt] = []
    taken: set[int] = set()
    for doubt in sorted(doubts, key=lambda doubt: doubt.odds, reverse=True):
        letters = range(doubt.start, doubt.end)
        if taken.isdisjoint(letters):
            taken.update(letters)
            kept.append(doubt)
    return sorted(kept, key=lambda doubt: doubt.start)
