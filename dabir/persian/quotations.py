"""Stretches of several words that are right as they stand: quoted Arabic and verse.

﴿…﴾ and voweled words        «بِسْمِ اللَّهِ»، one sign in a Persian word shows nothing
words that only Arabic makes   ``dabir.persian.arabic``
two hemistichs of one length   ``dabir.persian.verse``
"""

import re
from collections.abc import Iterable
from typing import Final

from dabir.persian.arabic import arabic_spans
from dabir.persian.verse import verse_spans

_HINT: Final = re.compile(
    "[\ufd3f\u064e\u064f\u0650\u0652\u0670\u0671إ/*…]|\\.{3}|(?<![آ-ی])[وفبل]?ال[آ-ی]"
)
_QURAN: Final = re.compile("\ufd3f[^\ufd3e\ufd3f]*\ufd3e")

Span = tuple[int, int]


def quotations(text: str) -> list[Span]:
    """Return the spans of quoted Arabic and verse in ``text``, in order, none over another."""
    if _HINT.search(text) is None:
        return []
    quran = [found.span() for found in _QURAN.finditer(text)]
    return merged([*quran, *arabic_spans(text), *verse_spans(text)])


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return ``spans`` in order, with those that overlap made one."""
    whole: list[Span] = []
    for start, end in sorted(spans):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
