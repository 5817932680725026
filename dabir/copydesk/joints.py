"""Where the half-spaces of a paragraph should be, and are not.

    pieces -> parts        a word that lost its half-spaces comes apart (``dropped``)
           -> joints       parts that a blank divides, and are one word (``affixing``,
                           ``boundaries``)
           -> JoinedWord   every word that is to be written otherwise, whole

A word is told as a whole, from its first part to its last: «هم تیمی هایشان» is one word to
be mended once. What is right already is not told.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dabir.copydesk.affixing import Affixes
from dabir.copydesk.boundaries import Boundaries
from dabir.copydesk.dropped import Dropped
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.pieces import EDGE, NO_WORDS, Piece
from dabir.persian.forms import COMPARATIVES, PLURALS, joined, joins_next
from dabir.persian.letters import HALF_SPACE

LEAST_ODDS: Final = 1.4
"""Logarithm of the odds from which two words are told to be one compound."""

BOTH_WAYS: Final = frozenset((*PLURALS, *COMPARATIVES))
"""Endings that many write joined; the Academy let «کتابها» and «بزرگتر» stand for long."""

AFFIX: Final = "affix"
COMPOUND: Final = "compound"


class Part(NamedTuple):
    """A part of a word where it stands, and how it hangs together with the part before.

    gap     what is written before it: a blank, a half-space, or nothing
    joint   what it should be: an affix or a compound with the part before, or "" for two words
    """

    word: str
    start: int
    end: int
    gap: str
    joint: str = ""
    is_dropped: bool = False


class JoinedWord(NamedTuple):
    """A word that is to be written with half-spaces, from the first of its parts to the last."""

    parts: tuple[Part, ...]

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    def right(self, text: str) -> str:
        """Return how the word is written in ``text`` when it is right."""
        return joined(*(text[part.start : part.end] for part in self.parts))

    @property
    def is_dropped(self) -> bool:
        """Say whether a half-space of the word was dropped."""
        return any(part.is_dropped for part in self.parts)

    @property
    def is_compound(self) -> bool:
        """Say whether a blank stands inside a compound."""
        return any(part.joint == COMPOUND and part.gap == " " for part in self.parts[1:])


class Joiner:
    """Finds the words to be joined, by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.affixes = Affixes(lexicon)
        self.boundaries = Boundaries(lexicon)
        self.dropped = Dropped(self.boundaries, self.affixes)

    def words(self, chain: Sequence[Piece], all_endings: bool = False) -> Iterator[JoinedWord]:
        """Yield the words of a chain that are to be written otherwise.

        ``all_endings``: «کتابها» and «بزرگتر» too where other words of the chain have half-spaces.
        """
        if not chain:
            return
        whole = not all_endings and any(piece.gap == HALF_SPACE for piece in chain)
        parts = list(self._parts(chain, whole))
        self._join(parts)
        word: list[Part] = []
        for part in parts:
            if word and not part.joint:
                yield from _told(word)
                word = []
            word.append(part)
        if word:
            yield from _told(word)

    def _parts(self, chain: Sequence[Piece], endings_stand: bool) -> Iterator[Part]:
        gaps = [*(piece.gap for piece in chain[1:]), ""]
        words = [*(piece.word for piece in chain[1:]), EDGE]
        for piece, gap, after in zip(chain, gaps, words, strict=True):
            inside = HALF_SPACE in (piece.gap, gap)
            parts = self.dropped.parts(piece.word, after, inside)
            if len(parts) == 1 or len(piece.word) != piece.end - piece.start:
                yield Part(*piece)
            elif endings_stand and parts[-1] in BOTH_WAYS and not parts[-2].endswith("ه"):
                yield from _cut(piece, (*parts[:-2], parts[-2] + parts[-1]))
            else:
                yield from _cut(piece, parts)

    def _join(self, parts: list[Part]) -> None:
        """Set the joints of the parts, from the first to the last."""
        last = len(parts) - 1
        for at in range(1, len(parts)):
            part = parts[at]
            if part.gap == " " and not part.joint:
                before = parts[at - 2].word if at > 1 else EDGE
                after = parts[at + 1].word if at < last else EDGE
                joint = self._joint(before, parts[at - 1], part.word, after)
                if joint:
                    parts[at] = part._replace(joint=joint)
            elif part.gap == HALF_SPACE:
                parts[at] = part._replace(joint=part.joint or AFFIX)

    def _joint(self, before: str, first: Part, second: str, after: str) -> str:
        if first.word in NO_WORDS or second in NO_WORDS or first.word == second:
            return ""
        if self.affixes.joins(first.word, second, after, first.joint == COMPOUND):
            return AFFIX
        if not joins_next(first.word) or not self.boundaries.may_join(first.word, second):
            return ""
        odds = self.boundaries.odds(before, first.word, second, after)
        return COMPOUND if odds > LEAST_ODDS else ""


def _cut(piece: Piece, words: Sequence[str]) -> Iterator[Part]:
    """Yield the parts of a piece that lost its half-spaces."""
    at, gap, joint = piece.start, piece.gap, ""
    for word in words:
        yield Part(word, at, at + len(word), gap, joint, len(words) > 1)
        at, gap, joint = at + len(word), "", AFFIX


def _told(word: list[Part]) -> Iterator[JoinedWord]:
    """Yield the word if it is not written right already."""
    if any(part.gap != HALF_SPACE for part in word[1:]):
        yield JoinedWord(tuple(word))
