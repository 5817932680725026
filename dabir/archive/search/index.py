"""The index: terms to codes of stories. The one module that knows tantivy.

Writer.put(entries), .drop(codes), .commit()      one process at a time
Index.find(wish) -> codes                         any number of processes
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import tantivy

from dabir.archive.search.analysis import Analyser
from dabir.archive.search.entries import Entry
from dabir.archive.search.found import Counts, Found, text_of, year_of
from dabir.archive.search.wishes import Choice, Clause, Limits, Order, Phrase, Term, Wish

COMPOUND_WEIGHT: Final = 1.0
NEAR_WEIGHT: Final = 0.5
"""What two words of a query weigh in addition where they stand side by side."""
_HEAP: Final = 64_000_000
_MUST, _SHOULD, _NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot


def _schema() -> Any:
    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("code", indexed=True, fast=True)
    schema.add_integer_field("moment", indexed=False, fast=True)
    schema.add_unsigned_field("year", indexed=True, fast=True)
    schema.add_text_field("text", tokenizer_name="whitespace", index_option="position")
    schema.add_text_field("compounds", tokenizer_name="whitespace", index_option="freq")
    schema.add_text_field("names", tokenizer_name="whitespace", index_option="basic")
    schema.add_text_field("topics", tokenizer_name="whitespace", index_option="basic")
    schema.add_text_field("section", fast=True, tokenizer_name="raw", index_option="basic")
    schema.add_text_field("person", fast=True, tokenizer_name="raw", index_option="basic")
    return schema.build()


SCHEMA: Final = _schema()


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
            query = tantivy.Query.term_query(SCHEMA, "code", code, "basic")
            self._writer.delete_documents_by_query(query)

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
    if compounds:
        document.add_text("compounds", compounds)
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
        order = "moment" if wish.order is Order.NEWEST or not wish.clauses else None
        result: Any = self._searcher.search(
            _query(wish), limit, count=count, order_by_field=order, offset=offset
        )
        codes = self._codes([address for _, address in result.hits])
        return Found(codes, result.count if count else None)

    def like(self, terms: Mapping[str, float], *, limit: int) -> list[tuple[int, float]]:
        """Return the codes of stories that have most of the weighted ``terms``, with scores."""
        query = tantivy.Query.boolean_query(
            [(_SHOULD, tantivy.Query.boost_query(_term(t), w)) for t, w in terms.items()]
        )
        hits = self._searcher.search(query, limit, count=False).hits
        codes = self._codes([address for _, address in hits])
        return list(zip(codes, (score for score, _ in hits), strict=True))

    def frequency(self, term: str) -> int:
        """Return in how many stories a term is, and those that were dropped a while ago."""
        return int(self._searcher.doc_freq("text", term))

    def counts(self, wish: Wish, most: int = 8) -> Counts:
        """Return how many of the stories are in which section, year, and by whom."""
        asked = {
            name: {"terms": {"field": name, "size": most}} for name in ("section", "year", "person")
        }
        told = self._searcher.aggregate(_query(replace(wish, order=Order.NEWEST)), asked)
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
                return min(self.frequency(term) for term in terms)
            case Choice(of):
                return sum(map(self._size, of))

    def _codes(self, addresses: Sequence[Any]) -> list[int]:
        values: Any = self._searcher.fast_field_values("code", list(addresses))
        return list(values)


def _buckets(told: Any) -> list[tuple[str, int]]:
    return [(_name(each["key"]), int(each["doc_count"])) for each in told["buckets"]]


def _name(key: Any) -> str:
    return str(int(key)) if isinstance(key, float) else str(key)


def _term(term: str, field: str = "text") -> Any:
    return tantivy.Query.term_query(SCHEMA, field, term, "freq")


def _query(wish: Wish) -> Any:
    """Return the wish as a query of tantivy."""
    clauses: list[tuple[Any, Any]] = []
    wanted = [(_SHOULD if wish.any else _MUST, _clause(clause)) for clause in wish.clauses]
    if wish.any and wanted:
        wanted = [(_MUST, tantivy.Query.boolean_query(wanted))]
    clauses += wanted
    if wish.order is Order.RELEVANT:
        clauses += [(_SHOULD, near) for near in _nearness(wish.clauses)]
    clauses += [(_MUST, limit) for limit in _limits(wish.limits)]
    if not clauses:
        return tantivy.Query.empty_query()
    clauses += [(_NOT, _clause(clause)) for clause in wish.without]
    return tantivy.Query.boolean_query(clauses)


def _clause(clause: Clause) -> Any:
    match clause:
        case Term(terms, compound) if compound:
            return tantivy.Query.boost_query(_term(compound, "compounds"), COMPOUND_WEIGHT)
        case Term(terms) | Phrase(terms):
            if len(terms) == 1:
                return _term(terms[0])
            return tantivy.Query.phrase_query(SCHEMA, "text", [*terms])
        case Choice(of):
            return tantivy.Query.boolean_query([(_SHOULD, _clause(each)) for each in of])


def _nearness(clauses: Sequence[Clause]) -> Iterable[Any]:
    """Yield what neighbours among the words weigh where they are neighbours in a story."""
    for first, second in pairwise(clauses):
        if isinstance(first, Term) and isinstance(second, Term):
            terms: list[Any] = [first.terms[-1], second.terms[0]]
            phrase = tantivy.Query.phrase_query(SCHEMA, "text", terms, slop=1)
            yield tantivy.Query.boost_query(phrase, NEAR_WEIGHT)


def _limits(limits: Limits) -> Iterable[Any]:
    """Yield the limits; they count nothing in the order of what is found."""
    queries = []
    if limits.sections:
        queries.append(tantivy.Query.term_set_query(SCHEMA, "section", list(limits.sections)))
    for field, names in (("names", limits.people), ("topics", limits.topics)):
        for name in names:
            queries += [tantivy.Query.term_query(SCHEMA, field, term, "basic") for term in name]
    if limits.codes:
        queries.append(tantivy.Query.term_set_query(SCHEMA, "code", list(limits.codes)))
    if limits.year is not None:
        queries.append(tantivy.Query.term_query(SCHEMA, "year", limits.year, "basic"))
    if limits.since is not None or limits.before is not None:
        queries.append(_moments(limits.since, limits.before))
    return [tantivy.Query.const_score_query(query, 0.0) for query in queries]


def _moments(since: int | None, before: int | None) -> Any:
    # tantivy wants an open end to be an included one.
    return tantivy.Query.range_query(
        SCHEMA, "moment", tantivy.FieldType.Integer, since, before, include_upper=before is None
    )
