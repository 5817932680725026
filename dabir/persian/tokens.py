"""Text cut into tokens: words, numbers, punctuation, and what nobody may touch.

A token knows where it stands, so that whoever reads tokens can point into the text.
Blanks are no tokens.
"""

import re
from enum import IntEnum
from typing import Final, NamedTuple

from dabir.persian.letters import HALF_SPACE


class Kind(IntEnum):
    """What a token is."""

    WORD = 1
    """Persian letters, with the half-spaces and vowel signs inside."""
    NUMBER = 2
    """Digits of any script, with their separators."""
    PUNCTUATION = 3
    """One sign, or a run of the same sign."""
    PROTECTED = 4
    """What is right as it stands: addresses, codes, Latin words, times, Arabic with vowels."""


class Token(NamedTuple):
    """A stretch of text; ``start`` and ``end`` are offsets of characters."""

    kind: Kind
    text: str
    start: int
    end: int


LETTERS: Final = "\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5"
SIGNS: Final = "\u064b-\u065f\u0670\u0640"

_TOKEN: Final = re.compile(
    rf"""
      (?P<protected>https?://\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[@\#]\w+|[A-Za-z][A-Za-z0-9_.-]*)
    | (?P<number>[0-9\u06f0-\u06f9\u0660-\u0669]+)
    | (?P<word>[{LETTERS}](?:[{LETTERS}{SIGNS}]|{HALF_SPACE}(?=[{LETTERS}]))*)
    | (?P<punctuation>\S)
    """,
    re.VERBOSE,
)
_KINDS: Final = {
    "word": Kind.WORD,
    "number": Kind.NUMBER,
    "punctuation": Kind.PUNCTUATION,
    "protected": Kind.PROTECTED,
}


def tokens(text: str) -> list[Token]:
    """Return the tokens of ``text`` in their order; they never overlap."""
    return [
        Token(_KINDS[found.lastgroup or ""], found.group(), found.start(), found.end())
        for found in _TOKEN.finditer(text)
    ]
