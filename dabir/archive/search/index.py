"""The index: terms to codes of stories. With ``queries`` the only module that knows tantivy.

Writer.put(entries), .drop(codes), .commit()      one process at a time
Index.find(wish) -> codes                         any number of processes
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import tantivy

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.archive.search.found import Counts, Found, pairs_of, text_of, year_of
from dabir.archive.search.queries import (
    SCHEMA,
    SHOULD,
    among,
    near_each_other,
    neighbours,
    query,
    term,
)
from dabir.archive.search.wishes import Choice, Clause, Order, Phrase, Term, Wish

_HEAP: Final = 64_000_000
BEST: Final = 64
"""So many of the best are looked at for neighbours, where there are too many to look at all."""
_MANY: Final = 10_000
"""Stories that may have two neighbours of a query; from so many on only the best are looked at."""


class Writer:
    """Puts stories into the index of a folder. There may be one at a time: tantivy locks."""

    def __init__(self, folder: Path, analyser: Analyser, *, heap: int = _HEAP) -> None:
        index = tantivy.Index(SCHEMA, str(folder), reuse=True)
        self._analyser = analyser
        self._writer = index.writer(heap, 1)

    def put(self, entries: Iterable[Entry], *, fresh: bool = False) -> None:
        """Put stories in, in place of what was there under their codes.

        ``fresh`` says that none of them is there yet.
        """
        for entry in entries:
            if not fresh:
                self.drop([entry.code])
            self._writer.add_document(_document(entry, self._analyser))

    def drop(self, codes: Iterable[int]) -> None:
        """Take stories out.

        By a query: ``delete_documents_by_term`` of tantivy-py 0.27 takes a number for a signed
        one, and deletes nothing of an unsigned field.
        """
        for code in codes:
            named = tantivy.Query.term_query(SCHEMA, "code", code, "basic")
            self._writer.delete_documents_by_query(named)

    def commit(self) -> None:
        """Let readers see what was put and dropped; it is on the disk when this returns."""
        self._writer.commit()

    def close(self) -> None:
        """End the work of the background, and let go of the lock."""
        self._writer.wait_merging_threads()


def _document(entry: Entry, analyser: Analyser) -> Any:
    text, compounds = text_of(entry, analyser)
    document = tantivy.Document()
    document.add_unsigned("code", entry.code)
    document.add_integer("moment", int(entry.published.timestamp()))
    document.add_unsigned("year", year_of(entry))
    document.add_text("text", text)
    for field, terms in (("compounds", compounds), ("pairs", pairs_of(text, analyser.common))):
        if terms:
            document.add_text(field, terms)
    for section in entry.sections:
        document.add_text("section", section)
    for person in entry.people:
        document.add_text("person", person)
    for field, names in (("names", entry.people), ("topics", entry.topics)):
        if names:
            document.add_text(field, " ".join(analyser.read(" ".join(names)).terms))
    return document


class Index:
    """Reads the index of a folder."""

    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index.open(str(folder))
        self._index.config_reader("manual")
        self.reload()

    def reload(self) -> None:
        """See what was committed since."""
        self._index.reload()
        self._searcher = self._index.searcher()

    @property
    def stories(self) -> int:
        """How many stories are in the index."""
        return int(self._searcher.num_docs)

    def find(self, wish: Wish, *, limit: int, offset: int = 0, count: bool = False) -> Found:
        """Return the stories that fulfil ``wish``, ``limit`` of them after ``offset``."""
        if not count and offset + limit <= BEST and self._has_many_neighbours(wish):
            return Found(self._nearest(wish)[offset : offset + limit])
        order = "moment" if wish.order is Order.NEWEST or not wish.clauses else None
        near = not self._has_many_neighbours(wish)
        result: Any = self._searcher.search(
            query(wish, self._is_noted, near=near),
            limit, count=count, order_by_field=order, offset=offset,
        )  # fmt: skip
        codes = self._codes([address for _, address in result.hits])
        return Found(codes, result.count if count else None)

    def _has_many_neighbours(self, wish: Wish) -> bool:
        """Say whether two neighbours among the words stand together in many stories, perhaps."""
        if wish.order is not Order.RELEVANT:
            return False
        pairs = neighbours(wish.clauses)
        return sum(min(map(self.frequency, two)) for two in pairs) > _MANY

    def _nearest(self, wish: Wish) -> list[int]:
        """Return the ``BEST`` stories, those with neighbours side by side before the others."""
        scores = dict(self._scored(query(wish, self._is_noted, near=False), BEST))
        for two in neighbours(wish.clauses):
            asked = among(list(scores), near_each_other(*two))
            for code, score in self._scored(asked, BEST):
                scores[code] += score
        return sorted(scores, key=lambda code: -scores[code])

    def _scored(self, asked: Any, limit: int) -> list[tuple[int, float]]:
        hits = self._searcher.search(asked, limit, count=False).hits
        codes = self._codes([address for _, address in hits])
        return list(zip(codes, (score for score, _ in hits), strict=True))

    def _is_noted(self, pair: str) -> bool:
        return bool(self._searcher.doc_freq("pairs", pair))

    def like(self, terms: Mapping[str, float], *, limit: int) -> list[tuple[int, float]]:
        """Return the codes of stories that have most of the weighted ``terms``, with scores."""
        asked = tantivy.Query.boolean_query(
            [(SHOULD, tantivy.Query.boost_query(term(text), w)) for text, w in terms.items()]
        )
        return self._scored(asked, limit)

    def frequency(self, text: str) -> int:
        """Return in how many stories a term is, and those that were dropped a while ago."""
        return int(self._searcher.doc_freq("text", text))

    def counts(self, wish: Wish, most: int = 8) -> Counts:
        """Return how many of the stories are in which section, year, and by whom."""
        asked = {
            name: {"terms": {"field": name, "size": most}} for name in ("section", "year", "person")
        }
        told = self._searcher.aggregate(query(wish, self._is_noted, near=False), asked)
        return Counts(**{f"{name}s": _buckets(told[name]) for name in asked})

    def at_most(self, wish: Wish) -> int:
        """Return a number of stories that the wish cannot exceed, from the rarest of its words.

        Costs nothing, where counting costs a walk through all of them.
        """
        sizes = [self._size(clause) for clause in wish.clauses]
        if not sizes:
            return self.stories
        return min(sum(sizes) if wish.any else min(sizes), self.stories)

    def _size(self, clause: Clause) -> int:
        match clause:
            case Term(_, compound) if compound:
                return int(self._searcher.doc_freq("compounds", compound))
            case Term(terms) | Phrase(terms):
                return min(map(self.frequency, terms))
            case Choice(of):
                return sum(map(self._size, of))

    def _codes(self, addresses: Sequence[Any]) -> list[int]:
        values: Any = self._searcher.fast_field_values("code", list(addresses))
        return list(values)


def _buckets(told: Any) -> list[tuple[str, int]]:
    return [(_name(each["key"]), int(each["doc_count"])) for each in told["buckets"]]


def _name(key: Any) -> str:
    return str(int(key)) if isinstance(key, float) else str(key)
