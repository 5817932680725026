"""What the desk lets stand: the house's exceptions, its names, and quotations if it wants so."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from dabir.copydesk.marks import Mark
from dabir.copydesk.paragraph import Paragraph
from dabir.copydesk.pieces import pieces
from dabir.persian.quotations import merged
from dabir.persian.tokens import tokens

_QUOTATION: Final = re.compile("«[^«»]*»")
Phrases = dict[str, list[tuple[str, ...]]]


def spared(marks: Iterable[Mark], paragraph: Paragraph) -> Iterator[Mark]:
    """Yield the marks that do not touch what the house lets stand."""
    spans = merged(_spans(paragraph))
    ends = [end for _, end in spans]
    for mark in marks:
        at = bisect_right(ends, mark.start)
        if at == len(spans) or spans[at][0] >= mark.end:
            yield mark


def _spans(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    if paragraph.house.spare_quotes:
        yield from (found.span() for found in _QUOTATION.finditer(paragraph.text))
    phrases = chains(paragraph.house.exceptions)
    if phrases:
        yield from _found(phrases, paragraph)


def _found(phrases: Phrases, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    chain = paragraph.pieces
    words = [piece.word for piece in chain]
    for at, word in enumerate(words):
        for phrase in phrases.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield chain[at].start, chain[at + len(phrase) - 1].end


@lru_cache(64)
def chains(written: frozenset[str]) -> Phrases:
    """Return phrases as chains of pieces, by their first piece."""
    phrases: Phrases = {}
    for phrase in written:
        chain = tuple(piece.word for piece in pieces(tokens(phrase)))
        if chain:
            phrases.setdefault(chain[0], []).append(chain)
    return phrases
