"""Latent meaning: stories as points, near to one another where they speak of the same things.

    Sample.add(told) …  -> learn(sample) -> Model.vector(told)

Latent semantic analysis (Deerwester and others, 1990): the tf-idf matrix of a sample of the
paper's own stories is reduced to its largest directions by a randomised singular value
decomposition (Halko, Martinsson, Tropp, 2011), with numpy alone. Any other story is folded
in: its terms are summed along those directions. What is learnt is one small file.
"""

import json
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

DIMENSIONS: Final = 128
"""200 directions put no more related stories first, and cost more."""
MOST_TERMS: Final = 50_000
LEAST_STORIES: Final = 3
"""A term of fewer stories than this joins nothing."""
MOST_SHARE: Final = 0.3
FILE: Final = "model.npz"
_SPARE: Final = 16
"""Directions that are followed beside those that are kept."""
_ROUNDS: Final = 2
_AT_ONCE: Final = 100_000
"""Numbers of a sparse matrix that are multiplied at once."""

Floats = NDArray[np.float32]
Told = Mapping[str, int]


class Sample:
    """Stories to learn from, some eight bytes for each term of a story."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._columns, self._counts, self._ends = array("i"), array("f"), array("q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, told: Told) -> None:
        """Add a story's terms."""
        numbers = self._numbers
        self._columns.extend(numbers.setdefault(term, len(numbers)) for term in told)
        self._counts.extend(told.values())
        self._ends.append(len(self._columns))

    def weighed(self) -> tuple["Rows", list[str], Floats]:
        """Return the matrix of tf-idf, a row a story, the terms it is about, and their idf."""
        columns = np.frombuffer(self._columns, np.int32)
        frequencies = np.bincount(columns, minlength=len(self._numbers))
        kept = _kept(frequencies, len(self))
        idf = np.log(len(self) / np.maximum(frequencies[kept], 1)).astype(np.float32)
        places = np.full(len(self._numbers), -1, np.int32)
        places[kept] = np.arange(len(kept), dtype=np.int32)
        told = places[columns]
        there = told >= 0
        values = (1 + np.log(np.frombuffer(self._counts, np.float32)[there])) * idf[told[there]]
        ends: NDArray[Any] = np.frombuffer(self._ends, np.int64)
        stories = np.repeat(np.arange(len(self)), np.diff(ends))
        rows = Rows.of(stories[there], told[there], values)
        terms = list(self._numbers)
        return rows.of_length_one(), [terms[number] for number in kept], idf


def _kept(frequencies: NDArray[Any], stories: int) -> NDArray[Any]:
    """Return the numbers of the terms that are learnt, the most frequent first."""
    most = max(stories * MOST_SHARE, LEAST_STORIES)
    fit = np.flatnonzero((frequencies >= LEAST_STORIES) & (frequencies <= most))
    return fit[np.argsort(-frequencies[fit], kind="stable")][:MOST_TERMS]


class Rows:
    """A sparse matrix, row by row; no row is empty."""

    def __init__(self, starts: NDArray[Any], columns: NDArray[Any], values: Floats) -> None:
        self.starts, self.columns, self.values = starts, columns, values

    @classmethod
    def of(cls, rows: NDArray[Any], columns: NDArray[Any], values: Any) -> "Rows":
        """Return the matrix with these numbers; ``rows`` ascends, and skips what is empty."""
        starts = np.flatnonzero(np.diff(rows, prepend=-1))
        return cls(starts, columns, values.astype(np.float32))

    @property
    def lengths(self) -> NDArray[Any]:
        return np.diff(self.starts, append=len(self.columns))

    def of_length_one(self) -> "Rows":
        """Return the rows as vectors of length one."""
        if not len(self.starts):
            return self
        norms = np.sqrt(np.add.reduceat(self.values**2, self.starts))
        return Rows(self.starts, self.columns, self.values / np.repeat(norms, self.lengths))

    def turned(self) -> "Rows":
        """Return the transposed matrix."""
        order = np.argsort(self.columns, kind="stable")
        rows = np.repeat(np.arange(len(self.starts), dtype=np.int32), self.lengths)
        return Rows.of(self.columns[order], rows[order], self.values[order])

    def times(self, other: Floats) -> Floats:
        """Return the product with a dense matrix, in bounded memory."""
        out = np.empty((len(self.starts), other.shape[1]), np.float32)
        ends = np.append(self.starts, len(self.columns))
        first = 0
        while first < len(self.starts):
            after = int(np.searchsorted(ends, ends[first] + _AT_ONCE, side="right")) - 1
            after = min(max(after, first + 1), len(self.starts))
            part = slice(ends[first], ends[after])
            products = self.values[part, None] * other[self.columns[part]]
            out[first:after] = np.add.reduceat(products, self.starts[first:after] - ends[first])
            first = after
        return out


class Model:
    """What was learnt: the weight of each term, and where it points."""

    def __init__(
        self, terms: Sequence[str], idf: Floats, directions: Floats, facts: Mapping[str, Any]
    ) -> None:
        self._places = {term: place for place, term in enumerate(terms)}
        self._idf, self._directions = idf, directions
        self.facts = dict(facts)

    @property
    def dimensions(self) -> int:
        return int(self._directions.shape[1])

    def vector(self, told: Told) -> Floats:
        """Return where a story lies: a vector of length one, or of zeros where it says nothing."""
        places = self._places
        known = [(places[term], count) for term, count in told.items() if term in places]
        if not known:
            return np.zeros(self.dimensions, np.float32)
        at = np.array([place for place, _ in known])
        counts = np.array([count for _, count in known], np.float32)
        weights = (1 + np.log(counts)) * self._idf[at]
        found: Floats = weights @ self._directions[at].astype(np.float32)
        norm = float(np.linalg.norm(found))
        return found / np.float32(norm) if norm else found

    def save(self, folder: Path) -> None:
        """Keep what was learnt in ``folder``."""
        np.savez(
            folder / FILE,
            terms=np.frombuffer("\n".join(self._places).encode(), np.uint8),
            idf=self._idf,
            directions=self._directions,
            facts=np.frombuffer(json.dumps(self.facts).encode(), np.uint8),
        )

    @classmethod
    def open(cls, folder: Path) -> "Model":
        """Return what ``folder`` keeps; OSError or ValueError where it cannot be read."""
        with np.load(folder / FILE, allow_pickle=False) as kept:
            terms = kept["terms"].tobytes().decode().split("\n")
            facts = json.loads(kept["facts"].tobytes())
            return cls(terms, kept["idf"], kept["directions"], facts)


class TooFewError(Exception):
    """There are too few stories to learn from."""


def learn(
    sample: Sample, facts: Mapping[str, Any], *, dimensions: int = DIMENSIONS, seed: int = 1
) -> Model:
    """Return the model of a sample; the same sample and seed give the same model."""
    stories, terms, idf = sample.weighed()
    most = min(len(stories.starts), len(terms))
    if most < 2:
        raise TooFewError("There are too few stories to learn what belongs together.")
    kept = min(dimensions, most)
    by_term = stories.turned()
    width = min(kept + _SPARE, most)
    found = np.random.default_rng(seed).standard_normal((len(terms), width)).astype(np.float32)
    for _ in range(_ROUNDS):
        along, _ = np.linalg.qr(stories.times(found))
        found, _ = np.linalg.qr(by_term.times(along))
    *_, turn = np.linalg.svd(stories.times(found), full_matrices=False)
    directions = (found @ turn.T)[:, :kept].astype(np.float16)
    return Model(terms, idf, directions, facts)
