"""Queries to measure with, by class; their words stand in the stories."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice
from random import Random
from typing import Final

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.archive.search.found import year_of
from dabir.archive.search.stops import STOPS
from dabir.archive.search.wishes import Choice, Limits, Order, Phrase, Term, Wish

COMMONEST: Final = 30
"""Terms that most stories have; the worst queries are made of them."""


@dataclass(frozen=True)
class Class:
    """Queries of one kind; ``part`` of them must not take more than ``must`` CPU ms."""

    name: str
    wishes: list[Wish]
    part: float = 0.95
    must: float | None = 10.0
    aim: str = "2"


class Draw:
    """Draws words, phrases and limits from a sample of stories; one seed, the same ones."""

    def __init__(self, sample: list[Entry], analyser: Analyser, seed: int) -> None:
        self._sample = [entry for entry in sample if entry.body]
        self._analyser = analyser
        self._random = Random(seed)
        frequency: Counter[str] = Counter()
        for entry in sample:
            frequency.update({*analyser.read(entry.body).terms})
        ranked = [term for term, _ in frequency.most_common(20 * COMMONEST)]
        self._stops = [term for term in ranked if term in STOPS][:COMMONEST]
        self._common = [term for term in ranked if term not in STOPS][:COMMONEST]

    def words(self, size: int) -> tuple[Term, ...]:
        """Return ``size`` neighbours of one story, stop words left out."""
        while True:
            body = self._random.choice(self._sample).body
            words = self._analyser.words_of(body[:400])
            terms = [Term(w.terms, w.compound) for w in words if not {*w.terms} & STOPS]
            if len(terms) >= size:
                at = self._random.randrange(len(terms) - size + 1)
                return tuple(terms[at : at + size])

    def some_words(self) -> tuple[Term, ...]:
        """Return one to four words, as readers type."""
        return self.words(self._random.choice((1, 2, 2, 3, 4)))

    def phrase(self) -> tuple[Phrase, ...]:
        """Return two or three neighbours as they stand."""
        terms = self._analyser.read(self._random.choice(self._sample).body).terms
        size = self._random.choice((2, 2, 3))
        at = self._random.randrange(max(len(terms) - size, 1))
        return (Phrase(tuple(terms[at : at + size])),)

    def limits(self) -> Iterator[Limits]:
        """Yield limits of every kind in turn, each met by many stories."""
        for kind in cycle(range(5)):
            entry = self._random.choice(self._sample)
            moment = int(entry.published.timestamp())
            yield (
                Limits(sections=entry.sections),
                Limits(year=year_of(entry)),
                Limits(people=tuple(tuple(self._analyser.read(n).terms) for n in entry.people)),
                Limits(since=moment),
                Limits(sections=entry.sections, before=moment),
            )[kind]

    def _some_common(self, size: int) -> tuple[Term, ...]:
        """Return that many of the archive's commonest words."""
        return tuple(Term((term,)) for term in self._random.sample(self._common, size))

    def worst(self) -> Iterator[Wish]:
        """Yield what touches most of the archive: its commonest words, in every way."""
        common = self._some_common
        while True:
            yield Wish(common(1))
            yield Wish(common(3))
            yield Wish(common(5), any=True)
            yield Wish(common(2), order=Order.NEWEST)
            yield Wish((Choice(common(3)), *common(1)))
            yield Wish(common(2), without=common(1))
            yield Wish((Phrase(tuple(self._random.sample(self._stops[:8], 2))),))
            yield Wish(common(2), limits=next(self.limits()))
            yield Wish((), limits=next(self.limits()))


def classes(sample: list[Entry], analyser: Analyser, many: int, seed: int) -> list[Class]:
    """Return ``many`` queries of each class."""
    draw = Draw(sample, analyser, seed)
    words = [draw.some_words() for _ in range(many)]
    limits = list(islice(draw.limits(), many))
    newest = [Wish(each, order=Order.NEWEST) for each in words]
    narrow = [Wish(each[:2], limits=limit) for each, limit in zip(words, limits, strict=True)]
    return [
        Class("all words", [Wish(each) for each in words]),
        Class("newest", newest),
        Class("filtered", narrow),
        Class("filtered, newest", [replace(each, order=Order.NEWEST) for each in narrow]),
        Class("phrase", [Wish(draw.phrase()) for _ in range(many)]),
        Class("any of three", [Wish(draw.words(3), any=True) for _ in range(many)], must=None),
        Class("worst", list(islice(draw.worst(), many)), part=0.99, must=50.0, aim="10"),
    ]
