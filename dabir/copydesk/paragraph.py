"""A paragraph as the rules read it."""

from dataclasses import dataclass, field
from functools import cached_property

from dabir.copydesk.house import House
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.pieces import Piece, pieces
from dabir.persian.tokens import Kind, Token, tokens


@dataclass
class Paragraph:
    """A line of copy, its tokens, and what the desk knows while reading it."""

    text: str
    lexicon: Lexicon
    house: House = field(default_factory=House)

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
