"""Verse inside Persian copy: two hemistichs with a sign between them.

Copy writes «/», «*», «…» or «//» there. Headlines of agencies put the same stroke between
two clauses, so a pair is verse only if both halves have one length, and rhyme, or use a word
that only poets use, or stand in quotation marks or behind the name of a poet. Free verse is
known inside quotation marks by its many strokes.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from dabir.persian.letters import HALF_SPACE, LETTER_RANGE, SIGN_RANGE, skeleton

_STROKE: Final = re.compile(r"\s*(?:(?<!\d)/{1,2}(?!\d)|\*{1,3}|…|\.{3,4})\s*")
_WALL: Final = re.compile(r"[«»\"“”()\[\]{}؛:\n]|(?<!\.)\.(?![.\w])")
_NO_VERSE: Final = re.compile(r"[\dA-Za-z@#]")
_WORD: Final = re.compile(f"[{LETTER_RANGE}][{LETTER_RANGE}{SIGN_RANGE}{HALF_SPACE}]*+")
_POETIC: Final = frozenset(
    "مرا تو تویی یار ساقی مکن نبود گشت گشتم نکند سخن خون دل جان عشق زلف غم گل چشم مست خدایا"
    " نگار صبا بلبل خوش".split()
)
_STRONG: Final = frozenset(
    "ز کز گر ار چو کاین کان زین زان وز ور کزین کزان همی اندر دلا ایا نز".split()
)
_VERBAL: Final = ("ند", "رد", "ست", "شد", "یم", "دید")
"""Clauses of a headline end alike by their verbs."""
FEWEST, MOST = 3, 10
"""Words of a hemistich."""
SHORTEST, LONGEST = 10, 45
"""Letters of a hemistich."""
LIKE: Final = 0.75
"""The shorter hemistich has at least this share of the longer one's letters."""
_POET: Final = re.compile(
    "شعر|بیت|مصر[عا]|غزل|قصیده|رباعی|سرود|حافظ|سعدی|مولانا|مولوی|فردوسی|خیام|نظامی|عطار|صائب|شهریار"
)
NEAR: Final = 60
"""So many characters before verse, one says who wrote it."""
STROKES_OF_FREE_VERSE: Final = 2


def verse_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of ``text`` that are verse, in order; they may overlap."""
    at = 0
    for wall in (*_WALL.finditer(text), None):
        end = wall.start() if wall else len(text)
        strokes = list(_STROKE.finditer(text, at, end)) if end - at > SHORTEST else []
        if strokes:
            quoted = text[at - 1 : at] in {"«", '"', "“"} and text[end : end + 1] in '»"”'
            yield from _verse_in(text, _pieces(at, end, strokes), quoted=quoted)
        at = end + 1


def _pieces(start: int, end: int, strokes: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Return what stands between the strokes."""
    edges = [start, *(edge for stroke in strokes for edge in stroke.span()), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _verse_in(
    text: str, pieces: list[tuple[int, int]], *, quoted: bool
) -> Iterator[tuple[int, int]]:
    """Yield the verse between two walls."""
    lines = [
        [] if _NO_VERSE.search(text, *piece) else _WORD.findall(text, *piece) for piece in pieces
    ]
    if quoted and all(lines) and _is_free_verse(lines, text[pieces[0][1] : pieces[-1][0]]):
        yield pieces[0][0], pieces[-1][1]
        return
    start = pieces[0][0]
    poet = _POET.search(text, max(0, start - NEAR), start) is not None
    for k in range(len(lines) - 1):
        stroke = text[pieces[k][1] : pieces[k + 1][0]].strip()
        sure = poet or stroke == "//" or (quoted and stroke in {"/", "*"})
        if _is_couplet(lines[k], lines[k + 1], sure=sure):
            yield pieces[k][0], pieces[k + 1][1]


def _is_free_verse(lines: list[list[str]], between: str) -> bool:
    """Say whether a quotation is cut into short lines by strokes."""
    strokes = len(lines) - 1
    return (
        strokes >= STROKES_OF_FREE_VERSE and "..." not in between and max(map(len, lines)) <= MOST
    )


def _is_couplet(first: list[str], second: list[str], *, sure: bool) -> bool:
    """Say whether two pieces are hemistichs of one line of verse; ``sure``: if they can be."""
    if not (FEWEST <= len(first) <= MOST and FEWEST <= len(second) <= MOST):
        return False
    short, long = sorted((sum(map(len, first)), sum(map(len, second))))
    if short < SHORTEST or long > LONGEST or short < LIKE * long:
        return False
    return sure or _sounds_like_verse(first, second)


def _sounds_like_verse(first: list[str], second: list[str]) -> bool:
    """Say whether two pieces rhyme, or use a poet's words."""
    words = {*first, *second}
    if not words.isdisjoint(_STRONG):
        return True
    repeated, alike = _rhyme(first, second)
    if alike > 2:
        return repeated > 0 or not (first[-1].endswith(_VERBAL) and second[-1].endswith(_VERBAL))
    if not words.isdisjoint(_POETIC):
        return alike > 0 and repeated + alike > 1
    plain = repeated == 0 or second[-1].endswith(_VERBAL)
    return alike == 2 and (repeated > 1 or not plain)


def _rhyme(first: list[str], second: list[str]) -> tuple[int, int]:
    """Return how many last words two pieces share, and how many letters before these."""
    ends = [[_sounds(word) for word in reversed(line)] for line in (first, second)]
    for repeated, (one, other) in enumerate(zip(*ends, strict=False)):
        if one != other:
            pairs = zip(reversed(one), reversed(other), strict=False)
            return repeated, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return min(len(first), len(second)), 0


def _sounds(word: str) -> str:
    return skeleton(word).replace(HALF_SPACE, "")
