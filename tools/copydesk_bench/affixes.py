"""Which half-spaces stand at an affix; the others stand in compounds."""

import re
from typing import Final

HALF_SPACE: Final = "\u200c"
BEFORE: Final = frozenset("می نمی همی".split())
AFTER: Final = re.compile(
    "ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|ست)?|تر(?:ین|ی|ها|های)?|"
    "ای|ام|ات|اش|ایم|اید|اند|مان|تان|شان|م|ت|ش|ی|یی|ست|است|ان"
)
_PIECE_END: Final = re.compile(f"[\\s{HALF_SPACE}]")
_LETTERS: Final = re.compile("[^\u0621-\u064a\u0671-\u06d3]")


def is_affix(text: str, at: int) -> bool:
    """Tell whether the half-space at ``text[at]`` joins an affix to its word."""
    before = _PIECE_END.split(text[:at])[-1]
    after = _PIECE_END.split(text[at + 1 :])[0]
    return _bare(before) in BEFORE or bool(AFTER.fullmatch(_bare(after)))


def _bare(piece: str) -> str:
    return _LETTERS.sub("", piece)
