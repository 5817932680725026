"""What a rule that looks at characters must not touch."""

from bisect import bisect_left
from functools import cached_property

from dabir.copydesk.paragraph import Paragraph
from dabir.persian.tokens import Kind, Token


class Walls:
    """The protected spans of a paragraph; found when they are first asked for."""

    def __init__(self, paragraph: Paragraph) -> None:
        self._paragraph = paragraph

    @cached_property
    def _walls(self) -> list[Token]:
        return [token for token in self._paragraph.tokens if token.kind is Kind.PROTECTED]

    @cached_property
    def _starts(self) -> list[int]:
        return [wall.start for wall in self._walls]

    def touch(self, start: int, end: int) -> bool:
        """Say whether ``start`` to ``end`` has a character of a protected span."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._walls[at - 1].end > start
