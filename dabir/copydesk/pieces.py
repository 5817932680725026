"""Copy as a chain of pieces: letters between spaces and half-spaces, and what parts them.

Words are counted by pieces and under their skeleton, so that «می|شود» (| for a half-space),
«می شود» and «مي شود» teach the desk the same. Numbers, Latin words and signs stand in the
chain as one piece for all of their kind: what comes after a number is worth knowing, which
number is not.
"""

import re
from typing import Final, NamedTuple

from dabir.persian.letters import HALF_SPACE, skeleton
from dabir.persian.tokens import Kind, Token

EDGE: Final = "<s>"
"""Begin and end of a sentence."""
NUMBER: Final = "<n>"
CODE: Final = "<c>"
"""What is protected: Latin words, addresses, quoted Arabic."""
SIGN: Final = "<p>"
"""Punctuation inside a sentence."""
NO_WORDS: Final = frozenset([EDGE, NUMBER, CODE, SIGN])

_SENTENCE_ENDS: Final = frozenset(".!؟?؛:…")
_PARTS: Final = re.compile(f"[^{HALF_SPACE}]+")


class Piece(NamedTuple):
    """A piece under its skeleton, and where it stands in the paragraph.

    ``gap`` is what stands before it: a blank, a half-space, or nothing.
    """

    word: str
    start: int
    end: int
    gap: str


def pieces(tokens: list[Token]) -> list[Piece]:
    """Return the chain of a paragraph's tokens."""
    chain: list[Piece] = []
    new = tuple.__new__  # a named tuple's own __new__ costs twice as much
    at = -1
    for kind, text, start, end in tokens:
        gap = "" if start == at else " "
        if kind is Kind.WORD:
            if HALF_SPACE in text:
                for part in _PARTS.finditer(text):
                    word = skeleton(part.group())
                    chain.append(Piece(word, start + part.start(), start + part.end(), gap))
                    gap = HALF_SPACE
            else:
                chain.append(new(Piece, (skeleton(text), start, end, gap)))
        elif kind is Kind.NUMBER:
            chain.append(new(Piece, (NUMBER, start, end, gap)))
        elif kind is Kind.PROTECTED:
            chain.append(Piece(CODE, start, end, gap))
        else:
            word = EDGE if text[0] in _SENTENCE_ENDS else SIGN
            chain.append(new(Piece, (word, start, end, gap)))
        at = end
    return chain
