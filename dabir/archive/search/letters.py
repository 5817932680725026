"""Characters as the search sees them, and text cut into the smallest pieces.

Half-spaces part pieces as blanks do, so that both spellings are one from the first step.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from dabir.persian import to_ascii_digits
from dabir.persian.letters import INVISIBLE, SIGN_RANGE, persian_letters, skeleton

_SIGNS: Final = re.compile(f"[{SIGN_RANGE}{INVISIBLE}]")
_PIECE: Final = re.compile(
    rf"[0-9]+(?:[,٬][0-9]{{3}})+(?![0-9])|[0-9]+|[^\W\d_](?:[^\W\d_]|[{SIGN_RANGE}{INVISIBLE}])*"
)
_NARROW: Final = str.maketrans({"آ": "ا", "ء": ""})


class Piece(NamedTuple):
    """A run of letters or a number; ``start`` and ``end`` are offsets in the text."""

    text: str
    start: int
    end: int


def pieces(text: str) -> Iterator[Piece]:
    """Yield the runs of letters and the numbers of ``text``.

    Digits become ASCII, thousands lose their separators, Latin letters their case; Arabic
    letters become Persian ones, and vowel signs go. Hamza and madda stay.
    """
    for match in _PIECE.finditer(to_ascii_digits(text)):
        yield Piece(_bare(match[0]), *match.span())


@lru_cache(65_536)
def _bare(found: str) -> str:
    if found[0].isdigit():
        return re.sub("[,٬]", "", found)
    return _SIGNS.sub("", persian_letters(found)).casefold()


def fold(word: str) -> str:
    """Return ``word`` as a term is written: without hamza, its carriers and madda."""
    return skeleton(word).translate(_NARROW)
