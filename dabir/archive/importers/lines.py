"""The lines of a page: where each stands, and the plain form by which it is compared."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dabir.persian import HALF_SPACE, INVISIBLE, fold_letters, to_ascii_digits

_LINE: Final = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS: Final = re.compile(r"\s+")
EDGES: Final = " \t\xa0\u3000" + INVISIBLE + HALF_SPACE
_HIDDEN: Final = str.maketrans(dict.fromkeys(INVISIBLE))
_BULLET: Final = re.compile(r"^(?:[•●▪■◄►◀▶←→‹›‣∎◆◇✔★☆➤·○◾◽]\s*)+")
_NO_LETTER: Final = re.compile(r"[\W_]+")
_SENTENCE_END: Final = re.compile(r"[.…][\s»\"”'’)\]]*$")
_SOURCE: Final = re.compile(r"به گزارش |به نقل از ")

SENTENCE: Final = 40
"""A line from this length on that ends with a full stop is prose, not a title."""
PARAGRAPH: Final = 140
"""A line from this length on is prose in any case; headlines end before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line with something on it.

    ``text`` is raw[start:end], without blanks at its ends. ``plain`` has Persian letters,
    ASCII digits, a space for each half-space, no bullet; ``key`` has letters and digits
    alone, for comparing. ``gap`` says that an empty line stands before it.
    """

    text: str
    start: int
    end: int
    gap: bool
    plain: str
    key: str

    @property
    def words(self) -> list[str]:
        return self.plain.split()

    @property
    def is_prose(self) -> bool:
        """Say whether this is a paragraph rather than a title, a label or a menu's word."""
        if len(self.plain) >= PARAGRAPH:
            return True
        told = self.ends_a_sentence or bool(_SOURCE.match(self.plain))
        return len(self.plain) >= SENTENCE and told

    @property
    def ends_a_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.plain))


def make_line(raw: str, start: int, end: int, gap: bool = False) -> Line | None:
    """Return the line raw[start:end] without blanks at its ends; None if nothing is left."""
    kept = raw[start:end].strip(EDGES)
    if not kept:
        return None
    start = raw.index(kept, start)
    return Line(kept, start, start + len(kept), gap, plain(kept), key(kept))


def plain(text: str) -> str:
    """Return ``text`` with Persian letters, ASCII digits, single blanks and no bullet."""
    text = to_ascii_digits(fold_letters(text)).translate(_HIDDEN).replace(HALF_SPACE, " ")
    return _BULLET.sub("", _BLANKS.sub(" ", text).strip())


def aligned(text: str) -> str:
    """Return ``text`` with Persian letters, ASCII digits and plain blanks, each sign in place.

    An offset found in it is an offset in ``text``.
    """
    folded = to_ascii_digits(fold_letters(text)).replace(HALF_SPACE, " ")
    return re.sub(r"\s", " ", folded)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Return the letters and digits of ``text`` alone: «برچسب ها :» -> ``برچسبها``."""
    return _NO_LETTER.sub("", plain(text)).casefold()


def cut(raw: str) -> list[Line]:
    """Return the lines of ``raw`` that have something on them."""
    found: list[Line] = []
    behind = 0
    for match in _LINE.finditer(raw):
        line = make_line(raw, *match.span())
        if line is not None:
            found.append(replace(line, gap=_line_ends(raw, behind, line.start) > 1))
            behind = line.end
    return found


def _line_ends(raw: str, start: int, end: int) -> int:
    """Return how many line ends stand in raw[start:end], whatever system wrote them."""
    return max(raw.count("\n", start, end), raw.count("\r", start, end))
