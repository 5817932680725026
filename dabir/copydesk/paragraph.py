"""A paragraph as the rules read it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from dabir.copydesk.house import House
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.pieces import Piece, pieces
from dabir.copydesk.readings import GLUED, Reader, Reading, place
from dabir.copydesk.story import Story
from dabir.persian.letters import HALF_SPACE
from dabir.persian.tokens import Kind, Token, tokens


class Doubt(NamedTuple):
    """A reading that is likelier than what is written in ``text[start:end]``."""

    reading: Reading
    start: int
    end: int
    odds: float


@dataclass
class Paragraph:
    """A line of copy, its tokens, and what the desk knows while reading it."""

    text: str
    reader: Reader
    house: House = field(default_factory=House)
    story: Story = field(default_factory=lambda: Story({}))

    @property
    def lexicon(self) -> Lexicon:
        """What the desk knows of words."""
        return self.reader.lexicon

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens in their order."""
        return tokens(self.text)

    @cached_property
    def words(self) -> list[Token]:
        """The tokens that are Persian words."""
        return [token for token in self.tokens if token.kind is Kind.WORD]

    @cached_property
    def pieces(self) -> list[Piece]:
        """The tokens as a chain of pieces, words under their skeletons."""
        return pieces(self.tokens)

    @cached_property
    def doubts(self) -> list[Doubt]:
        """The pieces that read better another way, none over another."""
        chain = self.pieces
        words = [piece.word for piece in chain]
        found: list[Doubt] = []
        for at in range(len(chain)):
            here = place(words, at, self.story)
            for reading in self.reader.readings(here):
                last = at + reading.pieces - 1
                odds = self.reader.odds(reading)
                if odds > 0 and _fits(reading, chain, at, last):
                    found.append(Doubt(reading, chain[at].start, chain[last].end, odds))
        return _strongest(found)

    def spelt(self, word: str) -> str:
        """Return how a skeleton is written."""
        return self.lexicon.spelling(word)


def _fits(reading: Reading, chain: list[Piece], first: int, last: int) -> bool:
    """Say whether the gaps allow a reading: a half-space is never a slip of the bar."""
    if reading.kind == GLUED:
        return chain[first].gap != HALF_SPACE
    return last == first or chain[last].gap == " "


def _strongest(doubts: list[Doubt]) -> list[Doubt]:
    """Return the doubts without those that overlap a stronger one."""
    kept: list[Doubt] = []
    for doubt in sorted(doubts, key=lambda doubt: doubt.odds, reverse=True):
        if all(doubt.end <= other.start or doubt.start >= other.end for other in kept):
            kept.append(doubt)
    return sorted(kept, key=lambda doubt: doubt.start)
