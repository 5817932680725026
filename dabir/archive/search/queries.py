"""A wish as a query of tantivy; with ``index`` the only module that knows it.

Neighbours among a query's words weigh more where a story has them side by side. To look at the
places of two common words in every story costs most of a query; so where there are many such
stories, ``index`` takes the best without it first, and asks it of these alone.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

import tantivy

from dabir.archive.search.found import pair_of
from dabir.archive.search.wishes import Choice, Clause, Limits, Order, Phrase, Term, Wish

COMPOUND_WEIGHT: Final = 1.0
NEAR_WEIGHT: Final = 0.5
"""What two words of a query weigh in addition where they stand side by side."""
MUST, SHOULD, NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
Noted = Callable[[str], bool]
"""Says whether a pair of common words was noted as a term of its own."""


def _schema() -> Any:
    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("code", indexed=True, fast=True)
    schema.add_integer_field("moment", indexed=False, fast=True)
    schema.add_unsigned_field("year", indexed=True, fast=True)
    schema.add_text_field("text", tokenizer_name="whitespace", index_option="position")
    schema.add_text_field("compounds", tokenizer_name="whitespace", index_option="freq")
    schema.add_text_field("pairs", tokenizer_name="whitespace", index_option="freq")
    schema.add_text_field("names", tokenizer_name="whitespace", index_option="basic")
    schema.add_text_field("topics", tokenizer_name="whitespace", index_option="basic")
    schema.add_text_field("section", fast=True, tokenizer_name="raw", index_option="basic")
    schema.add_text_field("person", fast=True, tokenizer_name="raw", index_option="basic")
    return schema.build()


SCHEMA: Final = _schema()


def term(text: str, field: str = "text") -> Any:
    """Return a query for one term."""
    return tantivy.Query.term_query(SCHEMA, field, text, "freq")


def query(wish: Wish, noted: Noted, *, near: bool = True) -> Any:
    """Return the wish as a query; ``near`` says whether neighbours weigh more."""
    clauses: list[tuple[Any, Any]] = []
    wanted = [(SHOULD if wish.any else MUST, _clause(each, noted)) for each in wish.clauses]
    if wish.any and wanted:
        wanted = [(MUST, tantivy.Query.boolean_query(wanted))]
    clauses += wanted
    if near and wish.order is Order.RELEVANT:
        clauses += [(SHOULD, near_each_other(*two)) for two in neighbours(wish.clauses)]
    clauses += [(MUST, limit) for limit in _limits(wish.limits)]
    if not clauses:
        return tantivy.Query.empty_query()
    clauses += [(NOT, _clause(each, noted)) for each in wish.without]
    return tantivy.Query.boolean_query(clauses)


def neighbours(clauses: Sequence[Clause]) -> Iterator[tuple[str, str]]:
    """Yield the terms that stand side by side in a wish."""
    for first, second in pairwise(clauses):
        if isinstance(first, Term) and isinstance(second, Term):
            yield first.terms[-1], second.terms[0]


def near_each_other(first: str, second: str) -> Any:
    """Return a query for two terms side by side, or with one between them."""
    terms: list[Any] = [first, second]
    phrase = tantivy.Query.phrase_query(SCHEMA, "text", terms, slop=1)
    return tantivy.Query.boost_query(phrase, NEAR_WEIGHT)


def among(codes: Sequence[int], asked: Any) -> Any:
    """Return the query ``asked`` of these stories alone; their codes weigh nothing."""
    these = tantivy.Query.term_set_query(SCHEMA, "code", list(codes))
    return tantivy.Query.boolean_query(
        [(MUST, tantivy.Query.const_score_query(these, 0.0)), (MUST, asked)]
    )


def _clause(clause: Clause, noted: Noted) -> Any:
    match clause:
        case Term(_, compound) if compound:
            return tantivy.Query.boost_query(term(compound, "compounds"), COMPOUND_WEIGHT)
        case Term(terms) | Phrase(terms):
            return term(terms[0]) if len(terms) == 1 else _phrase(terms, noted)
        case Choice(of):
            return tantivy.Query.boolean_query([(SHOULD, _clause(each, noted)) for each in of])


def _phrase(terms: Sequence[str], noted: Noted) -> Any:
    """Return a query for terms side by side: by the pairs that were noted, where there are some.

    Two common words are in most stories, and side by side in few.
    """
    pairs = [term(pair, "pairs") for pair in map(pair_of, terms, terms[1:]) if noted(pair)]
    if len(terms) == 2 and pairs:
        return pairs[0]
    whole = tantivy.Query.phrase_query(SCHEMA, "text", [*terms])
    if not pairs:
        return whole
    first = [(MUST, tantivy.Query.const_score_query(pair, 0.0)) for pair in pairs]
    return tantivy.Query.boolean_query([*first, (MUST, whole)])


def _limits(limits: Limits) -> Iterable[Any]:
    """Yield the limits; they count nothing in the order of what is found."""
    queries = []
    if limits.sections:
        queries.append(tantivy.Query.term_set_query(SCHEMA, "section", list(limits.sections)))
    for field, names in (("names", limits.people), ("topics", limits.topics)):
        for name in names:
            queries += [tantivy.Query.term_query(SCHEMA, field, each, "basic") for each in name]
    if limits.codes:
        queries.append(tantivy.Query.term_set_query(SCHEMA, "code", list(limits.codes)))
    if limits.year is not None:
        queries.append(tantivy.Query.term_query(SCHEMA, "year", limits.year, "basic"))
    if limits.since is not None or limits.before is not None:
        queries.append(_moments(limits.since, limits.before))
    return [tantivy.Query.const_score_query(each, 0.0) for each in queries]


def _moments(since: int | None, before: int | None) -> Any:
    # tantivy wants an open end to be an included one.
    return tantivy.Query.range_query(
        SCHEMA, "moment", tantivy.FieldType.Integer, since, before, include_upper=before is None
    )
