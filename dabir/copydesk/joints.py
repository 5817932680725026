"""Where the half-spaces of a paragraph should be, and are not.

    pieces -> parts        a word that lost its half-spaces comes apart (``dropped``)
           -> joints       parts that a blank divides, and are one word (``affixing``,
                           ``boundaries``)
           -> JoinedWord   every word that is to be written otherwise, whole

A word is told as a whole, from its first part to its last: «هم تیمی هایشان» is one word to
be mended once. What is right already is not told.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import itemgetter
from typing import Final, NamedTuple

from dabir.copydesk.affixing import Affixes, is_affix
from dabir.copydesk.boundaries import Boundaries
from dabir.copydesk.dropped import Dropped
from dabir.copydesk.lexicon import CACHED, Lexicon
from dabir.copydesk.pieces import EDGE, NO_WORDS, Piece
from dabir.persian.forms import COMPARATIVES, PLURALS, joined, joins_next
from dabir.persian.letters import HALF_SPACE

LEAST_ODDS: Final = 0.0
"""Logarithm of the odds from which two words are told to be one compound."""

BOTH_WAYS: Final = frozenset((*PLURALS, *COMPARATIVES))
"""Endings that many write joined; the Academy let «کتابها» and «بزرگتر» stand for long."""

AFFIX: Final = "affix"
COMPOUND: Final = "compound"
DROPPED: Final = "dropped"
WRITTEN: Final = "written"
"""How two parts of a word hang together: by a joint that is missing, or that is there."""


class JoinedWord(NamedTuple):
    """A word that is to be written with half-spaces, from the first of its parts to the last.

    Each part but the first has its joint with the part before.
    """

    parts: tuple[Piece, ...]
    joints: tuple[str, ...]

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
        return DROPPED in self.joints

    @property
    def is_compound(self) -> bool:
        """Say whether a blank stands inside a compound."""
        return COMPOUND in self.joints


class Joiner:
    """Finds the words to be joined, by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.affixes = Affixes(lexicon)
        self.boundaries = Boundaries(lexicon)
        self.dropped = Dropped(self.boundaries, self.affixes)
        self.may_meet = lru_cache(CACHED)(self._may_meet)

    def words(self, chain: Sequence[Piece], all_endings: bool = False) -> Iterator[JoinedWord]:
        """Yield the words of a chain that are to be written otherwise.

        ``all_endings``: «کتابها» and «بزرگتر» too where other words of the chain have half-spaces.
        """
        endings_stand = not all_endings and any(piece.gap == HALF_SPACE for piece in chain)
        parts, joints = self._apart(chain, endings_stand)
        self._join(parts, joints)
        if not any(joints):
            return
        first, end = 0, len(parts)
        for at in range(1, end + 1):
            if at == end or not joints[at]:
                if at - first > 1 and any(joint != WRITTEN for joint in joints[first + 1 : at]):
                    yield JoinedWord(tuple(parts[first:at]), tuple(joints[first + 1 : at]))
                first = at

    def _apart(self, chain: Sequence[Piece], endings_stand: bool) -> tuple[list[Piece], list[str]]:
        """Return the parts of a chain, and what joins each to the part before so far."""
        several = list(map(self.dropped.may_part, map(_WORD, chain)))
        if not any(several):
            return list(chain), [WRITTEN if piece[3] == HALF_SPACE else "" for piece in chain]
        parts: list[Piece] = []
        joints: list[str] = []
        for piece, following, may_part in zip(chain, [*chain[1:], LAST], several, strict=True):
            if not may_part:
                parts.append(piece)
                joints.append(WRITTEN if piece.gap == HALF_SPACE else "")
                continue
            inside = piece.gap == HALF_SPACE or following.gap == HALF_SPACE
            words = self.dropped.parts(piece.word, following.word, inside)
            joints.append(WRITTEN if piece.gap == HALF_SPACE else "")
            if len(words) > 1 and endings_stand and words[-1] in BOTH_WAYS:
                words = _with_ending(words)
            if len(words) == 1 or len(piece.word) != piece.end - piece.start:
                parts.append(piece)
            else:
                parts += _cut(piece, words)
                joints += [DROPPED] * (len(words) - 1)
        return parts, joints

    def _join(self, parts: list[Piece], joints: list[str]) -> None:
        """Set the joints of the parts that a blank divides, from the first to the last."""
        end = len(parts) - 1
        words = [part[0] for part in parts]
        for at in compress(count(1), map(self.may_meet, words, words[1:])):
            part, first = parts[at], parts[at - 1]
            if part.gap != " " or joints[at]:
                continue
            after = parts[at + 1].word if at < end else EDGE
            if is_affix(first.word, part.word):
                is_part = joints[at - 1] == COMPOUND
                if self.affixes.joins(first.word, part.word, after, is_part):
                    joints[at] = AFFIX
                    continue
                if not self._may_join(first.word, part.word):
                    continue
            before = parts[at - 2].word if at > 1 else EDGE
            odds = self.boundaries.odds(before, first.word, part.word, after)
            joints[at] = COMPOUND if odds > LEAST_ODDS else ""

    def _may_meet(self, first: str, second: str) -> bool:
        """Say whether two pieces may be parts of one word in any company: most may not."""
        if first in NO_WORDS or second in NO_WORDS:
            return False
        return is_affix(first, second) or self._may_join(first, second)

    def _may_join(self, first: str, second: str) -> bool:
        """Say whether the two are worth weighing; «کم کم» stands either way."""
        return joins_next(first) and first != second and self.boundaries.may_join(first, second)


_WORD: Final = itemgetter(0)
LAST: Final = Piece(EDGE, 0, 0, "")
"""What stands behind the last piece."""


def _with_ending(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts of a word with the last on the part before; behind ه it stays apart."""
    *rest, stem, ending = words
    return words if stem.endswith("ه") else (*rest, stem + ending)


def _cut(piece: Piece, words: Sequence[str]) -> Iterator[Piece]:
    """Yield the parts of a piece that lost its half-spaces."""
    at, gap = piece.start, piece.gap
    for word in words:
        yield Piece(word, at, at + len(word), gap)
        at, gap = at + len(word), ""
