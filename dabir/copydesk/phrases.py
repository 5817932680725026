"""Phrases found in copy, whatever spelling of blanks, half-spaces and letters they have.

A phrase is known by the skeletons of its pieces: «رئیس جمهور», «رييس جمهور» and the same with
a half-space are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from dabir.copydesk.pieces import Piece, pieces
from dabir.persian.tokens import tokens

Meaning = TypeVar("Meaning")


class Hit(NamedTuple, Generic[Meaning]):
    """A phrase that was found: the pieces ``first`` to ``last`` of the chain."""

    first: int
    last: int
    start: int
    end: int
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """Phrases, each with what it means to whoever looks for it."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._by_first: defaultdict[str, list[tuple[tuple[str, ...], Meaning]]] = defaultdict(list)
        for phrase, meaning in entries:
            words = chain_of(phrase)
            if words:
                self._by_first[words[0]].append((words, meaning))
        for known in self._by_first.values():
            known.sort(key=lambda entry: len(entry[0]), reverse=True)

    def find(self, chain: list[Piece]) -> Iterator[Hit[Meaning]]:
        """Yield the phrases in a chain, the longest at each place, none over another."""
        if self._by_first.keys().isdisjoint(piece[0] for piece in chain):
            return
        at = 0
        while at < len(chain):
            known = self._by_first.get(chain[at].word)
            words, meaning = self._longest(chain, at, known) if known else ((), None)
            if words and meaning is not None:
                last = at + len(words) - 1
                yield Hit(at, last, chain[at].start, chain[last].end, meaning)
                at = last
            at += 1

    @staticmethod
    def _longest(
        chain: list[Piece], at: int, known: list[tuple[tuple[str, ...], Meaning]]
    ) -> tuple[tuple[str, ...], Meaning | None]:
        for words, meaning in known:
            rest = chain[at : at + len(words)]
            if tuple(piece.word for piece in rest) == words and all(p.gap for p in rest[1:]):
                return words, meaning
        return (), None


def chain_of(phrase: str) -> tuple[str, ...]:
    """Return the skeletons of the pieces of ``phrase``."""
    return tuple(piece.word for piece in pieces(tokens(phrase)))
