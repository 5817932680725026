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

_VOWELED: Final = re.compile("[\ufd3f\u064e\u064f\u0650\u0652\u0670\u0671إ]")
_ARTICLES: Final = (" ال", "«ال", "(ال", '"ال')
_ARTICLE: Final = re.compile("(?<![آ-ی])[وفبل]?ال(?!بته|ان|کتر|مپی|زام|هام)[آ-ی]|ة")
_STROKE: Final = re.compile(r"[/*…](?<!\d.)(?!\d)")
_QURAN: Final = re.compile("\ufd3f[^\ufd3e\ufd3f]*\ufd3e")

Span = tuple[int, int]


def quotations(text: str) -> list[Span]:
    """Return the spans of quoted Arabic and verse in ``text``, in order, none over another."""
    spans: list[Span] = []
    if _may_be_arabic(text):
        spans += [found.span() for found in _QURAN.finditer(text)]
        spans += arabic_spans(text)
    if _STROKE.search(text) or "..." in text:
        spans += verse_spans(text)
    return merged(spans) if spans else spans


def _may_be_arabic(text: str) -> bool:
    """Say at little cost whether it is worth looking for Arabic."""
    if _VOWELED.search(text):
        return True
    article = text.startswith("ال") or any(article in text for article in _ARTICLES)
    return article and len(_ARTICLE.findall(text)) > 1


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return ``spans`` in order, with those that overlap made one."""
    whole: list[Span] = []
    for start, end in sorted(spans):
        if whole and start < whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
